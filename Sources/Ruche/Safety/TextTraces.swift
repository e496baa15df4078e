import Persistence

/// What an erased text would leave behind, as numbers: enough to look for it, not to read it again.
///
/// A trace is the rolling sum of a few bytes, in arithmetic of 64 bits, by a base drawn by chance for each erasing.
struct TextTraces: Codable, Sendable, Equatable {
    let base: UInt64
    let marks: Set<Mark>
    /// Files, by their hash, that no post shows any more.
    let files: [String]

    struct Mark: Codable, Sendable, Hashable {
        let length: Int
        let sum: UInt64
        /// Pieces of a passage would tell; a word alone is a trace only where nothing else says it.
        let isPassage: Bool
    }

    /// Of a passage and of a word, in bytes.
    static let (passageLength, wordLength) = (24, 6)
    private static let limit = 600

    /// - Parameter salt: chance.
    init(of texts: [String], files: [String], salt: UInt64) {
        base = salt | 1
        self.files = files
        var marks: Set<Mark> = []
        let french = FrenchText()
        // As typed, and as the search index keeps it.
        for piece in Passages(texts + texts.map(french.indexed)).pieces {
            let bytes = Array(piece.utf8)
            let starts = stride(from: 0, through: bytes.count - Self.passageLength, by: Self.passageLength)
            for start in starts where marks.count < Self.limit {
                let sum = Self.sum(bytes[start..<start + Self.passageLength], base)
                marks.insert(Mark(length: Self.passageLength, sum: sum, isPassage: true))
            }
        }
        let words = texts.flatMap { text in
            french.words(text).flatMap { [Array(text[$0.range].utf8), Array($0.stem.utf8)] }
        }
        for word in words where word.count >= Self.wordLength && marks.count < Self.limit * 2 {
            let sum = Self.sum(word.prefix(Self.wordLength), base)
            marks.insert(Mark(length: Self.wordLength, sum: sum, isPassage: false))
        }
        self.marks = marks
    }

    private static func sum(_ bytes: ArraySlice<UInt8>, _ base: UInt64) -> UInt64 {
        bytes.reduce(0) { $0 &* base &+ UInt64($1) }
    }

    /// Those that stand among these bytes.
    func found(in bytes: UnsafeBufferPointer<UInt8>, among marks: Set<Mark>) -> Set<Mark> {
        var found: Set<Mark> = []
        for length in Set(marks.map(\.length)) where bytes.count >= length {
            let wanted = Dictionary(
                marks.filter { $0.length == length }.map { ($0.sum, $0) }, uniquingKeysWith: { first, _ in first })
            let sieve = Sieve(wanted.keys)
            var top: UInt64 = 1
            for _ in 1..<length { top = top &* base }
            var sum: UInt64 = 0
            for (index, byte) in bytes.enumerated() {
                if index >= length { sum = sum &- UInt64(bytes[index - length]) &* top }
                sum = sum &* base &+ UInt64(byte)
                guard index >= length - 1, sieve.mayHold(sum), let mark = wanted[sum] else { continue }
                found.insert(mark)
            }
        }
        return found
    }

    func found(in text: String, among marks: Set<Mark>) -> Set<Mark> {
        var text = text
        return text.withUTF8 { found(in: $0, among: marks) }
    }

    /// Tells most sums apart from those looked for, without a look in the table.
    private struct Sieve {
        private var bits = [Bool](repeating: false, count: 1 << 16)

        init(_ sums: some Sequence<UInt64>) { for sum in sums { bits[Int(sum >> 48)] = true } }

        func mayHold(_ sum: UInt64) -> Bool { bits[Int(sum >> 48)] }
    }
}
