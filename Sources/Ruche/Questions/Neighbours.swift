import Persistence

/// What stands near a question: others that resemble it, members who said they can help, objects it may be tied to.
extension QuestionQueries {
    /// "Déjà posé ici ?": questions whose titles resemble one that somebody types, the most alike first.
    package func similar(to title: String, limit: Int = 3) throws -> [QuestionOnList] {
        let best = try alike(title, limit: limit).map(\.question)
        if best.isEmpty { return [] }
        let found = try view.transaction.all(
            QuestionOnList.self,
            """
            select \(QuestionOnList.columns) from question q \(QuestionOnList.author)
            where q.id in \(list: best) and q.deleted_at is null
            """)
        return best.compactMap { id in found.first { $0.id == id } }
    }

    /// The questions that resemble a published one: found when either was written, so that a page only reads them.
    package func neighbours(of id: Question.ID, limit: Int = 3) throws -> [QuestionOnList] {
        try view.transaction.all(
            QuestionOnList.self,
            """
            select \(QuestionOnList.columns) from neighbour n join question q on q.id = n.other_id
            \(QuestionOnList.author)
            where n.question_id = \(id) and q.deleted_at is null
            order by n.likeness desc, q.id desc limit \(limit)
            """)
    }

    /// Shared words of two titles among all their words, in hundredths; the hundred newest that share one are compared.
    fileprivate func alike(_ title: String, except id: Question.ID? = nil, limit: Int) throws
        -> [(question: Question.ID, likeness: Int)]
    {
        let asked = Set(FrenchText().stems(title)).subtracting(Self.emptyWords)
        guard asked.count >= 2 else { return [] }
        let titles = try QuestionSchema.search.titles(
            asked.sorted(), within: PostNumber.rows(in: try view.community), limit: 100, in: view.transaction)
        let (wanted, bytes) = (Set(asked.map { Substring($0) }), asked.map { Array($0.utf8) })
        let ranked = titles.compactMap { title -> (question: Question.ID, likeness: Int)? in
            let post = PostNumber(row: title.row)
            guard post.number == 0, post.question != id, Self.count(of: bytes, in: title.stems) >= 2 else { return nil }
            let words = Set(title.stems.split(separator: " ")).subtracting(Self.emptyStems)
            let shared = words.intersection(wanted).count
            // Half of the shorter title, and two words at least: one common word is chance.
            guard shared >= 2, shared * 2 >= min(words.count, wanted.count) else { return nil }
            return (post.question, 100 * shared / words.union(wanted).count)
        }
        return Array(ranked.sorted { ($0.likeness, $0.question) > ($1.likeness, $1.question) }.prefix(limit))
    }

    /// How many words of a title are among those wanted: without a set for each title, since most share one by chance.
    private static func count(of wanted: [[UInt8]], in title: String) -> Int {
        var title = title
        return title.withUTF8 { bytes in
            bytes.split(separator: UInt8(ascii: " ")).count { word in wanted.contains { $0.elementsEqual(word) } }
        }
    }

    private static let emptyStems = Set(emptyWords.map { Substring($0) })

    /// Stems of words that say nothing of the subject.
    private static let emptyWords: Set<String> = Set(
        FrenchText().stems(
            """
            le la les un une des de du et ou où à au aux en dans par pour sur avec sans ce cet cette ces qui que quoi \
            quel quelle quels quelles comment quand est sont être avoir avez avons faites fait faire vous nous on il \
            elle ils elles je tu se sa son ses votre vos notre nos leur leurs ne pas plus y chez si mais donc car même \
            the a an of to in on for with and or is are be do does how who what when where which you your we our
            """))

    /// Members who said they can help on one of the topics, with the topic: two, to be asked by their peers.
    package func helpers(for thread: QuestionThread) throws -> [(member: Author, topic: String)] {
        if thread.topics.isEmpty || !thread.question.isOpen || view.actor.role == .guest { return [] }
        let involved = Set(thread.replies.map(\.author.id) + [thread.question.author.id])
        // SQLite lowers no letter with an accent: those are compared below.
        let likely: SQL = thread.topics.map { topic in
            let letters = String(topic.name.lowercased().map { $0.isASCII ? $0 : "_" })
            return "lower(m.can_help_on) like \("%\(letters)%")" as SQL
        }.joined(" or ")
        let found = try view.transaction.all(
            """
            select \(Author.columns), m.can_help_on from member m
            where m.community_id = \(try view.community) and m.left_at is null and not \(.isPaused(at: view.now))
              and m.is_pending = 0 and m.role in \(list: [Role.member, .facilitator]) and \(try view.members.isShown)
              and (\(likely)) order by m.id limit 40
            """
        ) { row in (author: try Author(row, from: 0), help: fold(try row[4] as String)) }
        let helping = found.filter { !involved.contains($0.author.id) }.compactMap { member in
            thread.topics.first { member.help.contains(fold($0.name)) }.map { (member: member.author, topic: $0.name) }
        }
        return Array(helping.prefix(2))
    }

    /// Objectives that a question may be tied to: those under way.
    package func linkableObjectives() throws -> [LinkedObject] {
        try view.transaction.all(
            """
            select id, title from objective where community_id = \(try view.community) order by id desc limit 50
            """
        ) { row in LinkedObject(id: try row[0], title: try row[1]) }.compactMap { $0 }
    }

    /// How many members will read it.
    package func readers() throws -> Int {
        try view.transaction.value("select member_count from community where id = \(try view.community)") ?? 0
    }

    /// The question that a reply belongs to, deleted or not.
    package func questionOf(_ reply: Reply.ID) throws -> Question.ID {
        guard let found = try replyEvenDeleted(reply) else { throw Refusal.notFound }
        return found.question
    }

    /// Where a published reply stands: its question and its number there.
    package func place(of id: Reply.ID) throws -> (question: Question.ID, number: Int) {
        let found = try reply(id)
        return (found.question, found.number)
    }
}

extension QuestionActs {
    private static let neighbours = 5

    /// Ties a question to those that its title resembles, both ways.
    func tieNeighbours(of id: Question.ID, title: String) throws {
        try act.execute("delete from neighbour where question_id = \(id) or other_id = \(id)")
        for other in try act.view.questions.alike(title, except: id, limit: Self.neighbours) {
            try act.execute(
                """
                insert into neighbour (question_id, other_id, likeness)
                values (\(id), \(other.question), \(other.likeness)), (\(other.question), \(id), \(other.likeness))
                """)
        }
    }
}
