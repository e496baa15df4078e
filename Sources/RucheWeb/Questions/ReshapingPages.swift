import Markup
import Ruche

// Some replies made an exchange of their own; an exchange that becomes a part of another.

struct SplitForm {
    let question: Question
    /// Those that may leave it.
    let replies: [Reply]
    /// Others may not.
    let someStay: Bool
    var draft = SplitDraft()
    var refusal: Refusal? = nil
}

func splitPage(_ form: SplitForm, _ ui: Screen) -> HTML {
    let kinds = Question.Kind.allCases.filter { $0 != .clinicalCase }
    return page(
        Page(
            ui("Séparer des réponses"), at: .questions,
            """
            \(crumbs(to: form.question, ui))
            \(pageHead(ui("Séparer des réponses"), lede: ui("Chaque réponse garde ses mots, sa date et son auteur. Les anciens liens mènent à sa nouvelle place, et chacun voit qui l’a fait et pourquoi.")))
            \(if: form.replies.isEmpty, emptyState(ui("Aucune réponse ne peut partir d’ici"), staying(ui), id: "vide"), else: """
                <form class="stack stack--l narrow" method="post" action="\(ui.path(.splitThread(form.question.id)))">\(ui.formToken)
                  \(refusalNote(form.refusal, fields: ["reponses", "titre", "forme", "raison"], ui))
                  \(replyChoices(form, ui))
                  \(Field(name: "titre", label: ui("Titre du nouvel échange"), hint: ui("L’auteur de la première réponse cochée en devient l’auteur, et peut le changer."), refusal: form.refusal).textarea(form.draft.title, rows: 2, style: "textarea input--title", ui))
                  \(Field(name: "forme", label: ui("Sous quelle forme"), refusal: form.refusal).select(form.draft.kind?.rawValue ?? Question.Kind.discussion.rawValue, kinds.map { (value: $0.rawValue, label: ui.name(of: $0)) }, ui))
                  \(Field(name: "raison", label: ui("Pourquoi, pour leurs auteurs et pour tous"), refusal: form.refusal).input(form.draft.reason, maxLength: 300, ui))
                  <div class="btn-row"><button class="btn btn--primary">\(ui("En faire un échange"))</button><a class="btn btn--quiet" href="\(ui.path(.question(form.question.id)))">\(ui("Renoncer"))</a></div></form>
                """)
            """), ui)
}

private func replyChoices(_ form: SplitForm, _ ui: Screen) -> HTML {
    let isWrong = form.refusal?.field == "reponses"
    return """
        <fieldset class="field\(if: isWrong, " field--error")"\(attribute: "aria-describedby", isWrong ? "reponses-e" : nil)><legend class="field__label">\(ui("Réponses à emmener"))</legend>\(if: isWrong, "<span class=\"error\" id=\"reponses-e\">\(icon(.alert))\(form.refusal?(ui.words) ?? "")</span>")
        <div class="stack stack--s mt-2">\(each: form.replies, { reply in
            "<label class=\"choice choice--card\"><input type=\"checkbox\" name=\"reponses\" value=\"\(reply.id.description)\"\(flag: "checked", form.draft.replies.contains(reply.id))><span class=\"choice__text\">\(ui("%@, %@", ui.name(of: reply.author), ui.relative(reply.repliedAt)))<small>\(firstWords(of: reply.body, limit: 240))</small></span></label>"
        })</div>\(if: form.someStay, "<p class=\"meta mt-2\">\(staying(ui))</p>")</fieldset>
        """
}

private func staying(_ ui: Screen) -> String {
    ui(
        "Celle qui est retenue, celles qui ont servi à l’auteur de la question et celles d’une personne invitée restent avec elle."
    )
}

struct MergeForm {
    let question: Question
    let targets: [QuestionOnList]
    let proposal: MergeProposal?
    /// Its author is not here to be asked.
    let isDecidedHere: Bool
    var target = ""
    var address = ""
    var reason = ""
    var refusal: Refusal? = nil
}

