import Markup
import PatientGuard
import Ruche

import struct Persistence.Instant

struct ThreadOnPage: Sendable {
    let thread: QuestionThread
    let similar: [QuestionOnList]
    let helpers: [(member: Author, topic: String)]
    let promise: Promise
    /// The way back: the objective, and the need from which it came.
    let origin: (objective: LinkedObject?, need: LinkedObject?)
    /// Nil when it does not wait.
    let next: NextStep?
    /// How many were asked by name.
    let solicited: Int
    let followUps: [FollowUp]
    /// Replies that the reader has just called useful, and has not said how they would have found without them.
    let withoutUsAsked: Set<Reply.ID>
    let synthesis: Synthesis?
    let follow: Follow
    let bookmark: Bookmark?
    /// What an exchange other than a question became, and what it may be said to have become.
    let outcome: Outcome?
    let targets: [OutcomeTarget]
    /// What was flagged, and is shown without its text.
    let hidden: [HiddenText]
    /// Where the community declares adverse events, and the reader's own posts that seem to tell of one.
    let declaration: (link: String, told: Set<Post>)?
    /// Details of the reader's own latest posts that would tell with others.
    let hints: [Post: [Passage]]
    /// Where it came from, the last move first.
    let moves: [ThreadMove]
    /// The replies that left it, or came to it.
    let traces: ThreadTraces
    /// The title that it had when others answered.
    let formerTitle: String?
    /// What awaits its author's word.
    let titleProposal: TitleProposal?
    let mergeProposal: MergeProposal?
    /// Whether it stands first in the list; asked for facilitators.
    let pin: (isPinned: Bool, isForReader: Bool)
    /// Of a case: since when a changed text waits for a second reading.
    let changeProposedAt: Instant?
    /// Of a case: the meeting where it may be presented.
    let meeting: Meeting?

    func declarationLink(for post: Post) -> String? {
        declaration?.told.contains(post) == true ? declaration?.link : nil
    }
    func hidden(_ post: Post) -> HiddenText? { hidden.first { $0.object == .post(post) } }
}

extension ThreadOnPage {
    init(_ id: Question.ID, _ view: View) throws {
        let thread = try view.questions.thread(id)
        let isOwn = thread.question.author.id == view.actor.member
        self.init(
            thread: thread, similar: try view.questions.neighbours(of: thread.question.id),
            helpers: try view.questions.helpers(for: thread), promise: try view.communities.current().promise,
            origin: try view.questions.origin(of: thread.question), next: try view.questions.nextStep(of: thread),
            solicited: thread.question.isOpen ? try view.questions.solicited(for: id) : 0,
            followUps: thread.question.solvedAt == nil ? [] : try view.questions.followUps(of: id),
            withoutUsAsked: thread.markedByReader.isEmpty ? [] : try view.questions.repliesToAskAbout(in: id),
            synthesis: thread.replies.count >= Synthesis.leastReplies ? try view.questions.synthesis(of: id) : nil,
            follow: try view.questions.follow(of: thread),
            bookmark: view.actor.role == .guest ? nil : try view.questions.bookmark(of: id),
            outcome: thread.question.kind == .question ? nil : try view.questions.outcome(of: id),
            targets: thread.question.kind == .question || view.actor.role == .guest
                ? [] : try view.questions.outcomeTargets(except: id),
            hidden: try view.safety.hidden(in: id),
            declaration: try view.safety.declarationLink().map { ($0, view.safety.told(in: thread)) },
            hints: try view.safety.hints(in: thread),
            moves: try view.questions.moves(of: id),
            traces: thread.question.isReshaped ? try view.questions.traces(of: id) : ThreadTraces(),
            formerTitle: try view.questions.formerTitle(of: thread.question),
            titleProposal: isOwn ? try view.questions.titleProposal(for: id) : nil,
            mergeProposal: isOwn ? try view.questions.mergeProposal(for: id) : nil,
            pin: view.actor.isFacilitator ? try view.questions.pinState(of: id) : (false, false),
            changeProposedAt: thread.question.kind == .clinicalCase ? try view.questions.changeProposed(of: id) : nil,
            meeting: thread.question.kind == .clinicalCase ? try view.meetings.next() : nil)
    }
}

