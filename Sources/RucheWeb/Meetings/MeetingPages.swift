import Calendaring
import Markup
import Ruche

func meetingsPage(_ coming: [Meeting], _ past: [Meeting], _ ui: Screen) -> HTML {
    let propose: HTML =
        "<a class=\"btn btn--primary\" href=\"\(ui.path(.newMeeting))\">\(icon(.plus))\(ui("Fixer une rencontre"))</a>"
    return page(
        Page(
            ui("Rencontres"), at: .meetings,
            """
            \(pageHead(ui("Rencontres"), lede: ui("Se voir, même à distance, même une heure."), actions: coming.isEmpty ? "" : propose))
            <div class="stack stack--xl">
              \(if: coming.isEmpty, emptyState(ui("Aucune rencontre prévue"), past.first.map { ui("La dernière date du %@.", ui.date($0.startsAt)) } ?? ui("La première donne un visage à chacun."), id: "vide", propose), else: "<section aria-labelledby=\"avenir\"><h2 id=\"avenir\">\(ui("À venir"))</h2><ul class=\"rows mt-3\">\(each: coming, { meetingRow($0, ui) })</ul></section>")
              \(if: !past.isEmpty, "<section aria-labelledby=\"passees\"><h2 id=\"passees\">\(ui("Passées"))</h2><ul class=\"rows mt-3\">\(each: past, { meetingRow($0, ui) })</ul></section>")
            </div>
            """), ui)
}

func meetingRow(_ meeting: Meeting, _ ui: Screen) -> HTML {
    "<li>\(meetingCard(meeting, ui))\(some: meeting.reason, { "<p class=\"meta\">\(ui("Annulée : %@", $0))</p>" })</li>"
}

/// The day in its block, beside what and where.
func meetingCard(_ meeting: Meeting, _ reader: Screen) -> HTML {
    let ui = reader.inZone(Zone(meeting.zone))
    let date = ui.words.zone.date(at: meeting.startsAt.milliseconds)
    let place = [ui.name(of: meeting.mode).capitalizedFirst, meeting.place.line()].compactMap { $0 }.joined(
        separator: ", ")
    return """
        <div class="person person--top"><div class="day"><span>\(ui.words.monthShort(date.month).uppercased())</span><b>\(date.day)</b></div><div class="person__text"><a href="\(ui.path(.meeting(meeting.id)))">\(meeting.title)</a><small>\(ui("%@, de %@ à %@", ui.words.weekday(date.weekday).capitalizedFirst, ui.time(meeting.startsAt), ui.time(meeting.endsAt)))</small>\(some: onOwnClock(meeting, reader), { "<small>\($0)</small>" })<small>\(place)</small></div></div>
        """
}

/// The hours of a meeting on the reader's clock, when its own is another.
private func onOwnClock(_ meeting: Meeting, _ ui: Screen) -> String? {
    guard let zone = Zone(meeting.zone) else { return nil }
    let there = ui.inZone(zone).words
    return there.time(meeting.startsAt.milliseconds, elsewhere: ui.words.zone).map { start in
        ui("Heure de %@. Chez vous : %@, jusqu’à %@.", there.name(ofZone: zone.id), start, ui.time(meeting.endsAt))
    }
}

/// - Parameter questions: what this meeting speaks of; nil when it is not the next one.
func meetingPage(_ meeting: Meeting, _ questions: QuestionsForMeeting?, _ refusal: Refusal?, _ reader: Screen) -> HTML {
    let ui = reader.inZone(Zone(meeting.zone))
    let isComing = meeting.startsAt > ui.now && meeting.cancelledAt == nil
    return page(
        Page(
            meeting.title, at: .meetings,
            """
            \(crumbs([(ui("Rencontres"), .meetings)], ui))
            \(pageHead(meeting.title, eyebrow: meeting.cancelledAt == nil ? ui("Rencontre") : ui("Rencontre annulée"), lede: ui("%@, jusqu’à %@.", ui.dateTime(meeting.startsAt).capitalizedFirst, ui.time(meeting.endsAt))))
            <div class="cols"><div class="stack stack--l">
              \(some: meeting.reason, { "<p class=\"note note--honey\">\(icon(.info))<span>\(ui("Annulée : %@", $0))</span></p>" })
              <p>\(ui.name(of: meeting.mode).capitalizedFirst)\(if: !meeting.place.isEmpty, ", \(meeting.place)"). \(onOwnClock(meeting, reader) ?? ui("Heure de %@.", ui.words.name(ofZone: meeting.zone)))</p>
              \(if: !meeting.link.isEmpty, "<p><a class=\"btn btn--primary\" href=\"\(meeting.link)\" rel=\"nofollow noopener\">\(icon(.video))\(ui("Rejoindre à distance"))</a></p>")
              \(if: !meeting.agenda.isEmpty, "<section aria-labelledby=\"ordre\"><h2 id=\"ordre\">\(ui("Ordre du jour"))</h2><p class=\"prose--kept mt-3\">\(meeting.agenda)</p></section>")
              \(some: questions, { questionsOfMeeting($0, ui) })
            </div>
            <aside class="stack stack--l" aria-label="\(ui("Changer la rencontre"))">
              <p><a class="btn" href="\(ui.path(.editMeeting(meeting.id)))">\(icon(.edit))\(ui("Modifier"))</a></p>
              \(if: isComing, """
                <details class="more"\(flag: "open", refusal != nil)><summary>\(ui("Annuler la rencontre"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.cancelMeeting(meeting.id)))">\(ui.formToken)\(Field(name: "raison", label: ui("Pourquoi"), refusal: refusal).input("", maxLength: 300, ui))<div class="btn-row"><button class="btn btn--danger">\(ui("Annuler la rencontre"))</button></div></form></details>
                """)
            </aside></div>
            """), ui)
}

