/// The body of a message cut into what its author wrote, what they quoted, and how they sign.
///
/// Folding, never losing: the segments, joined by line breaks, are the body itself; answers written between
/// quotations stay `own`, in their place; and a body that would have no own word left is `own` as a whole.
package struct QuotedText: Sendable, Equatable {
    package enum Segment: Sendable, Equatable {
        case own(String), quoted(String), signature(String)
    }

    package let segments: [Segment]

    /// What the author wrote, without the empty lines around. Empty only when the body is.
    package var visible: String {
        let own = segments.compactMap { segment -> String? in
            if case .own(let text) = segment { text } else { nil }
        }
        let lines = TextLines.split(own.joined(separator: "\n"))
        guard let first = lines.firstIndex(where: { !TextLines.isBlank($0) }),
            let last = lines.lastIndex(where: { !TextLines.isBlank($0) })
        else { return "" }
        return lines[first...last].joined(separator: "\n")
    }

    /// - Parameters:
    ///   - body: lines ended by "\n".
    ///   - isForward: the subject says "TR :" or "Fwd:": the forwarded message is what there is to read, and stays.
    package init(_ body: String, isForward: Bool = false) {
        let lines = TextLines.split(body)
        var sorter = LineSorter(lines, isForward: isForward)
        let kinds = sorter.kinds()
        let hasOwnWord = zip(lines, kinds).contains { $1 == .own && !TextLines.isBlank($0) }
        guard hasOwnWord else {
            segments = [.own(body)]
            return
        }
        var segments: [Segment] = []
        var start = 0
        for index in lines.indices where index + 1 == lines.count || kinds[index + 1] != kinds[index] {
            let text = lines[start...index].joined(separator: "\n")
            switch kinds[index] {
            case .own: segments.append(.own(text))
            case .quoted: segments.append(.quoted(text))
            case .signature: segments.append(.signature(text))
            }
            start = index + 1
        }
        self.segments = segments
    }
}

/// Decides for each line, from the top, whose words it holds.
private struct LineSorter {
    enum Kind { case own, quoted, signature }

    private let lines: [Substring]
    private let isForward: Bool
    private var result: [Kind]
    private var hasOwnWord = false

    init(_ lines: [Substring], isForward: Bool) {
        (self.lines, self.isForward) = (lines, isForward)
        result = Array(repeating: .own, count: lines.count)
    }

    mutating func kinds() -> [Kind] {
        var index = 0
        var current = Kind.own
        while index < lines.count {
            let line = lines[index]
            if TextLines.isBlank(line) {
                result[index] = current
                index += 1
            } else if QuoteMarks.isQuoted(line) {
                result[index] = .quoted
                current = .own
                index += 1
            } else if let length = QuoteMarks.introduction(at: index, in: lines) {
                let end = index + length
                let cutsAll = !isFollowedByQuotedLine(end) && QuoteMarks.isStrong(at: index, in: lines)
                if cutsAll, hasOwnWord, !isForward {
                    for rest in index..<lines.count { result[rest] = .quoted }
                    break
                }
                let isQuoted = isFollowedByQuotedLine(end) || cutsAll && !isForward
                for rest in index..<end { result[rest] = isQuoted ? .quoted : current }
                index = end
                if isQuoted { current = .own }
            } else {
                if let length = QuoteMarks.signatureLength(at: index, in: lines) {
                    for rest in index..<(index + length) { result[rest] = .signature }
                    index += length
                } else {
                    result[index] = current
                    if current == .own { hasOwnWord = true }
                    index += 1
                }
            }
        }
        settleBlankLines()
        return result
    }

    private func isFollowedByQuotedLine(_ index: Int) -> Bool {
        lines[index...].prefix(4).first { !TextLines.isBlank($0) }.map { QuoteMarks.isQuoted($0) } ?? false
    }

    /// Empty lines belong to what is on both sides of them, else to the author.
    private mutating func settleBlankLines() {
        var index = 0
        while index < lines.count {
            guard TextLines.isBlank(lines[index]) else {
                index += 1
                continue
            }
            let end = lines[index...].firstIndex { !TextLines.isBlank($0) } ?? lines.count
            let before = index > 0 ? result[index - 1] : .own
            let kind = end == lines.count || result[end] == before ? before : .own
            for blank in index..<end { result[blank] = kind }
            index = end
        }
    }
}