/// A question and its replies: the solution first, then in the order of arrival; the form to answer at the end.
func threadPage(_ model: ThreadOnPage, _ form: ReplyForm, _ ui: Screen) -> HTML {
    let thread = model.thread
    let question = thread.question
    let isWritable = question.deletedAt == nil
    return page(
        Page(
            question.deletedAt == nil ? question.title : ui("Texte retiré"), at: .questions,
            """
            \(trail(thread, ui))
            <div class="cols">
              <article class="stack stack--l" aria-labelledby="titre">
                \(proposals(model, ui))
                \(questionItself(model, form, ui))
                \(synthesisSection(model, ui))
                \(replies(model, form, ui))
                \(if: isWritable, replyForm(form, in: thread, ui))
              </article>
              <aside class="stack stack--l" aria-label="\(ui("Autour de la question"))">
                \(contextTaps(question, ui))
                \(askersCorner(thread, form, ui))
                \(presenting(model, ui))
                \(whatBecame(model, form.outcome, ui))
                \(becoming(model, form.becoming, ui))
                \(meTooBox(thread, ui))
                \(helpersCard(model, ui))
                \(whatNext(model, ui))
                \(neighbours(model, ui))
                \(followBox(model, ui))
                \(bookmarkBox(model, form.keeping, ui))
                \(arranging(model, ui))
              </aside>
            </div>
            """), ui)
}

private func trail(_ thread: QuestionThread, _ ui: Screen) -> HTML {
    if ui.member?.role == .guest { return "" }
    var steps: [(label: String, link: Link)] = [(ui("Échanges"), .questions)]
    if thread.question.deletedAt == nil, let topic = thread.topics.first {
        steps.append((topic.name, .topic(topic.id)))
    }
    return crumbs(steps, ui)
}

private func questionItself(_ model: ThreadOnPage, _ form: ReplyForm, _ ui: Screen) -> HTML {
    let thread = model.thread
    let question = thread.question
    let isOwn = question.author.id == ui.member?.id
    if let hidden = model.hidden(.question(question.id)) {
        return """
            <header class="stack stack--s"><h1 id="titre">\(hidden.outcome == .purged ? ui("Question effacée") : ui("Question masquée"))</h1>\(hiddenNote(hidden, author: question.author, ui))</header>
            """
    }
    if let deletedAt = question.deletedAt {
        return """
            <header class="stack stack--s"><h1 id="titre">\(ui("Texte retiré"))</h1>
            <p class="meta">\(ui("Son auteur l’a retirée %@.", ui.relative(deletedAt)))</p>
            \(if: isOwn || ui.isFacilitator, actButton(ui("Rétablir"), .restoreQuestion(question.id), ui))</header>
            """
    }
    // Of replies that were taken apart: whoever wrote the first of them asked nothing.
    let isTitleAlone =
        question.html.isEmpty
        && model.traces.reshapings.contains { $0.kind == .split && $0.into.id == question.id.rawValue }
    return """
        <header class="stack stack--s">
          <h1 id="titre">\(question.title)</h1>
          <p class="cluster">\(threadStatus(question, ui))<span class="meta">\(ui.published(question))\(some: question.editedAt, { edited in
            ", <a href=\"\(ui.path(.questionVersions(question.id)))\">\(ui("modifiée %@", ui.relative(edited)))</a>"
          })</span>\(if: question.isUrgent && question.isOpen, "<span class=\"status status--waiting\">\(icon(.clock))\(ui("Urgent"))</span>")</p>
          \(formerTitle(model, ui))
          \(moveNote(model.moves, ui))\(cameNotes(model, ui))
          \(some: model.changeProposedAt, { "<p class=\"note\">\(icon(.clock))<span>\(ui("Son auteur a changé ce texte %@ : le nouveau attend une seconde lecture.", ui.relative($0)))</span></p>" })
        </header>
        <div class="stack">
          <h2 class="vh">\(ui("Le texte"))</h2>
          \(if: !isTitleAlone, "\(person(question.author, ui))")
          \(if: !question.html.isEmpty, "<div class=\"prose\" data-quote=\"#titre\" data-quote-author=\"\(ui.name(of: question.author))\">\(HTML(trusting: question.html))</div>")
          \(sources(of: 0, thread, isOwn: isOwn, ui))
          \(contextLine(question, ui))
          \(if: !thread.topics.isEmpty, "<p class=\"cluster\">\(each: thread.topics, { topicLink($0, ui) })</p>")
          \(attached(thread.attachments.filter { $0.number == 0 }, ui))
          \(links(model.origin, ui))
          \(quietHint(model.hints[.question(question.id)] ?? [], ui))
          \(some: model.declarationLink(for: .question(question.id)), { declareCard($0, ui) })
          <div class="post__foot">\(if: !isTitleAlone, "\(citeQuestionLink(question, ui))")\(if: isOwn, ownActions(.question(question.id), of: question.author, edit: .editQuestion(question.id), delete: .deleteQuestion(question.id), ui), else: "\(flagLink(.question(question.id), ui))\(lesserGestures([unreadButton(question, from: 0, ui)], on: ui("pour le message de %@", ui.name(of: question.author)), ui))")</div>
          \(if: isOwn && question.kind == .information, citeInOpeningForm(question, form, ui))
        </div>
        """
}

