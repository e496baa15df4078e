import Markup
import PatientGuard
import Persistence
import Wording

/// A question while it is written. Only its title is needed; the rest may follow.
package struct QuestionDraft: Codable, Sendable, Equatable {
    package var kind = Question.Kind.question
    package var title = ""
    package var body = ""
    package var setting = ""
    package var moment = ""
    package var constraints = ""
    package var tried = ""
    package var sought: [String] = []
    package var neededBy = ""
    package var topics = ""
    package var objective = ""
    package var need = ""
    package var isUrgent = false
    /// Signed by a profession and a kind of place, without a name.
    package var isNameless = false
    /// The secret of the files joined to it; none: empty.
    package var basket = ""
    /// What a piece of information is about.
    package var source = EvidenceDraft()
    /// Asked under an alias: nothing may tell who asks, and nobody can be written to.
    var isAnonymous = false
    /// The writer has read what the guard found, and says that it is not a patient.
    package var isConfirmed = false
    /// The writer knows that they call many.
    package var callsMany = false

    package init() {}

    /// What a case that waits keeps of it: `callsMany` is said for one sending.
    private enum CodingKeys: CodingKey {
        case kind, title, body, setting, moment, constraints, tried, sought, neededBy, topics, objective, need, isUrgent
        case isNameless, basket, isAnonymous, isConfirmed
    }

    package static let titleLimit = 200
    package static let bodyLimit = 20_000
}

/// The text may tell who a patient is: it is not published yet, and nothing typed is lost (DOMAIN §13).
package struct GuardWall: Error, Sendable {
    package let passages: [Passage]
    /// The joined files where some of them stand, by name.
    package let files: [String]
    /// Whether some stand in what was typed, where they can be replaced.
    package let isInWords: Bool
    /// What the community's rules of words write instead of others.
    package var changes: [WordMatch] = []

    package init(passages: [Passage], files: [String] = [], isInWords: Bool = true) {
        (self.passages, self.files, self.isInWords) = (passages, files, isInWords)
    }

    /// For a form that has no place for the wall itself.
    package func refusal(field: String? = nil) -> Refusal {
        guard !passages.isEmpty else {
            return Refusal(
                "Une règle de la communauté remplace ces mots : « %@ ». Remplacez-les, puis envoyez de nouveau.",
                changes.map(\.text).joined(separator: " », « "), field: field)
        }
        return Refusal(
            "Ce texte permet peut-être de reconnaître un patient : « %@ ». Retirez ce passage, puis envoyez de nouveau.",
            passages.map(\.text).joined(separator: " », « "), field: field)
    }
}

extension Duration {
    /// The same text by the same person within this time was sent twice by a finger or a slow network.
    static let twiceSent = Duration.seconds(30)
}

