import Ruche

enum FacilitationRoutes {
    static func add(to routes: inout Routes) {
        desk(&routes)
        writing(&routes)
        journal(&routes)
        ownSilence(&routes)
    }

    private static func desk(_ routes: inout Routes) {
        routes.get("c/:community/animation", for: .facilitator) { request in
            .page(deskPage(try await model(request), request.ui))
        }

        routes.post("c/:community/animation/gestes", for: .facilitator) { request in
            guard let kind = Gesture.Kind(rawValue: request.form["geste"]) else { throw Refusal.notFound }
            let object = request.form["objet"]
            switch request.form["faire"] {
            case "prendre":
                let page = try await request.act { act -> Link? in
                    let page = try act.view.desk.proposedPage(kind, object)
                    try act.desk.take(kind, object)
                    return page
                }
                return .seeOther(page ?? .desk, flash: .gestureTaken)
            case "plus-tard":
                try await request.act { try $0.desk.postpone(kind, object) }
                return .seeOther(.desk, flash: .gesturePostponed)
            case "reprendre":
                try await request.act { try $0.desk.resume(kind, object) }
                return .seeOther(.desk, flash: .gestureBack)
            case "taire", "reproposer":
                let isMuted = request.form["faire"] == "taire"
                try await request.act { try $0.desk.mute(kind, isMuted) }
                return .seeOther(.desk, flash: isMuted ? .gestureMuted : .gestureBack)
            default: throw Refusal.notFound
            }
        }

        routes.post("c/:community/animation/temps", for: .facilitator) { request in
            let minutes = request.form["minutes"]
            do {
                try await request.act { try $0.preparation.noteTime(minutes, on: "", what: "") }
                return .seeOther(.desk, flash: .timeNoted)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                var model = try await model(request)
                model.refusal = refusal
                return .page(deskPage(model, request.ui), status: refusal.status)
            }
        }

        routes.post("c/:community/animation/hierarchie", for: .facilitator) { request in
            guard let member = Member.ID(request.form["membre"]) else { throw Refusal.notFound }
            let holds = request.form["faire"] == "declarer"
            try await request.act { act in
                try act.desk.declareHierarchy(of: try act.member, over: member, holds)
            }
            return .seeOther(.member(member), flash: holds ? .hierarchyDeclared : .hierarchyWithdrawn)
        }
    }

    /// The day is chosen when the desk is first opened, and completed as things come due.
    private static func model(_ request: WebRequest) async throws -> DeskOnPage {
        let model = try await request.view { try DeskOnPage($0) }
        if model.desk.isUnsettled { try await request.act { try $0.desk.settle() } }
        return model
    }

    private static func writing(_ routes: inout Routes) {
        routes.get("c/:community/animation/ecrire", for: .facilitator) { request in
            let (kind, object, ui) = (request.query["geste"], request.query["objet"], request.ui)
            guard !kind.isEmpty else { return .seeOther(.desk) }
            let form = try await request.view { try MessageForm(kind, object, typed: nil, $0, ui) }
            return .page(writeMessagePage(form, ui))
        }

        routes.post("c/:community/animation/ecrire", for: .facilitator) { request in
            try request.slowPublishing()
            let (typed, ui, secret) = (request.form, request.ui, request.newSecret())
            var form = try await request.view {
                try MessageForm(typed["geste"], typed["objet"], typed: typed, $0, ui)
            }
            let (draft, title) = (form.draft, form.title(ui))
            do {
                try await request.act { try $0.desk.send(draft, title: title, secret: secret) }
                return .seeOther(.desk, flash: .messageSent)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                form.refusal = refusal
            } catch let wall as GuardWall {
                form.wall = wall
            }
            return .page(writeMessagePage(form, ui), status: .unprocessableContent)
        }

        routes.get("c/:community/animation/modeles", for: .facilitator) { request in
            .page(templatesPage(try await request.view { try $0.desk.templates() }, TemplateForm(), request.ui))
        }

        routes.post("c/:community/animation/modeles", for: .facilitator) { request in
            guard let kind = MessageKind(rawValue: request.form["sorte"]) else { throw Refusal.notFound }
            let text = request.form.has("rendre") ? "" : request.form["texte"]
            let standard = kind.standard(request.ui.words)
            func again(_ refusal: Refusal) async throws -> Answer {
                let templates = try await request.view { try $0.desk.templates() }
                return .page(
                    templatesPage(templates, TemplateForm(kind: kind, text: text, refusal: refusal), request.ui),
                    status: refusal.status)
            }
            do {
                try await request.act { try $0.desk.keepTemplate(kind, text, standard: standard) }
                return .seeOther(.messageTemplates, flash: .templateKept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await again(refusal)
            } catch let wall as GuardWall {
                return try await again(wall.refusal(field: "texte"))
            }
        }
    }

    private static func journal(_ routes: inout Routes) {
        routes.get("c/:community/animation/carnet", for: .facilitator) { request in
            let before = DoneGesture.ID(request.query["avant"])
            let lines = try await request.view { try $0.desk.journal(before: before) }
            return .page(deskJournalPage(lines, isFirst: before == nil, nil, request.ui))
        }

        routes.post("c/:community/animation/carnet/:id", for: .facilitator) { request in
            let id = try request.id(DoneGesture.self)
            let note = request.form["note"]
            func again(_ refusal: Refusal) async throws -> Answer {
                let lines = try await request.view { try $0.desk.journal() }
                let form = NoteForm(id: id, text: note, refusal: refusal)
                return .page(deskJournalPage(lines, isFirst: true, form, request.ui), status: refusal.status)
            }
            do {
                try await request.act { try $0.desk.note(id, note) }
                return .seeOther(.deskJournal, flash: .noteKept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await again(refusal)
            } catch let wall as GuardWall {
                return try await again(wall.refusal(field: "note"))
            }
        }
    }

    private static func ownSilence(_ routes: inout Routes) {
        routes.get("c/:community/membres/moi/animation", for: .member) { request in
            .page(ownSilencePage(try await request.view { try $0.desk.ownSilence() }, request.ui))
        }

        routes.post("c/:community/membres/moi/animation", for: .member, isLasting: true) { request in
            if let manager = Member.ID(request.form["responsable"]) {
                let holds = request.form["faire"] == "declarer"
                try await request.act { act in
                    try act.desk.declareHierarchy(of: manager, over: try act.member, holds)
                }
                return .seeOther(.ownSilence, flash: holds ? .managerDeclared : .hierarchyWithdrawn)
            }
            guard ["quitter", "revenir"].contains(request.form["liste"]) else { throw Refusal.notFound }
            let leaves = request.form["liste"] == "quitter"
            try await request.act { try $0.desk.leaveQuietList(leaves) }
            return .seeOther(.ownSilence, flash: leaves ? .quietListLeft : .quietListJoined)
        }
    }
}

extension DeskQueries {
    /// Where a gesture is done.
    fileprivate func proposedPage(_ kind: Gesture.Kind, _ object: String) throws -> Link? {
        try proposed(kind, object)?.page
    }
}
