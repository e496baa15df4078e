import Markup
import Ruche

/// Where a list of people is sent; and those that are under way.
func memberImportsPage(
    _ open: [(id: MemberImport.ID, file: String, at: String)], text: String, _ refusal: Refusal?, _ ui: Screen
) -> HTML {
    page(
        Page(
            ui("Inviter d’après une liste"), at: .facilitation,
            """
            \(crumbs([(ui("Invitations"), .invitations)], ui))
            \(pageHead(ui("Inviter d’après une liste"), lede: ui("La feuille du secrétariat telle qu’elle est : Excel ou CSV, une personne par ligne. Rien ne part avant que vous l’ayez relue.")))
            <div class="narrow stack stack--xl">
              <form class="stack" method="post" enctype="multipart/form-data" action="\(ui.path(.memberImports))">\(ui.formToken)\(refusalNote(refusal, fields: ["fichier"], ui))
                <div class="field\(if: refusal?.field == "fichier", " field--error")"><label class="field__label" for="fichier">\(ui("Le fichier"))</label><span class="hint" id="fichier-h">\(ui("Format .xlsx ou .csv, 5 000 lignes au plus. La première feuille qui porte des adresses est lue ; le fichier n’est pas gardé au-delà de quatorze jours."))</span>\(if: refusal?.field == "fichier", "<span class=\"error\" id=\"fichier-e\">\(icon(.alert))\(refusal?(ui.words) ?? "")</span>")<input class="input" type="file" id="fichier" name="fichier" accept=".xlsx,.csv,.txt,.tsv" aria-describedby="fichier-h\(if: refusal?.field == "fichier", " fichier-e")"></div>
                <details class="more"\(flag: "open", !text.isEmpty)><summary>\(ui("Ou coller les lignes ici"))</summary><div class="mt-3">\(Field(name: "lignes", label: ui("Les lignes, titres compris"), isOptional: true).textarea(text, rows: 8, ui))</div></details>
                <div class="btn-row"><button class="btn btn--primary">\(ui("Lire la liste"))</button></div>
              </form>
              \(if: !open.isEmpty, "<section aria-labelledby=\"en-cours\"><h2 id=\"en-cours\">\(ui("Listes en cours"))</h2><ul class=\"rows mt-3\">\(each: open, { "<li><a href=\"\(ui.path(.memberImport($0.id)))\">\($0.file)</a> <span class=\"meta\">\($0.at)</span></li>" })</ul></section>")
            </div>
            """), ui)
}

struct MemberImportOnPage: Sendable {
    let list: MemberImport
    let people: [ListedPerson]
    let count: PreparedCount
    /// As it is kept, or as it was typed and refused.
    var reading: ListReading
    var refusal: Refusal? = nil

    init(_ id: MemberImport.ID, _ view: View) throws {
        list = try view.memberImports.find(id)
        people = try view.memberImports.people(list)
        count = try view.memberImports.count(id)
        reading = list.reading
    }
}

/// One list: what its columns hold, what it would give, and the two acts: prepare, then send.
func memberImportPage(_ model: MemberImportOnPage, _ ui: Screen) -> HTML {
    let list = model.list
    return page(
        Page(
            ui("Une liste à inviter"), at: .facilitation,
            """
            \(crumbs([(ui("Invitations"), .invitations), (ui("Inviter d’après une liste"), .memberImports)], ui))
            \(pageHead(list.file, lede: list.preparedAt == nil ? ui("%d ligne lue.", "%d lignes lues.", list.list.rows.count) : ui("Les lignes lues sont oubliées : il ne reste que les invitations.")))
            <div class="stack stack--xl">
              \(if: list.preparedAt == nil, "\(mappingForm(model, ui))\(outcome(model, ui))", else: sending(model, ui))
              <form method="post" action="\(ui.path(.forgetMemberImport(list.id)))">\(ui.formToken)<button class="btn btn--quiet">\(ui("Oublier cette liste"))</button></form>
            </div>
            """), ui)
}

