import PatientGuard
import Persistence

extension SafetyQueries {
    /// The texts beside one that repeat what it says, and that others still read: by a line of quotation, by the same
    /// title, or by what the guard finds in it.
    func quoting(_ text: TextOnFile) throws -> [TextOnFile] {
        let said = fold(text.texts.joined(separator: "\n"))
        let found = try view.passages(in: text.texts).flatMap { $0 }
        return try beside(text).filter { $0 != text.object }.compactMap { other -> TextOnFile? in
            let other = try self.text(other)
            guard !other.isGone else { return nil }
            let written = other.texts.joined(separator: "\n")
            let isRepeated =
                Self.quotes(said, in: written) || Self.isTitle(other.title, of: text)
                || Self.repeats(found, in: written)
            return isRepeated ? other : nil
        }
    }

    /// Where a text may be quoted: its thread, with the announcement that opened it; the discussion of an announcement; the
    /// talk of a word.
    private func beside(_ text: TextOnFile) throws -> [Flagged] {
        switch text.place {
        case .thread(let question, _):
            let announcements = try view.transaction.column(
                "select id from announcement where question_id = \(question)", as: Announcement.ID.self)
            return try posts(of: question) + announcements.map(Flagged.announcement)
        case .announcement(let id):
            let discussion = try view.transaction.value(
                "select question_id from announcement where id = \(id)", as: Question.ID.self)
            return try discussion.map(posts) ?? []
        case .talk(let talk):
            return try view.transaction.column(
                "select id from private_word where talk_id = \(talk) order by id", as: PrivateWord.ID.self
            ).map(Flagged.word)
        }
    }

    private func posts(of question: Question.ID) throws -> [Flagged] {
        let replies = try view.transaction.column(
            "select id from reply where question_id = \(question) and deleted_at is null order by number",
            as: Reply.ID.self)
        return [.question(question)] + replies.map(Flagged.reply)
    }

    /// The discussion of an announcement begins with its title.
    private static func isTitle(_ title: String, of text: TextOnFile) -> Bool {
        !title.isEmpty && fold(title) == fold(text.title)
    }

    /// A line that begins with > and whose words stand in the text.
    private static func quotes(_ said: String, in written: String) -> Bool {
        written.split(whereSeparator: \.isNewline).contains { line in
            let line = line.drop { $0 == " " }
            guard line.first == ">" else { return false }
            let words = fold(String(line.drop { $0 == ">" || $0 == " " }).trimmingWhitespace())
            return words.utf8.count >= Passages.shortest && said.contains(words)
        }
    }

    /// What would have stopped it, had it been found there.
    private static func repeats(_ found: [Passage], in written: String) -> Bool {
        let written = fold(written)
        return PatientGuard.isWall(found.filter { written.contains(fold($0.text)) })
    }
}
