import Markup
import Ruche

// What facilitators do for an exchange to be found and followed, and what they only propose to its author.

struct TitleForm {
    let question: Question
    var title: String
    var reason = ""
    var refusal: Refusal? = nil
}

/// Its author changes the title; a facilitator proposes one.
func titlePage(_ form: TitleForm, _ ui: Screen) -> HTML {
    let question = form.question
    let isOwn = question.author.id == ui.member?.id
    let head = isOwn ? ui("Changer le titre") : ui("Proposer un titre plus clair")
    let lede =
        isOwn
        ? ui("Le titre d’avant reste visible sous le nouveau, et dans l’historique.")
        : ui("Son auteur en décide, d’une touche. Jusque-là, rien ne change.")
    return page(
        Page(
            head, at: .questions,
            """
            \(crumbs(to: question, ui))
            \(pageHead(head, lede: lede))
            <form class="stack narrow" method="post" action="\(ui.path(.title(question.id)))">\(ui.formToken)
              \(refusalNote(form.refusal, fields: ["titre", "raison"], ui))
              \(Field(name: "titre", label: ui("Titre"), refusal: form.refusal).textarea(form.title, rows: 2, style: "textarea input--title", ui))
              \(if: !isOwn, Field(name: "raison", label: ui("Pourquoi, pour son auteur"), refusal: form.refusal).input(form.reason, maxLength: 300, ui))
              <div class="btn-row"><button class="btn btn--primary">\(isOwn ? ui("Garder ce titre") : ui("Le proposer"))</button><a class="btn btn--quiet" href="\(ui.path(.question(question.id)))">\(ui("Renoncer"))</a></div></form>
            """), ui)
}

struct PinForm {
    let question: Question
    let isPinned: Bool
    var reason = ""
    var until = ""
    var refusal: Refusal? = nil
}

func pinPage(_ form: PinForm, _ ui: Screen) -> HTML {
    let question = form.question
    return page(
        Page(
            ui("Épingler en tête"), at: .questions,
            """
            \(crumbs(to: question, ui))
            \(pageHead(ui("Épingler en tête"), lede: ui("Trois échanges au plus, en tête de la liste. Chacun peut remettre celui-ci parmi les autres, pour soi.")))
            <form class="stack narrow" method="post" action="\(ui.path(.pin(question.id)))">\(ui.formToken)
              \(refusalNote(form.refusal, fields: ["raison", "jusqu-au"], ui))
              \(Field(name: "raison", label: ui("Pourquoi"), hint: ui("En une ligne, lue par tous. Ou donnez seulement un jour."), isOptional: true, refusal: form.refusal).input(form.reason, maxLength: 200, ui))
              \(Field(name: "jusqu-au", label: ui("Jusqu’au"), isOptional: true, refusal: form.refusal).input(form.until, type: "date", ui))
              <div class="btn-row"><button class="btn btn--primary">\(icon(.pin))\(form.isPinned ? ui("Changer") : ui("Épingler"))</button><a class="btn btn--quiet" href="\(ui.path(.question(question.id)))">\(ui("Renoncer"))</a></div></form>
            """), ui)
}

/// Beside an exchange: where its order is put right, by its author or a facilitator.
func arranging(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    let question = model.thread.question
    let isOwn = ui.isMember && question.author.id == ui.member?.id
    guard question.deletedAt == nil, isOwn || ui.isFacilitator else { return "" }
    let id = question.id
    var ways: [(Icon, String, Link)] = []
    if question.kind != .clinicalCase {
        ways.append((.edit, isOwn ? ui("Changer le titre") : ui("Proposer un titre plus clair"), .title(id)))
        ways.append((.path, ui("Déplacer cet échange"), .moveThread(id)))
        if ui.isFacilitator, model.thread.replies.contains(where: { $0.deletedAt == nil }) {
            ways.append((.filter, ui("Séparer des réponses"), .splitThread(id)))
        }
        if question.solvedAt == nil { ways.append((.link, ui("Réunir à un autre échange"), .mergeThread(id))) }
    }
    if ui.isFacilitator, !model.pin.isPinned { ways.append((.pin, ui("Épingler en tête"), .pin(id))) }
    if ways.isEmpty && !model.pin.isPinned { return "" }
    return """
        <section aria-labelledby="ranger"><h2 class="small-head mb-3" id="ranger">\(ui("Ranger"))</h2>
        <ul class="stack stack--s">\(each: ways, { "<li><a class=\"link meta\" href=\"\(ui.path($0.2))\">\(icon($0.0))\($0.1)</a></li>" })</ul>
        \(if: ui.isFacilitator && model.pin.isPinned, "<p class=\"meta mt-2\">\(icon(.pin))\(ui("Épinglé en tête de la liste."))</p>\(actButton(ui("Le détacher pour tous"), .unpin(id), ui, style: .quiet))")</section>
        """
}

