import Calendaring
import HTTPTypes
import Markup
import Ruche

/// The form to announce: empty, refused, stopped by the guard, or an announcement that is changed.
struct AnnouncementForm: Sendable {
    var draft: AnnouncementDraft
    let weight: AnnouncementWeight
    let today: CivilDate
    let members: Int
    /// The community's, on which the last day ends.
    let zone: Zone
    /// The announcement that is changed; nil for a new one.
    var changed: Announcement.ID? = nil
    var version = 0
    var hasSeenBoth = false
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil
    var conflict: EditConflict? = nil

    mutating func begin(from announcement: Announcement) {
        (draft.title, draft.body) = (announcement.title, announcement.body)
        draft.until = announcement.lastDay(in: zone).description
        (changed, version) = (announcement.id, announcement.version)
    }

    var status: HTTPResponse.Status { refusal?.status ?? .unprocessableContent }
}

func writeAnnouncementPage(_ form: AnnouncementForm, _ ui: Screen) -> HTML {
    let isNew = form.changed == nil
    let title = isNew ? ui("Écrire une annonce") : ui("Modifier l’annonce")
    return page(
        Page(
            title, at: .announcements,
            """
            \(crumbs([(ui("Annonces"), .announcements)], ui))
            \(pageHead(title, lede: isNew ? ui("Une date, une décision, un appel : ce que tous doivent savoir, en quelques lignes.") : ui("Le texte d’avant reste dans l’historique, que chacun peut lire. Aucun second courriel ne part.")))
            <div class="cols">
              <form class="stack stack--l" method="post" action="\(ui.path(form.changed.map { .changeAnnouncement($0) } ?? .announcements))">
                \(ui.formToken)\(enterButton)\(if: !isNew, "<input type=\"hidden\" name=\"version\" value=\"\(form.version)\">")\(if: form.hasSeenBoth, "<input type=\"hidden\" name=\"vu-les-deux\" value=\"1\">")
                \(some: form.conflict, { conflictNote($0, ui) })
                \(some: form.wall, { guardWall($0, ui) })
                \(refusalNote(form.refusal, fields: ["titre", "texte", "jusqu-au"], ui))
                \(Field(name: "titre", label: ui("L’annonce, en une phrase"), refusal: form.refusal).textarea(form.draft.title, rows: 2, style: "textarea input--title", ui))
                \(Field(name: "texte", label: ui("Ce qu’il faut savoir de plus"), hint: ui("Court : elle se lit en bandeau, sur l’accueil."), isOptional: true, refusal: form.refusal).textarea(form.draft.body, rows: 5, ui))
                \(Field(name: "jusqu-au", label: ui("Affichée jusqu’au"), refusal: form.refusal).input(form.draft.until, type: "date", ui))
                <div class="btn-row"><button class="btn btn--primary btn--lg">\(isNew ? ui("Annoncer à tous") : ui("Garder ce texte"))</button>\(if: isNew, "<button class=\"btn\" name=\"question\" value=\"1\" formnovalidate>\(icon(.ask))\(ui("En faire une question"))</button>", else: "<a class=\"btn btn--quiet\" href=\"\(ui.path(form.changed.map { .announcement($0) } ?? .announcements))\">\(ui("Renoncer"))</a>")</div>
              </form>
              <aside class="stack stack--l" aria-label="\(ui("Avant de publier"))">
                \(if: isNew, weightSection(form.weight, ui))
                <section aria-labelledby="lira"><h2 class="small-head mb-3" id="lira">\(ui("Qui vous lira"))</h2><p class="muted">\(ui("%d membre de la communauté, et personne d’autre.", "%d membres de la communauté, et personne d’autre.", form.members))</p>\(if: isNew, "<p class=\"meta mt-2\">\(ui("Un courriel part à chacun, sauf à qui n’en veut aucun."))</p>")</section>
              </aside>
            </div>
            """), ui)
}

/// What one more announcement makes of the community, told before it leaves.
private func weightSection(_ weight: AnnouncementWeight, _ ui: Screen) -> HTML {
    let rank =
        weight.rank == 1
        ? ui("Cette annonce serait la première des trois derniers mois.")
        : ui("Cette annonce serait la %@ des trois derniers mois.", ui.words.ordinal(weight.rank, feminine: true))
    return """
        <section class="card" aria-labelledby="poids"><h2 class="small-head" id="poids">\(ui("Annoncer, ou demander ?"))</h2>
        <p class="mt-2">\(rank) \(ui("Avec elle, %@ de ce que lisent les membres seraient des annonces : à surveiller à partir de %@.", ui.words.percent(weight.share), ui.words.percent(DriftPart.n3b.threshold.watch)))</p>
        <p class="mt-2">\(ui("Une annonce informe ; une question ferait réagir."))</p>
        \(some: weight.allowedFrom, { "<p class=\"note note--honey mt-3\">\(icon(.clock))<span>\(ui("Une annonce par semaine au plus : la prochaine pourra partir %@. Une question peut partir dès maintenant.", ui.relative($0)))</span></p>" })
        <p class="meta mt-3"><a class="link" href="\(ui.path(.drift))">\(ui("Ce que la communauté ne veut pas devenir"))</a></p></section>
        """
}

