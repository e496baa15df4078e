import Ruche

enum SafetyRoutes {
    static func add(to routes: inout Routes) {
        flagging(&routes)
        correcting(&routes)
        signing(&routes)
        queue(&routes)
        rereading(&routes)
        incidents(&routes)
    }

    /// The address of each sort of text that may be flagged, and who reads it.
    private static let sorts: [(path: String, access: Access, object: @Sendable (WebRequest) throws -> Flagged)] = [
        ("questions", .guest, { .question(try $0.id()) }),
        ("reponses", .guest, { .reply(try $0.id()) }),
        ("annonces", .member, { .announcement(try $0.id()) }),
        ("mots/mot", .member, { .word(try $0.id()) }),
    ]

    private static func flagging(_ routes: inout Routes) {
        for sort in sorts {
            let path = "c/:community/\(sort.path)/:id/signaler"
            routes.get(path, for: sort.access) { try await flag(sort.object($0), $0) }
            routes.post(path, for: sort.access) { try await keepFlag(sort.object($0), $0) }
        }
    }

    private static func flagForm(_ object: Flagged, _ request: WebRequest) async throws -> FlagForm {
        try await request.view { view in
            let own = try view.safety.ownFlag(on: object)
            let text = try view.safety.readable(object)
            guard !text.isGone || own != nil else { throw Refusal.notFound }
            return FlagForm(text, own: own)
        }
    }

    private static func flag(_ object: Flagged, _ request: WebRequest) async throws -> Answer {
        .page(flagPage(try await flagForm(object, request), request.ui))
    }

    private static func keepFlag(_ object: Flagged, _ request: WebRequest) async throws -> Answer {
        try request.slowPublishing()
        let (typed, words) = (request.form["raison"], request.form["mots"])
        do {
            guard let reason = PostFlag.Reason(rawValue: typed) else { throw Refusal("Choisissez une raison.") }
            let (place, hidden) = try await request.act { act in
                let hidden = try act.safety.flag(object, because: reason, words: words)
                return (try act.view.safety.readable(object).place, hidden)
            }
            // Whoever reads it at this moment does not read on.
            for case .thread(let question, let number) in hidden.map(\.place) {
                request.site.live.hide(question, number)
            }
            return .seeOther(backFrom(place), flash: reason == .patient ? .patientFlagged : .flagged)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            var form = try await flagForm(object, request)
            (form.reason, form.words, form.refusal) = (typed, words, refusal)
            return .page(flagPage(form, request.ui), status: refusal.status)
        }
    }

    /// The page of a text, at its beginning, where what was done is said.
    private static func backFrom(_ place: FlaggedPlace) -> Link {
        place.question.map { .question($0) } ?? .place(place)
    }

    private static func correcting(_ routes: inout Routes) {
        for sort in sorts {
            let path = "c/:community/\(sort.path)/:id/corriger"
            routes.get(path, for: sort.access) { request in
                .page(correctionPage(try await correctionForm(sort.object(request), request), request.ui))
            }
            routes.post(path, for: sort.access) { try await correct(sort.object($0), $0) }
        }
    }

    private static func correctionForm(_ object: Flagged, _ request: WebRequest) async throws -> CorrectionForm {
        let found = try await request.view { try $0.safety.correction(of: object) }
        var form = CorrectionForm(text: found.text, rereading: found.rereading, draft: found.draft)
        form.files = try await request.view { try $0.safety.tellingFiles(of: object).map(\.name) }
        return form
    }

    private static func correct(_ object: Flagged, _ request: WebRequest) async throws -> Answer {
        var form = try await correctionForm(object, request)
        let back = backFrom(form.text.place)
        if request.form.has("effacer") {
            let salt = UInt64.random(in: .min ... .max)
            _ = try await request.act { try $0.safety.purgeOwn(object, salt: salt) }
            return .seeOther(back, flash: .purged)
        }
        form.draft = CorrectionDraft(request.form)
        let draft = form.draft
        if request.form.has("remplacer") {
            let replacing = request.form.replacing
            form.draft = try await request.view { try draft.replaced(in: $0, replacing) }
            return .page(correctionPage(form, request.ui), status: .unprocessableContent)
        }
        do {
            let (isBack, unused) = try await request.act { act in
                let unused = try act.safety.takeOffTellingFiles(of: object)
                return (try act.safety.correct(object, draft), unused)
            }
            for hash in unused { try request.site.files.remove(hash) }
            return .seeOther(back, flash: isBack ? .correctedAndBack : .corrected)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            form.refusal = refusal
        } catch let wall as GuardWall {
            form.wall = wall
        }
        return .page(correctionPage(form, request.ui), status: .unprocessableContent)
    }