/// Solved in how long, or what it waits for.
private func threadStatus(_ question: Question, _ ui: Screen) -> HTML {
    if question.kind != .question {
        return "<span class=\"status\">\(icon(question.kind.icon))\(ui.name(of: question.kind))</span>"
    }
    if question.appliedAt != nil || question.resolvedAt != nil {
        return solved(question.resolvedAt == nil ? nil : question.timeToSolution, question.appliedAt != nil, ui)
    }
    if question.closedAt != nil { return "<span class=\"status\">\(ui("N’attend plus de réponse"))</span>" }
    if question.answeredAt == nil {
        return
            "<span class=\"status status--waiting\" data-until-reply>\(icon(.clock))\(ui("Sans réponse %@", ui.since(question.askedAt)))</span>"
    }
    if question.usefulAt != nil {
        return "<span class=\"status status--solved\">\(icon(.check))\(ui("Une réponse a aidé"))</span>"
    }
    return "<span class=\"status\">\(ui("En attente d’une solution"))</span>"
}

/// Place, moment, constraints, what was tried and what is sought, in one quiet paragraph each.
private func contextLine(_ question: Question, _ ui: Screen) -> HTML {
    var parts: [(String, String)] = []
    let place = [question.context.setting.map { ui.name(of: $0) }, question.context.moment.map { ui.name(of: $0) }]
        .compactMap { $0 }
    if !place.isEmpty { parts.append((ui("Contexte"), place.joined(separator: ", "))) }
    if let constraints = question.context.constraints { parts.append((ui("Contraintes"), constraints)) }
    if let tried = question.tried { parts.append((ui("Déjà essayé"), tried)) }
    if !question.sought.isEmpty {
        parts.append((ui("Cherche"), question.sought.map { ui.name(of: $0) }.joined(separator: ", ")))
    }
    if let neededBy = question.neededBy { parts.append((ui("Utile avant"), neededBy)) }
    if parts.isEmpty { return "" }
    return "<p class=\"meta\">\(join: parts, "<br>", { HTML(text: ui("%@ : %@", $0.0, $0.1)) })</p>"
}

extension Screen {
    /// "Question posée hier à 14 h"; of a case, the month alone.
    fileprivate func published(_ exchange: Question) -> String {
        switch exchange.kind {
        case .question: self("Question posée %@", relative(exchange.askedAt))
        case .clinicalCase: self("Publié en %@", month(exchange.askedAt))
        default: self("Publiée %@", relative(exchange.askedAt))
        }
    }

    func name(of setting: Question.Setting) -> String { words.name(of: setting) }

