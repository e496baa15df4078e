import Markup
import Persistence

/// What members drew together from a long exchange, each reply one link away.
package struct Synthesis: Sendable, Equatable {
    package let body: String
    package let html: String
    package let version: Int
    /// Who wrote the last version.
    package let author: Author
    package let writtenAt: Instant

    /// An exchange may carry one from so many replies on (DOMAIN M5); a question of fewer is read at once.
    package static let leastReplies = 8

    /// The replies that it cites: "#3".
    package var cited: Set<Int> { Self.citations(in: body) }

    /// "#3" as a citation; before it, where a "#" cites nothing: code, links, addresses, the end of a word.
    private static var citation: Regex<(Substring, Substring?)> {
        /`{3}[\s\S]*?(?:`{3}|$)|~{3}[\s\S]*?(?:~{3}|$)|``[^\n]*?``|`[^`\n]*`|!?\[[^\]\n]*\]\([^)\n]*\)|<[^>\n]*>|https?:\/\/\S+|[\p{L}\p{N}&\/]#\d+|#(\d{1,4})\b/
    }

    static func citations(in text: String) -> Set<Int> {
        Set(text.matches(of: citation).compactMap { $0.1.flatMap { Int($0) } })
    }

    /// "#3" leads to the third reply, where there is one.
    static func linked(_ text: String, replies: Set<Int>, name: (Int) -> String) -> String {
        text.replacing(citation) { match in
            guard let number = match.1.flatMap({ Int($0) }), replies.contains(number) else { return String(match.0) }
            return "[\(name(number))](#r\(number))"
        }
    }
}

extension QuestionQueries {
    package func synthesis(of id: Question.ID) throws -> Synthesis? {
        try view.transaction.first(
            """
            select s.body, s.html, s.version, \(Author.columns), s.written_at from synthesis s
            join member m on m.id = s.author_id where s.question_id = \(id)
            """
        ) { row in
            Synthesis(
                body: try row[0], html: try row[1], version: try row[2], author: try Author(row, from: 3),
                writtenAt: try row[7])
        }
    }
}

extension QuestionQueries {
    /// Every state of a synthesis, the oldest first.
    package func synthesisHistory(of id: Question.ID) throws -> [PostVersion] {
        _ = try find(id)
        guard let now = try synthesis(of: id) else { throw Refusal.notFound }
        let before = try view.transaction.all(
            """
            select version, title, body, written_at from post_version
            where object = \("synthesis/\(id)") order by version
            """
        ) { row in PostVersion(version: try row[0], title: try row[1], body: try row[2], writtenAt: try row[3]) }
        // Each version is an act of the journal, whose authors are those of the versions in their order.
        let authors = try view.transaction.column(
            """
            select coalesce(m.name, '') from journal j left join member m on m.id = j.member_id
            where j.object = \(Subject.question(id)) and j.verb = \(Verb.synthesised) order by j.id
            """, as: String.self)
        let all = before + [PostVersion(version: now.version, title: "", body: now.body, writtenAt: now.writtenAt)]
        return all.enumerated().map { index, version in
            var version = version
            if authors.count == all.count, !authors[index].isEmpty { version.author = authors[index] }
            return version
        }
    }
}

extension QuestionActs {
    /// Writes the synthesis of an exchange, or a new version of it. The version before stays in the history.
    /// - Parameter version: the one that the writer had before them; 0 for none.
    /// - Throws: `EditConflict` when it has changed since.
    package func synthesise(
        _ id: Question.ID, _ text: String, from version: Int, hasSeenBoth: Bool = false, isConfirmed: Bool = false
    ) throws {
        let question = try act.view.questions.find(id)
        let now = try act.view.questions.synthesis(of: id)
        let numbers: [Int] = try act.transaction.column(
            "select number from reply where question_id = \(id) and deleted_at is null order by number")
        guard question.deletedAt == nil, now != nil || numbers.count >= Synthesis.leastReplies else {
            throw Refusal("Une synthèse s’écrit à partir de huit réponses.", kind: .conflict)
        }
        let body = text.trimmingWhitespace()
        guard !body.isEmpty else { throw Refusal("Écrivez ce que l’on retient de cet échange.", field: "texte") }
        guard body.count <= QuestionDraft.bodyLimit else {
            throw Refusal("Ce texte dépasse 20 000 caractères. Coupez-le en deux messages.", field: "texte")
        }
        try act.guardWords([RuledText(field: "texte", text: body)], isConfirmed: isConfirmed)
        if let now, now.version != version, !hasSeenBoth {
            throw EditConflict(title: "", body: now.body, version: now.version, at: now.writtenAt)
        }
        if let now {
            if now.body == body { return }
            try act.execute(
                """
                insert into post_version (object, version, title, body, written_at)
                values (\("synthesis/\(id)"), \(now.version), '', \(now.body), \(now.writtenAt))
                """)
        }
        let source = Synthesis.linked(body, replies: Set(numbers)) { "n°\u{00A0}\($0)" }
        try act.execute(
            """
            insert into synthesis (question_id, body, html, renderer, version, author_id, written_at)
            values (\(id), \(body), \(Rendering.html(source)), \(Rendering.version), 1, \(try act.member), \(act.now))
            on conflict (question_id) do update set body = excluded.body, html = excluded.html,
              renderer = excluded.renderer, version = synthesis.version + 1, author_id = excluded.author_id,
              written_at = excluded.written_at
            """)
        try act.record(.synthesised, .question(id))
    }
}
