/// The line that opens each message of an mbox file: "From claire@chu.example  Tue Mar  1 01:47:31 2005".
///
/// Archives hold bodies where a sentence begins with "From": only a line that ends with a whole date,
/// from the day of the week on and nothing else, is one of ours.
package struct EnvelopeLine: Sendable, Equatable {
    /// Who sent it, "user at domain" being undone; `nil` when the line names nobody ("MAILER-DAEMON", "-").
    package let address: String?
    /// When the archive received it, in milliseconds UTC.
    package let receivedAt: Int64

    package init?(_ line: some StringProtocol) {
        guard line.hasPrefix("From ") else { return nil }
        let words = line.dropFirst(5).split(whereSeparator: \.isWhitespace).map { Substring($0) }
        guard
            let start = words.lastIndex(where: { weekdays.contains($0.prefix(3).lowercased()) && $0.utf8.count <= 4 }),
            start >= 1, (4...7).contains(words.count - start), words[start...].allSatisfy(MailDate.isWord),
            let date = MailDate.milliseconds(of: words[start...].joined(separator: " "))
        else { return nil }
        receivedAt = date
        address = MailAddress.unmasked(words[..<start].joined(separator: " "))
    }
}

private let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
