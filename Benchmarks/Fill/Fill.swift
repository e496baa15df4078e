import ArgumentParser
import Foundation
import Persistence
import Ruche

/// Fills an empty database with a community of the size that a measure asks for, through the acts of the domain.
///
/// The same options give the same community. Texts are made of invented words; "moisson" stands in about 3 % of the posts.
@main
struct Fill: AsyncParsableCommand {
    @Argument(help: "sqlite:PATH or postgres://…") var database: String
    @Option var members = 200
    @Option var threads = 2_000
    @Option(help: "Replies of a thread: the remainder of 7 × its number by this.") var spread = 9
    @Option(help: "Useful marks for ten replies.") var marks = 2
    @Option(help: "How many days the exchanges cover, until now.") var days = 720
    @Option(help: "Where to write a session cookie per line.") var cookies: String
    @Option(help: "JSON lines {\"title\", \"posts\"} to use in place of invented texts.") var texts: String?

    static let slug = "mesures"

    /// One thread has twenty, and the next one less than its number says: 2,000 threads are 10,011 posts.
    private func replies(of number: Int) -> Int {
        number == threads - 10 ? 20 : max(0, number * 7 % spread - (number == threads - 9 ? 1 : 0))
    }

    func run() async throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        let database = try Database(database)
        try await database.migrate(Instance.schema)
        let actors = try await people(database, now)
        var source = try Texts(file: texts)
        var written = 0
        let step = Int64(days) * 86_400_000 / Int64(max(threads, 1))
        let span = 200
        for start in stride(from: 0, to: threads, by: span) {
            let plans = (start..<min(start + span, threads)).map { number in
                return Plan(number: number, texts: source.thread(number, posts: replies(of: number) + 1))
            }
            try await database.write { transaction in
                for plan in plans {
                    let at = now - .milliseconds(Int64(threads - plan.number) * step) - .hours(1)
                    try play(plan, at, step, actors, transaction)
                }
                // Nothing is to be sent: the letters of a measure have no reader.
                try transaction.run("delete from job")
                try transaction.run("delete from mail")
            }
            written += plans.reduce(0) { $0 + $1.texts.posts.count }
            if start / span % 10 == 0 { FileHandle.standardError.write(Data("\(written) posts\n".utf8)) }
        }
        if database.engine == .sqlite { try await database.write { try $0.script("pragma optimize") } }
        if database.engine == .postgres { try await database.write { try $0.script("analyze") } }
        try await database.close()
        print("\(threads) threads, \(written) posts, \(members) members")
    }

    private struct Plan: Sendable {
        let number: Int
        let texts: Texts.Thread
    }

    private func people(_ database: Database, _ now: Instant) async throws -> [Actor] {
        let count = members
        let (actors, lines) = try await database.write { transaction in
            let start = Act(transaction, by: .nobody, at: now - .days(760), through: .command)
            let community = try start.communities.create(
                Slug(typed: Self.slug), name: "Mesures", domain: "", isOpen: true)
            var actors: [Actor] = []
            var lines = ""
            var random = SystemRandomNumberGenerator()
            let professions = Profession.all.prefix(12)
            for number in 0..<count {
                let person = try start.accounts.create(
                    EmailAddress(typed: "m\(number)@example.org"), name: "Membre \(number)")
                let card = MemberDraft(name: "Membre \(number)", profession: professions[number % 12].code)
                let role: Role = number < 2 ? .facilitator : .member
                let member = try start.members.enter(community, person: person, as: card, role: role)
                actors.append(Actor(person: person, community: community, member: member, role: role))
                let session = Secret(&random)
                let today = Act(transaction, by: .nobody, at: now, through: .command)
                try today.accounts.open(session, for: person, device: "Mesure", isOwnDevice: true)
                lines += "ruche=\(session.text)\n"
            }
            return (actors, lines)
        }
        try lines.write(toFile: cookies, atomically: true, encoding: .utf8)
        return actors
    }

    private func play(_ plan: Plan, _ at: Instant, _ step: Int64, _ actors: [Actor], _ transaction: Transaction) throws
    {
        let asker = actors[plan.number % actors.count]
        var draft = QuestionDraft()
        (draft.title, draft.body) = (plan.texts.title, plan.texts.posts.first ?? "")
        (draft.topics, draft.isConfirmed) = ("sujet \(plan.number % 20)", true)
        let question = try Act(transaction, by: asker, at: at, through: .command).questions.ask(draft)
        for (rank, body) in plan.texts.posts.dropFirst().enumerated() {
            let author = actors[(plan.number * 3 + rank * 7 + 1) % actors.count]
            let moment = at + .milliseconds(Int64(rank + 1) * min(step, 7_200_000))
            var draft = ReplyDraft()
            (draft.body, draft.isConfirmed) = (body, true)
            let reply = try Act(transaction, by: author, at: moment, through: .command).questions.reply(
                to: question, draft)
            let later = moment + .minutes(50)
            if rank % 10 < marks, author.member != asker.member {
                try Act(transaction, by: asker, at: later, through: .command).questions.markUseful(reply)
            }
            if rank == 2, plan.number % 2 == 0, author.member != asker.member {
                try Act(transaction, by: asker, at: later, through: .command).questions.retain(reply)
            }
        }
    }
}
