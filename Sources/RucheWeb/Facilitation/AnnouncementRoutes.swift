import Calendaring
import Ruche

/// What the facilitators tell everybody: writing it, changing it, taking it back, and answering it.
enum AnnouncementRoutes {
    static func add(to routes: inout Routes) {
        reading(&routes)
        writing(&routes)
        afterwards(&routes)
    }

    private static func reading(_ routes: inout Routes) {
        routes.get("c/:community/annonces", for: .member) { request in
            .page(announcementsPage(try await request.view { try $0.announcements.all() }, request.ui))
        }

        routes.get("c/:community/annonces/:id", for: .member) { request in
            let id = try request.id(Announcement.self)
            let hidden = try await request.view { try $0.safety.hidden(id) }
            if let hidden { return .page(hiddenAnnouncementPage(hidden.text, by: hidden.author, request.ui)) }
            let model = try await request.view { try AnnouncementOnPage(id, $0) }
            return .page(announcementPage(model, request.ui))
        }

        routes.get("c/:community/annonces/:id/versions", for: .member) { request in
            let id = try request.id(Announcement.self)
            let (announcement, versions) = try await request.view { try $0.announcements.history(of: id) }
            return .page(announcementVersionsPage(announcement, versions, request.ui))
        }

        // The same words, in the form of a question: a question makes people answer.
        routes.get("c/:community/annonces/:id/question", for: .member) { request in
            let id = try request.id(Announcement.self)
            let announcement = try await request.view { try $0.announcements.find(id) }
            return try await asQuestion(announcement.title, announcement.body, request)
        }
    }

    private static func asQuestion(_ title: String, _ body: String, _ request: WebRequest) async throws -> Answer {
        var draft = QuestionDraft()
        (draft.title, draft.body) = (title, body)
        let place = try await request.view { try AskPlace($0) }
        return .page(askPage(QuestionForm(draft: draft, place: place), request.ui))
    }

    private static func writing(_ routes: inout Routes) {
        routes.get("c/:community/annonces/nouvelle", for: .facilitator) { request in
            var form = try await form(AnnouncementDraft(), request)
            form.draft.until = form.today.adding(days: AnnouncementDraft.usualDays).description
            return .page(writeAnnouncementPage(form, request.ui))
        }

        routes.post("c/:community/annonces", for: .facilitator) { request in
            let draft = AnnouncementDraft(request.form)
            if request.form.has("question") { return try await asQuestion(draft.title, draft.body, request) }
            var form = try await form(draft, request)
            if request.form.has("remplacer") { return try await replaced(form, request) }
            do {
                let id = try await request.act { try $0.announcements.announce(draft) }
                return .seeOther(.announcement(id), flash: .published)
            } catch let refusal as Refusal where refusal.field != nil {
                form.refusal = refusal
            } catch let wall as GuardWall {
                form.wall = wall
            }
            return .page(writeAnnouncementPage(form, request.ui), status: form.status)
        }

        routes.get("c/:community/annonces/:id/modifier", for: .facilitator) { request in
            let announcement = try await own(try request.id(), request)
            var form = try await form(AnnouncementDraft(), request)
            form.begin(from: announcement)
            return .page(writeAnnouncementPage(form, request.ui))
        }

        routes.post("c/:community/annonces/:id/modifier", for: .facilitator) { request in
            let id = try request.id(Announcement.self)
            let draft = AnnouncementDraft(request.form)
            var form = try await form(draft, request)
            (form.changed, form.version) = (id, Int(request.form["version"]) ?? 0)
            form.hasSeenBoth = request.form.has("vu-les-deux")
            if request.form.has("remplacer") { return try await replaced(form, request) }
            let (version, hasSeenBoth) = (form.version, form.hasSeenBoth)
            do {
                try await request.act {
                    try $0.announcements.change(id, to: draft, from: version, hasSeenBoth: hasSeenBoth)
                }
                return .seeOther(.announcement(id), flash: .edited)
            } catch let refusal as Refusal where refusal.field != nil {
                form.refusal = refusal
            } catch let conflict as EditConflict {
                (form.conflict, form.version, form.hasSeenBoth) = (conflict, conflict.version, true)
            } catch let wall as GuardWall {
                form.wall = wall
            }
            return .page(writeAnnouncementPage(form, request.ui), status: form.status)
        }
    }

