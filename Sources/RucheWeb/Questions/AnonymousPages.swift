import Markup
import Persistence
import Ruche

/// What the page of an anonymous author shows: their question, and what they may do there.
struct AnonymousOnPage: Sendable {
    let thread: QuestionThread
    let community: String
    let next: NextStep?
    let promise: Promise
    let followUps: [FollowUp]
    /// What was flagged, and is shown without its text, with the reason to its author.
    let hidden: [HiddenText]
    /// The alias's own hidden posts that may be corrected, as they stand.
    let corrections: [Flagged: CorrectionDraft]
    /// Replies just called useful, of which nothing was said yet.
    let withoutUsAsked: Set<Reply.ID>
    /// Its author may still put it back.
    let isRestorable: Bool

    init(_ page: AnonymousPage, _ view: View) throws {
        let view = page.standing(in: view)
        thread = try view.questions.thread(page.question)
        let community = try view.communities.current()
        (self.community, promise) = (community.name, community.promise)
        next = try view.questions.nextStep(of: thread)
        followUps = try view.questions.followUps(of: page.question)
        hidden = try view.safety.hidden(in: page.question)
        withoutUsAsked = try view.questions.repliesToAskAbout(in: page.question)
        let own = Set(thread.replies.filter { $0.author.id == page.alias }.map { Flagged.reply($0.id) })
        var corrections: [Flagged: CorrectionDraft] = [:]
        for object in hidden.filter({ $0.outcome == nil && $0.rereading != nil }).map(\.object)
        where object == .question(page.question) || own.contains(object) {
            corrections[object] = try view.safety.correction(of: object).draft
        }
        self.corrections = corrections
        isRestorable =
            try hidden.allSatisfy { $0.object != .question(page.question) }
            && thread.question.deletedAt.map { view.now - $0 <= QuestionActs.undoTime } ?? false
    }

    func hidden(_ post: Post) -> HiddenText? { hidden.first { $0.object == .post(post) } }
}

struct AnonymousForm {
    /// What was asked for: it tells which form a refusal belongs to.
    var gesture = ""
    var reply = ReplyDraft()
    var basket = Basket.empty
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil
    var called: Int? = nil
    var word = ""
    var sentence = ""
    var thanks = ""
    /// The reply that a gesture is about; none: the question.
    var subject = ""
    /// A text that is changed.
    var title = ""
    var body = ""
    var version = 0
    /// Just published: the address must be kept now.
    var isNew = false
    /// This device keeps the address.
    var isKept = false

    init(isNew: Bool = false) { self.isNew = isNew }

    init(_ form: Form) {
        reply = ReplyDraft(form)
        (gesture, subject, thanks) = (form["geste"], form["reponse"], form["merci"])
        (word, sentence) = (form["mot"], form["phrase"])
        (title, body, version) = (form["titre"], form["texte"], Int(form["version"]) ?? 0)
        if gesture.isEmpty, form.has("joindre") || form.has("ressortir") || form.has("remplacer") {
            gesture = "repondre"
        }
    }

    /// A form that has no place for the wall says it beside its field.
    mutating func stop(by wall: GuardWall) {
        switch gesture {
        case "repondre", "modifier", "corriger": self.wall = wall
        case "clore": refusal = wall.refusal(field: "mot")
        case "retenir": refusal = wall.refusal(field: "merci")
        default: refusal = wall.refusal(field: "phrase")
        }
    }

    /// How many the text of this gesture calls, when they are many.
    func called(of gesture: String) -> Int? { self.gesture == gesture ? called : nil }

    var isRefused: Bool { refusal != nil || wall != nil || called != nil || basket.isTouched }

    func refusal(of gesture: String) -> Refusal? { self.gesture == gesture ? refusal : nil }
    func wall(of gesture: String) -> GuardWall? { self.gesture == gesture ? wall : nil }
}

