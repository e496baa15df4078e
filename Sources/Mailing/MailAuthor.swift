/// Who wrote a message of a list, behind what the list made of the header.
package struct MailAuthor: Sendable, Equatable {
    /// As the person signs; `nil` when only the address is known.
    package let name: String?
    /// In the case received; compare in lower case. `nil` when the archive hides it.
    package let address: String?

    package init(name: String?, address: String?) { (self.name, self.address) = (name, address) }

    /// The author told by the headers, else by the envelope; `nil` when nobody is named.
    ///
    /// Lists that protect against forgery write "Claire Martin via Douleur <douleur@list.example>" and leave the
    /// author in `X-Original-From`, `X-Mailman-Original-From` or `Reply-To` (FEATURES §18.2).
    init?(of mail: IncomingMail, envelope: EnvelopeLine?) {
        var author = Self.written(mail) ?? MailAuthor(name: nil, address: nil)
        if let name = author.name, let real = Self.beforeVia(name) {
            let address = Self.original(of: mail, other: author.address)
            author = MailAuthor(name: real, address: address ?? author.address)
        }
        let address = author.address ?? mail.header("Reply-To").flatMap { Self.read($0)?.address } ?? envelope?.address
        let name = author.name.flatMap { MailAddress.unmasked($0) == nil ? maskAddresses($0) : nil }
        guard name != nil || address != nil else { return nil }
        self.init(name: name, address: address)
    }

    /// The first person of `From` by the standard; else as archives and broken programs write them.
    private static func written(_ mail: IncomingMail) -> MailAuthor? {
        if let first = mail.from.first, MailAddress.isAddress(first.address) {
            return MailAuthor(name: first.name.flatMap { unquoted($0[...]) }, address: first.address)
        }
        return ["From", "X-Original-From", "Sender"].lazy.compactMap { mail.header($0).flatMap { read($0) } }.first
    }

    /// Reads one person in a header: "Claire <c@chu.example>", "c@chu.example (Claire)", "c at chu.example (Claire)".
    static func read(_ header: String) -> MailAuthor? {
        if let open = header.lastIndex(of: "<"), let close = header[open...].firstIndex(of: ">") {
            let inside = header[header.index(after: open)..<close]
            let name = unquoted(header[..<open])
            let address = MailAddress.unmasked(inside)
            if address != nil || name != nil { return MailAuthor(name: name == address ? nil : name, address: address) }
        }
        if let open = header.firstIndex(of: "(") {
            let comment = header[header.index(after: open)...]
            let name = unquoted(comment.last == ")" ? comment.dropLast() : comment)
            let address = MailAddress.unmasked(header[..<open])
            if address != nil { return MailAuthor(name: name, address: address) }
        }
        if let address = MailAddress.unmasked(header) { return MailAuthor(name: nil, address: address) }
        if let address = header.split(whereSeparator: { $0.isWhitespace || $0 == "," }).lazy
            .compactMap({ MailAddress.unmasked($0) }).first
        {
            return MailAuthor(name: nil, address: address)
        }
        return unquoted(header[...]).map { MailAuthor(name: $0, address: nil) }
    }

    /// "Claire Martin via Douleur" → "Claire Martin". Google writes "'Claire Martin' via Douleur".
    private static func beforeVia(_ name: String) -> String? {
        guard let via = name.firstRange(of: " via ") else { return nil }
        return unquoted(name[..<via.lowerBound])
    }

    private static func original(of mail: IncomingMail, other list: String?) -> String? {
        for name in ["X-Original-From", "X-Mailman-Original-From", "X-Original-Sender", "Reply-To"] {
            for person in (mail.header(name) ?? "").split(separator: ",") {
                guard let address = read(String(person))?.address else { continue }
                if address.lowercased() != list?.lowercased() { return address }
            }
        }
        return nil
    }

    private static func unquoted(_ text: Substring) -> String? {
        var name = Substring(trimmed(text))
        for quote in ["\"", "'"] where name.count >= 2 && name.hasPrefix(quote) && name.hasSuffix(quote) {
            name = name.dropFirst().dropLast()
        }
        let words = name.replacing("\\\"", with: "\"").split(whereSeparator: \.isWhitespace)
        let result = String(words.joined(separator: " ").prefix(200))
        return result.isEmpty ? nil : result
    }
}
