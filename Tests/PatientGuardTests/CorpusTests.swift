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

    @Test("has its single identifiers seen, under their kind", arguments: Sort.allCases)
    func singles(sort: Sort) {
        let missed = sort.singles.filter { single in
            !guardian.passages(in: single.text).contains { $0.kind.rawValue == single.kind }
        }
        let share = report("\(sort): single identifiers seen", sort.singles.count, missed.map(\.text))
        #expect(share >= sort.floor)
    }

    @Test("has those that point at one person stopped", arguments: Sort.allCases)
    func stopped(sort: Sort) {
        let alone = sort.singles.filter { $0.kind.hasPrefix("S") || $0.kind == "Q8" }.map(\.text)
        let share = report("\(sort): S and Q8 stopped", alone.count, alone.filter { !isStopped($0) })
        #expect(share >= sort.floor)
    }

    @Test("has its combinations stopped", arguments: Sort.allCases)
    func combinations(sort: Sort) {
        let missed = sort.combinations.filter { !isStopped($0) }
        let share = report("\(sort): combinations stopped", sort.combinations.count, missed)
        #expect(share >= 0.85)
    }

    @Test("has its harmless texts let through, and mostly without a hint", arguments: Sort.allCases)
    func harmless(sort: Sort) {
        let stopped = sort.harmless.filter(isStopped)
        let touched = sort.harmless.filter { !guardian.passages(in: $0).isEmpty }
        let through = report("\(sort): harmless texts let through", sort.harmless.count, stopped)
        let quiet = report("\(sort): harmless texts without a hint", sort.harmless.count, touched)
        #expect(through >= 0.97)
        #expect(quiet >= 0.9)
    }

    @Test("is let through once its passages are replaced", arguments: Sort.allCases)
    func replaced(sort: Sort) {
        for text in sort.combinations + sort.singles.map(\.text) { expectReplacementPasses(text) }
    }

    /// The texts of the corpus by who wrote them when.
    enum Sort: CaseIterable {
        case first, registers, mixture, unseen, tricky, shapes, settings, posts, wards, notes, jottings, handovers,
            questions
        case shifts, visits, admissions

        /// What share of its identifiers must be seen: of shapes chosen to be hard, fewer.
        var floor: Double { self == .tricky ? 0.9 : 0.95 }

        var singles: [(kind: String, text: String)] {
            switch self {
            case .first: Corpus.singleIdentifiers
            case .registers: Corpus.registers.singles
            case .mixture: Corpus.mixture.singles
            case .unseen: Corpus.unseen.singles
            case .tricky: Corpus.tricky.singles
            case .shapes: Corpus.shapes.singles
            case .settings: Corpus.settings.singles
            case .posts: Corpus.posts.singles
            case .wards: Corpus.wards.singles
            case .notes: Corpus.notes.singles
            case .jottings: Corpus.jottings.singles
            case .handovers: Corpus.handovers.singles
            case .questions: Corpus.questions.singles
            case .shifts: Corpus.shifts.singles
            case .visits: Corpus.visits.singles
            case .admissions: Corpus.admissions.singles
            }
        }

        var combinations: [String] {
            switch self {
            case .first: Corpus.combinations
            case .registers: Corpus.registers.combinations
            case .mixture: Corpus.mixture.combinations
            case .unseen: Corpus.unseen.combinations
            case .tricky: Corpus.tricky.combinations
            case .shapes: Corpus.shapes.combinations
            case .settings: Corpus.settings.combinations
            case .posts: Corpus.posts.combinations
            case .wards: Corpus.wards.combinations
            case .notes: Corpus.notes.combinations
            case .jottings: Corpus.jottings.combinations
            case .handovers: Corpus.handovers.combinations
            case .questions: Corpus.questions.combinations
            case .shifts: Corpus.shifts.combinations
            case .visits: Corpus.visits.combinations
            case .admissions: Corpus.admissions.combinations
            }
        }

        var harmless: [String] {
            switch self {
            case .first: Corpus.harmless
            case .registers: Corpus.registers.harmless
            case .mixture: Corpus.mixture.harmless
            case .unseen: Corpus.unseen.harmless
            case .tricky: Corpus.tricky.harmless
            case .shapes: Corpus.shapes.harmless
            case .settings: Corpus.settings.harmless
            case .posts: Corpus.posts.harmless
            case .wards: Corpus.wards.harmless
            case .notes: Corpus.notes.harmless
            case .jottings: Corpus.jottings.harmless
            case .handovers: Corpus.handovers.harmless
            case .questions: Corpus.questions.harmless
            case .shifts: Corpus.shifts.harmless
            case .visits: Corpus.visits.harmless
            case .admissions: Corpus.admissions.harmless
            }
        }
    }

    /// What is put in is found by no detector, and stands between marks as a careful hand would write them.
    private func expectReplacementPasses(_ text: String) {
        let rewritten = guardian.replaced(text, guardian.passages(in: text))
        let left = guardian.passages(in: rewritten)
        #expect(left.isEmpty, "\(text) ⇒ \(rewritten): \(left.map(\.text))")
        #expect(!rewritten.contains(",,") && !rewritten.hasPrefix(","), "\(rewritten)")
        for slip in ["  ", " de le ", " de un ", " à le ", " la la ", " le le ", " ,", "( ", " une un ", " de environ"]
        {
            #expect(!rewritten.contains(slip) || text.contains(slip), "\(rewritten)")
        }
    }

    private func isStopped(_ text: String) -> Bool { PatientGuard.isWall(guardian.passages(in: text)) }

    /// Prints a share and what it leaves out.
    private func report(_ aim: String, _ total: Int, _ missed: [String]) -> Double {
        let share = Double(total - missed.count) / Double(total)
        print("\(aim): \(total - missed.count) of \(total)" + missed.map { "\n    \($0)" }.joined())
        return share
    }
}
