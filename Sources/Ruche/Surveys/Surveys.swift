import Measures
import Persistence

extension View {
    package var surveys: SurveyQueries { SurveyQueries(view: self) }
}

extension Act {
    package var surveys: SurveyActs { SurveyActs(act: self) }
}

package struct SurveyQueries {
    let view: View

    private static let columns: SQL = """
        s.id, s.title, s.intro, s.token, s.round, coalesce(s.root_id, s.id), s.created_at, s.opened_at, s.closed_at,
        s.return_words, s.version, (select count(distinct a.sheet) from survey_answer a where a.survey_id = s.id)
        """

    private static func survey(_ row: borrowing Row) throws -> Survey {
        Survey(
            id: try row[0], title: try row[1], intro: try row[2], token: try row[3], round: try row[4],
            root: try row[5], createdAt: try row[6], openedAt: try row[7], closedAt: try row[8],
            returnWords: try row[9], version: try row[10], sheets: try row[11])
    }

    /// The last begun first.
    package func all() throws -> [Survey] {
        try view.transaction.all(
            "select \(Self.columns) from survey s where s.community_id = \(try view.community) order by s.id desc",
            Self.survey)
    }

    package func find(_ id: Survey.ID) throws -> Survey {
        let found = try view.transaction.first(
            "select \(Self.columns) from survey s where s.id = \(id) and s.community_id = \(try view.community)",
            Self.survey)
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// The survey of a public link, for whoever has it; nil when there is none, or when it is still written.
    package func find(token: String) throws -> (survey: Survey, community: String)? {
        try view.transaction.first(
            """
            select \(Self.columns), c.name from survey s join community c on c.id = s.community_id
            where s.token = \(token) and s.opened_at is not null
            """
        ) { row in (try Self.survey(row), try row[12]) }
    }

    /// Every survey that asks the same things, the first asked first.
    package func rounds(of survey: Survey) throws -> [Survey] {
        try view.transaction.all(
            """
            select \(Self.columns) from survey s
            where (s.id = \(survey.root) or s.root_id = \(survey.root)) and s.opened_at is not null order by s.id
            """, Self.survey)
    }

    package func questions(of survey: Survey.ID) throws -> [SurveyQuestion] {
        try view.transaction.all(
            "select id, kind, text, options from survey_question where survey_id = \(survey) order by number"
        ) { row in
            SurveyQuestion(
                id: try row[0], kind: try row[1], text: try row[2],
                options: (try row[3] as String).split(separator: "\n").map(String.init))
        }
    }

    /// What came back. Under five sheets nothing but their number is told.
    package func results(of survey: Survey) throws -> [SurveyResult] {
        let questions = try questions(of: survey.id)
        guard survey.sheets >= smallestShownCell else { return questions.map { SurveyResult(question: $0) } }
        return try questions.map { question in
            var result = SurveyResult(question: question)
            switch question.kind {
            case .open:
                // By the words themselves: neither the moment nor the sheet can be told from the order.
                let words = try view.transaction.column(
                    "select words from survey_answer where question_id = \(question.id) order by words", as: String.self
                )
                result.answered = words.count
                result.words = words.count < smallestShownCell ? [] : words
            case .choice, .scale:
                var counts = [Int](repeating: 0, count: question.answers)
                try view.transaction.each(
                    "select choice, count(*) from survey_answer where question_id = \(question.id) group by choice"
                ) { row in
                    let choice: Int = try row[0]
                    if counts.indices.contains(choice) { counts[choice] = try row[1] }
                }
                result.tell(counts)
            }
            return result
        }
    }
}

package struct SurveyActs {
    let act: Act

    package static let questionsAtMost = 12
    private static let optionsAtMost = 8

    /// Begins a survey with questions that its authors then change.
    package func begin(_ title: String, intro: String, _ questions: [SurveyQuestionDraft]) throws -> Survey.ID {
        guard let title = try title.line(limit: 120, field: "titre") else {
            throw Refusal("Donnez un titre à l’enquête.", field: "titre")
        }
        let id: Survey.ID = try act.insert(
            """
            insert into survey (community_id, author_id, title, intro, round, created_at)
            values (\(try act.community), \(try act.member), \(title), \(intro), 'T0', \(act.now)) returning id
            """)
        try write(questions, of: id)
        try act.record(.preparedSurvey, .survey(id))
        return id
    }

    /// Asks the same things again: the same words, in the same order, half a year later at the earliest.
    package func askAgain(_ id: Survey.ID, token: Secret) throws -> Survey.ID {
        let survey = try act.view.surveys.find(id)
        guard let from = survey.askableAgainAt, survey.state == .closed else {
            throw Refusal("Cette enquête n’est pas encore close.", kind: .conflict)
        }
        guard from <= act.now else {
            throw Refusal("Attendez six mois : une mesure trop proche ne dit rien.", kind: .conflict)
        }
        guard try act.view.surveys.rounds(of: survey).last?.id == id else {
            throw Refusal("Ces questions ont déjà été posées de nouveau : partez de la dernière fois.", kind: .conflict)
        }
        let again: Survey.ID = try act.insert(
            """
            insert into survey (community_id, author_id, title, intro, round, root_id, token, created_at, opened_at)
            values (\(try act.community), \(try act.member), \(survey.title), \(survey.intro), \(survey.round.next),
                \(survey.root), \(String(token.text.prefix(16))), \(act.now), \(act.now)) returning id
            """)
        try act.execute(
            """
            insert into survey_question (survey_id, number, kind, text, options)
            select \(again), number, kind, text, options from survey_question where survey_id = \(id)
            """)
        try act.record(.openedSurvey, .survey(again), ["round": survey.round.next.rawValue])
        return again
    }

    /// Keeps the words of a survey that nobody has received yet.
    package func change(
        _ id: Survey.ID, title: String, intro: String, _ questions: [SurveyQuestionDraft], from version: Int
    ) throws {
        let survey = try act.view.surveys.find(id)
        guard survey.state == .draft else {
            throw Refusal("Cette enquête est déjà partie : ses questions ne changent plus.", kind: .conflict)
        }
        guard survey.version == version else {
            throw EditConflict(title: survey.title, body: survey.intro, version: survey.version, at: survey.createdAt)
        }
        guard let title = try title.line(limit: 120, field: "titre") else {
            throw Refusal("Donnez un titre à l’enquête.", field: "titre")
        }
        guard intro.count <= 1_000 else {
            throw Refusal("Mille signes suffisent pour présenter l’enquête.", field: "intro")
        }
        try act.execute(
            """
            update survey set title = \(title), intro = \(intro.trimmingWhitespace()), version = version + 1
            where id = \(id)
            """)
        try write(questions, of: id)
        try act.record(.preparedSurvey, .survey(id))
    }

    /// A question without words is taken away.
    private func write(_ questions: [SurveyQuestionDraft], of survey: Survey.ID) throws {
        try act.execute("delete from survey_question where survey_id = \(survey)")
        var number = 0
        for (index, draft) in questions.prefix(Self.questionsAtMost).enumerated() {
            guard let text = try draft.text.line(limit: 300, field: "question-\(index + 1)") else { continue }
            let options = draft.options.split(whereSeparator: \.isNewline).compactMap { String($0).line(limit: 120) }
            guard draft.kind != .choice || (2...Self.optionsAtMost).contains(options.count) else {
                throw Refusal("Une question à choix a de 2 à 8 réponses, une par ligne.", field: "choix-\(index + 1)")
            }
            number += 1
            try act.execute(
                """
                insert into survey_question (survey_id, number, kind, text, options)
                values (\(survey), \(number), \(draft.kind), \(text),
                    \(draft.kind == .choice ? options.joined(separator: "\n") : ""))
                """)
        }
    }

    package func open(_ id: Survey.ID, token: Secret) throws {
        let survey = try act.view.surveys.find(id)
        guard survey.state == .draft else { return }
        guard try !act.view.surveys.questions(of: id).isEmpty else {
            throw Refusal("Écrivez au moins une question.", field: "question-1")
        }
        try act.execute(
            "update survey set opened_at = \(act.now), token = \(String(token.text.prefix(16))) where id = \(id)")
        try act.record(.openedSurvey, .survey(id), ["round": survey.round.rawValue])
    }

    /// Ends it, and returns the results with a word to who answered: on the same link.
    package func close(_ id: Survey.ID, saying words: String) throws {
        let survey = try act.view.surveys.find(id)
        guard survey.state == .open else { throw Refusal.notFound }
        guard let words = try words.line(limit: 1_000, field: "retour") else {
            throw Refusal("Dites ce que vous en retenez : ceux qui ont répondu le liront ici.", field: "retour")
        }
        try act.execute("update survey set closed_at = \(act.now), return_words = \(words) where id = \(id)")
        try shuffle(id)
        try act.record(.closedSurvey, .survey(id), ["sheets": String(survey.sheets)])
    }

    /// Writes the answers anew by their random sheets: not even the place of a row then says who came first.
    func shuffle(_ id: Survey.ID) throws {
        let rows = try act.transaction.all(
            """
            select question_id, sheet, choice, words from survey_answer where survey_id = \(id) order by sheet, question_id
            """
        ) { row in
            (
                question: try row[0] as SurveyQuestion.ID, sheet: try row[1] as String, choice: try row[2] as Int?,
                words: try row[3] as String
            )
        }
        try act.execute("delete from survey_answer where survey_id = \(id)")
        for row in rows {
            try act.execute(
                """
                insert into survey_answer (question_id, survey_id, sheet, choice, words)
                values (\(row.question), \(id), \(row.sheet), \(row.choice), \(row.words))
                """)
        }
    }

    package func remove(_ id: Survey.ID) throws {
        guard try act.view.surveys.find(id).state == .draft else {
            throw Refusal("Une enquête partie se clôt ; elle ne s’efface pas.", kind: .conflict)
        }
        try act.execute("delete from survey where id = \(id)")
        try act.record(.preparedSurvey, .survey(id), ["removed": "yes"])
    }

    /// One sheet, from whoever has the link. Nothing of who they are is kept: no account, no address, no moment. The
    /// journal holds no row of it either, since a row has its moment and its place among the others: it counts the
    /// sheets when the survey closes.
    /// - Parameters:
    ///   - answers: what was typed or chosen (its number from 0), by question; what is left out is not kept.
    ///   - sheet: what ties the answers of one sheet together, random.
    /// - Throws: `GuardWall` when the words seem to tell who a patient is.
    package func answer(
        _ token: String, _ answers: [SurveyQuestion.ID: String], sheet: Secret, isConfirmed: Bool
    ) throws {
        guard let (survey, _) = try act.view.surveys.find(token: token), survey.state == .open else {
            throw Refusal("Cette enquête est close. Merci d’être venu.", kind: .conflict)
        }
        let questions = try act.view.surveys.questions(of: survey.id)
        let given = questions.compactMap { question in
            answers[question.id].map { (question, $0.trimmingWhitespace()) }
        }.filter { !$0.1.isEmpty }
        guard !given.isEmpty else { throw Refusal("Répondez à une question au moins.") }
        let community = try act.transaction.value(
            "select community_id from survey where id = \(survey.id)", as: Community.ID.self)
        let nobody = Act(act.transaction, by: Actor(community: community), at: act.now.day, through: act.channel)
        let words = given.filter { $0.0.kind == .open }.map(\.1)
        do {
            try nobody.guardPatients(in: words, isConfirmed: false)
        } catch let wall as GuardWall where isConfirmed {
            // Noted for the facilitators, without the text and without anybody's name.
            let kinds = wall.passages.map(\.kind.rawValue).joined(separator: " ")
            try nobody.record(.confirmedNotPatient, .survey(survey.id), ["kinds": kinds])
        }
        for (question, text) in given {
            var (choice, kept): (Int?, String) = (nil, "")
            switch question.kind {
            case .open:
                guard text.count <= 2_000 else {
                    throw Refusal("Deux mille signes suffisent.", field: "q\(question.id)")
                }
                kept = text
            case .choice, .scale:
                guard let number = Int(text), (0..<question.answers).contains(number) else { throw Refusal.notFound }
                choice = number
            }
            try act.execute(
                """
                insert into survey_answer (question_id, survey_id, sheet, choice, words)
                values (\(question.id), \(survey.id), \(String(sheet.text.prefix(12))), \(choice), \(kept))
                """)
        }
    }
}

extension Instant {
    /// The beginning of its day, in universal time: as much as may be known of who has no name.
    fileprivate var day: Instant { Instant(milliseconds: milliseconds - milliseconds % 86_400_000) }
}

enum SurveySchema {
    static let migrations = [
        Migration(
            "surveys",
            """
            create table survey (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id),
              title        text not null check (title <> ''),
              intro        text not null default '',
              token        text unique,
              round        text not null,
              root_id      \(.integer) references survey (id) on delete set null,
              created_at   \(.instant) not null,
              opened_at    \(.instant),
              closed_at    \(.instant),
              return_words text not null default '',
              version      \(.integer) not null default 1
            ) \(.strict)
            """,
            "create index survey_by_community on survey (community_id)",
            "create index survey_by_author on survey (author_id)",
            "create index survey_by_root on survey (root_id) where root_id is not null",
            """
            create table survey_question (
              id        \(.id),
              survey_id \(.integer) not null references survey (id) on delete cascade,
              number    \(.integer) not null,
              kind      text not null check (kind in ('open', 'choice', 'scale')),
              text      text not null check (text <> ''),
              options   text not null default ''
            ) \(.strict)
            """,
            "create index survey_question_by_survey on survey_question (survey_id, number)",
            // The sheet is random and no moment is kept: nothing orders the answers of one person among the others'.
            """
            create table survey_answer (
              question_id \(.integer) not null references survey_question (id) on delete cascade,
              sheet       text not null,
              survey_id   \(.integer) not null references survey (id) on delete cascade,
              choice      \(.integer),
              words       text not null default '',
              primary key (question_id, sheet)
            ) \(.strict)
            """,
            "create index survey_answer_by_survey on survey_answer (survey_id, sheet)"
        ),
        Migration(
            "need measures",
            """
            create table need_measure (
              id          \(.id),
              need_id     \(.integer) not null references need (id) on delete cascade,
              months      \(.integer) not null check (months in (6, 12)),
              words       text not null check (words <> ''),
              measured_at \(.instant) not null,
              unique (need_id, months)
            ) \(.strict)
            """
        ),
    ]
}
