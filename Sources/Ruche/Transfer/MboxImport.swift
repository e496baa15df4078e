import Crypto
import Foundation
import Mailing
import PatientGuard
import Persistence

/// A list's past life becomes a community: `ruche import mbox` (FEATURES §18, I1 to I10).
///
/// The file is read twice: once for what threads need, then message by message in pieces of five hundred, each in its
/// own transaction. A piece that was written is never written again: an interrupted import goes on where it stopped,
/// and the same file twice adds nothing. Nobody is told, and nobody but facilitators sees the community before it is opened.
package struct MboxImport: Sendable {
    let instance: Instance
    let files: FileStore
    let path: String
    /// How the file is called in the report.
    let name: String

    package init(_ instance: Instance, files: FileStore, path: String, name: String) {
        (self.instance, self.files, self.path, self.name) = (instance, files, path, name)
    }

    package static let pieceLength = 500

    /// - Parameters:
    ///   - dryRun: reads everything, writes nothing, and gives the report that the import would give.
    ///   - pieces: stops after so many pieces, as an interruption would; nil goes to the end.
    package func run(
        into slug: Slug, dryRun: Bool = false, pieces: Int? = nil,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws -> ImportReport {
        let started = ContinuousClock.now
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let scan = try MboxScan(path: path, size: size, latest: (instance.clock.now + .days(1)).milliseconds) {
            progress($0 * 0.4)
        }
        let community = try await instance.view { try $0.communities.find(slug.text) }
        if let community, community.openedAt != nil {
            throw Refusal(
                "La communauté « %@ » est déjà ouverte à ses membres : importez dans une nouvelle.", slug.text,
                kind: .conflict)
        }
        let known = if let community { try await known(community.id) } else { [KnownMessage]() }
        var report = ImportReport()
        report.messages = scan.messages
        (report.refused, report.mendedDates) = (scan.refused, scan.mendedDates)
        let plan = ImportPlan(scan, known: known)
        report.duplicates = scan.repeated + plan.duplicates
        if dryRun {
            try plan.describe(in: &report, path: path)
            report.seconds = seconds(since: started)
            return report
        }
        let target: Community.ID
        if let community {
            target = community.id
        } else {
            target = try await instance.act(through: .imported) {
                try $0.communities.create(slug, name: slug.text, domain: "", isOpen: false)
            }
        }
        let batch = try await begin(target, size: size)
        report.batch = batch
        // What this batch wrote before an interruption is part of it, not a duplicate.
        let before = known.count { $0.batch == batch }
        report.duplicates -= before
        let writer = PieceWriter(
            instance: instance, community: target, batch: batch, files: files, path: path, shared: scan.shared)
        for (done, piece) in plan.pieces.enumerated() {
            if let pieces, done >= pieces { break }
            report.attachments += try await writer.write(piece)
            progress(0.4 + 0.6 * Double(done + 1) / Double(plan.pieces.count))
        }
        try await end(batch, target, &report)
        report.seconds = seconds(since: started)
        return report
    }

    private func seconds(since start: ContinuousClock.Instant) -> Double {
        Double((ContinuousClock.now - start).milliseconds) / 1_000
    }

    struct KnownMessage: Sendable {
        let message: ThreadBuilder.Known
        let batch: ImportBatch.ID
    }

    private func known(_ community: Community.ID) async throws -> [KnownMessage] {
        try await instance.view { view in
            try view.transaction.all(
                "select source_id, root_id, subject_key, sent_at, batch_id from import_message where community_id = \(community)"
            ) { row in
                KnownMessage(
                    message: .init(
                        id: try row[0], root: try row[1], subjectKey: try row[2],
                        sentAt: (try row[3] as Instant).milliseconds),
                    batch: try row[4])
            }
        }
    }

    /// The batch of this file that was not finished, or a new one.
    private func begin(_ community: Community.ID, size: Int) async throws -> ImportBatch.ID {
        let fingerprint = try fingerprint(size)
        let name = name
        return try await instance.act(through: .imported) { act in
            let open = try act.transaction.value(
                """
                select id from import_batch
                where community_id = \(community) and fingerprint = \(fingerprint) and ended_at is null order by id desc limit 1
                """, as: ImportBatch.ID.self)
            if let open { return open }
            return try act.insert(
                """
                insert into import_batch (community_id, file, fingerprint, started_at)
                values (\(community), \(name), \(fingerprint), \(act.now)) returning id
                """)
        }
    }

    /// Its size, and the hash of its two ends: enough to know the same file again without reading all of it.
    private func fingerprint(_ size: Int) throws -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw FileFailure(path: path, message: "cannot be read")
        }
        defer { try? handle.close() }  // only read: nothing is lost
        var hash = SHA256()
        hash.update(data: try handle.read(upToCount: 65_536) ?? Data())
        try handle.seek(toOffset: UInt64(max(0, size - 65_536)))
        hash.update(data: try handle.readToEnd() ?? Data())
        return "\(size)-" + hash.finalize().prefix(12).map { String($0, radix: 16) }.joined()
    }

    /// Counts what the batch brought, and keeps the report.
    private func end(_ batch: ImportBatch.ID, _ community: Community.ID, _ report: inout ImportReport) async throws {
        let counted = report
        report = try await instance.act(through: .imported) { act in
            var report = counted
            try act.transaction.each(
                """
                select count(*), coalesce(sum(case when reply_id is null then 1 else 0 end), 0), min(sent_at), max(sent_at)
                from import_message where batch_id = \(batch)
                """
            ) { row in
                (report.imported, report.threads, report.first, report.last) = (
                    try row[0], try row[1], try row[2], try row[3]
                )
            }
            report.people = try act.transaction.value("select count(*) from member where batch_id = \(batch)") ?? 0
            report.attachments =
                try act.transaction.value(
                    """
                    select count(*) from attachment a join question q on q.id = a.question_id
                    left join reply r on r.question_id = q.id and r.number = a.number
                    where coalesce(r.batch_id, q.batch_id) = \(batch)
                    """) ?? 0
            // An interruption leaves it open, to be gone on with.
            let isWhole = report.imported + report.duplicates + report.refused.count == report.messages
            try act.execute(
                """
                update import_batch set ended_at = \(isWhole ? act.now : nil), messages = \(report.messages),
                  imported = \(report.imported), duplicates = \(report.duplicates), refused = \(report.refused.count),
                  threads = \(report.threads), people = \(report.people), attachments = \(report.attachments),
                  first_at = \(report.first), last_at = \(report.last)
                where id = \(batch)
                """)
            try act.execute("delete from import_refusal where batch_id = \(batch)")
            for refused in report.refused {
                try act.execute(
                    """
                    insert into import_refusal (batch_id, position, message, why)
                    values (\(batch), \(refused.position), \(refused.id), \(refused.why))
                    """)
            }
            let inside = Act(act.transaction, by: Actor(community: community), at: act.now, through: .imported)
            try inside.members.recount(community)
            try act.execute(
                """
                update community set open_question_count = (
                  select count(*) from question where community_id = \(community) and deleted_at is null
                    and resolved_at is null and closed_at is null)
                where id = \(community)
                """)
            if isWhole { try inside.record(.imported, .batch(batch.rawValue), ["messages": String(report.messages)]) }
            return report
        }
    }
}
