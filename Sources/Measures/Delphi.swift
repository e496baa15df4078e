/// The Delphi rules, one of which is fixed and shown before the first round (DOMAIN §11.2). Shares are compared in
/// whole numbers: 70 % is reached by 7 of 10.
extension Ratings {
    /// What `delphi-70-15` makes of a statement.
    package enum Selection: String, Sendable { case kept = "in", leftOut = "out", undecided = "none" }

    /// How strong the agreement of `delphi-80` is.
    package enum Strength: String, CaseIterable, Sendable { case consensus, veryStrong = "very strong", unanimous }

    /// In when 70 % at least rate 7-9 and fewer than 15 % rate 1-3, out the other way round. In the first round, half
    /// is enough instead of 70 %. `nil` without any rating.
    package func delphi7015(isFirstRound: Bool = false) -> Selection? {
        guard n > 0 else { return nil }
        let needed = isFirstRound ? 50 : 70
        let (against, agreeing) = (count(in: .inappropriate), count(in: .appropriate))
        if agreeing * 100 >= needed * n, against * 100 < 15 * n { return .kept }
        if against * 100 >= needed * n, agreeing * 100 < 15 * n { return .leftOut }
        return .undecided
    }

    /// Whether `percent` % at least rate 7-9 (`delphi-75`, `delphi-80`). `nil` without any rating.
    package func agree(atLeast percent: Int) -> Bool? {
        n == 0 ? nil : count(in: .appropriate) * 100 >= percent * n
    }

    /// What `delphi-80` calls the agreement; `nil` below 80 %.
    package var strength: Strength? {
        if agree(atLeast: 100) == true { return .unanimous }
        if agree(atLeast: 90) == true { return .veryStrong }
        return agree(atLeast: 80) == true ? .consensus : nil
    }

    /// The distance between the quartiles.
    package var interquartileRange: Double? {
        guard let q1 = percentile(25), let q3 = percentile(75) else { return nil }
        return q3 - q1
    }

    /// Whether the quartiles are 1 apart at most around a median in 7-9 (`iqr`). `nil` without any rating.
    package var isConsensusByQuartiles: Bool? {
        guard let median, let interquartileRange else { return nil }
        return interquartileRange <= 1 + tolerance && median >= 7
    }
}

/// How much the ratings of a statement moved between two rounds (DOMAIN §11.2).
package struct Stability: Equatable, Sendable {
    /// The share of the panel that would have to change its rating to make one round of the other,
    /// `½Σ|h2(v) − h1(v)| ÷ n`. Rounds with unequal numbers of ratings are compared by their shares.
    package let changed: Double
    /// Whether fewer than 15 % changed.
    package let isStable: Bool

    /// - Returns: `nil` when a round has no rating.
    package init?(from first: Ratings, to second: Ratings) {
        guard first.n > 0, second.n > 0 else { return nil }
        let moved = zip(first.distribution, second.distribution)
            .reduce(0) { $0 + abs($1.1 * first.n - $1.0 * second.n) }
        let whole = 2 * first.n * second.n
        changed = Double(moved) / Double(whole)
        isStable = moved * 100 < 15 * whole
    }
}

/// Opinions for and against something, of all that were given.
package struct Opinions: Equatable, Sendable {
    package let agree: Int
    package let disagree: Int
    /// All opinions, those that are neither included.
    package let all: Int

    /// - Precondition: the counts are 0 or more, `agree + disagree` at most `all`.
    package init(agree: Int, disagree: Int, of all: Int) {
        precondition(agree >= 0 && disagree >= 0 && agree + disagree <= all, "Opinions are part of all opinions.")
        self.agree = agree
        self.disagree = disagree
        self.all = all
    }

    /// The rule `grade`: kept with more than half for it and fewer than a fifth against (DOMAIN §11.2).
    package var isKept: Bool { agree * 2 > all && disagree * 5 < all }

    /// The opinions of the majority, more than half of all; 0 when no side has it.
    package var majority: Int { [agree, disagree].first { $0 * 2 > all } ?? 0 }

    /// *Average percent of majority opinions* (`apmo`, DOMAIN §11.2): opinions of a majority over all opinions, the
    /// share from which an item of this list counts as consensus. `nil` without any opinion.
    package static func majorityThreshold(_ items: some Collection<Opinions>) -> Double? {
        let all = items.reduce(0) { $0 + $1.all }
        return all == 0 ? nil : Double(items.reduce(0) { $0 + $1.majority }) / Double(all)
    }
}
