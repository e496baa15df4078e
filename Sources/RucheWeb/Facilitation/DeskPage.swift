import Calendaring
import Markup
import Persistence
import Ruche

/// All that the desk shows: today's gestures, what waits, who is quieter, and beside them how the community stands.
struct DeskOnPage: Sendable {
    let desk: Desk
    let waiting: WaitingList
    let quiet: QuietList
    let managed: [Author]
    let balance: Balance
    let newcomers: [NewcomerPath]
    let mandates: [Mandate]
    let time: MonthOfTime
    let effect: GreetingEffect?
    let salon: Salon
    var refusal: Refusal? = nil
    var typedTime = ""

    init(_ view: View) throws {
        desk = try view.desk.today()
        waiting = try view.desk.waiting()
        quiet = try view.desk.quieter()
        managed = try view.desk.managed()
        balance = try view.desk.balance()
        newcomers = try view.desk.newcomers()
        mandates = try view.mandates.current()
        time = try view.desk.month()
        effect = desk.gestures.contains { $0.kind == .welcome } ? try view.desk.effectOfGreeting() : nil
        salon = try view.communities.salon()
    }
}

/// The facilitator's desk: three gestures at most, and then what can wait.
func deskPage(_ model: DeskOnPage, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Animation"), at: .desk,
            """
            \(pageHead(ui.greeting(of: model.desk), eyebrow: ui("Animation, %@", ui.words.date(model.desk.day)), lede: ui.lede(of: model.desk)))
            <div class="cols">
              <div class="stack stack--xl">
                \(gestures(model, ui))
                \(waitingSection(model.waiting, ui))
                \(quietSection(model, ui))
              </div>
              <aside class="stack stack--l" aria-label="\(ui("Équilibre de la communauté"))">
                \(balanceCard(model.balance, ui))
                \(timeSection(model, ui))
                \(newcomersSection(model.newcomers, ui))
                \(rolesSection(model.mandates, ui))
                \(salonSection(model.salon, ui))
                <section aria-labelledby="carnet"><h2 class="small-head mb-3" id="carnet">\(ui("Le carnet de l’animation"))</h2><p class="muted">\(ui("Ce qui a été fait, par qui, avec une note quand elle sert. Il passe de main en main."))</p><p class="mt-2"><a class="link" href="\(ui.path(.deskJournal))">\(ui("Ouvrir le carnet"))</a></p><p class="mt-2"><a class="link" href="\(ui.path(.messageTemplates))">\(ui("Les modèles de messages"))</a></p></section>
              </aside>
            </div>
            """), ui)
}

extension Screen {
    /// "Bonjour Hélène, trois gestes aujourd’hui."
    fileprivate func greeting(of desk: Desk) -> String {
        let name = member?.name.split(separator: " ").first.map(String.init) ?? ""
        switch desk.gestures.count {
        case 0 where desk.otherPatientFlags > 0:
            return desk.otherPatientFlags == 1
                ? self("Bonjour %@, un message attend d’être relu.", name)
                : self("Bonjour %@, des messages attendent d’être relus.", name)
        case 0: return self("Bonjour %@, rien ne presse aujourd’hui.", name)
        case 1: return self("Bonjour %@, un geste aujourd’hui.", name)
        case 2: return self("Bonjour %@, deux gestes aujourd’hui.", name)
        default: return self("Bonjour %@, trois gestes aujourd’hui.", name)
        }
    }

    fileprivate func lede(of desk: Desk) -> String {
        if desk.gestures.isEmpty {
            if desk.otherPatientFlags > 0 {
                return self("On pourrait y reconnaître un patient : à relire avant le reste.")
            }
            if !desk.isWorkingDay {
                return self("C’est un jour de repos : rien n’est proposé, que les messages à relire.")
            }
            return desk.handled.isEmpty
                ? self("Aucune relance à inventer : ce qui attend est en dessous.")
                : self("Ce qui était proposé aujourd’hui est fait ou remis. Le reste peut attendre.")
        }
        return self("Environ %d minutes. Le reste peut attendre.", desk.minutes)
    }
}