/// What was announced, the newest first.
func announcementsPage(_ announcements: [Announcement], _ ui: Screen) -> HTML {
    let (shown, past) = (
        announcements.filter { $0.isShown(at: ui.now) }, announcements.filter { !$0.isShown(at: ui.now) }
    )
    return page(
        Page(
            ui("Annonces"), at: .announcements,
            """
            \(pageHead(ui("Annonces"), lede: ui("Ce que l’animation fait savoir à tous. Chacun peut y répondre."), actions: "\(if: ui.isFacilitator, "<a class=\"btn btn--primary\" href=\"\(ui.path(.newAnnouncement))\">\(icon(.plus))\(ui("Écrire une annonce"))</a>")"))
            <div class="narrow stack stack--xl">
              \(if: announcements.isEmpty, emptyState(ui("Aucune annonce"), ui("L’animation n’a rien fait savoir encore. Les échanges, eux, n’attendent personne."), id: "vide", "<a class=\"btn\" href=\"\(ui.path(.questions))\">\(ui("Voir les échanges"))</a>"))
              \(if: !shown.isEmpty, "<ul class=\"stack\">\(each: shown, { "<li>\(announcementCard($0, ui))</li>" })</ul>")
              \(if: !past.isEmpty, "<section aria-labelledby=\"passees\"><h2 id=\"passees\">\(ui("Plus affichées"))</h2><ul class=\"rows rows--tight mt-3\">\(each: past, { "<li><a href=\"\(ui.path(.announcement($0.id)))\">\($0.title)</a> <span class=\"meta\">\(ui.date($0.sentAt))</span></li>" })</ul></section>")
            </div>
            """), ui)
}

/// On the home page and in the list: a short card.
func announcementCard(_ announcement: Announcement, _ ui: Screen) -> HTML {
    let id = "annonce-\(announcement.id)"
    let isShort = announcement.body.count <= 400
    return """
        <section class="note" aria-labelledby="\(id)">\(icon(.bell))<div><h2 class="small-head" id="\(id)"><a href="\(ui.path(.announcement(announcement.id)))">\(announcement.title)</a></h2>\(if: isShort && !announcement.body.isEmpty, "<div class=\"prose mt-2\">\(HTML(trusting: announcement.html))</div>")<p class="meta mt-2">\(ui("%@, pour l’animation, %@", announcement.author.name, ui.relative(announcement.sentAt)))\(if: !isShort, " · <a href=\"\(ui.path(.announcement(announcement.id)))\">\(ui("Lire la suite"))</a>")\(some: announcement.discussion, { " · <a href=\"\(ui.path(.question(.init($0.id))))\">\(ui("La discussion"))</a>" }, else: " · <a href=\"\(ui.path(.announcement(announcement.id)))#repondre\">\(ui("Réagir"))<span class=\"vh\"> \(ui("à : %@", announcement.title))</span></a>")</p></div></section>
        """
}

/// The banners of the home page.
func announcementBanners(_ announcements: [Announcement], _ ui: Screen) -> HTML {
    if announcements.isEmpty { return "" }
    return "<div class=\"stack mb-5\">\(each: announcements, { announcementCard($0, ui) })</div>"
}

/// One announcement, with a place to answer it.
struct AnnouncementOnPage: Sendable {
    let announcement: Announcement
    let zone: Zone
    var reply = ""
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil

    init(_ id: Announcement.ID, _ view: View) throws {
        announcement = try view.announcements.find(id)
        zone = Zone(try view.communities.current().zone) ?? .paris
    }
}

