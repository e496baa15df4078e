import Markup
import Ruche

struct SearchOnPage: Sendable {
    let results: SearchResults
    /// From 1.
    let number: Int
    let topics: [String]

    var request: SearchRequest { results.request }
    /// Those of the kinds asked for, or all.
    var others: [OtherFind] {
        request.kinds.isEmpty ? results.others : results.others.filter { request.kinds.contains($0.kind) }
    }
    var showsExchanges: Bool { request.kinds.isEmpty || request.kinds.contains { $0.exchange != nil } }
    /// All that was asked is unknown here: nothing was looked for.
    var isUnknown: Bool { request.words.isEmpty && results.ignored > 0 && results.filterCount == 0 }
    var isEmpty: Bool {
        (!showsExchanges || results.hits.isEmpty) && others.isEmpty && results.elsewhere.allSatisfy { $0.count == 0 }
    }
}

/// Exchanges first, then what else holds the words; what was found is marked; nothing found offers a wider word, then
/// the question to ask.
func searchPage(_ model: SearchOnPage, _ ui: Screen) -> HTML {
    let (results, request) = (model.results, model.request)
    let isAsked = !request.isEmpty && !model.isUnknown
    return page(
        Page(
            isAsked ? ui("Recherche : %@", request.text) : ui("Recherche"), at: .questions,
            """
            <div class="page-head"><div class="page-head__text"><h1>\(ui("Recherche"))</h1>
              \(searchBox(model, ui))
              \(if: isAsked, "<p class=\"meta mt-3\" role=\"status\">\(countSentence(model, ui))</p>")
              \(alsoSought(model, ui))
              \(filterChips(results, ui))
              <p class="only-phone mt-3"><a class="btn" href="#affiner">\(icon(.filter))\(results.filterCount == 0 ? ui("Affiner") : ui("Affiner, %d filtre actif", "Affiner, %d filtres actifs", results.filterCount))</a></p></div></div>
            <div class="cols cols--filters">
              <div>
                \(if: isAsked, found(model, ui), else: filterHelp(isOpen: true, ui))
              </div>
              \(refineForm(model, ui))
            </div>
            """), ui)
}

private func searchBox(_ model: SearchOnPage, _ ui: Screen) -> HTML {
    let remarks = model.results.remarks
    return """
        <form class="search search--row mt-4" role="search" action="\(ui.path(.search))"><label class="vh" for="q2">\(ui("Rechercher"))</label>\(icon(.search))<input class="input" id="q2" name="q" type="search" value="\(model.request.text)" \(completing(ui))\(attribute: "aria-describedby", remarks.isEmpty ? nil : "q2-e")><button class="btn btn--primary">\(ui("Rechercher"))</button></form>
        \(if: !remarks.isEmpty, "<div class=\"stack stack--s mt-2\" id=\"q2-e\">\(each: remarks, { "<p class=\"error\">\(icon(.alert))<span>\($0(ui.words))</span></p>" })</div>")
        """
}

/// What was looked for besides, or in place of what was typed; the exact words are a link away.
private func alsoSought(_ model: SearchOnPage, _ ui: Screen) -> HTML {
    let (results, request) = (model.results, model.request)
    let others = results.sought.others
    if results.corrected == nil, others.isEmpty {
        return request.isExact && !request.words.isEmpty
            ? "<p class=\"meta\">\(ui("Mots exacts, sans synonyme."))</p>" : ""
    }
    let exact = "\(ui.path(.searchFor(request.text)))&exact=1"
    return """
        \(some: results.corrected, { "<p class=\"mt-2\">\(ui("Résultats pour « %@ ».", $0))</p>" })
        <p class="meta">\(if: !others.isEmpty, "\(ui("Aussi cherché : %@.", others.prefix(6).joined(separator: ", "))) ")<a href="\(exact)">\(results.corrected == nil ? ui("Chercher les mots exacts") : ui("Chercher « %@ » exactement", request.words))</a></p>
        """
}

