/// How near to the heart of a community a member is over thirteen weeks (VI8, DOMAIN §10.0), nearest first.
package enum Band: String, CaseIterable, Sendable {
    /// *Noyau*: acts in 7 weeks at least, and 3 contributions.
    case coreGroup
    /// *Actif*: 2 contributions at least.
    case active
    /// *Occasionnel*: an act.
    case occasional
    /// *En périphérie*: no act, but signed in or receives mail that does not bounce.
    case peripheral
    /// *En sommeil*: out of reach. Whether mails are opened is never known.
    case asleep
    /// *En pause*: chosen by the member, before any other band.
    case paused
}

/// What a member did in the thirteen weeks of an evaluation (DOMAIN §10.0).
package struct Participation: Equatable, Sendable {
    /// Weeks in an evaluation.
    package static let weeks = 13

    /// Acts in each week.
    package let weeklyActs: [Int]
    /// Contributions over the thirteen weeks.
    package let contributions: Int
    package let isPaused: Bool
    package let hasSignedIn: Bool
    /// Gets the mails of the community, and they don't bounce.
    package let receivesMail: Bool

    package init(
        weeklyActs: [Int], contributions: Int, isPaused: Bool = false, hasSignedIn: Bool = false,
        receivesMail: Bool = false
    ) {
        self.weeklyActs = weeklyActs
        self.contributions = contributions
        self.isPaused = isPaused
        self.hasSignedIn = hasSignedIn
        self.receivesMail = receivesMail
    }

    /// Weeks with an act.
    package var weeksWithAct: Int { weeklyActs.count { $0 > 0 } }

    /// Did one act at least; wider than the band *actif*.
    package var isActive: Bool { weeksWithAct > 0 }

    package var band: Band {
        if isPaused { return .paused }
        if weeksWithAct >= 7, contributions >= 3 { return .coreGroup }
        if contributions >= 2 { return .active }
        if isActive || contributions > 0 { return .occasional }
        return hasSignedIn || receivesMail ? .peripheral : .asleep
    }
}

/// How much a community takes part, over its members of an evaluation (VI1-VI4, VI8, DOMAIN §10.2).
package struct Vitality: Equatable, Sendable {
    /// Members with an act, of all (VI1).
    package let active: Proportion
    /// Members with a contribution, of all (VI2).
    package let contributing: Proportion
    /// Median over the active members of their weeks with an act ÷ 13 (VI3); `nil` when nobody is active.
    package let regularity: Double?
    /// How unequal the contributions are (VI4).
    package let concentration: Concentration
    /// Members of each band, empty ones included (VI8).
    package let bands: [Band: Int]

    package init(_ members: some Collection<Participation>) {
        active = Proportion(members.count(where: \.isActive), of: members.count)
        contributing = Proportion(members.count { $0.contributions > 0 }, of: members.count)
        regularity =
            members.filter(\.isActive)
            .map { Double($0.weeksWithAct) / Double(Participation.weeks) }
            .median
        concentration = Concentration(members.map(\.contributions))
        let none = Dictionary(uniqueKeysWithValues: Band.allCases.map { ($0, 0) })
        bands = members.reduce(into: none) { $0[$1.band, default: 0] += 1 }
    }
}
