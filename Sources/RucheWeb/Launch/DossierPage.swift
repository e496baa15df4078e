import Calendaring
import Markup
import Persistence
import Ruche

/// What the *dossier de création* tells of a community: read live, for somebody who has never seen Ruche.
struct Dossier: Sendable {
    let path: PathOnPage
    let needs: [Need]
    /// Adopted by the group, and still under way.
    let objectives: [Objective]
    /// Written by one member, not adopted yet.
    let drafts: Int
    let meetings: [Meeting]
    let facilitators: [Member]
    let charter: Charter?

    init(_ view: View) throws {
        path = try PathOnPage(view)
        needs = try view.needs.all().filter { $0.retainedAt != nil && $0.setAsideAt == nil }
        let open = try view.objectives.all().filter { $0.closedAt == nil }
        objectives = open.filter { $0.adoptedAt != nil }
        drafts = open.count - objectives.count
        meetings = try view.meetings.coming(limit: 4)
        facilitators = try view.members.facilitators()
        charter = try view.charters.current()
    }

    var preparation: Preparation { path.preparation }
}

/// The two pages that go to a director: why, with whom, at what cost, how it works and how one will know what it was
/// worth. What is not known yet says so, since an empty line hides a question.
func dossierPage(_ dossier: Dossier, _ ui: Screen) -> HTML {
    let (community, room) = (dossier.path.community, dossier.room)
    return page(
        Page(
            ui("Dossier de création"), at: ui.isMember ? .launch : .evaluation,
            """
            \(if: ui.isMember, crumbs([(ui("Mise en place"), .launch)], ui))
            \(pageHead(community.name, eyebrow: ui("Dossier de création, état du %@", ui.fullDay(ui.now)), lede: room.fit(dossier.preparation[.domain], 240), actions: "\(printButton(ui))<a class=\"btn\" href=\"\(ui.path(.dossierFile))\" download>\(icon(.download))\(ui("Télécharger (PDF)"))</a>"))
            <div class="sheet stack stack--l">\(dossierBody(dossier, room, ui))</div>
            """), ui)
}

/// The same two pages as a document of its own, for a PDF.
func dossierDocument(_ dossier: Dossier, _ room: DossierRoom, _ ui: Screen) -> HTML {
    let community = dossier.path.community
    let title = ui("Dossier de création : %@", community.name)
    return """
        <!doctype html>
        <html lang="\(ui.language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title></head>
        <body><p class="eyebrow">\(ui("Dossier de création, état du %@", ui.fullDay(ui.now)))</p><h1>\(community.name)</h1>\(some: room.fit(dossier.preparation[.domain], 240), { "<p class=\"lede\">\($0)</p>" })
        \(dossierBody(dossier, room, ui))</body></html>
        """
}

private func dossierBody(_ dossier: Dossier, _ room: DossierRoom, _ ui: Screen) -> HTML {
    """
              <p>\(ui("Une communauté de pratique réunit durablement des pairs d’un même métier ou d’un même domaine. Ils s’y posent leurs vraies questions, disent ce qui a marché au lit du patient, se mettent d’accord sur des façons de faire et écrivent ensemble ce qu’ils ont appris. Elle est animée, jamais dirigée."))</p>
              \(why(dossier, room, ui))
              \(who(dossier, room, ui))
              \(cost(dossier, room, ui))
              \(objectives(dossier, room, ui))
              <div class="sheet__break stack stack--l">
              \(functioning(dossier, room, ui))
              \(evaluationPlan(dossier, room, ui))
              \(safety(dossier, room, ui))
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

private func why(_ dossier: Dossier, _ room: DossierRoom, _ ui: Screen) -> HTML {
    let voted = dossier.needs.count { $0.dots > 0 }
    let origin =
        voted == dossier.needs.count
        ? ui("Ces besoins ont été exprimés et votés par les membres, puis retenus.")
        : voted == 0
            ? ui("Ces besoins ont été exprimés par les membres, puis retenus sans vote.")
            : ui("Ces besoins ont été exprimés par les membres, puis retenus ; le vote de chacun est indiqué.")
    let more = dossier.needs.count - room.needs
    return """
        <section aria-labelledby="pourquoi"><h2 id="pourquoi">\(ui("Pourquoi"))</h2>
        \(if: dossier.needs.isEmpty, "<p class=\"muted mt-2\">\(ui("Les besoins n’ont pas encore été retenus par le groupe."))</p>", else: """
            <p class="mt-2">\(origin)</p>
            <ul class="sheet__items mt-2">\(each: dossier.needs.prefix(room.needs), { need in
                "<li><strong>\(room.fit(need.statement, 160) ?? "")</strong> (\(need.dots > 0 ? ui("%d point au vote", "%d points au vote", need.dots) : ui("sans vote")))\(some: room.fit(need.baseline, 140), { "<br>\(ui("Situation de départ : %@", $0))" })</li>"
            })\(if: more > 0, "<li>\(ui("et %d autre.", "et %d autres.", more))</li>")</ul>
            """)</section>
        """
}

private func who(_ dossier: Dossier, _ room: DossierRoom, _ ui: Screen) -> HTML {
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
        \(line(ui("Animation"), room.fit(dossier.facilitators.map(\.name).joined(separator: ", "), 160), ui))
        \(line(ui("Noyau"), room.fit(preparation.core.map(\.name).joined(separator: ", "), 220), ui))
        \(line(ui("Parrain ou marraine"), room.fit([preparation[.sponsorName], preparation[.sponsorTitle]].filter { !$0.isEmpty }.joined(separator: ", "), 160), ui))
        \(some: room.fit(preparation[.practice], 290), { line(ui("La pratique partagée"), $0, ui) })
        """)
}