private func gestures(_ model: DeskOnPage, _ ui: Screen) -> HTML {
    let desk = model.desk
    return """
        <section aria-labelledby="gestes"><h2 class="vh" id="gestes">\(ui("Gestes proposés"))</h2>
        \(if: desk.otherPatientFlags > 0, patientFlags(desk, ui))
        \(if: !desk.gestures.isEmpty, "<ol class=\"rows gestures\">\(each: desk.gestures, { gestureRow($0, isFirst: $0 == desk.gestures.first, model.effect, ui) })</ol>")
        \(if: !desk.handled.isEmpty, """
            <details class="more mt-3"\(flag: "open", desk.gestures.isEmpty)><summary>\(ui("%d geste fait ou remis aujourd’hui", "%d gestes faits ou remis aujourd’hui", desk.handled.count))</summary><ul class="rows rows--tight mt-2">\(each: desk.handled, { handledRow($0, ui) })</ul></details>
            """)
        \(if: !desk.muted.isEmpty, """
            <details class="more mt-3"><summary>\(ui("%d sorte de geste que vous ne voulez plus voir", "%d sortes de gestes que vous ne voulez plus voir", desk.muted.count))</summary><ul class="rows rows--tight mt-2">\(each: desk.muted, { kind in
                "<li class=\"spread\"><span>\(ui.name(of: kind))</span><form method=\"post\" action=\"\(ui.path(.gesture))\">\(ui.formToken)<input type=\"hidden\" name=\"geste\" value=\"\(kind.rawValue)\"><button class=\"btn btn--quiet\" name=\"faire\" value=\"reproposer\">\(ui("Proposer de nouveau"))</button></form></li>"
            })</ul></details>
            """)</section>
        """
}

/// More of them than the day has places: what may concern a patient is never left unsaid.
private func patientFlags(_ desk: Desk, _ ui: Screen) -> HTML {
    let count = desk.otherPatientFlags
    let more =
        desk.gestures.contains(where: \.isAboutPatient)
        ? ui(
            "%d autre message signalé « donnée patient » attend.",
            "%d autres messages signalés « donnée patient » attendent.", count)
        : ui(
            "%d message signalé « donnée patient » attend.", "%d messages signalés « donnée patient » attendent.",
            count)
    return """
        <div class="note note--honey mb-3">\(icon(.alert))<div><p>\(more)</p><p><a class="btn" href="\(ui.path(.queue))">\(ui("Ouvrir la file à relire"))</a></p></div></div>
        """
}

private func gestureRow(_ gesture: Gesture, isFirst: Bool, _ effect: GreetingEffect?, _ ui: Screen) -> HTML {
    let style: ButtonStyle = isFirst ? .primary : .plain
    let label = ui.action(of: gesture)
    let title = ui.title(of: gesture)
    return """
        <li class="gesture">\(icon(gesture.icon))<div><h3 class="ask__title">\(title)</h3>\(some: gesture.exchange, { "<p><a href=\"\(ui.path($0.link))\">\($0.title)</a></p>" })<p class="muted">\(ui.reason(of: gesture, effect: effect))</p><p class="meta">\(ui("%d minute", "%d minutes", gesture.kind.minutes))</p></div><form class="btn-row" method="post" action="\(ui.path(.gesture))">\(ui.formToken)<input type="hidden" name="geste" value="\(gesture.kind.rawValue)"><input type="hidden" name="objet" value="\(gesture.object)">\(if: gesture.page == nil, "<a class=\"\(style.rawValue)\" href=\"\(ui.path(.writeMessage(gesture.kind.rawValue, gesture.object)))\">\(label)<span class=\"vh\"> : \(title)</span></a>", else: "<button class=\"\(style.rawValue)\" name=\"faire\" value=\"prendre\">\(label)<span class=\"vh\"> : \(title)</span></button>")<button class="btn btn--quiet" name="faire" value="plus-tard">\(ui("Plus tard"))<span class="vh"> : \(title)</span></button><button class="btn btn--quiet" name="faire" value="taire">\(ui("Ne plus proposer"))<span class="vh"> : \(title)</span></button></form></li>
        """
}

private func handledRow(_ handled: Desk.Handled, _ ui: Screen) -> HTML {
    """
    <li class="spread"><div><p>\(ui.name(of: handled.kind))</p><p class="meta">\(handled.isDone ? ui("pris en main par %@, %@", handled.who, ui.relative(handled.at)) : ui("remis par %@, %@", handled.who, ui.relative(handled.at)))</p></div>\(if: !handled.isDone, "<form method=\"post\" action=\"\(ui.path(.gesture))\">\(ui.formToken)<input type=\"hidden\" name=\"geste\" value=\"\(handled.kind.rawValue)\"><input type=\"hidden\" name=\"objet\" value=\"\(handled.object)\"><button class=\"btn btn--quiet\" name=\"faire\" value=\"reprendre\">\(ui("Reprendre"))</button></form>")</li>
    """
}

