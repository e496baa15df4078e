import Calendaring
import Measures
import Persistence

/// M and what each of its members did over thirteen weeks (DOMAIN §10.0).
struct Membership: Sendable {
    /// By its place in the facts; `nil` for whoever is not in M.
    let activities: [Activity?]

    struct Activity: Sendable {
        var isFacilitator: Bool
        var isPaused: Bool
        var isPending: Bool
        var weeklyActs: [Int]
        var questions = 0
        var replies = 0
        var resources = 0

        var contributions: Int { questions + replies + resources }
        var isActive: Bool { weeklyActs.contains { $0 > 0 } }

        /// Whoever has an account signed in to get it, and receives the mails; a pending profile does neither.
        var participation: Participation {
            Participation(
                weeklyActs: weeklyActs, contributions: contributions, isPaused: isPaused, hasSignedIn: !isPending,
                receivesMail: !isPending)
        }
    }

    init(_ facts: EvaluationFacts, over period: Period) {
        var activities = Self.members(of: facts, at: period)
        let zone = facts.place.zone
        let start = period.first.dayNumber
        func week(of instant: Instant) -> Int { (zone.dayNumber(at: instant.milliseconds) - start) / 7 }
        for question in facts.threads.during(period) {
            activities[question.author]?.weeklyActs[week(of: question.at)] += 1
            activities[question.author]?.questions += 1
        }
        for reply in facts.replies.during(period) {
            activities[reply.author]?.weeklyActs[week(of: reply.at)] += 1
            activities[reply.author]?.replies += 1
        }
        for act in facts.otherActs.during(period) {
            activities[act.member]?.weeklyActs[week(of: act.at)] += 1
            if act.isContribution { activities[act.member]?.resources += 1 }
        }
        self.activities = activities
    }

    /// The places of the members who did something.
    var active: Set<Int> { Set(places { $0.isActive }) }
    var all: [Activity] { activities.compactMap { $0 } }
    var withoutFacilitators: [Activity] { all.filter { !$0.isFacilitator } }

    func places(where isWanted: (Activity) -> Bool) -> [Int] {
        activities.indices.filter { activities[$0].map(isWanted) ?? false }
    }

    /// Members on the last day: there for fourteen days at least, paused ones too; guests and sponsors are not members.
    /// The author of an imported past is one from their first message to twelve months after the last one.
    private static func members(of facts: EvaluationFacts, at period: Period) -> [Activity?] {
        let writers = recentWriters(facts, at: period)
        let zone = facts.place.zone
        return facts.members.indices.map { place in
            let member = facts.members[place]
            let role = member.role(at: period.to)
            guard role == .member || role == .facilitator, member.joinedAt < period.to else { return nil }
            guard !member.isAway(at: period.to) else { return nil }
            if member.isPending {
                guard writers[place] else { return nil }
            } else {
                guard period.last - zone.date(at: member.joinedAt.milliseconds) >= 14 else { return nil }
            }
            return Activity(
                isFacilitator: role == .facilitator, isPaused: member.isPaused(at: period.to),
                isPending: member.isPending, weeklyActs: [Int](repeating: 0, count: Participation.weeks))
        }
    }

    /// Who wrote in the twelve months before the last day; asked only where a past was imported.
    private static func recentWriters(_ facts: EvaluationFacts, at period: Period) -> [Bool] {
        var writers = [Bool](repeating: false, count: facts.members.count)
        guard facts.members.contains(where: \.isPending) else { return writers }
        let year = Period(period.last.adding(months: -12), period.last, in: facts.place.zone)
        for question in facts.threads.during(year) { writers[question.author] = true }
        for reply in facts.replies.during(year) { writers[reply.author] = true }
        return writers
    }
}