/// Once published: the only page that leads back to it.
func anonymousPage(_ model: AnonymousOnPage, at secret: Secret, address: String, _ form: AnonymousForm, _ ui: Screen)
    -> HTML
{
    let (thread, question, link) = (model.thread, model.thread.question, Link.anonymous(secret))
    let count = thread.replies.count { $0.deletedAt == nil }
    return barePage(
        question.deletedAt == nil ? question.title : ui("Votre question"),
        """
        <div class="narrow stack stack--l"><p class="eyebrow">\(model.community)</p><h1>\(question.deletedAt == nil ? question.title : ui("Votre question"))</h1>
        \(keepingNote(address, at: link, form, ui))
        \(refusalNote(form.refusal, fields: ["titre", "texte", "mot", "phrase", "merci", Basket.files], ui))
        \(ownState(model, at: link, form, ui))
        \(if: question.deletedAt == nil && !question.html.isEmpty, "<div class=\"prose\">\(HTML(trusting: question.html))</div>")
        \(if: question.deletedAt == nil, attached(thread.attachments.filter { $0.number == 0 }, to: secret, ui))
        \(some: model.next, { "<p class=\"meta\">\(icon(.clock))\(ui.sentence($0, asker: question.author.name, promise: model.promise))</p>" })
        \(if: question.deletedAt == nil, editing(question, at: link, form, ui))
        <section aria-labelledby="reponses"><h2 id="reponses">\(if: count == 0, "\(ui("Pas encore de réponse"))", else: "\(ui("%d réponse", "%d réponses", count))")</h2>
        \(each: thread.replies, { replyToAlias($0, model, at: secret, form, ui) })</section>
        \(if: question.deletedAt == nil, gestures(model, at: link, form, ui))
        </div>
        """, ui)
}

/// The address, to copy, or to be kept by this device alone.
private func keepingNote(_ address: String, at link: Link, _ form: AnonymousForm, _ ui: Screen) -> HTML {
    """
    <div class="note\(if: form.isNew, " note--honey")"\(if: form.isNew, " role=\"status\"")>\(icon(.lock))<div><h2 class="small-head">\(form.isNew ? ui("C’est publié, sans votre nom") : ui("Votre page, et la vôtre seule"))</h2><p>\(ui("Rien ne relie cette question à vous : cette adresse est le seul moyen d’y revenir. Copiez-la maintenant ; perdue, elle ne se retrouve pas."))</p><p class="mt-2"><code class="wrap">\(address)</code></p>
    <form class="stack stack--s mt-3" method="post" action="\(ui.path(link))">\(ui.formToken)<label class="choice"><input type="checkbox" name="garder" value="1"\(flag: "checked", form.isKept)><span class="choice__text">\(ui("Garder cette adresse sur cet appareil"))<small>\(ui("Seulement s’il est à vous seul·e : qui l’ouvre lira votre question. L’appareil la retient, le serveur non."))</small></span></label><div class="btn-row"><button class="btn" name="geste" value="garder">\(ui("Enregistrer ce choix"))</button></div></form></div></div>
    """
}

/// Taken back by its author, or flagged: what became of it, and why.
private func ownState(_ model: AnonymousOnPage, at link: Link, _ form: AnonymousForm, _ ui: Screen) -> HTML {
    let question = model.thread.question
    guard question.deletedAt != nil else {
        return
            "\(some: question.closingWord, { "<p class=\"note\">\(icon(.info))\(ui("Vous l’avez close : « %@ »", $0))</p>" })"
    }
    if let hidden = model.hidden(.question(question.id)) {
        return moderation(hidden, correction: model.corrections[hidden.object], reply: nil, at: link, form, ui)
    }
    return """
        <div class="note">\(icon(.info))<div><p>\(ui("Cette question est retirée."))</p>\(if: model.isRestorable, "<form class=\"btn-row mt-2\" method=\"post\" action=\"\(ui.path(link))\">\(ui.formToken)<button class=\"btn\" name=\"geste\" value=\"retablir\">\(ui("Rétablir"))</button></form>")</div></div>
        """
}

