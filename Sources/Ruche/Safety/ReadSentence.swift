import Persistence

/// A sentence of a text cut into words, read once for all that looks for something in it.
struct ReadSentence {
    /// Without capitals or accents.
    private(set) var words: [String] = []
    /// Whether each ends as a participle in *-é* does: with its accent.
    private(set) var endsWithAccent: [Bool] = []
    /// The part between colons, semicolons or brackets that each stands in, and the one between commas.
    private(set) var parts: [Int] = []
    private(set) var clauses: [Int] = []
    /// Whether a part is followed by a question mark: the last one.
    private(set) var isQuestion = false

    var lastPart: Int { parts.last ?? 0 }

    static func all(in text: String) -> [ReadSentence] {
        var (sentences, sentence, part, clause): ([ReadSentence], ReadSentence, Int, Int) = ([], ReadSentence(), 0, 0)
        var word = Word()
        func endWord() {
            guard let (text, isAccented) = word.taken() else { return }
            sentence.words.append(text)
            sentence.endsWithAccent.append(isAccented)
            sentence.parts.append(part)
            sentence.clauses.append(clause)
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case ".", "!", "?", "…", "\n":
                endWord()
                sentence.isQuestion = scalar == "?"
                if !sentence.words.isEmpty { sentences.append(sentence) }
                (sentence, part, clause) = (ReadSentence(), 0, 0)
            case ";", ":", "(", ")":
                endWord()
                (part, clause) = (part + 1, clause + 1)
            case ",":
                endWord()
                clause += 1
            default: if !word.add(scalar) { endWord() }
            }
        }
        endWord()
        if !sentence.words.isEmpty { sentences.append(sentence) }
        return sentences
    }

    /// A word while its letters come.
    private struct Word {
        private var letters: [UInt8] = []
        private var accentAt = -1

        /// - Returns: whether it is a letter or a figure; else the word has ended.
        mutating func add(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: letters.append(UInt8(scalar.value))
            case 0x41...0x5A: letters.append(UInt8(scalar.value) + 32)
            case 0xE9, 0xC9:
                accentAt = letters.count
                letters.append(0x65)
            case 0xE0, 0xE2, 0xC0, 0xC2: letters.append(0x61)
            case 0xE8, 0xEA, 0xEB, 0xC8, 0xCA, 0xCB: letters.append(0x65)
            case 0xEE, 0xEF, 0xCE, 0xCF: letters.append(0x69)
            case 0xF4, 0xD4: letters.append(0x6F)
            case 0xF9, 0xFB, 0xFC, 0xD9, 0xDB, 0xDC: letters.append(0x75)
            case 0xE7, 0xC7: letters.append(0x63)
            case 0x153, 0x152: letters += [0x6F, 0x65]
            // An accent that stands apart from its letter.
            case 0x301 where letters.last == 0x65: accentAt = letters.count - 1
            case 0x300...0x36F: break
            default:
                guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return false }
                letters += Array(fold(String(scalar)).utf8)
            }
            return true
        }

        mutating func taken() -> (String, isAccented: Bool)? {
            if letters.isEmpty { return nil }
            let word = String(decoding: letters, as: UTF8.self)
            let end = letters[max(0, accentAt)...].dropFirst()
            let isAccented = accentAt > 0 && (end.isEmpty || [[0x65], [0x73], [0x65, 0x73]].contains(Array(end)))
            letters.removeAll(keepingCapacity: true)
            accentAt = -1
            return (word, isAccented)
        }
    }
}
