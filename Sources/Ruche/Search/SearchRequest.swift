import Calendaring
import Wording

/// What somebody looks for, read from what they typed: words, and filters among them. What is not understood is told,
/// and the rest is looked for all the same.
package struct SearchRequest: Sendable, Equatable {
    /// As it was typed.
    package let text: String
    package private(set) var words = ""
    private let language: Language
    /// Names as typed; any of them.
    package private(set) var authors: [String] = []
    package private(set) var topics: [String] = []
    package private(set) var kinds: [SoughtKind] = []
    package private(set) var statuses: [SoughtStatus] = []
    package private(set) var places: [SoughtPlace] = []
    /// The first day that is too late.
    package private(set) var before: CivilDate?
    /// The first day.
    package private(set) var after: CivilDate?
    /// A name that was typed without quotes, and the words that follow it: "auteur:claire besnard".
    private var tails: [Tail] = []
    private struct Tail: Sendable, Equatable {
        let filter: SearchFilter
        let value: String
        /// The place of the first of them among the words.
        let at: Int
    }
    /// In plain words, what was not understood.
    package private(set) var remarks: [Refusal] = []
    /// Looked for as they are written: neither mistakes nor other names.
    package var isExact = false
    /// Looked for among all exchanges at once, however many there are.
    package var isWhole = false

    /// The longest text that is read, in characters.
    package static let limit = 400

    /// - Parameter language: of the names of filters in what is told.
    package init(_ text: String, isExact: Bool = false, in language: Language = .french) {
        self.language = language
        self.text = text
        self.isExact = isExact
        var reader = SearchReader(String(text.prefix(Self.limit)))
        var words: [String] = []
        while let piece = reader.next() {
            switch piece {
            case .word(let word):
                if SearchFilter(typed: word) == .unanswered {
                    add(.unanswered, to: &statuses)
                } else {
                    words.append(word)
                }
            case .filter(let name, let value, let isQuoted):
                if !isQuoted, let filter = SearchFilter(typed: name), [.author, .topic].contains(filter) {
                    tails.append(
                        Tail(filter: filter, value: value, at: words.joined(separator: " ").split(separator: " ").count)
                    )
                }
                words += read(name, value)
            }
        }
        self.words = words.joined(separator: " ")
    }

    /// With the words that follow a name in it, where they go on with it.
    /// - Parameter isKnown: whether somebody, or a subject, is called so.
    func joining(_ isKnown: (SearchFilter, String) throws -> Bool) rethrows -> SearchRequest {
        var joined = self
        var words: [String?] = self.words.split(separator: " ").map(String.init)
        for tail in tails {
            let following = words.dropFirst(tail.at).prefix { $0 != nil }.compactMap { $0 }.prefix(3)
            for length in stride(from: following.count, to: 0, by: -1) {
                let name = ([tail.value] + following.prefix(length)).joined(separator: " ")
                guard try isKnown(tail.filter, name) else { continue }
                let list = tail.filter == .author ? \SearchRequest.authors : \.topics
                joined[keyPath: list] = joined[keyPath: list].map { $0 == tail.value ? name : $0 }
                for index in tail.at..<(tail.at + length) { words[index] = nil }
                break
            }
        }
        joined.words = words.compactMap { $0 }.joined(separator: " ")
        joined.tails = []
        return joined
    }

    package var hasFilters: Bool { isAboutExchanges || !kinds.isEmpty || isEverywhere }
    package var isEmpty: Bool { words.isEmpty && !hasFilters }
    package var isEverywhere: Bool { places.contains(.everywhere) }

    /// Whether a filter asks for what only an exchange has.
    package var isAboutExchanges: Bool {
        !authors.isEmpty || !topics.isEmpty || !statuses.isEmpty || before != nil || after != nil
            || places.contains { $0 != .everywhere }
    }

    /// Whether a filter asks for what neither a meeting nor an announcement has.
    var isAboutExchangesAlone: Bool {
        !topics.isEmpty || !statuses.isEmpty || places.contains { $0 != .everywhere }
    }

    /// How many filters are in force, for the button that leads to them.
    package var filterCount: Int {
        authors.count + topics.count + kinds.count + statuses.count + places.count + (before == nil ? 0 : 1)
            + (after == nil ? 0 : 1)
    }

    /// - Returns: what is looked for as words, since it is no filter.
    private mutating func read(_ name: String, _ value: String) -> [String] {
        guard let filter = SearchFilter(typed: name) else {
            if value.hasPrefix("//") || name.utf8.count < 2 { return ["\(name) \(value)"] }
            if let meant = SearchFilter.near(name) {
                remarks.append(
                    Refusal(
                        "« %@: » n’est pas un filtre. Vouliez-vous écrire « %@: » ?", name,
                        meant.name(in: language), field: "q"))
                return []
            }
            remarks.append(Refusal("« %@: » n’est pas un filtre : cherché comme un mot.", name, field: "q"))
            return ["\(name) \(value)"]
        }
        if filter == .unanswered {
            add(.unanswered, to: &statuses)
            return value.isEmpty || ["oui", "yes"].contains(value.lowercased()) ? [] : [value]
        }
        guard !value.isEmpty else {
            remarks.append(
                Refusal("« %@: » attend une valeur, juste après les deux-points.", name, field: "q"))
            return []
        }
        let values = filter.isChosen ? value.split(separator: ",").map(String.init) : [value]
        remarks += values.compactMap { take(filter, $0) }
        return []
    }

    /// - Returns: why the value can't be used, if so.
    private mutating func take(_ filter: SearchFilter, _ value: String) -> Refusal? {
        switch filter {
        case .author: add(value, to: &authors)
        case .topic: add(value, to: &topics)
        case .kind:
            guard let kind = SoughtKind(typed: value) else {
                return Refusal("« %@ » n’est pas un type. Essayez %@.", value, known(SoughtKind.self), field: "q")
            }
            add(kind, to: &kinds)
        case .status:
            guard let status = SoughtStatus(typed: value) else {
                return Refusal(
                    "« %@ » n’est pas un statut. Essayez %@.", value, known(SoughtStatus.self), field: "q")
            }
            add(status, to: &statuses)
        case .place:
            guard let place = SoughtPlace(typed: value) else {
                return Refusal(
                    "« %@ » n’est pas un endroit où chercher. Essayez %@.", value, known(SoughtPlace.self),
                    field: "q")
            }
            add(place, to: &places)
        case .before, .after:
            guard let day = firstDay(typed: value) else {
                return Refusal(
                    "« %@ » n’est pas une date. Écrivez par exemple 2026-03, 12/03/2026 ou « mars 2026 ».", value,
                    field: "q")
            }
            if filter == .before { before = day } else { after = day }
        case .unanswered: break
        }
        return nil
    }

    private func known<Choice: SearchChoice>(_ choices: Choice.Type) -> String {
        choices.allCases.map { $0.written(in: language) }.joined(separator: ", ")
    }

    private func add<T: Equatable>(_ value: T, to list: inout [T]) {
        if !list.contains(value) { list.append(value) }
    }
}

