/// How many slips of the finger lie between two words: a letter too many, missing, another, or two that changed places.
///
/// - Returns: nil past `limit`, without looking further.
func slips(from typed: some Collection<UInt8>, to known: some Collection<UInt8>, limit: Int) -> Int? {
    let (from, to) = (Array(typed), Array(known))
    if abs(from.count - to.count) > limit { return nil }
    if from.isEmpty || to.isEmpty { return max(from.count, to.count) }
    var beforeLast: [Int] = []
    var last = Array(0...to.count)
    for row in 1...from.count {
        var now = [row] + Array(repeating: 0, count: to.count)
        var best = row
        for column in 1...to.count {
            let isSame = from[row - 1] == to[column - 1]
            now[column] = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
            if row > 1, column > 1, from[row - 1] == to[column - 2], from[row - 2] == to[column - 1] {
                now[column] = min(now[column], beforeLast[column - 2] + 1)
            }
            best = min(best, now[column])
        }
        if best > limit { return nil }
        (beforeLast, last) = (last, now)
    }
    return last[to.count] <= limit ? last[to.count] : nil
}