    private static func signing(_ routes: inout Routes) {
        routes.post("c/:community/questions/:id/signature", for: .guest) {
            try await sign(.question(try $0.id()), $0)
        }
        routes.post("c/:community/reponses/:id/signature", for: .guest) { try await sign(.reply(try $0.id()), $0) }
    }

    private static func sign(_ post: Post, _ request: WebRequest) async throws -> Answer {
        let isNameless = request.form["nom"] == "masque"
        let place = try await request.act { act in
            try act.safety.changeSignature(of: post, isNameless: isNameless)
            return try act.view.safety.readable(.post(post)).place
        }
        return .seeOther(backFrom(place), flash: .kept)
    }

    private static func queue(_ routes: inout Routes) {
        routes.get("c/:community/a-relire", for: .facilitator) { request in
            .page(queuePage(try await request.view { try $0.safety.queue() }, request.ui))
        }
        routes.post("c/:community/a-relire/prendre", for: .facilitator) { request in
            guard let key = QueueItem.Key(request.form["objet"]) else { throw Refusal.notFound }
            try await request.act { try $0.safety.take(key) }
            return .seeOther(.queue)
        }
        routes.post("c/:community/a-relire/confirmations/:id/vu", for: .facilitator) { request in
            let id = try request.id(Confirmation.self)
            try await request.act { try $0.safety.see(id) }
            return .seeOther(.queue, flash: .seen)
        }
    }

    private static func rereading(_ routes: inout Routes) {
        routes.get("c/:community/a-relire/:id", for: .facilitator) { request in
            let id = try request.id(Rereading.self)
            return .page(rereadingPage(RereadingOnPage(try await request.view { try $0.safety.find(id) }), request.ui))
        }
        routes.post("c/:community/a-relire/:id/lire", for: .facilitator) { request in
            let id = try request.id(Rereading.self)
            let (rereading, text) = try await request.act { act in
                let text = try act.safety.read(id)
                return (try act.view.safety.find(id), text)
            }
            return .page(rereadingPage(RereadingOnPage(rereading, text: text), request.ui))
        }
        routes.post("c/:community/a-relire/:id/decider", for: .facilitator) { request in
            let id = try request.id(Rereading.self)
            let (typed, word) = (request.form["verdict"], request.form["mot"])
            func again(_ refusal: Refusal) async throws -> Answer {
                var model = RereadingOnPage(try await request.view { try $0.safety.find(id) })
                (model.verdict, model.word, model.refusal) = (typed, word, refusal)
                return .page(rereadingPage(model, request.ui), status: refusal.status)
            }
            do {
                guard let verdict = Verdict(rawValue: typed) else { throw Refusal("Choisissez une réponse.") }
                let salt = UInt64.random(in: .min ... .max)
                let incident = try await request.act { try $0.safety.decide(id, verdict, word: word, salt: salt) }
                return .seeOther(incident.map { .incident($0) } ?? .queue, flash: .rereadingAnswered)
            } catch let refusal as Refusal where refusal.kind != .notFound {
                return try await again(refusal)
            } catch let wall as GuardWall {
                return try await again(wall.refusal(field: "mot"))
            }
        }
    }

    private static func incidents(_ routes: inout Routes) {
        routes.get("c/:community/incidents", for: .facilitator) { request in
            .page(incidentsPage(try await request.view { try $0.safety.incidents() }, request.ui))
        }
        routes.post("c/:community/incidents/:id/chercher", for: .facilitator) { request in
            let id = try request.id(Incident.self)
            try await request.act { try $0.safety.searchAgain(id) }
            return .seeOther(.incident(id))
        }
        routes.get("c/:community/incidents/:id", for: .facilitator) { request in
            let id = try request.id(Incident.self)
            return .page(incidentPage(try await request.view { try $0.safety.incident(id) }, request.ui))
        }
    }
}