/// The reason of the facilitators, and where it may still be, the text to correct.
private func moderation(
    _ hidden: HiddenText, correction: CorrectionDraft?, reply: Reply?, at link: Link, _ form: AnonymousForm,
    _ ui: Screen
) -> HTML {
    let subject = reply?.id.description ?? ""
    let isTyped = form.gesture == "corriger" && form.subject == subject
    let refusal = isTyped ? form.refusal : nil
    let place = "c\(reply.map { String($0.number) } ?? "")-"
    return """
        <div class="note" role="status">\(icon(.eyeOff))<div>\(hiddenForAuthor(hidden, ui))
        \(some: correction, { draft in
            """
            <details class="more mt-2"\(flag: "open", isTyped)><summary>\(ui("Corriger mon message"))</summary><form class="stack mt-3" method="post" action="\(ui.path(link))">\(ui.formToken)<input type="hidden" name="geste" value="corriger">\(if: reply != nil, "<input type=\"hidden\" name=\"reponse\" value=\"\(subject)\">")\(some: isTyped ? form.wall : nil, { guardWall($0, at: place + "texte", ui) })\(some: isTyped ? form.called : nil, { manyCalled($0, ui) })
            \(if: reply == nil, Field(name: place + "titre", label: ui("Votre question, en une phrase"), refusal: refusal, formName: "titre").textarea(isTyped ? form.title : draft.title, rows: 2, ui))
            \(Field(name: place + "texte", label: reply == nil ? ui("La situation") : ui("Votre réponse"), refusal: refusal, formName: "texte").textarea(isTyped ? form.body : draft.body, rows: 6, ui))
            <div class="btn-row"><button class="btn btn--primary">\(ui("Garder ce texte"))</button></div></form></details>
            """
        })</div></div>
        """
}

private func replyToAlias(
    _ reply: Reply, _ model: AnonymousOnPage, at secret: Secret, _ form: AnonymousForm, _ ui: Screen
) -> HTML {
    let (thread, link) = (model.thread, Link.anonymous(secret))
    let isOwn = reply.author.id == thread.question.author.id
    if let hidden = model.hidden(.reply(reply.id)) {
        let note =
            isOwn
            ? moderation(hidden, correction: model.corrections[hidden.object], reply: reply, at: link, form, ui)
            : "<p class=\"muted\">\(hiddenSentence(hidden, ui))</p>"
        return "<article class=\"post\" id=\"r\(reply.number)\">\(note)</article>"
    }
    if reply.deletedAt != nil {
        return """
            <article class="post" id="r\(reply.number)"><p class="muted">\(ui("Réponse retirée par son auteur."))</p>\(if: isOwn, simpleGesture("retablir", ui("Rétablir"), of: reply, at: link, ui))</article>
            """
    }
    let isSolution = thread.question.retained == reply.id
    let isMarked = thread.markedByReader.contains(reply.id)
    return """
        <article class="post\(if: isSolution, " post--solution")" id="r\(reply.number)" aria-label="\(ui("Réponse de %@", reply.author.name))">
        <div class="post__head">\(person(reply.author, ui))<span class="cluster">\(some: reply.knowledge, { knowledgeMark($0, ui) })\(if: reply.kind == .clarification, "<span class=\"status\">\(icon(.ask))\(ui("Question en retour"))</span>")<span class="meta">\(ui.relative(reply.repliedAt))</span></span></div>
        \(some: reply.atOurs, { "<p class=\"meta\">\(ui("Chez moi : %@", $0))</p>" })
        <div class="prose">\(HTML(trusting: reply.html))</div>
        \(sources(of: reply.number, thread, isOwn: false, ui))
        \(attached(thread.attachments.filter { $0.number == reply.number }, to: secret, ui))
        \(if: isOwn, simpleGesture("retirer", ui("Retirer"), of: reply, at: link, ui), else: """
            <div class="post__foot"><form method="post" action="\(ui.path(link))">\(ui.formToken)<input type="hidden" name="reponse" value="\(reply.id.description)"><button class="btn" name="geste" value="\(isMarked ? "pas-utile" : "utile")" aria-pressed="\(if: isMarked, "true", else: "false")">\(icon(.check))\(ui("Utile pour moi"))</button></form>\(if: !isSolution && thread.question.deletedAt == nil, retaining(reply, at: link, form, ui))</div>
            """)
        \(if: model.withoutUsAsked.contains(reply.id), withoutUsQuestion(reply, at: link, ui))</article>
        """
}

private func simpleGesture(_ gesture: String, _ label: String, of reply: Reply, at link: Link, _ ui: Screen) -> HTML {
    """
    <form class="btn-row" method="post" action="\(ui.path(link))">\(ui.formToken)<input type="hidden" name="reponse" value="\(reply.id.description)"><button class="btn btn--quiet" name="geste" value="\(gesture)">\(label)</button></form>
    """
}

