import Calendaring
import Markup
import Ruche

import struct Persistence.Instant

/// Who runs the service, as its legal pages say (FEATURES AD4); what is not set is said not to be.
package struct Operator: Sendable {
    /// The body that answers for it: an establishment, an association.
    package var name: String?
    /// Where somebody writes whom a page stops.
    package var contact: String?
    /// The mail address of its data protection officer.
    package var dataOfficer: String?
    /// The address of its multi-year scheme of accessibility.
    package var scheme: String?
    package var audit: AccessibilityAudit?
    /// When the declaration was made; by default, when its text was written.
    package var declaredOn: CivilDate?

    package init(
        name: String? = nil, contact: String? = nil, dataOfficer: String? = nil, scheme: String? = nil,
        audit: AccessibilityAudit? = nil,
        declaredOn: CivilDate? = nil
    ) {
        (self.name, self.contact, self.scheme) = (name, contact, scheme)
        self.dataOfficer = dataOfficer
        (self.audit, self.declaredOn) = (audit, declaredOn)
    }

    func accessibility(at now: Instant) -> AccessibilityState {
        guard let audit, audit.isValid(on: Zone.paris.date(at: now.milliseconds)) else { return .notCompliant }
        return AccessibilityState(rate: audit.rate)
    }
}

/// An audit by the RGAA: its day, and the share of the criteria that were met.
package struct AccessibilityAudit: Sendable, Equatable {
    let day: CivilDate
    let rate: Int

    /// "2026-05-12 62": the day, then the percentage.
    package init?(_ text: String) {
        let parts = text.split { $0 == " " || $0 == "%" }
        guard parts.count == 2, let day = CivilDate(String(parts[0])), let rate = Int(parts[1]),
            (0...100).contains(rate)
        else { return nil }
        (self.day, self.rate) = (day, rate)
    }

    /// A declaration is made again after three years.
    func isValid(on today: CivilDate) -> Bool { day <= today && today <= day.adding(months: 36) }
}

/// As the law has it said (FEATURES IN1).
enum AccessibilityState: Sendable {
    case compliant, partly, notCompliant

    init(rate: Int) { self = rate == 100 ? .compliant : rate >= 50 ? .partly : .notCompliant }
}

extension Screen {
    func title(of state: AccessibilityState) -> String {
        switch state {
        case .compliant: self("Accessibilité : totalement conforme")
        case .partly: self("Accessibilité : partiellement conforme")
        case .notCompliant: self("Accessibilité : non conforme")
        }
    }
}

/// The declaration of accessibility, in the order of its official model.
func accessibilityPage(_ owner: Operator, of site: String, _ ui: Screen) -> HTML {
    let day = owner.declaredOn ?? owner.audit?.day ?? CivilDate(2026, 11, 26)
    return open(
        ui("Accessibilité"),
        """
        \(pageHead(ui.title(of: ui.accessibility), lede: ui("Déclaration d’accessibilité")))
        <div class="narrow stack stack--l prose">
          <p>\(owner.name.map { ui("%@ s’engage à rendre ce service accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.", $0) } ?? ui("L’organisme qui tient ce service s’engage à le rendre accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Il n’a pas encore donné son nom ici."))</p>
          <p>\(ui("Cette déclaration s’applique à %@.", site))</p>
          <p>\(some: owner.scheme, { "\(ui("Schéma pluriannuel de mise en accessibilité :")) <a href=\"\($0)\">\($0)</a>" }, else: "\(ui("Schéma pluriannuel de mise en accessibilité : il n’est pas encore publié."))")</p>
          \(conformity(owner, ui))
          \(content(ui))
          <h2>\(ui("Établissement de cette déclaration"))</h2>
          \(some: day, { "<p>\(ui("Cette déclaration a été établie le %@. Elle est refaite après un changement important, et au plus tard au bout de trois ans.", ui.words.date($0)))</p>" })
          \(help(owner, ui))
        </div>
        """, ui)
}

private func conformity(_ owner: Operator, _ ui: Screen) -> HTML {
    let state =
        switch ui.accessibility {
        case .compliant:
            ui(
                "Ce service est totalement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1."
            )
        case .partly:
            ui(
                "Ce service est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1."
            )
        case .notCompliant:
            ui(
                "Ce service est non conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1."
            )
        }
    let result =
        owner.audit.map {
            ui(
                "L’audit du %@ a trouvé %@ des critères respectés.", ui.words.date($0.day),
                ui.words.percent(Double($0.rate) / 100))
        }
        ?? ui("Aucun audit n’a encore été fait ; tant qu’il ne l’est pas, la loi veut qu’on l’écrive ainsi.")
    return """
        <h2>\(ui("État de conformité"))</h2><p>\(state) \(result)</p>
        <p>\(ui("Ruche est faite pour être utilisée au clavier, sans script, avec un lecteur d’écran, à 200 % et sur un téléphone. Chaque page est vérifiée par un outil automatique, sans que cela remplace un audit."))</p>
        """
}

private func content(_ ui: Screen) -> HTML {
    """
    <h2>\(ui("Contenus non accessibles"))</h2>
    <p>\(ui("Sans audit en cours de validité, la liste des défauts n’est pas connue. Ceux que l’on nous signale sont corrigés."))</p>
    <p>\(ui("Contenus exclus : les documents et les images que les membres joignent à leurs messages, que nous ne maîtrisons pas. Leur texte se lit sur une page quand il peut être extrait, et une description est demandée pour chaque image."))</p>
    """
}

private func help(_ owner: Operator, _ ui: Screen) -> HTML {
    """
    <h2>\(ui("Signaler une difficulté"))</h2>
    <p>\(ui("Si quelque chose vous empêche d’avancer, écrivez-nous : nous corrigerons, et nous vous donnerons l’information autrement en attendant."))</p>
    <p>\(some: owner.contact.map { (link: "mailto:" + $0, text: $0) }, { "<a href=\"\($0.link)\">\($0.text)</a>" }, else: "\(ui("L’animation de votre communauté reçoit aussi vos remarques."))")</p>
    <h2>\(ui("Voies de recours"))</h2>
    <p>\(ui("Si votre demande reste sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits :"))</p>
    <ul><li><a href="https://formulaire.defenseurdesdroits.fr/">\(ui("par son formulaire en ligne"))</a></li><li><a href="https://www.defenseurdesdroits.fr/saisir/delegues">\(ui("par son délégué dans votre région"))</a></li><li>\(ui("par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07"))</li></ul>
    """
}
