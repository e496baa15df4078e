import Calendaring
import Markup
import Persistence
import Ruche

/// What the *dossier de création* tells of a community: read live, for somebody who has never seen Ruche.
struct Dossier: Sendable {
    let path: PathOnPage
    let needs: [Need]
    let objectives: [Objective]
    let meetings: [Meeting]
    let facilitators: [Member]
    let charter: Charter?

    init(_ view: View) throws {
        path = try PathOnPage(view)
        needs = try view.needs.all().filter { $0.retainedAt != nil && $0.setAsideAt == nil }
        objectives = try view.objectives.all().filter { $0.closedAt == nil }
        meetings = try view.meetings.coming(limit: 4)
        facilitators = try view.members.facilitators()
        charter = try view.charters.current()
    }

    var preparation: Preparation { path.preparation }
}

/// The two pages that go to a director: why, with whom, at what cost, how it works and how one will know what it was
/// worth. What is not known yet says so, since an empty line hides a question.
func dossierPage(_ dossier: Dossier, _ ui: Screen) -> HTML {
    let community = dossier.path.community
    return page(
        Page(
            ui("Dossier de création"), at: ui.isMember ? .launch : .evaluation,
            """
            \(if: ui.isMember, crumbs([(ui("Mise en place"), .launch)], ui))
            \(pageHead(community.name, eyebrow: ui("Dossier de création, état du %@", ui.date(ui.now)), lede: dossier.preparation[.domain].line(), actions: "\(printButton(ui))<a class=\"btn\" href=\"\(ui.path(.dossierFile))\" download>\(icon(.download))\(ui("Télécharger (PDF)"))</a>"))
            <div class="sheet stack stack--l">\(dossierBody(dossier, ui))</div>
            """), ui)
}

/// The same two pages as a document of its own, for a PDF.
func dossierDocument(_ dossier: Dossier, _ ui: Screen) -> HTML {
    let community = dossier.path.community
    let title = ui("Dossier de création : %@", community.name)
    return """
        <!doctype html>
        <html lang="\(ui.language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title></head>
        <body><p class="eyebrow">\(ui("Dossier de création, état du %@", ui.date(ui.now)))</p><h1>\(community.name)</h1>\(some: dossier.preparation[.domain].line(), { "<p class=\"lede\">\($0)</p>" })
        \(dossierBody(dossier, ui))</body></html>
        """
}

private func dossierBody(_ dossier: Dossier, _ ui: Screen) -> HTML {
    """
              <p>\(ui("Une communauté de pratique réunit durablement des pairs d’un même métier ou d’un même domaine. Ils s’y posent leurs vraies questions, disent ce qui a marché au lit du patient, se mettent d’accord sur des façons de faire et écrivent ensemble ce qu’ils ont appris. Elle est animée, jamais dirigée."))</p>
              \(why(dossier, ui))
              \(who(dossier, ui))
              \(cost(dossier, ui))
              \(objectives(dossier, ui))
              <div class="sheet__break stack stack--l">
              \(functioning(dossier, ui))
              \(evaluationPlan(dossier, ui))
              \(safety(dossier, ui))
              \(progress(dossier, ui))
              <section aria-labelledby="pas"><h2 id="pas">\(ui("Ce que ce n’est pas"))</h2><p class="mt-2">\(ui("Ni un répertoire de bonnes pratiques, ni un réseau de diffusion, ni une liste d’abonnés, ni un site web."))</p></section>
              </div>
    """
}

/// Prints the page, where the browser runs scripts; elsewhere its own menu does.
func printButton(_ ui: Screen) -> HTML {
    "<button type=\"button\" class=\"btn\" data-print hidden>\(icon(.print))\(ui("Imprimer"))</button>"
}

/// One line of a sheet: what it is, and what is known of it.
private func line(_ label: String, _ value: String?, _ ui: Screen) -> HTML {
    "<div class=\"sheet__line\"><dt>\(label)</dt><dd class=\"prose--kept\">\(some: value, { "\($0)" }, else: "<span class=\"muted\">\(ui("à préciser"))</span>")</dd></div>"
}

private func lines(_ id: String, _ title: String, _ content: HTML) -> HTML {
    "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title)</h2><dl class=\"sheet__list mt-2\">\(content)</dl></section>"
}

