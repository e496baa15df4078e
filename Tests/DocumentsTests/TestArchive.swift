import CZlib

/// A ZIP archive as an office program writes it: entries stored, in the order given.
struct TestArchive {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    init(_ entries: [(String, String)] = []) {
        for (name, text) in entries { add(name, Array(text.utf8)) }
    }

    /// Adds an entry; `size` and `packed` let an archive lie about what it holds.
    mutating func add(_ name: String, _ content: [UInt8], packed: [UInt8]? = nil, size: Int? = nil, flags: UInt16 = 0) {
        let local = bytes.count
        let body = packed ?? content
        let sum = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        let facts =
            little(20, 2) + little(Int(flags), 2) + little(packed == nil ? 0 : 8, 2) + little(0x5B7A_5C3D, 4)
            + little(Int(sum), 4) + little(body.count, 4) + little(size ?? content.count, 4)
            + little(name.utf8.count, 2) + little(0, 2)
        bytes += little(0x0403_4B50, 4) + facts + Array(name.utf8) + body
        directory +=
            little(0x0201_4B50, 4) + little(20, 2) + facts + little(0, 10) + little(local, 4) + Array(name.utf8)
        count += 1
    }

    var finished: [UInt8] {
        bytes + directory + little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
            + little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
    }

    private func little(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }
}

/// Bytes deflated without header, as they lie in a ZIP.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    precondition(ruche_raw_deflate_init(&stream, 9) == Z_OK, "zlib is there")
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    bytes.withUnsafeBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = UInt32(source.count)
            stream.next_out = target.baseAddress
            stream.avail_out = UInt32(target.count)
            _ = deflate(&stream, Z_FINISH)
        }
    }
    return Array(output[..<Int(stream.total_out)])
}

/// What an archive holds, read by Python's `zipfile`: a reader that is not ours.
/// - Parameter name: of one entry; nil for all of them, one after another.
func unpacked(_ archive: [UInt8], _ name: String? = nil) async throws -> [UInt8] {
    let script = """
        import sys, zipfile
        with zipfile.ZipFile("in.zip") as archive:
            names = sys.argv[1:] or archive.namelist()
            open("out", "wb").write(b"".join(archive.read(name) for name in names))
        """
    return try await made("out", from: ["in.zip": archive], by: ["python3", "-c", script] + (name.map { [$0] } ?? []))
}

/// The checksum of a ZIP entry or a PNG chunk.
func checksum(_ bytes: [UInt8]) -> [UInt8] {
    let sum = bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    return (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * $0)) }
}

/// Office documents with an author everywhere that a program puts one.
enum TestOffice {
    static let author = "Hélène Aubry"
    static let initials = "H.Aub"
    static let company = "CH de Brive"

    static func types(_ main: String) -> (String, String) {
        (
            "[Content_Types].xml",
            """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Override PartName="/main" ContentType="application/vnd.openxmlformats-officedocument.\(main).main+xml"/>\
            </Types>
            """
        )
    }

