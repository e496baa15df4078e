import Foundation
import Mailing
import Testing

/// Real material kept beside the checkout; these tests say so and are skipped where it is absent.
private enum Shared {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("../shared/data").standardizedFileURL

    static var isHere: Bool { FileManager.default.fileExists(atPath: folder.path) }
    static let absent: Comment = "needs the archives of ../shared/data"

    static func files(under names: [String], except endings: [String] = []) -> [String] {
        names.flatMap { name -> [String] in
            let root = folder.appendingPathComponent(name).path
            return (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).sorted()
                .map { "\(root)/\($0)" }
        }.filter { path in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue && !endings.contains { path.hasSuffix($0) }
        }
    }

    /// What `gzip` makes of a file, in chunks.
    static func decompressed(_ path: String) throws -> () -> [UInt8]? {
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", path]
        let pipe = Pipe()
        gzip.standardOutput = pipe
        try gzip.run()
        return {
            let data = pipe.fileHandleForReading.readData(ofLength: 1 << 18)
            return data.isEmpty ? nil : Array(data)
        }
    }
}

@Suite("Real archives", .enabled(if: Shared.isHere, Shared.absent))
struct ArchiveTests {
    /// Reads everything that a reader gives, and accounts for it.
    private func account(_ reader: MboxReader) throws -> (
        read: [ListMessage], refused: [ListMessage.Refusal], bytes: Int
    ) {
        var reader = reader
        var (read, refused, end) = ([ListMessage](), [ListMessage.Refusal](), 0)
        while let raw = try reader.next() {
            end = raw.end
            do throws(ListMessage.Refusal) {
                read.append(try ListMessage(raw))
            } catch {
                refused.append(error)
            }
        }
        return (read, refused, end)
    }

    @Test("Three years of a professional list: each message read, dated and placed")
    func twistedWeb() throws {
        let chunks = try Shared.decompressed(Shared.folder.path + "/archives/twisted-web-2004-2006.mbox.gz")
        let (read, refused, _) = try account(MboxReader(nextChunk: chunks))
        #expect(read.count == 3149 && refused.isEmpty)
        #expect(read.allSatisfy { $0.sentAt != nil && $0.author.address != nil })
        let years = Set(read.compactMap { $0.sentAt.map { $0 / (86_400_000 * 365) + 1970 } })
        #expect(years.isSubset(of: [2003, 2004, 2005, 2006, 2007]))
        let places = ThreadBuilder().places(of: read.map { ThreadBuilder.Entry($0) })
        #expect(places.count == Set(read.map(\.id)).count)
        #expect(ThreadBuilder().places(of: read.reversed().map { ThreadBuilder.Entry($0) }) == places)
        var addresses = SharedAddresses()
        for message in read { addresses.note(message.author) }
        #expect(addresses.isShared("twisted-web@twistedmatrix.com"))
    }

    @Test(
        "Every mbox file is read to its last byte",
        arguments: Shared.files(under: [
            "archives/pipermail-months", "archives/wire-formats/mbox", "archives/wire-formats/hyperkitty",
        ]))
    func mboxFiles(_ path: String) throws {
        let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
        let (read, refused, bytes) = try account(MboxReader(path: path))
        #expect(!read.isEmpty && refused.isEmpty && bytes == size)
    }

    @Test("Hard messages never stop the reading, and each is accounted for")
    func hardMessages() throws {
        let files = Shared.files(
            under: ["mime", "email-replies"], except: [".json", ".jsonl", ".xml", ".out", ".html", ".txt.md"])
        var (read, refused) = (0, 0)
        for path in files {
            let result = try account(MboxReader(path: path))
            (read, refused) = (read + result.read.count, refused + result.refused.count)
            #expect(!result.read.isEmpty || !result.refused.isEmpty || result.bytes == 0, "\(path)")
            for message in result.read where !message.text.allSatisfy(\.isWhitespace) {
                #expect(!QuotedText(message.text).visible.isEmpty, "\(path)")
                #expect(!maskAddresses(message.author.name ?? "").contains(".example@"), "\(path)")
            }
        }
        #expect(files.count > 400 && read > 350, "\(read) read, \(refused) refused of \(files.count) files")
    }

    @Test("Replies of many mail programs: no word of an author is lost, most quotations are folded")
    func replies() throws {
        let lines = try String(
            contentsOf: Shared.folder.appendingPathComponent("email-replies/expected.jsonl"), encoding: .utf8
        )
        .split(separator: "\n")
        var (checked, exact) = (0, 0)
        for line in lines {
            let expectation = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            guard expectation["kind"] as? String == "text", let expected = expectation["visible"] as? String,
                let file = expectation["file"] as? String
            else { continue }
            let body = try String(
                contentsOf: Shared.folder.appendingPathComponent("email-replies/\(file)"), encoding: .utf8)
            let visible = words(QuotedText(body.replacing("\r\n", with: "\n")).visible)
            checked += 1
            if visible == words(expected) { exact += 1 }
            #expect(visible.utf8.count >= words(expected).utf8.count - 31, "\(file) lost words")
        }
        #expect(checked >= 60 && exact >= 52, "\(exact) of \(checked)")
    }

    private func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
