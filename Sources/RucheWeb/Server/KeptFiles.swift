import Persistence
import Ruche

extension WebRequest {
    /// Keeps a file that came with a form, then does what names it. When the disk is full, or gives way otherwise, the
    /// refusal stands near the field, with the form as it was typed; what no text names does not stay on the disk.
    func keep(_ bytes: [UInt8], near field: String, _ body: @escaping @Sendable (Act, String) throws -> Void)
        async throws
    {
        let hash: String
        do {
            hash = try site.files.keep(bytes)
        } catch let fault as FileStore.NotKept {
            throw notKept(fault.cause, near: field)
        }
        do {
            try await act { try body($0, hash) }
        } catch {
            for unused in try await view({ try $0.unused([hash]) }) { try site.files.remove(unused) }
            guard let fault = error as? DatabaseError, fault.kind == .full else { throw error }
            throw notKept(fault, near: field)
        }
    }

    /// Told to the operator too, who alone can make room.
    private func notKept(_ cause: any Error, near field: String) -> Refusal {
        site.logger.error("a file was not kept", metadata: ["cause": "\(cause)"])
        return Refusal(
            "Le serveur n’a pas pu garder ce fichier : son disque est sans doute plein. Ce que vous avez écrit est là. Prévenez la personne qui tient le serveur, ou envoyez sans le fichier.",
            field: field)
    }
}
