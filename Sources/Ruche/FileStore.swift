import Crypto
import Foundation

/// Files by their content: kept once, under the name of their hash.
package struct FileStore: Sendable {
    let folder: URL

    package init(folder: String) { self.folder = URL(fileURLWithPath: folder, isDirectory: true) }

    /// The disk did not take a file; nothing of it is kept.
    package struct NotKept: Error {
        package let cause: any Error
    }

    /// Keeps the bytes, and gives the name to find them by. A file that is already there is not written again.
    /// - Throws: `NotKept`.
    package func keep(_ bytes: [UInt8]) throws -> String {
        let hash = SHA256.hash(data: Data(bytes)).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
            .joined()
        let file = path(of: hash)
        if FileManager.default.fileExists(atPath: file.path) { return hash }
        do {
            try write(bytes, to: file)
        } catch {
            throw NotKept(cause: error)
        }
        return hash
    }

    private func write(_ bytes: [UInt8], to file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        // Written beside, then renamed: nobody ever reads half a file.
        try Data(bytes).write(to: file, options: .atomic)
        for path in [file.path, file.deletingLastPathComponent().path] { try Self.dateAtHour(path) }
    }

    /// To the hour, like all that is published without a name.
    private static func dateAtHour(_ path: String) throws {
        let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        guard let seconds = date?.timeIntervalSince1970 else { return }
        let hour = Date(timeIntervalSince1970: (seconds / 3_600).rounded(.down) * 3_600)
        try FileManager.default.setAttributes([.modificationDate: hour], ofItemAtPath: path)
    }

    package func read(_ hash: String) throws -> [UInt8] {
        guard let bytes = try find(hash) else { throw Refusal.notFound }
        return bytes
    }

    /// Nil when there is no such file; a disk that cannot give one that is there is a fault.
    package func find(_ hash: String) throws -> [UInt8]? {
        guard hash.count == 64, hash.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) })
        else { return nil }
        do {
            return [UInt8](try Data(contentsOf: path(of: hash)))
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
            return nil
        }
    }

    /// Takes a file away, when nothing uses it any more.
    package func remove(_ hash: String) throws {
        let file = path(of: hash)
        if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
    }

    /// Where every file stands.
    package var paths: [String] {
        guard let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        return found.compactMap { ($0 as? URL).flatMap { $0.hasDirectoryPath ? nil : $0.path } }.sorted()
    }

    private func path(of hash: String) -> URL { folder.appending(path: "\(hash.prefix(2))/\(hash)") }
}
