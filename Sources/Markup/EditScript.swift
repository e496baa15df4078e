/// The longest common course of two lists, found by Myers' greedy algorithm ("An O(ND) difference algorithm and its
/// variations", Algorithmica 1, 1986): time and memory grow with the number of differences, which is bounded.
struct EditScript {
    /// Elements that both lists have, in the same order, without a gap.
    struct Run: Equatable {
        var old: Int
        var new: Int
        var length: Int
    }

    /// Differences past which two texts are no longer compared.
    static let mostEdits = 1_000
    /// Comparisons past which one gives up, well under a tenth of a second.
    static let mostWork = 8_000_000

    /// In order; what lies between two runs was removed, added or both.
    private(set) var kept: [Run] = []

    /// - Returns: `nil` when the lists differ too much to be compared in a reasonable time.
    init?(from old: [Int], to new: [Int]) {
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        add(Run(old: 0, new: 0, length: start))
        guard
            let middle = commonRuns(
                Array(old[start..<old.count - end]),
                Array(new[start..<new.count - end])
            )
        else { return nil }
        for run in middle { add(Run(old: run.old + start, new: run.new + start, length: run.length)) }
        add(Run(old: old.count - end, new: new.count - end, length: end))
    }

    /// Whether a fifth of the longer text, in words, is in both: below, a comparison is crumbs.
    func sharesEnough(of old: [Substring], and new: [Substring]) -> Bool {
        let isWord = { (word: Substring) in word.unicodeScalars.first?.properties.isAlphabetic == true }
        let longer = max(old.count(where: isWord), new.count(where: isWord))
        let shared = kept.reduce(0) { $0 + old[$1.old..<$1.old + $1.length].count(where: isWord) }
        return shared * 5 >= longer
    }

    private mutating func add(_ run: Run) {
        guard run.length > 0 else { return }
        if let last = kept.last, last.old + last.length == run.old, last.new + last.length == run.new {
            kept[kept.count - 1].length += run.length
        } else {
            kept.append(run)
        }
    }
}

private func commonRuns(_ old: [Int], _ new: [Int]) -> [EditScript.Run]? {
    guard !old.isEmpty, !new.isEmpty else { return [] }
    let most = min(old.count + new.count, EditScript.mostEdits)
    // reach[k + most + 1] is the furthest place of `old` on diagonal k (old place minus new place).
    var reach = [Int](repeating: 0, count: 2 * most + 3)
    var trace: [[Int32]] = []
    var work = 0
    for edits in 0...most {
        trace.append(reach[(most + 1 - edits)...(most + 1 + edits)].map(Int32.init))
        for diagonal in stride(from: -edits, through: edits, by: 2) {
            let (below, above) = (reach[diagonal + most], reach[diagonal + most + 2])
            var place = diagonal == -edits || (diagonal != edits && below < above) ? above : below + 1
            let from = place
            while place < old.count, place - diagonal < new.count, old[place] == new[place - diagonal] { place += 1 }
            reach[diagonal + most + 1] = place
            work += place - from + 1
            if place >= old.count, place - diagonal >= new.count {
                return runs(backFrom: old.count, new.count, trace)
            }
        }
        if work > EditScript.mostWork { return nil }
    }
    return nil
}

/// Walks the trace backwards, from the end of both lists to their beginning. `trace[edits][edits + diagonal]` is the
/// furthest place that was reached before the round of that many edits.
private func runs(backFrom old: Int, _ new: Int, _ trace: [[Int32]]) -> [EditScript.Run] {
    var runs: [EditScript.Run] = []
    var (old, new) = (old, new)
    for edits in stride(from: trace.count - 1, through: 0, by: -1) {
        let diagonal = old - new
        guard edits > 0 else {
            runs.append(.init(old: 0, new: 0, length: old))
            break
        }
        func reached(_ diagonal: Int) -> Int { Int(trace[edits][edits + diagonal]) }
        let down = diagonal == -edits || (diagonal != edits && reached(diagonal - 1) < reached(diagonal + 1))
        let previousOld = down ? reached(diagonal + 1) : reached(diagonal - 1)
        let start = down ? previousOld : previousOld + 1
        runs.append(.init(old: start, new: start - diagonal, length: old - start))
        (old, new) = (previousOld, previousOld - (down ? diagonal + 1 : diagonal - 1))
    }
    return runs.reversed().filter { $0.length > 0 }
}
