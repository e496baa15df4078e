extension HTML {
    /// A long page in pieces: `var page = HTML.Writer(); page.append(row)`; `HTML(stringInterpolation: page)`.
    ///
    /// A copy writes to the same page as its original: keep one, and pass it `inout`.
    package struct Writer: StringInterpolationProtocol {
        @usableFromInline let bytes: PageBytes
        #if DEBUG
            @usableFromInline var context = MarkupContext()
        #endif

        @inlinable package init(literalCapacity: Int = 1024, interpolationCount: Int = 0) {
            bytes = PageBytes(capacity: literalCapacity + interpolationCount * 48)
        }

        @inlinable package mutating func appendLiteral(_ text: StaticString) {
            let text = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            #if DEBUG
                context.read(text)
            #endif
            bytes.append(text)
        }

        /// Text, or the value of a quoted attribute.
        /// At the start of an address (`href="\(…)"`) only a safe scheme passes.
        @inlinable package mutating func appendInterpolation(_ text: String) {
            #if DEBUG
                context.meet(.text)
            #endif
            if bytes.endsInQuote, bytes.opensAddress, !isSafeAddress(text) {
                bytes.append("#refused")
                return
            }
            var text = text
            text.withUTF8 { bytes.escape(UnsafeRawBufferPointer($0)) }
        }

        @inlinable package mutating func appendInterpolation(_ text: Substring) { appendInterpolation(String(text)) }

        /// A whole number in plain digits, for attributes and addresses; what people read comes formatted, as text.
        @inlinable package mutating func appendInterpolation(_ number: some BinaryInteger) {
            #if DEBUG
                context.meet(.number)
            #endif
            bytes.append(decimal: Int(clamping: number))
        }

        @inlinable package mutating func appendInterpolation(_ html: HTML) {
            #if DEBUG
                context.meet(.markup)
            #endif
            html.withBytes { bytes.append($0) }
        }

        package mutating func append(_ html: HTML) { appendInterpolation(html) }
    }
}

/// Lists and conditions.
extension HTML.Writer {
    /// `\(each: items, row)`
    @inlinable package mutating func appendInterpolation<Items: Sequence>(
        each items: Items,
        _ row: (Items.Element) throws -> HTML
    ) rethrows {
        for item in items { appendInterpolation(try row(item)) }
    }

    /// `\(join: names, ", ") { "<b>\($0)</b>" }`
    @inlinable package mutating func appendInterpolation<Items: Sequence>(
        join items: Items,
        _ separator: HTML,
        _ row: (Items.Element) throws -> HTML
    ) rethrows {
        var first = true
        for item in items {
            if !first { appendInterpolation(separator) }
            first = false
            appendInterpolation(try row(item))
        }
    }

    /// `\(if: isOpen, "<b>ouvert</b>", else: "clos")`
    @inlinable package mutating func appendInterpolation(
        if condition: Bool,
        _ html: @autoclosure () throws -> HTML,
        else other: @autoclosure () -> HTML = ""
    ) rethrows {
        appendInterpolation(condition ? try html() : other())
    }

    /// `\(some: reply.author, { "par \($0.name)" })`: nothing when nil.
    @inlinable package mutating func appendInterpolation<Value>(
        some value: Value?,
        _ html: (Value) throws -> HTML,
        else other: @autoclosure () -> HTML = ""
    ) rethrows {
        appendInterpolation(try value.map(html) ?? other())
    }
}

/// Attributes and addresses.
extension HTML.Writer {
    /// One piece of an address, percent-encoded: `href="/recherche?q=\(piece: text)"`.
    @inlinable package mutating func appendInterpolation(piece text: String) {
        #if DEBUG
            context.meet(.piece)
        #endif
        bytes.append(percentEncoding: text)
    }

    /// ` title="…"` or nothing: `<p\(attribute: "title", note)>`.
    @inlinable package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
        guard let value else { return }
        appendLiteral(" ")
        appendLiteral(name)
        appendLiteral("=\"")
        appendInterpolation(value)
        appendLiteral("\"")
    }

    /// ` checked` or nothing: `<input type="checkbox"\(flag: "checked", isOn)>`.
    @inlinable package mutating func appendInterpolation(flag name: StaticString, _ isOn: Bool) {
        guard isOn else { return }
        appendLiteral(" ")
        appendLiteral(name)
    }

    /// ` class="…"`, of names written in the program: `<p\(class: isBest ? "poll is-best" : "poll")>`.
    @inlinable package mutating func appendInterpolation(class names: StaticString) {
        appendLiteral(" class=\"")
        appendLiteral(names)
        appendLiteral("\"")
    }
}