private func why(_ dossier: Dossier, _ ui: Screen) -> HTML {
    """
    <section aria-labelledby="pourquoi"><h2 id="pourquoi">\(ui("Pourquoi"))</h2>
    \(if: dossier.needs.isEmpty, "<p class=\"muted mt-2\">\(ui("Les besoins n’ont pas encore été retenus par le groupe."))</p>", else: """
        <p class="mt-2">\(ui("Ces besoins ont été exprimés, votés et retenus par les membres."))</p>
        <ul class="sheet__items mt-2">\(each: dossier.needs.prefix(6), { need in
            "<li><strong>\(need.statement)</strong>\(if: !need.baseline.isEmpty, "<br>\(ui("Situation de départ : %@", need.baseline))")</li>"
        })</ul>
        """)</section>
    """
}

private func who(_ dossier: Dossier, _ ui: Screen) -> HTML {
    let (preparation, facts) = (dossier.preparation, dossier.preparation.facts)
    let present = [
        ui("%d membre", "%d membres", facts.members), ui("%d métier", "%d métiers", facts.professions),
        ui("%d établissement", "%d établissements", facts.establishments),
    ].joined(separator: ", ")
    let wanted = preparation.targets.reduce(0) { $0 + $1.wanted }
    return lines(
        "qui", ui("Avec qui"),
        """
        \(line(ui("Présents aujourd’hui"), present, ui))
        \(if: wanted > 0, line(ui("Profils voulus"), ui("%d profil sur %@ au complet", "%d profils sur %@ au complet", preparation.targets.count { $0.isMet }, ui.words.number(preparation.targets.count)), ui))
        \(line(ui("Animation"), dossier.facilitators.map(\.name).joined(separator: ", ").line(), ui))
        \(line(ui("Noyau"), preparation.core.map(\.name).joined(separator: ", ").line(), ui))
        \(line(ui("Parrain ou marraine"), [preparation[.sponsorName], preparation[.sponsorTitle]].filter { !$0.isEmpty }.joined(separator: ", ").line(), ui))
        \(if: !preparation[.practice].isEmpty, line(ui("La pratique partagée"), preparation[.practice], ui))
        """)
}

/// What an institution gives: said in hours, since that is what is asked of it.
private func cost(_ dossier: Dossier, _ ui: Screen) -> HTML {
    let preparation = dossier.preparation
    func hours(_ field: StepField) -> String? {
        let count = preparation.number(field)
        return count > 0 ? ui("%d heure par mois", "%d heures par mois", count) : nil
    }
    return lines(
        "temps", ui("Ce qu’elle demande"),
        """
        \(line(ui("Temps de chaque membre"), hours(.hoursPerMember), ui))
        \(line(ui("Temps d’animation"), hours(.hoursPromised), ui))
        \(line(ui("Budget"), preparation[.budget].line(limit: 500), ui))
        \(line(ui("Durée de vie imaginée"), preparation[.lifetime].line(), ui))
        """)
}

private func objectives(_ dossier: Dossier, _ ui: Screen) -> HTML {
    """
    <section aria-labelledby="objectifs"><h2 id="objectifs">\(ui("Ce qu’elle veut changer"))</h2>
    \(if: dossier.objectives.isEmpty, "<p class=\"muted mt-2\">\(ui("Les objectifs ne sont pas encore écrits."))</p>", else: """
        <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", ui("Ce qu’elle veut changer"), ui("Tableau")))"><table class="table table--stack"><thead><tr><th scope="col">\(ui("Objectif"))</th><th scope="col">\(ui("Mesure"))</th><th scope="col">\(ui("Départ"))</th><th scope="col">\(ui("Échéance"))</th></tr></thead><tbody>\(each: dossier.objectives.prefix(6), { objective in
            "<tr><th scope=\"row\">\(objective.title)</th><td data-label=\"\(ui("Mesure"))\">\(objective.measure.line() ?? "–")</td><td data-label=\"\(ui("Départ"))\">\(objective.baseline.line() ?? "–")</td><td data-label=\"\(ui("Échéance"))\">\(objective.dueAt.map { ui.words.day($0.milliseconds - 1) } ?? "–")</td></tr>"
        })</tbody></table></div>
        """)</section>
    """
}

