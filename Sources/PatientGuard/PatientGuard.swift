/// Finds what would let a reader recognise a patient in a text, offline and without a clock (DOMAIN §13).
/// It reads French as health professionals write it; it proposes, and people decide.
package struct PatientGuard: Sendable {
    private let members: [MemberName]

    /// - Parameter members: full names of the community's members, whom a civil name may denote without danger.
    package init(members: [String] = []) {
        self.members = members.map(MemberName.init)
    }

    /// The passages of a text, in order, none overlapping another.
    /// - Parameter logistic: whether the field is a meeting, an agenda, an announcement or a profile, which say
    ///   dates, places and contacts by nature: these are then not reported.
    package func passages(in text: String, logistic: Bool = false) -> [Passage] {
        let reading = Reading(text)
        var found: [Passage] = []
        for index in reading.tokens.indices { find(at: index, in: reading, into: &found) }
        if logistic { found.removeAll { $0.kind.isLogistic } }
        return withoutOverlaps(found)
    }

    /// Tries the detectors that the token at `index` may begin.
    private func find(at index: Int, in reading: Reading, into found: inout [Passage]) {
        func add(_ passage: Passage?) { if let passage { found.append(passage) } }
        let token = reading[index]
        switch token.shape {
        case .nothing: return
        case .mark:
            if token.is("@") { add(reading.mail(at: index)) }
            if token.is("+") { add(reading.phone(at: index)) }
        case .number:
            add(reading.socialSecurityNumber(at: index))
            add(reading.phone(at: index))
            add(reading.date(at: index))
            add(reading.age(at: index))
            add(reading.streetAddress(at: index))
        case .word:
            let traits = token.traits
            if traits.isEmpty { return }
            if traits.contains(.title) { add(reading.civilName(at: index, members: members)) }
            if traits.contains(.nameLabel) { add(reading.labelledName(at: index, members: members)) }
            if traits.contains(.namedPerson) { add(reading.namedPatient(at: index, members: members)) }
            if traits.contains(.relative) { add(reading.namedRelative(at: index, members: members)) }
            if traits.contains(.firstName) { add(reading.namedByFacts(at: index, members: members)) }
            if !traits.isDisjoint(with: [.title, .person, .namedPerson]) { add(reading.initials(at: index)) }
            if traits.contains(.born) {
                add(reading.birthDate(at: index))
                if !reading.isAboutThing(index) { add(reading.town(ofDwelling: index)) }
            }
            if traits.contains(.birthLabel) { add(reading.labelledBirthDate(at: index)) }
            if token.word == "d" { add(reading.spelledBirthDate(at: index)) }
            if !traits.isDisjoint(with: [.fileLabel, .securityLabel, .fileNoun]) { add(reading.fileNumber(at: index)) }
            if traits.contains(.newborn) { add(reading.newborn(at: index)) }
            if traits.contains(.numeral) { add(reading.age(at: index)) }
            if traits.contains(.weekday) || traits.contains(.numeral) { add(reading.date(at: index)) }
            if traits.contains(.room) { add(reading.placeInWard(at: index)) }
            if traits.contains(.particle) { add(reading.numberForPatient(at: index)) }
            if traits.contains(.dwelling) { add(reading.town(ofDwelling: index)) }
            if traits.contains(.institution) { add(reading.namedPlace(at: index)) }
            if !traits.isDisjoint(with: [.social, .former, .kin]) { add(reading.socialTrait(at: index)) }
            if traits.contains(.rare) { add(reading.rareEvent(at: index)) }
        }
    }

    /// Of two passages that overlap, the one that weighs more, then the earlier, then the longer.
    private func withoutOverlaps(_ found: [Passage]) -> [Passage] {
        if found.count < 2 { return found }
        let byWeight = found.sorted { ($0.kind.rank, $0.start, -$0.end) < ($1.kind.rank, $1.start, -$1.end) }
        var kept: [Passage] = []
        var isTaken = Array(repeating: false, count: found.map(\.end).max() ?? 0)
        for passage in byWeight where !isTaken[passage.start..<passage.end].contains(true) {
            for place in passage.start..<passage.end { isTaken[place] = true }
            kept.append(passage)
        }
        return kept.sorted { $0.start < $1.start }
    }
}