    func name(of moment: Question.Moment) -> String {
        switch moment {
        case .day: self("de jour")
        case .night: self("de nuit")
        case .weekend: self("le week-end")
        }
    }

    func name(of sought: Question.Sought) -> String { words.name(of: sought) }

    func name(of knowledge: Reply.Knowledge) -> String {
        switch knowledge {
        case .experiential: self("Savoir expérientiel")
        case .technical: self("Savoir technique")
        case .scientific: self("Savoir scientifique")
        }
    }

    /// "2 jours ouvrés" or "24 heures": the label always says which.
    func name(of promise: Promise) -> String {
        switch promise.unit {
        case .workingDays: self("%d jour ouvré", "%d jours ouvrés", promise.amount)
        case .hours: self("%d heure", "%d heures", promise.amount)
        }
    }
}

private func links(_ origin: (objective: LinkedObject?, need: LinkedObject?), _ ui: Screen) -> HTML {
    guard ui.member?.role != .guest, origin.objective != nil || origin.need != nil else { return "" }
    return """
        <p class="meta">\(some: origin.objective, { "\(ui("Rattachée à l’objectif")) <a href=\"\(ui.path(.inside("/objectifs/\($0.id)")))\">\($0.title)</a>" })\(if: origin.objective != nil && origin.need != nil, " · ")\(some: origin.need, { "\(ui("Née du besoin")) <a href=\"\(ui.path(.inside("/besoins/\($0.id)")))\">\($0.title)</a>" })</p>
        """
}

private func ownActions(_ post: Post, of author: Author, edit: Link, delete: Link, _ ui: Screen) -> HTML {
    """
    <a class="btn btn--quiet" href="\(ui.path(edit))">\(icon(.edit))\(ui("Modifier"))</a>\(lesserGestures([actButton(ui("Retirer"), delete, ui, style: .quiet, icon: .close), signatureButton(post, of: author, ui)], on: ui("pour votre message"), ui))
    """
}

private func replies(_ model: ThreadOnPage, _ form: ReplyForm, _ ui: Screen) -> HTML {
    let thread = model.thread
    let count = thread.replies.count { $0.deletedAt == nil }
    let unread = thread.firstUnread
    return """
        <section aria-labelledby="reponses">
          <div class="section__head"><h2 id="reponses" data-count="\(String(count))" data-one="\(ui("%d réponse", "%d réponses", 1))" data-two="\(ui("%d réponse", "%d réponses", 2))">\(if: count == 0, "\(ui("Pas encore de réponse"))", else: "\(ui("%d réponse", "%d réponses", count))")</h2>\(if: thread.question.retained != nil && count > 1, "<span class=\"meta\">\(ui("La solution d’abord, puis dans l’ordre d’arrivée"))</span>")\(some: unread, { "<a href=\"#r\($0.number)\">\(ui("Reprendre à la première réponse non lue"))</a>" })</div>
          \(if: count == 0 && thread.question.deletedAt == nil && !isWaitingNoMore(thread.question), "<p class=\"muted mt-3\" data-until-reply>\(ui("Même une réponse partielle aide : dites ce que vous faites, ou posez la question qui manque."))</p>")
          \(some: isWaitingNoMore(thread.question) ? thread.question : nil, { closed in
            "<p class=\"note mt-3\">\(icon(.info))<span>\(some: closed.closingWord, { "\(ui("Son auteur a dit pourquoi elle n’attend plus : « %@ »", $0)) " })\(ui("Une réponse la rouvrirait."))</span></p>"
          })
          \(goneNotes(model, ui))
          <div data-quoting="\(ui("Citer"))" data-live="\(ui.path(.live(thread.question.id)))" data-seen="\(thread.replies.map(\.number).max() ?? 0)">\(each: thread.replies, { replyPost($0, model, form, isNew: unread?.number == $0.number, ui) })</div>
          <p class="vh" role="status" data-live-said></p>
        </section>
        """
}

/// Closed by its author without an answer that they retained.
private func isWaitingNoMore(_ question: Question) -> Bool {
    question.kind == .question && question.closedAt != nil && question.resolvedAt == nil && question.deletedAt == nil
}

