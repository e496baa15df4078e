import PatientGuard
import Persistence

extension SafetyQueries {
    /// The posts of a thread that repeat what one of them says, and that others still read: by a line of quotation, or by
    /// what the guard finds in it.
    func quoting(_ post: PostOnFile) throws -> [PostOnFile] {
        let texts = [post.title, post.body] + post.others
        let said = fold(texts.joined(separator: "\n"))
        let found = try view.passages(in: texts).flatMap { $0 }
        let replies = try view.transaction.column(
            "select id from reply where question_id = \(post.question) and deleted_at is null order by number",
            as: Reply.ID.self)
        let others = [Post.question(post.question)] + replies.map(Post.reply)
        return try others.filter { $0 != post.post }.compactMap { other -> PostOnFile? in
            let other = try self.post(other)
            guard !other.isGone else { return nil }
            let written = ([other.title, other.body] + other.others).joined(separator: "\n")
            return Self.quotes(said, in: written) || Self.repeats(found, in: written) ? other : nil
        }
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
