import Markup
import Ruche

/// No question ends in silence: what comes next, and when; and for its author, what they may choose.
func whatNext(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    let question = model.thread.question
    guard let next = model.next else { return "" }
    let isOwn = question.author.id == ui.member?.id
    return """
        <section id="suite" aria-labelledby="suite-t"\(flag: "data-until-reply", question.answeredAt == nil && next.kind != .choice)><h2 class="small-head mb-3" id="suite-t">\(ui("Et après ?"))</h2>
        <ul class="stack"><li class="feed">\(icon([.meeting, .roundUp, .fixingMeeting].contains(next.kind) ? .calendar : .clock))<div>\(ui.sentence(next, asker: question.author.name, promise: model.promise))</div></li>
        \(if: model.solicited > 0 && question.answeredAt == nil, "<li class=\"feed\">\(icon(.users))<div>\(ui("%d collègue qui connaît le sujet a été sollicité.", "%d collègues qui connaissent le sujet ont été sollicités.", model.solicited))</div></li>")</ul>
        \(if: next.kind == .choice && isOwn, choices(question, ui))
        \(if: ui.isMember && question.isOpen, "<p class=\"mt-3\"><a class=\"link\" href=\"\(ui.path(.inviteToAnswer(question.id)))\">\(ui("Inviter un collègue à répondre"))</a></p>")</section>
        """
}

private func choices(_ question: Question, _ ui: Screen) -> HTML {
    """
    <form class="stack stack--s mt-3" method="post" action="\(ui.path(.chooseForUnanswered(question.id)))">\(ui.formToken)
      <button class="btn btn--block" name="choix" value="\(UnansweredChoice.reword.rawValue)">\(icon(.edit))\(ui("La dire autrement"))</button>
      <button class="btn btn--block" name="choix" value="\(UnansweredChoice.widen.rawValue)">\(icon(.users))\(ui("La poser à tous"))</button>
      <button class="btn btn--block" name="choix" value="\(UnansweredChoice.agenda.rawValue)">\(icon(.calendar))\(ui("La porter à la prochaine rencontre"))</button>
    </form>
    """
}

extension Screen {
    /// "À partir du mardi 1 décembre, l’animation demandera à Claire Morel si une réponse a aidé."
    func sentence(_ next: NextStep, asker: String, promise: Promise) -> String {
        let (asker, day) = (who(asker), date(next.at))
        return switch next.kind {
        case .firstReply:
            self(
                "La communauté promet une première réponse en %@ : avant %@.", name(of: promise), deadline(next.at))
        case .search:
            self(
                "La promesse est passée : l’animation cherche quelqu’un. Sans réponse le %@, %@ choisira la suite.",
                day, asker)
        case .choice:
            self(
                "%@ choisit : la dire autrement, la poser à tous, ou la porter à la prochaine rencontre, ce qui se fera tout seul le %@.",
                asker, day)
        case .meeting: self("Elle est à l’ordre du jour de la prochaine rencontre, le %@.", day)
        case .precision: self("%@ doit une précision. Sans elle, l’animation lui écrira le %@.", asker, day)
        case .usefulness: self("À partir du %@, l’animation demandera à %@ si une réponse a aidé.", day, asker)
        case .onBehalf:
            self("Sans nouvelle de %@, l’animation pourra dire en son nom ce qui a aidé, à partir du %@.", asker, day)
        case .followUp: self("Le %@, Ruche demandera à %@ ce que c’est devenu.", day, asker)
        case .roundUp: self("Encore ouverte, elle sera reprise à la prochaine rencontre, le %@.", day)
        case .fixingMeeting:
            self("Aucune rencontre n’est fixée pour la reprendre : l’animation est invitée à le faire le %@.", day)
        }
    }
}

