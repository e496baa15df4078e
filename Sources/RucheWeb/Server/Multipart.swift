import Foundation
import NIOCore

extension Form {
    /// A form that carries files (`multipart/form-data`).
    /// - Returns: nil when the body does not keep to its boundary.
    init?(multipart body: ByteBuffer, contentType: String) {
        // RFC 2046 allows seventy characters; a longer one would only make the search slow.
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count)
        else { return nil }
        self.init()
        let data = Data(body.readableBytesView)
        let mark = Data("--\(boundary)".utf8)
        guard var part = data.range(of: mark) else { return nil }
        while let next = data.range(of: mark, in: part.upperBound..<data.endIndex) {
            read(data[part.upperBound..<next.lowerBound])
            part = next
        }
        guard data[part.upperBound...].starts(with: Data("--".utf8)) else { return nil }
    }

    private mutating func read(_ part: Data) {
        guard let gap = part.range(of: Data("\r\n\r\n".utf8)) else { return }
        let head = String(decoding: part[part.startIndex..<gap.lowerBound], as: UTF8.self)
        var content = part[gap.upperBound...]
        if content.suffix(2) == Data("\r\n".utf8) { content = content.dropLast(2) }
        var disposition = ""
        var type = "application/octet-stream"
        for line in head.split(whereSeparator: \.isNewline) {
            let lower = line.lowercased()
            if lower.hasPrefix("content-disposition:") { disposition = String(line) }
            if lower.hasPrefix("content-type:") {
                type = line.dropFirst("content-type:".count).trimmingCharacters(in: .whitespaces)
            }
        }
        guard let name = Self.parameter("name", of: disposition) else { return }
        if let fileName = Self.parameter("filename", of: disposition) {
            // A field where no file was chosen has neither name nor content.
            if !content.isEmpty || !fileName.isEmpty {
                add(File(name: fileName, type: type, bytes: ByteBuffer(bytes: content)), for: name)
            }
        } else {
            add(String(decoding: content.filter { $0 != 0 && $0 != 0x0D }, as: UTF8.self), for: name)
        }
    }

    /// `form-data; name="fichier"; filename="a.mbox"` → the value of one parameter.
    private static func parameter(_ name: String, of header: String) -> String? {
        for piece in pieces(of: header) {
            let halves = piece.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, let key = halves.first, let value = halves.last,
                key.trimmingCharacters(in: .whitespaces).lowercased() == name
            else { continue }
            // Browsers write a quote inside a name as %22 (HTML, "multipart/form-data encoding algorithm").
            return value.trimmingCharacters(in: .whitespaces).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
                .replacing("%22", with: "\"")
        }
        return nil
    }

    /// Cut at each `;` that stands outside of quotes.
    private static func pieces(of header: String) -> [Substring] {
        var isQuoted = false
        return header.split { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ";" && !isQuoted
        }
    }
}
