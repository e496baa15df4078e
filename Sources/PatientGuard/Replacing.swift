extension PatientGuard {
    /// The text with each passage replaced. Small words agree with what follows ("de environ" is written
    /// "d’environ", "au CHU" "dans notre établissement"), a removed passage takes along its comma and the words that
    /// led to it, a sentence keeps its capital.
    /// Passages that do not lie in the text, or overlap an earlier one, are left out.
    package func replaced(_ text: String, _ passages: [Passage]) -> String {
        let scalars = Array(text.unicodeScalars)
        var sentence = Rewriting(capacity: scalars.count)
        var place = 0
        for passage in passages.sorted(by: { $0.start < $1.start }) {
            guard passage.start >= place, passage.end > passage.start, passage.end <= scalars.count else { continue }
            sentence.copy(scalars[place..<passage.start])
            if passage.replacement.isEmpty {
                place = sentence.remove(upTo: passage.end, of: scalars)
            } else {
                sentence.write(Array(passage.replacement.unicodeScalars))
                place = passage.end
            }
        }
        sentence.copy(scalars[place...])
        return sentence.text
    }
}

/// A text that is being written again, word by word, so that what is put in agrees with what stands before.
private struct Rewriting {
    private var written: [Unicode.Scalar] = []
    /// Whether the next letter begins a sentence whose beginning was removed.
    private var owesCapital = false

