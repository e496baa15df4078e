import Calendaring
import Markup
import Ruche

import struct Persistence.Instant

// What stands around a reply beside *utile*: sources, signs, quotations; and around a thread: following, keeping.

/// The sources that a post stands on: a reply, by its number, or the opening, 0.
func sources(of number: Int, _ thread: QuestionThread, isOwn: Bool, _ ui: Screen) -> HTML {
    let sources = thread.evidence.filter { $0.number == number }
    return "\(each: sources, { source($0, isOwn: isOwn, ui) })"
}

private func source(_ source: Evidence, isOwn: Bool, _ ui: Screen) -> HTML {
    let facts = [ui.name(of: source.form), source.year.map { String($0) }].compactMap { $0 }.joined(separator: ", ")
    return """
        <div class="source">\(icon(.book))<div><strong>\(source.title)</strong><br>\(facts)\(some: source.reference, { " · <a href=\"\($0.address)\" rel=\"nofollow noopener\">\($0.text)</a>" })\(if: source.isRetracted, "<br><span class=\"status status--waiting\">\(icon(.alert))\(ui("Rétractée : ne plus s’appuyer dessus"))</span>")\(if: isOwn, actButton(ui("Retirer cette source"), .dropEvidence(source.id), ui, style: .quiet))</div></div>
        """
}

extension Screen {
    func name(of form: Evidence.Form) -> String {
        switch form {
        case .review: self("Revue de la littérature")
        case .trial: self("Essai")
        case .study: self("Étude")
        case .guideline: self("Recommandation")
        case .regulation: self("Texte réglementaire")
        case .other: self("Autre source")
        }
    }

    func name(of reaction: Reaction) -> String {
        switch reaction {
        case .thanks: self("Merci")
        case .confirm: self("Je confirme")
        case .wonder: self("Je m’interroge")
        }
    }

    fileprivate func name(of level: FollowLevel) -> String {
        switch level {
        case .all: self("Tout")
        case .normal: self("Normal")
        case .mute: self("Muet")
        }
    }

    fileprivate func meaning(of level: FollowLevel) -> String {
        switch level {
        case .all: self("Un courriel à chaque réponse, à votre rythme")
        case .normal: self("Seulement si l’on vous appelle")
        case .mute: self("Plus rien, même si l’on vous appelle")
        }
    }

    fileprivate func why(_ follow: Follow) -> String {
        switch follow.reason {
        case .chosen: self("Vous l’avez choisi.")
        case .asked: self("Vous suivez cet échange parce que vous l’avez ouvert.")
        case .metToo: self("Vous suivez cet échange parce que vous vous posez la même question.")
        case .wrote: self("Vous y avez écrit.")
        case .member: self("Comme tout échange de la communauté.")
        case .topic(let name): self("C’est ce que vous avez choisi pour le sujet « %@ ».", name)
        }
    }
}

/// The fields of a source, folded until one has one.
func sourceFields(_ draft: EvidenceDraft, _ refusal: Refusal?, prefix: String = "", _ ui: Screen) -> HTML {
    let forms =
        [(value: "", label: ui("À préciser"))]
        + Evidence.Form.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }
    let isOpen = !draft.isEmpty || refusal?.field?.hasPrefix("source-") == true
    return """
        <details class="more"\(flag: "open", isOpen)><summary>\(ui("Joindre une source"))</summary><div class="stack mt-3">
          \(Field(name: prefix + "source-titre", label: ui("Titre de la source"), isOptional: true, refusal: refusal, formName: "source-titre").input(draft.title, maxLength: 300, ui))
          <div class="grid-2">\(Field(name: prefix + "source-forme", label: ui("De quel genre"), isOptional: true, formName: "source-forme").select(draft.form, forms, ui))\(Field(name: prefix + "source-annee", label: ui("Année"), isOptional: true, refusal: refusal, formName: "source-annee").input(draft.year, maxLength: 4, ui))</div>
          \(Field(name: prefix + "source-reference", label: ui("DOI, PMID ou lien"), isOptional: true, refusal: refusal, formName: "source-reference").input(draft.reference, maxLength: 1_000, ui))
          <label class="choice"><input type="checkbox" name="source-retractee" value="1"\(flag: "checked", draft.isRetracted)><span class="choice__text">\(ui("Cette publication a été rétractée"))</span></label>
        </div></details>
        """
}

/// A source of one's own piece of information, added afterwards.
func citeInOpeningForm(_ question: Question, _ form: ReplyForm, _ ui: Screen) -> HTML {
    let refused = form.citingOpening
    return """
        <details class="more"\(flag: "open", refused != nil)><summary>\(ui("Ajouter une source à votre texte"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.citeInOpening(question.id)))">\(ui.formToken)\(refusalNote(refused?.refusal, fields: ["source-titre", "source-annee", "source-reference"], ui))
        \(sourceFields(refused?.draft ?? EvidenceDraft(), refused?.refusal, prefix: "s0-", ui))<div class="btn-row"><button class="btn">\(ui("Ajouter cette source"))</button></div></form></details>
        """
}

