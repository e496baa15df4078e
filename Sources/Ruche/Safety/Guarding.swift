import PatientGuard
import Persistence

extension Act {
    /// Stops texts that may tell who a patient is, unless their writer says that they don't; that is logged without
    /// the text (DOMAIN §13).
    /// - Parameter files: the words of joined files, by name.
    package func guardPatients(
        in written: [String], files: [(name: String, text: String)] = [], ignoring kinds: Set<Passage.Kind> = [],
        isConfirmed: Bool
    ) throws {
        let texts = written + files.map(\.text)
        let quick = PatientGuard()
        var passages = texts.flatMap { quick.passages(in: $0) }
        if passages.isEmpty { return }
        if passages.contains(where: { $0.kind == .civilName || $0.kind == .initials }) {
            // A title and a name, a first name and an initial: the members of the community are named so among themselves.
            let names = try transaction.column(
                "select name from member where community_id = \(try community) and left_at is null", as: String.self)
            let informed = PatientGuard(members: names)
            passages = texts.flatMap { informed.passages(in: $0) }
        }
        passages.removeAll { kinds.contains($0.kind) }
        guard PatientGuard.isWall(passages) else { return }
        guard isConfirmed else {
            let found = Set(passages.map(\.text))
            let named = files.filter { file in found.contains { file.text.contains($0) } }.map(\.name)
            throw GuardWall(
                passages: passages, files: named,
                isInWords: written.contains { text in found.contains { text.contains($0) } })
        }
        let kinds = passages.map(\.kind.rawValue).joined(separator: " ")
        try execute(
            """
            insert into confirmation (community_id, member_id, confirmed_at, kinds)
            values (\(try community), \(try member), \(now), \(kinds))
            """)
        try record(
            .confirmedNotPatient, .member(try member), ["kinds": kinds])
    }
}

/// Something while it is written, with one list of its texts: those that the guard reads are those in which it puts its
/// words.
package protocol GuardedDraft {
    static var written: [WritableKeyPath<Self, String>] { get }
}

extension GuardedDraft {
    /// Every text that the guard reads.
    package var texts: [String] { Self.written.map { self[keyPath: $0] } }

    /// With what the guard proposes in place of each passage.
    package func replaced(in view: View) throws -> Self {
        var draft = self
        for (path, found) in zip(Self.written, try view.passages(in: texts)) {
            draft[keyPath: path] = PatientGuard().replaced(draft[keyPath: path], found)
        }
        return draft
    }
}

extension View {
    /// What the guard finds in each text, members' names set aside.
    package func passages(in texts: [String]) throws -> [[Passage]] {
        let names = try transaction.column(
            "select name from member where community_id = \(try community) and left_at is null", as: String.self)
        let informed = PatientGuard(members: names)
        return texts.map { informed.passages(in: $0) }
    }
}
