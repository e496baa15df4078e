import PatientGuard
import Persistence

/// A file of a flagged post that may tell who a patient is: it does not come back with a corrected text.
package struct TellingFile: Sendable, Equatable {
    package let id: Attachment.ID
    package let name: String
    let hash: String
}

extension SafetyQueries {
    package func tellingFiles(of object: Flagged) throws -> [TellingFile] {
        let place: (question: Question.ID, number: Int)
        switch object {
        case .post(.question(let id)): place = (id, 0)
        case .post(.reply(let id)):
            guard let reply = try view.questions.replyEvenDeleted(id) else { return [] }
            place = (reply.question, reply.number)
        case .announcement, .word: return []
        }
        let files = try view.transaction.all(
            """
            select id, name, hash, text from attachment
            where question_id = \(place.question) and number = \(place.number) order by id
            """
        ) { row in
            (file: TellingFile(id: try row[0], name: try row[1], hash: try row[2]), text: try row[3] as String)
        }
        return try files.filter { found in
            let read = try view.tellingPassages(in: [], files: [(found.file.name, found.text)], ignoring: [])
            return PatientGuard.isWall(read.passages)
        }.map(\.file)
    }
}

extension SafetyActs {
    /// Takes them off, before the text is put back.
    /// - Returns: the hashes of those that nothing else uses.
    package func takeOffTellingFiles(of object: Flagged) throws -> [String] {
        let files = try act.view.safety.tellingFiles(of: object)
        if files.isEmpty { return [] }
        try act.execute("delete from attachment where id in \(list: files.map(\.id))")
        for _ in files { try act.record(.detachedFile, object.subject) }
        return try act.unused(files.map(\.hash))
    }
}
