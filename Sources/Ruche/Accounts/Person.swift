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
        let address = text.trimmingWhitespace().lowercased()
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, let local = halves.first, let domain = halves.last, !local.isEmpty, local.count <= 64,
            address.utf8.count <= 254, domain.contains("."), !domain.hasPrefix("."), !domain.hasSuffix("."),
            address.unicodeScalars.allSatisfy({
                $0.value > 0x20 && $0.value != 0x7F && !"<>()[]\\,;:\"".unicodeScalars.contains($0)
            })
        else {
            throw Refusal(
                "Cette adresse ne semble pas complète. Vérifiez-la, par exemple prenom.nom@hopital.fr.",
                field: "courriel")
        }
        rawValue = address
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
