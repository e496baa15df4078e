import Foundation

/// The words of a measure: invented, or brought in a file so that another program can be given the same.
struct Texts {
    struct Thread: Sendable, Decodable {
        let title: String
        let posts: [String]
    }

    private var random = Chance(state: 7)
    private let vocabulary: [String]
    private let brought: [Thread]

    init(file: String?) throws {
        var random = Chance(state: 11)
        let syllables = [
            "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "cho", "lan", "mer", "ton",
            "eau",
        ]
        vocabulary = (0..<1_500).map { _ in
            (0..<(2 + random.below(3))).map { _ in syllables[random.below(syllables.count)] }.joined()
        }
        let decoder = JSONDecoder()
        brought =
            try file.map { name in
                try String(contentsOfFile: name, encoding: .utf8).split(separator: "\n").map {
                    try decoder.decode(Thread.self, from: Data($0.utf8))
                }
            } ?? []
    }

    mutating func thread(_ number: Int, posts: Int) -> Thread {
        if number < brought.count { return brought[number] }
        let title = "SUJET-\(number) " + words(6)
        let texts = (0..<posts).map { rank in text() + (posts > 20 ? "\n\nMESSAGE-\(rank)" : "") }
        return Thread(title: title, posts: texts)
    }

    /// 200 to 1,500 characters in sentences.
    private mutating func text() -> String {
        let length = 200 + random.below(1_300)
        var text = ""
        while text.utf8.count < length {
            var sentence = words(8 + random.below(14)).split(separator: " ").map(String.init)
            if random.below(1_000) < 5 { sentence[3] = "moisson" }
            text += (text.isEmpty ? "" : random.below(4) == 0 ? "\n\n" : " ") + sentence.joined(separator: " ") + "."
        }
        return text
    }

    /// Common words come more often, as in every language.
    private mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in
            let rank = Double(random.below(1_000_000)) / 1_000_000
            return vocabulary[Int(rank * rank * rank * Double(vocabulary.count))]
        }.joined(separator: " ")
    }
}

/// The same chance on every machine (SplitMix64).
private struct Chance {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}
