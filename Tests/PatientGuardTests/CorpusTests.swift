import PatientGuard
import Testing

/// The aims of DOMAIN §13, counted on the corpus. The figures are printed, with what was missed, so that a change of
/// the rules shows what it costs.
@Suite("The corpus")
struct CorpusTests {
    let guardian = PatientGuard()

    @Test("has at least two hundred texts on either side")
    func size() {
        #expect(Corpus.singleIdentifiers.count + Corpus.combinations.count >= 200)
        #expect(Corpus.harmless.count >= 200)
        #expect(Set(Corpus.singleIdentifiers.map(\.kind)) == Set(Passage.Kind.allCases.map(\.rawValue)))
    }

    @Test("has its single identifiers seen, under their kind")
    func singles() {
        let missed = Corpus.singleIdentifiers.filter { single in
            !guardian.passages(in: single.text).contains { $0.kind.rawValue == single.kind }
        }
        let share = report("single identifiers seen", Corpus.singleIdentifiers.count, missed.map(\.text))
        #expect(share >= 0.95)
    }

    @Test("has those that point at one person stopped")
    func stopped() {
        let alone = Corpus.singleIdentifiers.filter { $0.kind.hasPrefix("S") || $0.kind == "Q8" }.map(\.text)
        let share = report("S and Q8 stopped", alone.count, alone.filter { !isStopped($0) })
        #expect(share >= 0.95)
    }

    @Test("has its combinations stopped")
    func combinations() {
        let missed = Corpus.combinations.filter { !isStopped($0) }
        let share = report("combinations stopped", Corpus.combinations.count, missed)
        #expect(share >= 0.85)
    }

    @Test("has its harmless texts let through, and mostly without a hint")
    func harmless() {
        let stopped = Corpus.harmless.filter(isStopped)
        let touched = Corpus.harmless.filter { !guardian.passages(in: $0).isEmpty }
        let through = report("harmless texts let through", Corpus.harmless.count, stopped)
        let quiet = report("harmless texts without a hint", Corpus.harmless.count, touched)
        #expect(through >= 0.97)
        #expect(quiet >= 0.95)
    }

    @Test("is let through once its passages are replaced", arguments: Corpus.combinations)
    func replaced(text: String) { expectReplacementPasses(text) }

    @Test("is let through once its identifiers are replaced", arguments: Corpus.singleIdentifiers.map(\.text))
    func replacedSingle(text: String) { expectReplacementPasses(text) }

    private func expectReplacementPasses(_ text: String) {
        let rewritten = guardian.replaced(text, guardian.passages(in: text))
        #expect(!isStopped(rewritten), "\(rewritten)")
        #expect(!rewritten.contains("  ") && !rewritten.contains(",,") && !rewritten.hasPrefix(","), "\(rewritten)")
    }

    private func isStopped(_ text: String) -> Bool { PatientGuard.isWall(guardian.passages(in: text)) }

    /// Prints a share and what it leaves out.
    private func report(_ aim: String, _ total: Int, _ missed: [String]) -> Double {
        let share = Double(total - missed.count) / Double(total)
        print("\(aim): \(total - missed.count) of \(total)" + missed.map { "\n    \($0)" }.joined())
        return share
    }
}
