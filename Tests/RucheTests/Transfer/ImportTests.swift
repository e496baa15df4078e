import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("An archive that is imported")
struct ImportTests {
    @Test("becomes threads, by references, by the message answered, then by subject", arguments: TestEngine.available)
    func threads(_ engine: TestEngine) async throws {
        let scene = try await Scene(
            engine,
            [
                .init("1", "Nadia <nadia@example.org>", "Chutes la nuit", "Qui a un protocole ?"),
                .init("2", "Ines <ines@example.org>", "Re: Chutes la nuit", "Oui, chez nous.", ["References": "<1@l>"]),
                .init("3", "Paul <paul@example.org>", "Autre mot", "Merci !", ["In-Reply-To": "<2@l>"]),
                .init("4", "Paul <paul@example.org>", "RE : Chutes la nuit", "Sans référence."),
                .init("5", "Ines <ines@example.org>", "Bladder scan", "Qui en a un ?"),
            ])
        let report = try await scene.run()
        #expect((report.messages, report.imported, report.threads, report.people) == (5, 5, 2, 3))
        let threads = try await scene.rows(
            "select q.title, coalesce(r.body, '–') from question q left join reply r on r.question_id = q.id order by q.id, r.number"
        )
        #expect(
            threads == [
                ["Chutes la nuit", "Oui, chez nous."], ["Chutes la nuit", "Merci !"],
                ["Chutes la nuit", "Sans référence."], ["Bladder scan", "–"],
            ])
        // What each reply answers is kept: the network is drawn from it.
        let answered = try await scene.rows(
            "select r.body, coalesce(a.body, '–') from reply r left join reply a on a.id = r.answers_id order by r.number"
        )
        #expect(answered.contains(["Merci !", "Oui, chez nous."]))
    }

    @Test("keeps hours and zones, and replaces a date that cannot be", arguments: TestEngine.available)
    func dates(_ engine: TestEngine) async throws {
        let scene = try await Scene(
            engine,
            [
                .init("1", "A <a@x.fr>", "Un", "a", date: "Tue, 4 Mar 2025 10:30:00 +0100"),
                .init(
                    "2", "B <b@x.fr>", "Re: Un", "b", ["In-Reply-To": "<1@l>"], date: "Tue, 4 Mar 2025 04:31:00 -0500"),
                .init("3", "C <c@x.fr>", "Re: Un", "c", ["In-Reply-To": "<1@l>"], date: "Mon, 32 Foo 1904 99:99"),
            ])
        _ = try await scene.run()
        let asked = try await scene.value("select asked_at from question", as: Instant.self)
        #expect(asked == Instant(milliseconds: 1_741_080_600_000))
        let replied = try await scene.value("select replied_at from reply where body = 'b'", as: Instant.self)
        #expect(replied == Instant(milliseconds: 1_741_080_660_000))
        let mended = try #require(
            try await scene.value("select replied_at from reply where body = 'c'", as: Instant.self))
        #expect(mended >= Instant(milliseconds: 1_741_080_600_000))
    }

    @Test(
        "reads the letters of every encoding", arguments: TestEngine.available,
        [
            ("Content-Type: text/plain; charset=utf-8", Data("Hémovigilance à cœur".utf8)),
            ("Content-Type: text/plain; charset=iso-8859-15", Data("Hémovigilance à c".latin9 + [0xBD] + "ur".latin9)),
            ("Content-Type: text/plain; charset=windows-1252", Data("Hémovigilance à c".latin9 + [0x9C] + "ur".latin9)),
            (
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
                Data("H=C3=A9movigilance =C3=A0 c=C5=93ur".utf8)
            ),
            (
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
                Data(Data("Hémovigilance à cœur".utf8).base64EncodedString().utf8)
            ),
            ("Content-Type: text/plain; charset=inconnu", Data("Hémovigilance à cœur".utf8)),
        ] as [(String, Data)])
    func encodings(_ engine: TestEngine, _ message: (head: String, body: Data)) async throws {
        let scene = try await Scene(
            engine, [.init("1", "=?iso-8859-1?Q?In=E8s?= <i@x.fr>", "Sujet", message.body, message.head)])
        let report = try await scene.run()
        #expect(report.imported == 1)
        #expect(try await scene.rows("select body from question") == [["Hémovigilance à cœur"]])
        #expect(try await scene.rows("select name from member where is_pending = 1") == [["Inès"]])
    }

    @Test("accounts for every message, whatever it is made of", arguments: TestEngine.available)
    func everyMessage(_ engine: TestEngine) async throws {
        let scene = try await Scene(
            engine,
            [
                .init("1", "A <a@x.fr>", "Un", "a"), .init("1", "A <a@x.fr>", "Un", "a"),
                .init("2", "", "Sans auteur", "b"), .init("3", "C <c@x.fr>", "", ""),
                .init("", "D <d@x.fr>", "Sans identifiant", "d"),
                .init(
                    "5", "E <e@x.fr>", "Parts", Data("--z\r\nContent-Type: text/plain\r\n\r\nouvert".utf8),
                    "Content-Type: multipart/mixed; boundary=z"),
                .init("6", "F <f@x.fr>", "Octets", Data((0...255).map { UInt8($0) }.filter { $0 != 10 }), ""),
            ])
        let report = try await scene.run()
        #expect(report.messages == 7)
        #expect(report.imported + report.duplicates + report.refused.count == report.messages)
        #expect(report.duplicates == 1)
        #expect(report.refused.allSatisfy { !$0.why.isEmpty && (1...7).contains($0.position) })
        #expect(try await scene.rows("select title from question where title = 'Sans identifiant'").count == 1)
    }

    @Test("puts an answer after what it answers, though its writer’s clock is late", arguments: TestEngine.available)
    func lateClock(_ engine: TestEngine) async throws {
        let scene = try await Scene(
            engine,
            [
                .init("1", "A <a@x.fr>", "Un", "Question", date: "Tue, 4 Mar 2025 10:00:00 +0100"),
                .init(
                    "2", "B <b@x.fr>", "Re: Un", "Réponse", ["In-Reply-To": "<1@l>"],
                    date: "Tue, 4 Mar 2025 12:00:00 +0100"),
                .init(
                    "3", "C <c@x.fr>", "Re: Un", "Suite", ["In-Reply-To": "<2@l>"],
                    date: "Tue, 4 Mar 2025 11:00:00 +0100"),
            ])
        _ = try await scene.run()
        #expect(
            try await scene.rows(
                "select r.body, coalesce(a.body, '–') from reply r left join reply a on a.id = r.answers_id order by r.number"
            )
                == [["Réponse", "–"], ["Suite", "Réponse"]])
    }

    @Test(
        "counts a letter once that its mailer sent twice, and keeps two that share an identifier",
        arguments: TestEngine.available)
    func sameIdentifier(_ engine: TestEngine) async throws {
        let scene = try await Scene(
            engine,
            [
                .init("1", "A <a@x.fr>", "Un", "Bonjour", date: "Tue, 4 Mar 2025 10:00:00 +0100"),
                .init("1", "A <a@x.fr>", "Un", "Bonjour", date: "Tue, 4 Mar 2025 10:05:00 +0100"),
                .init("1", "B <b@x.fr>", "Tout autre", "Bonsoir", date: "Tue, 4 Mar 2025 10:06:00 +0100"),
            ])
        let report = try await scene.run()
        #expect((report.messages, report.imported, report.duplicates) == (3, 2, 1))
    }

    @Test("keeps what was attached, folds what was quoted, hides addresses", arguments: TestEngine.available)
    func texts(_ engine: TestEngine) async throws {
        let parts = """
            --z\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            Écrivez-moi à claire.besnard@example.org.\r
            \r
            > Qui a la fiche ?\r
            > Elle aiderait.\r
            --z\r
            Content-Type: application/pdf; name="fiche.pdf"\r
            Content-Disposition: attachment; filename="fiche.pdf"\r
            Content-Transfer-Encoding: base64\r
            \r
            JVBERi0xLjQK\r
            --z--
            """
        let scene = try await Scene(
            engine,
            [
                .init("1", "A <a@x.fr>", "Fiche", "Qui a la fiche ?\nElle aiderait."),
                .init(
                    "2", "B <b@x.fr>", "Re: Fiche", Data(parts.utf8),
                    "In-Reply-To: <1@l>\nContent-Type: multipart/mixed; boundary=z"),
            ])
        let report = try await scene.run()
        #expect(report.attachments == 1)
        #expect(try await scene.rows("select name from attachment") == [["fiche.pdf"]])
        let reader = try await scene.ruche.browser(as: .nadia)
        let page = try await scene.page(reader)
        #expect(!page.text.contains("claire.besnard@example.org"))
        #expect(page.text.contains("fiche.pdf"))
        #expect(page.text.contains("<details"))
    }

    @Test(
        "is the same when it is interrupted and begun again; the same file twice adds nothing",
        arguments: TestEngine.available)
    func resume(_ engine: TestEngine) async throws {
        let messages = (1...1_203).map { number in
            Message(
                "\(number)", "M\(number % 9) <m\(number % 9)@x.fr>", number % 4 == 1 ? "Sujet \(number)" : "Re: x",
                "Texte \(number)", number % 4 == 1 ? [:] : ["In-Reply-To": "<\(number - 1)@l>"])
        }
        let whole = try await Scene(engine, messages)
        let expected = try await whole.run()
        let broken = try await Scene(engine, messages)
        let first = try await broken.run(pieces: 1)
        #expect(first.imported < expected.imported)
        let rest = try await broken.run()
        #expect((rest.imported, rest.duplicates, rest.threads) == (expected.imported, 0, expected.threads))
        let content: SQL = """
            select q.title, coalesce(m.name, ''), coalesce(cast(r.number as text), ''), coalesce(r.body, '') from question q
            left join reply r on r.question_id = q.id left join member m on m.id = r.author_id
            order by q.title, r.number
            """
        #expect(try await broken.rows(content) == (try await whole.rows(content)))
        let again = try await broken.run()
        #expect((again.imported, again.duplicates) == (0, 1_203))
        #expect(try await broken.rows(content) == (try await whole.rows(content)))
    }

    @Test("tells what it would bring, and writes nothing", arguments: TestEngine.available)
    func dryRun(_ engine: TestEngine) async throws {
        let scene = try await Scene(
            engine, [.init("1", "A <a@x.fr>", "Un", "a"), .init("2", "B <b@x.fr>", "Deux", "b")])
        let report = try await scene.run(dryRun: true)
        #expect((report.messages, report.imported, report.threads, report.people) == (2, 2, 2, 2))
        for table in ["question", "reply", "import_batch", "journal"] as [StaticString] {
            let before = table.description == "journal" ? scene.journalBefore : 0
            #expect(try await scene.ruche.count(table) == before, "\(table)")
        }
    }

    @Test(
        "is hidden from all but its facilitator until it is opened, and nobody of it is written to",
        arguments: TestEngine.available)
    func hidden(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine, [.init("1", "Ines <ines.roy@x.fr>", "Un", "a")])
        _ = try await scene.run()
        let facilitator = try await scene.ruche.browser(as: .nadia)
        #expect(try await scene.page(facilitator).status == .ok)
        for somebody in [Cast.claire, .jules] {
            let page = try await scene.page(try await scene.ruche.browser(as: somebody))
            #expect(page.status == .notFound)
        }
        try await scene.ruche.deliver()
        #expect(scene.ruche.mailbox.letters.isEmpty)
        #expect(try await scene.rows("select email from person where email like '%x.fr'").isEmpty)
    }

    @Test("is undone as if it had never come", arguments: TestEngine.available)
    func undo(_ engine: TestEngine) async throws {
        let scene = try await Scene(
            engine,
            [
                .init("1", "A <a@x.fr>", "Un", "a"), .init("2", "B <b@x.fr>", "Re: Un", "b", ["In-Reply-To": "<1@l>"]),
            ])
        let report = try await scene.run()
        let batch = try #require(report.batch)
        let undone = try await scene.ruche.instance.act(through: .command) { try $0.imports.undo(batch) }
        #expect((undone.questions, undone.replies, undone.people) == (1, 1, 2))
        for table in ["question", "reply", "import_message", "attachment", "post_search"] as [StaticString] {
            #expect(try await scene.ruche.count(table) == 0, "\(table)")
        }
        #expect(try await scene.rows("select name from member where is_pending = 1").isEmpty)
        let again = try await scene.run()
        #expect(again.imported == 2)
    }

    @Test("is not undone under what members wrote since, unless that is wanted", arguments: TestEngine.available)
    func undoUnderReplies(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine, [.init("1", "A <a@x.fr>", "Un", "a")])
        let batch = try #require(try await scene.run().batch)
        let question = try #require(try await scene.value("select id from question", as: Question.ID.self))
        let writer = try await scene.facilitator()
        try await scene.ruche.instance.act(by: writer, through: .web) { act in
            var draft = ReplyDraft()
            draft.body = "Nous l’avons gardée."
            _ = try act.questions.reply(to: question, draft)
        }
        await #expect(throws: Refusal.self) {
            try await scene.ruche.instance.act(through: .command) { try $0.imports.undo(batch) }
        }
        #expect(try await scene.ruche.count("reply") == 1)
        try await scene.ruche.instance.act(through: .command) { _ = try $0.imports.undo(batch, force: true) }
        #expect(try await scene.ruche.count("reply") == 0)
        #expect(try await scene.ruche.count("post_search") == 0)
    }

    @Test("does not pour into a community that lives", arguments: TestEngine.available)
    func openCommunity(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine, [.init("1", "A <a@x.fr>", "Un", "a")])
        await #expect(throws: Refusal.self) { try await scene.run(into: "nuit") }
        #expect(try await scene.ruche.count("question") == 0)
    }
}

