import Calendaring
import Foundation
import Persistence

/// Who looks after a step, until when, and what shows that it was done: kept beside what the step asks.
package struct StepFollowUp: Sendable, Equatable {
    package var owners: [Author] = []
    /// One a line: a link, a title, where the paper is.
    package var evidence = ""
    /// A day, as a browser writes it; empty when none was chosen.
    package var dueOn = ""
    package var note = ""

    package init(evidence: String = "", dueOn: String = "", note: String = "") {
        (self.evidence, self.dueOn, self.note) = (evidence, dueOn, note)
    }
}

package struct StepFollowUpDraft: Sendable, Equatable {
    package var owners: [Member.ID]
    package var evidence: String
    package var dueOn: String
    package var note: String

    package init(owners: [Member.ID] = [], evidence: String = "", dueOn: String = "", note: String = "") {
        (self.owners, self.evidence, self.dueOn, self.note) = (owners, evidence, dueOn, note)
    }
}

/// A paper of a step: the support letter once signed, the results of a survey.
package struct StepFile: Sendable, Equatable {
    package typealias ID = Identifier<StepFile>

    package let id: ID
    package let step: Step
    package let name: String
    package let type: String
    package let size: Int
    package let hash: String
    package let addedAt: Instant
    /// The letter of support, signed.
    package let isLetter: Bool

    /// What a letter or a result comes as. The bytes decide, not the name.
    package static func type(of bytes: some Collection<UInt8>) -> String? {
        let head = Array(bytes.prefix(4))
        if head.starts(with: Array("%PDF".utf8)) { return "application/pdf" }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if head == [0x89, 0x50, 0x4E, 0x47] { return "image/png" }
        return nil
    }
}

/// What facilitating took: noted in two taps, summed by month beside what was promised.
package struct FacilitationTime: Sendable, Equatable {
    package struct Line: Sendable, Equatable {
        package let id: Int64
        package let who: Author
        package let day: String
        package let minutes: Int
        package let what: String
    }

    package struct Month: Sendable, Equatable {
        /// "2026-11"
        package let month: String
        package let minutes: Int
    }

    /// The last noted first.
    package var latest: [Line] = []
    /// The last twelve months with a note, the newest first.
    package var months: [Month] = []
}

extension PreparationQueries {
    package func files() throws -> [StepFile] {
        try view.transaction.all(
            """
            select id, number, name, type, size, hash, added_at, is_letter from step_file
            where community_id = \(try view.community) order by added_at, id
            """, Self.file)
    }

    package func file(_ id: StepFile.ID) throws -> StepFile {
        let found = try view.transaction.first(
            """
            select id, number, name, type, size, hash, added_at, is_letter from step_file
            where id = \(id) and community_id = \(try view.community)
            """, Self.file)
        guard let found else { throw Refusal.notFound }
        return found
    }

    private static func file(_ row: borrowing Row) throws -> StepFile {
        StepFile(
            id: try row[0], step: try row[1], name: try row[2], type: try row[3], size: try row[4], hash: try row[5],
            addedAt: try row[6], isLetter: try row[7])
    }

    package func time() throws -> FacilitationTime {
        var time = FacilitationTime()
        time.latest = try view.transaction.all(
            """
            select f.id, f.day, f.minutes, f.what, \(Author.columns) from facilitation_time f
            join member m on m.id = f.member_id where f.community_id = \(try view.community)
            order by f.day desc, f.id desc limit 30
            """
        ) { row in
            .init(id: try row[0], who: try Author(row, from: 4), day: try row[1], minutes: try row[2], what: try row[3])
        }
        time.months = try view.transaction.all(
            """
            select substr(day, 1, 7), sum(minutes) from facilitation_time where community_id = \(try view.community)
            group by substr(day, 1, 7) order by 1 desc limit 12
            """
        ) { row in .init(month: try row[0], minutes: try row[1]) }
        return time
    }
}

extension PreparationActs {
    func keep(_ followUp: StepFollowUpDraft, of step: Step) throws {
        guard followUp.dueOn.isEmpty || CivilDate(followUp.dueOn) != nil else {
            throw Refusal("Choisissez un jour.", field: "suivi-date")
        }
        for (text, field) in [(followUp.evidence, "suivi-preuves"), (followUp.note, "suivi-note")] {
            guard text.count <= 4_000 else {
                throw Refusal("Ce texte dépasse 4 000 caractères. Gardez l’essentiel.", field: field)
            }
        }
        let community = try act.community
        try act.execute(
            """
            update step set evidence = \(followUp.evidence.trimmingWhitespace()), due_on = \(followUp.dueOn),
              note = \(followUp.note.trimmingWhitespace())
            where community_id = \(community) and number = \(step)
            """)
        try act.execute("delete from step_owner where community_id = \(community) and number = \(step)")
        for owner in Set(followUp.owners).sorted() {
            _ = try act.view.members.profile(owner)
            try act.execute(
                "insert into step_owner (community_id, number, member_id) values (\(community), \(step), \(owner))")
        }
    }

    /// Attaches a paper to a step; its bytes are in the store already.
    /// - Parameter isLetter: whether it is the letter of support, which the first step asks for.
    package func attach(
        _ name: String, type: String, size: Int, hash: String, to step: Step, isLetter: Bool = false
    ) throws {
        try act.execute(
            """
            insert into step_file (community_id, number, name, type, size, hash, added_at, is_letter)
            values (\(try act.community), \(step), \(name.line(limit: 120) ?? "document"), \(type), \(size), \(hash),
                \(act.now), \(isLetter && step == .group))
            """)
        try act.record(.preparedStep, .step(step.rawValue), ["file": "added"])
    }

    /// - Returns: the hash of the file when nothing else uses it.
    package func detach(_ id: StepFile.ID) throws -> String? {
        let file = try act.view.preparation.file(id)
        try act.execute("delete from step_file where id = \(id)")
        try act.record(.preparedStep, .step(file.step.rawValue), ["file": "removed"])
        return try act.unused([file.hash]).first
    }

    /// Takes back a time noted by mistake: one's own only.
    package func takeBackTime(_ id: Int64) throws {
        let minutes = try act.transaction.value(
            """
            delete from facilitation_time where id = \(id) and community_id = \(try act.community)
              and member_id = \(try act.member) returning minutes
            """, as: Int.self)
        guard let minutes else { throw Refusal.notFound }
        try act.record(.notedTime, .community(try act.community), ["taken back": String(minutes)])
    }

    /// - Parameters:
    ///   - typed: "45" and "45 min" are minutes; "1 h 30", "1h30" and "1,5 h" are hours.
    ///   - day: as a browser writes it; today when empty.
    package func noteTime(_ typed: String, on day: String, what: String) throws {
        guard let minutes = TypedDuration.minutes(typed, bare: .minutes).map({ Int($0.rounded()) }),
            (1...1_440).contains(minutes)
        else {
            throw Refusal("Écrivez une durée, par exemple 45 min ou 1 h 30.", field: "duree")
        }
        let zone = Zone(try act.view.communities.current().zone) ?? .paris
        let today = zone.date(at: act.now.milliseconds)
        guard day.isEmpty || CivilDate(day).map({ $0 <= today }) == true else {
            throw Refusal("Choisissez un jour, aujourd’hui ou avant.", field: "jour")
        }
        try act.execute(
            """
            insert into facilitation_time (community_id, member_id, day, minutes, what)
            values (\(try act.community), \(try act.member), \(day.isEmpty ? today.description : day), \(minutes),
                \(try what.line(field: "quoi") ?? ""))
            """)
        try act.record(.notedTime, .community(try act.community), ["minutes": String(minutes)])
    }
}
