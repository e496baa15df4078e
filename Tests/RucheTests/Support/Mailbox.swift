import RucheMail
import Synchronization

/// Where the letters of a test arrive.
final class Mailbox: MailTransport {
    struct Received: Sendable, Equatable { let address: String, subject: String, text: String, replyTo: String? }

    private let received = Mutex<[Received]>([])
    private let failure = Mutex<MailTransportFailure?>(nil)

    var letters: [Received] { received.withLock { $0 } }

    /// From now on the server refuses, until given nil.
    func refuse(with failure: MailTransportFailure?) { self.failure.withLock { $0 = failure } }

    func send(_ letter: WrittenLetter, to address: String, name: String, id: String) async throws {
        if let failure = failure.withLock({ $0 }) { throw failure }
        received.withLock {
            $0.append(
                Received(address: address, subject: letter.subject, text: letter.text, replyTo: letter.replyTo?.address)
            )
        }
    }

    /// The first address of this site in the last letter to somebody, as a path.
    func link(to somebody: Cast) -> String? {
        letters.last { $0.address == somebody.email }?.text.split(whereSeparator: \.isWhitespace)
            .first { $0.hasPrefix("http://localhost/") }.map { String($0.dropFirst("http://localhost".count)) }
    }
}