private func functioning(_ dossier: Dossier, _ ui: Screen) -> HTML {
    let preparation = dossier.preparation
    let next = dossier.meetings.map { ui.inZone(Zone($0.zone)).words.day($0.startsAt.milliseconds) }
    return lines(
        "marche", ui("Comment elle fonctionne"),
        """
        \(line(ui("Rencontres"), ui.present(.meetings, preparation), ui))
        \(line(ui("Prochaines dates"), next.joined(separator: ", ").line(), ui))
        \(line(ui("Réponse promise"), ui("une première réponse en %@", ui.name(of: dossier.path.community.promise)), ui))
        \(line(ui("Quorum"), preparation[.quorum].line(), ui))
        \(line(ui("Ordre du jour"), preparation[.agendaRule].line(limit: 400), ui))
        \(line(ui("Documents réunis"), ui.present(.resources, preparation), ui))
        """)
}

private func evaluationPlan(_ dossier: Dossier, _ ui: Screen) -> HTML {
    func figure(_ value: Double?, _ line: PlannedIndicator) -> String {
        value.map { ui.figure($0, Indicator.ID(rawValue: line.indicator)?.unit ?? .number) } ?? "–"
    }
    func name(_ line: PlannedIndicator) -> String {
        Indicator.ID(rawValue: line.indicator).map { ui.words.text($0.name) } ?? line.indicator
    }
    return """
        <section aria-labelledby="plan"><h2 id="plan">\(ui("Comment on saura ce qu’elle vaut"))</h2>
        \(if: dossier.preparation.plan.isEmpty, "<p class=\"muted mt-2\">\(ui("Le plan d’évaluation n’est pas encore écrit."))</p>", else: """
            <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", ui("Comment on saura ce qu’elle vaut"), ui("Tableau")))"><table class="table table--stack"><thead><tr><th scope="col">\(ui("Indicateur"))</th><th scope="col" class="num">\(ui("Départ"))</th><th scope="col" class="num">\(ui("Cible"))</th><th scope="col">\(ui("Pour qui"))</th><th scope="col">\(ui("Échéance"))</th></tr></thead><tbody>\(each: dossier.preparation.plan.prefix(10), { line in
                "<tr><th scope=\"row\">\(name(line))</th><td class=\"num\" data-label=\"\(ui("Départ"))\">\(figure(line.baseline, line))</td><td class=\"num\" data-label=\"\(ui("Cible"))\">\(figure(line.target, line))</td><td data-label=\"\(ui("Pour qui"))\">\(line.reader.line() ?? "–")</td><td data-label=\"\(ui("Échéance"))\">\(CivilDate(line.dueOn).map { ui.words.day($0) } ?? "–")</td></tr>"
            })</tbody></table></div>
            """)
        \(some: dossier.preparation[.evaluators].line(), { "<p class=\"mt-2 prose--kept\">\(ui("Qui évalue : %@", $0))</p>" })</section>
        """
}

private func safety(_ dossier: Dossier, _ ui: Screen) -> HTML {
    let preparation = dossier.preparation
    let charter = dossier.charter.map { charter in
        charter.adoptedAt.map { ui("version %d, adoptée le %@", charter.version, ui.words.day($0.milliseconds)) }
            ?? ui("version %d, pas encore adoptée", charter.version)
    }
    return lines(
        "surete", ui("Sûreté et données"),
        """
        \(line(ui("Patients"), ui("aucune donnée de patient : chaque message est relu par un garde-fou avant d’être publié"), ui))
        \(line(ui("Charte"), charter, ui))
        \(line(ui("Délégué à la protection des données"), preparation[.dpo].line(), ui))
        \(line(ui("Hébergement"), preparation[.hosting].line(), ui))
        \(line(ui("Ce qui pourrait l’arrêter"), preparation[.risks].line(limit: 500), ui))
        """)
}

/// Where the seven steps and the seven markers are.
private func progress(_ dossier: Dossier, _ ui: Screen) -> HTML {
    let preparation = dossier.preparation
    let missing = Marker.allCases.filter { !preparation.isMet($0) }
    return """
        <section aria-labelledby="etapes"><h2 id="etapes">\(ui("Où en est la préparation"))</h2>
        <ol class="sheet__items mt-2">\(each: Step.allCases, { "<li>\(ui.title(of: $0)) : <strong>\(ui.name(of: preparation.state($0)))</strong></li>" })</ol>
        <p class="mt-2">\(dossier.path.community.launchedAt.map { ui("La communauté est lancée depuis %@.", ui.date($0)) } ?? ui("La communauté n’est pas encore lancée."))\(if: !missing.isEmpty, " \(ui("Il manque : %@.", missing.map { ui.name(of: $0) }.joined(separator: ", ")))")</p></section>
        """
}
