import Calendaring

/// What pages and letters need in order to speak to somebody: the value named `ui`.
///
///     ui("Poser une question")
///     ui("%d réponse", "%d réponses", count)
///     ui("Une question de %@", name)
package struct Interface: Sendable {
    package var language: Language
    package var zone: Zone
    package var theme: Theme
    /// Milliseconds UTC: what "hier" and "depuis 2 jours" are counted from.
    package var now: Int64
    package var words: Words

    package init(
        language: Language = .french, zone: Zone = .paris, theme: Theme = .auto, now: Int64, words: Words
    ) {
        (self.language, self.zone, self.theme, self.now, self.words) = (language, zone, theme, now, words)
    }

    /// The text of `source`, a literal so that `script/words` finds it.
    ///
    /// `%d` writes an `Int` with its groups of digits: a year or a number that is a name is given as text.
    // Both functions would take two literals and a count, where the plural is always meant.
    @_disfavoredOverload
    package func callAsFunction(_ source: String, _ arguments: Argument...) -> String {
        words.text(source, arguments, in: language)
    }

    /// The text for so many: `count` is the first argument of both sources, other arguments follow it.
    package func callAsFunction(_ one: String, _ many: PluralSource, _ count: Int, _ arguments: Argument...) -> String {
        words.plural(one, many.text, count, arguments, in: language)
    }

    /// The text of a source that is not known here, as the sentence of a refusal; elsewhere marked by `word`.
    package func text(_ source: String, _ arguments: [Argument] = []) -> String {
        words.text(source, arguments, in: language)
    }
}

/// The plural of a source: a literal, never a value, so that no argument is taken for it.
package struct PluralSource: ExpressibleByStringLiteral, Sendable {
    package let text: String

    package init(stringLiteral text: String) { self.text = text }
}

/// Marks a source that is kept in a value and said later by `ui.text(_:_:)`.
package func word(_ source: String) -> String { source }
