import NIOCore
import Ruche

enum LifeRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/vie", for: .member) { request in
            .page(lifePage(try await model(request), LifeForm(), request.ui))
        }

        routes.post("c/:community/vie/revue", for: .facilitator) { request in
            let isEarly = request.form.has("clore")
            return try await answer(request, flash: .reviewOpened) { act in
                if isEarly { try act.life.askWhetherToClose() } else { try act.life.openReview() }
            }
        }

        routes.post("c/:community/vie/voix", for: .member) { request in
            let choice = Review.Choice(rawValue: request.form["choix"])
            return try await answer(request, flash: .voted) { try $0.life.vote(choice) }
        }

        routes.post("c/:community/vie/conclure", for: .facilitator) { request in
            let words = request.form["phrase"]
            return try await answer(request, flash: .reviewConcluded) { try $0.life.concludeReview(saying: words) }
        }

        routes.post("c/:community/vie/clore", for: .facilitator) { request in
            let words = request.form["adieu"]
            return try await answer(request, flash: .communityClosed) { try $0.life.close(saying: words) }
        }

        routes.post("c/:community/vie/rouvrir", for: .facilitator, isLasting: true) { request in
            try await answer(request, flash: .communityReopened) { try $0.life.reopen() }
        }

        routes.get("c/:community/vie/export.json", for: .member) { request in
            let json = try await request.view { try $0.communityExport().json }
            return .file(ByteBuffer(string: json), name: "\(request.ui.slug ?? "").json", type: "application/json")
        }

        routes.get("c/:community/vie/export.zip", for: .member) { request in
            let export = try await request.view { try $0.communityExport() }
            let files = request.site.files
            let bytes = try await export.folder(request.ui) { try files.find($0) }.zip(
                listing: missingFiles(request.ui))
            return .file(ByteBuffer(bytes: bytes), name: "\(request.ui.slug ?? "").zip", type: "application/zip")
        }

        routes.get("c/:community/vie/export.md", for: .member) { request in
            let export = try await request.view { try $0.communityExport() }
            let text = export.markdown(request.ui)
            return .file(
                ByteBuffer(string: text), name: "\(request.ui.slug ?? "").md", type: "text/markdown; charset=utf-8")
        }
    }

    private static func answer(
        _ request: WebRequest, flash: Flash, _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws -> Answer {
        var form = LifeForm(words: request.form["adieu"], sentence: request.form["phrase"])
        do {
            try await request.act(body)
            return .seeOther(.life, flash: flash)
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            form.refusal = refusal
        } catch let wall as GuardWall {
            form.refusal = wall.refusal(field: "adieu")
        }
        return .page(lifePage(try await model(request), form, request.ui), status: form.refusal?.status ?? .conflict)
    }

    private static func model(_ request: WebRequest) async throws -> LifeOnPage {
        try await request.view { try LifeOnPage($0) }
    }
}

extension Link {
    static let life = Link.inside("/vie")
    static let openReview = Link.inside("/vie/revue")
    static let voice = Link.inside("/vie/voix")
    static let concludeReview = Link.inside("/vie/conclure")
    static let closeCommunity = Link.inside("/vie/clore")
    static let reopenCommunity = Link.inside("/vie/rouvrir")
    static let exportFile = Link.inside("/vie/export.json")
    static let exportArchive = Link.inside("/vie/export.zip")
    static let exportText = Link.inside("/vie/export.md")
}