private func found(_ model: SearchOnPage, _ ui: Screen) -> HTML {
    if model.isEmpty {
        return
            "\(nothingFound(model, ui))\(if: !model.request.words.isEmpty, acquaintancesLink(model.request, ui))\(filterHelp(isOpen: false, ui))"
    }
    let results = model.results
    return """
        \(if: model.showsExchanges && !results.hits.isEmpty, """
            <ol class="rows" data-keys>\(each: results.hits, { hit($0, ui.slug, ui) })</ol>
            \(pager(model, ui))
            \(olderLink(model, ui))
            """)
        \(othersSection(model, ui))
        \(each: results.elsewhere, { elsewhereSection($0, model.request, ui) })
        <div class="well mt-6 spread"><p>\(ui("Vous ne trouvez pas ? Posez la question, elle servira aux suivants."))</p><a class="btn" href="\(ui.path(.ask))?titre=\(piece: model.request.words)">\(icon(.plus))\(ui("Poser cette question"))</a></div>
        \(if: !model.request.words.isEmpty, acquaintancesLink(model.request, ui))
        \(filterHelp(isOpen: false, ui))
        """
}

private func acquaintancesLink(_ request: SearchRequest, _ ui: Screen) -> HTML {
    let address = ui.path(.acquaintances(with: request.words))
    return
        "<p class=\"mt-4\"><a class=\"link\" href=\"\(address)\">\(ui("Qui a déjà rencontré ce problème ?"))</a></p>"
}

private func countSentence(_ model: SearchOnPage, _ ui: Screen) -> String {
    let results = model.results
    let words = results.corrected ?? model.request.words
    if results.isCut {
        return words.isEmpty
            ? ui("Plus de %d messages : voici les plus récents.", SearchQueries.ranked)
            : ui("Plus de %d messages pour « %@ » : voici les plus récents.", SearchQueries.ranked, words)
    }
    if results.isOfTheNewest, model.showsExchanges {
        return words.isEmpty
            ? ui("Les %d échanges les plus récents avec ces filtres.", results.count)
            : ui("Les %d échanges les plus récents pour « %@ ».", results.count, words)
    }
    if !model.showsExchanges {
        return model.others.count < SearchQueries.othersShown
            ? ui("%d résultat.", "%d résultats.", model.others.count)
            : ui("Les %d premiers résultats : un mot de plus les resserre.", SearchQueries.othersShown)
    }
    return words.isEmpty
        ? ui("%d échange avec ces filtres.", "%d échanges avec ces filtres.", results.count)
        : ui("%d échange pour « %@ ».", "%d échanges pour « %@ ».", results.count, words)
}

private func hit(_ hit: SearchResults.Hit, _ slug: String?, _ ui: Screen) -> HTML {
    let link: Link = hit.number == 0 ? .question(hit.question.id) : .reply(hit.question.id, hit.number)
    let kind = hit.question.kind
    let what = hit.number == 0 ? ui.name(of: kind) : ui.words(ofReplyIn: kind)
    // A case says no day: with a place, it could tell who the patient is.
    let when = kind == .clinicalCase ? ui.month(hit.writtenAt) : ui.relative(hit.writtenAt)
    return """
        <li class="hit" data-key-row>\(icon(hit.number == 0 ? kind.icon : .reply))<div class="stack stack--s"><p class="meta">\(what)</p><h2 class="ask__title"><a href="\(link.path(in: slug))" data-open>\(marked(hit.title))</a></h2>\(if: !hit.excerpt.parts.isEmpty, "<p class=\"muted\">\(marked(hit.excerpt))</p>")<p class="cluster meta">\(ui.name(of: hit.author)), \(when) \(status(hit.question, ui))\(some: hit.knowledge, { knowledgeMark($0, ui) })</p></div></li>
        """
}

func marked(_ excerpt: Excerpt) -> HTML {
    "\(each: excerpt.parts, { part in part.isFound ? "<mark>\(part.text)</mark>" : HTML(text: part.text) })"
}