/// What an institution gives: said in hours, since that is what is asked of it.
private func cost(_ dossier: Dossier, _ room: DossierRoom, _ ui: Screen) -> HTML {
    let preparation = dossier.preparation
    func hours(_ field: StepField) -> String? {
        let minutes = preparation.minutes(field)
        return minutes > 0 ? ui.hoursAMonth(minutes) : nil
    }
    return lines(
        "temps", ui("Ce qu’elle demande"),
        """
        \(line(ui("Temps de chaque membre"), hours(.hoursPerMember), ui))
        \(line(ui("Temps d’animation"), hours(.hoursPromised), ui))
        \(line(ui("Budget"), room.fit(preparation[.budget], 220), ui))
        \(line(ui("Durée de vie imaginée"), room.fit(preparation[.lifetime], 160), ui))
        """)
}

private func objectives(_ dossier: Dossier, _ room: DossierRoom, _ ui: Screen) -> HTML {
    let more = dossier.objectives.count - room.objectives
    let title = ui("Ce qu’elle veut changer")
    return """
        <section aria-labelledby="objectifs"><h2 id="objectifs">\(title)</h2>
        \(if: dossier.objectives.isEmpty, "<p class=\"muted mt-2\">\(ui("Le groupe n’a pas encore adopté d’objectif."))</p>", else: """
            <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", title, ui("Tableau")))"><table class="table table--stack"><thead><tr><th scope="col">\(ui("Objectif"))</th><th scope="col">\(ui("Mesure"))</th><th scope="col">\(ui("Départ"))</th><th scope="col">\(ui("Échéance"))</th></tr></thead><tbody>\(each: dossier.objectives.prefix(room.objectives), { objective in
                "<tr><th scope=\"row\">\(room.fit(objective.title, 110) ?? "")</th><td data-label=\"\(ui("Mesure"))\">\(room.fit(objective.measure, 100) ?? "–")</td><td data-label=\"\(ui("Départ"))\">\(room.fit(objective.baseline, 60) ?? "–")</td><td data-label=\"\(ui("Échéance"))\">\(objective.dueAt.map { ui.fullDay($0 - .milliseconds(1)) } ?? "–")</td></tr>"
            })</tbody></table></div>
            """)
        \(if: more > 0, "<p class=\"mt-2\">\(ui("Et %d autre objectif adopté.", "Et %d autres objectifs adoptés.", more))</p>")
        \(if: dossier.drafts > 0, "<p class=\"muted mt-2\">\(ui("%d autre est proposé, pas encore adopté.", "%d autres sont proposés, pas encore adoptés.", dossier.drafts))</p>")</section>
        """
}

private func functioning(_ dossier: Dossier, _ room: DossierRoom, _ ui: Screen) -> HTML {
    let preparation = dossier.preparation
    let next = dossier.meetings.map { ui.inZone(Zone($0.zone)).fullDay($0.startsAt) }
    return lines(
        "marche", ui("Comment elle fonctionne"),
        """
        \(line(ui("Rencontres"), ui.present(.meetings, preparation), ui))
        \(line(ui("Prochaines dates"), next.joined(separator: ", ").line(), ui))
        \(line(ui("Réponse promise"), ui("une première réponse en %@", ui.name(of: dossier.path.community.promise)), ui))
        \(line(ui("Quorum"), room.fit(preparation[.quorum], 160), ui))
        \(line(ui("Ordre du jour"), room.fit(preparation[.agendaRule], 300), ui))
        \(line(ui("Documents réunis"), ui.present(.resources, preparation), ui))
        """)
}

