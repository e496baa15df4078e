extension [Double] {
    /// The points of a run that chance hardly explains: six or more in a row on the same side of the median, those on
    /// it neither counting nor breaking the run (Perla, Provost, Murray, BMJ Qual Saf 2011, 20:46).
    /// - Returns: their positions; none under six points.
    package var shifts: Set<Int> {
        guard let median else { return [] }
        var found: Set<Int> = []
        var run: [Int] = []
        func close() { if run.count >= 6 { found.formUnion(run) } }
        for (position, value) in enumerated() where value != median {
            if let last = run.last, (self[last] > median) != (value > median) {
                close()
                run = []
            }
            run.append(position)
        }
        close()
        return found
    }
}