/// What its author said that it became, for all to read.
func whatBecame(_ model: ThreadOnPage, _ refused: (sentence: String, refusal: Refusal)?, _ ui: Screen) -> HTML {
    let question = model.thread.question
    guard question.solvedAt != nil, question.deletedAt == nil else { return "" }
    let told = model.followUps.filter { $0.outcome != nil }
    let isOwn = question.author.id == ui.member?.id
    // Two letters in all: what nobody answered is said as it is.
    let isWithoutNews = told.isEmpty && model.followUps.count == FollowUp.lettersAtMost
    if told.isEmpty, !isOwn, !isWithoutNews { return "" }
    return """
        <section class="card" aria-labelledby="devenu"><h2 class="small-head" id="devenu">\(ui("Ce que c’est devenu"))</h2>
        \(if: !told.isEmpty, "<ul class=\"rows rows--tight rows--open mt-2\">\(each: told, { outcomeRow($0, ui) })</ul>")
        \(if: isWithoutNews, "<p class=\"meta mt-2\">\(ui("Sans nouvelle pour l’instant."))</p>")
        \(if: isOwn, "<details class=\"more mt-3\"\(flag: "open", told.isEmpty || refused != nil)><summary>\(told.isEmpty ? ui("Qu’avez-vous fait ?") : ui("Dire où vous en êtes"))</summary><form class=\"stack mt-3\" method=\"post\" action=\"\(ui.path(.tellWhatBecame(question.id)))\">\(ui.formToken)\(outcomeFields(sentence: refused?.sentence ?? "", refused?.refusal, ui))</form></details>")</section>
        """
}

private func outcomeRow(_ followUp: FollowUp, _ ui: Screen) -> HTML {
    guard let outcome = followUp.outcome else { return "" }
    return """
        <li><p><strong>\(ui.name(of: outcome))</strong>\(some: followUp.sentence, { " : \($0)" })</p>\(some: followUp.answeredAt, { "<p class=\"meta\">\(ui.relative($0).capitalizedFirst)</p>" })</li>
        """
}

/// A sentence, if one wants, and the four answers, each a button.
func outcomeFields(sentence: String, _ refusal: Refusal?, _ ui: Screen) -> HTML {
    """
    \(refusalNote(refusal, fields: ["phrase"], ui))
    \(Field(name: "phrase", label: ui("Qu’en est-il sorti ?"), hint: ui("Une phrase, sans rien qui identifie un patient."), isOptional: true, refusal: refusal).textarea(sentence, rows: 2, ui))
    <div class="btn-row">\(each: FollowUp.Outcome.allCases, { "<button class=\"btn\" name=\"suite\" value=\"\($0.rawValue)\">\(ui.name(of: $0))</button>" })</div>
    """
}

extension Screen {
    func name(of outcome: FollowUp.Outcome) -> String {
        switch outcome {
        case .notYet: self("Pas encore")
        case .tried: self("Essayé")
        case .adopted: self("Adopté")
        case .notForUs: self("Pas pour nous")
        }
    }

    func name(of answer: WithoutUs) -> String {
        switch answer {
        case .faster: self("Plus vite")
        case .same: self("Pareil")
        case .longer: self("Plus long")
        case .notFound: self("Je n’aurais pas trouvé")
        }
    }
}

/// Asked once, when a reply is called useful; passing it over costs nothing.
/// - Parameter sheet: the page of an anonymous author, where the gesture is named.
func withoutUsQuestion(_ reply: Reply, at sheet: Link? = nil, _ ui: Screen) -> HTML {
    """
    <form class="note" method="post" action="\(ui.path(sheet ?? .withoutUs(reply.id)))">\(ui.formToken)\(if: sheet != nil, "<input type=\"hidden\" name=\"geste\" value=\"sans-nous\"><input type=\"hidden\" name=\"reponse\" value=\"\(reply.id.description)\">")\(icon(.chart))<fieldset><legend class="label">\(ui("Sans la communauté, vous auriez trouvé…"))</legend><div class="btn-row mt-2">\(each: WithoutUs.allCases, { "<button class=\"btn btn--quiet\" name=\"sans-nous\" value=\"\($0.rawValue)\">\(ui.name(of: $0))</button>" })</div><p class="meta mt-2">\(ui("Facultatif. Personne ne voit qui a répondu quoi."))</p></fieldset></form>
    """
}