extension QuestionActs {
    /// Publishes a question.
    /// - Throws: a refusal near its field; `GuardWall` when the text may identify a patient and `isConfirmed` is false.
    /// - Parameter hasFollowedRules: it was read by the community's rules of words when its author wrote it.
    package func ask(_ draft: QuestionDraft, hasFollowedRules: Bool = false) throws -> Question.ID {
        let checked = try CheckedQuestion(draft, topicsOf: act.view)
        let files = try act.view.questions.texts(in: draft.basket)
        if hasFollowedRules {
            try act.guardPatients(in: draft.texts, files: files, isConfirmed: draft.isConfirmed)
        } else {
            try act.guardWords(draft.ruled, files: files, isConfirmed: draft.isConfirmed)
        }
        if draft.kind == .experience { try mustNameNobody(draft.texts) }
        let called = try act.view.questions.called(in: checked.calling).subtracting([try act.member])
        guard called.count <= Mentions.withoutAsking || draft.callsMany else { throw ManyCalled(count: called.count) }
        let author = try act.member
        let community = try act.community
        let twin = try act.transaction.value(
            """
            select id from question where author_id = \(author) and community_id = \(community)
              and title = \(checked.title) and body = \(checked.body) and deleted_at is null
              and asked_at > \(act.now - .twiceSent) and last_activity_at > \(act.now - .twiceSent)
            """, as: Question.ID.self)
        if let twin, try !act.view.questions.hasFilesWaiting(in: draft.basket) {
            try discardDraft(at: .exchange(draft.kind))
            return twin
        }
        let id: Question.ID = try act.insert(
            """
            insert into question (community_id, author_id, kind, title, body, html, renderer, asked_at, setting, moment,
                constraints, tried, sought, needed_by, is_urgent, objective_id, need_id, last_activity_at, asker_wrote_at)
            values (\(community), \(author), \(draft.kind), \(checked.title), \(checked.body), \(Rendering.html(checked.body)),
                \(Rendering.version), \(act.now), \(checked.context.setting), \(checked.context.moment),
                \(checked.context.constraints), \(checked.tried), \(checked.sought), \(checked.neededBy),
                \(draft.isUrgent), \(checked.objective), \(checked.need), \(act.now), \(act.now))
            returning id
            """)
        try act.safety.sign(.question(id), isNameless: draft.isNameless)
        try attach(draft.basket, to: id, number: 0, isNameless: draft.isNameless || draft.isAnonymous)
        if draft.kind == .information, !draft.source.isEmpty { try keep(draft.source, for: id, number: 0) }
        try setTopics(checked.topics, of: id)
        try addTopics(act.view.wordRules.subjects(in: draft.texts), to: id)
        try index(id, title: checked.title, body: checked.searchable)
        try discardDraft(at: .exchange(draft.kind))
        let question = try act.view.questions.find(id)
        try tell(called, in: question, by: .question(id))
        try tellFollowersOfTopics(of: question, called: called)
        guard draft.kind == .question else {
            try act.record(.beganExchange, .question(id), ["kind": draft.kind.rawValue])
            return id
        }
        try countOpen(+1)
        try beginRound(of: id, 0)
        // Whoever has no name here gets no letter.
        if !draft.isAnonymous { try askContextLater(of: id, checked) }
        try act.record(.asked, .question(id))
        return id
    }

    /// An experience tells what happened, not who did it (DOMAIN §5.1).
    func mustNameNobody(_ texts: [String]) throws {
        let text = fold(texts.joined(separator: "\n"))
        let names = try act.transaction.column(
            "select name from member where community_id = \(try act.community)", as: String.self)
        guard let named = names.first(where: { $0.contains(" ") && text.contains(fold($0)) }) else { return }
        throw Refusal(
            "Un retour d’expérience ne nomme personne : retirez « %@ », ou dites sa fonction.", named, field: "faits")
    }

    /// Sets the topics of a question, by any of their names; those that the community does not know yet enter its
    /// vocabulary.
    func setTopics(_ names: [String], of id: Question.ID) throws {
        try act.execute("delete from question_topic where question_id = \(id)")
        let known = names.isEmpty ? [:] : try act.view.topics.vocabulary()
        for name in names {
            // One that was merged, and has lost its name to no other, lives again.
            let topic =
                try known[fold(name)]
                ?? act.insert(
                    """
                    insert into topic (community_id, name) values (\(try act.community), \(name))
                    on conflict (community_id, name) do update set merged_into = null returning id
                    """)
            try act.execute(
                """
                insert into question_topic (question_id, topic_id) values (\(id), \(topic))
                on conflict (question_id, topic_id) do nothing
                """)
        }
    }

    /// Adds what the words tell to the topics of an exchange, as long as there are no more than three.
    func addTopics(_ names: [String], to id: Question.ID) throws {
        if names.isEmpty { return }
        let known = try act.view.questions.topics(of: id).map(\.name)
        let added = names.filter { !known.contains($0) }.prefix(max(0, Topic.limit - known.count))
        if !added.isEmpty { try setTopics(known + added, of: id) }
    }

    /// Puts the question itself in the search index, and beside those that it resembles.
    func index(_ id: Question.ID, title: String, body: String) throws {
        let french = FrenchText()
        try putInIndex(0, of: id, title: title, body: body + textOfFiles(id, number: 0), with: french)
        try Vocabulary(transaction: act.transaction).put(title, of: id, in: try act.community, with: french)
        try tieNeighbours(of: id, title: title)
    }

    /// Puts a reply in the search index.
    func index(_ number: Int, of question: Question.ID, body: String) throws {
        try putInIndex(
            number, of: question, body: body + textOfFiles(question, number: number), with: FrenchText())
    }
}

extension CheckedQuestion {
    /// What is found by its words: the situation and what was tried.
    var searchable: String { [body, tried ?? ""].joined(separator: "\n") }

    /// Where it may call somebody.
    var calling: String { [title, searchable].joined(separator: "\n") }
}

