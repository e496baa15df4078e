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
        try await act(through: .worker) { act in
            let incident = try act.transaction.first(
                """
                update incident set proof = \(json), proved_at = \(act.now), traces = null
                where id = \(id) and proved_at is null returning community_id, object, question_id
                """
            ) { row in
                (community: try row[0] as Community.ID, object: try row[1] as Subject, in: try row[2] as Question.ID)
            }
            try act.execute("update job set done_at = \(act.now) where key = \(Job.key(ofProof: id))")
            guard let incident else { return }
            try Act(act.transaction, by: Actor(community: incident.community), at: act.now, through: .worker).record(
                .provedPurge, incident.object, within: .question(incident.in), ["clean": proof.isClean ? "yes" : "no"])
        }
        // The traces themselves leave the journal of writes with the rest.
        try await database.settle()
    }

    /// Nil once they were sought, and forgotten.
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
        proof.leftovers = try search([path, path + "-wal"], for: left, traces, &proof)
        if !proof.leftovers.isEmpty {
            try await database.settle(rewriting: true)
            proof.bytes = 0
            proof.leftovers = try search([path, path + "-wal"], for: left, traces, &proof)
        }
        let passages = left.filter(\.isPassage)
        proof.leftovers += try search(files?.paths ?? [], for: passages, traces, &proof)
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
            // The incident holds the numbers of the traces, never a text.
            for column in columns where column.table != "incident" {
                try transaction.eachText(of: column) { row, text in
                    let found = traces.found(in: text, among: traces.marks)
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

    /// Reads files from their first byte to their last, used or free.
    private func search(
        _ paths: [String], for marks: Set<TextTraces.Mark>, _ traces: TextTraces, _ proof: inout PurgeProof
    ) throws -> [PurgeProof.Leftover] {
        var leftovers: [PurgeProof.Leftover] = []
        for path in paths {
            guard let file = FileHandle(forReadingAtPath: path) else { continue }
            defer { try? file.close() }  // closing what was only read loses nothing
            var found: Set<TextTraces.Mark> = []
            var overlap = Data()
            while let piece = try file.read(upToCount: 1 << 22), !piece.isEmpty {
                proof.bytes += Int64(piece.count)
                let bytes = overlap + piece
                bytes.withUnsafeBytes { found.formUnion(traces.found(in: $0.bindMemory(to: UInt8.self), among: marks)) }
                overlap = bytes.suffix(TextTraces.passageLength)
            }
            if !found.isEmpty {
                let name = URL(fileURLWithPath: path).lastPathComponent
                leftovers.append(.init(file: name, traces: found.count))
            }
        }
        return leftovers
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