private func retaining(_ reply: Reply, at link: Link, _ form: AnonymousForm, _ ui: Screen) -> HTML {
    let isTyped = form.gesture == "retenir" && form.subject == reply.id.description
    return """
        <details class="more"\(flag: "open", isTyped && form.isRefused)><summary class="btn btn--quiet">\(icon(.done))\(ui("C’est la solution"))</summary><form class="stack mt-3" method="post" action="\(ui.path(link))">\(ui.formToken)<input type="hidden" name="geste" value="retenir"><input type="hidden" name="reponse" value="\(reply.id.description)">\(Field(name: "merci-\(reply.number)", label: ui("Un mot de remerciement"), hint: ui("Il sera cité sous la réponse : dites ce qui vous a servi."), isOptional: true, refusal: isTyped ? form.refusal : nil, formName: "merci").textarea(isTyped ? form.thanks : "", rows: 2, ui))<div class="btn-row"><button class="btn btn--primary">\(ui("Retenir cette réponse"))</button></div></form></details>
        """
}

/// The files of a post, by the address that the secret opens.
private func attached(_ files: [Attachment], to secret: Secret, _ ui: Screen) -> HTML {
    if files.isEmpty { return "" }
    return """
        \(each: files, { file in
            let address = ui.path(.anonymousFile(secret.text, file.id))
            return file.kind?.isPicture == true
                ? "<figure class=\"picture\"><a href=\"\(address)\"><img src=\"\(address)\" alt=\"\(file.description)\" loading=\"lazy\"></a><figcaption class=\"meta\">\(file.description)</figcaption></figure>"
                : "<p><a class=\"attached\" href=\"\(address)\">\(icon(.file))\(file.name) (\(ui.size(file.sizeInBytes)))</a></p>"
        })
        """
}

/// Its words, said better, or taken back.
private func editing(_ question: Question, at link: Link, _ form: AnonymousForm, _ ui: Screen) -> HTML {
    let isOpen = form.gesture == "modifier"
    let isTyped = isOpen && form.isRefused
    return """
        <details class="more" id="modifier"\(flag: "open", isOpen)><summary>\(ui("Modifier ou retirer votre question"))</summary><div class="stack mt-3"><form class="stack" method="post" action="\(ui.path(link))">\(ui.formToken)<input type="hidden" name="geste" value="modifier"><input type="hidden" name="version" value="\(isTyped && form.version > 0 ? form.version : question.version)">\(some: form.wall(of: "modifier"), { guardWall($0, at: "m-texte", ui) })\(some: form.called(of: "modifier"), { manyCalled($0, ui) })
        \(Field(name: "m-titre", label: ui("Votre question, en une phrase"), refusal: form.refusal(of: "modifier"), formName: "titre").textarea(isTyped ? form.title : question.title, rows: 2, ui))
        \(Field(name: "m-texte", label: ui("La situation"), hint: ui("Sans rien qui vous fasse reconnaître."), isOptional: true, refusal: form.refusal(of: "modifier"), formName: "texte").textarea(isTyped ? form.body : question.body, rows: 6, ui))
        <div class="btn-row"><button class="btn">\(ui("Garder ce texte"))</button></div></form>
        <form class="btn-row" method="post" action="\(ui.path(link))">\(ui.formToken)<button class="btn btn--quiet" name="geste" value="retirer">\(ui("Retirer la question"))</button></form></div></details>
        """
}