private func evaluationPlan(_ dossier: Dossier, _ room: DossierRoom, _ ui: Screen) -> HTML {
    func target(_ line: PlannedIndicator) -> String {
        line.target.map { ui.figure($0, Indicator.ID(rawValue: line.indicator)?.unit ?? .number) } ?? "–"
    }
    let more = dossier.preparation.plan.count - room.plan
    // Three names on three lines of a form are one line of a sheet.
    let evaluators = dossier.preparation[.evaluators].split(whereSeparator: \.isNewline).joined(separator: ", ")
    func name(_ line: PlannedIndicator) -> String {
        Indicator.ID(rawValue: line.indicator).map { ui.words.text($0.name) } ?? line.indicator
    }
    return """
        <section aria-labelledby="plan"><h2 id="plan">\(ui("Comment on saura ce qu’elle vaut"))</h2>
        \(if: dossier.preparation.plan.isEmpty, "<p class=\"muted mt-2\">\(ui("Le plan d’évaluation n’est pas encore écrit."))</p>", else: """
            <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", ui("Comment on saura ce qu’elle vaut"), ui("Tableau")))"><table class="table table--stack"><thead><tr><th scope="col">\(ui("Indicateur"))</th><th scope="col" class="num">\(ui("Départ"))</th><th scope="col" class="num">\(ui("Cible"))</th><th scope="col">\(ui("Pour qui"))</th><th scope="col">\(ui("Échéance"))</th></tr></thead><tbody>\(each: dossier.preparation.plan.prefix(room.plan), { line in
                "<tr><th scope=\"row\">\(name(line))</th><td class=\"num\" data-label=\"\(ui("Départ"))\">\(ui.start(of: line))</td><td class=\"num\" data-label=\"\(ui("Cible"))\">\(target(line))</td><td data-label=\"\(ui("Pour qui"))\">\(room.fit(line.reader, 60) ?? "–")</td><td data-label=\"\(ui("Échéance"))\">\(CivilDate(line.dueOn).map { ui.words.fullDay($0) } ?? "–")</td></tr>"
            })</tbody></table></div>
            """)
        \(if: more > 0, "<p class=\"mt-2\">\(ui("Et %d autre indicateur.", "Et %d autres indicateurs.", more))</p>")
        \(some: room.fit(evaluators, 220), { "<p class=\"mt-2\">\(ui("Qui évalue : %@", $0))</p>" })</section>
        """
}

private func safety(_ dossier: Dossier, _ room: DossierRoom, _ ui: Screen) -> HTML {
    let preparation = dossier.preparation
    let charter = dossier.charter.map { charter in
        charter.adoptedAt.map { ui("version %d, adoptée le %@", charter.version, ui.fullDay($0)) }
            ?? ui("version %d, pas encore adoptée", charter.version)
    }
    return lines(
        "surete", ui("Sûreté et données"),
        """
        \(line(ui("Patients"), ui("aucune donnée de patient n’a sa place ici : avant chaque publication, un garde-fou montre ce qui ferait reconnaître quelqu’un ; l’auteur corrige, ou confirme, et sa confirmation est relue"), ui))
        \(line(ui("Charte"), charter, ui))
        \(line(ui("Délégué à la protection des données"), room.fit(preparation[.dpo], 160), ui))
        \(line(ui("Hébergement"), room.fit(preparation[.hosting], 260), ui))
        \(line(ui("Ce qui pourrait l’arrêter"), room.fit(preparation[.risks], 800), ui))
        """)
}

/// Where the seven steps and the seven markers are.
private func progress(_ dossier: Dossier, _ ui: Screen) -> HTML {
    let preparation = dossier.preparation
    let missing = Marker.allCases.filter { !preparation.isMet($0) }
    return """
        <section aria-labelledby="etapes"><h2 id="etapes">\(ui("Où en est la préparation"))</h2>
        <ol class="sheet__items mt-2">\(each: Step.allCases, { "<li>\(ui.title(of: $0)) : <strong>\(ui.name(of: preparation.state($0)))</strong></li>" })</ol>
        <p class="mt-2">\(dossier.path.community.launchedAt.map { ui("La communauté est lancée depuis le %@.", ui.fullDay($0)) } ?? ui("La communauté n’est pas encore lancée."))\(if: !missing.isEmpty, " \(ui("Il manque : %@.", missing.map { ui.name(of: $0).lowercasedFirst }.joined(separator: ", ")))")</p></section>
        """
}

extension Screen {
    /// "26 novembre 2026": paper outlives its year.
    func fullDay(_ date: CivilDate) -> String { words.fullDay(date) }
    func fullDay(_ instant: Instant) -> String { words.fullDay(words.zone.date(at: instant.milliseconds)) }
}

extension String {
    /// At most so many characters, cut between two words and marked so; nil when nothing is said. Empty lines go.
    func excerpt(_ limit: Int) -> String? {
        let lines: [String] = split { $0.isNewline }.map { String($0).trimmingWhitespace() }
        let text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
        guard text.count > limit else { return text.isEmpty ? nil : text }
        let head = text.prefix(limit)
        let end = head.lastIndex { $0.isWhitespace } ?? head.endIndex
        return String(head[..<end]).trimmingWhitespace() + " […]"
    }
}