/// Above the text: what a facilitator proposes to its author, who decides.
func proposals(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    let question = model.thread.question
    guard question.deletedAt == nil, question.author.id == ui.member?.id else { return "" }
    return """
        \(some: model.titleProposal, { proposal in
            """
            <section class="note note--honey" aria-labelledby="titre-propose">\(icon(.edit))<div><h2 class="small-head" id="titre-propose">\(ui("%@ vous propose un titre plus clair", proposal.proposer))</h2><p class="said mt-2">\(proposal.title)</p><p class="mt-2">\(proposal.reason)</p><div class="btn-row mt-3">\(actButton(ui("Prendre ce titre"), .acceptTitle(question.id), ui, style: .primary))\(actButton(ui("Garder le mien"), .declineTitle(question.id), ui))</div></div></section>
            """
        })
        \(some: model.mergeProposal.flatMap { $0.declinedAt == nil ? $0 : nil }, { proposal in
            """
            <section class="note note--honey" aria-labelledby="reunir-propose">\(icon(.link))<div><h2 class="small-head" id="reunir-propose">\(ui("%@ vous propose de réunir cet échange à un autre", proposal.proposer))</h2><p class="mt-2"><a href="\(ui.path(.question(.init(proposal.into.id))))">\(proposal.into.title)</a></p><p class="mt-2">\(proposal.reason)</p><p class="meta mt-2">\(ui("Votre texte et les réponses le rejoignent mot pour mot, vous y suivez la suite. À part, rien ne change."))</p><div class="btn-row mt-3">\(actButton(ui("Les réunir"), .acceptMerge(question.id), ui, style: .primary))\(actButton(ui("Le garder à part"), .declineMerge(question.id), ui))</div></div></section>
            """
        })
        """
}

/// Under a title that changed once others had answered.
func formerTitle(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    guard let former = model.formerTitle else { return "" }
    return """
        <p class="meta">\(ui("Titre d’avant :")) <a href="\(ui.path(.questionVersions(model.thread.question.id)))">\(ui("« %@ »", former))</a></p>
        """
}

/// First in the list: what facilitators want seen, until each puts it aside for themselves.
func pinnedSection(_ pins: [Pin], unread: Set<Question.ID>, _ ui: Screen) -> HTML {
    if pins.isEmpty { return "" }
    return """
        <section class="pinned" aria-labelledby="epingles"><h2 class="small-head cluster" id="epingles">\(icon(.pin))\(ui("Épinglés"))</h2><ul class="rows rows--open mt-2">\(each: pins, { pin in
            """
            <li class="ask"><h3 class="ask__title"><a href="\(ui.path(.question(pin.question.id)))">\(pin.question.title)</a>\(if: unread.contains(pin.question.id), newMark(ui))</h3><p class="ask__by">\(avatar(of: pin.question.author, isSmall: true))<span>\(byline(pin.question, ui)) \(status(pin.question, ui))</span></p><div class="spread"><p class="meta">\(ui.why(pin))</p>\(actButton(ui("Ne plus me le mettre en tête"), .putPinAside(pin.question.id), ui, style: .quiet))</div></li>
            """
        })</ul></section>
        """
}

extension Screen {
    /// "Épinglé par Nadia Benhaddou jusqu’au jeudi 3 décembre : la rencontre en parlera."
    fileprivate func why(_ pin: Pin) -> String {
        let who =
            pin.until.isEmpty
            ? self("Épinglé par %@", pin.pinner) : self("Épinglé par %@ jusqu’au %@", pin.pinner, day(pin.until))
        return pin.reason.isEmpty ? self("%@.", who) : self("%@ : %@", who, pin.reason)
    }
}

/// Everything that was new is read; taken back in one click.
func allReadButton(from place: String = "", _ ui: Screen) -> HTML {
    """
    <form method="post" action="\(ui.path(.allRead))">\(ui.formToken)<input type="hidden" name="retour" value="\(place)"><button class="btn btn--quiet">\(icon(.check))\(ui("Tout marquer comme lu"))</button></form>
    """
}

/// From a post on, as if one had not read it.
func unreadButton(_ question: Question, from number: Int, _ ui: Screen) -> HTML {
    guard ui.isMember, question.deletedAt == nil else { return "" }
    return """
        <form method="post" action="\(ui.path(.markUnread(question.id)))">\(ui.formToken)<input type="hidden" name="depuis" value="\(String(number))"><button class="btn btn--quiet">\(icon(.mail))\(ui("Non lu à partir d’ici"))</button></form>
        """
}

extension Link {
    static func title(_ id: Question.ID) -> Link { .inside("/questions/\(id)/titre") }
    static func acceptTitle(_ id: Question.ID) -> Link { .inside("/questions/\(id)/titre/accepter") }
    static func declineTitle(_ id: Question.ID) -> Link { .inside("/questions/\(id)/titre/refuser") }
    static func pin(_ id: Question.ID) -> Link { .inside("/questions/\(id)/epingler") }
    static func unpin(_ id: Question.ID) -> Link { .inside("/questions/\(id)/detacher") }
    static func putPinAside(_ id: Question.ID) -> Link { .inside("/questions/\(id)/en-tete/retirer") }
    static func putPinBack(_ id: Question.ID) -> Link { .inside("/questions/\(id)/en-tete") }
}