/// From the link of a letter: the question, four buttons, no sign-in.
func followUpPage(
    _ sheet: FollowUpSheet, at link: Link, refused: (sentence: String, refusal: Refusal)? = nil, isTold: Bool = false,
    _ ui: Screen
) -> HTML {
    barePage(
        ui("Qu’avez-vous fait ?"),
        """
        <div class="narrow stack stack--l"><p class="eyebrow">\(sheet.community)</p><h1>\(ui("Qu’avez-vous fait ?"))</h1><p class="lede">\(sheet.title)</p>
        \(if: isTold, "<p class=\"note\" role=\"status\">\(icon(.done))\(ui("C’est noté, merci. Les autres le liront sous votre question."))</p>")
        <form class="stack" method="post" action="\(ui.path(link))">\(ui.formToken)\(outcomeFields(sentence: refused?.sentence ?? sheet.followUp.sentence ?? "", refused?.refusal, ui))</form>
        <p><a class="link" href="\(Link.question(sheet.question).path(in: sheet.slug))">\(ui("Relire la question et ses réponses"))</a></p></div>
        """, ui)
}

/// From the link of a letter: answering, or declining without a word.
func solicitationPage(
    _ asked: Solicitation, community: String, slug: String, at link: Link, _ ui: Screen
) -> HTML {
    barePage(
        ui("On vous demande"),
        """
        <div class="narrow stack stack--l"><p class="eyebrow">\(community)</p><h1>\(ui("%@ a besoin de vous", asked.asker))</h1><p class="lede">\(asked.title)</p><p>\(ui.words.why(asked.reason))</p>
        \(if: asked.declinedAt != nil, """
            <p class="note" role="status">\(icon(.done))\(ui("C’est noté : pas cette fois. Personne d’autre ne le sait, et vous pouvez toujours répondre."))</p>
            """)
        <div class="btn-row"><a class="btn btn--primary" href="\(Link.question(asked.question).path(in: slug))#repondre">\(icon(.reply))\(ui("Répondre"))</a>\(if: asked.declinedAt == nil, actButton(ui("Pas cette fois"), link, ui))</div>
        <p class="meta">\(ui("Vous choisissez sur votre carte combien de fois par mois on peut vous solliciter."))</p></div>
        """, ui)
}

struct InvitingForm {
    let question: Question
    let helpers: [(member: Author, topic: String)]
    let members: [Author]
    var member = ""
    var words = ""
    var refusal: Refusal? = nil
}

/// One colleague, by name: whom their card suggests, or anybody.
func invitePage(_ form: InvitingForm, _ ui: Screen) -> HTML {
    let options =
        [(value: "", label: ui("Choisissez"))]
        + form.members.map { author in
            (
                value: author.id.description,
                label: [author.name, trade(author, ui)].compactMap { $0 }.joined(separator: ", ")
            )
        }
    return page(
        Page(
            ui("Inviter un collègue à répondre"), at: .questions,
            """
            \(crumbs(to: form.question, ui))
            \(pageHead(ui("Inviter un collègue à répondre"), lede: ui("Il reçoit votre mot et la question. S’il décline, personne ne le saura.")))
            <form class="stack stack--l narrow" method="post" action="\(ui.path(.inviteToAnswer(form.question.id)))">\(ui.formToken)\(refusalNote(form.refusal, fields: ["collegue", "mot"], ui))
              \(if: !form.helpers.isEmpty, "<div class=\"note\">\(icon(.users))<div>\(each: form.helpers, { "<p>\(ui("%@ se propose sur « %@ ».", $0.member.name, $0.topic))</p>" })</div></div>")
              \(Field(name: "collegue", label: ui("Qui"), refusal: form.refusal).select(form.member, options, ui))
              \(Field(name: "mot", label: ui("Un mot de vous"), hint: ui("Par exemple, pourquoi vous avez pensé à cette personne."), isOptional: true, refusal: form.refusal).textarea(form.words, rows: 3, ui))
              <div class="btn-row"><button class="btn btn--primary">\(ui("Lui demander"))</button><a class="btn btn--quiet" href="\(ui.path(.question(form.question.id)))">\(ui("Renoncer"))</a></div>
            </form>
            """), ui)
}

extension Link {
    static func inviteToAnswer(_ id: Question.ID) -> Link { .inside("/questions/\(id)/inviter") }
    static func chooseForUnanswered(_ id: Question.ID) -> Link { .inside("/questions/\(id)/choix") }
    static func tellWhatBecame(_ id: Question.ID) -> Link { .inside("/questions/\(id)/suite") }
    static func withoutUs(_ id: Reply.ID) -> Link { .inside("/reponses/\(id)/sans-nous") }
    static func declineSolicitation(_ id: Solicitation.ID) -> Link { .inside("/sollicitations/\(id)/decliner") }
}
