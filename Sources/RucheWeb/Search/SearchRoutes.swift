import Ruche

enum SearchRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/recherche", for: .member) { request in
            let text = request.query["q"].trimmingWhitespace()
            let number = min(max(Int(request.query["page"]) ?? 1, 1), SearchQueries.ranked / SearchQueries.pageLength)
            let results = try await request.view { try $0.search.posts(text, page: number - 1) }
            return .page(searchPage(results, page: number, request.ui))
        }
    }
}
