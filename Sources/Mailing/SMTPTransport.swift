import CCurl

/// Sends letters through the mail server of the establishment or of its provider.
package struct SMTPTransport: Sendable, CustomStringConvertible, CustomReflectable {
    /// Why a letter did not leave.
    package struct Failure: Error, Sendable, Equatable {
        /// What a queue does next.
        package enum Kind: String, Sendable, Equatable {
            /// The server refuses this letter for good (5xx): trying again would only harm our reputation.
            case permanent
            /// Server away, slow or busy (4xx), or our own password wrong: the letter is good, later may do.
            case temporary
        }

        package let kind: Kind
        /// The server's reply code (550, 451…), `nil` when it gave none.
        package let reply: Int?
        /// For the log: the reason and the server's own line. Holds no password.
        package let message: String

        package init(kind: Kind, reply: Int?, message: String) {
            (self.kind, self.reply, self.message) = (kind, reply, message)
        }
    }

    /// The server, without user and password: fit for a log.
    package var description: String { url }
    package var customMirror: Mirror { Mirror(self, children: [("url", url as Any)]) }

    private let url: String
    private let user: String?
    private let password: String?
    private let needsTLS: Bool

    /// - Parameter url: `smtp://host:port`, `smtps://host` (encrypted from the first byte), or
    ///   `smtp://host:587?starttls` (refuses to go on in clear). May hold `user:password@`, percent-encoded, and a `/name` to greet with.
    /// - Returns: `nil` when it is no such address.
    package init?(url: String) {
        let parts = url.split(separator: "?", maxSplits: 1)
        guard let address = parts.first, let scheme = ["smtp://", "smtps://"].first(where: { address.hasPrefix($0) })
        else { return nil }
        needsTLS = parts.count == 2 && parts[1].split(separator: "&").contains("starttls")
        var place = address.dropFirst(scheme.count)
        var credentials: [String?] = []
        let authority = place.prefix { $0 != "/" }
        if let mark = authority.lastIndex(of: "@") {
            credentials = place[..<mark].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
                decoded)
            place = place[place.index(after: mark)...]
            guard !credentials.contains(nil) else { return nil }
        }
        guard let first = place.first, first != "/", first != ":", !place.contains(where: \.isWhitespace) else {
            return nil
        }
        self.url = scheme + place
        user = credentials.first ?? nil
        password = credentials.count == 2 ? credentials[1] : nil
    }

    /// Gives one letter to the server. Blocking, at most 60 seconds, 10 of them to reach it: for a worker thread.
    /// - Parameters:
    ///   - message: as `OutgoingMail.bytes()` makes it.
    ///   - from: where bounces go, without angle brackets.
    ///   - to: without angle brackets; refused as a whole when the server refuses one.
    package func send(_ message: [UInt8], from: String, to: [String]) throws(Failure) {
        for address in [from] + to where !MailAddress.isAddress(address) || address.utf8.contains(0x7F) {
            throw Failure(kind: .permanent, reply: nil, message: "no address: \(address.debugDescription)")
        }
        guard !to.isEmpty else { throw Failure(kind: .permanent, reply: nil, message: "no recipient") }
        let curl = CurlHandle(url: url, user: user, password: password, seconds: 60)
        if needsTLS { curl.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
        curl.set(CURLOPT_MAIL_FROM, "<\(from)>")
        for address in to { curl.addRecipient(address) }
        curl.upload(message)
        do throws(CurlHandle.Failure) {
            _ = try curl.perform()
        } catch {
            throw Failure(error)
        }
    }
}

extension SMTPTransport.Failure {
    fileprivate init(_ failure: CurlHandle.Failure) {
        let isAboutUs =
            [CURLE_LOGIN_DENIED, CURLE_USE_SSL_FAILED].contains { $0 == failure.code }
            || [530, 534, 535, 538].contains(failure.reply)
        let isPermanent = (500...599).contains(failure.reply) && !isAboutUs
        self.init(
            kind: isPermanent ? .permanent : .temporary, reply: failure.reply == 0 ? nil : failure.reply,
            message: failure.message,
        )
    }
}

/// "p%40ss" → "p@ss"; `nil` when a "%" stands alone.
private func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 else {
            return nil
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
}
