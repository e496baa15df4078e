import Foundation
import Mailing
import Testing

/// A message as it travels.
func mail(_ text: String) -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }

@Suite("Incoming mail")
struct IncomingMailTests {
    /// Outlook-like: mixed(alternative(plain windows-1252 in quoted-printable, html in base64), pdf with a long name).
    private func outlookMessage() -> [UInt8] {
        let html = Data("<p>Réunion à 14 h – « été »</p>".utf8).base64EncodedString()
        return mail(
            """
            From: =?windows-1252?Q?H=E9l=E8ne_N=27Guyen?= <helene@hopital.example>
            To: "Communauté, douleur" <douleur@ruche.example>, =?UTF-8?B?w4lsaXNl?= <elise@ruche.example>
            Subject: =?iso-8859-1?Q?Re=3A_R=E9union_?= =?UTF-8?B?w6AgMTQgaCDigJMgw6l0w6k=?=
            Message-ID: <1@hopital.example>
            In-Reply-To: <0@ruche.example>
            References: <a@ruche.example>
             <0@ruche.example>
            List-Unsubscribe: <https://ruche.example/u/1>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="outer"

            preamble
            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=windows-1252
            Content-Transfer-Encoding: quoted-printable

            D=E9j=E0 vu =96 l=92=9Cuvre co=FBte 3=80=
             vraiment
            --inner
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            \(html)
            --inner--
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment;
             filename*0*=UTF-8''proc%C3%A9dure%20;
             filename*1*=h%C3%A9movigilance.pdf
            Content-Transfer-Encoding: base64

            JVBERi0xLjQK
            --outer--
            """)
    }

    @Test("A message of Outlook is read whole: names, subject, both texts, attachment")
    func outlook() throws {
        let mail = try #require(IncomingMail(outlookMessage()))
        #expect(mail.subject == "Re: Réunion à 14 h – été")
        #expect(mail.from == [.init(name: "Hélène N'Guyen", address: "helene@hopital.example")])
        #expect(mail.to.map(\.address) == ["douleur@ruche.example", "elise@ruche.example"])
        #expect(mail.to.map(\.name) == ["Communauté, douleur", "Élise"])
        #expect(mail.references == ["a@ruche.example", "0@ruche.example", "0@ruche.example"])
        #expect(mail.text?.trimmingCharacters(in: .whitespacesAndNewlines) == "Déjà vu – l’œuvre coûte 3€ vraiment")
        #expect(mail.html == "<p>Réunion à 14 h – « été »</p>")
        #expect(mail.attachments.map(\.name) == ["procédure hémovigilance.pdf"])
        #expect(mail.attachments.first?.bytes == Array("%PDF-1.4\n".utf8))
        #expect(mail.header("list-unsubscribe") == "<https://ruche.example/u/1>")
    }

    @Test(
        "Malformed input never stops the program",
        arguments: [
            "", "x", "\n\n", "Subject: a", "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
            "Content-Type: multipart/mixed\n\n--x\n\ny\n",
            "Content-Type: text/plain; charset=nope\nContent-Transfer-Encoding: base64\n\n!!!!",
            "From: <<<>>\nTo: ;,;,\nSubject: =?x?y?z?=\n\nb",
        ])
    func malformed(_ text: String) { _ = IncomingMail(mail(text)) }

    @Test("Parts nested without end are an attack, and end")
    func nested() {
        let parts = (0..<500).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }
        _ = IncomingMail(mail(parts.joined() + "\nend"))
    }

    @Test("A message sent along as an attachment is kept as a file")
    func embedded() throws {
        let mail = try #require(
            IncomingMail(
                mail(
                    """
                    From: a@chu.example
                    Content-Type: multipart/mixed; boundary=b

                    --b
                    Content-Type: text/plain

                    Voir le message joint.
                    --b
                    Content-Type: message/rfc822

                    Subject: joint

                    Contenu
                    --b--
                    """)))
        #expect(mail.attachments.map(\.type) == ["message/rfc822"])
        #expect(String(decoding: mail.attachments[0].bytes, as: UTF8.self).contains("Contenu"))
    }

    @Test(
        "The words of a text are found whatever its charset is said to be",
        arguments: [
            (Array("déjà".utf8), nil, "déjà"),
            ([0x64, 0xE9, 0x6A, 0xE0], nil, "déjà"),  // undeclared windows-1252
            (Array("déjà".utf8), "iso-8859-1", "déjà"),  // declared wrong
            ([0x64, 0xE9, 0x6A, 0xE0], "utf-8", "déjà"),  // declared wrong
            ([0x33, 0x80, 0x20, 0x9C], "ISO-8859-1", "3€ œ"),
            ([0xCD, 0xCF, 0xCA], "koi8-r", "мой"),
            ([0xC4, 0xE3, 0xBA, 0xC3], "gb2312", "你好"),
            ([0x64, 0xE9], "x-no-such-charset", "dé"),
            (Array("a\u{0}b".utf8), nil, "ab"),
        ] as [([UInt8], String?, String)])
    func charsets(_ bytes: [UInt8], _ charset: String?, _ expected: String) {
        #expect(CharsetText.decoded(bytes, charset: charset) == expected)
    }
}