extension EvidenceDraft {
    init(_ form: Form) {
        self.init()
        (title, self.form, year) = (form["source-titre"], form["source-forme"], form["source-annee"])
        (reference, isRetracted) = (form["source-reference"], form.has("source-retractee"))
    }

    var fields: [String: String] {
        [
            "source-titre": title, "source-forme": isEmpty ? "" : form, "source-annee": year,
            "source-reference": reference, "source-retractee": isRetracted ? "1" : "",
        ]
    }
}

/// Three small signs, none of which counts as anything.
func signs(under reply: Reply, _ thread: QuestionThread, isOwn: Bool, _ ui: Screen) -> HTML {
    let found = thread.reactions[reply.number] ?? ReactionCount()
    if isOwn {
        let seen = Reaction.allCases.filter { found.counts[$0] != nil }
        if seen.isEmpty { return "" }
        return
            "<p class=\"meta\">\(seen.map { ui("%@ : %@", ui.name(of: $0), ui.words.number(found.counts[$0] ?? 0)) }.joined(separator: " · "))</p>"
    }
    guard ui.member?.role != .observer else { return "" }
    return """
        <form class="btn-row" method="post" action="\(ui.path(.react(reply.id)))">\(ui.formToken)\(each: Reaction.allCases, { kind in
            "<button class=\"btn btn--quiet\" name=\"signe\" value=\"\(kind.rawValue)\" aria-pressed=\"\(if: found.own.contains(kind), "true", else: "false")\">\(ui.name(of: kind))\(some: found.counts[kind], { " <span class=\"meta\">\(ui.words.number($0))</span>" })</button>"
        })</form>
        """
}

/// Beside the reply's own gestures: to cite it, or to answer it.
func citeLink(_ reply: Reply, _ thread: QuestionThread, _ ui: Screen) -> HTML {
    guard thread.question.deletedAt == nil else { return "" }
    let address = ui.path(.question(thread.question.id)) + "?citer=\(reply.number)#repondre"
    return
        "<a class=\"btn btn--quiet\" href=\"\(address)\">\(icon(.quote))\(ui("Citer et répondre"))<span class=\"vh\"> \(ui("à %@", reply.author.name))</span></a>"
}

/// The same for the question itself.
func citeQuestionLink(_ question: Question, _ ui: Screen) -> HTML {
    let address = ui.path(.question(question.id)) + "?citer=0#repondre"
    return
        "<p><a class=\"btn btn--quiet\" href=\"\(address)\">\(icon(.quote))\(ui("Citer et répondre"))<span class=\"vh\"> \(ui("à %@", ui.name(of: question.author)))</span></a></p>"
}

/// How much one hears of it, why, and the three choices.
func followBox(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    let question = model.thread.question
    guard question.deletedAt == nil, ui.isMember else { return "" }
    return """
        <section aria-labelledby="suivre"><h2 class="small-head mb-3" id="suivre">\(ui("Suivre cet échange"))</h2>
        <p class="meta">\(ui.name(of: model.follow.level)). \(ui.why(model.follow))</p>
        <details class="more mt-2"><summary>\(ui("Changer"))</summary><form class="stack stack--s mt-3" method="post" action="\(ui.path(.follow(question.id)))">\(ui.formToken)\(each: FollowLevel.allCases, { level in
            "<button class=\"btn btn--block\" name=\"niveau\" value=\"\(level.rawValue)\" aria-pressed=\"\(if: level == model.follow.level, "true", else: "false")\">\(ui.name(of: level))<span class=\"meta\"> \(ui.meaning(of: level))</span></button>"
        })</form></details></section>
        """
}

/// For oneself alone: to find it again, or to be reminded.
func bookmarkBox(_ model: ThreadOnPage, _ form: BookmarkForm?, _ ui: Screen) -> HTML {
    let question = model.thread.question
    guard question.deletedAt == nil, ui.isMember else { return "" }
    let kept = model.bookmark
    let typed = form ?? BookmarkForm(name: kept?.name ?? "", remindOn: kept?.remindOn ?? "")
    return """
        <section aria-labelledby="garder"><h2 class="small-head mb-3" id="garder">\(ui("Garder pour vous"))</h2>
        \(some: kept, { kept in
            "<p class=\"meta\">\(kept.remindOn.isEmpty ? ui("Dans vos marque-pages.") : ui("Dans vos marque-pages, rappel le %@.", ui.day(kept.remindOn)))</p>"
        })
        <details class="more mt-2"\(flag: "open", form != nil)><summary>\(kept == nil ? ui("Mettre un marque-page") : ui("Changer"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.bookmark(question.id)))">\(ui.formToken)\(Field(name: "nom", label: ui("Sous quel nom"), isOptional: true, refusal: typed.refusal).input(typed.name, maxLength: 120, ui))\(Field(name: "rappel", label: ui("Me le rappeler le"), isOptional: true, refusal: typed.refusal).input(typed.remindOn, type: "date", ui))<div class="btn-row"><button class="btn">\(ui("Garder"))</button><a class="btn btn--quiet" href="\(ui.path(.bookmarks))">\(ui("Vos marque-pages"))</a></div></form>\(if: kept != nil, actButton(ui("Retirer le marque-page"), .dropBookmark(question.id), ui, style: .quiet))</details></section>
        """
}

