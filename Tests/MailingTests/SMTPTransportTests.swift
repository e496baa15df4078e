import Mailing
import Testing

@Suite("Mail server")
struct SMTPTransportTests {
    @Test(
        "Addresses of a mail server",
        arguments: [
            ("smtp://localhost:25", "smtp://localhost:25"), ("smtps://mail.chu.example", "smtps://mail.chu.example"),
            ("smtp://ruche:p%40ss@mail.chu.example:587?starttls", "smtp://mail.chu.example:587"),
            ("smtp://a:b:c@d@host/name", "smtp://host/name"), ("http://localhost", nil), ("smtp://", nil),
            ("smtp://:25", nil), ("smtp://a%@host", nil), ("smtp://a b", nil), ("", nil),
        ] as [(String, String?)])
    func addresses(_ url: String, _ shown: String?) { #expect(SMTPTransport(url: url)?.description == shown) }

    @Test("A password is never printed")
    func password() throws {
        let server = try #require(SMTPTransport(url: "smtp://ruche:secret@localhost"))
        #expect(!"\(server)".contains("secret"))
        #expect(!String(reflecting: server).contains("secret"))
    }

    @Test("A server that does not answer is a temporary failure")
    func away() throws {
        let server = try #require(SMTPTransport(url: "smtp://127.0.0.1:1"))
        let failure = #expect(throws: SMTPTransport.Failure.self) {
            try server.send(mail("Subject: x\n\ny"), from: "a@b.example", to: ["c@d.example"])
        }
        #expect(failure?.kind == .temporary)
        #expect(failure?.reply == nil)
    }

    @Test(
        "An address that would say more to the server than itself never leaves",
        arguments: ["a@b.example>\r\nDATA", "a b@c.example", "nobody", "", "<a@b.example>"])
    func injection(_ address: String) throws {
        let server = try #require(SMTPTransport(url: "smtp://127.0.0.1:1"))
        let failure = #expect(throws: SMTPTransport.Failure.self) {
            try server.send([], from: "a@b.example", to: [address])
        }
        #expect(failure?.kind == .permanent)
    }
}
