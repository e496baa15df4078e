import Persistence

/// The words of the titles that a community can read, so that a slip of the finger still finds: "pansemant".
///
/// Near words are looked for among those that begin, or that end, with the same two letters and are about as long: a few
/// hundred, however many the community has.
struct Vocabulary {
    let transaction: Transaction

    static let migration = Migration(
        "vocabulary of titles",
        """
        create table title_word (
          community_id \(.integer) not null references community (id) on delete cascade,
          -- Without accents or capitals.
          word         text not null,
          -- As a title writes it.
          shown        text not null,
          head         text not null,
          tail         text not null,
          letters      \(.integer) not null,
          -- In how many titles.
          uses         \(.integer) not null,
          primary key (community_id, word)
        ) \(.strict)
        """,
        "create index title_word_by_head on title_word (community_id, head, letters)",
        "create index title_word_by_tail on title_word (community_id, tail, letters)",
        // The words that a title has brought, to be taken away with it.
        """
        create table title_words (
          question_id \(.integer) primary key references question (id) on delete cascade,
          words       text not null
        ) \(.strict)
        """,
        // The titles that are there already are read by jobs.
        """
        insert into job (kind, key, run_at) select 'vocabulary', 'vocabulary/' || id || '/0', 0 from community
        """
    )

    /// Counts the words of a title that can be read, in place of what the exchange brought before.
    func put(_ title: String, of question: Question.ID, in community: Community.ID, with french: FrenchText) throws {
        try remove(question, in: community)
        var known: [String: String] = [:]
        for word in french.words(title) {
            let shown = title[word.range].lowercased()
            let folded = fold(shown)
            if Self.isWord(folded) { known[folded] = shown }
        }
        // In one order, so that two writers wait for each other rather than block.
        for (word, shown) in known.sorted(by: { $0.key < $1.key }) {
            try transaction.run(
                """
                insert into title_word (community_id, word, shown, head, tail, letters, uses)
                values (\(community), \(word), \(shown), \(String(word.prefix(2))), \(String(word.suffix(2))),
                    \(word.utf8.count), 1)
                on conflict (community_id, word) do update set uses = title_word.uses + 1
                """)
        }
        try transaction.run(
            """
            insert into title_words (question_id, words) values (\(question), \(known.keys.sorted().joined(separator: " ")))
            """)
    }

    func remove(_ question: Question.ID, in community: Community.ID) throws {
        let words = try transaction.value(
            "select words from title_words where question_id = \(question)", as: String.self)
        guard let words else { return }
        let list = words.split(separator: " ").map(String.init)
        if !list.isEmpty {
            try transaction.run(
                """
                update title_word set uses = uses - 1 where community_id = \(community) and word in \(list: list)
                """)
            try transaction.run(
                """
                delete from title_word where community_id = \(community) and word in \(list: list) and uses < 1
                """)
        }
        try transaction.run("delete from title_words where question_id = \(question)")
    }

    /// Letters alone, four at least: a short word or a number is too near to too many others.
    private static func isWord(_ folded: String) -> Bool {
        (4...40).contains(folded.utf8.count) && folded.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }

    /// How many slips are forgiven: one, or two in a long word.
    private static func forgiven(in word: String) -> Int { word.utf8.count < 8 ? 1 : 2 }

    private static func singular(_ word: String) -> Substring {
        word.utf8.count > 4 && (word.hasSuffix("s") || word.hasSuffix("x")) ? word.dropLast() : word[...]
    }

    /// The word of a title that was meant; nil when none is near enough. Of two as near, the more frequent one.
    func nearest(to typed: String, in community: Community.ID) throws -> String? {
        let word = fold(typed)
        guard Self.isWord(word) else { return nil }
        let (length, limit) = (word.utf8.count, Self.forgiven(in: word))
        // A plural is as near as its singular.
        let (least, most) = (length - limit - 1, length + limit + 1)
        let near = try transaction.all(
            """
            select word, shown, uses from title_word where community_id = \(community)
              and head = \(String(word.prefix(2))) and letters between \(least) and \(most)
            union
            select word, shown, uses from title_word where community_id = \(community)
              and tail = \(String(word.suffix(2))) and letters between \(least) and \(most)
            """
        ) { row in (word: try row[0] as String, shown: try row[1] as String, uses: try row[2] as Int) }
        let ranked = near.compactMap { candidate in
            let whole = slips(from: word.utf8, to: candidate.word.utf8, limit: limit)
            let singular = slips(from: Self.singular(word).utf8, to: Self.singular(candidate.word).utf8, limit: limit)
            return [whole, singular].compactMap { $0 }.min().map { (slips: $0, candidate: candidate) }
        }
        return ranked.min {
            ($0.slips, $1.candidate.uses, $0.candidate.word) < ($1.slips, $0.candidate.uses, $1.candidate.word)
        }?.candidate.shown
    }
}

extension Vocabulary {
    /// The words of titles that begin so, the more frequent first.
    func words(beginningWith typed: String, in community: Community.ID, limit: Int) throws -> [String] {
        let folded = fold(typed)
        guard Self.isWord(folded + "abc"), folded.utf8.count > 2 else { return [] }
        return try transaction.column(
            """
            select word from title_word where community_id = \(community) and head = \(String(folded.prefix(2)))
              and word like \("\(folded)%")
            order by uses desc, word limit \(limit)
            """, as: String.self)
    }
}

extension QuestionActs {
    private static let readAtOnce = 500

    /// Reads the titles that were there before the vocabulary, some hundred at a time.
    func readTitles(_ job: Job) throws {
        let parts = job.key.split(separator: "/")
        guard parts.count == 3, let community = Community.ID(parts[1]), let last = Question.ID(parts[2]) else { return }
        let titles = try act.transaction.all(
            """
            select q.id, q.title from question q where q.community_id = \(community) and q.id > \(last)
              and q.deleted_at is null and not exists (select 1 from title_words w where w.question_id = q.id)
            order by q.id limit \(Self.readAtOnce)
            """
        ) { row in (id: try row[0] as Question.ID, title: try row[1] as String) }
        let (french, vocabulary) = (FrenchText(), Vocabulary(transaction: act.transaction))
        for (id, title) in titles { try vocabulary.put(title, of: id, in: community, with: french) }
        if titles.count == Self.readAtOnce, let last = titles.last {
            try act.jobs.add(.vocabulary, key: "vocabulary/\(community)/\(last.id)")
        }
    }
}

extension SearchQueries {
    /// What was typed, with each word that nobody has written here replaced by the one of a title that it is near to;
    /// nil when nothing changes.
    func corrected(_ text: String, _ french: FrenchText) throws -> String? {
        let (community, vocabulary) = (try view.community, Vocabulary(transaction: view.transaction))
        var (corrected, at) = ("", text.startIndex)
        for word in french.words(text) {
            guard try !isWritten(word.stem),
                let near = try vocabulary.nearest(to: String(text[word.range]), in: community)
            else { continue }
            corrected += text[at..<word.range.lowerBound] + near
            at = word.range.upperBound
        }
        corrected += text[at...]
        return corrected == text ? nil : corrected
    }

    private func isWritten(_ stem: String) throws -> Bool {
        let range = PostNumber.rows(in: try view.community)
        return try !QuestionSchema.search.rows(
            .init([.init(stem)]), .beginning, within: range, limit: 1, in: view.transaction
        ).isEmpty
    }
}
