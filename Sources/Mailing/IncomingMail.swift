import CMime
import Glibc

/// GMime must be started once, before any other call.
let startGMime: Void = g_mime_init()

/// A message as received, decoded: headers, texts in UTF-8, attachments. Plain values; GMime's objects are gone
/// when `init` returns.
///
/// Blocking, and without limit of its own but sizes: read it on a worker thread, and refuse messages over 30 MB before.
package struct IncomingMail: Sendable {
    /// A file sent along; `isCut` when it was longer than the limit.
    package struct Attachment: Sendable, Equatable {
        package let name: String?
        /// Its media type in lower case, as declared: never trusted to serve the file.
        package let type: String
        package let bytes: [UInt8]
        package let isCut: Bool
    }

    /// A person as a header names them.
    package struct Mailbox: Sendable, Equatable {
        package let name: String?
        package let address: String

        package init(name: String?, address: String) { (self.name, self.address) = (name, address) }
    }

    /// Every header, decoded, in order.
    package private(set) var headers: [(name: String, value: String)] = []
    package private(set) var from: [Mailbox] = []
    package private(set) var to: [Mailbox] = []
    /// The plain texts, one under the other.
    package private(set) var text: String?
    package private(set) var html: String?
    package private(set) var calendar: [UInt8]?
    package private(set) var attachments: [Attachment] = []

    package var subject: String { header("Subject") ?? "" }
    /// Without angle brackets.
    package var messageID: String? { identifiers(header("Message-ID")).first }
    /// The messages that this one follows: `References` from the oldest to the nearest, then `In-Reply-To`.
    package var references: [String] { references("References") + references("In-Reply-To") }

    /// The identifiers in one header, without angle brackets, in order.
    package func references(_ name: String) -> [String] { identifiers(header(name)) }

    /// Nil when not even a header is there.
    package init?(_ bytes: [UInt8], attachmentLimit: Int = 25 << 20) {
        _ = startGMime
        let options = ruche_mime_options()
        defer { g_mime_parser_options_free(options) }
        let parsed = bytes.withUnsafeBytes { bytes in
            ruche_mime_parse(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, options)
        }
        guard let message = parsed else { return nil }
        defer { ruche_mime_unref(message) }
        from = mailboxes(g_mime_message_get_from(message))
        to = mailboxes(g_mime_message_get_to(message))
        let list = g_mime_object_get_header_list(ruche_mime_object(message))
        for index in 0..<g_mime_header_list_get_count(list) {
            let header = g_mime_header_list_get_header_at(list, index)
            let value = ruche_mime_header_text(header, options)
            defer { g_free(value) }
            headers.append((string(g_mime_header_get_name(header)) ?? "", trimmed(string(value) ?? "")))
        }
        if let root = g_mime_message_get_mime_part(message) { read(root, depth: 0, limit: attachmentLimit) }
    }

    /// The first header of this name.
    package func header(_ name: String) -> String? {
        headers.first { isSameName($0.name, name) }?.value
    }

    /// All the headers of this name, from the top: the last machine that saw the message comes first.
    package func headers(_ name: String) -> [String] {
        headers.filter { isSameName($0.name, name) }.map(\.value)
    }

    private mutating func read(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int, limit: Int) {
        guard depth < 20 else { return }  // nested without end: an attack
        if ruche_mime_is_multipart(object) != 0 {
            let multipart = ruche_mime_multipart(object)
            for index in 0..<min(g_mime_multipart_get_count(multipart), 500) {
                if let part = g_mime_multipart_get_part(multipart, index) { read(part, depth: depth + 1, limit: limit) }
            }
        } else if ruche_mime_is_message(object) != 0 {
            attachments.append(embedded(object, limit))
        } else if ruche_mime_is_part(object) != 0, let part = ruche_mime_part(object) {
            read(part: part, object, limit)
        }
    }

    private mutating func read(
        part: UnsafeMutablePointer<GMimePart>, _ object: UnsafeMutablePointer<GMimeObject>, _ limit: Int,
    ) {
        let kind = mediaType(object)
        let name = string(g_mime_part_get_filename(part))
        let isAttached = name != nil || string(g_mime_object_get_disposition(object))?.lowercased() == "attachment"
        let (bytes, isCut) = content(of: part, limit)
        let charset =
            ruche_mime_is_text(object) != 0 ? string(g_mime_text_part_get_charset(ruche_mime_text(object))) : nil
        switch kind {
        case "text/plain" where !isAttached: text = joined(text, CharsetText.decoded(bytes, charset: charset))
        case "text/html" where !isAttached: html = joined(html, CharsetText.decoded(bytes, charset: charset))
        case "text/calendar" where !isAttached: calendar = Array(CharsetText.decoded(bytes, charset: charset).utf8)
        default:
            attachments.append(Attachment(name: name, type: kind, bytes: bytes, isCut: isCut))
            if kind == "text/calendar", calendar == nil { calendar = bytes }
        }
    }

    /// A message inside a message (a forward, a bounce) is left to its own reader.
    private func embedded(_ object: UnsafeMutablePointer<GMimeObject>, _ limit: Int) -> Attachment {
        var count = 0
        let start = ruche_mime_embedded(ruche_mime_message_part(object), &count)
        defer { free(start) }
        let bytes = Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : min(count, limit)))
        return Attachment(name: nil, type: mediaType(object), bytes: bytes, isCut: count > limit)
    }
}