    static let properties = [
        (
            "docProps/core.xml",
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d">\
            <dc:title>Chutes &amp; nuit</dc:title><dc:creator>\(author)</dc:creator>\
            <cp:lastModifiedBy>\(author)</cp:lastModifiedBy></cp:coreProperties>
            """
        ),
        (
            "docProps/app.xml",
            "<Properties><Company>\(company)</Company><Manager>\(author)</Manager></Properties>"
        ),
        ("docProps/custom.xml", #"<Properties><property name="Auteur"><v>\#(author)</v></property></Properties>"#),
        ("customXml/item1.xml", "<documentManagement><DisplayName>\(author)</DisplayName></documentManagement>"),
    ]

    static func docx(_ more: [(String, String)] = []) -> TestArchive {
        TestArchive(
            [types("wordprocessingml.document")] + properties + [
                (
                    "word/document.xml",
                    """
                    <?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>\
                    <w:p><w:r><w:t>Protocole de l’été</w:t></w:r><w:r><w:tab/><w:t>A &lt; B &#233;</w:t></w:r></w:p>\
                    <w:p><w:del w:id="1" w:author="\(author)"><w:r><w:delText>Mme Lafitte</w:delText></w:r></w:del>\
                    </w:p></w:body></w:document>
                    """
                ),
                (
                    "word/comments.xml",
                    """
                    <w:comments xmlns:w="w"><w:comment w:id="0" w:author='\(author)' w:initials="\(initials)"><w:p>\
                    <w:r>\
                    <w:t>À relire</w:t></w:r></w:p></w:comment></w:comments>
                    """
                ),
                (
                    "word/people.xml",
                    #"<w15:people><w15:person w15:author="\#(author)"><w15:presenceInfo w15:userId="\#(author)"/>"#
                        + "</w15:person></w15:people>"
                ),
                (
                    "word/_rels/settings.xml.rels",
                    #"<Relationships><Relationship Id="r1" Target="file:///C:/\#(author)/a.dotm"/></Relationships>"#
                ),
            ] + more)
    }

    static func xlsx() -> TestArchive {
        TestArchive(
            [types("spreadsheetml.sheet")] + properties + [
                (
                    "xl/workbook.xml",
                    #"<workbook><fileSharing userName="\#(author)"/><x15ac:absPath url="C:\\#(author)\"/></workbook>"#
                ),
                ("xl/sharedStrings.xml", "<sst><si><t>Chambre</t></si><si><r><t>Mois</t></r></si></sst>"),
                (
                    "xl/worksheets/sheet1.xml",
                    """
                    <worksheet><sheetData><row><c t="s"><v>0</v></c><c><v>214</v></c></row>\
                    <row><c t="inlineStr"><is><t>Écrit ici</t></is></c></row></sheetData></worksheet>
                    """
                ),
                (
                    "xl/comments1.xml",
                    """
                    <comments><authors><author>\(author)</author></authors><commentList><comment authorId="0"><text>\
                    <t>Vu</t></text></comment></commentList></comments>
                    """
                ),
                ("xl/persons/person.xml", #"<personList><person displayName="\#(author)" userId="1"/></personList>"#),
            ])
    }

    static func pptx() -> TestArchive {
        TestArchive(
            [types("presentationml.presentation")] + properties + [
                ("ppt/slides/slide10.xml", "<p:sld><a:p><a:r><a:t>Dix</a:t></a:r></a:p></p:sld>"),
                ("ppt/slides/slide9.xml", "<p:sld><a:p><a:r><a:t>Neuf</a:t></a:r></a:p></p:sld>"),
                ("ppt/notesSlides/notesSlide1.xml", "<p:notes><a:p><a:r><a:t>À dire</a:t></a:r></a:p></p:notes>"),
                (
                    "ppt/commentAuthors.xml",
                    #"<p:cmAuthorLst><p:cmAuthor id="0" name="\#(author)" initials="\#(initials)"/></p:cmAuthorLst>"#
                ),
            ])
    }

    /// - Parameter kind: `text`, `spreadsheet` or `presentation`.
    static func openDocument(_ kind: String = "text", _ more: [(String, String)] = []) -> TestArchive {
        TestArchive(
            [
                ("mimetype", "application/vnd.oasis.opendocument.\(kind)"),
                (
                    "meta.xml",
                    """
                    <?xml version="1.0" encoding="UTF-8"?><office:document-meta><office:meta>\
                    <dc:title>Chutes &amp; nuit</dc:title><meta:initial-creator>\(author)</meta:initial-creator>\
                    <dc:creator>\(author)</dc:creator><meta:user-defined meta:name="Lieu">\(company)\
                    </meta:user-defined></office:meta></office:document-meta>
                    """
                ),
                (
                    "content.xml",
                    """
                    <?xml version="1.0" encoding="UTF-8"?><office:document-content><number:text>/</number:text>\
                    <office:body><text:h>Protocole</text:h><text:p>Deux<text:s text:c="2"/>mots<text:tab/>fin\
                    <office:annotation><dc:creator>\(author)</dc:creator><meta:creator-initials>\(initials)\
                    </meta:creator-initials><text:p>À relire</text:p></office:annotation>et plus</text:p></office:body>\
                    </office:document-content>
                    """
                ),
                (
                    "styles.xml",
                    "<office:document-styles><text:p>En-tête</text:p></office:document-styles>"
                ),
                ("META-INF/manifest.xml", "<manifest:manifest/>"),
            ] + more)
    }
}
