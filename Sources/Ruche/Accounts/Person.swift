import Persistence
import Wording

/// Somebody with an account on this instance; what they are in a community is a `Member`.
package struct Person: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Person>

    package let id: ID
    package let email: EmailAddress
    package let name: String
    package let language: Language
    package let theme: Theme
    package let isAdministrator: Bool

    /// `select id, email, name, language, theme, is_administrator from person`
    package init(_ row: borrowing Row) throws {
        (id, email, name) = (try row[0], try row[1], try row[2])
        (language, theme, isAdministrator) = (try row[3], try row[4], try row[5])
    }

    static let columns: SQL = "id, email, name, language, theme, is_administrator"
}

extension Language: Bindable {}
extension Theme: Bindable {}

/// An address as it is compared and kept: trimmed, in lower case.
package struct EmailAddress: RawRepresentable, Bindable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// - Throws: a refusal for the field "courriel" when no mail could be sent there.
    package init(typed text: String) throws(Refusal) {
        let address = Self.bare(text)
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, let local = halves.first, let domain = halves.last, address.utf8.count <= 254,
            Self.isLocal(local), Self.isDomain(domain)
        else {
            throw Refusal(
                "Cette adresse ne semble pas complète. Vérifiez-la, par exemple prenom.nom@hopital.fr.",
                field: "courriel")
        }
        rawValue = address
    }

    /// Out of what mail programs copy, "Marie DUPONT <marie@hopital.fr>", and without the signs that nobody sees.
    private static func bare(_ text: String) -> String {
        let shown = String(
            text.lowercased().unicodeScalars.filter { $0.properties.generalCategory != .format }.map(Character.init))
        var address = Substring(shown.trimmingWhitespace())
        if address.last == ">", let start = address.lastIndex(of: "<") {
            address = address[address.index(after: start)...].dropLast()
        }
        if address.hasPrefix("mailto:") { address = address.dropFirst("mailto:".count) }
        return String(address).trimmingWhitespace()
    }

    private static func isLocal(_ local: Substring) -> Bool {
        (1...64).contains(local.count)
            && local.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
            && local.first != "'" && local.last != "'"
            && local.allSatisfy { $0.isLetter || $0.isNumber || ".!#$%&'*+-/=?^_`{|}~".contains($0) }
    }

    private static func isDomain(_ domain: Substring) -> Bool {
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && (labels.last?.count ?? 0) > 1 && labels.last?.contains(where: \.isLetter) == true
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != "-" && label.last != "-"
                    && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
            }
    }

    /// "c…@montrieux.fr": enough to recognise one's own, for pages that others may see.
    package var masked: String {
        guard let at = rawValue.firstIndex(of: "@"), let first = rawValue.first else { return "…" }
        return "\(first)…\(rawValue[at...])"
    }
}

extension String {
    package func trimmingWhitespace() -> String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
