import Foundation
import Mailing
import Testing

@Suite("Outgoing mail")
struct OutgoingMailTests {
    private func letter() -> OutgoingMail {
        var letter = OutgoingMail(
            from: ("Communauté Douleur", "douleur@ruche.example"),
            to: [("Élise Œuf", "elise@ruche.example"), (nil, "b@ruche.example")],
            subject: "Réponse à « hémovigilance : prise en charge de la douleur en pédiatrie, et plus »\r\nBcc: evil@x",
            text: "Bonjour Élise,\n.\nFrom here\n" + String(repeating: "très long ", count: 200),
            html: "<p>Bonjour</p>", messageID: "2@ruche.example", sentAt: 1_700_000_000_000,
        )
        letter.inReplyTo = "1@hopital.example"
        letter.references = (1...40).map { "very-long-identifier-\($0)@hopital.example" }
        letter.headers = [
            ("List-Id", "Communauté Douleur <douleur.ruche.example>"),
            ("List-Unsubscribe", "<https://ruche.example/u/1>, <mailto:stop@ruche.example?subject=stop>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ]
        letter.invitation = ("REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n")
        letter.attachments = [
            ("procédure d'été.pdf", "application/pdf", (0..<3000).map { UInt8(truncatingIfNeeded: $0) })
        ]
        return letter
    }

    @Test("What is written is read back")
    func readBack() throws {
        let letter = letter()
        let back = try #require(IncomingMail(letter.bytes()))
        #expect(back.subject.hasPrefix("Réponse à « hémovigilance") && back.subject.hasSuffix("Bcc: evil@x"))
        #expect(back.header("Date") == "Tue, 14 Nov 2023 22:13:20 +0000")
        #expect(back.from.first?.name == "Communauté Douleur")
        #expect(back.to.map(\.name) == ["Élise Œuf", nil])
        #expect(back.references.count == 41)
        #expect(back.text?.replacing("\r\n", with: "\n") == letter.text)
        #expect(back.html == "<p>Bonjour</p>")
        #expect(back.calendar != nil)
        #expect(back.attachments.last?.name == "procédure d'été.pdf")
        #expect(back.attachments.last?.bytes == letter.attachments[0].bytes)
        #expect(back.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
        #expect(back.header("List-Id") == "Communauté Douleur <douleur.ruche.example>")
    }

    @Test("A letter travels in ASCII, in short lines, and no value adds a header")
    func wire() {
        let bytes = letter().bytes()
        let raw = String(decoding: bytes, as: UTF8.self)
        #expect(bytes.allSatisfy { $0 < 0x80 })
        let lines = raw.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 998 })
        #expect(lines.prefix { !$0.isEmpty }.allSatisfy { $0.utf8.count <= 100 })
        #expect(!raw.contains("\r\nBcc:"))
    }
}