func announcementPage(_ model: AnnouncementOnPage, _ ui: Screen) -> HTML {
    let announcement = model.announcement
    let isGone = announcement.withdrawnAt != nil
    let isOwn = announcement.author.id == ui.member?.id
    let until = ui.words.date(announcement.lastDay(in: model.zone))
    return page(
        Page(
            announcement.title, at: .announcements,
            """
            \(crumbs([(ui("Annonces"), .announcements)], ui))
            \(pageHead(announcement.title, eyebrow: ui("Annonce de l’animation, %@", ui.relative(announcement.sentAt))))
            <div class="cols"><article class="stack stack--l">
              \(if: isGone, "<div class=\"note note--honey\">\(icon(.eyeOff))<div><p>\(ui("Cette annonce est retirée : l’animation seule la voit encore."))</p><div class=\"mt-3\">\(actButton(ui("Rétablir"), .restoreAnnouncement(announcement.id), ui))</div></div></div>")
              \(person(announcement.author, ui))
              \(if: !announcement.body.isEmpty, "<div class=\"prose\">\(HTML(trusting: announcement.html))</div>")
              <p class="meta">\(announcement.isShown(at: ui.now) ? ui("Affichée jusqu’au %@ compris.", until) : ui("N’est plus affichée."))\(if: announcement.version > 1, " <a href=\"\(ui.path(.announcementVersions(announcement.id)))\">\(ui("Historique"))</a>")</p>
              \(if: !isGone && !isOwn, flagLink(.announcement(announcement.id), ui))
              \(if: !isGone && ui.community?.closedAt == nil, reaction(model, ui))
            </article>
            <aside class="stack stack--l" aria-label="\(ui("Ce que vous pouvez en faire"))">
              \(if: ui.community?.closedAt == nil, """
              <section class="card" aria-labelledby="question"><h2 class="small-head" id="question">\(ui("Une question ferait réagir"))</h2><p class="mt-2">\(ui("Reprenez ces mots dans une question : elle attendra des réponses, l’annonce n’en attend pas."))</p><div class="btn-row mt-3"><a class="btn" href="\(ui.path(.announcementAsQuestion(announcement.id)))">\(icon(.ask))\(ui("En faire une question"))</a></div></section>
              """)
              \(if: ui.isFacilitator && !isGone, "<section aria-labelledby=\"gerer\"><h2 class=\"small-head mb-3\" id=\"gerer\">\(ui("Cette annonce"))</h2><div class=\"btn-row\">\(if: isOwn, "<a class=\"btn\" href=\"\(ui.path(.changeAnnouncement(announcement.id)))\">\(icon(.edit))\(ui("Modifier"))</a>")\(actButton(ui("Retirer"), .withdrawAnnouncement(announcement.id), ui, style: .quiet))</div></section>")
            </aside></div>
            """), ui)
}

/// In the place of an announcement that was flagged.
func hiddenAnnouncementPage(_ hidden: HiddenText, by author: Author, _ ui: Screen) -> HTML {
    let title =
        switch hidden.outcome {
        case .purged: ui("Annonce effacée")
        case .removed: ui("Annonce retirée")
        case nil, .putBack, .corrected: ui("Annonce masquée")
        }
    return page(
        Page(
            title, at: .announcements,
            """
            \(crumbs([(ui("Annonces"), .announcements)], ui))
            \(pageHead(title))
            <div class="narrow">\(hiddenNote(hidden, author: author, ui))</div>
            """), ui)
}

/// The discussion that it opened, or the place where the first reply opens one.
private func reaction(_ model: AnnouncementOnPage, _ ui: Screen) -> HTML {
    let announcement = model.announcement
    if let discussion = announcement.discussion, model.reply.isEmpty {
        return """
            <section class="note" aria-labelledby="suite">\(icon(.users))<div><h2 class="small-head" id="suite">\(ui("On en parle"))</h2><p><a class="link" href="\(ui.path(.question(.init(discussion.id))))">\(ui("Lire la discussion, et y répondre"))</a></p></div></section>
            """
    }
    return """
        <section aria-labelledby="repondre"><h2 id="repondre">\(ui("Réagir"))</h2>
        <form class="stack mt-3" method="post" action="\(ui.path(.replyToAnnouncement(announcement.id)))">\(ui.formToken)\(enterButton)
          \(some: model.wall, { guardWall($0, ui) })
          \(Field(name: "texte", label: ui("Votre réaction"), hint: ui("Elle ouvre une discussion que tous peuvent suivre."), refusal: model.refusal).textarea(model.reply, rows: 4, ui))
          \(some: announcement.discussion, { "<p><a class=\"link\" href=\"\(ui.path(.question(.init($0.id))))\">\(ui("Lire la discussion, et y répondre"))</a></p>" })
          <div class="btn-row"><button class="btn btn--primary">\(icon(.send))\(ui("Ouvrir la discussion"))</button></div></form></section>
        """
}

func announcementVersionsPage(_ announcement: Announcement, _ versions: [PostVersion], _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Historique"), at: .announcements,
            """
            \(crumbs([(ui("Annonces"), .announcements), (announcement.title, .announcement(announcement.id))], ui))
            \(pageHead(ui("Historique du texte"), lede: ui("Ce qui a changé, d’une version à l’autre. Rien n’est caché.")))
            \(versionList(versions, ui))
            """), ui)
}
