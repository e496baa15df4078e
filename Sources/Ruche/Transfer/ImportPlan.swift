import Mailing
import PatientGuard
import Persistence

/// Which messages are new, in which thread each goes, and in what order they are written: threads by the date of their
/// root, each root before its replies, replies by date.
struct ImportPlan {
    struct Message: Sendable {
        let envelope: MboxScan.Envelope
        let root: String
        let parent: String?
        var isRoot: Bool { envelope.id == root }
    }

    let pieces: [[Message]]
    /// Messages of the file that the community already has.
    let duplicates: Int

    init(_ scan: MboxScan, known: [MboxImport.KnownMessage]) {
        let ids = Set(known.map(\.message.id))
        let fresh = scan.envelopes.filter { !ids.contains($0.id) }
        duplicates = scan.envelopes.count - fresh.count
        let places = ThreadBuilder(known: known.map(\.message)).places(of: fresh.map(\.entry))
        let messages = fresh.map { envelope in
            let place = places[envelope.id]
            return Message(envelope: envelope, root: place?.root ?? envelope.id, parent: place?.parent)
        }
        let threads = Dictionary(grouping: messages) { $0.root }
        func start(_ thread: [Message]) -> (Int64, Int) {
            let first = thread.first(where: \.isRoot) ?? thread[0]
            return (first.envelope.sentAt, first.envelope.position)
        }
        let ordered = threads.values.map { thread in
            thread.sorted { left, right in
                if left.isRoot != right.isRoot { return left.isRoot }
                return (left.envelope.sentAt, left.envelope.position) < (right.envelope.sentAt, right.envelope.position)
            }
        }.sorted { start($0) < start($1) }
        var pieces: [[Message]] = []
        var piece: [Message] = []
        for thread in ordered {
            piece += thread
            if piece.count >= MboxImport.pieceLength {
                pieces.append(piece)
                piece = []
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        self.pieces = pieces
        self.authors = Set(fresh.map { $0.author.key(scan.shared) })
    }

    private let authors: Set<String>

    /// What the import would give.
    func describe(in report: inout ImportReport, path: String) throws {
        let messages = pieces.flatMap { $0 }
        report.imported = messages.count
        report.threads = messages.count(where: \.isRoot)
        report.people = authors.count
        let dates = messages.map(\.envelope.sentAt)
        report.first = dates.min().map { Instant(milliseconds: $0) }
        report.last = dates.max().map { Instant(milliseconds: $0) }
        let guardian = PatientGuard()
        for message in messages {
            var reader = try MboxReader(
                path: path, offset: message.envelope.offset, position: message.envelope.position - 1)
            guard let raw = try reader.next(), let whole = try? ListMessage(raw) else { continue }  // it was read once
            report.attachments += whole.attachments.count
            if PatientGuard.isWall(guardian.passages(in: String(whole.text.prefix(4_000)))) { report.guarded += 1 }
        }
    }
}