extension SearchRequest {
    /// A filter as it is written, between quotes when its value holds spaces.
    package static func written(_ filter: SearchFilter, _ value: String, in language: Language = .french) -> String {
        let name = filter.name(in: language)
        if filter == .unanswered { return name }
        let clean = value.filter { !"\"«»“”".contains($0) }.trimmingWhitespace()
        return clean.contains(where: \.isWhitespace) ? "\(name):\"\(clean)\"" : "\(name):\(clean)"
    }

    /// The text that says all that is understood, with other words.
    package func rewritten(words: String? = nil, without dropped: Set<SearchFilter> = []) -> String {
        var parts = [words ?? self.words]
        func write(_ filter: SearchFilter, _ values: [String]) {
            if !dropped.contains(filter) { parts += values.map { Self.written(filter, $0) } }
        }
        write(.kind, kinds.map(\.written))
        write(.author, authors)
        write(.topic, topics)
        write(.status, statuses.map(\.written))
        write(.after, [after?.description].compactMap { $0 })
        write(.before, [before?.description].compactMap { $0 })
        write(.place, places.map(\.written))
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// Cuts a text into words and filters.
private struct SearchReader {
    enum Piece { case word(String), filter(name: String, value: String, isQuoted: Bool) }

    private var rest: Substring
    private let text: String

    init(_ text: String) {
        self.text = text
        rest = text[...]
    }

    mutating func next() -> Piece? {
        skipSpaces()
        guard let first = rest.first else { return nil }
        if Self.closing[first] != nil {
            let quoted = quoted()
            return .word(quoted.contains(where: \.isWhitespace) ? "\"\(quoted)\"" : quoted)
        }
        let start = rest
        let name = rest.prefix { $0.isLetter || $0 == "-" }
        var afterName = rest[name.endIndex...]
        // French puts a space before its colon.
        let spaced = afterName.drop { $0.isWhitespace }
        if spaced.first == ":", SearchFilter(typed: String(name)) != nil { afterName = spaced }
        guard !name.isEmpty, afterName.first == ":" else {
            let word = start.prefix { !$0.isWhitespace }
            rest = rest[word.endIndex...]
            return .word(String(word))
        }
        rest = afterName.dropFirst()
        var isQuoted = isAtQuote
        var value = self.value()
        // "auteur: claire"
        if value.isEmpty, !isQuoted, SearchFilter(typed: String(name)).map({ $0 != .unanswered }) ?? false {
            let before = rest
            skipSpaces()
            if isAtFilter {
                rest = before
            } else {
                isQuoted = isAtQuote
                value = self.value()
            }
        }
        if !isQuoted, let filter = SearchFilter(typed: String(name)) { value = goingOn(value, of: filter) }
        return .filter(name: String(name), value: value, isQuoted: isQuoted)
    }

    /// A date or a choice with the words that follow it, where they are a part of it: "12 mars 2026", "en attente".
    private mutating func goingOn(_ value: String, of filter: SearchFilter) -> String {
        guard filter.isChosen || filter == .before || filter == .after else { return value }
        var (said, whole, after) = (value, value, rest)
        for _ in 0..<3 {
            let word = after.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
            if word.isEmpty { break }
            whole += " " + word
            after = after[word.endIndex...]
            if filter.accepts(whole) { (said, rest) = (whole, after) }
        }
        return said
    }

    private static let closing: [Character: Character] = ["\"": "\"", "«": "»", "“": "”"]

    private mutating func skipSpaces() { rest = rest.drop { $0.isWhitespace } }

    private mutating func value() -> String {
        if isAtQuote { return quoted() }
        let value = rest.prefix { !$0.isWhitespace }
        rest = rest[value.endIndex...]
        return String(value)
    }

    private var isAtQuote: Bool { rest.first.map { Self.closing[$0] != nil } ?? false }

    /// What stands between quotes; to the end when they are not closed.
    private mutating func quoted() -> String {
        guard let opening = rest.popFirst(), let closing = Self.closing[opening] else { return "" }
        let inside = rest.prefix { $0 != closing }
        rest = rest[inside.endIndex...].dropFirst()
        return String(inside).trimmingWhitespace()
    }

    private var isAtFilter: Bool {
        let name = rest.prefix { $0.isLetter || $0 == "-" }
        return SearchFilter(typed: String(name)) != nil && rest[name.endIndex...].first == ":"
    }
}