/// After the exchanges, on the first page.
private func othersSection(_ model: SearchOnPage, _ ui: Screen) -> HTML {
    if model.others.isEmpty { return "" }
    let isAlone = !model.showsExchanges
    let shown =
        isAlone
        ? model.others
        : SoughtKind.allCases.flatMap { kind in
            model.others.filter { $0.kind == kind }.prefix(3)
        }
    let more = isAlone ? [] : SoughtKind.allCases.filter { kind in model.others.count { $0.kind == kind } > 3 }
    return """
        <section class="mt-6" aria-labelledby="autres"><h2 id="autres" class="mb-3">\(ui("Aussi dans la communauté"))</h2>
        <ul class="rows">\(each: shown, { other($0, ui) })</ul>
        \(if: !more.isEmpty, "<p class=\"cluster mt-3\">\(each: more, { allOthers($0, model, ui) })</p>")</section>
        """
}

private func allOthers(_ kind: SoughtKind, _ model: SearchOnPage, _ ui: Screen) -> HTML {
    let text = model.request.rewritten(words: model.request.words + " type:" + kind.written, without: [.kind])
    let count = model.others.count { $0.kind == kind }
    return "<a class=\"link\" href=\"\(ui.path(.searchFor(text)))\">\(ui.all(kind, count))</a>"
}

private func other(_ find: OtherFind, _ ui: Screen) -> HTML {
    """
    <li class="hit">\(icon(find.kind.icon))<div class="stack stack--s"><p class="meta">\(ui.name(of: find.kind))</p><h3 class="ask__title"><a href="\(ui.path(find.link))">\(marked(find.title))</a></h3>\(if: !find.excerpt.parts.isEmpty, "<p class=\"muted\">\(marked(find.excerpt))</p>")</div></li>
    """
}

private func elsewhereSection(_ found: FoundElsewhere, _ request: SearchRequest, _ ui: Screen) -> HTML {
    let address = Link.searchFor(request.rewritten(without: [.place])).path(in: found.slug)
    return """
        <section class="mt-6"><h2 class="mb-3">\(found.name)</h2>
        \(if: found.hits.isEmpty, "<p class=\"muted\">\(ui("Rien ici."))</p>", else: """
            <ol class="rows">\(each: found.hits, { hit($0, found.slug, ui) })</ol>
            <p class="mt-3"><a class="link" href="\(address)">\(elsewhereSentence(found, ui))</a></p>
            """)</section>
        """
}

private func elsewhereSentence(_ found: FoundElsewhere, _ ui: Screen) -> String {
    if found.isCut { return ui("Plus de %d messages : chercher dans « %@ »", SearchQueries.ranked, found.name) }
    return found.isOfTheNewest
        ? ui("Plus de %d échanges : chercher dans « %@ »", found.count, found.name)
        : ui("%d échange dans « %@ »", "%d échanges dans « %@ »", found.count, found.name)
}

/// Where the older exchanges were not looked through.
private func olderLink(_ model: SearchOnPage, _ ui: Screen) -> HTML {
    guard model.results.isOfTheNewest else { return "" }
    return
        "<p class=\"mt-4\"><a class=\"link\" href=\"\(address(of: model.request, ui))&anciens=1\">\(ui("Chercher aussi parmi les plus anciens"))</a></p>"
}

/// The same search, as it was asked.
private func address(of request: SearchRequest, _ ui: Screen) -> String {
    let whole = request.isWhole ? "&anciens=1" : ""
    return "\(ui.path(.searchFor(request.text)))\(request.isExact ? "&exact=1" : "")\(whole)"
}

private func pager(_ model: SearchOnPage, _ ui: Screen) -> HTML {
    let (count, length, number) = (model.results.count, SearchQueries.pageLength, model.number)
    let pages = min((count + length - 1) / length, SearchQueries.ranked / length)
    guard pages > 1 else { return "" }
    func link(_ page: Int) -> String { "\(address(of: model.request, ui))&page=\(page)" }
    let (first, last) = ((number - 1) * length + 1, min(number * length, count))
    let range = ui("Résultats %@ à %@ sur %@", String(first), String(last), ui.words.number(count))
    return """
        <nav class="pager mt-5" aria-label="\(ui("Pages de résultats"))"><span class="meta">\(range)</span><span class="btn-row">\(if: number > 1, "<a class=\"btn\" href=\"\(link(number - 1))\">\(ui("Page précédente"))</a>")\(if: number < pages, "<a class=\"btn\" href=\"\(link(number + 1))\">\(ui("Page suivante"))\(icon(.right))</a>")</span></nav>
        """
}

