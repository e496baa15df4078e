import ArgumentParser
import Foundation
import Persistence
import Ruche

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A past life becomes a community.", subcommands: [Mbox.self, Undo.self])

    struct Mbox: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The archive of a mailing list (mbox, or mbox.gz).")

        @OptionGroup var settings: Settings
        @ArgumentParser.Argument var file: String
        @Option(help: "The community; it is created, private, if it is not there.") var community: String
        @Option(help: "The address of a facilitator, who will read it and open it.") var facilitator: String?
        @Flag(help: "Reads everything, writes nothing.") var dryRun = false
        @Flag(help: "One JSON document.") var json = false

        func run() async throws {
            guard FileManager.default.fileExists(atPath: file) else { throw Failed("\(file) cannot be read.") }
            let slug = try refused { try Slug(typed: community) }
            let unpacked = try Unpacked(file)
            defer { unpacked.remove() }
            let instance = try await settings.open()
            let progress = Progress("import")
            let report: ImportReport
            do {
                let work = MboxImport(
                    instance, files: FileStore(folder: settings.files), path: unpacked.path,
                    name: URL(fileURLWithPath: file).lastPathComponent)
                report = try await work.run(into: slug, dryRun: dryRun) { progress.show($0) }
                if !dryRun, let facilitator { try await entrust(slug, to: facilitator, instance) }
            } catch let refusal as Refusal {
                throw Failed(
                    refusal.arguments.reduce(refusal.sentence) { $0.replacing("%@", with: $1, maxReplacements: 1) })
            }
            try await instance.database.close()
            progress.end(dryRun ? "Nothing was written." : "Imported. It stays private until a facilitator opens it.")
            if json { write(ImportOutput.document(report).data) } else { print(ImportOutput.text(report)) }
        }

        private func entrust(_ slug: Slug, to email: String, _ instance: Instance) async throws {
            let address = try typed(email)
            try await instance.act(through: .command) { act in
                guard let community = try act.view.communities.find(slug.text) else { return }
                let person = try act.accounts.create(address, name: address.rawValue)
                try act.members.enter(
                    community.id, person: person, as: MemberDraft(name: address.rawValue), role: .facilitator)
            }
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Takes away everything that an import brought.")

        @OptionGroup var settings: Settings
        @ArgumentParser.Argument var batch: Int64
        @Flag(help: "Also takes away what was written in its threads since.") var force = false

        func run() async throws {
            let instance = try await settings.open()
            let (batch, force) = (ImportBatch.ID(batch), force)
            let undone: UndoneImport
            do {
                undone = try await instance.act(through: .command) { try $0.imports.undo(batch, force: force) }
            } catch let refusal as Refusal {
                throw Failed(
                    refusal.arguments.reduce(refusal.sentence) { $0.replacing("%@", with: $1, maxReplacements: 1) })
            }
            let files = FileStore(folder: settings.files)
            for hash in undone.orphanFiles { try files.remove(hash) }
            try await instance.database.close()
            print("\(undone.questions) threads, \(undone.replies) replies, \(undone.people) people taken away.")
        }
    }
}

/// The archive as a plain file: a compressed one is unpacked beside, and removed at the end.
private struct Unpacked {
    let path: String
    private let isTemporary: Bool

    init(_ file: String) throws {
        guard file.hasSuffix(".gz") else {
            (path, isTemporary) = (file, false)
            return
        }
        let target = FileManager.default.temporaryDirectory.appending(path: "ruche-\(UUID().uuidString).mbox")
        _ = FileManager.default.createFile(atPath: target.path, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file]
        process.standardOutput = try FileHandle(forWritingTo: target)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            try? FileManager.default.removeItem(at: target)  // the failure below matters more
            throw Failed("\(file) is not a whole gzip file.")
        }
        (path, isTemporary) = (target.path, true)
    }

    func remove() {
        if isTemporary { try? FileManager.default.removeItem(atPath: path) }  // a temporary folder empties itself
    }
}

/// The contract of `ruche import … --json` (ARCHITECTURE §7).
enum ImportOutput {
    static func document(_ report: ImportReport) -> JSONOutput {
        .object([
            "batch": .whole(report.batch.map { Int($0.rawValue) }), "messages": .whole(report.messages),
            "imported": .whole(report.imported), "duplicates": .whole(report.duplicates),
            "refused": .list(
                report.refused.map {
                    .object(["position": .whole($0.position), "id": .text($0.id), "why": .text($0.why)])
                }), "threads": .whole(report.threads), "people": .whole(report.people),
            "attachments": .whole(report.attachments), "first": .text(report.first.map(instant)),
            "last": .text(report.last.map(instant)), "seconds": .number(report.seconds),
            "mended_dates": .whole(report.mendedDates), "guarded": .whole(report.guarded),
        ])
    }

    private static func instant(_ instant: Instant) -> String {
        ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000))
    }

    static func text(_ report: ImportReport) -> String {
        var lines = [
            "\(report.messages) messages = \(report.imported) imported + \(report.duplicates) duplicates + \(report.refused.count) refused",
            "\(report.threads) threads, \(report.people) people, \(report.attachments) attachments, \(report.mendedDates) dates mended",
            "from \(report.first.map(instant) ?? "–") to \(report.last.map(instant) ?? "–"), in \(report.seconds) s",
        ]
        if let batch = report.batch { lines.append("batch \(batch): ruche import undo \(batch) takes it away") }
        lines += report.refused.map { "refused: message \($0.position): \($0.why)" }
        return lines.joined(separator: "\n")
    }
}
