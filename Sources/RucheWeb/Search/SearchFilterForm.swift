import Calendaring
import Markup
import Ruche

/// Every filter that can be typed, as controls: without script, without a name to remember.
func refineForm(_ model: SearchOnPage, _ ui: Screen) -> HTML {
    let (request, counts) = (model.request, model.results.counts)
    let kinds = SoughtKind.allCases.filter { kind in
        counts.isEmpty || counts[kind] != nil || request.kinds.contains(kind) || kind == .question
    }
    let status = request.statuses.first
    let place = request.places.first?.written ?? ""
    let statuses: [(value: SoughtStatus?, label: String)] = [
        (nil, ui("Tous")), (.waiting, ui("En attente")), (.unanswered, ui("Sans réponse")),
        (.resolved, ui("Avec solution")), (.applied, ui("Appliquées")), (.closed, ui("N’attend plus")),
    ]
    let places: [(value: String, label: String)] = [
        ("", ui("Partout dans les échanges")), (SoughtPlace.title.written, ui("Les titres")),
        (SoughtPlace.opening.written, ui("Le premier message")), (SoughtPlace.replies.written, ui("Les réponses")),
        (SoughtPlace.solution.written, ui("Les solutions retenues")),
        (SoughtPlace.everywhere.written, ui("Toutes vos communautés")),
    ]
    let states = model.countsByState
    return """
        <form class="stack filters" id="affiner" action="\(ui.path(.search))" aria-label="\(ui("Affiner"))"><input type="hidden" name="q" value="\(request.words)">
          <fieldset><legend class="label">\(ui("Type"))</legend>\(each: kinds, { kind in
              "<label class=\"choice\"><input type=\"checkbox\" name=\"type\" value=\"\(kind.written)\"\(flag: "checked", request.kinds.contains(kind))><span class=\"choice__text\"><span>\(ui.plural(of: kind))\(some: counts[kind], { " <span class=\"meta\">(\($0))</span>" })</span></span></label>"
          })</fieldset>
          <fieldset><legend class="label">\(ui("État"))</legend>\(each: statuses, { choice in
              "<label class=\"choice\"><input type=\"radio\" name=\"statut\" value=\"\(choice.value?.written ?? "")\"\(flag: "checked", status == choice.value)><span class=\"choice__text\"><span>\(choice.label)\(some: choice.value.flatMap { states?[$0] }, { " <span class=\"meta\">(\($0))</span>" })</span></span></label>"
          })</fieldset>
          \(Field(name: "auteur", label: ui("Écrit par"), hint: ui("Un nom, ou « moi ».")).input(request.authors.joined(separator: ", "), autocomplete: "off", maxLength: 120, ui))
          \(topicField(model, ui))
          \(Field(name: "apres", label: ui("Depuis le")).input(request.after?.description ?? "", type: "date", ui))
          \(Field(name: "avant", label: ui("Avant le")).input(request.before?.description ?? "", type: "date", ui))
          \(Field(name: "dans", label: ui("Où")).select(place, places, ui))
          <p><button class="btn">\(ui("Appliquer"))</button></p>
        </form>
        """
}

private func topicField(_ model: SearchOnPage, _ ui: Screen) -> HTML {
    let typed = model.request.topics.joined(separator: ", ")
    if model.topics.isEmpty || model.topics.count > 60 || model.request.topics.count > 1 {
        return Field(name: "sujet", label: ui("Sujet")).input(typed, autocomplete: "off", maxLength: 120, ui)
    }
    let own = model.topics.contains(typed) || typed.isEmpty ? [] : [(value: typed, label: typed)]
    return Field(name: "sujet", label: ui("Sujet")).select(
        typed, [(value: "", label: ui("Tous"))] + own + model.topics.map { (value: $0, label: $0) }, ui)
}

