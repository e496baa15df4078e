import Calendaring
import Persistence
import Synchronization

/// All that is shown of an evaluation, without the facts behind it: some kilobytes, whatever was written.
package struct EvaluationSheet: Sendable {
    package let day: CivilDate
    package let promise: Promise
    /// N.
    package let members: Int
    package let indicators: [Indicator.ID: Indicator]
    package let firstReplyCurve: [CurvePoint]
    package let resolvedCurve: [CurvePoint]
    package let activeCurve: [CurvePoint]
    package let usefulCurve: [CurvePoint]
    package let network: Network
    package let rhythm: Rhythm
    package let holidays: [(date: CivilDate, holiday: PublicHoliday)]

    init(_ evaluation: Evaluation) {
        (day, promise, members) = (evaluation.day, evaluation.promise, evaluation.members)
        indicators = Dictionary(uniqueKeysWithValues: evaluation.indicators.map { ($0.id, $0) })
        (firstReplyCurve, resolvedCurve) = (evaluation.firstReplyCurve, evaluation.resolvedCurve)
        (activeCurve, usefulCurve) = (evaluation.activeCurve, evaluation.usefulCurve)
        (network, rhythm) = (evaluation.network, evaluation.rhythm)
        holidays = evaluation.holidays(of: rhythm)
    }
}

/// Evaluations that took long, of days that are over: kept until something rewrites the past of the community, and for a
/// day at most. What is short is computed each time.
package final class EvaluationMemory: Sendable {
    struct Key: Hashable {
        let community: Community.ID
        let day: CivilDate
    }

    private struct Kept {
        let sheet: EvaluationSheet
        let at: Instant
    }

    /// Acts and posts over which an evaluation takes more than a tenth of a second.
    private let longFrom: Int
    private static let lifetime = Duration.days(1)
    private static let sheetsAtMost = 32

    private let kept = Mutex<[Key: Kept]>([:])

    package init(longFrom: Int = 20_000) { self.longFrom = longFrom }

    func find(_ key: Key, at now: Instant) -> (sheet: EvaluationSheet, at: Instant)? {
        kept.withLock { kept in
            guard let known = kept[key], now >= known.at, now - known.at < Self.lifetime else { return nil }
            return (known.sheet, known.at)
        }
    }

    func keep(_ sheet: EvaluationSheet, of facts: EvaluationFacts, _ key: Key, at now: Instant) {
        guard facts.threads.count + facts.replies.count + facts.otherActs.count >= longFrom else { return }
        kept.withLock { kept in
            kept[key] = Kept(sheet: sheet, at: now)
            guard kept.count > Self.sheetsAtMost else { return }
            if let oldest = kept.min(by: { $0.value.at < $1.value.at }) { kept[oldest.key] = nil }
        }
    }
}

extension EvaluationQueries {
    /// What is shown of the community as it was on the evening of `day`.
    package func sheet(on day: CivilDate) throws -> EvaluationSheet {
        guard let memory, try day < today() else { return EvaluationSheet(try evaluation(on: day)) }
        let key = EvaluationMemory.Key(community: try view.community, day: day)
        if let known = memory.find(key, at: view.now), try !isPastRewritten(since: known.at) { return known.sheet }
        let evaluation = try evaluation(on: day)
        let sheet = EvaluationSheet(evaluation)
        memory.keep(sheet, of: evaluation.facts, key, at: view.now)
        return sheet
    }

    /// Whether what is kept of that day is no longer right.
    package func isStale(on day: CivilDate) throws -> Bool {
        let key = EvaluationMemory.Key(community: try view.community, day: day)
        guard let known = memory?.find(key, at: view.now) else { return false }
        return try isPastRewritten(since: known.at)
    }

    /// Two acts of the same moment can't be told apart by the clock of a journal: some seconds are looked at twice.
    private static let overlap = Duration.seconds(5)

    /// Whether something was done that may change the figures of a day that is over: a post taken away or moved, a past
    /// imported, a rule changed. What is added today is of today.
    private func isPastRewritten(since moment: Instant) throws -> Bool {
        try view.transaction.value(
            """
            select id from journal
            where community_id = \(try view.community) and at >= \(moment - Self.overlap)
              and verb not in \(list: Verb.ofTheDay) limit 1
            """, as: Int64.self) != nil
    }
}
