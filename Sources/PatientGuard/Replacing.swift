extension PatientGuard {
    /// The text with each passage replaced. Small words agree with what follows ("de environ" is written
    /// "d’environ", "de le" "du"), a removed passage takes its comma along, a sentence keeps its capital.
    /// Passages that do not lie in the text, or overlap an earlier one, are left out.
    package func replaced(_ text: String, _ passages: [Passage]) -> String {
        let scalars = Array(text.unicodeScalars)
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        var place = 0
        for passage in passages.sorted(by: { $0.start < $1.start }) {
            guard passage.start >= place, passage.end > passage.start, passage.end <= scalars.count else { continue }
            result.append(contentsOf: scalars[place..<passage.start])
            place = passage.end
            if passage.replacement.isEmpty {
                place = endOfRemoval(from: place, in: scalars, after: &result)
            } else {
                append(Array(passage.replacement.unicodeScalars), to: &result)
            }
        }
        result.append(contentsOf: scalars[place...])
        var view = String.UnicodeScalarView()
        view.append(contentsOf: result)
        return String(view)
    }

    /// Joins what stood around a removed passage: one comma of two, one space of two.
    private func endOfRemoval(from end: Int, in scalars: [Unicode.Scalar], after result: inout [Unicode.Scalar]) -> Int
    {
        var place = end
        while let last = result.last, isBlank(last) { result.removeLast() }
        while place < scalars.count, isBlank(scalars[place]) { place += 1 }
        let next = place < scalars.count ? scalars[place] : nil
        if startsSentence(after: result), next == "," {
            place += 1
            while place < scalars.count, isBlank(scalars[place]) { place += 1 }
            return place
        }
        if result.last == ",", next.map({ ",.;)\n".unicodeScalars.contains($0) }) ?? true { result.removeLast() }
        if result.last == "(", next == ")" {
            result.removeLast()
            while let last = result.last, isBlank(last) { result.removeLast() }
            return place + 1
        }
        if let next, let last = result.last, last != "(", last != "\n", !",.)\n".unicodeScalars.contains(next) {
            result.append(" ")
        }
        return place
    }

    private func append(_ replacement: [Unicode.Scalar], to result: inout [Unicode.Scalar]) {
        var replacement = replacement
        let startsWithLe = replacement.starts(with: "le ".unicodeScalars)
        if startsWithLe, ends(result, with: " de ") || ends(result, with: " à ") {
            let isDe = ends(result, with: " de ")
            result.removeLast(isDe ? 3 : 2)
            result.append(contentsOf: isDe ? "du".unicodeScalars : "au".unicodeScalars)
            replacement.removeFirst(2)
        } else if replacement.starts(with: "un".unicodeScalars), ends(result, with: " le ") {
            // "revu le 12 mai": "revu un jour".
            result.removeLast(3)
        } else if replacement.starts(with: "un".unicodeScalars), ends(result, with: " du ") {
            result.removeLast(2)
            result.append("\u{2019}")
        } else if let first = replacement.first, "aeiou".unicodeScalars.contains(first), ends(result, with: " de ") {
            result.removeLast(2)
            result.append("\u{2019}")
        } else if startsSentence(after: result), let first = replacement.first {
            replacement.replaceSubrange(0..<1, with: Array(first.properties.uppercaseMapping.unicodeScalars))
        }
        result.append(contentsOf: replacement)
    }

    private func ends(_ result: [Unicode.Scalar], with ending: String) -> Bool {
        result.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars)
    }

    private func startsSentence(after result: [Unicode.Scalar]) -> Bool {
        guard let last = result.last(where: { !isSpace($0) }) else { return true }
        return ".!?".unicodeScalars.contains(last)
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool { isSpace(scalar) && scalar != "\n" }
}