// Ce qui attend

private func waitingSection(_ list: WaitingList, _ ui: Screen) -> HTML {
    let title = ui("Ce qui attend")
    let isShort = list.questions > WaitingList.questionsAtMost
    let (first, others) = (list.items.prefix(8), list.items.dropFirst(8))
    return """
        <section aria-labelledby="attend"><div class="section__head"><h2 id="attend">\(title)</h2>\(if: isShort, "<a href=\"\(ui.path(.questionList(.waiting)))\">\(ui("Les %d questions ouvertes", list.questions))</a>", else: "<span class=\"meta\">\(ui("%d élément", "%d éléments", list.items.count))</span>")</div>
        \(if: list.items.isEmpty, "<p class=\"muted mt-3\">\(ui("Rien. Les questions ouvertes, les demandes et les messages à relire paraîtront ici."))</p>", else: waitingTable(first, ui("%@ : %@", title, ui("Tableau")), ui))
        \(if: !others.isEmpty, "<details class=\"more mt-3\"><summary>\(ui("Et %d autre", "Et %d autres", others.count))</summary>\(waitingTable(others, ui("%@ : %@", title, ui("La suite")), ui))</details>")</section>
        """
}

private func waitingTable(_ items: ArraySlice<WaitingItem>, _ name: String, _ ui: Screen) -> HTML {
    """
    <div class="table-wrap" tabindex="0" role="region" aria-label="\(name)"><table class="table table--stack"><thead><tr><th scope="col">\(ui("Sujet"))</th><th scope="col">\(ui("Depuis"))</th><th scope="col">\(ui("Prochaine étape"))</th></tr></thead><tbody>\(each: items, { waitingRow($0, ui) })</tbody></table></div>
    """
}

private func waitingRow(_ item: WaitingItem, _ ui: Screen) -> HTML {
    let (title, link) = ui.subject(of: item)
    let since = ui.duration(ui.now - item.since)
    let state: HTML
    switch item.kind {
    case .question(_, _, _, true): state = "<span class=\"status status--waiting\">\(since)</span>"
    case .question(_, _, let replies, false) where replies > 0:
        state = "\(since), \(ui("%d réponse", "%d réponses", replies))"
    case .rereading(_, true, _): state = "<span class=\"status status--alert\">\(since)</span>"
    default: state = "\(since)"
    }
    return """
        <tr><th scope="row"><a href="\(ui.path(link))">\(title)</a></th><td data-label="\(ui("Depuis"))">\(state)</td><td data-label="\(ui("Ensuite"))">\(ui.nextStep(of: item))</td></tr>
        """
}

extension Screen {
    fileprivate func subject(of item: WaitingItem) -> (title: String, link: Link) {
        switch item.kind {
        case .question(let id, let title, _, _): (title, .question(id))
        case .rereading(let id, _, let reasons):
            (self("Message signalé : %@", words.list(reasons.map { name(of: $0) })), .rereading(id))
        case .confirmation: (self("Texte publié malgré un avertissement"), .queue)
        case .joinRequest(let name): (self("Demande de %@ à rejoindre", name), .joinRequests)
        case .proposedCase(let id): (self("Un cas attend une seconde lecture"), .proposedCase(id))
        case .decision(let id, let sentence): (sentence, .decision(id))
        case .need(let id, let statement, _): (statement, .need(id))
        case .objective(let id, let title, _): (title, .objective(id))
        case .yearlyReview: (self("La revue de l’année"), .life)
        }
    }

    /// The next step in a few words, with its day.
    fileprivate func nextStep(of item: WaitingItem) -> String {
        switch item.kind {
        case .question: item.next.map(short) ?? ""
        case .rereading: self("Relire et répondre")
        case .confirmation: self("Regarder le message")
        case .joinRequest: self("Lire la demande")
        case .proposedCase: self("Le relire, ou demander à quelqu’un")
        case .decision: self("Tirer la conclusion des réponses")
        case .need(_, _, let months): self("Mesurer à nouveau ce besoin, %d mois après", months)
        case .objective(_, _, let isOverdue):
            isOverdue ? self("Dire ce qu’il en est : sa date est passée") : self("Faire le point à mi-chemin")
        case .yearlyReview: self("Ouvrir le vote, relire les sept étapes")
        }
    }