func mergePage(_ form: MergeForm, _ ui: Screen) -> HTML {
    let question = form.question
    let isOwn = question.author.id == ui.member?.id
    let lede =
        isOwn || form.isDecidedHere
        ? ui("Le texte et les réponses rejoignent l’échange le plus ancien, mot pour mot ; les anciens liens y mènent.")
        : ui("Son auteur en décide : il reçoit votre proposition, et rien ne bouge avant son accord.")
    return page(
        Page(
            ui("Réunir à un autre échange"), at: .questions,
            """
            \(crumbs(to: question, ui))
            \(pageHead(ui("Réunir à un autre échange"), lede: lede))
            <form class="stack stack--l narrow" method="post" action="\(ui.path(.mergeThread(question.id)))">\(ui.formToken)
              \(refusalNote(form.refusal, fields: ["dans", "raison"], ui))
              \(some: form.proposal, { "<p class=\"note\">\(icon(.info))<span>\($0.declinedAt == nil ? ui("Déjà proposé : « %@ ». Son auteur n’a pas encore répondu.", $0.into.title) : ui("Son auteur a préféré le garder à part de « %@ ».", $0.into.title))</span></p>" })
              \(targetChoices(form, ui))
              \(Field(name: "raison", label: isOwn ? ui("Pourquoi") : ui("Pourquoi, pour son auteur et pour tous"), isOptional: isOwn, refusal: form.refusal).input(form.reason, maxLength: 300, ui))
              <div class="btn-row"><button class="btn btn--primary">\(isOwn || form.isDecidedHere ? ui("Réunir les deux") : ui("Le proposer à son auteur"))</button><a class="btn btn--quiet" href="\(ui.path(.question(question.id)))">\(ui("Renoncer"))</a></div></form>
            """), ui)
}

private func targetChoices(_ form: MergeForm, _ ui: Screen) -> HTML {
    """
    \(if: !form.targets.isEmpty, """
        <fieldset><legend class="field__label">\(ui("Les échanges proches, plus anciens"))</legend><div class="stack stack--s mt-2">\(each: form.targets, { target in
            "<label class=\"choice choice--card\"><input type=\"radio\" name=\"dans\" value=\"\(target.id.description)\"\(flag: "checked", form.target == target.id.description)><span class=\"choice__text\">\(target.title)<small>\(byline(target, ui))</small></span></label>"
        })</div></fieldset>
        """)
    \(Field(name: "adresse", label: form.targets.isEmpty ? ui("Adresse de l’échange") : ui("Ou l’adresse d’un autre échange"), hint: ui("Copiez-la depuis sa page."), isOptional: !form.targets.isEmpty, refusal: form.refusal?.field == "dans" ? Refusal(form.refusal?.sentence ?? "", field: "adresse") : nil).input(form.address, ui))
    """
}

