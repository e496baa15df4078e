import Foundation
import Persistence

/// What somebody has begun to write, kept on the server: found again on another device, and after a session's end.
package struct Draft: Sendable, Equatable {
    package let place: Place
    package let fields: [String: String]
    package let savedAt: Instant

    /// Where it is written.
    package enum Place: Sendable, Equatable {
        case question
        case exchange(Question.Kind)
        case reply(Question.ID)

        package var text: String {
            switch self {
            case .question, .exchange(.question): "question"
            case .exchange(let kind): "exchange/\(kind.rawValue)"
            case .reply(let id): "reply/\(id)"
            }
        }

        package init?(_ text: String) {
            if text == "question" {
                self = .question
            } else if text.hasPrefix("exchange/"), let kind = Question.Kind(rawValue: String(text.dropFirst(9))) {
                self = .exchange(kind)
            } else if text.hasPrefix("reply/"), let id = Question.ID(text.dropFirst("reply/".count)) {
                self = .reply(id)
            } else {
                return nil
            }
        }
    }

    /// Where what is not published yet lies.
    package static let tables: [StaticString] = ["draft", "upload"]

    /// What a draft may weigh, all fields together.
    package static let limitInBytes = 100_000
}

extension QuestionQueries {
    package func draft(at place: Draft.Place) throws -> Draft? {
        try view.transaction.first(
            "select fields, saved_at from draft where member_id = \(view.actor.member) and place = \(place.text)"
        ) { row in
            let fields = try JSONDecoder().decode([String: String].self, from: Data((try row[0] as String).utf8))
            return Draft(place: place, fields: fields, savedAt: try row[1])
        }
    }

    /// Everything that the reader has begun, the newest first.
    package func drafts() throws -> [Draft] {
        try view.transaction.all(
            "select place, fields, saved_at from draft where member_id = \(view.actor.member) order by saved_at desc"
        ) { row in
            let fields = try JSONDecoder().decode([String: String].self, from: Data((try row[1] as String).utf8))
            return Draft(place: Draft.Place(try row[0]) ?? .question, fields: fields, savedAt: try row[2])
        }
    }
}

extension QuestionActs {
    /// Keeps what is being written. Nothing typed: the draft goes.
    package func keepDraft(at place: Draft.Place, _ fields: [String: String]) throws {
        if case .reply(let id) = place { _ = try act.view.questions.find(id) }
        let fields = fields.filter { !$0.value.isEmpty }
        guard fields.contains(where: { !$0.value.trimmingWhitespace().isEmpty }) else {
            return try discardDraft(at: place)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(fields), as: UTF8.self)
        guard json.utf8.count <= Draft.limitInBytes else {
            throw Refusal("Ce brouillon est trop long pour être gardé.", field: "texte")
        }
        try act.execute(
            """
            insert into draft (member_id, place, fields, saved_at)
            values (\(try act.member), \(place.text), \(json), \(act.now))
            on conflict (member_id, place) do update set fields = excluded.fields, saved_at = excluded.saved_at
            """)
    }

    package func discardDraft(at place: Draft.Place) throws {
        try act.execute("delete from draft where member_id = \(try act.member) and place = \(place.text)")
    }

    /// The same where its author wants nothing of it to be left, as before publishing without a name.
    package func eraseDraft(at place: Draft.Place) throws {
        try discardDraft(at: place)
        try forgetErased()
    }

    /// Has what was erased leave the files of the database too: soon, and noted at the hour alone.
    func forgetErased() throws {
        try act.execute(
            """
            insert into job (kind, key, run_at) values (\(Job.Kind.forgetting), 'forgetting', \(act.now.hour))
            on conflict (key) do update set run_at = excluded.run_at, done_at = null, leased_until = null, attempts = 0
            """)
    }
}