/// A message of an archive, as bytes.
private struct Message: Sendable {
    let bytes: Data

    init(
        _ id: String, _ from: String, _ subject: String, _ body: String, _ more: [String: String] = [:],
        date: String = "Tue, 4 Mar 2025 10:30:00 +0100"
    ) {
        let head = more.map { "\($0.key): \($0.value)" } + ["Content-Type: text/plain; charset=utf-8"]
        self.init(id, from, subject, Data(body.utf8), head.joined(separator: "\n"), date: date)
    }

    init(
        _ id: String, _ from: String, _ subject: String, _ body: Data, _ head: String,
        date: String = "Tue, 4 Mar 2025 10:30:00 +0100"
    ) {
        var lines = ["From liste@x.fr Tue Mar  4 10:30:00 2025", "Date: \(date)"]
        if !id.isEmpty { lines.append("Message-ID: <\(id)@l>") }
        if !from.isEmpty { lines.append("From: \(from)") }
        if !subject.isEmpty { lines.append("Subject: \(subject)") }
        if !head.isEmpty { lines.append(head) }
        bytes = Data((lines.joined(separator: "\n") + "\n\n").utf8) + body + Data("\n\n".utf8)
    }
}

/// An archive on disk, and a Ruche to import it into: the community *liste*, which Nadia facilitates.
private struct Scene: Sendable {
    let ruche: TestRuche
    let path: String
    let journalBefore: Int