/// In the place of an exchange that is a part of another by now; each of its former links leads on.
func mergedPage(_ traces: ThreadTraces, _ ui: Screen) -> HTML {
    let merge = traces.reshapings.first { $0.kind == .merge }
    let opening = traces.gone.first { $0.number == 0 }
    return page(
        Page(
            ui("Deux échanges n’en font qu’un"), at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions)], ui))
            \(pageHead(ui("Deux échanges n’en font qu’un"), lede: merge.map { ui("Réunis par %@ %@.", $0.mover, ui.relative($0.madeAt)) }))
            <div class="narrow stack">\(some: merge.flatMap { $0.reason.isEmpty ? nil : $0.reason }, { "<p class=\"said\">\($0)</p>" })
            \(some: opening, { gone in
                "<p id=\"titre\"><a class=\"btn btn--primary\" href=\"\(ui.path(at: gone.place))\" data-moved data-moved-whole>\(icon(.right))\(ui("Lire l’échange"))</a></p>"
            })
            \(if: traces.gone.count > 1, """
                <p>\(ui("Les réponses qui étaient ici :"))</p><p class="cluster">\(each: traces.gone.filter { $0.number > 0 }, { goneLink($0, ui) })</p>
                """)</div>
            """), ui)
}

private func goneLink(_ gone: ThreadTraces.Gone, _ ui: Screen) -> HTML {
    "<a class=\"link\" id=\"r\(gone.number)\" href=\"\(ui.path(at: gone.place))\" data-moved>\(ui("n° %@", String(gone.number)))</a>"
}

// On the page of an exchange.

/// Under its title: what came to it, from where, by whom, why.
func cameNotes(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    let id = model.thread.question.id.rawValue
    return "\(each: model.traces.reshapings.filter { $0.into.id == id }, { came in cameNote(came, model, ui) })"
}

private func cameNote(_ came: Reshaping, _ model: ThreadOnPage, _ ui: Screen) -> HTML {
    let why: HTML = "\(if: !came.reason.isEmpty, " \(ui("« %@ »", came.reason))")"
    let when = ui.relative(came.madeAt)
    switch came.kind {
    case .split:
        return """
            <p class="meta">\(icon(.path))\(ui("Séparé d’un autre échange par %@ %@ :", came.mover, when)) \(other(came.from, ui)).\(why)</p>
            """
    case .merge:
        let opening = model.traces.places[PostPlace(.init(came.from.id), 0)]
        return """
            <p class="meta">\(icon(.path))\(ui("Un échange plus récent y a été réuni par %@ %@.", came.mover, when))\(some: opening, { " <a href=\"\(ui.path(at: $0, from: model.thread.question.id))\">\(ui("Le lire"))</a>" })\(why)</p>
            """
    }
}

/// Above the replies: those that left, each under the name that its former links bear.
func goneNotes(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    let id = model.thread.question.id.rawValue
    return "\(each: model.traces.reshapings.filter { $0.from.id == id }, { left in goneNote(left, model, ui) })"
}

/// The exchange at the other end: of one that nobody reads any more, not even the title is told.
private func other(_ exchange: LinkedObject, _ ui: Screen) -> HTML {
    exchange.title.isEmpty
        ? HTML(text: ui("il n’est plus visible"))
        : "<a class=\"link\" href=\"\(ui.path(.question(.init(exchange.id))))\">\(exchange.title)</a>"
}

private func goneNote(_ left: Reshaping, _ model: ThreadOnPage, _ ui: Screen) -> HTML {
    let gone = model.traces.gone.filter { $0.reshaping == left.id }
    let what = ui(
        "%d réponse est maintenant dans un autre échange :", "%d réponses sont maintenant dans un autre échange :",
        gone.count)
    return """
        <div class="note mt-3">\(icon(.path))<div><p>\(what) \(other(left.into, ui))</p>
        <p class="cluster">\(each: gone, { goneLink($0, ui) })</p>
        <p class="meta">\(ui("Par %@ %@.", left.mover, ui.relative(left.madeAt)))\(if: !left.reason.isEmpty, " \(ui("« %@ »", left.reason))")</p></div></div>
        """
}

/// What a reply says, its links to other posts leading where those are now.
func textOf(_ reply: Reply, _ model: ThreadOnPage, _ ui: Screen) -> HTML {
    guard model.traces.origins[reply.id] != nil else { return HTML(trusting: reply.html) }
    let text = reply.html.replacing(/href="#(?:r(\d{1,5})|titre)"/) { match in
        let number = match.1.flatMap { Int($0) } ?? 0
        guard let place = model.traces.place(of: number, citedBy: reply.id) else { return String(match.0) }
        return "href=\"\(ui.path(at: place, from: model.thread.question.id))\""
    }
    return HTML(trusting: text)
}

/// Whom a reply answers: here, or where that reply is now.
func answeredLine(_ reply: Reply, _ model: ThreadOnPage, _ ui: Screen) -> HTML {
    if let number = reply.answered {
        let author = model.thread.replies.first { $0.number == number }?.author.name ?? ""
        return
            "<p class=\"meta\"><a class=\"link\" href=\"#r\(number)\">\(ui("En réponse à %@", author))</a></p>"
    }
    guard let other = model.traces.answersElsewhere[reply.id] else { return "" }
    return """
        <p class="meta"><a class="link" href="\(ui.path(at: other.place))">\(ui("En réponse à %@, dans un autre échange", ui.who(other.author)))</a></p>
        """
}

extension Screen {
    /// - Parameter here: the exchange of the page, where a post is found without leaving.
    fileprivate func path(at place: PostPlace, from here: Question.ID? = nil) -> String {
        if place.question == here { return place.number == 0 ? "#titre" : "#r\(place.number)" }
        return path(place.number == 0 ? .question(place.question) : .reply(place.question, place.number))
    }
}

extension Link {
    static func splitThread(_ id: Question.ID) -> Link { .inside("/questions/\(id)/separer") }
    static func mergeThread(_ id: Question.ID) -> Link { .inside("/questions/\(id)/reunir") }
    static func acceptMerge(_ id: Question.ID) -> Link { .inside("/questions/\(id)/reunir/accepter") }
    static func declineMerge(_ id: Question.ID) -> Link { .inside("/questions/\(id)/reunir/refuser") }
}
