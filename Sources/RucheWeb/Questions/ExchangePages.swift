import Markup
import Ruche

import struct Persistence.Instant

/// What somebody writes of a kind other than a question: its title, the parts of its template, its context.
struct ExchangeForm {
    let kind: Question.Kind
    var draft: QuestionDraft
    /// By the name of their field.
    var parts: [String: String]
    /// For a case: whom to ask, and that the team agrees.
    var reader = ""
    var hasTeamConsent = false
    var place: AskPlace
    var members: [Author] = []
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil
    /// How many the text calls, when they are many.
    var called: Int? = nil
    /// The text as it would be read, when its writer asks to see it.
    var preview: Preview? = nil
    var savedAt: Instant? = nil
    var basket = Basket.empty
    /// It is shown again for the way to declare to be read; the next time it is published.
    var asksToDeclare = false

    /// Where to declare what the text seems to tell; nil when it tells of no adverse event.
    var declarationLink: String? { AdverseEvent.isTold(in: draft.texts) ? place.declarationLink : nil }

    init(_ kind: Question.Kind, _ form: Form, _ place: AskPlace, _ ui: Screen) {
        (self.kind, self.place) = (kind, place)
        draft = QuestionDraft(form)
        draft.kind = kind
        if kind == .information { draft.source = EvidenceDraft(form) }
        parts = [:]
        for part in ui.parts(of: kind) { parts[part.name] = form[part.name] }
        (reader, hasTeamConsent) = (form["relecteur"], form.has("accord"))
        draft.body = Template(kind, ui).body(of: parts)
    }

    /// With what the guard proposes in place of each passage.
    func replaced(in view: View, _ replacing: Replacing, _ ui: Screen) throws -> ExchangeForm {
        var form = self
        for (name, text) in parts {
            form.parts[name] = try view.replaced([text], replacing)[0]
        }
        form.draft.body = ""
        form.draft = try form.draft.replaced(in: view, replacing)
        form.draft.body = Template(kind, ui).body(of: form.parts)
        return form
    }

    /// What a draft keeps.
    var fields: [String: String] {
        draft.fields.merging(parts) { _, part in part }.merging(kind == .information ? draft.source.fields : [:]) { $1 }
            .merging(["relecteur": reader, "accord": hasTeamConsent ? "1" : ""]) { $1 }
    }
}

