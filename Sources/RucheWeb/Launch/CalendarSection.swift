import Calendaring
import Markup
import Ruche

/// The year that the rules of step 4 draw: each date, what moved it, and the meeting that is fixed for it; then one
/// button that fixes what is missing.
func calendarSection(_ model: StepOnPage, _ ui: Screen) -> HTML {
    guard let calendar = model.calendar else {
        return """
            <section aria-labelledby="annee"><h2 id="annee">\(ui("Le calendrier de l’année"))</h2><p class="muted mt-3">\(ui("Choisissez la première rencontre et le nombre de semaines : les dates de l’année se posent d’elles-mêmes."))</p></section>
            """
    }
    return """
        <section aria-labelledby="annee"><h2 id="annee">\(ui("Le calendrier de l’année"))</h2>
        \(if: calendar.held.total > 0, "<p class=\"mt-2\">\(ui.words(of: calendar.held))</p>")
        \(if: calendar.entries.isEmpty, "<p class=\"muted mt-3\">\(ui("Aucun rythme aujourd’hui : la première rencontre et le nombre de semaines en posent un."))</p>", else: "<ol class=\"rows mt-3\">\(each: calendar.entries, { calendarRow($0, ui) })</ol>")
        \(if: !calendar.outdated.isEmpty, """
            <h3 class="small-head mt-5">\(ui("Fixées selon l’ancien rythme"))</h3><ul class="rows mt-2">\(each: calendar.outdated, { "<li><a href=\"\(ui.path(.meeting($0.id)))\">\($0.title)</a> <span class=\"meta\">\(ui.inZone(Zone($0.zone)).dateTime($0.startsAt))</span></li>" })</ul>
            """)
        \(if: ui.isPreparing && !calendar.isUpToDate, applyForm(calendar, ui))</section>
        """
}

private func calendarRow(_ entry: MeetingCalendar.Entry, _ ui: Screen) -> HTML {
    let occasion = entry.occasion
    let reason = occasion.obstacle.map { ui.name(of: $0) }
    guard let day = occasion.day else {
        return """
            <li class="spread"><div><p class="muted"><s>\(ui.words.date(occasion.planned).capitalizedFirst)</s></p><p class="meta">\(ui("Laissée : %@.", reason ?? ""))</p></div></li>
            """
    }
    let moved = reason.map { ui("Reportée du %@ : %@.", ui.words.date(occasion.planned), $0) }
    let state: HTML =
        if let meeting = entry.meeting {
            "<a class=\"link\" href=\"\(ui.path(.meeting(meeting.id)))\">\(meeting.title)</a>"
        } else { "<span class=\"status status--waiting\">\(ui("à fixer"))</span>" }
    return """
        <li class="spread"><div><p>\(ui.words.date(day).capitalizedFirst)</p>\(some: moved, { "<p class=\"meta\">\($0)</p>" })</div>\(state)</li>
        """
}

/// What the button will do stands above it, before it is pressed.
private func applyForm(_ calendar: MeetingCalendar, _ ui: Screen) -> HTML {
    let (missing, retimed, outdated) = (calendar.missing.count, calendar.retimed.count, calendar.outdated.count)
    let effects = [
        missing > 0 ? ui("%d rencontre sera fixée.", "%d rencontres seront fixées.", missing) : nil,
        retimed > 0
            ? ui(
                "%d rencontre prendra l’heure, la durée, le lieu et le mode d’aujourd’hui.",
                "%d rencontres prendront l’heure, la durée, le lieu et le mode d’aujourd’hui.", retimed) : nil,
        outdated > 0
            ? ui(
                "%d rencontre de l’ancien rythme sera annulée.", "%d rencontres de l’ancien rythme seront annulées.",
                outdated) : nil,
        ui("Une rencontre fixée à la main reste comme elle est. Chacune se change ensuite une à une."),
    ].compactMap { $0 }
    return """
        <form class="mt-4" method="post" action="\(ui.path(.applyCalendar))">\(ui.formToken)
        <p class="hint">\(effects.joined(separator: " "))</p>
        <div class="btn-row mt-2"><button class="btn btn--primary">\(icon(.calendar))\(ui("Mettre le calendrier à jour"))</button></div></form>
        """
}

extension Screen {
    /// Adherence: what was held of what the rules of each day wanted.
    fileprivate func words(of held: MeetingCalendar.Proportion) -> String {
        switch (held.count, held.total) {
        case (0, 1): self("La rencontre prévue depuis un an n’a pas été tenue.")
        case (_, 1): self("La rencontre prévue depuis un an a été tenue.")
        default:
            self(
                "%d rencontre tenue sur %@ prévues depuis un an.", "%d rencontres tenues sur %@ prévues depuis un an.",
                held.count, words.number(held.total))
        }
    }

    fileprivate func name(of obstacle: MeetingRhythm.Obstacle) -> String {
        switch obstacle {
        case .holiday(let holiday): name(of: holiday)
        case .silence(.august): self("silence d’août")
        case .silence(.yearEnd): self("silence des fêtes")
        }
    }

    private func name(of holiday: PublicHoliday) -> String {
        switch holiday {
        case .newYear: self("jour de l’an")
        case .goodFriday: self("vendredi saint")
        case .easterMonday: self("lundi de Pâques")
        case .labourDay: self("fête du travail")
        case .victory1945: self("victoire de 1945")
        case .ascension: self("Ascension")
        case .whitMonday: self("lundi de Pentecôte")
        case .nationalDay: self("fête nationale")
        case .assumption: self("Assomption")
        case .allSaints: self("Toussaint")
        case .armistice1918: self("armistice de 1918")
        case .christmas: self("Noël")
        case .saintStephen: self("Saint-Étienne")
        case .abolitionOfSlavery: self("abolition de l’esclavage")
        }
    }
}