struct BookmarkForm {
    var name = ""
    var remindOn = ""
    var refusal: Refusal? = nil
}

func bookmarksPage(_ bookmarks: [Bookmark], _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Vos marque-pages"), at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions)], ui))
            \(pageHead(ui("Vos marque-pages"), lede: ui("Pour vous seul·e. Personne ne voit ce que vous gardez.")))
            \(if: bookmarks.isEmpty, emptyState(ui("Rien n’est gardé encore"), ui("Au bord de chaque échange, « Garder pour vous » le met ici, avec un rappel si vous voulez."), id: "vide", "<a class=\"btn\" href=\"\(ui.path(.questions))\">\(ui("Lire les échanges"))</a>"), else: "<ul class=\"rows\">\(each: bookmarks, { bookmarkRow($0, ui) })</ul>")
            """), ui)
}

private func bookmarkRow(_ bookmark: Bookmark, _ ui: Screen) -> HTML {
    let when =
        bookmark.remindOn.isEmpty
        ? nil
        : bookmark.isDue
            ? ui("À revoir depuis le %@", ui.day(bookmark.remindOn)) : ui("Rappel le %@", ui.day(bookmark.remindOn))
    let about = [bookmark.name.isEmpty ? nil : bookmark.title, when].compactMap { $0 }.joined(separator: " · ")
    return """
        <li class="spread"><div><p><a href="\(ui.path(.question(bookmark.question)))">\(bookmark.name.isEmpty ? bookmark.title : bookmark.name)</a></p><p class="meta">\(about)</p></div>\(actButton(ui("Retirer le marque-page"), .dropBookmark(bookmark.question), ui, style: .quiet))</li>
        """
}

extension Screen {
    /// "mardi 24 novembre", of a day as it is kept
    func day(_ text: String) -> String { CivilDate(text).map { words.date($0) } ?? text }
}

/// A one-line question says where and what for afterwards, in two taps.
func contextTaps(_ question: Question, _ ui: Screen) -> HTML {
    guard question.kind == .question, question.author.id == ui.member?.id, question.isOpen else { return "" }
    let (asksPlace, asksWish) = (question.context.setting == nil, question.sought.isEmpty)
    guard asksPlace || asksWish else { return "" }
    return """
        <section class="card" aria-labelledby="preciser"><h2 class="small-head" id="preciser">\(ui("Précisez en deux touches"))</h2><p class="meta mt-2">\(ui("Une réponse vaut plus quand on sait où cela se passe."))</p>
        <form class="stack mt-3" method="post" action="\(ui.path(.giveContext(question.id)))">\(ui.formToken)
        \(if: asksPlace, "<fieldset><legend class=\"label\">\(ui("Où"))</legend><div class=\"cluster mt-2\">\(each: Question.Setting.allCases, { "<button class=\"btn\" name=\"lieu\" value=\"\($0.rawValue)\">\(ui.name(of: $0))</button>" })</div></fieldset>")
        \(if: asksWish, "<fieldset><legend class=\"label\">\(ui("Vous cherchez plutôt…"))</legend><div class=\"cluster mt-2\">\(each: Question.Sought.allCases, { "<button class=\"btn\" name=\"attente\" value=\"\($0.rawValue)\">\(ui.name(of: $0))</button>" })</div></fieldset>")
        </form></section>
        """
}

extension Link {
    static let bookmarks = Link.inside("/marque-pages")
    static func dropEvidence(_ id: Evidence.ID) -> Link { .inside("/sources/\(id)/retirer") }
    static func react(_ id: Reply.ID) -> Link { .inside("/reponses/\(id)/signe") }
    static func cite(_ id: Reply.ID) -> Link { .inside("/reponses/\(id)/source") }
    static func follow(_ id: Question.ID) -> Link { .inside("/questions/\(id)/suivre") }
    static func bookmark(_ id: Question.ID) -> Link { .inside("/questions/\(id)/garder") }
    static func dropBookmark(_ id: Question.ID) -> Link { .inside("/questions/\(id)/garder/retirer") }
    static func giveContext(_ id: Question.ID) -> Link { .inside("/questions/\(id)/contexte") }
}
