import Calendaring
import Persistence

/// A figure of the evaluation, by the dictionary of DOMAIN §10: what it is worth, of how many, over which days, how.
package struct Indicator: Sendable, Equatable {
    package let id: ID
    /// Everyone counted; `nil` when it is not known, and `note` says why.
    package var value: Double?
    /// The same as if the facilitators were not there; only where DOMAIN asks for both.
    package var withoutFacilitators: Double?
    /// Of how many that is.
    package var nWithoutFacilitators: Int?
    package var unit: Unit { id.unit }
    /// Of how many: members, questions, objectives…, as `id.subject` says.
    package var n: Int
    /// How many of them, where the value is a share.
    package var k: Int?
    /// The Wilson interval at 95 % of a share.
    package var low: Double?
    package var high: Double?
    package var period: Period
    /// Why it is not known, or what a reader must know of it. French, as in the catalogue.
    package var note: Note?
    /// More figures, by the names of ARCHITECTURE §7.
    package var details: [Detail]

    package init(_ id: ID, over period: Period, value: Double? = nil, n: Int = 0, details: [Detail] = []) {
        (self.id, self.period, self.value, self.n, self.details) = (id, period, value, n, details)
    }

    /// Hours, a share from 0 to 1, or a plain number.
    package enum Unit: String, Sendable { case hours, share, number }

    /// A sentence of the catalogue with what fills it: a day is written in the reader's words.
    package struct Note: Sendable, Equatable {
        package let sentence: String
        /// From when it can be known, where a day can be named.
        package let knownFrom: CivilDate?

        package init(_ sentence: String, knownFrom: CivilDate? = nil) {
            (self.sentence, self.knownFrom) = (sentence, knownFrom)
        }
    }

    package struct Detail: Sendable, Equatable {
        /// `snake_case`, part of the contract.
        package let name: String
        package let value: Value

        package enum Value: Sendable, Equatable {
            case number(Double?)
            case count(Int)
            case word(String)
            /// A count for each name, in order.
            case counts([Named])
        }

        package struct Named: Sendable, Equatable {
            package let name: String
            package let count: Int

            package init(_ name: String, _ count: Int) { (self.name, self.count) = (name, count) }
        }

        package init(_ name: String, _ value: Double?) { (self.name, self.value) = (name, .number(value)) }
        package init(_ name: String, count: Int) { (self.name, value) = (name, .count(count)) }
        package init(_ name: String, word: String) { (self.name, value) = (name, .word(word)) }
        package init(_ name: String, _ counts: [Named]) { (self.name, value) = (name, .counts(counts)) }
    }
}

extension Indicator {
    /// A detail that is a number or a count; `nil` when it is not there or not known.
    package func detail(_ name: String) -> Double? {
        switch details.first(where: { $0.name == name })?.value {
        case .number(let number): number
        case .count(let count): Double(count)
        case .word, .counts, nil: nil
        }
    }

    /// The details that a page may show: those without the facilitators, and those of newcomers, stand on a number of
    /// their own.
    package var shownDetails: [Detail] {
        details.filter { detail in
            if detail.name.hasSuffix("_without_facilitators") { return shownWithoutFacilitators != nil }
            if detail.name.hasPrefix("newcomers_") { return (self.detail("newcomers") ?? 0) >= 5 }
            return true
        }
    }

    /// A detail that counts by name.
    package func counts(_ name: String) -> [Detail.Named] {
        guard case .counts(let counts) = details.first(where: { $0.name == name })?.value else { return [] }
        return counts
    }

    /// Fewer than five people or cases stand behind it: it is not shown (DOMAIN §10.0).
    package var isTooSmall: Bool { value != nil && n < 5 && id.isHiddenUnderFive }

    /// The figure without the facilitators, unless it stands on fewer than five itself.
    package var shownWithoutFacilitators: Double? {
        guard !isTooSmall, nWithoutFacilitators ?? n >= 5 || !id.isHiddenUnderFive else { return nil }
        return withoutFacilitators
    }
}