    init(capacity: Int) { written.reserveCapacity(capacity) }

    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: written)
        return String(view)
    }

    mutating func copy(_ scalars: ArraySlice<Unicode.Scalar>) {
        var scalars = scalars
        if owesCapital, let first = scalars.first(where: { !isSpace($0) }) {
            owesCapital = false
            if isLetter(first), let place = scalars.firstIndex(of: first) {
                scalars.replaceSubrange(place...place, with: first.properties.uppercaseMapping.unicodeScalars)
            }
        }
        written.append(contentsOf: scalars)
    }

    /// Leaves out what ends at `end`, with the words that led to it ("au", "tél. :") and one of two commas or spaces.
    /// - Returns: where the text goes on.
    mutating func remove(upTo end: Int, of scalars: [Unicode.Scalar]) -> Int {
        removeLeadingWords()
        var place = end
        func skipBlanks() { while place < scalars.count, isBlank(scalars[place]) { place += 1 } }
        while let last = written.last, isBlank(last) { written.removeLast() }
        skipBlanks()
        let next = place < scalars.count ? scalars[place] : nil
        let isDash = next == "/" || next == "-" || next == "–"
        if startsSentence,
            next == "," || next == ":" || next == ";"
                || isDash && place + 1 < scalars.count && isSpace(scalars[place + 1])
        {
            place += 1
            skipBlanks()
            if !written.isEmpty, written.last != "\n" { written.append(" ") }
            owesCapital = true
            return place
        }
        if startsSentence { owesCapital = true }
        // A sentence of which nothing is left takes its full stop along.
        if startsSentence, next == "." || next == "!" || next == "?" {
            place += 1
            if written.isEmpty { skipBlanks() }
            return place
        }
        if written.last == ",", next == ",", let verb = verbAfterComma(place, of: scalars) {
            // "La patiente, lit 3, dort": no comma between a subject and its verb.
            written.removeLast()
            written.append(" ")
            return verb
        }
        if written.last == ",", next.map({ ",.;:)\n".unicodeScalars.contains($0) }) ?? true { written.removeLast() }
        if written.last == ";", next == nil || next == "\n" { written.removeLast() }
        if let last = written.last, let next, last == next, last == ";" || last == "-" {
            written.removeLast()
            while let last = written.last, isBlank(last) { written.removeLast() }
        }
        if written.last == "(" && next == ")" || written.last == "«" && next == "»" {
            written.removeLast()
            while let last = written.last, isBlank(last) { written.removeLast() }
            return remove(upTo: place + 1, of: scalars)
        }
        if let next, let last = written.last, last != "(", last != "\n", !",.)\n".unicodeScalars.contains(next) {
            written.append(" ")
        }
        return place
    }

    /// How far back a sentence is read.
    private static let reach = 300

    /// Where the verb begins that follows this comma, if nothing but the subject was said before.
    private func verbAfterComma(_ comma: Int, of scalars: [Unicode.Scalar]) -> Int? {
        let near = written.suffix(Self.reach)
        let sentence = near.lastIndex { ".!?\n:;".unicodeScalars.contains($0) }.map { $0 + 1 } ?? near.startIndex
        guard written[sentence...].count(where: { $0 == "," }) == 1 else { return nil }
        var start = comma + 1
        while start < scalars.count, isBlank(scalars[start]) { start += 1 }
        var end = start
        while end < scalars.count, isLetter(scalars[end]) { end += 1 }
        guard end > start, !isUpperCase(scalars[start]), scalars[start] != "à" else { return nil }
        let word = Folded(scalars[start..<end])
        return Vocabulary.entry(word).traits.contains(.predicate) && !word.endsWithAcute ? start : nil
    }

    /// "joignable au [06…]", "tél. : [06…]", "le [IPP…]": without what they announce, these words say nothing.
    private mutating func removeLeadingWords() {
        for _ in 0..<3 {
            var end = written.count
            while end > 0, isBlank(written[end - 1]) || ":°'’".unicodeScalars.contains(written[end - 1]) { end -= 1 }
            let hasColon = written[end...].contains(":")
            var start = end
            while start > 0, isLetter(written[start - 1]) || (start == end && written[start - 1] == ".") { start -= 1 }
            let word = Folded(written[start..<end].filter { $0 != "." }[...]).plain
            let leads = hasColon ? word == "n" || Self.announcements.contains(word) : Self.leadingWords.contains(word)
            guard leads else {
                if hasColon { written.removeSubrange(end...) }
                return
            }
            written.removeSubrange(start...)
        }
    }

    private static let leadingWords: Set<String> = [
        "au", "aux", "a", "du", "de", "d", "le", "la", "l", "les", "n", "sur", "en", "dans",
    ]
    private static let announcements: Set<String> = ["tel", "telephone", "mail", "mel", "adresse", "port", "portable"]

    /// Puts a replacement in, with the preposition and the article that it asks for.
    mutating func write(_ replacement: [Unicode.Scalar]) {
        var replacement = replacement
        let before = lastWord()
        let hasArticle = ["le ", "la ", "les "].contains { replacement.starts(with: $0.unicodeScalars) }
        if hasArticle, Self.determiners.contains(before.word) {
            // "Le patient D.": "Le patient"; "l’enfant H.": "le patient".
            if before.word == "l" { drop(before) } else { replacement.removeFirst(3) }
        } else if replacement.starts(with: "le ".unicodeScalars), before.word == "de" || before.word == "a" {
            drop(before, writing: before.word == "de" ? "du" : "au")
            replacement.removeFirst(3)
        } else if replacement.starts(with: "quelqu".unicodeScalars), let word = Self.beforeUn[before.word] {
            drop(before, writing: word == "d’" ? "de" : word)
        } else if replacement.starts(with: "un".unicodeScalars), let word = Self.beforeUn[before.word] {
            // "revu le 12 mai": "revu un jour"; "chute du 12 mai": "chute un jour".
            let isTime = ["un jour", "une nuit"].contains { replacement.starts(with: $0.unicodeScalars) }
            drop(before, writing: before.word == "du" && isTime ? "" : word)
            let preposition = lastWord()
            if before.word == "du", isTime, preposition.word == "date" || preposition.word == "datant" {
                written.append(contentsOf: "d’".unicodeScalars)
            } else if ["l", "la", "le"].contains(before.word), preposition.word == "de" {
                // "victime de l’attentat": "d’un événement".
                drop(preposition, writing: "d’")
            }
        } else if replacement.starts(with: "plusieurs".unicodeScalars), ["les", "des", "ses"].contains(before.word) {
            drop(before, writing: before.word == "des" ? "de" : "")
        } else if replacement.starts(with: "notre ".unicodeScalars) {
            agreeWithNotre(before)
        } else if before.word == "de", let first = replacement.first, "aeiouâ".unicodeScalars.contains(first) {
            drop(before, writing: "d’")
        }
        if startsSentence, let first = replacement.first {
            replacement.replaceSubrange(0..<1, with: Array(first.properties.uppercaseMapping.unicodeScalars))
        }
        owesCapital = false
        written.append(contentsOf: replacement)
    }

    /// What an article, alone or in a preposition, becomes before "un" and "une".
    private static let beforeUn = [
        "le": "", "la": "", "l": "", "les": "", "un": "", "une": "", "notre": "", "ce": "", "cette": "",
        "du": "d’", "de": "d’", "des": "d’", "au": "à", "aux": "à",
    ]

    private static let determiners: Set<String> = [
        "le", "la", "l", "un", "une", "ce", "cette", "notre", "du", "au", "sa", "son", "leur",
    ]

    /// "au", "du", "à l’", "la" before "notre établissement".
    private mutating func agreeWithNotre(_ before: Word) {
        switch before.word {
        case "au", "aux": drop(before, writing: "dans")
        case "du": drop(before, writing: "de")
        case "d": drop(before, writing: "de ")
        case "a": drop(before, writing: "dans")
        case "le", "la", "l", "un", "une", "cette", "ce", "cet":
            drop(before)
            let preposition = lastWord()
            if preposition.word == "a" { drop(preposition, writing: "dans") }
        default: break
        }
    }

    /// The last word written, where it begins and how it ends: with a space or an apostrophe.
    private struct Word {
        var word = ""
        var start = 0
    }

    private func lastWord() -> Word {
        guard let last = written.last, isBlank(last) || last == "’" || last == "'", written.count > 1 else {
            return Word()
        }
        var end = written.count - 1
        while end > 0, isBlank(written[end - 1]) { end -= 1 }
        var start = end
        while start > 0, isLetter(written[start - 1]) { start -= 1 }
        return Word(word: Folded(written[start..<end]).plain, start: start)
    }

    /// Takes the last word away, or puts another in its place.
    private mutating func drop(_ word: Word, writing other: String = "") {
        let isCapital = written.indices.contains(word.start) && isUpperCase(written[word.start])
        written.removeSubrange(word.start...)
        guard !other.isEmpty else { return }
        var other = Array(other.unicodeScalars)
        if isCapital, let first = other.first {
            other.replaceSubrange(0..<1, with: Array(first.properties.uppercaseMapping.unicodeScalars))
        }
        written.append(contentsOf: other)
        if other.last != "’", other.last != " " { written.append(" ") }
    }

    /// Whether what comes next is the first word of a sentence or of a line.
    private var startsSentence: Bool {
        guard let end = written.lastIndex(where: { !isBlank($0) }) else { return true }
        let last = written[end]
        // The full stop of an initial ends nothing: "Patiente X. 85 ans".
        if last == ".", end > 0, isLetter(written[end - 1]), end < 2 || !isLetter(written[end - 2]) { return false }
        return ".!?\n".unicodeScalars.contains(last)
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool { isSpace(scalar) && scalar != "\n" }
}
