import CMime

/// One message of a list's archive, understood: what an importer needs, and nothing of the mail format.
package struct ListMessage: Sendable {
    /// Why a message cannot become an exchange. Such messages are counted and named in the report.
    package enum Refusal: String, Error, Sendable, Equatable {
        /// Neither a word nor a file.
        case empty
        case noAuthor = "no_author"
        case tooLarge = "too_large"
        /// No header at all: a text that was put among messages.
        case notAMessage = "not_a_message"
    }

    /// What told the date.
    package enum DateSource: String, Sendable, Equatable { case header, received, envelope, none }

    /// Its `Message-ID` without brackets, else a name computed from author, date, subject and body, the same each time.
    package let id: String
    package let isIDComputed: Bool
    /// SHA-256 of author, date, subject and body: two messages of one `id` and different prints are not duplicates.
    package let fingerprint: String
    package let author: MailAuthor
    /// When it was written, in milliseconds UTC; `nil` when nothing tells, and its neighbours may.
    package let sentAt: Int64?
    package let dateSource: DateSource
    /// The `Date` header as it was written, to keep with the message.
    package let rawDate: String?
    package let subject: MailSubject
    /// The messages that it follows, the nearest first.
    package let references: [String]
    /// What was written, lines ended by "\n", quotations included: see `QuotedText`. May be empty beside attachments.
    package let text: String
    package let attachments: [IncomingMail.Attachment]
    /// Sent by a program (absence, bounce, digest): the importer decides.
    package let isAutomatic: Bool

    /// - Parameter latest: the instant of the import, in milliseconds UTC: nothing can be sent two days after it.
    package init(_ raw: RawMessage, latest: Int64 = .max) throws(Refusal) {
        guard !raw.isTooLarge else { throw .tooLarge }
        let bytes = withoutNULInHeader(fromFirstWord(raw.bytes))
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        guard let mail = IncomingMail(bytes), !mail.headers.isEmpty else { throw .notAMessage }
        guard let author = MailAuthor(of: mail, envelope: raw.envelope) else {
            throw mail.headers.contains { usualHeaders.contains($0.name.lowercased()) } ? .noAuthor : .notAMessage
        }
        let body = Self.body(of: mail, bytes)
        guard body.contains(where: { !$0.isWhitespace }) || !mail.attachments.isEmpty || !mail.subject.isEmpty
        else { throw .empty }

        self.author = author
        text = body
        attachments = mail.attachments
        subject = MailSubject(mail.subject)
        rawDate = mail.header("Date")
        (sentAt, dateSource) = Self.date(of: mail, raw.envelope, latest)
        fingerprint = Self.print(author, rawDate ?? "", mail.subject, body)
        isIDComputed = mail.messageID == nil
        id = mail.messageID ?? "sha256:\(fingerprint)"
        references = Self.nearestFirst(mail, except: id)
        isAutomatic = Self.isAutomatic(mail)
    }

    /// Plain text if any is there, else the HTML as text; else, in a broken message, the bytes after the header.
    private static func body(of mail: IncomingMail, _ bytes: [UInt8]) -> String {
        var text = mail.text ?? ""
        if isBlank(text), let html = mail.html { text = HTMLText.text(of: html) }
        if isBlank(text), mail.attachments.allSatisfy({ $0.bytes.isEmpty }) {
            text = CharsetText.decoded(Array(afterHeader(bytes)), charset: nil)
        }
        guard text.utf8.contains(0x0D) else { return text }
        return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// `Date`, unless it is absurd beside what the machines on the way noted; then the last of them; then the envelope.
    private static func date(
        of mail: IncomingMail, _ envelope: EnvelopeLine?, _ latest: Int64,
    ) -> (Int64?, DateSource) {
        func plausible(_ date: Int64?) -> Int64? {
            date.flatMap { $0 >= firstMail && ($0 < latest || $0 - latest <= 2 * day) ? $0 : nil }
        }
        let received = mail.headers("Received").lazy.compactMap { value in
            plausible(MailDate.milliseconds(of: value.split(separator: ";").last ?? ""))
        }.first
        let enveloped = plausible(envelope?.receivedAt)
        let written = plausible(mail.header("Date").flatMap { MailDate.milliseconds(of: $0) })
        if let written {
            let isAfterArrival = received.map { written - $0 > 2 * day } ?? false
            let isOfAnotherTime = (received ?? enveloped).map { abs(written - $0) > 366 * day } ?? false
            let isArchivedLater = received == nil && (enveloped.map { $0 > written } ?? false)
            if !isAfterArrival, !isOfAnotherTime || isArchivedLater { return (written, .header) }
        }
        if let received { return (received, .received) }
        if let enveloped { return (enveloped, .envelope) }
        return (nil, .none)
    }

    private static func nearestFirst(_ mail: IncomingMail, except id: String) -> [String] {
        var seen: Set<String> = [id]
        let chain = mail.references("References").reversed() + mail.references("In-Reply-To")
        return chain.filter { seen.insert($0).inserted }
    }

    private static func print(_ author: MailAuthor, _ date: String, _ subject: String, _ body: String) -> String {
        let parts = [author.address?.lowercased() ?? author.name ?? "", date, subject, body]
        let bytes = Array(parts.joined(separator: "\u{0}").utf8)
        let sum = ruche_mime_sha256(bytes, bytes.count)
        defer { g_free(sum) }
        return string(sum) ?? ""
    }

    /// FEATURES §19.6.
    private static func isAutomatic(_ mail: IncomingMail) -> Bool {
        if let submitted = mail.header("Auto-Submitted"), !submitted.lowercased().hasPrefix("no") { return true }
        if mail.header("X-Autoreply") != nil || mail.header("X-Autorespond") != nil { return true }
        let type = mail.header("Content-Type")?.lowercased() ?? ""
        return type.hasPrefix("multipart/report") || mail.header("Precedence")?.lowercased() == "auto_reply"
    }
}

private let day: Int64 = 86_400_000
/// 1 January 1980: no list is older.
private let firstMail: Int64 = 315_532_800_000

/// One of these at least tells a message from a text whose first line happens to hold a colon.
private let usualHeaders: Set<String> = [
    "to", "subject", "date", "message-id", "received", "content-type", "mime-version", "return-path", "reply-to", "cc",
]

private func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

/// Without the blank lines that some programs put before the header, and which would end it.
private func fromFirstWord(_ bytes: [UInt8]) -> [UInt8] {
    guard let word = bytes.firstIndex(where: { $0 > 0x20 }), let feed = bytes[..<word].lastIndex(of: 0x0A) else {
        return bytes
    }
    return Array(bytes[(feed + 1)...])
}

/// GMime reads a header as a C string, which a NUL would end.
private func withoutNULInHeader(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0) else { return bytes }
    let body = afterHeader(bytes)
    return bytes[..<body.startIndex].filter { $0 != 0 } + body
}

/// What follows the first empty line.
private func afterHeader(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes[...]
    while let feed = rest.firstIndex(of: 0x0A) {
        rest = rest[(feed + 1)...]
        if rest.first == 0x0A { return rest.dropFirst() }
        if rest.starts(with: [0x0D, 0x0A]) { return rest.dropFirst(2) }
    }
    return rest.dropFirst(rest.count)
}
