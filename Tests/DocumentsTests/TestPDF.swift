/// A PDF of one page written by hand, with an author everywhere that a program puts one.
enum TestPDF {
    static let author = "Helene Aubry"

    /// - Parameters:
    ///   - catalogue: what the first object says besides.
    ///   - picture: a JPEG shown on the page.
    static func pdf(catalogue: String = "", trailer: String = "", picture: [UInt8]? = nil) -> [UInt8] {
        let xmp = "<x:xmpmeta><dc:creator>\(author)</dc:creator></x:xmpmeta>"
        let page = "BT /F1 20 Tf 50 100 Td (Protocole de nuit) Tj ET"
        var objects: [[UInt8]] = [
            "<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R \(catalogue) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200.0000001] /Contents 4 0 R /Annots [7 0 R] /Resources \
            << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /P 8 0 R >> >> \
            /PieceInfo << /Word << /Private (\(author)) >> >> >>
            """,
            "<< /Length \(page.utf8.count) >>\nstream\n\(page)\nendstream",
            "<< /Type /Metadata /Subtype /XML /Length \(xmp.utf8.count) >>\nstream\n\(xmp)\nendstream",
            "<< /Title (Chutes) /Author (\(author)) /Creator (Word de \(author)) >>",
            "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (\(author)) /Contents (Vu) >>",
        ].map { Array($0.utf8) }
        if let picture {
            let facts = "<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 "
            let rest = "/ColorSpace /DeviceRGB /Filter /DCTDecode /Length \(picture.count) >>\nstream\n"
            objects.append(Array((facts + rest).utf8) + picture + Array("\nendstream".utf8))
        }
        return file(objects, trailer: trailer)
    }

    /// The PDF with its streams and objects in the open, by qpdf.
    static func uncompressed(_ pdf: [UInt8]) async throws -> [UInt8] {
        try await made("out.pdf", from: ["in.pdf": pdf], by: ["qpdf", "--qdf", "in.pdf", "out.pdf"])
    }

    /// The PDF behind a password.
    static func locked(_ pdf: [UInt8]) async throws -> [UInt8] {
        let command = ["qpdf", "--encrypt", "ouvrir", "tout", "256", "--", "in.pdf", "out.pdf"]
        return try await made("out.pdf", from: ["in.pdf": pdf], by: command)
    }

    private static func file(_ objects: [[UInt8]], trailer: String) -> [UInt8] {
        var bytes = Array("%PDF-1.7\n".utf8)
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(bytes.count)
            bytes += "\(index + 1) 0 obj\n".utf8
            bytes += object
            bytes += "\nendobj\n".utf8
        }
        let table = bytes.count
        bytes += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8
        for place in places {
            let digits = String(place)
            bytes += "\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8
        }
        bytes += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 6 0 R \(trailer) >>\n".utf8
        bytes += "startxref\n\(table)\n%%EOF\n".utf8
        return bytes
    }
}
