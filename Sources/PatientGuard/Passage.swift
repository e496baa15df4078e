/// A part of a text that would help to recognise a patient, with what to write instead (DOMAIN §13).
package struct Passage: Equatable, Sendable {
    /// The detector that found it. `S` points at one person; `Q` only does so with others of its kind.
    package enum Kind: String, CaseIterable, Sendable {
        case socialSecurityNumber = "S1"
        case fileNumber = "S2"
        case birthDate = "S3"
        case civilName = "S4"
        case age = "Q1"
        case date = "Q2"
        case placeInWard = "Q3"
        case namedPlace = "Q4"
        case socialTrait = "Q5"
        case rareEvent = "Q6"
        case initials = "Q7"
        case uncheckedSocialSecurityNumber = "Q8"
        case contact = "Q9"
    }

    /// `sure` for the kinds S (for a social security number: its key is right), `possible` for the others.
    package enum Confidence: String, Sendable { case sure, possible }

    package let kind: Kind
    /// Place in the text, in Unicode scalars; `end` is the first scalar after the passage.
    package let start: Int
    package let end: Int
    /// The passage as written.
    package let text: String
    /// What to write instead, in French; empty when the passage is better removed.
    package let replacement: String
    package let confidence: Confidence
    /// Age in whole years, for an age given in years only: from 90 on, it weighs more (see `PatientGuard.isWall`).
    package let age: Int?

    package init(
        kind: Kind, start: Int, end: Int, text: String, replacement: String, confidence: Confidence, age: Int? = nil
    ) {
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.replacement = replacement
        self.confidence = confidence
        self.age = age
    }
}

extension Reading {
    /// With the stars before it, when those that close them stand inside: "**Mme** Lafitte".
    func withEmphasis(_ passage: Passage) -> Passage {
        guard passage.start > 0, passage.end <= scalars.count else { return passage }
        let mark = scalars[passage.start - 1]
        guard mark == "*" || mark == "_", scalars[passage.start..<passage.end].contains(mark) else { return passage }
        if passage.end < scalars.count, scalars[passage.end] == mark { return passage }
        var start = passage.start
        while start > 0, scalars[start - 1] == mark { start -= 1 }
        return Passage(
            kind: passage.kind, start: start, end: passage.end, text: text(start, passage.end),
            replacement: passage.replacement, confidence: passage.confidence, age: passage.age)
    }
}

extension Passage.Kind {
    /// Whether one passage of this kind is enough to stop a text.
    var stopsAlone: Bool {
        switch self {
        case .socialSecurityNumber, .fileNumber, .birthDate, .civilName, .uncheckedSocialSecurityNumber: true
        default: false
        }
    }

    /// Kinds that logistic fields (meeting, agenda, announcement, profile) are made of.
    var isLogistic: Bool { self == .date || self == .namedPlace || self == .contact }

    /// Kinds that tell of one person, so that a place beside them is theirs.
    var isOfSomeone: Bool {
        switch self {
        case .age, .socialTrait, .rareEvent, .initials, .placeInWard, .civilName, .birthDate, .fileNumber: true
        default: false
        }
    }

    /// Kinds made of several words, of which a part still says something.
    var isTold: Bool { self == .socialTrait || self == .rareEvent || self == .namedPlace }

    /// Which of two overlapping passages is kept: the lower.
    var rank: Int {
        switch self {
        case .socialSecurityNumber: 0
        case .uncheckedSocialSecurityNumber: 1
        case .fileNumber: 2
        case .birthDate: 3
        case .civilName: 4
        case .initials: 5
        case .contact: 6
        case .placeInWard: 7
        case .date: 8
        case .age: 9
        case .namedPlace: 10
        case .socialTrait: 11
        case .rareEvent: 12
        }
    }
}
