import Calendaring
import Persistence

// What the facilitators of the demonstration did from their desk during the year, and what is due to them today.
extension Demo {
    func facilitate(_ cast: Cast) async throws {
        let facilitators = content.preparation.community.facilitators.sorted().map(cast.actor)
        guard let first = facilitators.first, let last = facilitators.last else { return }
        try await greetings(by: facilitators, cast)
        try await oldQuestions(by: facilitators, cast)
        try await waits(cast)
        let welcome =
            "Bienvenue dans « {communaute} ». Ici on pose les questions que l’on n’ose pas poser en réunion. Je vous appelle cette semaine si vous voulez."
        try await act(by: first, at: calendar.at(day: -120, hour: 12)) { act in
            try act.desk.keepTemplate(.welcome, welcome, standard: "")
        }
        try await act(by: last, at: calendar.at(day: -20, hour: 17)) { act in
            let line = try act.view.desk.journal().first { $0.about != nil }
            if let line { try act.desk.note(line.id, "Préfère un mot le lundi, entre deux tournées.") }
        }
    }

    fileprivate struct Letter {
        let kind: Gesture.Kind
        let message: MessageKind
        let object: String
        let about: Author
        let exchange: Question.ID?
        let at: Instant
    }

    /// One newcomer in two was greeted in their first week.
    private func greetings(by facilitators: [Actor], _ cast: Cast) async throws {
        let arrivals = cast.people.enumerated().filter { $0.offset % 2 == 0 }.compactMap { rank, person in
            cast.joined[person.key].flatMap { joined -> (Member.ID, Instant)? in
                guard let member = cast.actor(person.key).member, joined + .days(8) < calendar.now else { return nil }
                return (member, joined + .days(2 + rank % 4))
            }
        }
        for (number, (member, at)) in arrivals.enumerated() {
            let by = facilitators[number % facilitators.count]
            guard by.member != member else { continue }
            try await act(by: by, at: at) { act in
                let about = Author(try act.view.members.profile(member).member)
                try act.desk.wrote(
                    .init(
                        kind: .welcome, message: .welcome, object: "member/\(member)", about: about, exchange: nil,
                        at: at))
            }
        }
    }

    /// Questions of the year with replies that nobody called useful: their authors were asked, a week later.
    private func oldQuestions(by facilitators: [Actor], _ cast: Cast) async throws {
        let limit = calendar.at(day: -28, hour: 8)
        let found = try await database.read { transaction in
            try transaction.all(
                """
                select q.id, q.last_activity_at, \(Author.columns(of: "q")) from question q
                join member m on m.id = q.author_id
                where q.community_id = \(cast.community) and q.kind = 'question' and q.answered_at is not null
                  and q.useful_at is null and q.resolved_at is null and q.closed_at is null and q.deleted_at is null
                  and q.last_activity_at < \(limit) order by q.last_activity_at, q.id
                """
            ) { row in (id: try row[0] as Question.ID, at: try row[1] as Instant, author: try Author(row, from: 2)) }
        }
        for (number, question) in found.enumerated() {
            let at = question.at + .days(8) + .hours(number % 6)
            try await act(by: facilitators[number % facilitators.count], at: at) { act in
                try act.desk.wrote(
                    .init(
                        kind: .askIfHelped, message: .askIfHelped, object: "question/\(question.id)",
                        about: question.author, exchange: question.id, at: at))
            }
        }
    }

    /// A question that nobody answered in time, two people who have just come, a function held for long.
    private func waits(_ cast: Cast) async throws {
        let facilitators = Set(content.preparation.community.facilitators)
        guard let asker = cast.people.first(where: { !facilitators.contains($0.key) && $0.activity > 1 }) else {
            return
        }
        let community = cast.community
        try await act(by: cast.actor(asker.key), at: calendar.at(day: -6, hour: 10)) { act in
            var draft = QuestionDraft()
            draft.title = "La nuit, comment évaluez-vous la douleur de quelqu’un qui ne parle pas ?"
            draft.body =
                "Nous avons une échelle dans le classeur, mais la nuit personne ne la remplit. Une méthode courte, que vous tenez vraiment ?"
            draft.topics = "douleur"
            _ = try act.questions.ask(draft)
        }
        let newcomers = [
            (name: "Lucie Marsan", email: "lucie.marsan@ruche.example", profession: "60f", hour: 11),
            (name: "Paul Estève", email: "paul.esteve@ruche.example", profession: "21m", hour: 15),
        ]
        for person in newcomers {
            try await act(by: .nobody, at: calendar.at(day: -4, hour: person.hour)) { act in
                let account = try act.accounts.create(EmailAddress(rawValue: person.email), name: person.name)
                let card = MemberDraft(name: person.name, profession: person.profession)
                try act.members.enter(community, person: account, as: card, role: .member)
            }
        }
        let began = calendar.at(day: -215, hour: 12)
        try await act(by: .nobody, at: calendar.now) { act in
            try act.execute(
                """
                update mandate set began_at = \(began) where community_id = \(community)
                  and function = \(Function.technicalReferent) and ended_at is null
                """)
        }
    }
}

extension DeskActs {
    /// A letter of the past: what is kept of it, without the letter.
    fileprivate func wrote(_ letter: Demo.Letter) throws {
        try keep(letter.kind.rawValue, letter.object, about: letter.about, exchange: letter.exchange, isLetter: true)
        let subject: Subject = letter.about.isNameless ? .community(try act.community) : .member(letter.about.id)
        try act.record(
            .wroteByHand, subject, within: letter.exchange.map { .question($0) }, ["kind": letter.message.rawValue])
    }
}