/// What was understood, filter by filter; each can be taken away.
func filterChips(_ results: SearchResults, _ ui: Screen) -> HTML {
    let request = results.request
    var chips: [(filter: SearchFilter, text: String)] = []
    func add(_ filter: SearchFilter, _ label: String, _ values: [String]) {
        if !values.isEmpty { chips.append((filter, ui("%@ : %@", label, values.joined(separator: ", ")))) }
    }
    add(.kind, ui("type"), request.kinds.map { ui.name(of: $0).lowercasedFirst })
    add(.author, ui("écrit par"), results.authors)
    add(.topic, ui("sujet"), results.topics)
    add(.status, ui("état"), request.statuses.map { ui.name(of: $0) })
    if let day = request.after { chips.append((.after, ui("depuis le %@", ui.words.date(day)))) }
    if let day = request.before { chips.append((.before, ui("avant le %@", ui.words.date(day)))) }
    add(.place, ui("dans"), request.places.map { ui.name(of: $0) })
    if chips.isEmpty { return "" }
    return """
        <ul class="cluster mt-3" aria-label="\(ui("Filtres en vigueur"))">\(each: chips, { chip in
            let address = ui.path(.searchFor(request.rewritten(without: [chip.filter])))
            return "<li><a class=\"topic\" href=\"\(address)\">\(chip.text)<span class=\"vh\"> (\(ui("enlever ce filtre")))</span> <span aria-hidden=\"true\">&#160;×</span></a></li>"
        })</ul>
        """
}

/// The filters as they are typed, with an example of each.
func filterHelp(isOpen: Bool, _ ui: Screen) -> HTML {
    func typed(_ filter: SearchFilter, _ value: String) -> String {
        SearchRequest.written(filter, value, in: ui.language)
    }
    let examples: [(typed: String, meaning: String)] = [
        (typed(.author, "claire"), ui("ce que Claire a signé ; « auteur:moi » pour vos messages")),
        (typed(.topic, "soins palliatifs"), ui("un sujet ; des guillemets quand il y a un espace")),
        (
            typed(.kind, SoughtKind.idea.written(in: ui.language)),
            ui(
                "question, idée, discussion, expérience, information, cas, membre, objectif, besoin, rencontre, décision, document, annonce"
            )
        ),
        (
            typed(.status, SoughtStatus.resolved.written(in: ui.language)),
            ui("en-attente, sans-réponse, répondue, utile, résolue, appliquée, fermée")
        ),
        (typed(.unanswered, ""), ui("les questions que personne n’a encore reprises")),
        (typed(.after, "2026-03"), ui("depuis mars 2026 ; aussi 12/03/2026 ou \"mars 2026\"")),
        (typed(.before, "12/03/2026"), ui("jusqu’au 11 mars 2026")),
        (
            typed(.place, SoughtPlace.title.written(in: ui.language)),
            ui("titre, question, réponses, solution ; « dans:toutes » pour toutes vos communautés")
        ),
    ]
    return """
        <details class="more mt-6"\(flag: "open", isOpen)><summary>\(ui("Les filtres à écrire dans la recherche"))</summary>
        <dl class="kv mt-3">\(each: examples, { "<dt><a class=\"link\" href=\"\(ui.path(.searchFor($0.typed)))\"><code>\($0.typed)</code></a></dt><dd>\($0.meaning)</dd>" })</dl>
        <p class="mt-3"><a class="link" href="\(ui.path(.synonyms))">\(ui("Les synonymes que la recherche connaît"))</a></p>
        </details>
        """
}

extension Screen {
    func name(of status: SoughtStatus) -> String {
        switch status {
        case .waiting: self("en attente")
        case .unanswered: self("sans réponse")
        case .answered: self("avec réponse")
        case .useful: self("jugée utile")
        case .resolved: self("avec solution")
        case .applied: self("appliquée")
        case .closed: self("n’attend plus")
        }
    }

    func name(of place: SoughtPlace) -> String {
        switch place {
        case .title: self("les titres")
        case .opening: self("le premier message")
        case .replies: self("les réponses")
        case .solution: self("les solutions retenues")
        case .everywhere: self("toutes vos communautés")
        }
    }
}

extension SearchOnPage {
    /// How many of the exchanges stand in each state: of a list that is shown whole, since what is shown is read. To
    /// count the others would be to read them.
    var countsByState: [SoughtStatus: Int]? {
        guard request.statuses.isEmpty, showsExchanges, number == 1, results.hits.count == results.count else {
            return nil
        }
        func count(_ isSo: (QuestionOnList) -> Bool) -> Int { results.hits.count { isSo($0.question) } }
        func waits(_ question: QuestionOnList) -> Bool {
            question.kind == .question && question.resolvedAt == nil && question.closedAt == nil
        }
        return [
            .waiting: count(waits), .unanswered: count { waits($0) && $0.answeredAt == nil },
            .resolved: count { $0.resolvedAt != nil }, .applied: count { $0.appliedAt != nil },
            .closed: count { $0.closedAt != nil },
        ]
    }
}
