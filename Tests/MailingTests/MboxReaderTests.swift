import Foundation
import Mailing
import Testing

/// Reads a whole file given in chunks of `size` bytes.
func messages(
    _ file: [UInt8], chunk size: Int = 7, offset: Int = 0, position: Int = 0, limit: Int = MboxReader.usualLimit,
) throws -> [RawMessage] {
    var rest = file[...]
    var reader = MboxReader(offset: offset, position: position, limit: limit) {
        defer { rest = rest.dropFirst(size) }
        return rest.isEmpty ? nil : Array(rest.prefix(size))
    }
    var messages: [RawMessage] = []
    while let message = try reader.next() { messages.append(message) }
    return messages
}

private func text(_ message: RawMessage) -> String { String(decoding: message.bytes, as: UTF8.self) }

private let small = """
    From claire at chu.example  Tue Mar  1 01:47:31 2005
    Subject: un

    Bonjour,

    From what I see, nobody answers.
    >From here on, a quoted line.
    >>From there, a line quoted twice.

    From paul@ehpad.example Wed Mar  2 08:00:00 2005
    Subject: deux

    Texte
    From lea at cabinet.example  Thu Mar  3 09:00:00 2005
    Subject: trois

    Fin sans retour
    """

@Suite("Mbox file")
struct MboxReaderTests {
    @Test("Only lines with a whole date open a message; the others are words", arguments: [1, 7, 64, 100_000])
    func splits(_ chunk: Int) throws {
        let read = try messages(Array(small.utf8), chunk: chunk)
        #expect(read.map(\.position) == [1, 2, 3])
        #expect(
            read.map(\.envelope?.address) == ["claire@chu.example", "paul@ehpad.example", "lea@cabinet.example"])
        #expect(
            text(read[0]) == """
                Subject: un

                Bonjour,

                From what I see, nobody answers.
                From here on, a quoted line.
                >From there, a line quoted twice.

                """)
        #expect(text(read[1]) == "Subject: deux\n\nTexte\n")
        #expect(text(read[2]) == "Subject: trois\n\nFin sans retour")
    }

    @Test("CRLF files are split the same")
    func crlf() throws {
        let read = try messages(mail(small))
        #expect(read.map(\.envelope?.receivedAt) == [1_109_641_651_000, 1_109_750_400_000, 1_109_840_400_000])
        #expect(text(read[1]) == "Subject: deux\r\n\r\nTexte\r\n")
    }

    @Test("An interrupted reading goes on at the end of the last message")
    func resumes() throws {
        let file = Array(("\u{FEFF}\n\n" + small).utf8)
        let all = try messages(file)
        for (index, message) in all.enumerated() {
            let rest = try messages(file, offset: message.end, position: message.position)
            #expect(rest.map(\.position) == all[(index + 1)...].map(\.position))
            #expect(rest.map(\.bytes) == all[(index + 1)...].map(\.bytes))
            #expect(rest.map(\.offset) == all[(index + 1)...].map(\.offset))
        }
        #expect(all.map(\.offset) == [5, all[0].end, all[1].end])
        #expect(all.last?.end == file.count)
    }

    @Test("A file is read from the disk, and resumed by seeking")
    func file() throws {
        let path = NSTemporaryDirectory() + "ruche-\(UUID().uuidString).mbox"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(small.utf8).write(to: URL(fileURLWithPath: path))
        var reader = try MboxReader(path: path)
        let first = try #require(try reader.next())
        var second = try MboxReader(path: path, offset: first.end, position: first.position)
        #expect(try second.next()?.envelope?.address == "paul@ehpad.example")
        #expect(throws: FileFailure.self) { try MboxReader(path: path + ".absent") }
    }

    @Test("An empty file has no message", arguments: ["", "\n", "\r\n\r\n", "\u{FEFF}"])
    func empty(_ file: String) throws { #expect(try messages(Array(file.utf8)).isEmpty) }

    @Test("A file without opening line is one bare message")
    func bare() throws {
        let read = try messages(Array("Subject: seul\n\nTexte\n".utf8))
        #expect(read.map(\.envelope) == [nil])
        #expect(read.map(text) == ["Subject: seul\n\nTexte\n"])
    }

    @Test("A message beyond the limit is passed over, and the next one read")
    func tooLarge() throws {
        let big = String(repeating: "mot ", count: 5_000).split(every: 70).joined(separator: "\n")
        let file = small + "\n\nFrom a@b.example Fri Mar  4 10:00:00 2005\nSubject: gros\n\n\(big)\n\n" + small
        let read = try messages(Array(file.utf8), chunk: 1000, limit: 4_000)
        #expect(read.map(\.isTooLarge) == [false, false, false, true, false, false, false])
        #expect(text(read[3]).hasPrefix("Subject: gros\n"))
        #expect(read.last?.end == file.utf8.count)
        let line =
            small + "\n\nFrom a@b.example Fri Mar  4 10:00:00 2005\nSubject: ligne\n\n"
            + String(repeating: "x", count: 50_000) + "\n\n" + small
        #expect(try messages(Array(line.utf8), chunk: 1000, limit: 4_000).map(\.isTooLarge).filter { $0 }.count == 1)
    }

    @Test("Content-Length is believed only when it leads to an opening line")
    func contentLength() throws {
        let inside = "Voici\n\nFrom x@y.example Fri Mar  4 10:00:00 2005\nSubject: cité\n\nbloc\n"
        func file(_ length: Int) -> [UInt8] {
            let first = "From a@b.example Fri Mar  4 10:00:00 2005\nContent-Length: \(length)\n\n\(inside)\n"
            return Array((first + small).utf8)
        }
        #expect(try messages(file(inside.utf8.count)).count == 4)
        #expect(try messages(file(inside.utf8.count + 3)).count == 5)
        #expect(try messages(file(999_999)).count == 5)
        #expect(try messages(file(-1)).count == 5)
    }

    @Test("NUL bytes and raw 8-bit bytes are bytes like others")
    func bytes() throws {
        let file = Array("From a@b.example Fri Mar  4 10:00:00 2005\nSubject: x\n\n".utf8) + [0, 0xE9, 0xFF, 0x0A]
        #expect(try messages(file).first?.bytes.suffix(4) == [0, 0xE9, 0xFF, 0x0A])
    }

    @Test(
        "Opening lines of many programs",
        arguments: [
            "From claire@chu.example  Tue Mar  1 01:47:31 2005", "From claire at chu.example  Tue Mar 1 01:47:31 2005",
            "From MAILER-DAEMON Tue Mar  1 01:47:31 2005", "From - Tue Mar 01 01:47:31 2005",
            "From 1500@xxx Tue Mar 01 01:47:31 +0000 2005", "From claire@chu.example Tue, 1 Mar 2005 02:47:31 +0100",
            "From claire@chu.example Tue Mar  1 01:47:31 GMT 2005",
        ])
    func openings(_ line: String) { #expect(EnvelopeLine(line)?.receivedAt == 1_109_641_651_000) }

    @Test(
        "Sentences that begin with From",
        arguments: [
            "From what I see", "From Monday to Tue Mar 1", "From claire@chu.example", "From Tue Mar  1 01:47:31 2005",
            "From the meeting of Tue Mar  1 01:47:31 2005 we keep", "From a@b Tue Feb 30 01:47:31 2005", "From ",
        ])
    func sentences(_ line: String) { #expect(EnvelopeLine(line) == nil) }
}

extension String {
    fileprivate func split(every count: Int) -> [Substring] {
        var rest = self[...]
        var parts: [Substring] = []
        while !rest.isEmpty {
            parts.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return parts
    }
}
