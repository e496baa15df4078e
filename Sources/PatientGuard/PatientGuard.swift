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
        var places: [(passage: Passage, token: Int)] = []
        var days: [Passage] = []
        for index in reading.tokens.indices {
            find(at: index, in: reading, into: &found, authors: &places, everyones: &days)
        }
        found += places.filter { isOfSomeone($0.token, in: reading, among: found) }.map(\.passage)
        if found.contains(where: \.kind.isOfSomeone) { found += days }
        if logistic { found.removeAll { $0.kind.isLogistic } }
        return withoutOverlaps(found.map { reading.withEmphasis($0) }, in: reading)
    }

    /// Whether the sentence of a place where colleagues work also says an age, a trait or the like: then it is the
    /// place of that person.
    private func isOfSomeone(_ token: Int, in reading: Reading, among found: [Passage]) -> Bool {
        let sentence = reading.boundsOfSentence(token)
        let start = reading[sentence.lowerBound].start
        let end = reading[sentence.upperBound].end
        var low = 0
        var high = found.count
        // They stand nearly in the order of the text: a passage begins at most some words before its token.
        while low < high {
            let middle = (low + high) / 2
            if found[middle].start < start - Self.reach { low = middle + 1 } else { high = middle }
        }
        return found[low...].prefix { $0.start <= end + Self.reach }
            .contains { $0.start >= start && $0.end <= end && $0.kind.isOfSomeone }
    }

    private static let reach = 120

    /// Tries the detectors that the token at `index` may begin.
    /// - Parameters:
    ///   - places: where colleagues work, unless their sentence is about someone.
    ///   - days: those of a sentence about nobody, which matter only if the text is about someone.
    private func find(
        at index: Int, in reading: Reading, into found: inout [Passage],
        authors places: inout [(passage: Passage, token: Int)], everyones days: inout [Passage]
    ) {
        func add(_ passage: Passage?) { if let passage { found.append(passage) } }
        func addDay(_ passage: Passage?) {
            guard let passage else { return }
            if passage.kind == .date, !reading.isSomeonesDay(index) {
                days.append(passage)
            } else {
                found.append(passage)
            }
        }
        let token = reading[index]
        switch token.shape {
        case .nothing: return
        case .mark:
            if token.is("@") { add(reading.mail(at: index)) }
            if token.is("+") { add(reading.phone(at: index)) }
        case .number:
            add(reading.socialSecurityNumber(at: index))
            add(reading.phone(at: index))
            addDay(reading.date(at: index))
            add(reading.age(at: index))
            if reading[index + 1].word == "ans" { add(reading.townAfterAge(at: index + 1)) }
            add(reading.streetAddress(at: index))
            if token.length == 5 { add(reading.postalTown(at: index)) }
            if token.length >= 5 { add(reading.fileNumberBeforeLabel(at: index)) }
        case .word:
            let traits = token.traits
            if token.isCapitalised { add(reading.compoundTown(at: index) ?? reading.homeByArticle(at: index)) }
            if token.isAllCapitals, token.length <= 2 { add(reading.bareInitials(at: index)) }
            if traits.isEmpty {
                if token.isCapitalised {
                    add(
                        reading.unknownSubject(at: index, members: members)
                            ?? reading.nameWithState(at: index, members: members))
                }
                return
            }
            if traits.contains(.title) {
                add(
                    reading.civilName(at: index, members: members)
                        ?? reading.nameBeforeTitle(at: index, members: members))
            }
            if traits.contains(.nameLabel) { add(reading.labelledName(at: index, members: members)) }
            if traits.contains(.namedPerson) { add(reading.namedPatient(at: index, members: members)) }
            if !traits.isDisjoint(with: [.relative, .homely, .elder]) {
                add(reading.nameAfterKinship(at: index, members: members))
            }
            if !traits.isDisjoint(with: [.relative, .homely, .befallen]) {
                add(reading.nameOfKin(at: index, members: members))
            }
            if traits.contains(.casework) { add(reading.nameOfCase(at: index, members: members)) }
            if traits.contains(.relative) { add(reading.namedRelative(at: index, members: members)) }
            if traits.contains(.firstName) { add(reading.namedByFacts(at: index, members: members)) }
            if !traits.isDisjoint(with: [.title, .person, .namedPerson]) { add(reading.initials(at: index)) }
            if traits.contains(.born) {
                add(reading.birthDate(at: index))
                if token.word == "nee" { add(reading.maidenName(at: index, members: members)) }
                if !reading.isAboutThing(index) { add(reading.town(ofDwelling: index)) }
            }
            if traits.contains(.feast) { add(reading.birthOnFeast(at: index)) }
            if traits.contains(.birthLabel) { add(reading.labelledBirthDate(at: index)) }
            if token.word == "d" { add(reading.spelledBirthDate(at: index)) }
            if !traits.isDisjoint(with: [.fileLabel, .securityLabel, .fileNoun]) { add(reading.fileNumber(at: index)) }
            if traits.contains(.month) { add(reading.birthMonth(at: index)) }
            if traits.contains(.called) { add(reading.nameAfterCalling(at: index, members: members)) }
            if traits.contains(.feast) { add(reading.feast(at: index)) }
            if traits.contains(.at) { add(reading.spelledMail(at: index)) }
            if traits.contains(.veryOld) { add(reading.ageInWord(at: index)) }
            if token.word == "ne" { add(reading.unaccentedBirthDate(at: index)) }
            if traits.contains(.letter) {
                add(reading.shortBirthDate(at: index))
                add(reading.spelledFileNumber(at: index))
                add(reading.dayOfLife(at: index))
            }
            if traits.contains(.newborn) { add(reading.newborn(at: index)) }
            if traits.contains(.numeral) { add(reading.age(at: index)) }
            if traits.contains(.weekday) || traits.contains(.numeral) { addDay(reading.date(at: index)) }
            if traits.contains(.room) { add(reading.placeInWard(at: index)) }
            if traits.contains(.particle) { add(reading.numberForPatient(at: index)) }
            if traits.contains(.dwelling) {
                add(reading.streetOfDwelling(at: index))
                add(reading.town(ofDwelling: index))
            }
            if traits.contains(.home) { add(reading.labelledAddress(at: index)) }
            if traits.contains(.predicate) { add(reading.townOfOrigin(at: index)) }
            if traits.contains(.spoken) { add(reading.spelledPhone(at: index)) }
            if token.word == "a" { add(reading.townBesideAge(at: index)) }
            if traits.contains(.person) { add(reading.placeOfResident(at: index)) }
            if traits.contains(.institution), let place = reading.namedPlace(at: index) {
                if reading.isAuthorsPlace(index) { places.append((place, index)) } else { add(place) }
            }
            if !traits.isDisjoint(with: [.social, .former, .kin, .localTrade]),
                let trait = reading.socialTrait(at: index)
            {
                add(trait)
                add(reading.town(of: trait, at: index))
            }
            if traits.contains(.rare) { add(reading.rareEvent(at: index)) }
        }
    }

    /// Of two passages that overlap, the one that weighs more, then the earlier, then the longer. What sticks out of
    /// the other is kept if it says something of its own: of "maire du village de Larrau", the village is a place and
    /// the mayor a trait.
    private func withoutOverlaps(_ found: [Passage], in reading: Reading) -> [Passage] {
        if found.count < 2 { return found }
        let inOrder = found.sorted { $0.start < $1.start }
        var kept: [Passage] = []
        kept.reserveCapacity(inOrder.count)
        // Most passages touch no other: only those of a cluster are weighed.
        var first = 0
        while first < inOrder.count {
            var next = first + 1
            var end = inOrder[first].end
            while next < inOrder.count, inOrder[next].start < end {
                end = max(end, inOrder[next].end)
                next += 1
            }
            if next == first + 1 {
                kept.append(inOrder[first])
            } else {
                kept += heaviest(of: inOrder[first..<next], upTo: end, in: reading)
            }
            first = next
        }
        return kept
    }

    private func heaviest(of cluster: ArraySlice<Passage>, upTo end: Int, in reading: Reading) -> [Passage] {
        let start = cluster.first?.start ?? end
        let byWeight = cluster.sorted { ($0.kind.rank, $0.start, -$0.end) < ($1.kind.rank, $1.start, -$1.end) }
        var kept: [Passage] = []
        var isTaken = Array(repeating: false, count: end - start)
        for passage in byWeight {
            guard let free = free(passage, of: isTaken, from: start, in: reading) else { continue }
            for place in free.start..<free.end { isTaken[place - start] = true }
            kept.append(free)
        }
        return kept.sorted { $0.start < $1.start }
    }

    /// The passage, or the part of it before what is taken, or nothing.
    private func free(_ passage: Passage, of isTaken: [Bool], from start: Int, in reading: Reading) -> Passage? {
        let range = passage.start - start..<passage.end - start
        guard let taken = isTaken[range].firstIndex(of: true) else { return passage }
        guard passage.kind.isTold || passage.kind == .civilName, taken > range.lowerBound else { return nil }
        return reading.shortened(passage, to: taken + start)
    }
}