extension QuestionDraft: RuledDraft {
    package static var written: [WritableKeyPath<QuestionDraft, String>] {
        [\.title, \.body, \.constraints, \.tried, \.neededBy, \.topics]
    }
    package static var fields: [String] { ["titre", "texte", "contraintes", "essaye", "pour-quand", "sujets"] }
}

/// A draft that the rules allow, in the form of the table.
struct CheckedQuestion {
    let title: String
    let body: String
    let context: Question.Context
    let tried: String?
    let sought: String
    let neededBy: String?
    let topics: [String]
    let objective: Int64?
    let need: Int64?

    init(_ draft: QuestionDraft, topicsOf view: View) throws {
        // A title stands alone on a line: its spaces are those of a printed one.
        title = Typography.french(
            draft.title.trimmingWhitespace().split(whereSeparator: \.isNewline).joined(separator: " "))
        guard !title.isEmpty else {
            throw draft.kind == .question
                ? Refusal("Écrivez votre question en une phrase.", field: "titre")
                : Refusal("Dites en une phrase de quoi il s’agit.", field: "titre")
        }
        guard title.count <= QuestionDraft.titleLimit else {
            throw Refusal(
                "Cette phrase dépasse 200 caractères. Gardez l’essentiel, et mettez la suite dans la situation.",
                field: "titre")
        }
        body = draft.body.trimmingWhitespace()
        let tried = draft.tried.trimmingWhitespace()
        for (text, field) in [(body, "texte"), (tried, "essaye")] where text.count > QuestionDraft.bodyLimit {
            throw Refusal("Ce texte dépasse 20 000 caractères. Coupez-le en deux messages.", field: field)
        }
        context = .init(
            setting: Question.Setting(rawValue: draft.setting), moment: Question.Moment(rawValue: draft.moment),
            constraints: try draft.constraints.line(field: "contraintes"))
        (self.tried, neededBy) = (tried.isEmpty ? nil : tried, try draft.neededBy.line(field: "pour-quand"))
        sought = draft.sought.compactMap { Question.Sought(rawValue: $0)?.rawValue }.joined(separator: " ")
        topics = try Self.topics(draft.topics)
        objective = try view.linked("objective", draft.objective, field: "objectif")
        need = try view.linked("need", draft.need, field: "besoin")
    }

    /// "chutes, Nuit" → ["chutes", "nuit"]
    static func topics(_ text: String) throws -> [String] {
        var names: [String] = []
        for piece in text.split(whereSeparator: { ",;\n".contains($0) }) {
            let name = String(piece).trimmingWhitespace().lowercased()
            if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
        guard names.allSatisfy({ $0.count <= Topic.length }) else {
            throw Refusal("Un sujet tient en 60 caractères. Séparez-les par une virgule.", field: "sujets")
        }
        guard names.count <= Topic.limit else {
            throw Refusal("Vous avez choisi plus de trois sujets. Gardez les plus importants.", field: "sujets")
        }
        return names
    }
}

extension View {
    /// The object of this community that a form names by its number; none when the field is empty.
    fileprivate func linked(_ table: StaticString, _ typed: String, field: String) throws -> Int64? {
        if typed.isEmpty { return nil }
        let found = try Int64(typed).flatMap { id in
            try transaction.value(
                "select id from \(SQL(stringLiteral: table.description)) where id = \(id) and community_id = \(try community)",
                as: Int64.self)
        }
        guard let found else { throw Refusal("Ce choix n’existe plus. Choisissez-en un autre.", field: field) }
        return found
    }
}

extension String {
    /// Trimmed and cut; nil when nothing is left.
    package func line(limit: Int = 300) -> String? {
        let text = trimmingWhitespace()
        return text.isEmpty ? nil : String(text.prefix(limit))
    }

    /// Trimmed; nil when nothing is left. A text that is too long is refused rather than cut.
    package func line(limit: Int = 300, field: String) throws(Refusal) -> String? {
        let text = trimmingWhitespace()
        guard text.count <= limit else {
            throw Refusal("Ce texte dépasse %@ caractères. Gardez l’essentiel.", String(limit), field: field)
        }
        return text.isEmpty ? nil : text
    }
}

/// How bodies become HTML: kept beside the text, with the version of what made it.
enum Rendering {
    static let version = markdownVersion
    static func html(_ body: String) -> String { body.isEmpty ? "" : markdown(body).markup }
}
