import Logging
import Ruche
import Synchronization

/// What a page notes about its reader (here today, read so far, session in use, one more page of a kind), written together a moment later: a
/// page that is read never waits for the disk, and what a crash loses is only a bookmark.
package final class Comings: Sendable {
    private struct Waiting {
        var sessions: Set<Session.ID> = []
        var visits: [Member.ID: Actor] = [:]
        var read: [ReadKey: Int] = [:]
        /// Pages by community and kind, and nobody's.
        var views: [Community.ID: [PageKind: Int]] = [:]
        var isEmpty: Bool { sessions.isEmpty && visits.isEmpty && read.isEmpty && views.isEmpty }
    }
    private struct ReadKey: Hashable { let member: Member.ID, question: Question.ID }

    private let waiting = Mutex(Waiting())
    private let instance: Instance
    private let logger: Logger

    init(instance: Instance, logger: Logger) { (self.instance, self.logger) = (instance, logger) }

    func note(use session: Session.ID) { _ = waiting.withLock { $0.sessions.insert(session) } }

    func note(visit member: Member.ID, by actor: Actor) { waiting.withLock { $0.visits[member] = actor } }

    func note(read question: Question.ID, upTo number: Int, by member: Member.ID) {
        waiting.withLock { waiting in
            let key = ReadKey(member: member, question: question)
            waiting.read[key] = max(waiting.read[key] ?? 0, number)
        }
    }

    /// What was noted of an exchange and not written yet: its reader says that they have not read it.
    func forget(read question: Question.ID, by member: Member.ID) {
        waiting.withLock { $0.read[ReadKey(member: member, question: question)] = nil }
    }

    func note(view kind: PageKind, in community: Community.ID) {
        waiting.withLock { $0.views[community, default: [:]][kind, default: 0] += 1 }
    }

    /// Writes what waits. When it cannot be written, it is forgotten: the next page notes it again.
    package func write() async {
        let noted = waiting.withLock { waiting in
            defer { waiting = Waiting() }
            return waiting
        }
        if noted.isEmpty { return }
        do {
            try await instance.act(through: .web) { act in
                for session in noted.sessions { try act.accounts.noteUse(of: session) }
                for actor in noted.visits.values {
                    try Act(act.transaction, by: actor, at: act.now, through: .web).members.noteVisit()
                }
                for (key, number) in noted.read {
                    try act.questions.noteRead(key.question, upTo: number, by: key.member)
                }
                for (community, views) in noted.views {
                    try Act(act.transaction, by: Actor(community: community), at: act.now, through: .web).drift
                        .note(views: views)
                }
            }
        } catch {
            logger.warning("what pages noted was not kept", metadata: ["cause": "\(error)"])
        }
    }

    /// Writes every two seconds, and once more at the end.
    package func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(2))  // an interrupted sleep is the end
            await write()
        }
    }
}
