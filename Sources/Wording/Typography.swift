/// The spaces that must not break and the curved apostrophe, put where the code has plain ones (DESIGN §4).
///
/// Only plain spaces are changed, so what is already right stays so, and `http://`, `10:30` or `?a=1` are left alone.
package enum Typography {
    /// U+202F, before `;`, `?` and `!` and between groups of three digits.
    package static let narrowSpace: Unicode.Scalar = "\u{202F}"
    /// U+00A0, before `:` and `%`, inside `« »`, between a number and its unit.
    package static let space: Unicode.Scalar = "\u{A0}"

    private static let units: Set<String> = [
        "h", "min", "s", "ms", "j", "jour", "jours", "heure", "heures", "minute", "minutes", "seconde", "secondes",
        "semaine", "semaines", "mois", "an", "ans", "kg", "g", "mg", "l", "ml", "m", "cm", "mm", "km", "px",
        "o", "ko", "Mo", "Go", "€", "°C", "points", "point",
    ]

    package static func french(_ text: String) -> String {
        let source = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in source.enumerated() {
            switch scalar {
            case " ": result.append(frenchSpace(in: source, at: index))
            case "'": result.append(elides(source[(index + 1)...]) ? apostrophe(in: source, at: index) : scalar)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    package static func english(_ text: String) -> String {
        let source = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in source.enumerated() {
            result.append(scalar == "'" ? apostrophe(in: source, at: index) : scalar)
        }
        return String(result)
    }

    private static func frenchSpace(in text: [Unicode.Scalar], at index: Int) -> Unicode.Scalar {
        let (before, after) = (text[..<index], text[(index + 1)...])
        switch after.first {
        case ";", "?", "!": return narrowSpace
        case ":", "»": return space
        case "%": return startsPlaceholder(after) ? " " : space
        default: break
        }
        if before.last == "«" { return space }
        if endsNumber(before), units.contains(firstWord(after)) { return space }
        if after.first.map(isDigit) == true, endsHours(before) { return space }
        return " "
    }

    /// After a letter, a figure or a placeholder it is an apostrophe; elsewhere it may be a quotation mark.
    private static func apostrophe(in text: [Unicode.Scalar], at index: Int) -> Unicode.Scalar {
        guard let before = text[..<index].last else { return "'" }
        return before.properties.isAlphabetic || isDigit(before) || before == "@" ? "’" : "'"
    }

    /// Whether a word, a figure, a placeholder or a quotation follows, as after each French apostrophe.
    private static func elides(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let next = text.first else { return false }
        return next.properties.isAlphabetic || isDigit(next) || next == "%" || next == "«"
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// `%d`, `%@`, `%1$d`: but not `%%`, nor a sign alone.
    private static func startsPlaceholder(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let next = text.dropFirst().first else { return false }
        return next == "d" || next == "@" || isDigit(next)
    }

    private static func endsNumber(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = text.last else { return false }
        if isDigit(last) || last == "@" { return true }
        guard last == "d", let sign = text.dropLast().last else { return false }
        return sign == "%" || sign == "$"
    }

    /// `18 h`, to which minutes are to be tied.
    private static func endsHours(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.last == "h", let gap = text.dropLast().last, gap == " " || gap == space else { return false }
        return endsNumber(text.dropLast(2))
    }

    private static func firstWord(_ text: ArraySlice<Unicode.Scalar>) -> String {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: text.prefix { $0.properties.isAlphabetic || $0 == "€" || $0 == "°" })
        return String(word)
    }
}
