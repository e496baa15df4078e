import ArgumentParser
import Ruche

struct Purge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Erases a text that tells who a patient is, with its copies, and proves that nothing is left.")
    @OptionGroup var settings: Settings
    @Argument(help: "question/42, reply/7, announcement/3 or word/5") var object: String

    func run() async throws {
        let instance = try await settings.open()
        let (object, salt) = (object, UInt64.random(in: .min ... .max))
        let purged: (community: Community.ID, incident: Incident.ID)
        do {
            purged = try await instance.act(through: .command) { try $0.purge(object, salt: salt) }
        } catch let refusal as Refusal {
            throw Failed(refusal.sentence)
        }
        try await instance.prove(purged.incident, in: FileStore(folder: settings.files))
        let reader = Actor(community: purged.community)
        guard let proof = try await instance.view(by: reader, { try $0.safety.incident(purged.incident).proof }) else {
            throw Failed("\(object) is erased; what is left could not be searched.")
        }
        print("\(object) is erased.")
        print(
            "Searched: \(proof.traces) traces of the text, in \(proof.columns) columns, and in \(proof.bytes) bytes of files."
        )
        for quote in proof.quotes { print("Quoted in \(quote.column)\(quote.row.map { ", row \($0)" } ?? "")") }
        for leftover in proof.leftovers { print("Left in \(leftover.file): \(leftover.traces) traces") }
        for copy in proof.copies { print("A copy of the database from before: \(copy)") }
        if proof.isClean { print("Not a byte was found.") } else { throw ExitCode.failure }
    }
}
