import Glibc

/// One message of an mbox file, still to be understood.
package struct RawMessage: Sendable {
    /// 1 for the first message of the file, whatever becomes of it.
    package let position: Int
    /// The byte where it begins (its `From ` line), counted in the decompressed file.
    package let offset: Int
    /// The byte after it: a reader that starts here with `position` already read finds the next one.
    package let end: Int
    /// Its opening line, when there is one: a file may also hold one bare message.
    package let envelope: EnvelopeLine?
    /// Header and body without the opening line, `>From ` undone. Only the beginning if `isTooLarge`.
    package let bytes: [UInt8]
    /// Beyond the reader's limit: passed over, so that one monstrous file stops nobody.
    package let isTooLarge: Bool
}

/// Reads an mbox file message after message, in as much memory as the largest one that is allowed.
///
/// A message begins at a `From ` line with a whole date that follows an empty line or the start of the file,
/// or that is followed by a header (pipermail forgets the empty line after an attachment): a sentence
/// of a body passes neither test. `Content-Length` is believed only if it leads exactly to such a line.
package struct MboxReader {
    package static let usualLimit = 30 << 20
    /// What is kept of a message beyond the limit: its header, so that the report can name it.
    private static let keptOfTooLarge = 64 << 10
    /// What is read at once from a file.
    private static let chunkSize = 256 << 10

    private let nextChunk: () throws -> [UInt8]?
    private let limit: Int
    private var buffer: [UInt8] = []
    /// Where `buffer` begins in the file.
    private var base: Int
    /// Where the message now read begins in `buffer`.
    private var start = 0
    private var position: Int
    private var toSkip: Int
    private var isEnded = false

    /// - Parameters:
    ///   - offset: `end` of the last message already treated, to go on after an interruption; else 0.
    ///   - position: `position` of that message; else 0.
    ///   - limit: bytes from which a message is passed over.
    ///   - nextChunk: the next bytes of the decompressed file from its very beginning, `nil` at its end.
    package init(
        offset: Int = 0, position: Int = 0, limit: Int = usualLimit, nextChunk: @escaping () throws -> [UInt8]?,
    ) {
        (self.nextChunk, self.limit, self.position) = (nextChunk, limit, position)
        (base, toSkip) = (offset, offset)
    }

    /// Reads a file that is not compressed; an interrupted import starts at `offset` without reading what comes before.
    /// - Throws: `FileFailure` when the file cannot be opened or read.
    package init(path: String, offset: Int = 0, position: Int = 0, limit: Int = usualLimit) throws {
        let file = try OpenFile(path, offset: offset)
        self.init(offset: offset, position: position, limit: limit) { try file.read(Self.chunkSize) }
        toSkip = 0
    }

    /// The next message, `nil` at the end of the file.
    package mutating func next() throws -> RawMessage? {
        guard try findStart() else { return nil }
        var scan = start
        var wasEmpty = true
        var isFirst = true
        var dropped = 0
        var kept: [UInt8]?
        while let lineEnd = try endOfLine(from: scan) {
            if !isFirst, isFrom(at: scan), try isOpening(scan, afterEmptyLine: wasEmpty) {
                scan = try endByContentLength(beyond: scan) ?? scan
                break
            }
            wasEmpty = isEmptyLine(scan, lineEnd)
            isFirst = false
            scan = lineEnd
            if scan - start > limit {
                if kept == nil { kept = Array(buffer[start..<min(start + Self.keptOfTooLarge, scan)]) }
                dropped += scan - start
                base += scan - start
                buffer.removeSubrange(start..<scan)
                scan = start
            }
        }
        position += 1
        let message = message(
            kept ?? Array(buffer[start..<scan]), offset: base + start - dropped, end: base + scan, kept != nil)
        start = scan
        return message
    }

    private func message(_ raw: [UInt8], offset: Int, end: Int, _ isTooLarge: Bool) -> RawMessage {
        var lines = raw[...]
        var envelope: EnvelopeLine?
        if lines.starts(with: fromMark) {
            let lineEnd = lines.firstIndex(of: 0x0A).map { $0 + 1 } ?? lines.endIndex
            envelope = EnvelopeLine(String(decoding: lines[..<lineEnd], as: UTF8.self))
            if envelope != nil { lines = lines[lineEnd...] }
        }
        return RawMessage(
            position: position, offset: offset, end: end, envelope: envelope, bytes: unescaped(lines),
            isTooLarge: isTooLarge,
        )
    }

    /// Passes the byte-order mark and the empty lines before the first message. False at the end of the file.
    private mutating func findStart() throws -> Bool {
        if start > 4 * Self.chunkSize || start == buffer.count {
            base += start
            buffer.removeSubrange(..<start)
            start = 0
        }
        if base + start == 0, try fill(upTo: 3), buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        while try fill(upTo: start + 1) {
            guard buffer[start] == 0x0A || buffer[start] == 0x0D else { return true }
            start += 1
        }
        return false
    }

    /// Whether the line at `index`, which begins with "From ", opens a message.
    private mutating func isOpening(_ index: Int, afterEmptyLine: Bool) throws -> Bool {
        guard let lineEnd = try endOfLine(from: index), lineEnd - index < 500,
            EnvelopeLine(String(decoding: buffer[index..<lineEnd], as: UTF8.self)) != nil
        else { return false }
        guard let next = try endOfLine(from: lineEnd), !isEmptyLine(lineEnd, next) else { return afterEmptyLine }
        let line = buffer[lineEnd..<next]
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return line.starts(with: escapedFromMark) }
        return colon > lineEnd && line[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
            || line.starts(with: escapedFromMark)
    }

    /// Where the message ends if its header says so and a `From ` line, or the end of the file, is really there.
    private mutating func endByContentLength(beyond index: Int) throws -> Int? {
        guard let (length, body) = contentLength(before: index), length <= limit, body + length > index else {
            return nil
        }
        var end = body + length
        for _ in 0..<4 where try fill(upTo: end + 1) {
            guard buffer[end] == 0x0A || buffer[end] == 0x0D else { break }
            end += 1
        }
        guard try fill(upTo: end + 1) else { return end == buffer.count ? end : nil }
        guard buffer[end - 1] == 0x0A, isFrom(at: end), try isOpening(end, afterEmptyLine: true) else { return nil }
        return end
    }

    private func contentLength(before index: Int) -> (length: Int, body: Int)? {
        var length: Int?
        var line = start
        while line < index, let feed = buffer[line..<index].firstIndex(of: 0x0A) {
            if isEmptyLine(line, feed + 1) { return length.map { ($0, feed + 1) } }
            let text = buffer[line..<min(feed, line + 60)]
            if text.count > 15, text.prefix(15).elementsEqual(contentLengthMark, by: { $0 | 0x20 == $1 | 0x20 }) {
                length = Int(String(decoding: text.dropFirst(15), as: UTF8.self).filter { !$0.isWhitespace })
            }
            line = feed + 1
        }
        return nil
    }

    /// The index after the line that begins at `index`, `nil` when nothing is left there.
    /// A line without end is cut at the limit: its message is too large anyway.
    private mutating func endOfLine(from index: Int) throws -> Int? {
        var searched = index
        while true {
            if let feed = lineFeed(from: searched) { return feed + 1 }
            if buffer.count - index > limit { return buffer.count }
            searched = buffer.count
            guard try fill(upTo: buffer.count + 1) else { return buffer.count > index ? buffer.count : nil }
        }
    }

    private func lineFeed(from index: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard index < bytes.count, let address = bytes.baseAddress,
                let found = memchr(address + index, 0x0A, bytes.count - index)
            else { return nil }
            return address.distance(to: UnsafeRawPointer(found))
        }
    }

    private func isFrom(at index: Int) -> Bool {
        index + fromMark.count <= buffer.count && buffer[index] == fromMark[0]
            && buffer[index...].starts(with: fromMark)
    }

    private func isEmptyLine(_ from: Int, _ to: Int) -> Bool {
        buffer[from..<to].allSatisfy { $0 == 0x0A || $0 == 0x0D }
    }

    /// Reads until `count` bytes are in the buffer. False when the file ends before.
    private mutating func fill(upTo count: Int) throws -> Bool {
        while buffer.count < count, !isEnded {
            guard let chunk = try nextChunk() else {
                isEnded = true
                break
            }
            let skipped = min(toSkip, chunk.count)
            toSkip -= skipped
            buffer.append(contentsOf: chunk[skipped...])
        }
        return buffer.count >= count
    }
}

/// Removes the ">" that the archive put before "From " (mboxrd), and the empty line that it put after the message.
private func unescaped(_ lines: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(lines.count)
    var copied = lines.startIndex
    var line = lines.startIndex
    while line < lines.endIndex {
        if lines[line] == UInt8(ascii: ">") {
            let word = lines[line...].drop { $0 == UInt8(ascii: ">") }
            if word.starts(with: fromMark) {
                result.append(contentsOf: lines[copied..<line])
                copied = line + 1
            }
        }
        line = lines[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? lines.endIndex
    }
    result.append(contentsOf: lines[copied...])
    if result.suffix(4) == [0x0D, 0x0A, 0x0D, 0x0A] {
        result.removeLast(2)
    } else if result.suffix(2) == [0x0A, 0x0A] {
        result.removeLast()
    }
    return result
}

private let fromMark = Array("From ".utf8)
private let escapedFromMark = Array(">From ".utf8)
private let contentLengthMark = Array("content-length:".utf8)
