import Ruche

/// What is asked of people so that no question ends in silence, on the page and by the links of letters.
enum PromiseRoutes {
    static func add(to routes: inout Routes) {
        inside(&routes)
        byLetter(&routes)
    }

    private static func inside(_ routes: inout Routes) {
        routes.post("c/:community/questions/:id/presenter", for: .member) { request in
            let (id, isScheduled) = (try request.id(Question.self), request.form["prevu"] == "1")
            try await request.act { try $0.questions.schedule(id, isScheduled) }
            return .seeOther(.question(id), flash: .kept)
        }

        routes.post("c/:community/questions/:id/choix", for: .member) { request in
            let id = try request.id(Question.self)
            guard let choice = UnansweredChoice(rawValue: request.form["choix"]) else { throw Refusal.notFound }
            try await request.act { try $0.questions.choose(choice, for: id) }
            return choice == .reword ? .seeOther(.editQuestion(id)) : .seeOther(.question(id), flash: .kept)
        }

        routes.post("c/:community/questions/:id/suite", for: .member) { request in
            let id = try request.id(Question.self)
            let sentence = request.form["phrase"]
            guard let outcome = FollowUp.Outcome(rawValue: request.form["suite"]) else { throw Refusal.notFound }
            do {
                try await request.act { try $0.questions.tellWhatBecame(of: id, outcome, sentence: sentence) }
                return .seeOther(.question(id), flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await again(id, sentence, refusal, request)
            } catch let wall as GuardWall {
                return try await again(id, sentence, wall.refusal(field: "phrase"), request)
            }
        }

        routes.post("c/:community/reponses/:id/sans-nous", for: .member) { request in
            let id = try request.id(Reply.self)
            guard let answer = WithoutUs(rawValue: request.form["sans-nous"]) else { throw Refusal.notFound }
            return .seeOther(
                try await request.act { act in
                    try act.questions.sayWithoutUs(id, answer)
                    return try act.view.questions.link(to: id)
                }, flash: .kept)
        }

        routes.post("c/:community/sollicitations/:id/decliner", for: .member) { request in
            let id = try request.id(Solicitation.self)
            try await request.act { try $0.questions.decline(id) }
            return .seeOther(.home, flash: .kept)
        }

        routes.get("c/:community/questions/:id/inviter", for: .member) { request in
            let id = try request.id(Question.self)
            var form = try await request.view { try InvitingForm(id, $0) }
            form.member = request.query["collegue"]
            return .page(invitePage(form, request.ui))
        }

        routes.post("c/:community/questions/:id/inviter", for: .member) { request in
            let id = try request.id(Question.self)
            let (typed, words, secret) = (request.form["collegue"], request.form["mot"], request.newSecret())
            do {
                guard let member = Member.ID(typed) else {
                    throw Refusal("Choisissez la personne à qui demander.", field: "collegue")
                }
                try await request.act { try $0.questions.invite(member, toAnswer: id, words: words, secret: secret) }
                return .seeOther(.question(id), flash: .invitedToAnswer)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await inviteAgain(id, typed, words, refusal, request)
            } catch let wall as GuardWall {
                return try await inviteAgain(id, typed, words, wall.refusal(field: "mot"), request)
            }
        }
    }

    private static func byLetter(_ routes: inout Routes) {
        routes.get("sollicitation/:secret", for: .visitor) { request in
            try await solicitation(request)
        }
        routes.post("sollicitation/:secret", for: .visitor) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            try await request.act { try $0.questions.decline(by: secret) }
            return try await solicitation(request)
        }

        routes.get("contexte/:secret", for: .visitor) { request in
            let (secret, sheet) = try await context(request)
            return .page(
                contextSheetPage(
                    sheet, at: .contextSheet(secret.text), setting: Question.Setting(rawValue: request.query["lieu"]),
                    sought: Question.Sought(rawValue: request.query["attente"]), isSaid: request.query.has("dit"),
                    request.ui))
        }
        routes.post("contexte/:secret", for: .visitor) { request in
            let (secret, _) = try await context(request)
            let setting = Question.Setting(rawValue: request.form["lieu"])
            let sought = Question.Sought(rawValue: request.form["attente"])
            try await request.act { try $0.questions.giveContext(by: secret, setting: setting, sought: sought) }
            return .seeOther(.contextSheet(secret.text, isSaid: true))
        }

        routes.get("suite/:secret", for: .visitor) { request in
            let (secret, sheet) = try await followUp(request)
            return .page(followUpPage(sheet, at: .followUpSheet(secret.text), request.ui))
        }
        routes.post("suite/:secret", for: .visitor) { request in
            let (secret, sheet) = try await followUp(request)
            let sentence = request.form["phrase"]
            guard let outcome = FollowUp.Outcome(rawValue: request.form["suite"]) else { throw Refusal.notFound }
            func again(_ refusal: Refusal) -> Answer {
                .page(
                    followUpPage(
                        sheet, at: .followUpSheet(secret.text), refused: (sentence, refusal), request.ui),
                    status: refusal.status)
            }
            do {
                try await request.act { try $0.questions.tellWhatBecame(by: secret, outcome, sentence: sentence) }
            } catch let refusal as Refusal where refusal.kind != .notFound {
                return again(refusal)
            } catch let wall as GuardWall {
                return again(wall.refusal(field: "phrase"))
            }
            let told = try await followUp(request).1
            return .page(followUpPage(told, at: .followUpSheet(secret.text), isTold: true, request.ui))
        }
    }

