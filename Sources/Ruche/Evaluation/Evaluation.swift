import Calendaring
import Measures
import Persistence

/// A community as it was on the evening of a day, over the thirteen weeks before (DOMAIN §10): a pure function of facts.
package struct Evaluation: Sendable {
    let facts: EvaluationFacts
    /// W.
    package let period: Period
    let membership: Membership
    /// A_{W−1} is taken from it (VI9).
    let membershipBefore: Membership
    let workingHours: WorkingHours

    /// - Parameter day: a closed day, in the community's zone.
    package init(_ facts: EvaluationFacts, on day: CivilDate) {
        self.facts = facts
        let zone = facts.place.zone
        period = Period(endingOn: day, in: zone)
        membership = Membership(facts, over: period)
        membershipBefore = Membership(facts, over: Period(endingOn: day.adding(days: -91), in: zone))
        workingHours = .of(zone, territory: facts.place.territory, facts.place.ownDays)
    }

    package var day: CivilDate { period.last }
    package var zone: Zone { facts.place.zone }
    package var promise: Promise { facts.place.promise }
    /// N.
    package var members: Int { membership.all.count }

    /// Every indicator of the dictionary, in its order.
    package var indicators: [Indicator] {
        let graphs = (all: replyGraph(), without: replyGraph(withoutFacilitators: true))
        return Indicator.ID.allCases.map { indicator($0, graphs) }
    }

    package func indicator(_ id: Indicator.ID) -> Indicator {
        let needsGraph = id.method == .graph
        let none = InteractionGraph<Int>(members: [], edges: [])
        return indicator(
            id, (needsGraph ? replyGraph() : none, needsGraph ? replyGraph(withoutFacilitators: true) : none))
    }

    typealias Graphs = (all: InteractionGraph<Int>, without: InteractionGraph<Int>)

    private func indicator(_ id: Indicator.ID, _ graphs: Graphs) -> Indicator {
        switch id {
        case .ef1: firstReply
        case .ef2: solution
        case .ef3: resolvedInTime
        case .ef4: unanswered
        case .ef5: objectives
        case .ef6: needsCovered
        case .ef9: applied
        case .vi1: active
        case .vi2: contributing
        case .vi3: regularity
        case .vi4: concentration
        case .vi5: reciprocity(graphs)
        case .vi6: partners(graphs)
        case .vi7: isolation(graphs)
        case .vi8: bands(graphs)
        case .vi9: retention
        case .vi11: depth
        case .sa7: foundUseful
        case .sa8: leaving
        case .va3: foundFaster
        default: unknown(id)
        }
    }

    /// The days from `from` to `to` days before the one evaluated, both included.
    func days(_ from: Int, before to: Int) -> Period {
        Period(day.adding(days: -from), day.adding(days: -to), in: zone)
    }

    /// A share with its interval, or why there is none.
    func share(
        _ id: Indicator.ID, _ k: Int, of n: Int, over period: Period, without: Proportion? = nil,
        unless note: Indicator.Note,
        _ details: [Indicator.Detail] = []
    ) -> Indicator {
        let proportion = Proportion(k, of: n)
        var indicator = Indicator(id, over: period, value: proportion.share, n: n, details: details)
        indicator.k = k
        (indicator.low, indicator.high) = (proportion.low, proportion.high)
        (indicator.withoutFacilitators, indicator.nWithoutFacilitators) = (without?.share, without?.n)
        if proportion.share == nil { indicator.note = note }
        return indicator
    }
}
