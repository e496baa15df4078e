import CMime
import Glibc

/// A message to send: written as text and HTML, with attachments, an invitation, and the headers of a list.
package struct OutgoingMail: Sendable {
    package var from: (name: String, address: String)
    package var to: [(name: String?, address: String)]
    /// Whom an answer goes to, when it is not the sender.
    package var replyTo: (name: String, address: String)?
    package var subject: String
    package var text: String
    package var html: String?
    /// A meeting request: `method` is REQUEST, CANCEL or REPLY.
    package var invitation: (method: String, ics: String)?
    package var attachments: [(name: String, type: String, bytes: [UInt8])] = []
    /// Without angle brackets.
    package var messageID: String
    package var inReplyTo: String?
    package var references: [String] = []
    /// When it was written, in milliseconds UTC; the hour of the machine if nobody says.
    package var sentAt: Int64?
    /// List-Id, List-Unsubscribe, Auto-Submitted…, as they are to be read.
    package var headers: [(name: String, value: String)] = []

    package init(
        from: (name: String, address: String), to: [(name: String?, address: String)], subject: String, text: String,
        html: String? = nil, messageID: String, sentAt: Int64? = nil,
    ) {
        (self.from, self.to, self.subject, self.text, self.html) = (from, to, subject, text, html)
        (self.messageID, self.sentAt) = (messageID, sentAt)
    }

    /// The bytes to give to the transport: CRLF, encoded words, folded lines, texts in quoted-printable,
    /// attachments in base64.
    package func bytes() -> [UInt8] {
        _ = startGMime
        guard let message = g_mime_message_new(1) else { return [] }
        defer { ruche_mime_unref(message) }
        writeHeaders(message)
        let body = body()
        g_mime_message_set_mime_part(message, body)
        ruche_mime_unref(body)

        var count = 0
        let start = ruche_mime_write(message, &count)
        defer { free(start) }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    private func writeHeaders(_ message: UnsafeMutablePointer<GMimeMessage>) {
        ruche_mime_add_address(message, 1, oneLine(from.name), oneLine(from.address))
        if let replyTo { ruche_mime_add_address(message, 2, oneLine(replyTo.name), oneLine(replyTo.address)) }
        for person in to { ruche_mime_add_address(message, 3, person.name.map(oneLine), oneLine(person.address)) }
        g_mime_message_set_subject(message, oneLine(subject), "utf-8")
        g_mime_message_set_message_id(message, oneLine(messageID))
        let date = sentAt.map { g_date_time_new_from_unix_utc(Int($0 / 1000)) } ?? g_date_time_new_now_utc()
        defer { if let date { g_date_time_unref(date) } }
        g_mime_message_set_date(message, date)
        let object = ruche_mime_object(message)
        func set(_ name: String, _ value: String) { g_mime_object_set_header(object, name, oneLine(value), "utf-8") }
        if let inReplyTo { set("In-Reply-To", "<\(inReplyTo)>") }
        if !references.isEmpty { set("References", references.map { "<\($0)>" }.joined(separator: " ")) }
        for header in headers { set(header.name, header.value) }
    }

    /// multipart/mixed ( multipart/alternative ( text, html, calendar ), attachments ), without what is not needed.
    private func body() -> UnsafeMutablePointer<GMimeObject>? {
        var body = textPart("plain", text)
        if html != nil || invitation != nil {
            let alternative = g_mime_multipart_new_with_subtype("alternative")
            add(body, to: alternative)
            if let html { add(textPart("html", html), to: alternative) }
            if let invitation {
                let part = textPart("calendar", invitation.ics)
                g_mime_object_set_content_type_parameter(part, "method", invitation.method)
                add(part, to: alternative)
            }
            body = ruche_mime_object(alternative)
        }
        if !attachments.isEmpty {
            let mixed = g_mime_multipart_new_with_subtype("mixed")
            add(body, to: mixed)
            for attachment in attachments { add(attachmentPart(attachment), to: mixed) }
            body = ruche_mime_object(mixed)
        }
        return body
    }

    private func textPart(_ subtype: String, _ text: String) -> UnsafeMutablePointer<GMimeObject>? {
        let part = g_mime_text_part_new_with_subtype(subtype)
        ruche_mime_set_text(part, text)
        return ruche_mime_object(part)
    }

    private func attachmentPart(
        _ attachment: (name: String, type: String, bytes: [UInt8]),
    ) -> UnsafeMutablePointer<GMimeObject>? {
        let kind = attachment.type.split(separator: "/").map(String.init)
        let part = g_mime_part_new_with_type(kind.first ?? "application", kind.last ?? "octet-stream")
        attachment.bytes.withUnsafeBytes { bytes in
            ruche_mime_set_bytes(part, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
        g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64)
        g_mime_object_set_disposition(ruche_mime_object(part), "attachment")
        g_mime_part_set_filename(part, attachment.name)
        return ruche_mime_object(part)
    }

    /// GMime counts its own reference: ours goes.
    private func add(_ part: UnsafeMutablePointer<GMimeObject>?, to multipart: UnsafeMutablePointer<GMimeMultipart>?) {
        g_mime_multipart_add(multipart, part)
        ruche_mime_unref(part)
    }

    /// A new line in a header would begin another header.
    private func oneLine(_ value: String) -> String { String(value.map { $0.isNewline ? " " : $0 }) }
}
