/// What a camera or a program writes in a picture beside its pixels, taken out without touching these: for pictures
/// inside documents, whose layout depends on them.
enum PictureMetadata {
    /// The picture without EXIF, XMP, comments and thumbnails; its colour profile stays.
    /// - Returns: nil when the bytes are not JPEG, PNG, GIF or WebP.
    /// - Throws: `DocumentFault.damaged` where its structure is broken; `holdsFiles` for a picture of another kind,
    ///   which may name its author all the same.
    static func removed(from bytes: [UInt8]) throws -> [UInt8]? {
        let content = FileContent(bytes: bytes)
        if content.has([0xFF, 0xD8, 0xFF]) { return try JPEGSegments(bytes: bytes).withoutMetadata() }
        if content.has([0x89, 0x50, 0x4E, 0x47]) { return try pngWithoutMetadata(bytes) }
        if content.has(Array("RIFF".utf8)), content.has(Array("WEBP".utf8), at: 8) {
            return try webPWithoutMetadata(bytes)
        }
        let tiff: [[UInt8]] = [[0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A]]
        if tiff.contains(where: { content.has($0) }) || content.has(Array("ftyp".utf8), at: 4) {
            throw DocumentFault.holdsFiles
        }
        return nil
    }

    /// Keeps the chunks that say how the picture looks (PNG, third edition, § 11).
    private static func pngWithoutMetadata(_ bytes: [UInt8]) throws -> [UInt8] {
        var kept = Array(bytes[..<8])
        var position = 8
        while position < bytes.count {
            guard position + 12 <= bytes.count else { throw DocumentFault.damaged }
            let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = position + 12 + length
            guard end <= bytes.count else { throw DocumentFault.damaged }
            let name = String(decoding: bytes[position + 4..<position + 8], as: UTF8.self)
            if lookingChunks.contains(name) { kept += bytes[position..<end] }
            if name == "IEND" { return kept }
            position = end
        }
        throw DocumentFault.damaged
    }

    private static let lookingChunks: Set = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "hIST", "pHYs",
        "acTL", "fcTL", "fdAT",
    ]

    /// Leaves out the chunks `EXIF` and `XMP `, and the flags that announce them (WebP, RFC 9649, § 2.7).
    private static func webPWithoutMetadata(_ bytes: [UInt8]) throws -> [UInt8] {
        var chunks: [UInt8] = []
        var position = 12
        while position + 8 <= bytes.count {
            let length = bytes[position + 4..<position + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
            let end = position + 8 + length + length % 2
            guard end <= bytes.count else { throw DocumentFault.damaged }
            let name = String(decoding: bytes[position..<position + 4], as: UTF8.self)
            if ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"].contains(name) {
                let start = chunks.count
                chunks += bytes[position..<end]
                if name == "VP8X", length > 0 { chunks[start + 8] &= ~0b0000_1100 }
            }
            position = end
        }
        let size = chunks.count + 4
        return Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } + Array("WEBP".utf8)
            + chunks
    }
}

/// A JPEG as its segments, of which only those that say how it looks are kept (ITU-T T.81, annex B).
private struct JPEGSegments {
    let bytes: [UInt8]

    func withoutMetadata() throws -> [UInt8] {
        var kept: [UInt8] = [0xFF, 0xD8]
        var position = 2
        while position + 4 <= bytes.count {
            guard bytes[position] == 0xFF else { throw DocumentFault.damaged }
            let marker = bytes[position + 1]
            if marker == 0xFF {  // padding
                position += 1
                continue
            }
            if marker == 0xD9 { break }
            let end = position + 2 + Int(bytes[position + 2]) << 8 + Int(bytes[position + 3])
            guard end <= bytes.count, end >= position + 4 else { throw DocumentFault.damaged }
            if saysHowItLooks(marker, bytes[position + 4..<end]) { kept += bytes[position..<end] }
            position = end
            if marker == 0xDA {
                let scan = endOfScan(from: end)
                kept += bytes[end..<scan]
                position = scan
            }
        }
        // Nothing after the end of the picture is kept: cameras put others there, with their own metadata.
        return kept + [0xFF, 0xD9]
    }

    private func saysHowItLooks(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> Bool {
        switch marker {
        case 0xE0: content.starts(with: "JFIF".utf8)
        case 0xE2: content.starts(with: "ICC_PROFILE".utf8)
        case 0xEE: content.starts(with: "Adobe".utf8)
        case 0xE1...0xEF, 0xFE: false
        default: true
        }
    }

    /// In a scan, FF stands before 00 or a restart marker; any other marker ends it.
    private func endOfScan(from start: Int) -> Int {
        var position = start
        while position + 1 < bytes.count {
            if bytes[position] == 0xFF {
                let next = bytes[position + 1]
                if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return position }
            }
            position += 1
        }
        return bytes.count
    }
}
