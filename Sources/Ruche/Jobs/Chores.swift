import Calendaring
import Persistence

extension Act {
    /// Does the work of a job that the domain does by itself in one transaction: everything but handing a mail to its
    /// server, searching what an erasing left (`Instance.prove`), and bringing it out of the files (`Database.forget`).
    /// - Parameter makeSecret: for the links of the letters that it writes.
    package func perform(_ job: Job, makeSecret: () -> Secret) throws {
        switch job.kind {
        case .mail, .proof, .forgetting: break
        case .digest: try mails.sendDigest(job)
        case .dataCopy: try dataCopies.make(job)
        case .housekeeping: try sweep(makeSecret: makeSecret)
        case .ladder: try inCommunityOfQuestion(job)?.questions.climb(job, makeSecret: makeSecret)
        case .context:
            if let id = Question.ID(job.key.dropFirst("context/".count)) {
                try inCommunityOfQuestion(job)?.questions.askContext(id, makeSecret: makeSecret)
            }
        case .bookmark: try inCommunityOfQuestion(job)?.questions.remind(job)
        case .drift: try drift.compute(job)
        case .rendering: try questions.renderAnew(job)
        case .vocabulary: try inCommunity(job)?.questions.readTitles(job)
        case .followUp: try inCommunityOfQuestion(job)?.questions.askWhatBecame(job, makeSecret: makeSecret)
        }
        try jobs.finish(job.id)
    }

    /// For a job whose key names a question after its kind; nil when the question is not there any more.
    private func inCommunityOfQuestion(_ job: Job) throws -> Act? {
        let id = job.key.split(separator: "/").dropFirst().first.flatMap { Question.ID($0) }
        guard let id else { return nil }
        let community = try transaction.value(
            "select community_id from question where id = \(id)", as: Community.ID.self)
        return community.map { standing(in: $0) }
    }

    /// For a job whose key names a community after its kind; nil when it is not there any more.
    private func inCommunity(_ job: Job) throws -> Act? {
        let id = job.key.split(separator: "/").dropFirst().first.flatMap { Community.ID($0) }
        return try id.flatMap { try view.communities.find($0) }.map { standing(in: $0.id) }
    }

    /// Asks for the housekeeping of today; it asks for tomorrow's.
    package func beginHousekeeping() throws {
        try jobs.add(.housekeeping, key: "housekeeping/\(Self.day(of: now))")
    }

    private static func day(of moment: Instant) -> CivilDate { Zone.paris.date(at: moment.milliseconds) }

    /// Once a day: lets go of what has been kept as long as it may be (DOMAIN §14).
    private func sweep(makeSecret: () -> Secret) throws {
        try execute("delete from session where ends_at < \(now - .days(1))")
        try execute("delete from sign_in_link where expires_at < \(now - .days(1))")
        try execute("delete from address_change where expires_at < \(now)")
        try sweepPrivateTalks()
        try execute("delete from data_copy where expires_at < \(now)")
        try execute("delete from job where done_at < \(now - .days(30))")
        // Whom a community invited in vain: the figures of the funnel stay, the address goes.
        try execute(
            "update invitation set email = '', words = '' where email <> '' and expires_at < \(now - .days(90))")
        try execute("delete from join_request where decided_at < \(now - .days(90))")
        try memberImports.sweep()
        try members.readCards()
        try sweepInactiveAccounts(makeSecret: makeSecret)
        try execute(
            """
            update mail set recipient = '', name = '', subject = null, text = null
            where recipient <> '' and state in ('sent', 'refused', 'unknown') and created_at < \(now - .days(365))
            """)
        try watchOverLives()
        try drift.forgetOldViews()
        try drift.askForAll()
        // At three in the morning, when nobody waits.
        let tomorrow = Self.day(of: now).adding(days: 1)
        let time = Instant(milliseconds: Zone.paris.start(of: tomorrow)) + .hours(3)
        try jobs.add(.housekeeping, key: "housekeeping/\(tomorrow)", at: time)
    }
}
