import Mailing
import Testing

/// One message, as the archive of a list would give it.
func listMessage(_ text: String, envelope: String? = nil, latest: Int64 = .max) throws -> ListMessage {
    let opening = envelope.map { "From \($0)\n" } ?? ""
    let raw = try #require(try messages(Array((opening + text).utf8), chunk: 4096).first)
    return try ListMessage(raw, latest: latest)
}

@Suite("Message of a list")
struct ListMessageTests {
    @Test(
        "The author is found behind what lists make of the header",
        arguments: [
            ("From: Claire Martin <claire@chu.example>", "Claire Martin", "claire@chu.example"),
            ("From: claire@chu.example (Claire Martin)", "Claire Martin", "claire@chu.example"),
            ("From: claire at chu.example (Claire Martin)", "Claire Martin", "claire@chu.example"),
            ("From: claire at chu.example (=?ISO-8859-1?Q?Cl=E9a_Oudin?=)", "Cléa Oudin", "claire@chu.example"),
            ("From: claire at chu.example (claire at chu.example)", nil, "claire@chu.example"),
            ("From: <claire at chu.example>", nil, "claire@chu.example"),
            ("From: claire@chu.example, paul@chu.example", nil, "claire@chu.example"),
            ("From: claire@chu.example paul@chu.example", nil, "claire@chu.example"),
            ("From: =?utf-8?b?w4lsaXNlIMWSdWY=?= <elise@chu.example>", "Élise Œuf", "elise@chu.example"),
            ("From: Claire Martin", "Claire Martin", nil),
            (
                "From: Claire Martin via Douleur <douleur@list.example>\nReply-To: Claire <claire@chu.example>",
                "Claire Martin", "claire@chu.example"
            ),
            (
                "From: 'Claire Martin' via Douleur <douleur@list.example>\nX-Original-From: claire@chu.example",
                "Claire Martin", "claire@chu.example"
            ),
            (
                "From: Claire via Douleur <douleur@list.example>\nReply-To: douleur@list.example, claire@chu.example",
                "Claire", "claire@chu.example"
            ),
            ("From: Claire via Douleur <douleur@list.example>", "Claire", "douleur@list.example"),
        ] as [(String, String?, String?)])
    func authors(_ header: String, _ name: String?, _ address: String?) throws {
        #expect(try listMessage(header + "\n\nBonjour").author == MailAuthor(name: name, address: address))
    }

    @Test("Without From, the envelope names the author")
    func envelopeAuthor() throws {
        let message = try listMessage("Subject: a\n\nb", envelope: "lea at chu.example  Thu Mar  3 09:00:00 2005")
        #expect(message.author == MailAuthor(name: nil, address: "lea@chu.example"))
    }

    @Test(
        "The date comes from the best witness",
        arguments: [
            ("Date: Tue, 1 Mar 2005 02:47:31 +0100", 1_109_641_651_000, .header),
            ("Date: Tue Mar  1 01:47:31 2005", 1_109_641_651_000, .header),
            ("Date: never\nReceived: from a by b; Tue, 1 Mar 2005 02:47:31 +0100", 1_109_641_651_000, .received),
            (
                "Date: Fri, 1 Mar 2019 10:00:00 +0100\nReceived: by b; Tue, 1 Mar 2005 02:47:31 +0100",
                1_109_641_651_000, .received
            ),
            (
                "Date: Thu, 1 Jan 1970 00:00:00 +0000\nReceived: by b; Tue, 1 Mar 2005 02:47:31 +0100",
                1_109_641_651_000, .received
            ),
            ("Date: Tue, 1 Mar 1904 02:47:31 +0100", 1_109_840_400_000, .envelope),
            ("Date: Tue, 1 Mar 2095 02:47:31 +0100", 1_109_840_400_000, .envelope),
            ("Subject: x", 1_109_840_400_000, .envelope),
        ] as [(String, Int64, ListMessage.DateSource)])
    func dates(_ headers: String, _ sentAt: Int64, _ source: ListMessage.DateSource) throws {
        let message = try listMessage(
            "From: a@b.example\n\(headers)\n\nb", envelope: "a@b.example Thu Mar  3 09:00:00 2005",
            latest: 1_795_000_000_000,
        )
        #expect(message.sentAt == sentAt)
        #expect(message.dateSource == source)
    }

    @Test("Without any witness there is no date, and the caller asks the neighbours")
    func undated() throws {
        let message = try listMessage("From: a@b.example\n\nb")
        #expect(message.sentAt == nil)
        #expect(message.dateSource == .none)
    }