    private static func solicitation(_ request: WebRequest) async throws -> Answer {
        guard let secret = Secret(shown: request.parameter("secret")),
            let found = try await request.view({ try $0.questions.solicitation(by: secret) })
        else { throw Refusal.notFound }
        return .page(
            solicitationPage(
                found.asked, community: found.community, slug: found.slug, at: .solicitationSheet(secret.text),
                request.ui))
    }

    private static func context(_ request: WebRequest) async throws -> (Secret, ContextSheet) {
        guard let secret = Secret(shown: request.parameter("secret")),
            let sheet = try await request.view({ try $0.questions.contextSheet(by: secret) })
        else { throw Refusal.notFound }
        return (secret, sheet)
    }

    private static func followUp(_ request: WebRequest) async throws -> (Secret, FollowUpSheet) {
        guard let secret = Secret(shown: request.parameter("secret")),
            let sheet = try await request.view({ try $0.questions.followUp(by: secret) })
        else { throw Refusal.notFound }
        return (secret, sheet)
    }

    private static func again(
        _ id: Question.ID, _ sentence: String, _ refusal: Refusal, _ request: WebRequest
    ) async throws -> Answer {
        let model = try await request.view { try ThreadOnPage(id, $0) }
        var form = ReplyForm(thread: model.thread)
        form.outcome = (sentence, refusal)
        return .page(threadPage(model, form, request.ui), status: .unprocessableContent)
    }

    private static func inviteAgain(
        _ id: Question.ID, _ member: String, _ words: String, _ refusal: Refusal, _ request: WebRequest
    ) async throws -> Answer {
        var form = try await request.view { try InvitingForm(id, $0) }
        (form.member, form.words, form.refusal) = (member, words, refusal)
        return .page(invitePage(form, request.ui), status: .unprocessableContent)
    }
}

extension InvitingForm {
    init(_ id: Question.ID, _ view: View) throws {
        let thread = try view.questions.thread(id)
        guard thread.question.isOpen else { throw Refusal.notFound }
        let others = try view.members.directory(limit: 1_000).map(\.member.author).filter {
            $0.id != view.actor.member && $0.id != thread.question.author.id
        }
        self.init(question: thread.question, helpers: try view.questions.helpers(for: thread), members: others)
    }
}