private func gestures(_ model: AnonymousOnPage, at link: Link, _ form: AnonymousForm, _ ui: Screen) -> HTML {
    let question = model.thread.question
    return """
        <form class="stack" method="post" enctype="multipart/form-data" action="\(ui.path(link))">\(ui.formToken)<button class="vh" name="geste" value="repondre" tabindex="-1" aria-hidden="true"></button>\(some: form.wall(of: "repondre"), { guardWall($0, ui) })\(some: form.called(of: "repondre"), { manyCalled($0, ui) })
          \(Field(name: "texte", label: ui("Préciser, ou répondre"), hint: ui("Sans rien qui vous fasse reconnaître."), refusal: form.refusal(of: "repondre")).textarea(form.gesture == "repondre" ? form.reply.body : "", rows: 5, ui))
          \(filesField(form.basket, form.refusal(of: "repondre"), isOutside: true, ui))
          <div class="btn-row"><button class="btn btn--primary" name="geste" value="repondre">\(ui("Publier"))</button></div></form>
        \(if: model.next?.kind == .choice, """
            <form class="btn-row" method="post" action="\(ui.path(link))">\(ui.formToken)<button class="btn" name="geste" value="dire-autrement">\(icon(.edit))\(ui("La dire autrement"))</button><button class="btn" name="geste" value="tous">\(icon(.users))\(ui("La poser à tous"))</button><button class="btn" name="geste" value="rencontre">\(icon(.calendar))\(ui("La porter à la prochaine rencontre"))</button></form>
            """)
        \(if: question.solvedAt != nil, """
            <section class="card" aria-labelledby="devenu"><h2 class="small-head" id="devenu">\(ui("Qu’avez-vous fait ?"))</h2>
            <form class="stack mt-3" method="post" action="\(ui.path(link))">\(ui.formToken)\(outcomeFields(sentence: form.sentence.isEmpty ? model.followUps.last?.sentence ?? "" : form.sentence, form.refusal?.field == "phrase" ? form.refusal : nil, ui))</form></section>
            """)
        \(if: question.isOpen, """
            <form class="stack" method="post" action="\(ui.path(link))">\(ui.formToken)<div class="btn-row"><button class="btn" name="geste" value="resoudre">\(icon(.check))\(ui("J’ai ce qu’il me faut"))</button></div></form>
            <details class="more"\(flag: "open", form.gesture == "clore")><summary>\(ui("Elle n’attend plus de réponse"))</summary><form class="stack mt-3" method="post" action="\(ui.path(link))">\(ui.formToken)\(Field(name: "mot", label: ui("Pourquoi, en un mot"), refusal: form.refusal(of: "clore")).input(form.word, maxLength: 300, ui))<div class="btn-row"><button class="btn" name="geste" value="clore">\(ui("Clore la question"))</button></div></form></details>
            """, else: """
            <form class="btn-row" method="post" action="\(ui.path(link))">\(ui.formToken)<button class="btn" name="geste" value="rouvrir">\(icon(.reply))\(ui("Elle attend de nouveau"))</button></form>
            """)
        """
}

/// The questions whose addresses this device keeps.
func keptPages(_ kept: [(secret: Secret, question: Question)], _ ui: Screen) -> HTML {
    barePage(
        ui("Vos questions sans nom"),
        """
        <div class="narrow stack stack--l"><h1>\(ui("Vos questions sans nom"))</h1><p class="lede">\(ui("Celles dont cet appareil a gardé l’adresse. Le serveur ne sait pas lesquelles."))</p>
        \(if: kept.isEmpty, "<p class=\"muted\">\(ui("Aucune adresse n’est gardée ici. Sur la page secrète d’une question, cochez « Garder cette adresse sur cet appareil »."))</p>", else: "<ul class=\"rows\">\(each: kept, { "<li><a href=\"\(ui.path(.anonymous($0.secret)))\">\($0.question.deletedAt == nil ? $0.question.title : ui("Question retirée"))</a></li>" })</ul>")</div>
        """, ui)
}

/// Chosen before publishing, and for good.
func anonymityChoice(_ form: QuestionForm, _ ui: Screen) -> HTML {
    guard form.place.allowsAnonymity else { return "" }
    // Of this form alone: sent twice by a slow network, it is one question.
    var random = SystemRandomNumberGenerator()
    return """
        <input type="hidden" name="envoi" value="\(Secret(&random).text)" autocomplete="off"><label class="choice"><input type="checkbox" name="anonyme" value="1" data-no-draft\(flag: "checked", form.isAnonymous)><span class="choice__text">\(ui("Poser sans mon nom"))<small>\(ui("Personne ne saura que c’est vous, pas même l’animation, et cela ne se défait pas. Aucun brouillon n’est gardé. Vous recevrez l’adresse d’une page secrète pour lire et répondre."))</small></span></label><p class="meta"><a class="link" href="\(ui.path(.keptAnonymous))">\(ui("Vos questions sans nom, gardées sur cet appareil"))</a></p>
        """
}

extension Link {
    static func anonymous(_ secret: Secret) -> Link { .anonymousSheet(secret.text) }
}
