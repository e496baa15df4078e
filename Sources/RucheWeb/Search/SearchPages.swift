import Markup
import Ruche

/// Exchanges first; what was found is marked; nothing found offers a wider word, then the question to ask.
func searchPage(_ results: SearchResults, page number: Int, _ ui: Screen) -> HTML {
    let asked = results.question
    return page(
        Page(
            asked.isEmpty ? ui("Recherche") : ui("Recherche : %@", asked), at: .questions,
            """
            <div class="page-head"><div class="page-head__text"><h1>\(ui("Recherche"))</h1>
              <form class="search search--row mt-4" role="search" action="\(ui.path(.search))"><label class="vh" for="q2">\(ui("Rechercher"))</label>\(icon(.search))<input class="input" id="q2" name="q" type="search" value="\(asked)"><button class="btn btn--primary">\(ui("Rechercher"))</button></form>
              \(if: !asked.isEmpty, "<p class=\"meta mt-3\" role=\"status\">\(countSentence(results, ui))</p>")</div></div>
            \(if: !results.hits.isEmpty, """
                <ol class="rows">\(each: results.hits, { hit($0, ui) })</ol>
                \(pager(results, number, ui))
                """)
            \(if: !asked.isEmpty && results.hits.isEmpty, nothingFound(results, ui))
            \(if: !asked.isEmpty && !results.hits.isEmpty, """
                <div class="well mt-6 spread"><p>\(ui("Vous ne trouvez pas ? Posez la question, elle servira aux suivants."))</p><a class="btn" href="\(ui.path(.ask))?titre=\(piece: asked)">\(icon(.plus))\(ui("Poser cette question"))</a></div>
                """)
            """), ui)
}

private func countSentence(_ results: SearchResults, _ ui: Screen) -> String {
    if results.isCut {
        return ui("Plus de %d messages pour « %@ » : voici les plus récents.", SearchQueries.ranked, results.question)
    }
    return ui("%d échange pour « %@ ».", "%d échanges pour « %@ ».", results.count, results.question)
}

private func hit(_ hit: SearchResults.Hit, _ ui: Screen) -> HTML {
    let link: Link = hit.number == 0 ? .question(hit.question.id) : .reply(hit.question.id, hit.number)
    return """
        <li class="hit">\(icon(hit.number == 0 ? .ask : .reply))<div class="stack stack--s"><p class="meta">\(hit.number == 0 ? ui("Question") : ui("Réponse dans une question"))</p><h2 class="ask__title"><a href="\(ui.path(link))">\(marked(hit.title))</a></h2>\(if: !hit.excerpt.parts.isEmpty, "<p class=\"muted\">\(marked(hit.excerpt))</p>")<p class="cluster meta">\(ui.name(of: hit.author)), \(ui.relative(hit.writtenAt)) \(status(hit.question, ui))</p></div></li>
        """
}

private func marked(_ excerpt: Excerpt) -> HTML {
    "\(each: excerpt.parts, { part in part.isFound ? "<mark>\(part.text)</mark>" : HTML(text: part.text) })"
}

private func pager(_ results: SearchResults, _ number: Int, _ ui: Screen) -> HTML {
    let pages = (results.count + SearchQueries.pageLength - 1) / SearchQueries.pageLength
    guard pages > 1 else { return "" }
    func link(_ page: Int) -> String { "\(ui.path(.searchFor(results.question)))&page=\(page)" }
    return """
        <nav class="pager mt-5" aria-label="\(ui("Pages de résultats"))"><span class="meta">\(ui("Page %d sur %d", number, pages))</span><span class="btn-row">\(if: number > 1, "<a class=\"btn\" href=\"\(link(number - 1))\">\(ui("Page précédente"))</a>")\(if: number < pages, "<a class=\"btn\" href=\"\(link(number + 1))\">\(ui("Page suivante"))\(icon(.right))</a>")</span></nav>
        """
}

private func nothingFound(_ results: SearchResults, _ ui: Screen) -> HTML {
    let words = results.question.split(separator: " ").map(String.init)
    let wider = words.count > 1 ? words.max { $0.count < $1.count } : nil
    return emptyState(
        ui("Rien pour « %@ »", results.question),
        ui("Personne n’en a encore parlé ici. Votre question sera la première, et servira aux suivants."), id: "rien",
        """
        <div class="btn-row">\(some: wider, { "<a class=\"btn\" href=\"\(ui.path(.searchFor($0)))\">\(ui("Essayer « %@ »", $0))</a>" })<a class="btn btn--primary" href="\(ui.path(.ask))?titre=\(piece: results.question)">\(ui("Poser la question"))</a></div>
        """)
}