private func replyPost(_ reply: Reply, _ model: ThreadOnPage, _ form: ReplyForm, isNew: Bool, _ ui: Screen) -> HTML {
    let thread = model.thread
    let isOwn = reply.author.id == ui.member?.id
    if let hidden = model.hidden(.reply(reply.id)) {
        return
            "<article class=\"post\" id=\"r\(reply.number)\">\(hiddenNote(hidden, author: reply.author, ui))</article>"
    }
    if reply.deletedAt != nil {
        return """
            <article class="post" id="r\(reply.number)"><p class="muted">\(ui("Réponse retirée par son auteur."))</p>\(if: isOwn || ui.isFacilitator, actButton(ui("Rétablir"), .restoreReply(reply.id), ui, style: .quiet))</article>
            """
    }
    let isSolution = thread.question.retained == reply.id
    return """
        <article class="post\(if: isSolution, " post--solution")" id="r\(reply.number)" aria-label="\(isSolution ? ui("Réponse de %@, retenue comme solution", ui.name(of: reply.author)) : ui("Réponse de %@", ui.name(of: reply.author)))">
          \(if: isSolution, solutionBanner(thread.question, ui))
          \(if: isNew, "<p class=\"post__new\">\(icon(.pin))\(ui("Nouveau depuis votre passage"))</p>")
          <div class="post__head">\(person(reply.author, ui))<span class="cluster">\(some: reply.knowledge, { knowledgeMark($0, ui) })\(if: reply.kind == .clarification, "<span class=\"status\">\(icon(.ask))\(ui("Question en retour"))</span>")<a class="meta link" href="#r\(reply.number)">\(ui.relative(reply.repliedAt))</a></span></div>
          \(answeredLine(reply, model, ui))
          \(some: reply.atOurs, { "<p class=\"meta\">\(ui("Chez moi : %@", $0))</p>" })
          <div class="prose" data-quote="#r\(reply.number)" data-quote-author="\(ui.name(of: reply.author))" data-quote-reply="\(reply.id.description)">\(textOf(reply, model, ui))</div>
          \(sources(of: reply.number, thread, isOwn: isOwn, ui))
          \(attached(thread.attachments.filter { $0.number == reply.number }, ui))
          \(some: reply.editedAt, { "<p class=\"meta\"><a href=\"\(ui.path(.replyVersions(reply.id)))\">\(ui("Modifiée %@", ui.relative($0)))</a></p>" })
          \(some: isSolution && thread.question.deletedAt == nil ? thread.question.thanks : nil, { words in
            "<figure class=\"verbatim\"><p>\(words.hasPrefix("«") ? words : ui("« %@ »", words))</p><figcaption>\(ui("Merci de %@", ui.name(of: thread.question.author)))</figcaption></figure>"
          })
          \(quietHint(model.hints[.reply(reply.id)] ?? [], ui))
          \(some: model.declarationLink(for: .reply(reply.id)), { declareCard($0, ui) })
          \(replyActions(reply, thread, isOwn: isOwn, isSolution: isSolution, ui))
          \(signs(under: reply, thread, isOwn: isOwn, ui))
          \(if: isOwn, citeForm(reply, form, ui))
          \(if: model.withoutUsAsked.contains(reply.id), withoutUsQuestion(reply, ui))
        </article>
        """
}

private func solutionBanner(_ question: Question, _ ui: Screen) -> HTML {
    """
    <div class="post__banner"><strong>\(icon(.done))\(ui("Solution retenue par %@", ui.name(of: question.author)))</strong>\(some: question.timeToSolution, { "<span>\(ui("%@ après la question.", ui.duration($0)))</span>" })</div>
    """
}

func knowledgeMark(_ knowledge: Reply.Knowledge, _ ui: Screen) -> HTML {
    let (style, symbol): (String, Icon) =
        switch knowledge {
        case .experiential: ("knowledge knowledge--exp", .bedside)
        case .technical: ("knowledge knowledge--tech", .tool)
        case .scientific: ("knowledge knowledge--sci", .book)
        }
    return "<span class=\"\(style)\">\(icon(symbol))\(ui.name(of: knowledge))</span>"
}

