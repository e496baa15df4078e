import Calendaring
import Measures
import Persistence

/// A figure as it was at the end of a month.
package struct CurvePoint: Sendable, Equatable {
    /// The last day of its thirteen weeks: the end of a month, or the day evaluated.
    package let day: CivilDate
    package let n: Int
    /// `nil` when nothing was known, or of fewer than five.
    package let value: Double?
    package let p90: Double?

    init(_ day: CivilDate, n: Int, value: Double?, p90: Double? = nil) {
        (self.day, self.n) = (day, n)
        (self.value, self.p90) = n < smallestShownCell ? (nil, nil) : (value, p90)
    }
}

extension Evaluation {
    /// The last days of the twelve months before, then the day itself.
    private var monthEnds: [CivilDate] {
        let ends = (1...12).map { day.adding(months: -$0).lastOfMonth }
        return ends.reversed() + [day]
    }

    /// The median delay of the first reply, month after month, each as it was known then (EF1).
    package var firstReplyCurve: [CurvePoint] {
        monthEnds.map { end in
            let period = Period(endingOn: end, in: zone)
            let waits = KaplanMeier(
                facts.questions.during(period).map { question in
                    let answer = question.answeredAt.flatMap { $0 < period.to ? $0 : nil }
                    return Wait(hours: ((answer ?? period.to) - question.at).hours, isOver: answer != nil)
                })
            return CurvePoint(end, n: waits.n, value: waits.median, p90: waits.p90)
        }
    }

    /// EF3, month after month.
    package var resolvedCurve: [CurvePoint] {
        monthEnds.map { end in
            let questions = facts.questions.during(Period(end.adding(days: -120), end.adding(days: -30), in: zone))
            let proportion = Proportion(questions.count(where: wasResolvedInTime), of: questions.count)
            return CurvePoint(end, n: proportion.n, value: proportion.share)
        }
    }

    /// VI1, month after month.
    package var activeCurve: [CurvePoint] {
        monthEnds.map { end in
            let membership = Membership(facts, over: Period(endingOn: end, in: zone))
            let (active, members) = (membership.active.count, membership.all.count)
            return CurvePoint(end, n: members, value: Proportion(active, of: members).share)
        }
    }

    /// SA7, month after month.
    package var usefulCurve: [CurvePoint] {
        monthEnds.map { end in
            let period = Period(endingOn: end, in: zone)
            let answered = facts.questions.during(period).filter { $0.answeredAt.isBefore(period.to) }
            let proportion = Proportion(answered.count { $0.firstMarkAt.isBefore(period.to) }, of: answered.count)
            return CurvePoint(end, n: proportion.n, value: proportion.share)
        }
    }
}
