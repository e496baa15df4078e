import Documents
import Testing

@Suite("Authors of a document")
struct DocumentAuthorsTests {
    private func holders(_ names: [String], in bytes: [UInt8]) -> [String] { names.filter { bytes.holds($0) } }

    private static let documents: [(FileKind, TestArchive)] = [
        (.docx, TestOffice.docx()), (.xlsx, TestOffice.xlsx()), (.pptx, TestOffice.pptx()),
        (.odt, TestOffice.openDocument()),
    ]

    @Test("No byte of the author or the company is left in a document of Office", arguments: 0..<documents.count)
    func office(index: Int) async throws {
        let (kind, archive) = Self.documents[index]
        let names = [TestOffice.author, TestOffice.company]
        try #require(holders(names, in: archive.finished) == names)
        let cleaned = try await DocumentAuthors.removed(from: archive.finished, kind)
        // Parts are packed again, where a name would not be seen: it is looked for in each of them.
        #expect(holders(names + [TestOffice.initials], in: try await unpacked(cleaned)) == [])
        #expect(try await FileKind.of(cleaned) == kind)
    }

    @Test("Its title and its text stay", arguments: 0..<documents.count)
    func kept(index: Int) async throws {
        let (kind, archive) = Self.documents[index]
        let before = try await DocumentText.text(of: archive.finished, kind)
        let cleaned = try await DocumentAuthors.removed(from: archive.finished, kind)
        let after = try await DocumentText.text(of: cleaned, kind)
        #expect(after == before)
        #expect(try await unpacked(cleaned).holds("<dc:title>Chutes &amp; nuit</dc:title>"))
    }

    @Test("What does not name anybody stays byte for byte")
    func copied() async throws {
        let cleaned = try await DocumentAuthors.removed(from: TestOffice.pptx().finished, .pptx)
        #expect(cleaned.holds("<p:sld><a:p><a:r><a:t>Neuf</a:t></a:r></a:p></p:sld>"))
        let again = try await DocumentAuthors.removed(from: cleaned, .pptx)
        #expect(again == cleaned)
    }

    @Test("A photograph inside a document loses its place and keeps its pixels", arguments: ["jpg", "png", "webp"])
    func pictures(ending: String) async throws {
        let plain = try await TestPicture.made(ending)
        let photograph = ending == "jpg" ? TestPicture.withMetadata(plain) : TestPicture.withText(plain)
        let secrets = ending == "jpg" ? TestPicture.secrets : ["Hélène"]
        try #require(holders(secrets, in: photograph) == secrets)
        var docx = TestOffice.docx()
        docx.add("word/media/image1.\(ending)", photograph)
        let cleaned = try await DocumentAuthors.removed(from: docx.finished, .docx)
        let kept = try await unpacked(cleaned, "word/media/image1.\(ending)")
        #expect(holders(secrets, in: kept) == [])
        #expect(try await TestPicture.pixel(75, 20, of: kept) == TestPicture.pixel(75, 20, of: plain))
    }

    @Test("A workbook inside a presentation is cleaned too; what cannot be is refused")
    func inside() async throws {
        var pptx = TestOffice.pptx()
        pptx.add("ppt/embeddings/classeur.xlsx", TestOffice.xlsx().finished)
        let cleaned = try await DocumentAuthors.removed(from: pptx.finished, .pptx)
        let inner = try await unpacked(cleaned, "ppt/embeddings/classeur.xlsx")
        #expect(try await !unpacked(inner).holds(TestOffice.author))

        var docx = TestOffice.docx()
        docx.add("word/embeddings/oleObject1.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        await #expect(throws: DocumentFault.holdsFiles) {
            try await DocumentAuthors.removed(from: docx.finished, .docx)
        }
    }

    @Test("A signed document says so")
    func signed() async {
        let docx = TestOffice.docx([("_xmlsignatures/sig1.xml", "<Signature/>")]).finished
        await #expect(throws: DocumentFault.signed) { try await DocumentAuthors.removed(from: docx, .docx) }
        let odt = TestOffice.openDocument("text", [("META-INF/documentsignatures.xml", "<a/>")]).finished
        await #expect(throws: DocumentFault.signed) { try await DocumentAuthors.removed(from: odt, .odt) }
        let pdf = TestPDF.pdf(catalogue: "/AcroForm << /Fields [<< /FT /Sig /V << /Type /Sig /Name (A) >> >>] >>")
        await #expect(throws: DocumentFault.signed) { try await DocumentAuthors.removed(from: pdf, .pdf) }
    }

