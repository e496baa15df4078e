import Markup
import Testing

@Suite("A comparison of two texts")
struct WordDiffTests {
    @Test(
        "says word by word what left and what came",
        arguments: [
            ("Une poche, une voix.", "Une poche, deux voix.", "Une poche, [-une-]{+deux+} voix."),
            ("le soir", "le soir", "le soir"), ("", "neuf", "{+neuf+}"), ("vieux", "", "[-vieux-]"), ("", "", ""),
            ("a b c d e f g", "a b x y e f g", "a b [-c d-]{+x y+} e f g"),
            ("un deux trois", "un deux  trois", "un deux[- -]{+  +}trois"),
            ("un deux trois quatre", "deux trois quatre cinq", "[-un -]deux trois quatre{+ cinq+}"),
        ]
    )
    func changes(old: String, new: String, expected: String) {
        #expect(WordDiff(from: old, to: new).inBrackets == expected)
    }

    @Test("is one block replaced by another when the texts have hardly a word in common")
    func different() {
        let diff = WordDiff(from: "La nuit, on note sur papier.", to: "Le matin, tout est saisi dans le dossier")
        #expect(diff.segments.map(\.change) == [.removed, .added])
    }

    @Test("escapes the words and keeps the lines")
    func html() {
        let diff = WordDiff(from: "si a<b\nalors c", to: "si a<d\nalors c")
        #expect(diff.html.markup == "si a&lt;<del>b</del><ins>d</ins><br>\nalors c")
        #expect(!diff.isEmpty && WordDiff(from: "x", to: "x").isEmpty)
    }

    @Test("gives both texts back, byte for byte")
    func law() {
        let words = ["la", "nuit", " ", " ", "\n", ",", "été", "e\u{301}te\u{301}", "12", "👩‍⚕️", "l’", "\r\n", "  "]
        var generator = Seeded(seed: 4_112_026)
        for _ in 0..<3_000 {
            let old = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                words.randomElement(using: &generator) ?? ""
            }
            var new = old
            for _ in 0..<Int.random(in: 0...12, using: &generator) where !new.isEmpty {
                let place = Int.random(in: 0..<new.count, using: &generator)
                if Bool.random(using: &generator) {
                    new.remove(at: place)
                } else {
                    new.insert(words[place % words.count], at: place)
                }
            }
            let diff = WordDiff(from: old.joined(), to: new.joined())
            #expect(diff.old.utf8.elementsEqual(old.joined().utf8), "seed \(generator.seed): \(old) \(new)")
            #expect(diff.new.utf8.elementsEqual(new.joined().utf8), "seed \(generator.seed): \(old) \(new)")
        }
    }

    @Test("keeps as much as can be kept, on cases small enough to try every course")
    func longest() {
        var generator = Seeded(seed: 77)
        for _ in 0..<500 {
            let old = (0..<Int.random(in: 0...9, using: &generator)).map { _ in Int.random(in: 0...3, using: &generator)
            }
            let new = (0..<Int.random(in: 0...9, using: &generator)).map { _ in Int.random(in: 0...3, using: &generator)
            }
            let sign = ["+", "-", "*", "/"]
            let diff = WordDiff(from: old.map { sign[$0] }.joined(), to: new.map { sign[$0] }.joined())
            let kept = diff.segments.filter { $0.change == .kept }.map(\.text.count).reduce(0, +)
            #expect(kept == longestCommon(old[...], new[...]), "seed \(generator.seed): \(old) \(new)")
        }
    }

    @Test("of two long texts ends in a bounded time", .timeLimit(.minutes(10)))
    func long() {
        let old = (0..<100_000).map { "mot\($0 % 977)" }.joined(separator: " ")
        let changed = (0..<100_000).map { $0 % 3_000 == 7 ? "autre" : "mot\($0 % 977)" }.joined(separator: " ")
        let other = (0..<100_000).map { "mot\($0 * 7 % 977)" }.joined(separator: " ")
        #expect(WordDiff(from: old, to: changed).segments.filter { $0.change == .added }.count == 34)
        #expect(WordDiff(from: old, to: other).segments.map(\.change).suffix(2) == [.removed, .added])
    }

    private func longestCommon(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> Int {
        guard let first = old.first, let other = new.first else { return 0 }
        if first == other { return 1 + longestCommon(old.dropFirst(), new.dropFirst()) }
        return max(longestCommon(old.dropFirst(), new), longestCommon(old, new.dropFirst()))
    }
}

extension WordDiff {
    fileprivate var old: String { segments.filter { $0.change != .added }.map(\.text).joined() }
    fileprivate var new: String { segments.filter { $0.change != .removed }.map(\.text).joined() }

    fileprivate var inBrackets: String {
        segments.map { segment in
            switch segment.change {
            case .kept: segment.text
            case .removed: "[-\(segment.text)-]"
            case .added: "{+\(segment.text)+}"
            }
        }.joined()
    }
}
