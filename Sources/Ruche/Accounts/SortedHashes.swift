import Crypto
import Foundation

/// A file of lines that begin with an upper-case SHA-1 hash, sorted: tens of gigabytes, asked by halving.
struct SortedHashes {
    private let file: FileHandle
    private let size: UInt64

    init(_ url: URL) throws {
        file = try FileHandle(forReadingFrom: url)
        size = try file.seekToEnd()
    }

    func contains(_ text: String) throws -> Bool {
        defer { try? file.close() }  // it was only read
        let wanted = Insecure.SHA1.hash(data: Data(text.utf8)).flatMap { [Self.digit($0 >> 4), Self.digit($0 & 15)] }
        // The line that begins at or before the middle is compared; what is sought begins within low..<high.
        var (low, high): (UInt64, UInt64) = (0, size)
        while low < high {
            let line = try line(around: (low + high) / 2)
            if line.hash == wanted { return true }
            if line.hash.lexicographicallyPrecedes(wanted) { low = line.end } else { high = line.start }
        }
        return false
    }

    /// 0…9, A…F
    private static func digit(_ half: UInt8) -> UInt8 { half < 10 ? 0x30 + half : 0x37 + half }

    /// A line is some fifty bytes; twice that on both sides holds one whole.
    private static let reach: UInt64 = 128

    private func line(around middle: UInt64) throws -> (hash: [UInt8], start: UInt64, end: UInt64) {
        let from = middle > Self.reach ? middle - Self.reach : 0
        try file.seek(toOffset: from)
        let bytes = [UInt8](try file.read(upToCount: Int(2 * Self.reach)) ?? Data())
        let position = Int(middle - from)
        let start = bytes[..<position].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[position...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        return (Array(bytes[start..<min(start + 40, end)]), from + UInt64(start), from + UInt64(end))
    }
}
