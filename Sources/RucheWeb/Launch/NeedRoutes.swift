import Persistence
import Ruche

enum NeedRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/besoins", for: .member) { request in
            // A word of a survey becomes a need: it arrives typed.
            var form = NeedForm()
            form.draft.statement = request.query["besoin"].line(limit: 300) ?? ""
            return .page(needsPage(try await list(request), form, request.ui))
        }

        routes.post("c/:community/besoins", for: .member) { request in
            var form = NeedForm()
            form.draft = NeedDraft(request.form)
            if request.form.has("remplacer") {
                let draft = form.draft
                form.draft = try await request.view { try draft.replaced(in: $0) }
                return .page(needsPage(try await list(request), form, request.ui), status: .unprocessableContent)
            }
            do {
                let draft = form.draft
                let id = try await request.act { try $0.needs.raise(draft) }
                return .seeOther(.need(id), flash: .needRaised)
            } catch let refusal as Refusal where refusal.field != nil {
                form.refusal = refusal
            } catch let wall as GuardWall {
                form.wall = wall
            }
            return .page(needsPage(try await list(request), form, request.ui), status: .unprocessableContent)
        }

        routes.post("c/:community/besoins/vote", for: .member) { request in
            var dots: [Need.ID: Int] = [:]
            for need in try await list(request).needs {
                let typed = request.form["points-\(need.id)"]
                if let count = Int(typed) { dots[need.id] = count }
            }
            do {
                let chosen = dots
                try await request.act { try $0.needs.vote(chosen) }
                return .seeOther(.needs, flash: .voted)
            } catch let refusal as Refusal where refusal.field != nil {
                var form = NeedForm()
                (form.refusal, form.dots) = (refusal, dots)
                return .page(needsPage(try await list(request), form, request.ui), status: refusal.status)
            }
        }

        routes.get("c/:community/besoins/:id", for: .member) { request in
            .page(needPage(try await model(request), NeedForm(), request.ui))
        }

        routes.get("c/:community/besoins/:id/modifier", for: .member) { request in
            let id = try request.id(Need.self)
            let need = try await request.view { try $0.needs.find(id) }
            return .page(editNeedPage(need, NeedForm(need), request.ui))
        }

        routes.post("c/:community/besoins/:id/modifier", for: .member) { request in
            let id = try request.id(Need.self)
            var form = NeedForm()
            (form.draft, form.version) = (NeedDraft(request.form), Int(request.form["version"]) ?? 0)
            if request.form.has("remplacer") {
                let draft = form.draft
                let (need, replaced) = try await request.view { (try $0.needs.find(id), try draft.replaced(in: $0)) }
                form.draft = replaced
                return .page(editNeedPage(need, form, request.ui), status: .unprocessableContent)
            }
            do {
                let (draft, version) = (form.draft, form.version)
                try await request.act { try $0.needs.change(id, draft, from: version) }
                return .seeOther(.need(id), flash: .kept)
            } catch let refusal as Refusal where refusal.field != nil {
                form.refusal = refusal
            } catch let conflict as EditConflict {
                (form.conflict, form.version) = (conflict, conflict.version)
            } catch let wall as GuardWall {
                form.wall = wall
            }
            let need = try await request.view { try $0.needs.find(id) }
            return .page(
                editNeedPage(need, form, request.ui), status: form.conflict == nil ? .unprocessableContent : .conflict)
        }

        deciding(&routes)
    }

    private static func deciding(_ routes: inout Routes) {
        routes.post("c/:community/besoins/:id/retenir", for: .facilitator) { request in
            let id = try request.id(Need.self)
            let owner = Member.ID(request.form["suivi"])
            try await request.act { try $0.needs.retain(id, owner: owner) }
            return .seeOther(.need(id), flash: .needRetained)
        }

        routes.post("c/:community/besoins/:id/ecarter", for: .facilitator) { request in
            let id = try request.id(Need.self)
            let reason = request.form["raison"]
            return try await settle(request, flash: .needSetAside) { try $0.needs.setAside(id, because: reason) }
        }

        routes.post("c/:community/besoins/:id/remesurer", for: .member) { request in
            let id = try request.id(Need.self)
            let (months, words) = (Int(request.form["mois"]) ?? 0, request.form["mesure"])
            return try await settle(request, flash: .kept) { try $0.needs.remeasure(id, after: months, words) }
        }
    }

    private static func settle(
        _ request: WebRequest, flash: Flash, _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws -> Answer {
        do {
            try await request.act(body)
            return .seeOther(.need(try request.id()), flash: flash)
        } catch let refusal as Refusal where refusal.field != nil {
            var form = NeedForm()
            (form.refusal, form.lines) = (refusal, request.form)
            return .page(needPage(try await model(request), form, request.ui), status: refusal.status)
        }
    }

    private static func list(_ request: WebRequest) async throws -> NeedList {
        try await request.view { NeedList(needs: try $0.needs.all(), ownDots: try $0.needs.ownDots()) }
    }

    private static func model(_ request: WebRequest) async throws -> NeedOnPage {
        let id = try request.id(Need.self)
        return try await request.view { view in
            NeedOnPage(
                trace: try view.needs.trace(id), measures: try view.needs.measures(of: id),
                members: try view.members.directory(limit: 200))
        }
    }
}

extension Link {
    static let needs = Link.inside("/besoins")
    static let needVote = Link.inside("/besoins/vote")
    static func need(_ id: Need.ID) -> Link { .inside("/besoins/\(id)") }
    static func editNeed(_ id: Need.ID) -> Link { .inside("/besoins/\(id)/modifier") }
    static func retainNeed(_ id: Need.ID) -> Link { .inside("/besoins/\(id)/retenir") }
    static func setNeedAside(_ id: Need.ID) -> Link { .inside("/besoins/\(id)/ecarter") }
    static func remeasureNeed(_ id: Need.ID) -> Link { .inside("/besoins/\(id)/remesurer") }
}

struct NeedList: Sendable {
    let needs: [Need]
    let ownDots: [Need.ID: Int]
}

struct NeedOnPage: Sendable {
    let trace: NeedTrace
    let measures: [NeedMeasure]
    let members: [MemberProfile]
}

struct NeedForm {
    var draft = NeedDraft()
    var version = 0
    var dots: [Need.ID: Int]? = nil
    var refusal: Refusal? = nil
    var conflict: EditConflict? = nil
    var wall: GuardWall? = nil
    var lines = Form()

    init() {}

    init(_ need: Need) {
        draft = NeedDraft(statement: need.statement, reach: need.reach, baseline: need.baseline)
        version = need.version
    }
}

extension NeedDraft {
    init(_ form: Form) {
        self.init(statement: form["besoin"], reach: form["portee"], baseline: form["depart"])
        isConfirmed = form.has("confirme")
    }
}
