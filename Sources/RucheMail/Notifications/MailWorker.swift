import Calendaring
import Foundation
import Logging
import Persistence
import Ruche
import Wording

/// Where a letter goes: a mail server, or nowhere (a demonstration, a test), where it is only kept to be read.
package protocol MailTransport: Sendable {
    /// Blocking calls stay out of the cooperative threads.
    /// - Throws: `MailTransportFailure`.
    func send(_ letter: WrittenLetter, to address: String, name: String, id: String) async throws
}

/// The server did not take the letter.
package struct MailTransportFailure: Error, Sendable {
    /// It never will: another try would be refused too.
    package let isFinal: Bool
    package let words: String

    package init(isFinal: Bool, words: String) { (self.isFinal, self.words) = (isFinal, words) }
}

/// Nothing leaves: the letters are read in the database.
package struct NoTransport: MailTransport {
    package init() {}
    package func send(_ letter: WrittenLetter, to address: String, name: String, id: String) async throws {}
}

/// Does what waits in the queue: sends letters, each at most once, and does the domain's own jobs.
///
/// A letter is marked as *being sent*, and that is kept, before the server hears of it. If the program dies in between,
/// nobody knows whether it left: it is marked so and never sent again.
package struct MailWorker: Sendable {
    let instance: Instance
    let transport: any MailTransport
    let words: Words
    let url: String
    /// A demonstration shows what it sent.
    let keepsTexts: Bool
    /// Where files are kept; those of an erased post go with it.
    let files: FileStore?
    let logger: Logger

    package init(
        instance: Instance, transport: any MailTransport, words: Words, url: String, keepsTexts: Bool = false,
        files: FileStore? = nil, logger: Logger
    ) {
        (self.instance, self.transport, self.words, self.url, self.logger) = (instance, transport, words, url, logger)
        (self.keepsTexts, self.files) = (keepsTexts, files)
    }

    /// Works until the task is cancelled, looking every two seconds.
    package func run() async {
        do {
            try await instance.act(through: .worker) { try $0.beginHousekeeping() }
        } catch {
            logger.warning("housekeeping could not be asked for", metadata: ["cause": "\(error)"])
        }
        while !Task.isCancelled {
            do {
                while try await sendNext() { try Task.checkCancellation() }
            } catch is CancellationError {
                return
            } catch {
                logger.warning("the mail queue could not be read", metadata: ["cause": "\(error)"])
            }
            try? await Task.sleep(for: .seconds(2))  // an interrupted sleep is the end
        }
    }

    /// Does the next job that is due: a letter, or work of the domain.
    /// - Returns: false when there was none.
    @discardableResult
    package func sendNext() async throws -> Bool {
        let claimed = try await instance.act(through: .worker) { act -> (Job, QueuedMail?)? in
            guard let job = try act.jobs.claim() else { return nil }
            guard job.kind == .mail else { return (job, nil) }
            guard let id = QueuedMail.ID(job.key.dropFirst("mail/".count)), let mail = try begin(id, act) else {
                try act.jobs.finish(job.id)
                return (job, nil)
            }
            return (job, mail)
        }
        guard let (job, found) = claimed else { return false }
        guard job.kind == .mail else {
            try await perform(job)
            return true
        }
        guard let mail = found else { return true }
        let ui = Interface(
            language: Language(rawValue: mail.language) ?? .french,
            zone: (mail.zone ?? mail.letter.zone).flatMap { Zone($0) } ?? .paris, now: instance.clock.now.milliseconds,
            words: words)
        let letter = write(mail.letter, url: url, ui)
        let shown = keepsTexts ? letter.text : nil
        try await instance.act(through: .worker) {
            try $0.mails.keep(mail.id, subject: letter.subject, text: shown)
        }
        do {
            try await transport.send(
                letter, to: mail.recipient.rawValue, name: mail.name, id: "mail.\(mail.id)@\(host)")
            try await instance.act(through: .worker) { act in
                try act.mails.noteSent(mail.id)
                try act.jobs.finish(job.id)
            }
        } catch let failure as MailTransportFailure {
            try await note(failure, of: mail, job)
        }
        return true
    }

    /// A letter that cannot be read stops no other: it is given up.
    private func begin(_ id: QueuedMail.ID, _ act: Act) throws -> QueuedMail? {
        do {
            return try act.mails.beginSending(id)
        } catch let fault as DecodingError {
            logger.error("a letter cannot be read", metadata: ["mail": "\(id)", "cause": "\(fault)"])
            try act.mails.noteNotSent(id, isFinal: true, because: "the letter cannot be read")
            return nil
        }
    }

    /// Work of the domain. What fails is tried again later: it stops no other work.
    private func perform(_ job: Job) async throws {
        do {
            if job.kind == .housekeeping, let files { try await instance.sweepUploads(in: files) }
            if job.kind == .forgetting { try await instance.database.forget(in: Draft.tables) }
            if let incident = job.incident { try await instance.prove(incident, in: files) }
            try await instance.act(through: .worker) { act in
                var random = SystemRandomNumberGenerator()
                try act.perform(job) { Secret(&random) }
            }
        } catch {
            logger.warning("a job failed", metadata: ["job": "\(job.key)", "cause": "\(error)"])
            try await instance.act(through: .worker) { act in
                try act.jobs.postpone(
                    job.id, to: act.now + JobActs.pause(after: job.attempts), because: String(describing: error))
            }
        }
    }

    /// After this many tries over some two days, a letter is given up.
    private static let triesAtMost = 16

    private func note(_ failure: MailTransportFailure, of mail: QueuedMail, _ job: Job) async throws {
        let isFinal = failure.isFinal || job.attempts >= Self.triesAtMost
        logger.warning("a letter did not leave", metadata: ["mail": "\(mail.id)", "cause": "\(failure.words)"])
        try await instance.act(through: .worker) { act in
            try act.mails.noteNotSent(mail.id, isFinal: isFinal, because: failure.words)
            if isFinal {
                try act.jobs.finish(job.id)
            } else {
                try act.jobs.postpone(job.id, to: act.now + JobActs.pause(after: job.attempts), because: failure.words)
            }
        }
    }

    private var host: String { URL(string: url)?.host() ?? "localhost" }
}
