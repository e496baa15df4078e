import PatientGuard
import Persistence

extension Act {
    /// Stops texts that may tell who a patient is, unless their writer says that they don't; that is logged without
    /// the text (DOMAIN §13).
    /// - Parameter files: the words of joined files, by name; the names are read too.
    package func guardPatients(
        in written: [String], files: [(name: String, text: String)] = [], ignoring kinds: Set<Passage.Kind> = [],
        isConfirmed: Bool
    ) throws {
        let found = try view.tellingPassages(in: written, files: files, ignoring: kinds)
        guard PatientGuard.isWall(found.passages) else { return }
        guard isConfirmed else {
            throw GuardWall(passages: found.passages, files: found.files, isInWords: found.isInWords)
        }
        let kinds = found.passages.map(\.kind.rawValue).joined(separator: " ")
        try execute(
            """
            insert into confirmation (community_id, member_id, confirmed_at, kinds)
            values (\(try community), \(try member), \(now), \(kinds))
            """)
        try record(
            .confirmedNotPatient, .member(try member), ["kinds": kinds])
    }
}

extension Act {
    /// Stops a short text that somebody else will read and that no form asks to confirm: what is found is said beside its
    /// field.
    func guardLine(_ text: String, field: String, ignoring kinds: Set<Passage.Kind> = []) throws {
        do {
            try guardPatients(in: [text], ignoring: kinds, isConfirmed: false)
        } catch let wall as GuardWall {
            throw wall.refusal(field: field)
        }
    }

    /// A letter to a colleague says their name and where to call.
    func guardLetter(_ text: String, field: String) throws {
        try guardLine(text, field: field, ignoring: [.civilName, .contact])
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
        let informed = try informedGuard()
        return texts.map { informed.passages(in: $0) }
    }

    /// What may be read with less ease than it is written: details that would stop nothing by themselves.
    package func hints(in texts: [String]) throws -> [Passage] {
        let found = try tellingPassages(in: texts, files: [], ignoring: []).passages
        return PatientGuard.isWall(found) ? [] : found
    }

    /// Whether the name of a file would stop it.
    package func mayTell(byName name: String) throws -> Bool {
        PatientGuard.isWall(try informedGuard().passages(in: FileWords.spaced(name)))
    }

    /// Whether each file may tell who a patient is, by its words or by its name.
    package func mayTell(_ files: [(name: String, text: String)]) throws -> [Bool] {
        try files.map { PatientGuard.isWall(try tellingPassages(in: [], files: [$0], ignoring: []).passages) }
    }

    /// - Returns: the passages, the names of the files where some of them stand, and whether some stand in the words.
    func tellingPassages(
        in written: [String], files: [(name: String, text: String)], ignoring kinds: Set<Passage.Kind>
    ) throws -> (passages: [Passage], files: [String], isInWords: Bool) {
        func read(_ reader: PatientGuard) -> (written: [Passage], files: [[Passage]]) {
            (
                written.flatMap { reader.passages(in: $0) + FileWords.table(in: $0) },
                files.map { file in
                    reader.passages(in: file.text) + FileWords.table(in: file.text) + FileWords.name(file.name, reader)
                }
            )
        }
        var found = read(PatientGuard())
        if (found.written + found.files.flatMap { $0 }).contains(where: {
            $0.kind == .civilName || $0.kind == .initials
        }) {
            // A title and a name, a first name and an initial: the members are named so among themselves.
            found = read(try informedGuard())
        }
        found.written.removeAll { kinds.contains($0.kind) }
        for place in found.files.indices { found.files[place].removeAll { kinds.contains($0.kind) } }
        let named = zip(files, found.files).filter { !$1.isEmpty }.map(\.0.name)
        return (found.written + found.files.flatMap { $0 }, named, !found.written.isEmpty)
    }

    private func informedGuard() throws -> PatientGuard {
        let names = try transaction.column(
            "select name from member where community_id = \(try community) and left_at is null", as: String.self)
        return PatientGuard(members: names)
    }
}

extension SafetyQueries {
    /// For a day, the details of the reader's own posts in a thread that stopped nothing.
    package func hints(in thread: QuestionThread) throws -> [Post: [Passage]] {
        let since = view.now - .days(1)
        var hints: [Post: [Passage]] = [:]
        let question = thread.question
        if question.author.id == view.actor.member, question.deletedAt == nil,
            max(question.askedAt, question.editedAt ?? question.askedAt) > since
        {
            hints[.question(question.id)] = try view.hints(in: [question.title, question.body, question.tried ?? ""])
        }
        for reply in thread.replies
        where reply.author.id == view.actor.member && reply.deletedAt == nil && reply.repliedAt > since {
            hints[.reply(reply.id)] = try view.hints(in: [reply.body, reply.atOurs ?? ""])
        }
        return hints
    }
}

/// What the guard reads of a file beside its sentences.
private enum FileWords {
    /// "Mme_Lafitte-chambre 12.pdf" as it would be written: "Mme Lafitte chambre 12".
    static func spaced(_ name: String) -> String {
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
        return String(stem.map { "_-+.".contains($0) ? " " : $0 })
    }

    /// A name that would stop a text is one passage, and another name is what to write instead.
    static func name(_ name: String, _ reader: PatientGuard) -> [Passage] {
        let found = reader.passages(in: spaced(name))
        guard PatientGuard.isWall(found), let first = found.first(where: { PatientGuard.isWall([$0]) }) ?? found.first
        else { return found }
        let kind = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
        let whole = Passage(
            kind: first.kind, start: 0, end: name.unicodeScalars.count, text: name, replacement: "document\(kind)",
            confidence: first.confidence)
        // Others weigh with it, where it takes several to stop a text.
        return PatientGuard.isWall([whole]) ? [whole] : [whole] + found.filter { $0.kind != first.kind }
    }

    /// Rows of people under a heading.
    static func table(in text: String) -> [Passage] {
        PatientGuard.heading(ofPeopleIn: text).map { heading in
            [
                Passage(
                    kind: .civilName, start: 0, end: heading.unicodeScalars.count, text: heading, replacement: "",
                    confidence: .possible)
            ]
        } ?? []
    }
}
