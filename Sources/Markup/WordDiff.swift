/// What changed from one text to the next, word by word, for the history of a sheet and for two people who wrote
/// at once.
///
/// Laws: the kept and removed pieces in order are the old text, the kept and added ones the new text, byte for byte.
package struct WordDiff: Equatable, Sendable {
    package enum Change: Sendable { case kept, removed, added }

    /// A run of text that shares one fate.
    package struct Segment: Equatable, Sendable {
        package let change: Change
        package let text: String

        package init(_ change: Change, _ text: String) {
            self.change = change
            self.text = text
        }
    }

    package let segments: [Segment]

    /// Compares in a bounded time: texts with more than `EditScript.mostEdits` changed words, or with hardly a word in
    /// common, count as one block replaced by another, which also reads better than crumbs.
    package init(from old: String, to new: String) {
        segments = segmentsOfChange(from: words(of: old), to: words(of: new))
    }

    /// Whether both texts are the same.
    package var isEmpty: Bool { segments.allSatisfy { $0.change == .kept } }

    /// The new text with what left it, as `ins` and `del`; a new line is kept as a line break.
    package var html: HTML {
        "\(each: segments, marked)"
    }
}

private func marked(_ segment: WordDiff.Segment) -> HTML {
    let lines = segment.text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let text: HTML = "\(join: lines, "<br>\n", { "\($0)" })"
    return switch segment.change {
    case .kept: text
    case .removed: "<del>\(text)</del>"
    case .added: "<ins>\(text)</ins>"
    }
}

private func segmentsOfChange(from old: [Substring], to new: [Substring]) -> [WordDiff.Segment] {
    var numbers: [[UInt8]: Int] = [:]
    func number(_ word: Substring) -> Int {
        let next = numbers.count
        let key = Array(word.utf8)  // bytes, since equal strings may be written differently
        if let known = numbers[key] { return known }
        numbers[key] = next
        return next
    }
    let (oldNumbers, newNumbers) = (old.map(number), new.map(number))
    guard let script = EditScript(from: oldNumbers, to: newNumbers), script.sharesEnough(of: old, and: new) else {
        return joined(removed: old[...], added: new[...])
    }
    var segments: [WordDiff.Segment] = []
    var (oldAt, newAt) = (0, 0)
    for run in absorbingSpaces(script.kept, of: old) + [EditScript.Run(old: old.count, new: new.count, length: 0)] {
        segments += joined(removed: old[oldAt..<run.old], added: new[newAt..<run.new])
        (oldAt, newAt) = (run.old + run.length, run.new + run.length)
        if run.length > 0 { segments.append(.init(.kept, old[run.old..<oldAt].joined())) }
    }
    return segments
}

/// Drops runs that keep nothing but blanks between two changes, so that a reworded sentence reads as one change.
private func absorbingSpaces(_ runs: [EditScript.Run], of old: [Substring]) -> [EditScript.Run] {
    runs.enumerated().filter { place, run in
        let isAtEdge = run.old == 0 && run.new == 0 || place == runs.count - 1
        return isAtEdge || !old[run.old..<run.old + run.length].allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }.map(\.element)
}

private func joined(removed: ArraySlice<Substring>, added: ArraySlice<Substring>) -> [WordDiff.Segment] {
    [WordDiff.Segment(.removed, removed.joined()), WordDiff.Segment(.added, added.joined())].filter { !$0.text.isEmpty }
}

/// Words, runs of blanks, and every other sign by itself; together, the text.
private func words(of text: String) -> [Substring] {
    enum Kind { case word, blank, sign }
    var words: [Substring] = []
    var start = text.startIndex
    var last: Kind?
    for index in text.unicodeScalars.indices {
        let properties = text.unicodeScalars[index].properties
        let kind: Kind =
            if properties.isAlphabetic || properties.numericType != nil || properties.isGraphemeExtend {
                .word
            } else if properties.isWhitespace { .blank } else { .sign }
        if let last, last != kind || kind == .sign {
            words.append(text[start..<index])
            start = index
        }
        last = kind
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
}
