/// A ZIP archive in memory, as far as office documents use it: stored or deflated entries, less than 4 GB, one volume
/// (PKWARE's APPNOTE 6.3, § 4.3).
///
/// What the archive says of itself is checked against its bytes: an entry that lies outside or on another one, or a
/// name that stands twice, is damage, since two readers would not see the same document.
struct ZipArchive {
    struct Entry {
        let name: String
        let isLocked: Bool
        let isDeflated: Bool
        let checksum: UInt32
        let size: Int
        /// Where its compressed bytes stand in the archive.
        let content: Range<Int>
    }

    static let entriesAtMost = 5_000

    let bytes: [UInt8]
    let entries: [Entry]

    /// - Throws: `DocumentFault`.
    init(bytes: [UInt8]) throws {
        self.bytes = bytes
        entries = try ZipDirectory(bytes: bytes).entries()
    }

    func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

    /// The content of an entry.
    /// - Parameter limit: in bytes; nothing past it is kept in memory.
    /// - Throws: `DocumentFault`.
    func content(of entry: Entry, atMost limit: Int) throws -> [UInt8] {
        guard !entry.isLocked else { throw DocumentFault.locked }
        guard entry.size <= limit else { throw DocumentFault.tooLarge }
        let packed = bytes[entry.content]
        let content = entry.isDeflated ? try Deflate.inflated(packed, atMost: limit) : Array(packed)
        guard content.count == entry.size, Deflate.checksum(content) == entry.checksum else {
            throw DocumentFault.damaged
        }
        return content
    }
}

/// The table at the end of a ZIP archive, which says where its entries lie.
private struct ZipDirectory {
    let bytes: [UInt8]

    func entries() throws -> [ZipArchive.Entry] {
        let end = try endRecord()
        let count = try number(2, at: end + 10)
        guard count <= ZipArchive.entriesAtMost else { throw DocumentFault.tooLarge }
        var position = try number(4, at: end + 16)
        var entries: [ZipArchive.Entry] = []
        for _ in 0..<count {
            let (entry, next) = try entry(at: position, directory: end)
            entries.append(entry)
            position = next
        }
        try checkApart(entries)
        return entries
    }

    /// The end record stands last, before a comment of 65,535 bytes at most that fills the file.
    private func endRecord() throws -> Int {
        let size = 22
        guard bytes.count >= size else { throw DocumentFault.damaged }
        let first = max(0, bytes.count - size - 65_535)
        for position in stride(from: bytes.count - size, through: first, by: -1)
        where try number(4, at: position) == 0x0605_4B50 {
            if try number(2, at: position + 20) == bytes.count - position - size { return position }
        }
        throw DocumentFault.damaged
    }

    private func entry(at start: Int, directory end: Int) throws -> (ZipArchive.Entry, next: Int) {
        guard try number(4, at: start) == 0x0201_4B50 else { throw DocumentFault.damaged }
        let flags = try number(2, at: start + 8)
        let method = try number(2, at: start + 10)
        guard method == 0 || method == 8 else { throw DocumentFault.damaged }
        let packed = try number(4, at: start + 20)
        let nameLength = try number(2, at: start + 28)
        let asides = try number(2, at: start + 30) + number(2, at: start + 32)
        let local = try number(4, at: start + 42)
        guard try number(4, at: local) == 0x0403_4B50 else { throw DocumentFault.damaged }
        let content = try local + 30 + number(2, at: local + 26) + number(2, at: local + 28)
        guard start + 46 + nameLength <= bytes.count, content + packed <= end else { throw DocumentFault.damaged }
        let entry = ZipArchive.Entry(
            name: String(decoding: bytes[start + 46..<start + 46 + nameLength], as: UTF8.self),
            isLocked: flags & 1 != 0, isDeflated: method == 8, checksum: UInt32(try number(4, at: start + 16)),
            size: try number(4, at: start + 24), content: content..<content + packed)
        return (entry, start + 46 + nameLength + asides)
    }

    private func checkApart(_ entries: [ZipArchive.Entry]) throws {
        guard Set(entries.map { $0.name.lowercased() }).count == entries.count else { throw DocumentFault.damaged }
        var end = 0
        for entry in entries.sorted(by: { $0.content.lowerBound < $1.content.lowerBound }) {
            guard entry.content.lowerBound >= end else { throw DocumentFault.damaged }
            end = entry.content.upperBound
        }
    }

    /// A number of 2 or 4 bytes, the least first.
    private func number(_ width: Int, at position: Int) throws -> Int {
        guard position >= 0, position + width <= bytes.count else { throw DocumentFault.damaged }
        return (0..<width).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
}
