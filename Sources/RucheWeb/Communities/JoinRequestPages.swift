import Markup
import Ruche

struct JoinRequestForm {
    let door: JoinDoor
    var draft = JoinRequestDraft()
    var refusal: Refusal? = nil
    var isSent = false
}

/// The page that is open to all, where a community wants one: what it is, and its own questions.
func askToJoinPage(_ form: JoinRequestForm, _ ui: Screen) -> HTML {
    let (door, draft) = (form.door, form.draft)
    let fields = Set(["courriel", "nom", "metier"] + door.questions.indices.map { "reponse-\($0 + 1)" })
    let card: HTML =
        form.isSent
        ? "<h2>\(ui("Votre demande est partie"))</h2><p>\(ui("L’animation la lit et vous répond par courriel, à l’adresse que vous avez donnée."))</p>"
        : """
        <h2>\(ui("Demander à rejoindre"))</h2>
        <form class="stack" method="post" action="\(ui.path(.askToJoin(door.community.slug)))">\(ui.formToken)\(refusalNote(form.refusal, fields: fields, ui))
          \(Field(name: "nom", label: ui("Votre prénom et votre nom"), refusal: form.refusal).input(draft.name, autocomplete: "name", maxLength: 80, ui))
          \(Field(name: "courriel", label: ui("Votre adresse de courriel"), refusal: form.refusal).input(draft.email, type: "email", autocomplete: "email", maxLength: 254, ui))
          \(Field(name: "metier", label: ui("Votre métier"), isOptional: true, refusal: form.refusal).select(draft.profession, professions(ui), ui))
          \(each: Array(door.questions.enumerated()), { Field(name: "reponse-\($0.offset + 1)", label: $0.element, isOptional: true, refusal: form.refusal).textarea(draft.answers.indices.contains($0.offset) ? draft.answers[$0.offset] : "", rows: 3, ui) })
          \(dataNotice(ui))<button class="btn btn--primary btn--lg btn--block">\(ui("Envoyer ma demande"))</button></form>
        """
    return barePage(
        ui("Demander à rejoindre"),
        """
        <div class="sign">
          <div class="stack stack--l"><p class="eyebrow">\(ui("Communauté de pratique"))</p><h1>\(door.community.name)</h1>
            \(if: !door.community.domain.isEmpty, "<p class=\"lede\">\(door.community.domain)</p>")
            <p class="meta">\(ui("On y pose ses vraies questions, on raconte ce qui a marché. Aucun élément sur les patients, jamais. On peut partir en un clic."))</p></div>
          <div class="card stack">\(card)</div>
        </div>
        """, ui)
}

/// From the link of a mail: one request, two buttons, no sign-in.
func decideRequestPage(
    _ request: JoinRequest, _ community: Community, at link: Link, words: String = "", refusal: Refusal? = nil,
    _ ui: Screen
) -> HTML {
    barePage(
        ui("Demande à rejoindre"),
        """
        <div class="narrow stack stack--l"><p class="eyebrow">\(community.name)</p><h1>\(ui("%@ demande à rejoindre", request.name))</h1>
        \(requestAnswers(request, ui))
        \(request.decidedAt == nil ? decisionForm(request, at: link, words: words, refusal: refusal, ui) : "<p class=\"note\">\(icon(.info))\(decided(request, ui))</p>")</div>
        """, ui)
}

/// What waits for the facilitators, and what was decided.
func joinRequestsPage(
    _ requests: [JoinRequest], address: String?, _ refused: (id: JoinRequest.ID, words: String, refusal: Refusal)?,
    _ ui: Screen
) -> HTML {
    let waiting = requests.filter { $0.decidedAt == nil }
    let done = requests.filter { $0.decidedAt != nil }
    return page(
        Page(
            ui("Demandes à rejoindre"), at: .facilitation,
            """
            \(crumbs([(ui("Invitations"), .invitations)], ui))
            \(pageHead(ui("Demandes à rejoindre"), lede: address.map { _ in ui("La page de demande est ouverte à qui en a l’adresse.") } ?? ui("La page de demande est fermée. Elle s’ouvre à la troisième étape.")))
            <div class="narrow stack stack--xl">
              \(some: address, { "<p><code class=\"wrap\">\($0)</code></p>" })
              \(if: waiting.isEmpty, emptyState(ui("Aucune demande n’attend"), ui("Chaque demande arrive aussi par courriel, avec deux boutons."), id: "vide"), else: "<ul class=\"stack stack--l\">\(each: waiting, { request in "<li class=\"card stack\"><h2 class=\"small-head\">\(request.name)</h2>\(requestAnswers(request, ui))\(decisionForm(request, at: .joinRequest(request.id), words: refused?.id == request.id ? refused?.words ?? "" : "", refusal: refused?.id == request.id ? refused?.refusal : nil, ui))</li>" })</ul>")
              \(if: !done.isEmpty, "<section aria-labelledby=\"faites\"><h2 id=\"faites\">\(ui("Déjà répondu"))</h2><ul class=\"rows mt-3\">\(each: done, { "<li><p>\($0.name)</p><p class=\"meta\">\(decided($0, ui))</p></li>" })</ul></section>")
            </div>
            """), ui)
}

private func requestAnswers(_ request: JoinRequest, _ ui: Screen) -> HTML {
    """
    <p class="meta">\([request.profession.map { ui.name(of: $0) }, request.email.rawValue, ui.relative(request.askedAt)].compactMap { $0 }.joined(separator: ", "))</p>
    \(if: !request.answers.isEmpty, "<dl class=\"stack stack--s\">\(each: request.answers, { "<div><dt><strong>\($0.question)</strong></dt><dd class=\"prose--kept\">\($0.text.isEmpty ? ui("(sans réponse)") : $0.text)</dd></div>" })</dl>")
    """
}

private func decisionForm(_ request: JoinRequest, at link: Link, words: String, refusal: Refusal?, _ ui: Screen) -> HTML
{
    """
    <form class="stack" method="post" action="\(ui.path(link))">\(ui.formToken)\(refusalNote(refusal, fields: ["mot"], ui))
      <div class="field"><label class="field__label" for="mot-\(request.id.rawValue)">\(ui("Un mot de vous")) <span class="field__opt">(\(ui("facultatif")))</span></label><textarea class="textarea" id="mot-\(request.id.rawValue)" name="mot" rows="2">
    \(words)</textarea></div>
      <div class="btn-row"><button class="btn btn--primary" name="reponse" value="accepted">\(icon(.check))\(ui("Accepter et inviter"))</button><button class="btn" name="reponse" value="declined">\(ui("Décliner"))</button></div></form>
    """
}

private func decided(_ request: JoinRequest, _ ui: Screen) -> String {
    let who = request.decider ?? ui("quelqu’un qui n’est plus là")
    let when = request.decidedAt.map { ui.relative($0) } ?? ""
    return request.outcome == .accepted
        ? ui("Acceptée par %@, %@.", who, when) : ui("Déclinée par %@, %@.", who, when)
}

extension Link {
    static let joinRequests = Link.inside("/demandes")
    static func joinRequest(_ id: JoinRequest.ID) -> Link { .inside("/demandes/\(id)") }
}
