import Documents
import Testing

@Suite("Kind of a file")
struct FileKindTests {
    private func kind(_ bytes: [UInt8]) async throws -> FileKind { try await FileKind.of(bytes) }
    private func kind(_ text: String) async throws -> FileKind { try await FileKind.of(Array(text.utf8)) }

    @Test("Documents of Office and LibreOffice are told by what their archive holds")
    func office() async throws {
        #expect(try await kind(TestOffice.docx().finished) == .docx)
        #expect(try await kind(TestOffice.xlsx().finished) == .xlsx)
        #expect(try await kind(TestOffice.pptx().finished) == .pptx)
        #expect(try await kind(TestOffice.openDocument().finished) == .odt)
        #expect(try await kind(TestOffice.openDocument("spreadsheet").finished) == .ods)
        #expect(try await kind(TestOffice.openDocument("presentation").finished) == .odp)
        #expect(try await kind(TestPDF.pdf()) == .pdf)
    }

    @Test("Pictures are told by their first bytes", arguments: ["jpg", "png", "gif", "webp", "heic"])
    func pictures(ending: String) async throws {
        let kind = try await kind(try await TestPicture.made(ending))
        #expect(kind.isPicture)
        #expect(kind.extensions.contains(ending))
    }

    @Test(
        "Text is UTF-8 or Windows-1252",
        arguments: [
            ("Bonjour l’équipe", .text), ("Nom;Ville\r\nClaire;Brive\r\n", .text), ("# Titre\n\n- a < b\n", .text),
            ("PK du paracétamol", .text), ("MZ est un sigle", .text), ("BM de laboratoire", .text),
        ] as [(String, FileKind)])
    func text(_ text: String, _ expected: FileKind) async throws {
        #expect(try await kind(text) == expected)
    }

    @Test("Text of Windows keeps its accents by its own kind")
    func westernText() async throws {
        let bytes = Array("Prot".utf8) + [0xE9, 0x67, 0xE9] + Array(" l".utf8) + [0x92] + Array("un".utf8)
        #expect(try await kind(bytes) == .westernText)
    }

    @Test(
        "What is refused says why",
        arguments: [
            ("", .empty), ("MZ\u{90}\0\u{3}", .program), ("\u{7F}ELF\u{2}\u{1}", .program),
            ("#!/bin/sh\nls\n", .program),
            ("<!DOCTYPE html><p>", .page), ("\u{FEFF}\n <HTML>", .page), ("<svg xmlns='x'/>", .page),
            ("<?xml version='1.0'?><a/>", .page), ("Bonjour <script>alert(1)</script>", .page),
            ("Rar!\u{1A}\u{7}\0", .archive), ("OggS\0\u{2}", .sound),
            ("RIFF\0\0\0\0WAVEfmt ", .sound), ("RIFF\0\0\0\0AVI LIST", .film), ("\0\0\0\u{18}ftypmp42", .film),
            ("\0\0\0\u{18}ftypM4A ", .sound), ("\0\0\0\u{18}ftypavif", .otherPicture), ("II*\0\u{8}\0", .otherPicture),
            ("BM\0\0\0\0", .otherPicture), ("{\\rtf1 texte}", .oldOffice), ("a\0b", .unknown), ("a\u{85}b", .unknown),
        ] as [(String, RefusedFile)])
    func refused(_ text: String, _ reason: RefusedFile) async {
        await #expect(throws: reason) { try await kind(text) }
    }