    init(_ engine: TestEngine, _ messages: [Message]) async throws {
        ruche = try await TestRuche(engine)
        journalBefore = try await ruche.count("journal")
        path = NSTemporaryDirectory() + "/archive-\(UUID().uuidString).mbox"
        try messages.reduce(into: Data()) { $0 += $1.bytes }.write(to: URL(fileURLWithPath: path))
    }

    func run(into slug: String = "liste", dryRun: Bool = false, pieces: Int? = nil) async throws -> ImportReport {
        let work = MboxImport(ruche.instance, files: ruche.site.files, path: path, name: "liste.mbox")
        return try await work.run(into: Slug(typed: slug), dryRun: dryRun, pieces: pieces)
    }

    /// Nadia, in the community of the archive.
    func facilitator() async throws -> Actor {
        let person = try #require(ruche.people[.nadia]?.person)
        return try await ruche.instance.act(through: .command) { act in
            let community = try #require(try act.view.communities.find("liste"))
            let known = try act.transaction.value(
                "select id from member where community_id = \(community.id) and person_id = \(person)",
                as: Member.ID.self)
            let member =
                try known
                ?? act.members.enter(
                    community.id, person: person, as: MemberDraft(name: Cast.nadia.name), role: .facilitator)
            return Actor(person: person, community: community.id, member: member, role: .facilitator)
        }
    }

    /// The first thread, as somebody sees it; Nadia has become its facilitator.
    func page(_ browser: TestBrowser) async throws -> TestBrowser.Page {
        _ = try await facilitator()
        let question = try #require(try await value("select min(id) from question", as: Question.ID.self))
        return try await browser.get("/c/liste/questions/\(question)")
    }

    func rows(_ sql: SQL) async throws -> [[String]] {
        try await ruche.instance.database.read { transaction in
            try transaction.all(sql) { row in
                // As many columns as the query gives.
                var columns: [String] = []
                while let column = try? row[columns.count] as String { columns.append(column) }
                return columns
            }
        }
    }

    func value<T: Bindable & Sendable>(_ sql: SQL, as type: T.Type) async throws -> T? {
        try await ruche.instance.database.read { try $0.value(sql, as: type) }
    }
}

extension String {
    /// ISO 8859-15, for letters that are the same in windows-1252.
    fileprivate var latin9: [UInt8] { unicodeScalars.map { UInt8($0.value & 0xFF) } }
}
