import Mailing
import PatientGuard
import Persistence

/// Which messages are new, in which thread each goes, and in what order they are written: threads by the date of their
/// root, each message after the one that it answers, then by date.
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
        let ordered = threads.values.map { Self.ordered($0) }.sorted { start($0) < start($1) }
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

    /// By date, but never before what it answers: the clocks of two writers differ, sometimes by hours.
    private static func ordered(_ thread: [Message]) -> [Message] {
        let byDate = thread.sorted { left, right in
            if left.isRoot != right.isRoot { return left.isRoot }
            return (left.envelope.sentAt, left.envelope.position) < (right.envelope.sentAt, right.envelope.position)
        }
        let byID = Dictionary(byDate.map { ($0.envelope.id, $0) }) { first, _ in first }
        var placed: Set<String> = []
        var ordered: [Message] = []
        for message in byDate {
            // From the message up to what stands already, then down again.
            var waiting: [Message] = []
            var next: Message? = message
            while let one = next, placed.insert(one.envelope.id).inserted {
                waiting.append(one)
                next = one.parent.flatMap { byID[$0] }
            }
            ordered += waiting.reversed()
        }
        return ordered
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
