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

    private init(base: UInt64, marks: Set<Mark>) { (self.base, self.marks, files) = (base, marks, []) }

    /// Enough to look once more, where others quote it: without the numbers of its words, which are guessed sooner.
    var passages: TextTraces { TextTraces(base: base, marks: marks.filter(\.isPassage)) }

    /// - Parameter salt: chance.
    init(of texts: [String], files: [String], salt: UInt64) {
        base = Self.spread(salt)
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

    /// An odd number of 64 bits whatever the salt: by a small base, sums of a few bytes are small, and many texts share
    /// them. The steps are those of SplitMix64.
    private static func spread(_ salt: UInt64) -> UInt64 {
        var mixed = salt &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) | (1 << 63) | 1
    }

    private static func sum(_ bytes: ArraySlice<UInt8>, _ base: UInt64) -> UInt64 {
        bytes.reduce(0) { $0 &* base &+ UInt64($1) }
    }
}

/// Looks for traces in bytes: each byte of a whole database passes here, so what can be is made ready once.
struct TraceFinder: Sendable {
    private let base: UInt64
    private let lengths: [Length]

    /// The traces of one length.
    private struct Length: Sendable {
        let count: Int
        let wanted: [UInt64: TextTraces.Mark]
        /// Tells most sums apart from those looked for, without a look in the table, by their highest sixteen bits.
        let sieve: [Bool]
        /// What the byte that leaves a sum counted for.
        let top: UInt64
    }

    init(_ marks: Set<TextTraces.Mark>, base: UInt64) {
        self.base = base
        lengths = Dictionary(grouping: marks, by: \.length).map { count, marks in
            var sieve = [Bool](repeating: false, count: 1 << 16)
            for mark in marks { sieve[Int(mark.sum >> 48)] = true }
            let wanted = Dictionary(marks.map { ($0.sum, $0) }, uniquingKeysWith: { first, _ in first })
            return Length(
                count: count, wanted: wanted, sieve: sieve, top: (1..<count).reduce(1) { top, _ in top &* base })
        }
    }

    /// Those that stand among these bytes.
    func found(in bytes: UnsafeBufferPointer<UInt8>) -> Set<TextTraces.Mark> {
        var found: Set<TextTraces.Mark> = []
        guard let start = bytes.baseAddress else { return found }
        for length in lengths where bytes.count >= length.count {
            length.sieve.withUnsafeBufferPointer { sieve in
                // By pointers, whose checks cost nothing.
                guard let mayBe = sieve.baseAddress else { return }
                var sum: UInt64 = 0
                var index = 0
                while index < bytes.count {
                    if index >= length.count { sum = sum &- UInt64(start[index - length.count]) &* length.top }
                    sum = sum &* base &+ UInt64(start[index])
                    index += 1
                    if index >= length.count, mayBe[Int(truncatingIfNeeded: sum >> 48)], let mark = length.wanted[sum] {
                        found.insert(mark)
                    }
                }
            }
        }
        return found
    }

    func found(in text: String) -> Set<TextTraces.Mark> {
        var text = text
        return text.withUTF8(found)
    }
}
