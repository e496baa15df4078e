/// How few people a published count may stand for (DOMAIN §10.0).
package let smallestShownCell = 5

/// The counts of a table whose total is known, without those that would point at people: a cell below five is hidden,
/// then the smallest ones shown until what is hidden can't be found by subtraction (DOMAIN §10.0).
///
/// What is hidden together counts two cells and five people at least; the table stays whole when nothing is small.
package func hidingSmallCells(_ counts: [Int]) -> [Int?] {
    var hidden = Set(counts.indices.filter { counts[$0] < smallestShownCell })
    guard !hidden.isEmpty else { return counts }
    let next = counts.indices.filter { !hidden.contains($0) }.sorted { counts[$0] < counts[$1] }
    for index in next {
        if hidden.count >= 2, hidden.reduce(0, { $0 + counts[$1] }) >= smallestShownCell { break }
        hidden.insert(index)
    }
    return counts.indices.map { hidden.contains($0) ? nil : counts[$0] }
}