/// The decoded bytes of a part, at most `limit`, and whether some are missing.
private func content(of part: UnsafeMutablePointer<GMimePart>, _ limit: Int) -> ([UInt8], Bool) {
    var count = 0
    var cut: Int32 = 0
    let start = ruche_mime_content(part, limit, &count, &cut)
    defer { free(start) }
    return (Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)), cut != 0)
}

private func mediaType(_ object: UnsafeMutablePointer<GMimeObject>) -> String {
    let type = g_mime_object_get_content_type(object)
    let kind = string(g_mime_content_type_get_media_type(type)) ?? "application"
    return "\(kind)/\(string(g_mime_content_type_get_media_subtype(type)) ?? "octet-stream")".lowercased()
}

private func mailboxes(_ list: UnsafeMutablePointer<InternetAddressList>?) -> [IncomingMail.Mailbox] {
    guard let list else { return [] }
    return (0..<internet_address_list_length(list)).compactMap { index in
        guard let address = internet_address_list_get_address(list, index),
            let mailbox = ruche_mime_mailbox(address),
            let place = string(internet_address_mailbox_get_addr(mailbox))
        else { return nil }
        let name = string(internet_address_get_name(address)).flatMap { $0.isEmpty ? nil : $0 }
        return IncomingMail.Mailbox(name: name, address: place)
    }
}

/// "<a@b> <c@d>" → ["a@b", "c@d"]. Old programs forget the brackets, others fold inside them.
private func identifiers(_ header: String?) -> [String] {
    guard let header else { return [] }
    guard header.utf8.contains(UInt8(ascii: "<")) else {
        return header.split(whereSeparator: \.isWhitespace).filter { $0.utf8.contains(UInt8(ascii: "@")) }.map(
            String.init)
    }
    return header.split(separator: "<").dropFirst(header.hasPrefix("<") ? 0 : 1).compactMap { piece in
        let identifier = piece.prefix { $0 != ">" }.filter { !$0.isWhitespace }
        return identifier.isEmpty || identifier.utf8.count > 998 ? nil : String(identifier)
    }
}

private func joined(_ before: String?, _ after: String) -> String {
    guard let before, !before.isEmpty else { return after }
    return before.utf8.last == 0x0A ? before + after : before + "\n" + after
}

/// Header names are ASCII, and compared for each header of each message: without making strings.
private func isSameName(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count && one.utf8.elementsEqual(other.utf8) { $0 | 0x20 == $1 | 0x20 }
}

func trimmed(_ text: some StringProtocol) -> String {
    guard let start = text.firstIndex(where: { !$0.isWhitespace }),
        let end = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[start...end])
}

func string(_ start: UnsafePointer<CChar>?) -> String? { start.map { String(cString: $0) } }
