import PatientGuard
import Ruche

/// Words in private.
enum PrivateTalkRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/mots", for: .member) { request in
            .page(privateTalksPage(try await request.view { try $0.privateTalks.all() }, request.ui))
        }

        routes.get("c/:community/mots/nouveau", for: .member) { request in
            let named = Member.ID(request.query["a"])
            let (known, people) = try await request.view { view in
                (try view.privateTalks.reachable(), try view.privateTalks.offered())
            }
            let form = PrivateTalkForm(names: known.first { $0.id == named }?.name ?? "")
            return .page(newPrivateTalkPage(form, people, request.ui))
        }

        routes.post("c/:community/mots/nouveau", for: .member) { request in
            try request.slowPublishing()
            var form = try await typed(request)
            let (names, text, isConfirmed) = (form.names, form.text, request.form.has("confirme"))
            if !request.form.has("remplacer") {
                do {
                    let talk = try await request.act {
                        try $0.privateTalks.begin(with: names, text, isConfirmed: isConfirmed)
                    }
                    return .seeOther(.privateTalk(talk), flash: .wordSent)
                } catch let refusal as Refusal where refusal.kind == .invalid {
                    form.refusal = refusal
                } catch let wall as GuardWall {
                    form.wall = wall
                }
            }
            let people = try await request.view { try $0.privateTalks.offered() }
            return .page(newPrivateTalkPage(form, people, request.ui), status: .unprocessableContent)
        }

        routes.get("c/:community/mots/:id", for: .member) { request in
            let id = try request.id(PrivateTalk.self)
            let talk = try await request.act { act in
                let talk = try PrivateTalkOnPage(id, act.view)
                try act.privateTalks.noteRead(id)
                return talk
            }
            return .page(privateTalkPage(id, talk, PrivateTalkForm(), request.ui))
        }

        routes.post("c/:community/mots/:id", for: .member) { request in
            try request.slowPublishing()
            let id = try request.id(PrivateTalk.self)
            var form = try await typed(request)
            let (text, isConfirmed) = (form.text, request.form.has("confirme"))
            if !request.form.has("remplacer") {
                do {
                    try await request.act { try $0.privateTalks.answer(id, text, isConfirmed: isConfirmed) }
                    return .seeOther(.privateTalk(id), flash: .wordSent)
                } catch let refusal as Refusal where refusal.kind == .invalid {
                    form.refusal = refusal
                } catch let wall as GuardWall {
                    form.wall = wall
                }
            }
            let talk = try await request.view { try PrivateTalkOnPage(id, $0) }
            return .page(privateTalkPage(id, talk, form, request.ui), status: .unprocessableContent)
        }

        routes.post("c/:community/mots/:id/quitter", for: .member) { request in
            let id = try request.id(PrivateTalk.self)
            try await request.act { try $0.privateTalks.leave(id) }
            return .seeOther(.privateTalks, flash: .removed)
        }

        routes.post("c/:community/mots/reprendre/:id", for: .member) { request in
            let id = try request.id(PrivateWord.self)
            let talk = try await request.act { try $0.privateTalks.takeBack(id) }
            return .seeOther(.privateTalk(talk), flash: .removed)
        }
    }

    /// What was typed, with the guard's words in place of its passages when that was asked for.
    private static func typed(_ request: WebRequest) async throws -> PrivateTalkForm {
        var form = PrivateTalkForm(names: request.form["a"], text: request.form["texte"])
        if request.form.has("remplacer") {
            let text = form.text
            form.text = try await request.view { view in
                PatientGuard().replaced(text, try view.passages(in: [text]).first ?? [])
            }
        }
        return form
    }
}
