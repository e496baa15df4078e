/// How long something waited, from a question to what ends its wait (DOMAIN §10.0).
package struct Wait: Hashable, Sendable {
    /// Hours waited so far, never below 0.
    package let hours: Double
    /// False while the wait goes on: its true length is only known to be longer (right-censored).
    package let isOver: Bool

    /// - Parameter hours: below 0 when two clocks disagree; counted as 0.
    package init(hours: Double, isOver: Bool) {
        self.hours = hours > 0 ? hours : 0
        self.isOver = isOver
    }
}

/// The share of waits that last longer than a time, by Kaplan-Meier (EF1, EF2, DOMAIN §10.0):
/// `S(t) = Π (1 − d/n)` over the times at which a wait ended, n being those at risk just before.
///
/// Waits that go on count until now instead of being dropped, so that a community that answers only easy questions
/// does not look fast. One still waiting at the very time at which another ends is at risk at that time.
package struct KaplanMeier: Equatable, Sendable {
    /// A fall of the curve: from `hours` on, `waiting` is the share not yet over.
    package struct Step: Equatable, Sendable {
        package let hours: Double
        package let waiting: Double

        package init(hours: Double, waiting: Double) {
            self.hours = hours
            self.waiting = waiting
        }
    }

    /// Waits in all.
    package let n: Int
    /// Waits that are over.
    package let answered: Int
    /// The falls of the curve, earliest first. Before the first one, everything waits.
    package let steps: [Step]

    package init(_ waits: some Sequence<Wait>) {
        let sorted = waits.sorted { $0.hours < $1.hours }
        n = sorted.count
        answered = sorted.count(where: \.isOver)
        steps = Self.steps(of: sorted)
    }

    /// Hours after which half of the waits are over; `nil` when that was not reached (*non atteint*).
    package var median: Double? { hours(untilWaiting: 1 / 2) }

    /// Hours after which nine tenths of the waits are over; `nil` when that was not reached (*non atteint*).
    package var p90: Double? { hours(untilWaiting: 1 / 10) }

    /// Share of the waits that are over at `hours`, that time included, from 0 to 1: the *part dans la promesse* when
    /// `hours` is the promise. `nil` without any wait.
    package func share(within hours: Double) -> Double? {
        guard n > 0 else { return nil }
        return 1 - (steps.last { $0.hours <= hours }?.waiting ?? 1)
    }

    /// The earliest time at which at most `share` still wait.
    private func hours(untilWaiting share: Double) -> Double? {
        steps.first { $0.waiting <= share + tolerance }?.hours
    }

    private static func steps(of sorted: [Wait]) -> [Step] {
        var steps: [Step] = []
        var (atRisk, waiting) = (sorted.count, 1.0)
        for group in runs(of: sorted) {
            let ended = group.count(where: \.isOver)
            if ended > 0, let first = group.first {
                waiting = ended == atRisk ? 0 : waiting * (1 - Double(ended) / Double(atRisk))
                steps.append(Step(hours: first.hours, waiting: waiting))
            }
            atRisk -= group.count
        }
        return steps
    }

    /// The waits of equal length together.
    private static func runs(of sorted: [Wait]) -> [ArraySlice<Wait>] {
        var (runs, rest) = ([ArraySlice<Wait>](), sorted[...])
        while let first = rest.first {
            let run = rest.prefix { $0.hours == first.hours }
            runs.append(run)
            rest = rest.dropFirst(run.count)
        }
        return runs
    }
}