    private static func form(_ draft: AnnouncementDraft, _ request: WebRequest) async throws -> AnnouncementForm {
        try await request.view { view in
            AnnouncementForm(
                draft: draft, weight: try view.announcements.weight(), today: try view.evaluations.today(),
                members: try view.questions.readers(), zone: Zone(try view.communities.current().zone) ?? .paris)
        }
    }

    private static func own(_ id: Announcement.ID, _ request: WebRequest) async throws -> Announcement {
        try await request.view { view in
            let announcement = try view.announcements.find(id)
            guard announcement.author.id == view.actor.member, announcement.withdrawnAt == nil else {
                throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
            }
            return announcement
        }
    }

    private static func replaced(_ form: AnnouncementForm, _ request: WebRequest) async throws -> Answer {
        var form = form
        let draft = form.draft
        let replacing = request.form.replacing
        form.draft = try await request.view { try draft.replaced(in: $0, replacing) }
        return .page(writeAnnouncementPage(form, request.ui), status: .unprocessableContent)
    }

    private static func afterwards(_ routes: inout Routes) {
        routes.post("c/:community/annonces/:id/retirer", for: .facilitator) { request in
            let id = try request.id(Announcement.self)
            try await request.act { try $0.announcements.withdraw(id) }
            return .seeOther(.announcements, flash: .announcementWithdrawn(id))
        }

        routes.post("c/:community/annonces/:id/retablir", for: .facilitator) { request in
            let id = try request.id(Announcement.self)
            try await request.act { try $0.announcements.restore(id) }
            return .seeOther(.announcement(id), flash: .restored)
        }

        routes.post("c/:community/annonces/:id/reponse", for: .member) { request in
            let id = try request.id(Announcement.self)
            let (text, isConfirmed) = (request.form["texte"], request.form.has("confirme"))
            var model = try await request.view { try AnnouncementOnPage(id, $0) }
            model.reply = text
            if request.form.has("remplacer") {
                model.reply = try await request.replaced(text)
                return .page(announcementPage(model, request.ui), status: .unprocessableContent)
            }
            do {
                let question = try await request.act {
                    try $0.announcements.reply(to: id, text, isConfirmed: isConfirmed)
                }
                return .seeOther(.question(question), flash: .published)
            } catch let refusal as Refusal where refusal.field != nil {
                model.refusal = refusal
            } catch let many as ManyCalled {
                model.refusal = many.refusal(field: "texte")
            } catch let wall as GuardWall {
                model.wall = wall
            }
            return .page(announcementPage(model, request.ui), status: model.refusal?.status ?? .unprocessableContent)
        }
    }
}

extension AnnouncementDraft {
    init(_ form: Form) {
        self.init()
        (title, body, until) = (form["titre"], form["texte"], form["jusqu-au"])
        isConfirmed = form.has("confirme")
    }
}

extension Link {
    static let announcements = Link.inside("/annonces")
    static let newAnnouncement = Link.inside("/annonces/nouvelle")
    static func announcement(_ id: Announcement.ID) -> Link { .inside("/annonces/\(id)") }
    static func changeAnnouncement(_ id: Announcement.ID) -> Link { .inside("/annonces/\(id)/modifier") }
    static func announcementVersions(_ id: Announcement.ID) -> Link { .inside("/annonces/\(id)/versions") }
    static func withdrawAnnouncement(_ id: Announcement.ID) -> Link { .inside("/annonces/\(id)/retirer") }
    static func restoreAnnouncement(_ id: Announcement.ID) -> Link { .inside("/annonces/\(id)/retablir") }
    static func replyToAnnouncement(_ id: Announcement.ID) -> Link { .inside("/annonces/\(id)/reponse") }
    static func announcementAsQuestion(_ id: Announcement.ID) -> Link { .inside("/annonces/\(id)/question") }
}