    @Test("No byte of the author is left in a PDF: information, XMP, comments, data of programs, pictures")
    func pdf() async throws {
        let photograph = TestPicture.withMetadata(try await TestPicture.made("jpg", width: 8, height: 8))
        let given = TestPDF.pdf(picture: photograph)
        let names = [TestPDF.author] + TestPicture.secrets
        try #require(holders(names, in: given) == names)
        let cleaned = try await DocumentAuthors.removed(from: given, .pdf)
        let open = try await TestPDF.uncompressed(cleaned)
        #expect(holders(names, in: cleaned) == [])
        #expect(holders(names, in: open) == [])
        #expect(open.holds("/Title (Chutes)"))
        #expect(open.holds("/Contents (Vu)"))
        #expect(open.holds("200.0000001"))
        #expect(try await DocumentText.text(of: cleaned, .pdf) == "Protocole de nuit\n")
    }

    @Test("A PDF made by a program loses its author and keeps its language, its title and its structure")
    func printed() async throws {
        let page = """
            <html lang="fr"><head><title>Chutes de nuit</title><meta name="author" content="Hélène Aubry"></head>
            <body><h1>Chutes</h1></body></html>
            """
        let made = try await PrintedDocument.pdf(of: page, style: "")
        try #require(try await TestPDF.uncompressed(made).holds("Hélène Aubry"))
        let cleaned = try await TestPDF.uncompressed(try await DocumentAuthors.removed(from: made, .pdf))
        #expect(!cleaned.holds("Hélène Aubry"))
        #expect(cleaned.holds("Chutes de nuit"))
        #expect(cleaned.holds("/Lang (fr)"))
        #expect(cleaned.holds("/StructTreeRoot"))
    }

    @Test("An earlier version of a PDF does not stay behind its last one")
    func versions() async throws {
        let update = """
            6 0 obj
            << /Title (Chutes) /Author (Personne) >>
            endobj
            trailer
            << /Size 8 /Root 1 0 R /Info 6 0 R >>
            startxref
            0
            %%EOF

            """
        let cleaned = try await DocumentAuthors.removed(from: TestPDF.pdf() + Array(update.utf8), .pdf)
        #expect(holders([TestPDF.author, "Personne"], in: try await TestPDF.uncompressed(cleaned)) == [])
    }

    @Test("Lists that lie deep in one another are read to their end")
    func deep() async throws {
        let list = String(repeating: "[", count: 450) + "(\(TestPDF.author))" + String(repeating: "]", count: 450)
        let annotation = "/Deep [<< /Subtype /Text /T \(list) >>]"
        let cleaned = try await DocumentAuthors.removed(from: TestPDF.pdf(catalogue: annotation), .pdf)
        #expect(try await !TestPDF.uncompressed(cleaned).holds(TestPDF.author))
    }

    @Test("A PDF that carries a file, or is broken, is refused")
    func refused() async {
        let carrier = TestPDF.pdf(catalogue: "/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 4 0 R >> >>] >> >>")
        await #expect(throws: DocumentFault.holdsFiles) { try await DocumentAuthors.removed(from: carrier, .pdf) }
        await #expect(throws: DocumentFault.damaged) {
            try await DocumentAuthors.removed(from: Array("%PDF-1.7\nrien".utf8), .pdf)
        }
        await #expect(throws: DocumentFault.damaged) {
            try await DocumentAuthors.removed(from: Array(TestOffice.docx().finished.dropLast(40)), .docx)
        }
    }

    @Test("A PDF that needs a password says so, though its first bytes look free")
    func locked() async throws {
        let locked = try await TestPDF.locked(TestPDF.pdf())
        await #expect(throws: RefusedFile.locked) { try await FileKind.of(locked) }
        await #expect(throws: DocumentFault.locked) { try await DocumentAuthors.removed(from: locked, .pdf) }
    }

    @Test("Text has no author, and comes back as it is")
    func text() async throws {
        let bytes = Array("Hélène Aubry a écrit ceci.".utf8)
        #expect(try await DocumentAuthors.removed(from: bytes, .text) == bytes)
    }
}
