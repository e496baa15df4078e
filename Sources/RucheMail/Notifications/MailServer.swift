import Mailing
import NIOPosix

/// A mail server, spoken to by libcurl on threads of its own.
package struct MailServer: MailTransport {
    private let transport: SMTPTransport
    private let sender: String
    private let senderName: String
    private let threads: NIOThreadPool

    /// - Parameters:
    ///   - url: `smtp://host:port`, `smtps://user:password@host`.
    ///   - sender: the address that letters come from.
    /// - Returns: nil when the address of the server is not one.
    package init?(url: String, sender: String, senderName: String = "Ruche") {
        guard let transport = SMTPTransport(url: url) else { return nil }
        (self.transport, self.sender, self.senderName) = (transport, sender, senderName)
        threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
    }

    package func send(_ letter: WrittenLetter, to address: String, name: String, id: String) async throws {
        var mail = OutgoingMail(
            from: (senderName, sender), to: [(name == address ? nil : name, address)], subject: letter.subject,
            text: letter.text, messageID: id)
        // What a person wrote is no automatic mail: an absence may answer it.
        if letter.replyTo == nil { mail.headers = [("Auto-Submitted", "auto-generated")] }
        if let writer = letter.replyTo { mail.replyTo = (writer.name, writer.address) }
        let bytes = mail.bytes()
        try await threads.runIfActive { [transport, sender] in
            do throws(SMTPTransport.Failure) {
                try transport.send(bytes, from: sender, to: [address])
            } catch {
                throw MailTransportFailure(isFinal: error.kind == .permanent, words: error.message)
            }
        }
    }
}
