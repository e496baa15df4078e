import Persistence

/// An exchange of the demonstration other than a question.
struct DemoExchange: Decodable, Sendable {
    let kind: String
    let title: String
    let body: String
    let tried: String?
    /// Counted from today: -8 is a week ago and a day.
    let day: Int
    let topics: [String]
    let replies: [String]
    let synthesis: String?
    let became: String?
    let word: String?
    /// Its author said that they have the advice they need.
    let advised: Bool?
}

extension Demo {
    /// One exchange of each kind, and a case that waits to be looked over.
    func playKinds(_ cast: Cast, _ random: inout DemoRandom) async throws {
        let present = cast.people.filter { (cast.joined[$0.key] ?? calendar.now) < calendar.at(day: -60, hour: 8) }
        for exchange in content.exchanges {
            var writers = present.filter { $0.activity > 2 }
            func next() -> Actor {
                let index = Int(random.next() % UInt64(writers.count))
                return cast.actor(writers.remove(at: index).key)
            }
            let author = next()
            let asked = calendar.at(day: exchange.day, hour: 14, minute: Int(random.next() % 60))
            let id = try await begin(exchange, by: author, checkedBy: next(), at: asked)
            var at = asked
            for reply in exchange.replies {
                at = calendar.reply(after: at, &random)
                guard at < calendar.now - .hours(2) else { break }
                var draft = ReplyDraft()
                (draft.body, draft.isConfirmed) = (reply, true)
                try await act(by: next(), at: at) { [draft] in _ = try $0.questions.reply(to: id, draft) }
            }
            try await conclude(exchange, id, by: author, synthesisedBy: next(), at: at + .hours(20))
        }
        try await proposeCase(by: cast.actor(present.first { $0.activity > 2 }?.key ?? ""), random.next())
    }

    private func begin(
        _ exchange: DemoExchange, by author: Actor, checkedBy reader: Actor, at moment: Instant
    ) async throws -> Question.ID {
        var draft = QuestionDraft()
        draft.kind = Question.Kind(rawValue: exchange.kind) ?? .discussion
        (draft.title, draft.body, draft.tried) = (exchange.title, exchange.body, exchange.tried ?? "")
        (draft.topics, draft.isConfirmed) = (exchange.topics.joined(separator: ", "), true)
        if draft.kind.isPublishedAtOnce {
            return try await act(by: author, at: moment) { [draft] in try $0.questions.ask(draft) }
        }
        let proposed = try await act(by: author, at: moment) { [draft] in
            try $0.questions.propose(draft, reader: reader.member, hasTeamConsent: true)
        }
        return try await act(by: reader, at: moment + .hours(3)) {
            try $0.questions.passCase(proposed, checks: Set(CaseCheck.allCases))
        }
    }

    private func conclude(
        _ exchange: DemoExchange, _ id: Question.ID, by author: Actor, synthesisedBy writer: Actor, at moment: Instant
    ) async throws {
        guard moment < calendar.now else { return }
        if let synthesis = exchange.synthesis {
            try await act(by: writer, at: moment) { try $0.questions.synthesise(id, synthesis, from: 0) }
        }
        if exchange.advised == true { try await act(by: author, at: moment) { try $0.questions.resolve(id) } }
        if let form = exchange.became.flatMap(Outcome.Form.init(rawValue:)), let word = exchange.word {
            try await act(by: author, at: moment + .days(2)) { act in
                let target = try act.view.questions.outcomeTargets(except: id).first { $0.form == form }
                guard form == .rested || target != nil else { return }
                try act.questions.becomes(form, target: target?.name ?? "", word: word, for: id)
            }
        }
    }

    private func proposeCase(by author: Actor, _ seed: UInt64) async throws {
        guard author.member != nil else { return }
        try await act(by: author, at: calendar.at(day: -1, hour: 16)) { act in
            var draft = QuestionDraft()
            draft.title = "Comment accompagner un proche qui filme les soins ?"
            draft.body =
                "Un proche très présent filme chaque soin « pour garder une trace ». L’équipe n’ose plus parler devant le lit, et la personne soignée s’en rend compte."
            draft.tried = "Lui demander d’arrêter : il filme de plus loin."
            _ = try act.questions.propose(draft, reader: nil, hasTeamConsent: true)
        }
    }
}