    @Test("References give the nearest message first, then the one of In-Reply-To")
    func references() throws {
        let message = try listMessage(
            """
            From: a@b.example
            Message-ID: <4@b.example>
            References: <1@b.example>
            \t<2@b.example> <3@b.example> <4@b.example>
            In-Reply-To: Votre message du 3 mars <0@b.example>

            b
            """)
        #expect(message.references == ["3@b.example", "2@b.example", "1@b.example", "0@b.example"])
    }

    @Test("A message without identifier gets one of its own words, the same each time")
    func computedID() throws {
        let text = "From: a@b.example\nDate: Tue, 1 Mar 2005 02:47:31 +0100\nSubject: é\nMessage-Id:\n\nBonjour"
        let (one, other) = (try listMessage(text), try listMessage(text + " !"))
        #expect(one.isIDComputed && one.id.hasPrefix("sha256:") && one.id.utf8.count == 71)
        #expect(try listMessage(text).id == one.id)
        #expect(other.id != one.id)
        let named = try listMessage("Message-ID: <1@b.example>\n" + text)
        #expect(named.id == "1@b.example" && named.fingerprint == one.fingerprint)
    }

    @Test("HTML alone becomes text; beside plain text it is left")
    func html() throws {
        let html = try listMessage("From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n<p>Été</p><p>fini</p>")
        #expect(html.text == "Été\n\nfini")
        let both = try listMessage(
            """
            From: a@b.example
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            clair
            --b
            Content-Type: text/html

            <p>orné</p>
            --b--
            """)
        #expect(both.text == "clair\n" || both.text == "clair")
        #expect(both.attachments.isEmpty)
    }

    @Test("A broken structure gives its bytes rather than nothing")
    func broken() throws {
        let message = try listMessage(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=absent\n\nJe suis là\n")
        #expect(message.text == "Je suis là\n")
    }

    @Test("Blank lines before the header do not end it")
    func blankLines() throws {
        #expect(try listMessage("   \n \nFrom: a@b.example\nSubject: un\n\ndeux").subject.raw == "un")
    }

    @Test("NUL bytes cut neither header nor text")
    func nul() throws {
        let message = try listMessage("From: a@b.example\nSubject: un\u{0} deux\n\ntrois\u{0} quatre")
        #expect(message.subject.raw == "un deux")
        #expect(message.text == "trois quatre")
    }

    @Test(
        "What cannot become an exchange is refused, with its reason",
        arguments: [
            ("From: a@b.example\n\n \n", .empty), ("Subject: sans auteur\n\nTexte", .noAuthor),
            ("Un texte sans en-tête\n\nsuite", .notAMessage), ("Note: ceci\n\nn'est pas un message", .notAMessage),
        ] as [(String, ListMessage.Refusal)])
    func refusals(_ text: String, _ refusal: ListMessage.Refusal) throws {
        let raw = try #require(try messages(Array(text.utf8)).first)
        #expect(throws: refusal) { try ListMessage(raw) }
    }

    @Test("A message too large is refused as such")
    func tooLarge() throws {
        let raw = try #require(
            try messages(Array("From: a@b.example\n\n\(String(repeating: "mot\n", count: 99))".utf8), limit: 50).first)
        #expect(throws: ListMessage.Refusal.tooLarge) { try ListMessage(raw) }
    }

    @Test(
        "Answers of programs are told",
        arguments: ["Auto-Submitted: auto-replied", "X-Autoreply: yes", "Precedence: auto_reply"])
    func automatic(_ header: String) throws {
        #expect(try listMessage("From: a@b.example\n\(header)\n\nJe suis absente").isAutomatic)
        #expect(try !listMessage("From: a@b.example\nAuto-Submitted: no\n\nJe suis là").isAutomatic)
    }

    @Test("An address under which unlike names wrote is shared; spellings of one name are one person")
    func shared() {
        var addresses = SharedAddresses()
        for name in ["Claire Martin", "Paul Durand", "Léa Petit"] {
            addresses.note(.init(name: name, address: "liste@b.example"))
        }
        for name in ["C. Martin", "Claire Martin", "Martin, Claire", "MARTIN Claire (CHU)"] {
            addresses.note(.init(name: name, address: "Claire@b.example"))
        }
        #expect(addresses.isShared("LISTE@b.example"))
        #expect(!addresses.isShared("claire@b.example"))
        #expect(!addresses.isShared("autre@b.example"))
    }
}
