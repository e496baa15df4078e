/// What may be put in the place of a placeholder.
package typealias Argument = any CustomStringConvertible & Sendable

/// A catalogue text with places for arguments: `%d` a whole number, `%@` a text, `%1$@` the first argument wherever it
/// stands, `%%` the sign itself. A sign that begins none of these is a sign.
package struct Template: Sendable, Equatable {
    package enum Kind: Sendable { case number, text }

    enum Piece: Sendable, Equatable {
        case text(String)
        /// `position` counts from 0.
        case argument(position: Int, kind: Kind)
    }

    let pieces: [Piece]
    /// The whole text, where there is nothing to put in.
    let plain: String?

    package init(_ source: String) {
        guard source.utf8.contains(UInt8(ascii: "%")) else {
            (pieces, plain) = ([.text(source)], source)
            return
        }
        let pieces = Self.pieces(of: source)
        self.pieces = pieces
        switch pieces.count {
        case 0: plain = ""
        case 1: if case .text(let text)? = pieces.first { plain = text } else { plain = nil }
        default: plain = nil
        }
    }

    /// The text with its arguments; one that is missing leaves its placeholder in sight, one too many is left out.
    package func filled(_ arguments: [Argument], in language: Language) -> String {
        if let plain { return plain }
        var result = ""
        result.reserveCapacity(64)
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .argument(let position, let kind):
                guard arguments.indices.contains(position) else {
                    result += kind == .number ? "%d" : "%@"
                    continue
                }
                let argument = arguments[position]
                if let text = argument as? String {
                    result += text
                } else if kind == .number, let number = argument as? Int {
                    result += language.phrasing.number(number)
                } else {
                    result += argument.description
                }
            }
        }
        return result
    }

    /// Which kind each argument is asked to be, by position from 0.
    package var signature: [Int: Kind] {
        pieces.reduce(into: [:]) { signature, piece in
            if case .argument(let position, let kind) = piece { signature[position] = kind }
        }
    }

    private static func pieces(of source: String) -> [Piece] {
        var (pieces, text, next) = ([Piece](), "", 0)
        var rest = Substring(source)
        while let sign = rest.firstIndex(of: "%") {
            text += rest[..<sign]
            rest = rest[rest.index(after: sign)...]
            if rest.first == "%" {
                text += "%"
                rest.removeFirst()
            } else if let (position, kind, after) = placeholder(rest) {
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                pieces.append(.argument(position: position ?? next, kind: kind))
                if position == nil { next += 1 }
                rest = after
            } else {
                text += "%"
            }
        }
        text += rest
        if !text.isEmpty { pieces.append(.text(text)) }
        return pieces
    }

    /// What follows the sign: `d`, `@`, `1$d` or `1$@`.
    private static func placeholder(_ text: Substring) -> (position: Int?, kind: Kind, after: Substring)? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        var rest = text[digits.endIndex...]
        var position: Int?
        if !digits.isEmpty {
            guard let number = Int(digits), (1...9).contains(number), rest.first == "$" else { return nil }
            position = number - 1
            rest.removeFirst()
        }
        switch rest.popFirst() {
        case "d": return (position, .number, rest)
        case "@": return (position, .text, rest)
        default: return nil
        }
    }
}

extension Template {
    /// What a careful reader would say of a source or a translation: mixed ways of counting, a sign that looks like a
    /// placeholder of another language, an argument that is skipped.
    package static func faults(in source: String) -> [String] {
        var faults: [String] = []
        let text = source.replacing("%%", with: "")
        var (numbered, counted) = (false, false)
        for part in text.split(separator: "%", omittingEmptySubsequences: false).dropFirst() {
            if let (position, _, _) = placeholder(part) {
                if position == nil { counted = true } else { numbered = true }
            } else if let next = part.first, next.isASCII, next.isLetter || next.isNumber {
                faults.append("%\(next) is no placeholder: %d, %@, %1$d, %1$@ and %% are")
            }
        }
        if numbered, counted { faults.append("placeholders with and without a position are mixed") }
        let positions = Template(source).signature.keys.sorted()
        if positions != Array(positions.indices) { faults.append("an argument is skipped") }
        return faults
    }
}