/// What do you want to write? One card a kind.
func newExchangePage(_ ui: Screen) -> HTML {
    if ui.community?.closedAt != nil {
        return page(
            Page(
                ui("Écrire"), at: .questions,
                """
                <h1>\(ui("Écrire"))</h1>
                \(emptyState(ui("Cette communauté est close"), ui("On y lit encore tout, on n’y écrit plus."), id: "close"))
                """), ui)
    }
    return page(
        Page(
            ui("Écrire"), at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions)], ui))
            \(pageHead(ui("Que voulez-vous écrire ?"), lede: ui("Chaque forme a son petit modèle. Seule la première phrase est nécessaire.")))
            <ul class="grid-2">\(each: Question.Kind.allCases, { kind in
                """
                <li class="card"><h2 class="small-head cluster">\(icon(kind.icon))<a class="link" href="\(ui.path(.newExchange(kind)))">\(ui.name(of: kind))</a></h2><p class="muted mt-2">\(ui.purpose(of: kind))</p></li>
                """
            })</ul>
            """), ui)
}

func writeExchangePage(_ form: ExchangeForm, at link: Link? = nil, _ ui: Screen) -> HTML {
    let (kind, draft) = (form.kind, form.draft)
    let fields = Set([
        "titre", "essaye", "sujets", "objectif", "contraintes", "pour-quand", "relecteur", "accord", Basket.files,
        "source-titre", "source-annee", "source-reference",
    ])
    .union(
        form.parts.keys)
    let isNew = link == nil
    return page(
        Page(
            ui.name(of: kind), at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions), (ui("Écrire"), .newExchange)], ui))
            \(pageHead(ui.name(of: kind), lede: ui.purpose(of: kind)))
            <div class="cols">
              <form class="stack stack--l" method="post" enctype="multipart/form-data" action="\(ui.path(link ?? .publish(kind)))"\(attribute: "data-draft", isNew ? ui.path(.draft) : nil)\(attribute: "data-place", isNew ? Draft.Place.exchange(kind).text : nil)>
                \(ui.formToken)\(enterButton)
                \(some: form.wall, { guardWall($0, at: ui.parts(of: kind).first?.name ?? "texte", ui) })
                \(some: form.called, { manyCalled($0, ui) })
                \(refusalNote(form.refusal, fields: fields, ui))
                \(Field(name: "titre", label: ui.titleLabel(of: kind), refusal: form.refusal).textarea(draft.title, rows: 2, style: "textarea input--title", ui))
                \(some: form.preview, { previewOf($0, ui) })
                \(each: ui.parts(of: kind), { part in Field(name: part.name, label: part.label, hint: part.hint.isEmpty ? nil : part.hint, isOptional: true, refusal: form.refusal).editor(form.parts[part.name] ?? "", rows: part.name == "texte" ? 8 : 3, ui) })
                \(if: kind == .clinicalCase, caseFields(form, ui))
                \(if: kind == .clinicalCase, "<p class=\"hint\">\(icon(.shield))\(ui("Un cas se raconte sans image ni document : ils feraient reconnaître le patient."))</p>", else: filesField(form.basket, form.refusal, ui))
                \(if: kind == .information, sourceFields(draft.source, form.refusal, ui))
                \(linkFields(draft, form.place, form.refusal, ui))
                <input type="hidden" name="besoin" value="\(draft.need)">
                \(some: form.declarationLink, { declareBefore($0, isAsked: form.asksToDeclare, ui) })
                <div class="btn-row"><button class="btn btn--primary btn--lg">\(kind == .clinicalCase ? ui("Envoyer à la relecture") : ui("Vérifier et publier"))</button><button class="btn" name="apercu" value="1">\(ui("Aperçu"))</button>\(if: isNew, "<button class=\"btn\" name=\"brouillon\" value=\"1\">\(ui("Garder le brouillon"))</button>")<span class="meta" role="status" data-saved>\(some: form.savedAt, { "\(ui("Enregistré %@", ui.relative($0)))" })</span></div>
              </form>
              <aside class="stack stack--l" aria-label="\(ui("Avant de publier"))">
                <section aria-labelledby="lira"><h2 class="small-head mb-3" id="lira">\(ui("Qui vous lira"))</h2><p class="muted">\(if: kind == .clinicalCase, "\(ui("D’abord un second membre, que vous choisissez ; l’animation peut le lire aussi. Puis, s’il n’y reconnaît personne, la communauté."))", else: "\(ui("%d membre de la communauté, et personne d’autre.", "%d membres de la communauté, et personne d’autre.", form.place.members))")</p></section>
                \(if: form.savedAt != nil, """
                    <form method="post" action="\(ui.path(.discardDraft))">\(ui.formToken)<input type="hidden" name="place" value="\(Draft.Place.exchange(kind).text)"><button class="btn btn--quiet">\(ui("Jeter ce brouillon"))</button></form>
                    """)
              </aside>
            </div>
            """), ui)
}

private func caseFields(_ form: ExchangeForm, _ ui: Screen) -> HTML {
    let readers =
        [(value: "", label: ui("L’animation"))] + form.members.map { (value: $0.id.description, label: $0.name) }
    return """
        \(caseContext(form.draft, form.refusal, ui))
        \(Field(name: "relecteur", label: ui("Qui le relit avant les autres ?"), hint: ui("Quelqu’un qui ne connaît pas le patient."), refusal: form.refusal).select(form.reader, readers, ui))
        <div class="field\(if: form.refusal?.field == "accord", " field--error")">\(if: form.refusal?.field == "accord", "<span class=\"error\" id=\"accord-e\">\(icon(.alert))\(form.refusal?(ui.words) ?? "")</span>")<label class="choice"><input type="checkbox" id="accord" name="accord" value="1"\(flag: "checked", form.hasTeamConsent)><span class="choice__text">\(ui("L’équipe qui a vécu cette situation sait que je la raconte, et en est d’accord"))</span></label></div>
        """
}

