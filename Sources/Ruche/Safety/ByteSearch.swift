import Documents
import Foundation

/// Looks for the traces of an erased text in files, from their first byte to their last, used or free.
///
/// It is done by another process. A process that closes a file, however it had opened it, loses every lock that it holds
/// on it: were the files of a database that is in use read here, the next program that leaves it would find it free, and
/// take away the journal of what was written last.
package struct ByteSearch: Codable, Sendable {
    private let paths: [String]
    private let base: UInt64
    private let marks: Set<TextTraces.Mark>

    /// The command of the program that searches: hidden, since only the program itself gives it something to do.
    package static let command = "search-bytes"

    struct Found: Codable, Sendable {
        /// All that were read.
        var bytes: Int64 = 0
        var leftovers: [PurgeProof.Leftover] = []
    }

    init(in paths: [String], base: UInt64, marks: Set<TextTraces.Mark>) {
        (self.paths, self.base, self.marks) = (paths, base, marks)
    }

    func inAnotherProcess() async throws -> Found {
        if paths.isEmpty { return Found() }
        return try JSONText.decode(try await OwnProgram.answer(of: Self.command, to: JSONText.encode(self)))
    }

    /// What that process does.
    /// - Parameter search: as `inAnotherProcess` wrote it.
    /// - Returns: what was found, for it to read.
    package static func answer(to search: String) throws -> String {
        let search = try JSONText.decode(search) as ByteSearch
        return try JSONText.encode(try search.found())
    }

    private func found() throws -> Found {
        var all = Found()
        let finder = TraceFinder(marks, base: base)
        for path in paths {
            guard let file = FileHandle(forReadingAtPath: path) else { continue }
            defer { try? file.close() }  // closing what was only read loses nothing
            var found: Set<TextTraces.Mark> = []
            var overlap = Data()
            while let piece = try file.read(upToCount: 1 << 22), !piece.isEmpty {
                all.bytes += Int64(piece.count)
                let bytes = overlap + piece
                bytes.withUnsafeBytes { found.formUnion(finder.found(in: $0.bindMemory(to: UInt8.self))) }
                overlap = bytes.suffix(TextTraces.passageLength)
            }
            if !found.isEmpty {
                all.leftovers.append(.init(file: URL(fileURLWithPath: path).lastPathComponent, traces: found.count))
            }
        }
        return all
    }
}
