/// An HTML message as the plain text that its author would have typed, its quotes marked by ">".
package enum HTMLText {
    package static func text(of html: String) -> String {
        var reader = TagReader(rest: Substring(html).utf8)
        var writer = TextWriter()
        while let open = reader.rest.firstIndex(of: UInt8(ascii: "<")) {
            writer.write(reader.rest[..<open])
            reader.rest = reader.rest[open...]
            if let tag = reader.next() {
                writer.mark(tag)
            } else if reader.rest.startIndex == open {  // only a sign, as in "a < b"
                writer.write(reader.rest.prefix(1))
                reader.rest = reader.rest.dropFirst()
            }
        }
        writer.write(reader.rest)
        return writer.finished()
    }
}

/// Passes tag after tag. What nobody closed is searched only once, so that no page costs more than its length.
private struct TagReader {
    var rest: Substring.UTF8View
    private var unclosed: Set<String> = []

    init(rest: Substring.UTF8View) { self.rest = rest }

    /// The tag at the start of `rest`, which is passed with it; `nil` for a comment, a script or a style, passed too,
    /// and where no tag begins, when `rest` stays.
    mutating func next() -> Tag? {
        if rest.starts(with: "<!--".utf8) {
            if !pass("-->", after: 4) { rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst() }
            return nil
        }
        guard let (tag, after) = Tag.first(of: rest) else { return nil }
        rest = after
        guard unread.contains(tag.name), !tag.isClosing else { return tag }
        if pass("</\(tag.name)", after: 0) { rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst() }
        return nil
    }

    /// Goes after the next `mark`. False, going nowhere, when there is none: then nothing between is lost.
    private mutating func pass(_ mark: String, after count: Int) -> Bool {
        guard !unclosed.contains(mark), let first = mark.utf8.first else { return false }
        var search = rest.dropFirst(count)
        while let index = search.firstIndex(of: first) {
            search = search[index...]
            let here = search.prefix(mark.utf8.count)
            if here.elementsEqual(mark.utf8, by: { $0 == $1 || isLetter($0) && $0 | 0x20 == $1 }) {
                rest = search.dropFirst(here.count)
                return true
            }
            search = search.dropFirst()
        }
        unclosed.insert(mark)
        return false
    }
}

/// One tag: its name in lower case and its attributes as written.
private struct Tag {
    let name: String
    let isClosing: Bool
    let attributes: Substring

    /// The tag that begins with the first byte of `html`, and what follows it.
    static func first(of html: Substring.UTF8View) -> (Tag, Substring.UTF8View)? {
        var inside = html.dropFirst()
        let isClosing = inside.first == UInt8(ascii: "/")
        if isClosing { inside = inside.dropFirst() }
        guard let first = inside.first, isLetter(first) || "!?".utf8.contains(first), let end = end(of: inside)
        else { return nil }
        let word = inside[..<end].prefix { isLetter($0) || (0x30...0x39).contains($0) }
        let attributes = Substring(inside[word.endIndex..<end])
        let tag = Tag(name: Substring(word).lowercased(), isClosing: isClosing, attributes: attributes)
        return (tag, inside[end...].dropFirst())
    }

    /// The ">" outside quotes; where a quote is never closed before another tag, the first ">".
    private static func end(of inside: Substring.UTF8View) -> Substring.UTF8View.Index? {
        var quote: UInt8?
        for index in inside.indices {
            let byte = inside[index]
            if quote == nil, byte == UInt8(ascii: ">") { return index }
            if byte == UInt8(ascii: "<") { break }
            if byte == quote { quote = nil } else if quote == nil, byte == 0x22 || byte == 0x27 { quote = byte }
        }
        let first = inside.firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
        return first.flatMap { inside[$0] == UInt8(ascii: ">") ? $0 : nil }
    }

    /// The value of an attribute: quoted or not.
    func attribute(_ name: String) -> String? {
        guard let range = attributes.lowercased().firstRange(of: name + "=") else { return nil }
        let distance = attributes.lowercased().distance(from: attributes.lowercased().startIndex, to: range.upperBound)
        let value = attributes.dropFirst(distance)
        guard let quote = value.first else { return nil }
        if quote == "\"" || quote == "'" { return String(value.dropFirst().prefix { $0 != quote }) }
        return String(value.prefix { !$0.isWhitespace })
    }
}

/// Writes words and line breaks; empty space is kept only where a reader would see some.
private struct TextWriter {
    private var lines: [String] = []
    private var line: [UInt8] = []
    private var quoteDepth = 0
    private var preformatted = 0
    private var isSpacePending = false
    private var link: String?

    mutating func write(_ text: Substring.UTF8View) {
        guard !text.isEmpty else { return }
        let bytes = text.contains(UInt8(ascii: "&")) ? Array(Entities.decoded(Substring(text)).utf8) : Array(text)
        for byte in bytes {
            if byte == 0x0A, preformatted > 0 {
                breakLine()
            } else if byte == 0x20 && preformatted == 0 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                isSpacePending = true
            } else {
                if isSpacePending, !line.isEmpty { line.append(0x20) }
                isSpacePending = false
                line.append(byte)
            }
        }
    }

    mutating func mark(_ tag: Tag) {
        switch tag.name {
        case "br": breakLine()
        case "hr":
            endBlock()
            line = Array("________________________________".utf8)
            breakLine()
        case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table":
            endBlock()
            if lines.last?.isEmpty == false, tag.isClosing || tag.name != "p" { lines.append("") }
        case "li":
            endBlock()
            if !tag.isClosing { line = Array("- ".utf8) }
        case "td", "th": isSpacePending = true
        case "pre":
            endBlock()
            preformatted = max(0, preformatted + (tag.isClosing ? -1 : 1))
        case "blockquote":
            endBlock()
            quoteDepth = max(0, quoteDepth + (tag.isClosing ? -1 : 1))
        case "a": markLink(tag)
        case "img":
            if let words = tag.attribute("alt"), !words.isEmpty { write(Substring("[\(words)]").utf8) }
        case "div", "tr", "dl", "dt", "dd", "section", "article", "header", "footer", "address", "center", "body":
            endBlock()
        default: break
        }
    }

    /// A link tells its address unless its words already do.
    private mutating func markLink(_ tag: Tag) {
        if !tag.isClosing {
            link = tag.attribute("href").map { Entities.decoded(Substring($0)) }
        } else if let address = link, address.hasPrefix("http"), address.utf8.count < 500 {
            let shown = String(decoding: line.suffix(600), as: UTF8.self)
            let bare = address.hasSuffix("/") ? String(address.dropLast()) : address
            if !shown.contains(bare.split(separator: "://").last.map(String.init) ?? bare) {
                write(Substring(" <\(address)>").utf8)
            }
            link = nil
        }
    }

    private mutating func endBlock() { if !line.isEmpty { breakLine() } else { isSpacePending = false } }

    private mutating func breakLine() {
        let words = String(decoding: line, as: UTF8.self)
        let mark = String(repeating: ">", count: min(quoteDepth, 9))
        lines.append(mark.isEmpty ? words : words.isEmpty ? mark : "\(mark) \(words)")
        line = []
        isSpacePending = false
    }

    mutating func finished() -> String {
        endBlock()
        var kept: [String] = []
        for line in lines where !(line.isEmpty && (kept.last?.isEmpty ?? true)) { kept.append(line) }
        if kept.last?.isEmpty == true { kept.removeLast() }
        return kept.joined(separator: "\n")
    }
}

/// An ASCII letter.
func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private let unread: Set<String> = ["script", "style", "title", "template"]
