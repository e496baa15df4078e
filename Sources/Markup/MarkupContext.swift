#if DEBUG
    /// Follows the literals of a template and stops the program, in debug builds only, where an interpolation would
    /// not be safe or not be what its author meant: in a script, a style, a comment, an `on…` attribute, a tag name,
    /// an unquoted attribute. Tests render every page, so a mistake is found before it ships; release builds pay
    /// nothing.
    @usableFromInline struct MarkupContext: Sendable {
        enum Place: Equatable { case text, tagName, tag, beforeValue, value(quote: UInt8), comment, raw }
        @usableFromInline enum Kind { case text, number, markup, piece }

        var place = Place.text
        /// Of the tag, then of the attribute.
        var name: [UInt8] = []
        var tag: [UInt8] = []
        var valueIsEmpty = true
        var recent: [UInt8] = []

        @usableFromInline init() {}

        @usableFromInline mutating func read(_ literal: UnsafeRawBufferPointer) {
            for byte in literal { step(byte) }
        }

        @usableFromInline mutating func meet(_ kind: Kind) {
            let attribute = String(decoding: name, as: UTF8.self)
            let isAddress = addressAttributes.contains { $0.description == attribute } || attribute == "formaction"
            switch (place, kind) {
            case (.text, .piece): stop("\\(piece:) belongs in an address")
            case (.text, _): break
            case (.tag, .markup) where name.isEmpty: break  // a prepared list of attributes
            case (.value, _) where attribute.hasPrefix("on") || attribute == "style" || attribute == "srcdoc":
                stop("nothing may be interpolated in the attribute \(attribute)")
            case (.value, .markup) where isAddress: stop("markup in an address")
            case (.value, .text) where isAddress && !valueIsEmpty: stop("use \\(piece:) inside an address")
            case (.value, .piece) where isAddress && valueIsEmpty: stop("an address cannot begin with \\(piece:)")
            case (.value, .piece) where !isAddress: stop("\\(piece:) belongs in an address")
            case (.value, _): valueIsEmpty = false
            default: stop("an interpolation needs text or a quoted attribute (place: \(place))")
            }
        }

        private mutating func step(_ byte: UInt8) {
            recent.append(byte | 0x20)
            if recent.count > 9 { recent.removeFirst() }
            switch place {
            case .text: if byte == Byte.less { open() }
            case .tagName: stepInTagName(byte)
            case .tag: stepInTag(byte)
            case .beforeValue:
                if byte == Byte.quote || byte == Byte.apostrophe {
                    place = .value(quote: byte)
                    valueIsEmpty = true
                } else {
                    place = .tag
                    name = []
                }
            case .value(let quote):
                if byte == quote {
                    place = .tag
                    name = []
                } else {
                    valueIsEmpty = false
                }
            case .comment: if ends(with: "-->") { place = .text }
            case .raw: if ends(with: "/script") || ends(with: "/style") { open() }
            }
        }

        private mutating func stepInTagName(_ byte: UInt8) {
            if name == Array("!--".utf8) {
                place = .comment
                return
            }
            switch byte {
            case Byte.space, Byte.newLine, Byte.tab:
                tag = name
                name = []
                place = .tag
            case Byte.greater:
                tag = name
                close()
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
            default: name.append(byte)
            }
        }

        private mutating func stepInTag(_ byte: UInt8) {
            switch byte {
            case Byte.greater: close()
            case Byte.equal: place = .beforeValue
            case Byte.space, Byte.newLine, Byte.tab: name = []
            default: name.append(byte | 0x20)
            }
        }

        private mutating func open() {
            place = .tagName
            name = []
        }

        private mutating func close() {
            place = tag.elementsEqual("script".utf8) || tag.elementsEqual("style".utf8) ? .raw : .text
        }

        private func ends(with word: StaticString) -> Bool {
            recent.suffix(word.utf8CodeUnitCount).elementsEqual(word.description.utf8.map { $0 | 0x20 })
        }

        private func stop(_ why: String) -> Never {
            preconditionFailure("This template is unsafe: \(why).")
        }
    }
#endif
