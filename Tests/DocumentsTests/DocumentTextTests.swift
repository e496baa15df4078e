import Documents
import Testing

@Suite("Text of a document")
struct DocumentTextTests {
    private func text(_ archive: TestArchive, _ kind: FileKind) async throws -> String {
        try await DocumentText.text(of: archive.finished, kind)
    }

    @Test("Word: paragraphs, comments, and what was deleted with changes tracked")
    func word() async throws {
        let text = try await text(TestOffice.docx(), .docx)
        #expect(text == "Protocole de l’été\tA < B é\nMme Lafitte\nÀ relire\n")
    }

    @Test("Excel: texts, numbers typed in cells, comments")
    func excel() async throws {
        #expect(try await text(TestOffice.xlsx(), .xlsx) == "Chambre\nMois\n\t214\t\nÉcrit ici\t\nVu\n")
    }

    @Test("PowerPoint: slides in their order, then what the speaker noted")
    func powerPoint() async throws {
        #expect(try await text(TestOffice.pptx(), .pptx) == "Neuf\nDix\nÀ dire\n")
    }

    @Test("LibreOffice: titles, spaces, tabs, comments and headers, not the formats of numbers nor who commented")
    func openDocument() async throws {
        let text = try await text(TestOffice.openDocument(), .odt)
        #expect(text == "Protocole\nDeux  mots\tfin\nÀ relire\net plus\nEn-tête\n")
    }

    @Test("PDF, by the words of its pages")
    func pdf() async throws {
        #expect(try await DocumentText.text(of: TestPDF.pdf(), .pdf) == "Protocole de nuit\n")
        let made = try await PrintedDocument.pdf(of: "<p>Réunion d’été à l’hôpital</p>", style: "")
        #expect(try await DocumentText.text(of: made, .pdf) == "Réunion d’été à l’hôpital\n")
    }

    @Test("Plain text, in both of its encodings, without signs that no one sees")
    func plain() async throws {
        #expect(try await DocumentText.text(of: Array("\u{FEFF}été\r\nnuit\u{0C}fin".utf8), .text) == "été\nnuit\nfin")
        #expect(try await DocumentText.text(of: [0x6C, 0x92, 0xE9, 0x74, 0xE9], .westernText) == "l’été")
    }

    @Test("A long text is kept up to 500,000 characters")
    func long() async throws {
        let long = [UInt8](repeating: UInt8(ascii: "a"), count: 600_000)
        #expect(try await DocumentText.text(of: long, .text).count == DocumentText.charactersAtMost)
        var docx = TestArchive([TestOffice.types("wordprocessingml.document")])
        let paragraphs = String(repeating: "<w:p><w:t>mot de la fin</w:t></w:p>", count: 60_000)
        docx.add("word/document.xml", Array(paragraphs.utf8))
        #expect(try await text(docx, .docx).count == DocumentText.charactersAtMost)
    }

    @Test("A part that swells is refused, whether it says so or not")
    func bomb() async throws {
        let swollen = [UInt8](repeating: UInt8(ascii: " "), count: 100 << 20)
        let packed = deflated(swollen)
        try #require(packed.count < 200_000)
        for announced in [swollen.count, 1_000] {
            var docx = TestArchive([TestOffice.types("wordprocessingml.document")])
            docx.add("word/document.xml", swollen, packed: packed, size: announced)
            await #expect(throws: DocumentFault.tooLarge) { try await text(docx, .docx) }
        }
    }

    @Test(
        "A broken document is an error",
        arguments: [
            "<!DOCTYPE a [<!ENTITY b 'c'>]><w:t>&b;</w:t>", "<?xml version='1.0' encoding='UTF-16'?><w:t>a</w:t>",
            "<w:t>a</w:t", "<!-- sans fin", "<![CDATA[ sans fin", "<w:t a='>",
        ])
    func broken(xml: String) async {
        let docx = TestArchive([TestOffice.types("wordprocessingml.document"), ("word/document.xml", xml)])
        await #expect(throws: DocumentFault.damaged) { try await text(docx, .docx) }
    }

    @Test("Cut anywhere, a document is read or refused, never more")
    func cut() async throws {
        let whole = TestOffice.docx().finished
        for length in stride(from: 0, to: whole.count, by: 37) {
            await #expect(throws: DocumentFault.damaged) {
                try await DocumentText.text(of: Array(whole[..<length]), .docx)
            }
        }
        await #expect(throws: DocumentFault.damaged) { try await DocumentText.text(of: Array("%PDF-1.7".utf8), .pdf) }
    }

    @Test("Bytes changed at random in an archive end in a text or in an error")
    func noise() async throws {
        var random = Seeded(seed: 20_261_126)
        let whole = TestOffice.docx().finished
        for _ in 1...300 {
            var noisy = whole
            for _ in 1...4 {
                noisy[Int.random(in: 0..<whole.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            do {
                let text = try await DocumentText.text(of: noisy, .docx)
                #expect(text.count < 1_000)
            } catch {
                #expect(error is DocumentFault, "seed \(random.seed)")
            }
        }
    }

    @Test("A picture has no text")
    func picture() async throws {
        #expect(try await DocumentText.text(of: [0xFF, 0xD8, 0xFF], .jpeg) == "")
    }
}
