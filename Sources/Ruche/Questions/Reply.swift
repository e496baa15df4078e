import Persistence

/// What a peer answers: an answer, or a question back that waits for the asker.
package struct Reply: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Reply>

    package let id: ID
    package let question: Question.ID
    /// Its place in the thread, from 1, in the order of arrival.
    package let number: Int
    package let author: Author
    package let repliedAt: Instant
    package let kind: Kind
    package let knowledge: Knowledge?
    /// *Chez moi*: one line of context (nuit, 30 lits, EHPAD).
    package let atOurs: String?
    package let body: String
    package let html: String
    package let version: Int
    package let editedAt: Instant?
    package let deletedAt: Instant?
    /// The reply of the same exchange that it answers, by its place; nil for the question.
    package let answered: Int?
    /// Members who called it useful.
    package let useful: Int

    package enum Kind: String, Bindable, Sendable, CaseIterable { case answer, clarification }

    /// Where what is shared comes from: three kinds of equal worth (DOMAIN M9 to M11).
    package enum Knowledge: String, Bindable, Sendable, CaseIterable { case experiential, technical, scientific }

    static let columns: SQL = """
        r.id, r.question_id, r.number, \(Author.columns(of: "r")), r.replied_at, r.kind, r.knowledge, r.at_ours, r.body,
        r.html, r.version, r.edited_at, r.deleted_at, r.useful_count,
        (select a.number from reply a where a.id = r.answers_id and a.question_id = r.question_id)
        """

    package init(_ row: borrowing Row) throws {
        (id, question, number) = (try row[0], try row[1], try row[2])
        author = try Author(row, from: 3)
        (repliedAt, kind, knowledge, atOurs) = (try row[7], try row[8], try row[9], try row[10])
        (body, html, version) = (try row[11], try row[12], try row[13])
        (editedAt, deletedAt, useful) = (try row[14], try row[15], try row[16])
        answered = try row[17]
    }
}