    @Test(
        "Marks that are not text are known too",
        arguments: [
            ([0x1F, 0x8B, 0x08, 0x00], .archive), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0x00], .archive),
            ([0xCA, 0xFE, 0xBA, 0xBE, 0x00], .program), ([0xFF, 0xFB, 0x90, 0x00], .sound),
            ([0x1A, 0x45, 0xDF, 0xA3], .film), ([0x81, 0xE9], .unknown),
        ] as [([UInt8], RefusedFile)])
    func refused(_ bytes: [UInt8], _ reason: RefusedFile) async {
        await #expect(throws: reason) { try await kind(bytes) }
    }

    @Test("A medical image is refused even where its free first bytes imitate a PDF")
    func dicom() async {
        let imitation = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0x20, count: 119)
        await #expect(throws: RefusedFile.dicom) { try await kind(imitation + Array("DICM\u{2}\0".utf8)) }
        await #expect(throws: RefusedFile.dicom) {
            try await kind([UInt8](repeating: 0, count: 128) + Array("DICM".utf8))
        }
    }

    @Test("Documents that bring programs are refused, whatever their table of contents says")
    func macros() async {
        let hidden = TestOffice.docx([("word/vbaProject.bin", "x")]).finished
        await #expect(throws: RefusedFile.macros) { try await kind(hidden) }
        let said = TestArchive([
            (
                "[Content_Types].xml",
                "<Types><Override ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>"
            )
        ])
        await #expect(throws: RefusedFile.macros) { try await kind(said.finished) }
        let basic = TestOffice.openDocument("text", [("Basic/Standard/Module1.xml", "<script/>")])
        await #expect(throws: RefusedFile.macros) { try await kind(basic.finished) }
        let empty = TestOffice.openDocument("text", [("Basic/Standard/script-lb.xml", "<library/>")])
        await #expect(throws: Never.self) { try await kind(empty.finished) }
    }

    @Test("Archives, programs in archives and broken archives are told apart")
    func archives() async {
        await #expect(throws: RefusedFile.archive) { try await kind(TestArchive([("a.docx", "x")]).finished) }
        await #expect(throws: RefusedFile.program) {
            try await kind(TestArchive([("META-INF/MANIFEST.MF", "x")]).finished)
        }
        await #expect(throws: RefusedFile.damaged) { try await kind(Array(TestOffice.docx().finished.dropLast(30))) }
        await #expect(throws: RefusedFile.damaged) {
            try await kind(TestOffice.docx([("WORD/document.xml", "<another/>")]).finished)
        }
    }

    @Test("What a password locks is refused as such")
    func locked() async throws {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
        await #expect(throws: RefusedFile.oldOffice) { try await kind(old) }
        await #expect(throws: RefusedFile.locked) {
            try await kind(old + "EncryptedPackage".utf8.flatMap { [$0, 0] })
        }
        var zip = TestOffice.docx()
        zip.add("word/x.xml", Array("x".utf8), flags: 1)
        await #expect(throws: RefusedFile.locked) { try await kind(zip.finished) }
        let odt = TestArchive([
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
        ])
        await #expect(throws: RefusedFile.locked) { try await kind(odt.finished) }
        await #expect(throws: RefusedFile.locked) { try await kind(TestPDF.pdf(trailer: "/Encrypt 9 0 R")) }
    }

    @Test("Nothing above 25 MB is looked at")
    func size() async {
        await #expect(throws: RefusedFile.tooLarge) {
            try await kind([UInt8](repeating: 0x61, count: FileKind.bytesAtMost + 1))
        }
    }

    @Test(
        "A file leaves under its member's name, with an ending that tells the truth",
        arguments: [
            ("Chutes.PDF", .pdf, "Chutes.pdf"), ("facture.pdf.exe", .pdf, "facture.pdf.pdf"),
            ("liste.csv", .text, "liste.csv"), ("notes.js", .text, "notes.txt"), ("photo.jpeg", .jpeg, "photo.jpeg"),
            ("../../etc/passwd", .text, "passwd.txt"), ("C:\\Users\\h\\a.docx", .docx, "a.docx"),
            ("gpj\u{202E}fdp.pdf", .pdf, "gpjfdp.pdf"), ("a\r\nb\".odt", .odt, "ab.odt"), ("", .pdf, "document.pdf"),
            ("...", .pdf, "document.pdf"), ("Protocole n° 3. Nuit été", .docx, "Protocole n° 3. Nuit été.docx"),
        ] as [(String, FileKind, String)])
    func names(_ given: String, _ kind: FileKind, _ expected: String) {
        #expect(kind.name(from: given) == expected)
    }

    @Test("Each kind has a type that browsers do not run", arguments: FileKind.allCases)
    func types(kind: FileKind) {
        #expect(!kind.mimeType.contains("html") && !kind.mimeType.contains("svg"))
        #expect(kind.mimeType.contains("/"))
    }
}