/// *Utile*, and for the asker *retenir*; one's own reply can be changed or taken away.
private func replyActions(_ reply: Reply, _ thread: QuestionThread, isOwn: Bool, isSolution: Bool, _ ui: Screen) -> HTML
{
    let isAsker = thread.question.author.id == ui.member?.id
    let isMarked = thread.markedByReader.contains(reply.id)
    let useful: HTML =
        isOwn
        ? "\(if: reply.useful > 0, "<p class=\"meta\">\(ui("Utile pour %d personne", "Utile pour %d personnes", reply.useful))</p>")"
        : """
        <form method="post" action="\(ui.path(isMarked ? .withdrawUsefulMark(reply.id) : .usefulMark(reply.id)))">\(ui.formToken)<button class="btn" aria-pressed="\(if: isMarked, "true", else: "false")">\(icon(.check))\(ui("Utile pour moi"))\(if: reply.useful > 0, "<span class=\"meta\">\(reply.useful)<span class=\"vh\"> \(ui("personne", "personnes", reply.useful))</span></span>")</button></form>
        """
    return """
        <div class="post__foot">
          \(useful)\(saidOnBehalf(reply, thread, ui))
          \(if: isAsker && !isOwn && !isSolution && thread.question.kind == .question, """
            <details class="more"><summary class="btn btn--quiet">\(icon(.done))\(ui("C’est la solution"))</summary>
            <form class="stack mt-3" method="post" action="\(ui.path(.retain(reply.id)))">\(ui.formToken)
              <div class="field"><label class="field__label" for="merci-\(reply.number)">\(ui("Un mot de remerciement")) <span class="field__opt">(\(ui("facultatif")))</span></label><span class="hint" id="merci-\(reply.number)-h">\(ui("Il sera cité sous la réponse : dites ce qui vous a servi."))</span><textarea class="textarea" id="merci-\(reply.number)" name="merci" rows="2" aria-describedby="merci-\(reply.number)-h"></textarea></div>
              <div class="btn-row"><button class="btn btn--primary">\(ui("Retenir cette réponse"))</button></div>
            </form></details>
            """)
          \(citeLink(reply, thread, ui))
          \(if: isOwn, ownActions(.reply(reply.id), of: reply.author, edit: .editReply(reply.id), delete: .deleteReply(reply.id), ui), else: "\(flagLink(.reply(reply.id), ui))\(lesserGestures([onBehalf(reply, thread, ui), unreadButton(thread.question, from: reply.number, ui)], on: ui("pour le message de %@", ui.name(of: reply.author)), ui))")
        </div>
        """
}

/// What a facilitator said for the asker stands beside the reply.
private func saidOnBehalf(_ reply: Reply, _ thread: QuestionThread, _ ui: Screen) -> HTML {
    guard let mark = thread.markedOnBehalf[reply.id] else { return "" }
    return """
        <p class="meta">\(icon(.check))\(ui("Utile au nom de %@, selon %@", ui.name(of: thread.question.author), mark.facilitator))</p>\(if: mark.isReader, "<form method=\"post\" action=\"\(ui.path(.withdrawUsefulMark(reply.id)))\">\(ui.formToken)<button class=\"btn btn--quiet\" name=\"au-nom\" value=\"1\">\(ui("Revenir là-dessus"))</button></form>")
        """
}

/// The asker says no more, or has lost the secret of their page: a facilitator may speak for them, and it is shown.
private func onBehalf(_ reply: Reply, _ thread: QuestionThread, _ ui: Screen) -> HTML {
    guard let reader = ui.member?.id, thread.markedOnBehalf[reply.id] == nil,
        reply.author.id != thread.question.author.id,
        thread.mayBeSaidOnBehalf(by: reader, isFacilitator: ui.isFacilitator, at: ui.now)
    else { return "" }
    return """
        <form method="post" action="\(ui.path(.usefulMark(reply.id)))">\(ui.formToken)<button class="btn btn--quiet" name="au-nom" value="1">\(icon(.check))\(ui("Utile, au nom de %@", ui.name(of: thread.question.author)))</button></form>
        """
}