private func nothingFound(_ model: SearchOnPage, _ ui: Screen) -> HTML {
    let request = model.request
    if request.words.isEmpty || model.results.filterCount > 0 {
        let address = ui.path(.searchFor(request.words))
        return emptyState(
            request.words.isEmpty
                ? ui("Rien avec ces filtres") : ui("Rien pour « %@ » avec ces filtres", request.words),
            ui("Enlevez-en un, ou cherchez dans tout ce que la communauté a écrit."), id: "rien",
            """
            <div class="btn-row"><a class="btn" href="\(address)">\(request.words.isEmpty ? ui("Enlever les filtres") : ui("Chercher « %@ » sans filtre", request.words))</a>\(if: !request.words.isEmpty, "<a class=\"btn btn--primary\" href=\"\(ui.path(.ask))?titre=\(piece: request.words)\">\(ui("Poser la question"))</a>")</div>
            """)
    }
    return emptyState(
        ui("Rien pour « %@ »", request.words),
        ui("Personne n’en a encore parlé ici. Votre question sera la première, et servira aux suivants."), id: "rien",
        """
        <div class="btn-row">\(some: model.results.wider, { "<a class=\"btn\" href=\"\(ui.path(.searchFor($0)))\">\(ui("Essayer « %@ »", $0))</a>" })<a class="btn btn--primary" href="\(ui.path(.ask))?titre=\(piece: request.words)">\(ui("Poser la question"))</a></div>
        """)
}

extension OtherFind {
    fileprivate var link: Link {
        switch kind {
        case .member: .member(.init(id))
        case .objective: .objective(.init(id))
        case .need: .need(.init(id))
        case .meeting: .meeting(.init(id))
        case .decision: .decision(.init(id))
        case .resource: .resource(id)
        case .announcement: .announcement(.init(id))
        default: .question(.init(id))
        }
    }
}

extension SoughtKind {
    var icon: Icon {
        switch self {
        case .member: .users
        case .objective: .practice
        case .need: .pin
        case .meeting: .calendar
        case .decision: .scale
        case .resource: .file
        case .announcement: .info
        default: exchange?.icon ?? .ask
        }
    }
}

extension Screen {
    func name(of kind: SoughtKind) -> String {
        switch kind {
        case .member: self("Membre")
        case .objective: self("Objectif")
        case .need: self("Besoin")
        case .meeting: self("Rencontre")
        case .decision: self("Décision")
        case .resource: self("Document")
        case .announcement: self("Annonce")
        default: name(of: kind.exchange ?? .question)
        }
    }

    func plural(of kind: SoughtKind) -> String {
        switch kind {
        case .member: self("Membres")
        case .objective: self("Objectifs")
        case .need: self("Besoins")
        case .meeting: self("Rencontres")
        case .decision: self("Décisions")
        case .resource: self("Documents")
        case .announcement: self("Annonces")
        default: plural(of: kind.exchange ?? .question)
        }
    }

    fileprivate func words(ofReplyIn kind: Question.Kind) -> String {
        switch kind {
        case .question: self("Réponse dans une question")
        case .idea: self("Réponse à une idée")
        case .discussion: self("Réponse dans une discussion")
        case .experience: self("Réponse à un retour d’expérience")
        case .information: self("Réponse à une information")
        case .clinicalCase: self("Réponse dans un cas")
        }
    }

    /// "Membres : les 12"
    fileprivate func all(_ kind: SoughtKind, _ count: Int) -> String {
        self("%@ : voir les %@", plural(of: kind), String(count))
    }
}
