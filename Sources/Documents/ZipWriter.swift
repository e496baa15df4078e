/// A ZIP archive being written, without dates, comments or fields of its own: nothing in it tells who packed it.
package struct ZipWriter {
    private(set) var bytes: [UInt8] = []
    package init() {}
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds an entry of another archive as it stands there, compressed.
    mutating func copy(_ entry: ZipArchive.Entry, of archive: ZipArchive) {
        add(
            entry.name, packed: archive.bytes[entry.content], isDeflated: entry.isDeflated, checksum: entry.checksum,
            size: entry.size)
    }

    /// Adds an entry, compressed.
    package mutating func add(_ name: String, _ content: [UInt8]) throws {
        add(
            name, packed: try Deflate.deflated(content)[...], isDeflated: true, checksum: Deflate.checksum(content),
            size: content.count)
    }

    /// Adds an entry as it is.
    mutating func store(_ name: String, _ content: [UInt8]) {
        add(
            name, packed: content[...], isDeflated: false, checksum: Deflate.checksum(content), size: content.count)
    }

    /// The whole archive.
    package func finished() -> [UInt8] {
        var end: [UInt8] = []
        end.append(0x0605_4B50, width: 4)
        end.append(0, width: 4)
        end.append(count, width: 2)
        end.append(count, width: 2)
        end.append(directory.count, width: 4)
        end.append(bytes.count, width: 4)
        end.append(0, width: 2)
        return bytes + directory + end
    }

    private mutating func add(
        _ name: String, packed: ArraySlice<UInt8>, isDeflated: Bool, checksum: UInt32, size: Int
    ) {
        let local = bytes.count
        var facts: [UInt8] = []
        facts.append(20, width: 2)  // the version of ZIP that a reader needs: 2.0
        facts.append(name.utf8.allSatisfy { $0 < 0x80 } ? 0 : 1 << 11, width: 2)  // the name is UTF-8
        facts.append(isDeflated ? 8 : 0, width: 2)
        facts.append(0x0021_0000, width: 4)  // 1 January 1980, the first day that ZIP can write
        facts.append(Int(checksum), width: 4)
        facts.append(packed.count, width: 4)
        facts.append(size, width: 4)
        facts.append(name.utf8.count, width: 2)
        facts.append(0, width: 2)

        bytes.append(0x0403_4B50, width: 4)
        bytes += facts
        bytes += name.utf8
        bytes += packed

        directory.append(0x0201_4B50, width: 4)
        directory.append(20, width: 2)
        directory += facts
        directory.append(0, width: 10)  // no comment, first volume, no attributes
        directory.append(local, width: 4)
        directory += name.utf8
        count += 1
    }
}

extension [UInt8] {
    /// Appends a number, its least byte first.
    fileprivate mutating func append(_ number: Int, width: Int) {
        for place in 0..<width { append(place < 8 ? UInt8(truncatingIfNeeded: number >> (8 * place)) : 0) }
    }
}
