import Ruche
import Wording

enum SearchRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/recherche", for: .member) { request in
            let asked = SearchRequest(asked: request.query, in: request.ui.language)
            let number = min(max(Int(request.query["page"]) ?? 1, 1), SearchQueries.ranked / SearchQueries.pageLength)
            let memory = request.site.searches
            let model = try await request.view { view in
                SearchOnPage(
                    results: try view.search(with: memory).posts(asked, page: number - 1), number: number,
                    topics: try view.search.topicsOffered())
            }
            return .page(searchPage(model, request.ui))
        }

        routes.get("c/:community/recherche/completer", for: .member) { request in
            let (text, language) = (request.query["q"], request.ui.language)
            let completions = try await request.view { try $0.search.completions(of: text, in: language) }
            return .page(completionList(completions, request.ui))
        }
    }
}

extension SearchRequest {
    /// What was typed in the box, with the filters chosen in the form beside the results.
    init(asked query: Form, in language: Language = .french) {
        var parts = [query["q"].trimmingWhitespace()]
        func add(_ filter: SearchFilter, _ field: String) {
            for value in query.all(field).flatMap({ $0.split(separator: ",") }) {
                let value = String(value).trimmingWhitespace()
                if !value.isEmpty { parts.append(SearchRequest.written(filter, value)) }
            }
        }
        add(.kind, "type")
        add(.author, "auteur")
        add(.topic, "sujet")
        add(.status, "statut")
        add(.after, "apres")
        add(.before, "avant")
        add(.place, "dans")
        self.init(parts.filter { !$0.isEmpty }.joined(separator: " "), isExact: query["exact"] == "1", in: language)
        isWhole = query["anciens"] == "1"
    }
}
