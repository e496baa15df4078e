/// HTML that is safe by construction.
///
/// A page is a string literal. What is *written* in the literal is markup; what is *interpolated* is escaped
/// unless it is already `HTML`. There is no way to turn a `String` into `HTML` but `HTML(trusting:)`.
///
///     func row(_ q: Question) -> HTML { "<li><a href=\"/q/\(q.id)\">\(q.title)</a></li>" }
///     let page: HTML = "<ul>\(each: questions, row)</ul>"
///
/// Literal segments arrive as `StaticString`, so they are copied once, from the program's text to the page.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
    @usableFromInline enum Storage: Sendable {
        case literal(StaticString)
        case bytes(PageBytes)
    }

    @usableFromInline let storage: Storage

    @inlinable package init(stringLiteral value: StaticString) { storage = .literal(value) }

    /// Closes `writer`: nothing may be appended to it afterwards.
    @inlinable package init(stringInterpolation writer: Writer) { storage = .bytes(writer.bytes) }

    /// Markup made elsewhere and known to be safe: Markdown rendered earlier and stored, a stored drawing.
    /// Look for this name in reviews.
    package init(trusting markup: String) {
        let bytes = PageBytes(capacity: markup.utf8.count)
        var markup = markup
        markup.withUTF8 { bytes.append(UnsafeRawBufferPointer($0)) }
        storage = .bytes(bytes)
    }

    /// A text alone, escaped.
    package init(text: String) {
        var writer = Writer(literalCapacity: text.utf8.count, interpolationCount: 0)
        writer.appendInterpolation(text)
        storage = .bytes(writer.bytes)
    }

    /// Nothing at all, for the branch of a page that shows nothing.
    package static var empty: HTML { "" }

    /// Whether no byte would be written.
    package var isEmpty: Bool { withBytes { $0.isEmpty } }

    /// The markup as text: to store rendered Markdown, and to compare in tests.
    package var markup: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    /// Lends the UTF-8 bytes for the time of the call, without a copy.
    @inlinable package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        switch storage {
        case .literal(let text): try body(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        case .bytes(let bytes): try body(bytes.written)
        }
    }
}