    private func short(_ next: NextStep) -> String {
        let day = words.shortDay(words.zone.date(at: next.at.milliseconds))
        return switch next.kind {
        case .firstReply: self("Première réponse promise avant le %@", day)
        case .search: self("Trouver quelqu’un ; le choix ira à son auteur le %@", day)
        case .choice: self("Son auteur choisit, ou la rencontre à partir du %@", day)
        case .meeting: self("En parler à la rencontre du %@", day)
        case .precision: self("Son auteur doit une précision, d’ici le %@", day)
        case .usefulness: self("Demander si une réponse a aidé, le %@", day)
        case .onBehalf: self("Dire au nom de son auteur ce qui a aidé, à partir du %@", day)
        case .followUp: self("Demander ce que c’est devenu, le %@", day)
        case .roundUp: self("La reprendre à la rencontre du %@", day)
        case .fixingMeeting: self("Fixer une rencontre pour la reprendre, le %@", day)
        }
    }
}

// Plus silencieux

private func quietSection(_ model: DeskOnPage, _ ui: Screen) -> HTML {
    let list = model.quiet
    return """
        <section aria-labelledby="calme"><div class="section__head"><h2 id="calme">\(ui("Qui est plus silencieux qu’à l’habitude"))</h2></div>
        <p class="muted mb-3">\(ui("Visible de l’animation seulement. Le silence a souvent une bonne raison : un mot suffit, rien n’est relancé automatiquement."))</p>
        \(if: list.shown.isEmpty, "<p class=\"muted\">\(ui("Personne ne s’est écarté de ses habitudes."))</p>", else: "<ul class=\"rows rows--tight\">\(each: list.shown, { quietRow($0, ui) })</ul>")
        <details class="more mt-3"><summary>\(ui("Pourquoi ces noms ?"))</summary><div class="prose mt-2"><p>\(ui("Deux règles, et rien d’autre : avoir pris part à quatre semaines ou plus entre la quatorzième et la septième avant celle-ci, puis à aucune des six dernières ; ou avoir une question sans solution depuis plus de 45 jours."))</p><p>\(ui("Chacun est comparé à ses propres habitudes, jamais aux autres. Cinq noms au plus ; rien n’est gardé ni exporté. Chaque membre lit sur sa carte ce que cette liste dirait de lui, et peut la quitter pour de bon."))</p></div></details>
        \(if: list.paused > 0, "<details class=\"more mt-3\"><summary>\(ui("%d membre en pause choisie", "%d membres en pause choisie", list.paused))</summary><p class=\"muted mt-2\">\(ui("Congés, remplacement, formation : ils l’ont indiqué, Ruche n’en tient pas compte ici."))</p></details>")
        \(hierarchySection(model, ui))</section>
        """
}

private func quietRow(_ quiet: QuietMember, _ ui: Screen) -> HTML {
    let (action, link) =
        quiet.question.map {
            (ui("Reprendre sa question"), Link.writeMessage(MessageKind.takeUp.rawValue, "question/\($0.id)"))
        }
        ?? (ui("Prendre des nouvelles"), .writeMessage(MessageKind.news.rawValue, "member/\(quiet.member.id)"))
    return """
        <li class="spread"><div class="person">\(avatar(of: quiet.member))<div class="person__text">\(authorName(quiet.member, ui))<small>\(ui.sentence(of: quiet.reason))</small></div></div><a class="btn" href="\(ui.path(link))">\(action)<span class="vh"> : \(quiet.member.name)</span></a></li>
        """
}

extension Screen {
    func sentence(of reason: QuietReason) -> String {
        switch reason {
        case .stopped(let last):
            self("Prenait part presque chaque semaine, rien depuis le %@.", words.day(last.milliseconds))
        case .ownQuestion(let question, let asked):
            self("Sa question « %@ » est sans solution depuis le %@.", question.title, words.day(asked.milliseconds))
        case .missedMeetings: self("Venait aux rencontres, absent·e aux deux dernières.")
        }
    }
}

/// Whoever manages a member at work reads nothing of their silence.
private func hierarchySection(_ model: DeskOnPage, _ ui: Screen) -> HTML {
    """
    <details class="more mt-3"><summary>\(ui("Vous encadrez un membre au travail ?"))</summary>
    <p class="muted mt-2">\(ui("Dites-le sur sa carte : vous ne verrez rien de son silence. Lui aussi peut le dire, depuis la sienne."))</p>
    \(if: !model.managed.isEmpty, "<ul class=\"rows rows--tight mt-2\">\(each: model.managed, { managedRow($0, ui) })</ul>")</details>
    """
}

