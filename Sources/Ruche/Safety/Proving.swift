import Foundation
import Persistence

extension Job {
    static func key(ofProof incident: Incident.ID) -> String { "proof/\(incident)" }

    /// The erasing whose leftovers are to be sought; nil for work of another kind.
    package var incident: Incident.ID? { kind == .proof ? Incident.ID(key.dropFirst("proof/".count)) : nil }
}

extension Instance {
    /// Looks for what an erased text may have left, and writes on the incident what was found (DOMAIN §13). On SQLite
    /// the search index is merged, the journal of writes emptied, and the bytes of the database, of its free pages and
    /// of the files are read; when some are left, the database is written anew and read again. On PostgreSQL each text
    /// of each table and of the search index is read, then the tables are vacuumed.
    /// - Parameter files: the store of files; nil when there is none.
    package func prove(_ id: Incident.ID, in files: FileStore?) async throws {
        guard let traces = try await traces(of: id) else { return }
        let proof = try await search(for: traces, in: files)
        let json = try JSONText.encode(proof)
        let kept = try proof.isClean ? nil : JSONText.encode(traces.passages)
        try await act(through: .worker) { act in
            let incident = try act.transaction.first(
                """
                update incident set proof = \(json), proved_at = \(act.now), traces = \(kept)
                where id = \(id) and proved_at is null returning community_id, object, question_id
                """
            ) { row in
                (community: try row[0] as Community.ID, object: try row[1] as Subject, in: try row[2] as Question.ID?)
            }
            try act.execute("update job set done_at = \(act.now) where key = \(Job.key(ofProof: id))")
            guard let incident else { return }
            let inside = Act(
                act.transaction, by: Actor(community: incident.community), at: act.now, through: .worker)
            try inside.record(
                .provedPurge, incident.object, within: incident.in.map { .question($0) },
                ["clean": proof.isClean ? "yes" : "no"])
            if let object = Flagged(incident.object) {
                try inside.safety.tellOfErasing(object, isClean: proof.isClean)
            }
        }
        // The traces themselves leave the journal of writes with the rest.
        try await database.settle()
    }

    /// Nil once nothing was left, and they were forgotten.
    private func traces(of id: Incident.ID) async throws -> TextTraces? {
        try await database.read {
            try $0.value("select traces from incident where id = \(id)", as: String.self).map {
                try JSONText.decode($0)
            }
        }
    }

    private func search(for traces: TextTraces, in files: FileStore?) async throws -> PurgeProof {
        for file in traces.files { try files?.remove(file) }
        try await database.write { try $0.mergeSearchIndexes() }
        try await database.settle()
        var proof = PurgeProof()
        proof.traces = traces.marks.count
        let live = try await liveTexts(traces, &proof)
        // A word that others use, or a sentence that they quote, is where it may be: what is left is looked for in bytes.
        let left = traces.marks.subtracting(live)
        guard let path = database.file else { return proof }
        let base = ByteSearch(in: [path, path + "-wal"], base: traces.base, marks: left)
        var found = try await base.inAnotherProcess()
        if !found.leftovers.isEmpty {
            try await database.settle(rewriting: true)
            found = try await base.inAnotherProcess()
        }
        let passages = left.filter(\.isPassage)
        let stored = try await ByteSearch(in: files?.paths ?? [], base: traces.base, marks: passages).inAnotherProcess()
        proof.bytes = found.bytes + stored.bytes
        proof.leftovers = found.leftovers + stored.leftovers
        proof.copies = Self.copies(of: path)
        return proof
    }

    /// Reads every text that is kept.
    /// - Returns: the traces that stand in one.
    private func liveTexts(_ traces: TextTraces, _ proof: inout PurgeProof) async throws -> Set<TextTraces.Mark> {
        let read = try await database.read { transaction in
            var live: Set<TextTraces.Mark> = []
            var quotes: Set<PurgeProof.Quote> = []
            let columns = try transaction.everyTextColumn()
            let finder = TraceFinder(traces.marks, base: traces.base)
            // The incident holds the numbers of the traces, never a text.
            for column in columns where column.table != "incident" {
                try transaction.eachText(of: column) { row, text in
                    let found = finder.found(in: text)
                    live.formUnion(found)
                    if found.contains(where: \.isPassage) {
                        quotes.insert(.init(column: "\(column.table).\(column.column)", row: row))
                    }
                }
            }
            return (columns: columns.count, live: live, quotes: try quotes.map { try Self.placed($0, transaction) })
        }
        proof.columns = read.columns
        proof.quotes = read.quotes.sorted { ($0.column, $0.row ?? 0) < ($1.column, $1.row ?? 0) }
        return read.live
    }

    /// With the thread of the post, where a page may lead there.
    private static func placed(_ quote: PurgeProof.Quote, _ transaction: Transaction) throws -> PurgeProof.Quote {
        var quote = quote
        if quote.column.hasPrefix("question.") { quote.question = quote.row }
        if quote.column.hasPrefix("reply.") {
            quote.question = try transaction.value("select question_id from reply where id = \(quote.row)")
        }
        return quote
    }

    /// Copies that were made beside the database, before a migration or by hand.
    private static func copies(of path: String) -> [String] {
        let url = URL(fileURLWithPath: path)
        let own = [url.lastPathComponent] + ["-wal", "-shm", "-journal"].map { url.lastPathComponent + $0 }
        // A folder that cannot be listed has nothing to tell.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)) ?? []
        return names.filter { $0.hasPrefix(url.lastPathComponent) && !own.contains($0) }.sorted()
    }
}

extension SafetyActs {
    /// Looks once more for what an erased text has left: something was found, and whoever had quoted it may have changed
    /// their words since.
    package func searchAgain(_ id: Incident.ID) throws {
        _ = try act.view.safety.incident(id)
        let begun = try act.execute("update incident set proved_at = null where id = \(id) and traces is not null")
        guard begun == 1 else { return }
        let key = Job.key(ofProof: id)
        try act.execute("delete from job where key = \(key)")
        try act.jobs.add(.proof, key: key)
    }

    /// Tells its author and those who had flagged it that a text is erased, once it is known what is left of it. Whoever
    /// erased it knows.
    fileprivate func tellOfErasing(_ object: Flagged, isClean: Bool) throws {
        let last = try act.transaction.first(
            """
            select id, decided_by, word from rereading where object = \(object.subject) and outcome = 'purged'
            order by id desc limit 1
            """
        ) { row in (id: try row[0] as Rereading.ID, by: try row[1] as Member.ID?, word: try row[2] as String) }
        guard let last else { return }
        let erased = try act.view.safety.text(object)
        try tellFlaggers(of: last.id, erased, .purged, word: last.word, except: last.by, isClean: isClean)
        guard erased.author.id != last.by else { return }
        try tellAuthor(of: erased, .purged, word: last.word, isClean: isClean, key: "reread/\(last.id)/erased")
    }
}
