import Wording

/// An act that the rules do not allow, in a sentence for the person who tried.
///
/// The sentence is a catalogue entry, translated by the face that shows it: the web beside `field`, keeping what was
/// typed; the mail face in its answer. Anything else that is thrown is a fault, told to the operator.
package struct Refusal: Error, Equatable, Sendable {
    /// How the faces answer: 403, 404, 409, 422, 429 on the web.
    package enum Kind: Sendable { case notAllowed, notFound, conflict, invalid, tooMany, tooLarge }

    /// French, as in the catalogue; `%@` and `%d` stand for `arguments`.
    package let sentence: String
    package let arguments: [String]
    /// The field of the form that is to be mended, by its name.
    package let field: String?
    package let kind: Kind

    package init(_ sentence: String, _ arguments: String..., field: String? = nil, kind: Kind = .invalid) {
        (self.sentence, self.arguments, self.field, self.kind) = (sentence, arguments, field, kind)
    }

    /// Not there, or not for this person: which of the two is nobody's business.
    package static let notFound = Refusal("Cette page n’est plus ici.", kind: .notFound)
    package static let forbidden = Refusal("Cette page ne vous est pas ouverte.", kind: .notAllowed)

    /// The same, near another field: a form may have several for one text.
    package func at(_ field: String) -> Refusal { Refusal(self, field: field) }

    private init(_ other: Refusal, field: String) {
        (sentence, arguments, kind) = (other.sentence, other.arguments, other.kind)
        self.field = field
    }

    package func callAsFunction(_ ui: Interface) -> String { ui.text(sentence, arguments) }
}