/// The five first rows, and above each column what it holds.
private func mappingForm(_ model: MemberImportOnPage, _ ui: Screen) -> HTML {
    let list = model.list.list
    let columns = Array(list.headings.indices)
    let choices = PersonColumn.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }
    return """
        <section aria-labelledby="colonnes"><h2 id="colonnes">\(ui("Que contient chaque colonne ?"))</h2>
        <form class="stack mt-3" method="post" action="\(ui.path(.memberImport(model.list.id)))">\(ui.formToken)\(refusalNote(model.refusal, fields: ["raison"], ui))
          <div class="table-wrap" tabindex="0" role="region" aria-label="\(ui("%@ : %@", ui("Que contient chaque colonne ?"), ui("Tableau")))"><table class="table table--mapping"><thead><tr>\(each: columns, { column in
            "<th scope=\"col\"><label for=\"colonne-\(column)\">\(list.headings[column].isEmpty ? ui("Colonne %d", column + 1) : list.headings[column])</label><select class=\"select mt-2\" id=\"colonne-\(column)\" name=\"colonne-\(column)\">\(each: choices, { "<option value=\"\($0.value)\"\(flag: "selected", model.reading.columns.indices.contains(column) && model.reading.columns[column].rawValue == $0.value)>\($0.label)</option>" })</select></th>"
          })</tr></thead><tbody>\(each: list.rows.prefix(5), { row in "<tr>\(each: columns, { "<td>\(row[$0])</td>" })</tr>" })</tbody></table></div>
          \(if: model.reading.columns.contains(.fullName), nameOrder(model, ui))
          <div class="narrow stack">\(Field(name: "raison", label: ui("Pourquoi leur écrire"), hint: ui("Sans date de consentement dans la liste, dites sur quoi vous vous appuyez : par exemple, réunion de service du 3 novembre."), isOptional: true, refusal: model.refusal).input(model.reading.reason, maxLength: 500, ui))
          <label class="choice"><input type="checkbox" name="roles" value="1"\(flag: "checked", model.reading.takesRoles)><span class="choice__text">\(ui("Tenir compte des rôles de la liste"))<small>\(ui("Sans cette coche, chacun est invité comme membre."))</small></span></label></div>
          <div class="btn-row"><button class="btn">\(ui("Relire la liste ainsi"))</button></div>
        </form></section>
        """
}

/// A column that holds the whole name: the two that it would give, and the order that says so.
private func nameOrder(_ model: MemberImportOnPage, _ ui: Screen) -> HTML {
    let list = model.list.list
    let order = model.reading.order ?? list.guessedOrder
    let column = model.reading.columns.firstIndex(of: .fullName) ?? 0
    let names = list.rows.lazy.map { $0[column] }.filter { !$0.isEmpty }.prefix(5).map { MemberList.split($0, order) }
    return """
        <fieldset class="choices narrow"><legend class="field__label">\(ui("Dans la colonne « Nom et prénom »"))</legend><span class="hint">\(ui("Un mot tout en capitales est toujours pris pour le nom de famille."))</span>
          \(each: NameOrder.allCases, { choiceCard("radio", name: "ordre", value: $0.rawValue, isOn: order == $0, ui.name(of: $0)) })
        </fieldset>
        <div class="table-wrap narrow" tabindex="0" role="region" aria-label="\(ui("Les noms, tels qu’ils seront lus"))"><table class="table"><caption class="meta">\(ui("Les noms, tels qu’ils seront lus"))</caption><thead><tr><th scope="col">\(ui("Prénom"))</th><th scope="col">\(ui("Nom"))</th></tr></thead><tbody>\(each: Array(names), { "<tr><td>\($0.given)</td><td>\($0.family)</td></tr>" })</tbody></table></div>
        """
}

/// What would happen, before anything does.
private func outcome(_ model: MemberImportOnPage, _ ui: Screen) -> HTML {
    let fit = model.people.filter { $0.problem == nil }
    let (ready, corrected) = (fit.filter { !$0.isCorrection }, fit.filter(\.isCorrection))
    let faulty = model.people.filter { $0.problem != nil }
    let warned = fit.filter { !$0.warnings.isEmpty }
    return """
        <section aria-labelledby="resultat"><h2 id="resultat">\(ui("Ce que donnera cette liste"))</h2>
        <p class="mt-2">\(ui("%d personne à inviter", "%d personnes à inviter", ready.count)), \(ui("%d ligne écartée", "%d lignes écartées", faulty.count)).\(if: !corrected.isEmpty, " \(ui("%d fiche déjà prête prendra ce que dit cette liste.", "%d fiches déjà prêtes prendront ce que dit cette liste.", corrected.count))")</p>
        \(if: !faulty.isEmpty, "<ul class=\"rows rows--tight mt-3\">\(each: faulty.prefix(20), { "<li><p>\(ui("Ligne %d", $0.line))\(if: !$0.label.isEmpty, ", \($0.label)") <span class=\"meta\">\(ui.sentence(of: $0.problem))</span></p></li>" })</ul><p class=\"mt-2\"><a class=\"link\" href=\"\(ui.path(.memberImportErrors(model.list.id)))\">\(icon(.download))\(ui("Télécharger les lignes écartées, avec leur raison"))</a></p>")
        \(if: !warned.isEmpty, "<details class=\"more mt-3\"><summary>\(ui("%d ligne à vérifier, invitée quand même", "%d lignes à vérifier, invitées quand même", warned.count))</summary><ul class=\"rows rows--tight mt-2\">\(each: warned.prefix(50), { person in "<li><p>\(ui("Ligne %d", person.line)) \(person.email?.rawValue ?? "") <span class=\"meta\">\(person.warnings.map { ui.sentence(of: $0) }.joined(separator: " "))</span></p></li>" })</ul></details>")
        \(if: !fit.isEmpty, "<details class=\"more mt-3\"><summary>\(ui("Voir les personnes à inviter"))</summary><ul class=\"rows rows--tight mt-2\">\(each: fit.prefix(500), { "<li><p>\(facts(of: $0, ui))</p></li>" })</ul></details><div class=\"mt-4\">\(actButton(ready.isEmpty ? ui("Corriger %d fiche", "Corriger %d fiches", corrected.count) : ui("Préparer %d invitation", "Préparer %d invitations", ready.count), .prepareMemberImport(model.list.id), ui, style: .primary))</div><p class=\"hint mt-2\">\(ui("Rien ne part encore : l’envoi est un second geste. Une fois les invitations prêtes, les lignes lues sont oubliées : téléchargez d’abord celles qui sont écartées."))</p>")</section>
        """
}

