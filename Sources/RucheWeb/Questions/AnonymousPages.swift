import Markup
import Ruche

/// What the page of an anonymous author shows: their question, and what they may do there.
struct AnonymousOnPage: Sendable {
    let thread: QuestionThread
    let community: String
    let next: NextStep?
    let promise: Promise
    let followUps: [FollowUp]

    init(_ page: AnonymousPage, _ view: View) throws {
        let view = page.standing(in: view)
        thread = try view.questions.thread(page.question)
        let community = try view.communities.current()
        (self.community, promise) = (community.name, community.promise)
        next = try view.questions.nextStep(of: thread)
        followUps = try view.questions.followUps(of: page.question)
    }
}

struct AnonymousForm {
    var reply = ReplyDraft()
    /// The field it belongs to tells which form: `texte`, `merci`, `mot` or `phrase`.
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil
    var word = ""
    var sentence = ""
    /// Just published: the address must be kept now.
    var isNew = false
}

/// Once published: the only page that leads back to it.
func anonymousPage(_ model: AnonymousOnPage, at link: Link, address: String, _ form: AnonymousForm, _ ui: Screen)
    -> HTML
{
    let (thread, question) = (model.thread, model.thread.question)
    return barePage(
        question.title,
        """
        <div class="narrow stack stack--l"><p class="eyebrow">\(model.community)</p><h1>\(question.title)</h1>
        <div class="note\(if: form.isNew, " note--honey")"\(if: form.isNew, " role=\"status\"")>\(icon(.lock))<div><h2 class="small-head">\(form.isNew ? ui("C’est publié, sans votre nom") : ui("Votre page, et la vôtre seule"))</h2><p>\(ui("Rien ne relie cette question à vous : cette adresse est le seul moyen d’y revenir. Copiez-la maintenant ; perdue, elle ne se retrouve pas."))</p><p class="mt-2"><code class="wrap">\(address)</code></p></div></div>
        \(if: question.deletedAt != nil, "<p class=\"note\">\(icon(.info))\(ui("Cette question est retirée."))</p>")
        \(if: !question.html.isEmpty, "<div class=\"prose\">\(HTML(trusting: question.html))</div>")
        \(some: model.next, { "<p class=\"meta\">\(icon(.clock))\(ui.sentence($0, asker: question.author.name, promise: model.promise))</p>" })
        <section aria-labelledby="reponses"><h2 id="reponses">\(if: thread.replies.isEmpty, "\(ui("Pas encore de réponse"))", else: "\(ui("%d réponse", "%d réponses", thread.replies.count))")</h2>
        \(each: thread.replies.filter { $0.deletedAt == nil }, { replyToAlias($0, thread, at: link, ui) })</section>
        \(if: question.deletedAt == nil, gestures(model, at: link, form, ui))
        </div>
        """, ui)
}

private func replyToAlias(_ reply: Reply, _ thread: QuestionThread, at link: Link, _ ui: Screen) -> HTML {
    let isOwn = reply.author.id == thread.question.author.id
    let isSolution = thread.question.retained == reply.id
    let isMarked = thread.markedByReader.contains(reply.id)
    return """
        <article class="post\(if: isSolution, " post--solution")" id="r\(reply.number)" aria-label="\(ui("Réponse de %@", reply.author.name))">
        <div class="post__head">\(person(reply.author, ui))<span class="meta">\(ui.relative(reply.repliedAt))</span></div>
        <div class="prose">\(HTML(trusting: reply.html))</div>
        \(if: !isOwn, """
            <form class="btn-row" method="post" action="\(ui.path(link))">\(ui.formToken)<input type="hidden" name="reponse" value="\(reply.id.description)"><button class="btn" name="geste" value="utile" aria-pressed="\(if: isMarked, "true", else: "false")">\(icon(.check))\(ui("Utile pour moi"))</button>\(if: !isSolution, "<button class=\"btn btn--quiet\" name=\"geste\" value=\"retenir\">\(icon(.done))\(ui("C’est la solution"))</button>")</form>
            """)</article>
        """
}

private func gestures(_ model: AnonymousOnPage, at link: Link, _ form: AnonymousForm, _ ui: Screen) -> HTML {
    let question = model.thread.question
    func refusal(_ field: String) -> Refusal? { form.refusal?.field == field ? form.refusal : nil }
    return """
        <form class="stack" method="post" action="\(ui.path(link))">\(ui.formToken)\(some: form.wall, { guardWall($0, ui) })
          \(Field(name: "texte", label: ui("Préciser, ou répondre"), hint: ui("Sans rien qui vous fasse reconnaître."), refusal: refusal("texte")).textarea(form.reply.body, rows: 5, ui))
          <div class="btn-row"><button class="btn btn--primary" name="geste" value="repondre">\(ui("Publier"))</button></div></form>
        \(if: model.next?.kind == .choice, """
            <form class="btn-row" method="post" action="\(ui.path(link))">\(ui.formToken)<button class="btn" name="geste" value="tous">\(ui("La poser à tous"))</button><button class="btn" name="geste" value="rencontre">\(ui("La porter à la prochaine rencontre"))</button></form>
            """)
        \(if: question.solvedAt != nil, """
            <section class="card" aria-labelledby="devenu"><h2 class="small-head" id="devenu">\(ui("Qu’avez-vous fait ?"))</h2>
            <form class="stack mt-3" method="post" action="\(ui.path(link))">\(ui.formToken)\(outcomeFields(sentence: form.sentence.isEmpty ? model.followUps.last?.sentence ?? "" : form.sentence, refusal("phrase"), ui))</form></section>
            """)
        \(if: question.isOpen, """
            <form class="stack" method="post" action="\(ui.path(link))">\(ui.formToken)<div class="btn-row"><button class="btn" name="geste" value="resoudre">\(icon(.check))\(ui("J’ai ce qu’il me faut"))</button></div></form>
            <details class="more"\(flag: "open", refusal("mot") != nil)><summary>\(ui("Elle n’attend plus de réponse"))</summary><form class="stack mt-3" method="post" action="\(ui.path(link))">\(ui.formToken)\(Field(name: "mot", label: ui("Pourquoi, en un mot"), refusal: refusal("mot")).input(form.word, maxLength: 300, ui))<div class="btn-row"><button class="btn" name="geste" value="clore">\(ui("Clore la question"))</button></div></form></details>
            """)
        """
}

/// Chosen before publishing, and for good.
func anonymityChoice(_ form: QuestionForm, _ ui: Screen) -> HTML {
    guard form.place.allowsAnonymity else { return "" }
    return """
        <label class="choice"><input type="checkbox" name="anonyme" value="1" data-no-draft\(flag: "checked", form.isAnonymous)><span class="choice__text">\(ui("Poser sans mon nom"))<small>\(ui("Personne ne saura que c’est vous, pas même l’animation, et cela ne se défait pas. Aucun brouillon n’est gardé. Vous recevrez l’adresse d’une page secrète pour lire et répondre."))</small></span></label>
        """
}

extension Link {
    static func anonymous(_ secret: Secret) -> Link { .anonymousSheet(secret.text) }
}
