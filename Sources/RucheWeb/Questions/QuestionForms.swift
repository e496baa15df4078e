import PatientGuard
import Ruche

import struct Persistence.Instant

extension QuestionDraft {
    init(_ form: Form) {
        self.init()
        (title, body) = (form["titre"], form["texte"])
        (setting, moment, constraints) = (form["lieu"], form["moment"], form["contraintes"])
        (tried, neededBy) = (form["essaye"], form["pour-quand"])
        sought = form.all("attente")
        (topics, objective, need) = (form["sujets"], form["objectif"], form["besoin"])
        (isUrgent, isConfirmed, callsMany) = (form.has("urgent"), form.has("confirme"), form.has("appelle"))
        (isNameless, basket) = (form.has("sans-nom"), form[Basket.field])
    }

    /// From what a draft kept.
    init(fields: [String: String]) {
        var form = Form()
        for (name, value) in fields {
            if name == "attente" {
                for line in value.split(separator: "\n") { form.add(String(line), for: name) }
            } else {
                form.add(value, for: name)
            }
        }
        self.init(form)
    }

    var fields: [String: String] {
        [
            "titre": title, "texte": body, "lieu": setting, "moment": moment, "contraintes": constraints,
            "essaye": tried, "pour-quand": neededBy, "attente": sought.joined(separator: "\n"), "sujets": topics,
            "objectif": objective, "besoin": need, "urgent": isUrgent ? "1" : "",
            "sans-nom": isNameless ? "1" : "",
        ]
    }
}

extension ReplyDraft {
    init(_ form: Form) {
        self.init()
        (body, atOurs, knowledge) = (form["texte"], form["chez-moi"], form["savoir"])
        (isClarification, isConfirmed) = (form["nature"] == "clarification", form.has("confirme"))
        (answered, callsMany, source) = (form["repond-a"], form.has("appelle"), EvidenceDraft(form))
        (isNameless, basket) = (form.has("sans-nom"), form[Basket.field])
    }

    init(fields: [String: String]) {
        var form = Form()
        for (name, value) in fields { form.add(value, for: name) }
        self.init(form)
    }

    var fields: [String: String] {
        [
            "texte": body, "chez-moi": atOurs, "savoir": knowledge,
            "nature": isClarification ? "clarification" : "", "sans-nom": isNameless ? "1" : "", "repond-a": answered,
            Basket.field: basket,
        ].merging(source.fields) { $1 }
    }
}

extension QuestionQueries.Filter {
    /// What the address asks for; anything else is the whole list.
    init(_ query: Form) {
        switch query["etat"] {
        case "ouvertes": self = .waiting
        case "sans-reponse": self = .unanswered
        case "miennes": self = .mine
        case "appliquees": self = .applied
        default:
            if let kind = Question.Kind(slug: query["genre"]) {
                self = .kind(kind)
            } else if let id = Topic.ID(query["sujet"]) {
                self = .topic(id)
            } else if let id = Int64(query["objectif"]) {
                self = .objective(id)
            } else if let id = Int64(query["besoin"]) {
                self = .need(id)
            } else if let id = Member.ID(query["auteur"]) {
                self = .author(id)
            } else {
                self = .all
            }
        }
    }
}

extension QuestionQueries.Mark {
    /// "1764000000123-42": where the page before ended.
    init?(_ text: String) {
        let parts = text.split(separator: "-")
        guard parts.count == 2, let at = Int64(parts[0]), let id = Question.ID(parts[1]) else { return nil }
        self.init(at: Instant(milliseconds: at), id: id)
    }

    var text: String { "\(at.milliseconds)-\(id)" }
}

/// What the page to ask shows beside the form.
struct AskPlace: Sendable {
    let community: Community
    let topics: [Topic]
    let objectives: [LinkedObject]
    let members: Int
    let allowsAnonymity: Bool
    /// Where the community declares adverse events, if it says so.
    let declarationLink: String?

    init(_ view: View) throws {
        community = try view.communities.current()
        topics = try view.questions.topics()
        objectives = try view.questions.linkableObjectives()
        members = try view.questions.readers()
        allowsAnonymity = try view.questions.allowsAnonymity()
        declarationLink = try view.safety.declarationLink()
    }
}

struct QuestionForm {
    var draft: QuestionDraft
    let place: AskPlace
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil
    /// How many the text calls, when they are many.
    var called: Int? = nil
    /// Shown before publishing; nil when nobody looked yet.
    var similar: [QuestionOnList]? = nil
    var isAnonymous = false
    /// The text as it would be read, when its writer asks to see it.
    var preview: Preview? = nil
    /// Details that would stop nothing, said beside the preview.
    var hint: [Passage] = []
    var basket = Basket.empty
    /// Whether the reader saw what resembles the question, and goes on.
    var hasSeenSimilar = false
    var savedAt: Instant? = nil

    init(draft: QuestionDraft, place: AskPlace) { (self.draft, self.place) = (draft, place) }

