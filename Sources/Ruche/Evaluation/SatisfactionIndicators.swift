import Measures
import Persistence
import Wording

// Satisfaction (DOMAIN §10.3): what exchanges and departures tell of it, before any survey.
extension Evaluation {
    /// SA7: whoever's voice said *utile*.
    var foundUseful: Indicator {
        let answered = facts.questions.during(period).filter { $0.answeredAt.isBefore(period.to) }
        return share(
            .sa7, answered.count { $0.firstMarkAt.isBefore(period.to) }, of: answered.count, over: period,
            unless: .init(word("Aucune question de ces 13 semaines n’a encore de réponse.")))
    }

    /// SA8: members who left in W, with the reasons that they gave.
    var leaving: Indicator {
        let leavers = facts.members.count { member in
            member.departures.contains { leftAt in
                let role = member.role(at: leftAt)
                return period.contains(leftAt) && (role == .member || role == .facilitator)
            }
        }
        var indicator = Indicator(.sa8, over: period, n: members)
        indicator.k = leavers
        indicator.value = members > 0 ? Double(leavers) / Double(members) : nil
        let reasons = facts.leaving.filter { period.contains($0.at) }.map(\.reason)
        indicator.details = [
            .init("leavers", count: leavers),
            .init(
                "reasons",
                LeavingReason.allCases.map { reason in
                    .init(reason.rawValue.replacing(" ", with: "_"), reasons.count { $0 == reason })
                }),
        ]
        if members == 0 { indicator.note = noMembersYet }
        return indicator
    }
}