private func managedRow(_ member: Author, _ ui: Screen) -> HTML {
    """
    <li class="spread"><a href="\(ui.path(.member(member.id)))">\(member.name)</a>\(managerButton(of: member.id, holds: true, ui))</li>
    """
}

/// Declares that one manages a member at work, or that one does so no more.
func managerButton(of member: Member.ID, holds: Bool, _ ui: Screen) -> HTML {
    """
    <form method="post" action="\(ui.path(.hierarchy))">\(ui.formToken)<input type="hidden" name="membre" value="\(member.description)"><button class="btn btn--quiet" name="faire" value="\(if: holds, "retirer", else: "declarer")">\(holds ? ui("Je n’encadre plus cette personne") : ui("J’encadre cette personne au travail"))</button></form>
    """
}

// Beside

private func timeSection(_ model: DeskOnPage, _ ui: Screen) -> HTML {
    let time = model.time
    let month = ui.words.month(model.desk.day.firstOfMonth)
    let given = ui.length(minutes: time.minutes)
    let refusal = model.refusal
    return """
        <section aria-labelledby="temps"><h2 class="small-head mb-3" id="temps">\(ui("Le temps d’animation"))</h2>
        <p>\(time.promised > 0 ? ui("%@ en %@, à vous tous, sur %@ promises.", given, month, ui.length(minutes: time.promised)) : ui("%@ en %@, à vous tous.", given, month))\(if: time.own < time.minutes, " \(ui("Dont %@ de vous.", ui.length(minutes: time.own)))")</p>
        <form class="cluster mt-2" method="post" action="\(ui.path(.deskTime))">\(ui.formToken)\(some: refusal, { "<span class=\"error\" id=\"mn-e\" role=\"alert\">\(icon(.alert))\($0(ui.words))</span>" })<label class="vh" for="mn">\(ui("Minutes à ajouter"))</label><select class="select nowrap w-auto" id="mn" name="minutes">\(each: [10, 20, 30, 45, 60, 90], { "<option value=\"\($0)\">\(ui.length(minutes: $0))</option>" })</select><button class="btn">\(ui("Noter"))</button></form></section>
        """
}

private func newcomersSection(_ paths: [NewcomerPath], _ ui: Screen) -> HTML {
    """
    <section aria-labelledby="arrivees"><h2 class="small-head mb-3" id="arrivees">\(ui("Les trente premiers jours"))</h2>
    \(if: paths.isEmpty, "<p class=\"muted\">\(ui("Personne n’est arrivé ce mois-ci."))</p>", else: "<ul class=\"rows rows--tight\">\(each: paths, { newcomerRow($0, ui) })</ul>")</section>
    """
}

private func newcomerRow(_ path: NewcomerPath, _ ui: Screen) -> HTML {
    let welcome = path.welcome
    let done = ui("%d geste sur trois", "%d gestes sur trois", welcome.done.count)
    let host = welcome.host.map { ui("accueil : %@", $0.name) } ?? ui("personne ne l’accueille encore")
    return """
        <li><p>\(authorName(welcome.newcomer, ui))\(if: path.isGreeted, " <span class=\"status status--solved\">\(ui("salué·e"))</span>")</p><p class="meta">\(ui("jour %d sur 30", min(path.day, 30))), \(done), \(host)</p></li>
        """
}

private func rolesSection(_ mandates: [Mandate], _ ui: Screen) -> HTML {
    """
    <section aria-labelledby="mandats"><h2 class="small-head mb-3" id="mandats">\(ui("Rôles et mandats"))</h2>
    \(if: mandates.isEmpty, "<p class=\"muted\">\(ui("Aucune fonction n’est tenue."))</p>", else: "<ul class=\"rows rows--tight\">\(each: mandates, { mandateRow($0, ui) })</ul>")
    <p class="mt-2"><a class="link" href="\(ui.path(.roles))">\(ui("Faire tourner, passer la main"))</a></p></section>
    """
}

private func mandateRow(_ mandate: Mandate, _ ui: Screen) -> HTML {
    let day = ui.words.day(mandate.endsAt.milliseconds)
    let ends = mandate.endsAt <= ui.now ? ui("terme passé le %@", day) : ui("jusqu’au %@", day)
    let isSoon = mandate.endsAt <= ui.now + .days(60)
    return """
        <li><p>\(ui.name(of: mandate.function)) : \(mandate.member.name)</p><p class="meta">\(if: isSoon, "<span class=\"status status--waiting\">\(ends)</span>", else: "\(ends)")</p></li>
        """
}