    /// Where to declare what the text seems to tell; nil when it tells of no adverse event.
    var declarationLink: String? { AdverseEvent.isTold(in: draft.texts) ? place.declarationLink : nil }
}

struct ReplyForm {
    var draft: ReplyDraft
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil
    var savedAt: Instant? = nil
    /// The word of closing that was refused.
    var closing: (word: String, refusal: Refusal)? = nil
    /// What became of it, refused.
    var outcome: (sentence: String, refusal: Refusal)? = nil
    /// A source of one's own reply, refused; a bookmark, refused.
    var citing: (reply: Reply.ID, draft: EvidenceDraft, refusal: Refusal)? = nil
    var citingOpening: (draft: EvidenceDraft, refusal: Refusal)? = nil
    var keeping: BookmarkForm? = nil
    /// How many the text calls, when they are many.
    var called: Int? = nil
    /// The text as it would be read, when its writer asks to see it.
    var preview: Preview? = nil
    /// What an exchange became, refused.
    var becoming: BecomingForm? = nil
    var basket = Basket.empty
    /// Where to declare what the text seems to tell, said before it is published.
    var declarationLink: String? = nil
    /// Details that would stop nothing, said beside the preview.
    var hint: [Passage] = []

    init(draft: ReplyDraft) { self.draft = draft }

    /// Puts a reply, or the question (0), in the text as a quotation that leads to it; what was begun stays.
    mutating func cite(_ number: Int?, in thread: QuestionThread, _ ui: Screen) {
        let (text, author, anchor): (String, Author, String)
        let question = thread.question
        if number == 0, question.deletedAt == nil {
            (text, author, anchor) = (question.body.isEmpty ? question.title : question.body, question.author, "#titre")
        } else if let reply = thread.replies.first(where: { $0.number == number && $0.deletedAt == nil }) {
            (text, author, anchor) = (reply.body, reply.author, "#r\(reply.number)")
            draft.answered = reply.id.description
        } else {
            return
        }
        guard !draft.body.contains("(\(anchor))") else { return }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
        let origin = "> — [\(ui.name(of: author))](\(anchor))"
        let begun = draft.body.isEmpty ? "" : draft.body + "\n\n"
        draft.body = begun + (lines + [">", origin]).joined(separator: "\n") + "\n\n"
    }

    /// As the reader left it.
    init(thread: QuestionThread) {
        draft = thread.draft.map { ReplyDraft(fields: $0.fields) } ?? ReplyDraft()
        savedAt = thread.draft?.savedAt
    }
}

struct EditForm {
    let post: Post
    let question: Question
    var edit: Edit
    var version: Int
    /// For a question or another exchange: what may follow its sentence.
    var place: AskPlace? = nil
    var refusal: Refusal? = nil
    var conflict: EditConflict? = nil
    /// The writer was shown that the text had changed.
    var hasSeenBoth = false
    var wall: GuardWall? = nil
    /// How many the text calls anew, when they are many.
    var called: Int? = nil
    /// The text as it would be read, when its writer asks to see it.
    var preview: Preview? = nil
    /// The files that are there; those that are being joined.
    var files: [Attachment] = []
    var basket = Basket.empty

    /// What the address opens.
    init(_ post: Post, in view: View) throws {
        let now = try view.questions.current(post)
        guard try view.questions.isOwn(post) else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        (self.post, question, version) = (post, now.question, now.version)
        edit = try view.questions.edit(of: post)
        if case .question = post { place = try AskPlace(view) }
        files = try view.questions.files(of: post)
    }

    /// Whether its files may change with it: a case has none.
    var takesFiles: Bool { place == nil || question.kind != .clinicalCase }

    /// Whether its context may be changed here: what has none says none.
    var showsContext: Bool {
        let draft = edit.question
        return question.kind == .question || question.kind == .clinicalCase || !draft.sought.isEmpty || draft.isUrgent
            || ![draft.tried, draft.setting, draft.moment, draft.constraints, draft.neededBy].allSatisfy(\.isEmpty)
    }

    /// What was typed, over what is kept: a field that the form had not stays.
    mutating func read(_ form: Form, _ template: Template) {
        (edit.reason, edit.isConfirmed, edit.callsMany) = (
            form["pourquoi"], form.has("confirme"), form.has("appelle")
        )
        version = Int(form["version"]) ?? 0
        hasSeenBoth = form.has("vu-les-deux")
        guard place != nil else {
            edit.reply.body = form["texte"]
            if form.has("chez-moi") { (edit.reply.atOurs, edit.reply.knowledge) = (form["chez-moi"], form["savoir"]) }
            return
        }
        let typed = QuestionDraft(form)
        if form.has("essaye") {
            edit.question = typed
        } else {
            (edit.question.title, edit.question.topics) = (typed.title, typed.topics)
            (edit.question.objective, edit.question.need) = (typed.objective, typed.need)
        }
        edit.question.body = template.body(of: form)
    }
}