/// Questions that nobody could answer in time, then those that are only to be closed or taken up again.
private func questionsOfMeeting(_ questions: QuestionsForMeeting, _ ui: Screen) -> HTML {
    func list(_ found: [LinkedObject]) -> HTML {
        "<ul class=\"rows rows--tight mt-3\">\(each: found, { "<li><a href=\"\(ui.path(.question(Question.ID($0.id))))\">\($0.title)</a></li>" })</ul>"
    }
    return """
        \(if: !questions.cases.isEmpty, "<section aria-labelledby=\"cas-presentes\"><h2 id=\"cas-presentes\">\(ui("Cas à présenter"))</h2><p class=\"muted\">\(ui("Relus par un second membre ; on peut déjà les lire et donner un avis."))</p>\(list(questions.cases))</section>")
        \(if: !questions.onAgenda.isEmpty, "<section aria-labelledby=\"sans-reponse\"><h2 id=\"sans-reponse\">\(ui("Questions à l’ordre du jour"))</h2><p class=\"muted\">\(ui("Personne n’a pu y répondre par écrit : on en parle ensemble."))</p>\(list(questions.onAgenda))</section>")
        \(if: !questions.stillOpen.isEmpty, "<section aria-labelledby=\"ouvertes\"><h2 id=\"ouvertes\">\(ui("Questions encore ouvertes"))</h2><p class=\"muted\">\(ui("Elles ont eu des réponses : reste à dire ce qui a servi, ou à les reprendre."))</p>\(list(questions.stillOpen))<p class=\"mt-3\"><a class=\"link\" href=\"\(ui.path(.questionList(.waiting)))\">\(ui("Toutes les questions ouvertes"))</a></p></section>")
        """
}

func meetingFormPage(_ meeting: Meeting?, _ form: MeetingForm, _ ui: Screen) -> HTML {
    let draft = form.draft
    let title = meeting == nil ? ui("Fixer une rencontre") : ui("Modifier la rencontre")
    return page(
        Page(
            title, at: .meetings,
            """
            \(crumbs([(ui("Rencontres"), .meetings)], ui))
            \(pageHead(title, lede: ui("Un jour, une heure, un lieu ou un lien.")))
            \(some: form.conflict, { conflictNote($0, hasHistory: false, ui) })
            <form class="stack stack--l narrow" method="post" action="\(ui.path(meeting.map { .editMeeting($0.id) } ?? .meetings))">
              \(ui.formToken)<input type="hidden" name="version" value="\(form.version)">
              \(Field(name: "titre", label: ui("Titre"), refusal: form.refusal).input(draft.title, maxLength: 150, ui))
              <div class="grid-3">\(Field(name: "jour", label: ui("Jour"), refusal: form.refusal).input(draft.date, type: "date", ui))\(Field(name: "heure", label: ui("Heure"), refusal: form.refusal).input(draft.time, type: "time", ui))\(Field(name: "duree", label: ui("Durée en minutes"), refusal: form.refusal).input(String(draft.minutes), type: "number", ui))</div>
              \(Field(name: "mode", label: ui("Mode")).select(draft.mode.rawValue, Meeting.Mode.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }, ui))
              <div class="grid-2">\(Field(name: "lieu", label: ui("Lieu"), isOptional: true, refusal: form.refusal).input(draft.place, maxLength: 200, ui))\(Field(name: "lien", label: ui("Lien"), isOptional: true, refusal: form.refusal).input(draft.link, type: "url", ui))</div>
              \(Field(name: "ordre", label: ui("Ordre du jour"), isOptional: true, refusal: form.refusal).textarea(draft.agenda, rows: 4, ui))
              <div class="btn-row"><button class="btn btn--primary">\(ui("Garder la rencontre"))</button><a class="btn btn--quiet" href="\(ui.path(.meetings))">\(ui("Renoncer"))</a></div>
            </form>
            """), ui)
}
