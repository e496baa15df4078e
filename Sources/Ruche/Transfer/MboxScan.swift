import Mailing
import PatientGuard
import Persistence

/// The first reading of an archive: what is needed to thread it, without the texts, so that memory stays bounded.
struct MboxScan {
    /// One message to be imported, and where to read it again.
    struct Envelope {
        let position: Int
        let offset: Int
        let id: String
        let author: MailAuthor
        var sentAt: Int64
        let subject: MailSubject
        let entry: ThreadBuilder.Entry
    }

    var envelopes: [Envelope] = []
    var refused: [ImportReport.RefusedMessage] = []
    /// The same message a second time in the file.
    var repeated = 0
    var mendedDates = 0
    var shared = SharedAddresses()
    var messages: Int { envelopes.count + refused.count + repeated }

    /// - Parameters:
    ///   - latest: later dates are wrong: nobody wrote tomorrow.
    ///   - progress: told how far the file is read, from 0 to 1.
    init(path: String, size: Int, latest: Int64, progress: (Double) -> Void) throws {
        var reader = try MboxReader(path: path)
        var letters: [String: Letter] = [:]
        var undated: [Int] = []
        while let raw = try reader.next() {
            do {
                let message = try ListMessage(raw, latest: latest)
                var id = message.id
                let letter = Letter(message)
                if let known = letters[id] {
                    if known.isSame(as: letter) {
                        repeated += 1
                        continue
                    }
                    // Two different messages under one identifier: both are kept.
                    id += "/\(message.fingerprint)"
                    if letters[id] != nil {
                        repeated += 1
                        continue
                    }
                }
                letters[id] = letter
                shared.note(message.author)
                if message.sentAt == nil { undated.append(envelopes.count) }
                envelopes.append(
                    Envelope(
                        position: raw.position, offset: raw.offset, id: id, author: message.author,
                        sentAt: message.sentAt ?? 0, subject: message.subject,
                        entry: .init(
                            id: id, references: message.references, subjectKey: message.subject.key,
                            isReply: message.subject.isReply, sentAt: message.sentAt)))
            } catch {
                refused.append(.init(position: raw.position, id: nil, why: Self.reason(error)))
            }
            if raw.position % 200 == 0 { progress(Double(raw.end) / Double(max(size, 1))) }
        }
        mendDates(undated)
    }

    /// What tells whether two messages of one identifier are one letter. A mailer that tries again writes a new date,
    /// and an archiver names what it took out of the text anew.
    private struct Letter {
        private let fingerprint: String
        private let author: MailAuthor
        private let subjectKey: String
        private let sentAt: Int64?

        private static let anHour: Int64 = 3_600_000

        init(_ message: ListMessage) {
            (fingerprint, author) = (message.fingerprint, message.author)
            (subjectKey, sentAt) = (message.subject.key, message.sentAt)
        }

        func isSame(as other: Letter) -> Bool {
            if fingerprint == other.fingerprint { return true }
            guard let sentAt, let otherSentAt = other.sentAt, abs(sentAt - otherSentAt) <= Self.anHour else {
                return false
            }
            return author == other.author && subjectKey == other.subjectKey
        }
    }

    /// A message without a date that can be believed takes its neighbour's.
    private mutating func mendDates(_ undated: [Int]) {
        mendedDates = undated.count
        let wrong = Set(undated)
        for index in undated {
            let before = (0..<index).last { !wrong.contains($0) }
            let after = (index + 1..<envelopes.count).first { !wrong.contains($0) }
            if let neighbour = before ?? after { envelopes[index].sentAt = envelopes[neighbour].sentAt }
        }
    }

    static func reason(_ refusal: ListMessage.Refusal) -> String {
        switch refusal {
        case .empty: "empty: no header and no text"
        case .noAuthor: "no author: neither a From header nor an address"
        case .tooLarge: "larger than 30 MB"
        case .notAMessage: "not a message"
        }
    }
}

extension MailAuthor {
    /// What tells an author from the others: their address, or their name where many share one address.
    func key(_ shared: SharedAddresses) -> String {
        let name = (name ?? "").lowercased()
        guard let address = address?.lowercased() else { return "name:\(name)" }
        return shared.isShared(address) && !name.isEmpty ? "name:\(name)" : address
    }

    /// As members read it: never an address.
    var shownName: String {
        if let name = name?.trimmingWhitespace(), !name.isEmpty { return String(maskAddresses(name).prefix(80)) }
        let local = address?.split(separator: "@").first.map(String.init) ?? ""
        return local.isEmpty ? "?" : String(local.prefix(80))
    }
}
