import Calendaring
import Foundation
import Persistence

/// Fills an empty database with the demonstration: a year of a community of sixty invented health professionals, and
/// an empty second one. The same seed and moment give the same demonstration.
package struct Demo: Sendable {
    let database: Database
    let content: DemoContent
    let calendar: DemoCalendar
    let seed: UInt64

    package init(_ database: Database, seed: UInt64, now: Instant) throws {
        self.database = database
        self.seed = seed
        content = try DemoContent()
        calendar = DemoCalendar(now: now, zone: .paris)
    }

    package struct NotEmpty: Error {}

    /// - Parameter progress: told how much is done, from 0 to 1.
    /// - Throws: `NotEmpty` when the database holds somebody already.
    package func fill(_ progress: @Sendable (Double) -> Void = { _ in }) async throws {
        let isEmpty = try await database.read { try $0.value("select count(*) from person", as: Int.self) == 0 }
        guard isEmpty else { throw NotEmpty() }
        var random = DemoRandom(seed: seed)
        var cast = try await people(&random)
        let prepared = try await prepare(cast)
        try await members(cast)
        let threads = schedule(&random)
        for (done, thread) in threads.enumerated() {
            try await play(thread, &cast, prepared, &random)
            progress(Double(done + 1) / Double(threads.count))
        }
        try await playKinds(cast, &random)
        try await flags(cast)
        try await talks(cast)
        try await states(cast)
        try await facilitate(cast)
        try await driftingCommunity(cast)
        try await directory(cast)
        try await mailingList(cast)
        try await website(cast)
        try await informing(cast)
        try await settle(cast, &random)
        try await computeGauges()
        try await prove()
    }

    /// Who is who, once in the database.
    struct Cast: Sendable {
        let community: Community.ID
        var actors: [String: Actor] = [:]
        var joined: [String: Instant] = [:]
        var people: [DemoPerson] = []
        /// How often each has written, so that the work spreads as in life.
        var written: [String: Int] = [:]

        func actor(_ key: String) -> Actor { actors[key] ?? .nobody }
    }

    /// The accounts, the two communities, and everybody's arrival.
    private func people(_ random: inout DemoRandom) async throws -> Cast {
        let place = content.preparation.community
        let start = calendar.at(day: -DemoCalendar.days - 40, hour: 9)
        let founder = content.people.first { place.facilitators.first == $0.key }
        let community = try await act(by: .nobody, at: start) { act in
            let administrator = try act.accounts.create(
                EmailAddress(rawValue: "administration@ruche.example"), name: "Ariane Lestrade", isAdministrator: true)
            _ = administrator
            let id = try act.communities.create(
                Slug(typed: place.slug), name: place.name,
                domain:
                    "Rendre les soins plus sûrs là où l’on travaille, du domicile à l’hôpital, en se parlant entre métiers.",
                isOpen: true)
            return id
        }
        var cast = Cast(community: community, people: content.people)
        for (rank, person) in content.people.enumerated() {
            let day = arrival(of: person, rank: rank, &random)
            let role: Role = place.facilitators.contains(person.key) ? .facilitator : .member
            let at = calendar.at(day: day, hour: 9 + rank % 8, minute: rank % 60)
            cast.actors[person.key] = try await enter(person, role, in: community, at: at)
            cast.joined[person.key] = at
        }
        try await enterOthers(community, founder?.name ?? "Hélène Aubry", at: start)
        return cast
    }

    /// The core from the start, others through the year; the last two within a fortnight.
    private func arrival(of person: DemoPerson, rank: Int, _ random: inout DemoRandom) -> Int {
        if rank < 22 { return -DemoCalendar.days - 20 + rank / 2 }
        if rank >= content.people.count - 2 { return -3 - (content.people.count - rank) * 4 }
        let through = Double(rank - 22) / Double(content.people.count - 24)
        return -DemoCalendar.days + Int(through * 320) + Int(random.next() % 12)
    }

    private func enter(_ person: DemoPerson, _ role: Role, in community: Community.ID, at: Instant) async throws
        -> Actor
    {
        try await act(by: .nobody, at: at) { act in
            let email = EmailAddress(
                rawValue: "\(fold(person.first)).\(fold(person.last).replacing(" ", with: "-"))@ruche.example")
            let account = try act.accounts.create(email, name: person.name)
            var card = MemberDraft(
                name: person.name, profession: person.profession, establishment: person.establishment,
                setting: person.setting, canHelpOn: person.canHelpOn.joined(separator: ", "),
                wantsToLearn: person.wantsToLearn.joined(separator: ", "))
            (card.speciality, card.territory) = (person.speciality ?? "", person.territory)
            let member = try act.members.enter(community, person: account, as: card, role: role)
            return Actor(person: account, community: community, member: member, role: role)
        }
    }

    /// The sponsor, and the second community, which is empty and has one facilitator.
    private func enterOthers(_ community: Community.ID, _ founder: String, at: Instant) async throws {
        try await act(by: .nobody, at: at) { act in
            let sponsor = try act.accounts.create(
                EmailAddress(rawValue: "benedicte.roumegoux@ruche.example"), name: "Bénédicte Roumegoux")
            try act.members.enter(
                community, person: sponsor, as: MemberDraft(name: "Bénédicte Roumegoux", profession: "autre"),
                role: .observer)
        }
        try await act(by: .nobody, at: calendar.at(day: -9, hour: 11)) { act in
            let id = try act.communities.create(
                Slug(typed: "douleur-domicile"), name: "Douleur à domicile",
                domain: "Repérer et soulager la douleur quand on soigne chez les gens.", isOpen: true)
            let email = EmailAddress(rawValue: "\(fold(founder).replacing(" ", with: "."))@ruche.example")
            let person = try act.accounts.create(email, name: founder)
            try act.members.enter(
                id, person: person, as: MemberDraft(name: founder, profession: "qualiticien"), role: .facilitator)
        }
    }

    /// A guest of one exchange: the best read of the last month.
    private func inviteGuest(to community: Community.ID) async throws {
        let since = calendar.at(day: -30, hour: 8)
        try await act(by: .nobody, at: calendar.at(day: -4, hour: 15)) { act in
            let question = try act.view.transaction.value(
                """
                select id from question where community_id = \(community) and deleted_at is null and asked_at > \(since)
                order by reply_count desc, id limit 1
                """, as: Question.ID.self)
            let guest = try act.accounts.create(
                EmailAddress(rawValue: "armelle.quintin@ruche.example"), name: "Armelle Quintin")
            try act.members.enter(
                community, person: guest, as: MemberDraft(name: "Armelle Quintin", profession: "autre"), role: .guest,
                guestOf: question)
        }
    }

    /// At the end: who was here lately, what they had read, and no letter left to send.
    private func settle(_ cast: Cast, _ random: inout DemoRandom) async throws {
        for person in cast.people where person.activity > 0 {
            let actor = cast.actor(person.key)
            let days = Double(7 - person.activity) * (1.5 + random.share() * 2)
            let last = calendar.now - .milliseconds(Int64(days * 86_400_000)) - .hours(2)
            let member = actor.member
            try await act(by: .nobody, at: calendar.now) { act in
                try act.execute(
                    "update member set last_visit_at = \(last), visit_began_at = \(last - .days(3)) where id = \(member)"
                )
            }
        }
        let community = cast.community
        try await inviteGuest(to: community)
        try await catchUp(cast, &random)
        try await database.write { transaction in
            try transaction.run("delete from job where kind in ('mail', 'digest')")
            try transaction.run("delete from mail")
            try transaction.run(
                """
                insert into read_position (member_id, question_id, number)
                select distinct r.author_id, r.question_id, q.last_number from reply r join question q on q.id = r.question_id
                where r.community_id = \(community)
                on conflict (member_id, question_id) do nothing
                """)
        }
    }

    @discardableResult
    func act<T: Sendable>(
        by actor: Actor, at moment: Instant, _ body: @escaping @Sendable (Act) throws -> T
    ) async throws -> T {
        try await database.write { try body(Act($0, by: actor, at: moment, through: .command)) }
    }
}