private func citeForm(_ reply: Reply, _ form: ReplyForm, _ ui: Screen) -> HTML {
    let refused = form.citing?.reply == reply.id ? form.citing : nil
    return """
        <details class="more"\(flag: "open", refused != nil)><summary>\(ui("Ajouter une source à votre réponse"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.cite(reply.id)))">\(ui.formToken)\(refusalNote(refused?.refusal, fields: ["source-titre", "source-annee", "source-reference"], ui))
        \(sourceFields(refused?.draft ?? EvidenceDraft(), refused?.refusal, prefix: "s\(reply.number)-", ui))<div class="btn-row"><button class="btn">\(ui("Ajouter cette source"))</button></div></form></details>
        """
}

private func replyForm(_ form: ReplyForm, in thread: QuestionThread, _ ui: Screen) -> HTML {
    let question = thread.question
    let answered = thread.replies.first { $0.id.description == form.draft.answered }
    return """
        <section id="repondre" aria-labelledby="rep-t">
          <h2 id="rep-t">\(ui("Votre réponse"))</h2>
          <form class="stack mt-3" method="post" enctype="multipart/form-data" action="\(ui.path(.replies(question.id)))#repondre" data-draft="\(ui.path(.draft))" data-place="\(Draft.Place.reply(question.id).text)">
            \(ui.formToken)\(enterButton)
            \(some: form.wall, { guardWall($0, ui) })
            \(some: form.called, { manyCalled($0, ui) })
            \(refusalNote(form.refusal, fields: ["texte", "chez-moi", "source-titre", "source-annee", "source-reference", Basket.files], ui))
            \(some: answered, { "<p class=\"note\">\(icon(.reply))<span>\(ui("En réponse à %@", $0.author.name)) <a class=\"link\" href=\"\(ui.path(.question(question.id)))#repondre\">\(ui("Répondre plutôt à tous"))</a></span></p><input type=\"hidden\" name=\"repond-a\" value=\"\($0.id.description)\">" })
            \(some: form.preview, { previewOf($0, hint: form.hint, ui) })
            \(Field(name: "texte", label: question.kind == .question ? ui("Que faites-vous, concrètement ?") : ui("Ce que vous en dites"), hint: ui("Même une réponse partielle aide. Décrivez la situation sans rien qui identifie un patient ou un collègue."), refusal: form.refusal).editor(form.draft.body, rows: 6, ui))
            <p class="hint">\(ui("Pour appeler quelqu’un : @ et son nom. @animation et @membres appellent plus largement."))</p>
            \(Field(name: "chez-moi", label: ui("Chez moi"), hint: ui("En une ligne : de nuit, 30 lits, EHPAD…"), isOptional: true, refusal: form.refusal).input(form.draft.atOurs, maxLength: 300, ui))
            \(filesField(form.basket, form.refusal, ui))
            \(knowledgeChoices(form.draft.knowledge, ui))
            \(sourceFields(form.draft.source, form.refusal, ui))
            \(namelessChoice(form.draft.isNameless, ui))
            <label class="choice"><input type="checkbox" name="nature" value="clarification"\(flag: "checked", form.draft.isClarification)><span class="choice__text">\(ui("C’est une question en retour, avant de répondre"))</span></label>
            \(some: form.declarationLink, { declareBefore($0, isAsked: true, ui) })
            <div class="btn-row"><button class="btn btn--primary">\(ui("Publier la réponse"))</button><button class="btn" name="apercu" value="1">\(ui("Aperçu"))</button><button class="btn btn--quiet" name="brouillon" value="1">\(ui("Garder pour plus tard"))</button><span class="meta" role="status" data-saved>\(some: form.savedAt, { "\(ui("Enregistré %@", ui.relative($0)))" })</span></div>
          </form>
        </section>
        """
}