/// "Claire Besnard, infirmière, en EHPAD, Les Tilleuls, claire@example.org": whatever a card will say.
private func facts(of person: ListedPerson, _ ui: Screen) -> String {
    [
        person.card.name.line(), Profession(code: person.card.profession).map { ui.name(of: $0) },
        Question.Setting(rawValue: person.card.setting).map { ui.name(of: $0) }, person.card.establishment.line(),
        person.card.territory.line(), person.email?.rawValue,
        person.role == .facilitator ? ui("à l’animation") : nil,
    ].compactMap { $0 }.joined(separator: ", ")
}

private func sending(_ model: MemberImportOnPage, _ ui: Screen) -> HTML {
    let (waiting, sent) = (model.count.waiting, model.count.sent)
    return """
        <section aria-labelledby="envoi"><h2 id="envoi">\(waiting == 0 ? ui("Toutes les invitations sont parties") : ui("Prêtes à partir"))</h2>
        <p class="mt-2">\(ui("%d invitation attend", "%d invitations attendent", waiting)), \(ui("%d est partie", "%d sont parties", sent)).</p>
        \(if: waiting > 0, "<div class=\"mt-4\">\(actButton(ui("Envoyer %d invitation", "Envoyer %d invitations", min(waiting, MemberImportActs.batch)), .sendMemberImport(model.list.id), ui, style: .primary, icon: .send))</div>\(if: waiting > MemberImportActs.batch, "<p class=\"hint mt-2\">\(ui("Par cinquante, pour que les serveurs de courriel ne s’en effraient pas."))</p>")", else: "<p class=\"mt-3\"><a class=\"link\" href=\"\(ui.path(.invitations))\">\(ui("Voir où en sont les invitations"))</a></p>")</section>
        """
}

extension Screen {
    func name(of column: PersonColumn) -> String {
        switch column {
        case .ignored: self("Ne pas lire")
        case .email: self("Adresse de courriel")
        case .fullName: self("Nom et prénom")
        case .firstName: self("Prénom")
        case .lastName: self("Nom")
        case .profession: self("Métier")
        case .speciality: self("Spécialité")
        case .establishment: self("Établissement")
        case .setting: self("Lieu")
        case .territory: self("Territoire")
        case .role: self("Rôle")
        case .language: self("Langue")
        case .rpps: self("RPPS (vérifié, pas gardé)")
        case .consentedOn: self("Date de consentement")
        }
    }

    func name(of order: NameOrder) -> String {
        switch order {
        case .familyFirst: self("Le nom, puis le prénom")
        case .givenFirst: self("Le prénom, puis le nom")
        }
    }

    func sentence(of problem: ListedPerson.Problem?) -> String {
        switch problem {
        case .noAddress: self("Pas d’adresse de courriel.")
        case .badAddress(let text): self("« %@ » n’est pas une adresse de courriel.", text)
        case .duplicate(let line): self("La même adresse est à la ligne %d.", line)
        case .member: self("Déjà membre.")
        case .invited: self("Déjà invitée, ou prête à l’être.")
        case .noConsent: self("Ni date de consentement, ni raison d’écrire.")
        case .badDate(let text): self("« %@ » n’est pas une date.", text)
        case .futureDate(let text): self("« %@ » n’est pas encore passé.", text)
        case nil: ""
        }
    }

    func sentence(of warning: ListedPerson.Warning) -> String {
        switch warning {
        case .unknownProfession(let text): self("Métier inconnu, laissé vide : %@.", text)
        case .unknownSetting(let text): self("Lieu inconnu, laissé vide : %@.", text)
        case .rppsKey(let text): self("La clé du RPPS %@ ne convient pas.", text)
        case .roleLeftAside(let text): self("Rôle non repris : %@.", text)
        case .tooLong: self("Un texte trop long a été raccourci.")
        case .dateLeftAside(let text): self("Date non reprise, la raison vaut pour tous : %@.", text)
        }
    }
}

extension Link {
    static let memberImports = Link.inside("/invitations/listes")
    static func memberImport(_ id: MemberImport.ID) -> Link { .inside("/invitations/listes/\(id)") }
    static func prepareMemberImport(_ id: MemberImport.ID) -> Link { .inside("/invitations/listes/\(id)/preparer") }
    static func sendMemberImport(_ id: MemberImport.ID) -> Link { .inside("/invitations/listes/\(id)/envoyer") }
    static func forgetMemberImport(_ id: MemberImport.ID) -> Link { .inside("/invitations/listes/\(id)/oublier") }
    static func memberImportErrors(_ id: MemberImport.ID) -> Link { .inside("/invitations/listes/\(id)/erreurs.csv") }
}