/// A case that waits: for its reader, what to check; for its author, where it is.
struct CaseOnPage {
    let proposed: ProposedCase
    /// What it would be tied to, and the published text that it would change.
    let objective: LinkedObject?
    let published: QuestionDraft?
    var remark = ""
    var refusal: Refusal? = nil

    init(_ id: ProposedCase.ID, in view: View) throws {
        proposed = try view.questions.proposedCase(id)
        let draft = proposed.draft
        objective = try view.questions.linkableObjectives().first { String($0.id) == draft.objective }
        published = try proposed.question.map { id in
            QuestionDraft(try view.questions.find(id), topics: try view.questions.topics(of: id))
        }
    }
}

func casePage(_ model: CaseOnPage, _ ui: Screen) -> HTML {
    let proposed = model.proposed
    let draft = proposed.draft
    let isOwn = proposed.author.id == ui.member?.id
    return page(
        Page(
            draft.title, at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions)], ui))
            \(pageHead(draft.title, eyebrow: proposed.question == nil ? ui("Cas à relire, proposé %@", ui.relative(proposed.proposedAt)) : ui("Changement à relire, proposé %@", ui.relative(proposed.proposedAt))))
            <div class="cols"><article class="stack stack--l">
              \(person(proposed.author, ui))
              <div class="prose prose--kept">\(draft.body)</div>
              \(if: !draft.tried.isEmpty, "<h2 class=\"small-head\">\(ui("Ce qui a été tenté"))</h2><div class=\"prose prose--kept\">\(draft.tried)</div>")
              \(besideTheCase(model, ui))
              \(some: model.published, { whatChanges(from: $0, to: draft, in: proposed, ui) })
            </article>
            <aside class="stack stack--l" aria-label="\(ui("Relecture"))">\(if: isOwn, ownCase(proposed, ui), else: checkCase(model, ui))</aside></div>
            """), ui)
}

/// All else that will be read with it: the second reader reads it too.
private func besideTheCase(_ model: CaseOnPage, _ ui: Screen) -> HTML {
    let lines = ui.lines(of: model.proposed.draft, objective: model.objective?.title)
    if lines.isEmpty { return "" }
    return """
        <section aria-labelledby="avec"><h2 class="small-head" id="avec">\(ui("Ce qui sera publié avec"))</h2><p class="mt-2">\(join: lines, "<br>", { HTML(text: ui("%@ : %@", $0.label, $0.words)) })</p></section>
        """
}

/// What the change does to the text that is read now.
private func whatChanges(from old: QuestionDraft, to new: QuestionDraft, in proposed: ProposedCase, _ ui: Screen)
    -> HTML
{
    func text(_ draft: QuestionDraft) -> String {
        let lines = ui.lines(of: draft, objective: nil).map { ui("%@ : %@", $0.label, $0.words) }
        return ([draft.title, draft.body, draft.tried, lines.joined(separator: "\n")].filter { !$0.isEmpty })
            .joined(separator: "\n\n")
    }
    return """
        <section class="card" aria-labelledby="change"><h2 class="small-head" id="change">\(ui("Ce qui change"))</h2><div class="prose prose--kept mt-3">\(WordDiff(from: text(old), to: text(new)).html)</div>
        \(some: proposed.question, { "<p class=\"meta mt-3\"><a href=\"\(ui.path(.question($0)))\">\(ui("Le cas, tel qu’on le lit aujourd’hui"))</a></p>" })</section>
        """
}

extension Screen {
    /// What an exchange says beside its text and what was tried, line by line.
    func lines(of draft: QuestionDraft, objective: String?) -> [(label: String, words: String)] {
        let place = [
            Question.Setting(rawValue: draft.setting).map { name(of: $0) },
            Question.Moment(rawValue: draft.moment).map { name(of: $0) },
        ].compactMap { $0 }.joined(separator: ", ")
        let sought = draft.sought.compactMap { Question.Sought(rawValue: $0) }.map { name(of: $0) }
        let lines = [
            (self("Contexte"), place), (self("Contraintes"), draft.constraints),
            (self("Cherche"), sought.joined(separator: ", ")), (self("Utile avant"), draft.neededBy),
            (self("Urgent"), draft.isUrgent ? self("oui") : ""), (self("Sujets"), draft.topics),
            (self("Objectif lié"), objective ?? ""),
        ]
        return lines.filter { !$0.1.isEmpty }.map { (label: $0.0, words: $0.1) }
    }
}

private func ownCase(_ proposed: ProposedCase, _ ui: Screen) -> HTML {
    """
    <section class="card stack" aria-labelledby="relecture"><h2 class="small-head" id="relecture">\(ui("Relecture"))</h2>
    \(if: proposed.isSentBack, "<p>\(ui("On vous demande une correction :"))</p><p class=\"said\">\(proposed.remark)</p>", else: "<p>\(proposed.reader.map { ui("%@ le relit. En attendant, seule l’animation peut le voir aussi.", $0.name) } ?? ui("L’animation le relit. Personne d’autre ne le voit en attendant."))</p>")
    <div class="btn-row"><a class="btn" href="\(ui.path(.changeCase(proposed.id)))">\(icon(.edit))\(ui("Modifier"))</a>\(actButton(proposed.question == nil ? ui("Renoncer à ce cas") : ui("Renoncer à ce changement"), .withdrawCase(proposed.id), ui, style: .quiet))</div></section>
    """
}

private func checkCase(_ model: CaseOnPage, _ ui: Screen) -> HTML {
    let proposed = model.proposed
    if proposed.isSentBack {
        return "<p class=\"note\">\(icon(.info))\(ui("Ce cas est chez son auteur, pour une correction."))</p>"
    }
    func line(_ check: CaseCheck) -> HTML {
        "<label class=\"choice\"><input type=\"checkbox\" name=\"points\" value=\"\(check.rawValue)\"><span class=\"choice__text\">\(ui.sentence(of: check))</span></label>"
    }
    let isRemark = model.refusal?.field == "remarque"
    return """
        <section class="card" aria-labelledby="relecture"><h2 class="small-head" id="relecture">\(ui("Vous relisez ce cas"))</h2>
        <form class="stack mt-3" method="post" action="\(ui.path(.passCase(proposed.id)))">\(ui.formToken)\(if: !isRemark, refusalNote(model.refusal, fields: [], ui))<fieldset><legend class="label">\(ui("Rien ne doit permettre de reconnaître le patient"))</legend><div class="stack stack--s mt-2">\(each: CaseCheck.allCases, line)</div></fieldset><button class="btn btn--primary btn--block">\(icon(.check))\(ui("Tout est vérifié : publier"))</button></form></section>
        <form class="stack" method="post" action="\(ui.path(.sendCaseBack(proposed.id)))">\(ui.formToken)\(Field(name: "remarque", label: ui("Ou demander une correction"), hint: ui("Ce qui permettrait de reconnaître quelqu’un."), refusal: isRemark ? model.refusal : nil).textarea(model.remark, rows: 3, ui))<button class="btn btn--block">\(icon(.reply))\(ui("Renvoyer à son auteur"))</button></form>
        """
}

extension Screen {
    fileprivate func sentence(of check: CaseCheck) -> String {
        switch check {
        case .noName: self("Ni nom, ni initiales, ni numéro de dossier")
        case .roundedAge: self("L’âge est arrondi")
        case .noDate: self("Aucune date précise")
        case .noPlace: self("Ni chambre, ni service, ni commune que l’on reconnaîtrait")
        case .noRareTrait: self("Aucun trait rare : métier, famille, événement dont on a parlé")
        }
    }
}

/// What waits to be looked over, above the list of exchanges.
func waitingCases(_ cases: [ProposedCase], _ ui: Screen) -> HTML {
    if cases.isEmpty { return "" }
    return """
        <section class="note mb-4" aria-labelledby="cas">\(icon(.shield))<div><h2 class="small-head" id="cas">\(ui("Cas à relire"))</h2><ul>\(each: cases, { proposed in
            "<li><a class=\"link\" href=\"\(ui.path(.proposedCase(proposed.id)))\">\(proposed.draft.title)</a> <span class=\"meta\">\(proposed.author.id == ui.member?.id ? (proposed.isSentBack ? ui("à reprendre") : ui("le vôtre, en relecture")) : proposed.author.name)</span></li>"
        })</ul></div></section>
        """
}

// What came of an exchange, and what is drawn from a long one.

struct BecomingForm {
    var form = ""
    var target = ""
    var word = ""
    var refusal: Refusal? = nil
}

/// What an idea, a discussion, an experience became: said by its author or a facilitator, read by all.
func becoming(_ model: ThreadOnPage, _ form: BecomingForm?, _ ui: Screen) -> HTML {
    let exchange = model.thread.question
    guard exchange.kind != .question, exchange.deletedAt == nil else { return "" }
    let maySay = exchange.author.id == ui.member?.id || ui.isFacilitator
    if model.outcome == nil, !maySay { return "" }
    let typed = form ?? BecomingForm()
    let targets =
        [(value: "", label: ui("Choisissez"))]
        + model.targets.map { (value: $0.name, label: ui("%@ : %@", ui.name(of: $0.form), $0.object.title)) }
    return """
        <section class="card" aria-labelledby="devenir"><h2 class="small-head" id="devenir">\(ui("Ce que c’est devenu"))</h2>
        \(some: model.outcome, { outcome in
            """
            <p class="mt-2"><strong>\(ui.name(of: outcome.form))</strong>\(some: outcome.link, { " : <a href=\"\(ui.path(outcome.form == .objective ? .inside("/objectifs/\($0.id)") : .question(.init($0.id))))\">\($0.title)</a>" })</p><p>\(outcome.word)</p><p class="meta">\(ui.relative(outcome.at).capitalizedFirst)</p>
            """
        })
        \(if: maySay, """
            <details class="more mt-3"\(flag: "open", form != nil)><summary>\(model.outcome == nil ? ui("Dire ce que c’est devenu") : ui("Changer"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.becomes(exchange.id)))">\(ui.formToken)\(refusalNote(typed.refusal, fields: ["mot", "devenu"], ui))
            <fieldset><legend class="label">\(ui("C’est devenu"))</legend><div class="stack stack--s mt-2">\(each: Outcome.Form.allCases, { "<label class=\"choice\"><input type=\"radio\" name=\"forme\" value=\"\($0.rawValue)\"\(flag: "checked", typed.form == $0.rawValue || (typed.form.isEmpty && $0 == .rested))><span class=\"choice__text\">\(ui.name(of: $0))</span></label>" })</div></fieldset>
            \(Field(name: "devenu", label: ui("Lequel"), isOptional: true, refusal: typed.refusal).select(typed.target, targets, ui))
            \(Field(name: "mot", label: ui("En une phrase"), refusal: typed.refusal).textarea(typed.word, rows: 2, ui))<div class="btn-row"><button class="btn">\(ui("Le dire"))</button></div></form></details>
            """)</section>
        """
}

extension Screen {
    func name(of form: Outcome.Form) -> String {
        switch form {
        case .objective: self("Un objectif")
        case .question: self("Une question")
        case .rested: self("On en a parlé, et cela repose")
        }
    }
}

/// At the head of a long exchange: what members drew from it, or the offer to.
func synthesisSection(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    let thread = model.thread
    let replies = thread.replies.filter { $0.deletedAt == nil }
    if let synthesis = model.synthesis {
        let missing = replies.map(\.number).filter { !synthesis.cited.contains($0) }.sorted()
        return """
            <section class="card" aria-labelledby="synthese"><div class="section__head"><h2 class="small-head" id="synthese">\(ui("Synthèse"))</h2>\(if: ui.isMember, "<a href=\"\(ui.path(.synthesis(thread.question.id)))\">\(ui("Reprendre ce texte"))</a>")</div>
            <div class="prose mt-2">\(HTML(trusting: synthesis.html))</div>
            <p class="meta mt-2">\(ui("Écrite par %@, %@.", synthesis.author.name, ui.relative(synthesis.writtenAt)))\(if: synthesis.version > 1, " <a href=\"\(ui.path(.synthesisVersions(thread.question.id)))\">\(ui("Historique"))</a>")\(if: !missing.isEmpty, " \(ui("Pas encore reprises :")) \(join: missing, ", ", { "<a href=\"#r\($0)\">\(ui("n° %@", String($0)))</a>" })")</p></section>
            """
    }
    guard ui.isMember, replies.count >= Synthesis.leastReplies, thread.question.deletedAt == nil else { return "" }
    return """
        <p class="note">\(icon(.list))<span>\(ui("%d réponse : qui en écrit la synthèse ?", "%d réponses : qui en écrit la synthèse ?", replies.count)) <a class="link" href="\(ui.path(.synthesis(thread.question.id)))">\(ui("L’écrire"))</a></span></p>
        """
}

struct SynthesisForm {
    let question: Question
    let replies: [Reply]
    var text: String
    var version: Int
    var hasSeenBoth = false
    var refusal: Refusal? = nil
    var conflict: EditConflict? = nil
    var wall: GuardWall? = nil
    /// The text as it would be read, when its writer asks to see it.
    var preview: Preview? = nil
}

func synthesisPage(_ form: SynthesisForm, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Synthèse"), at: .questions,
            """
            \(crumbs(to: form.question, ui))
            \(pageHead(ui("Synthèse de l’échange"), lede: ui("Ce que l’on retient, ce qui reste ouvert. « #3 » mène à la troisième réponse : citez-les toutes, même pour dire qu’elles diffèrent.")))
            \(some: form.conflict, { conflictNote($0, ui) })
            <div class="cols"><form class="stack stack--l" method="post" action="\(ui.path(.synthesis(form.question.id)))">\(ui.formToken)\(enterButton)<input type="hidden" name="version" value="\(form.version)">\(if: form.hasSeenBoth, "<input type=\"hidden\" name=\"vu-les-deux\" value=\"1\">")
              \(some: form.wall, { guardWall($0, ui) })\(refusalNote(form.refusal, fields: ["texte"], ui))
              \(some: form.preview, { previewOf($0, ui) })
              \(Field(name: "texte", label: ui("La synthèse"), refusal: form.refusal).editor(form.text, rows: 14, style: "textarea textarea--tall", ui))
              <div class="btn-row"><button class="btn btn--primary">\(ui("Garder ce texte"))</button><button class="btn" name="apercu" value="1">\(ui("Aperçu"))</button><a class="btn btn--quiet" href="\(ui.path(.question(form.question.id)))">\(ui("Renoncer"))</a></div></form>
            <aside class="stack" aria-label="\(ui("Les réponses"))"><h2 class="small-head">\(ui("Les réponses"))</h2><ol class="rows rows--tight">\(each: form.replies, { reply in
                "<li><p class=\"meta\"><a href=\"\(ui.path(.reply(form.question.id, reply.number)))\">#\(String(reply.number))</a> \(reply.author.name)</p><p class=\"clamp\">\(reply.body.prefix(280).description)</p></li>"
            })</ol></aside></div>
            """), ui)
}
