import Foundation

/// Pictures made by libvips for a test.
enum TestPicture {
    /// What a camera writes beside the pixels.
    static let secrets = ["44.8378", "Hélène", "secret comment", "Canon"]

    /// A picture whose left half is black and right half white, encoded as the ending says.
    static func made(_ ending: String, width: Int = 80, height: Int = 40, transparent: Bool = false) async throws
        -> [UInt8]
    {
        let script = """
            set -eu
            vips black black.v $1 $2 --bands 3
            vips linear black.v white.v 1 255 --uchar
            vips join black.v white.v plain.v horizontal
            vips copy plain.v opaque.v --interpretation srgb
            vips bandjoin_const opaque.v transparent.v 128
            vips copy $3.v out.$4
            """
        let shown = transparent ? "transparent" : "opaque"
        return try await DocumentsTests.made(
            "out.\(ending)", by: ["sh", "-c", script, "sh", "\(width / 2)", "\(height)", shown, ending])
    }

    /// The values of one pixel, one a band.
    static func pixel(_ x: Int, _ y: Int, of picture: [UInt8]) async throws -> [Int] {
        let script = "vips getpoint in \(x) \(y) > out"
        let printed = try await DocumentsTests.made("out", from: ["in": picture], by: ["sh", "-c", script])
        return String(decoding: printed, as: UTF8.self).split(separator: " ").compactMap { Double($0).map { Int($0) } }
    }

    /// A JPEG with what a camera and a program write in it: EXIF turned by 90°, with a place; XMP; a comment.
    static func withMetadata(_ jpeg: [UInt8]) -> [UInt8] {
        let exif = Array("Exif\0\0".utf8) + turnedWithPlace
        let xmp = Array("http://ns.adobe.com/xap/1.0/\0<dc:creator>Hélène</dc:creator>".utf8)
        return Array(jpeg[..<2]) + segment(0xE1, exif) + segment(0xE1, xmp)
            + segment(0xFE, Array("secret comment".utf8)) + Array(jpeg[2...])
    }

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    }

    /// A TIFF directory: make, orientation 6 (turn to the right), and a place, written as text so that it can be found.
    private static var turnedWithPlace: [UInt8] {
        var bytes: [UInt8] = Array("MM".utf8) + [0, 42, 0, 0, 0, 8]
        let gps = 8 + 2 + 3 * 12 + 4
        let texts = gps + 2 + 12 + 4
        bytes += [0, 3]
        bytes += field(0x010F, type: 2, count: 6, value: UInt32(texts))  // make
        bytes += field(0x0112, type: 3, count: 1, value: 6 << 16)  // orientation
        bytes += field(0x8825, type: 4, count: 1, value: UInt32(gps))
        bytes += [0, 0, 0, 0]
        bytes += [0, 1] + field(0x001D, type: 2, count: 8, value: UInt32(texts + 6)) + [0, 0, 0, 0]
        return bytes + Array("Canon\0".utf8) + Array("44.8378\0".utf8)
    }

    private static func field(_ tag: UInt16, type: UInt16, count: UInt32, value: UInt32) -> [UInt8] {
        big(UInt32(tag) << 16 | UInt32(type)) + big(count) + big(value)
    }

    private static func big(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.bigEndian, Array.init) }

    /// A PNG or a WebP in which a program wrote a name.
    static func withText(_ picture: [UInt8]) -> [UInt8] {
        if picture.starts(with: [0x89]) {
            let chunk = Array("tEXtAuthor\0Hélène".utf8)
            return Array(picture[..<33]) + big(UInt32(chunk.count - 4)) + chunk + checksum(chunk) + picture[33...]
        }
        let text = Array("<dc:creator>Hélène</dc:creator>".utf8) + [0]
        let chunk = Array("XMP ".utf8) + big(UInt32(text.count)).reversed() + text
        let size = big(UInt32(picture.count + chunk.count - 8)).reversed()
        return Array(picture[..<4]) + size + picture[8...] + chunk
    }
}

extension [UInt8] {
    /// Whether the text stands in these bytes, in UTF-8, Latin-1 or UTF-16.
    func holds(_ text: String) -> Bool {
        let content = Data(self)
        return [String.Encoding.utf8, .isoLatin1, .utf16BigEndian, .utf16LittleEndian]
            .compactMap { text.data(using: $0) }
            .contains { content.range(of: $0) != nil }
    }
}
