import Markup
import Ruche

/// What the home page shows: the three lists, and beside them the next meeting, the objectives, who has just come.
struct HomeOnPage: Sendable {
    let home: Home
    let nextMeeting: Meeting?
    let objectives: [Objective]
    let welcome: Welcome?
    let hosted: [Welcome]
    let hellos: [Member.ID: String]
    /// The yearly vote is open, and the reader has not spoken.
    let awaitsVoice: Bool
    /// What the facilitators want everybody to know these days.
    let announcements: [Announcement]
    /// The word of a newcomer that was refused, as it was typed.
    var hello = ""
    var refusal: Refusal? = nil

    init(_ view: View) throws {
        home = try view.communities.home()
        nextMeeting = try view.meetings.next()
        let welcomes = try view.welcomes.around().filter { !$0.isDone }
        welcome = welcomes.first { $0.newcomer.id == view.actor.member && !$0.isPutAway }
        hosted = welcomes.filter { $0.newcomer.id != view.actor.member }
        hellos = try view.welcomes.hellos(of: home.newcomers.map(\.member.id))
        awaitsVoice = try view.life.awaitsVoice()
        announcements = try view.announcements.shown()
        objectives = try view.objectives.all().filter { $0.adoptedAt != nil && $0.outcome == nil }.prefix(3).map { $0 }
    }
}

/// What awaits me, then what is new, then what is next: never endless (DESIGN §1).
func homePage(_ model: HomeOnPage, _ ui: Screen) -> HTML {
    let first = ui.member?.name.split(separator: " ").first.map(String.init) ?? ""
    return page(
        Page(
            ui("Accueil"), at: .home,
            """
            \(pageHead(ui("Bonjour %@.", first), eyebrow: ui.date(ui.now).capitalizedFirst, lede: lede(model.home, ui), actions: askButton(ui)))
            \(if: ui.community?.isOpen == false, notOpenYet(ui))\(if: ui.community?.isOpen == true && ui.community?.isLaunched == false && ui.isFacilitator, notLaunchedYet(ui))
            \(announcementBanners(model.announcements, ui))
            <div class="cols">
              <div class="stack stack--xl">
                \(if: model.awaitsVoice, yearlyVote(ui))
                \(some: model.welcome, { firstGestures($0, model, ui) })
                \(awaited(model.home, ui))
                \(begun(model.home, ui))
                \(canHelp(model.home, ui))
                \(news(model.home, ui))
              </div>
              <aside class="stack stack--l" aria-label="\(ui("Vie de la communauté"))">
                \(next(model, ui))
                \(objectives(model, ui))
                \(newcomers(model, ui))
                \(hosted(model.hosted, ui))
                \(aboutUs(ui))
              </aside>
            </div>
            """), ui)
}

extension String {
    /// "mardi 24 novembre" → "Mardi 24 novembre"
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

private func lede(_ home: Home, _ ui: Screen) -> String {
    let known = home.canHelp.count { if case .topic = $0.reason { true } else { false } }
    if known > 0 {
        return ui(
            "Un collègue attend une réponse sur un sujet que vous connaissez.",
            "%d collègues attendent une réponse sur des sujets que vous connaissez.", known)
    }
    if ui.openQuestions > 0 {
        return ui(
            "Une question attend encore sa solution.", "%d questions attendent encore leur solution.",
            ui.openQuestions)
    }
    return ui("Personne n’attend de réponse. Belle journée, ou bon repos si vous sortez de nuit.")
}

/// An imported past is private until a facilitator opens it.
private func notOpenYet(_ ui: Screen) -> HTML {
    """
    <div class="note note--honey mb-5">\(icon(.eyeOff))<div><h2 class="small-head">\(ui("Cette communauté n’est pas encore ouverte"))</h2><p>\(ui("Vous seul·e et les autres personnes à l’animation la voyez. Relisez ce qui a été importé avant de l’ouvrir aux membres."))</p><div class="mt-3">\(actButton(ui("Ouvrir la communauté"), .openCommunity, ui, style: .primary))</div></div></div>
    """
}

/// A community that begins: its facilitator knows where to start.
private func notLaunchedYet(_ ui: Screen) -> HTML {
    """
    <div class="note note--honey mb-5">\(icon(.path))<div><h2 class="small-head">\(ui("Votre communauté se prépare"))</h2><p>\(ui("Sept étapes la mènent au lancement, dans l’ordre qui vous convient. Commencez par celle que vous connaissez le mieux, et invitez deux ou trois collègues."))</p><div class="btn-row mt-3"><a class="btn btn--primary" href="\(ui.path(.launch))">\(ui("Mettre la communauté en place"))</a><a class="btn" href="\(ui.path(.invitations))">\(ui("Inviter"))</a></div></div></div>
    """
}

private func begun(_ home: Home, _ ui: Screen) -> HTML {
    if home.drafts.isEmpty { return "" }
    return """
        <section aria-labelledby="brouillons"><h2 class="small-head" id="brouillons">\(ui("Vous aviez commencé"))</h2>
        <ul class="rows rows--tight">\(each: home.drafts.prefix(3), { draft in
            switch draft.place {
            case .question: "<li class=\"feed\">\(icon(.edit))<div><a href=\"\(ui.path(.ask))\">\(draft.fields["titre"]?.line() ?? ui("Une question"))</a> <span class=\"meta\">\(ui("Gardé %@", ui.relative(draft.savedAt)))</span></div></li>"
            case .exchange(let kind): "<li class=\"feed\">\(icon(kind.icon))<div><a href=\"\(ui.path(.newExchange(kind)))\">\(draft.fields["titre"]?.line() ?? ui.name(of: kind))</a> <span class=\"meta\">\(ui("Gardé %@", ui.relative(draft.savedAt)))</span></div></li>"
            case .reply(let id): "<li class=\"feed\">\(icon(.edit))<div><a href=\"\(ui.path(.question(id)))#repondre\">\(draft.fields["texte"]?.line(limit: 80) ?? ui("Une réponse"))</a> <span class=\"meta\">\(ui("Gardé %@", ui.relative(draft.savedAt)))</span></div></li>"
            }
        })</ul></section>
        """
}

private func canHelp(_ home: Home, _ ui: Screen) -> HTML {
    """
    <section aria-labelledby="aider">
      <div class="section__head"><h2 id="aider">\(ui("Vous pouvez aider"))</h2>\(if: ui.openQuestions > 0, "<a href=\"\(ui.path(.questionList(.waiting)))\">\(ui("Toutes les questions ouvertes (%d)", ui.openQuestions))</a>")</div>
      \(if: home.canHelp.isEmpty, "<p class=\"muted mt-3\">\(ui("Aucune question n’attend sur vos sujets."))</p>", else: "<ul class=\"rows\">\(each: home.canHelp, { helpWanted($0, ui) })</ul>")
    </section>
    """
}

/// What only the reader can do.
private func awaited(_ home: Home, _ ui: Screen) -> HTML {
    if home.awaited.isEmpty { return "" }
    return """
        <section aria-labelledby="attend"><div class="section__head"><h2 id="attend">\(ui("On vous attend"))</h2></div><ul class="rows">\(each: home.awaited, { awaitedRow($0, ui) })</ul></section>
        """
}

private func awaitedRow(_ awaited: Awaited, _ ui: Screen) -> HTML {
    switch awaited {
    case .solicitation(let asked):
        return """
            <li class="ask"><h3 class="ask__title"><a href="\(ui.path(.question(asked.question)))">\(asked.title)</a></h3><p class="ask__why">\(icon(.hand))<span>\(ui("%@ a besoin de vous.", asked.asker)) \(ui.words.why(asked.reason))</span></p><div class="btn-row"><a class="btn" href="\(ui.path(.question(asked.question)))#repondre">\(icon(.reply))\(ui("Répondre"))<span class="vh"> \(ui("à : %@", asked.title))</span></a>\(actButton(ui("Pas cette fois"), .declineSolicitation(asked.id), ui, style: .quiet))</div></li>
            """
    case .privateTalk(let talk):
        return """
            <li class="feed">\(icon(.mail))<div>\(ui("%@ vous a écrit un mot en privé.", talk.lastAuthor.name)) <a href="\(ui.path(.privateTalk(talk.id)))">\(ui("Lire"))<span class="vh"> \(ui("le mot de %@", talk.lastAuthor.name))</span></a></div></li>
            """
    case .objective(let id, let title, let isOverdue):
        let (sentence, place) =
            isOverdue
            ? (ui("La date de votre objectif est passée : dites ce qu’il en est."), "#phrase")
            : (ui("Votre objectif a passé la moitié de son temps : faites le point."), "#mi-chemin")
        return """
            <li class="feed">\(icon(isOverdue ? .clock : .half))<div>\(sentence) <a href="\(ui.path(.objective(id)) + place)">\(title)</a></div></li>
            """
    case .ownQuestion(let id, let title, let wish):
        let (sentence, symbol, place): (String, Icon, String) =
            switch wish {
            case .precision: (ui("On vous demande une précision."), .ask, "#reponses")
            case .choice: (ui("Personne n’a encore répondu : vous choisissez la suite."), .clock, "#suite")
            case .usefulness: (ui("Une réponse vous a-t-elle servi ?"), .check, "#reponses")
            case .whatBecame: (ui("Qu’avez-vous fait de la réponse ?"), .path, "#devenu")
            }
        return """
            <li class="feed">\(icon(symbol))<div>\(sentence) <a href="\(ui.path(.question(id)) + place)">\(title)</a></div></li>
            """
    }
}

private func helpWanted(_ wanted: HelpWanted, _ ui: Screen) -> HTML {
    let question = wanted.question
    let why =
        switch wanted.reason {
        case .topic(let name): ui("Vous avez indiqué pouvoir aider sur « %@ ».", name)
        case .setting(let setting): ui("La situation se passe comme chez vous : %@.", ui.name(of: setting))
        case .unanswered: ui("Personne n’a encore répondu. Une piste, même partielle, suffit à rompre le silence.")
        }
    return """
        <li class="ask">
          <h3 class="ask__title"><a href="\(ui.path(.question(question.id)))">\(question.title)</a></h3>
          <p class="ask__by">\(avatar(of: question.author, isSmall: true))<span>\(byline(question, ui)) \(status(question, ui))</span></p>
          <p class="ask__why">\(icon(.hand))<span>\(why)</span></p>
          <div class="btn-row"><a class="btn" href="\(ui.path(.question(question.id)))#repondre">\(icon(.reply))\(ui("Répondre"))<span class="vh"> \(ui("à : %@", question.title))</span></a></div>
        </li>
        """
}

private func news(_ home: Home, _ ui: Screen) -> HTML {
    let title = home.since.map { ui("Depuis %@", ui.relative($0)) } ?? ui("Ces derniers jours")
    return """
        <section aria-labelledby="depuis">
          <div class="section__head"><h2 id="depuis">\(title)</h2><a href="\(ui.path(.questions))">\(ui("Tous les échanges"))</a></div>
          \(if: home.news.isEmpty, "<p class=\"muted mt-3\">\(ui("Rien de nouveau. Vous êtes à jour."))</p>", else: "<ul class=\"rows rows--tight\">\(each: home.news, { newsItem($0, ui) })</ul>\(allReadButton(from: "accueil", ui))")
        </section>
        """
}

private func newsItem(_ news: News, _ ui: Screen) -> HTML {
    let address = ui.path(news.number == 0 ? .question(news.question) : .reply(news.question, news.number))
    // A title may end with its own mark: between quotes, the sentence keeps its full stop.
    let link: HTML = "<a href=\"\(address)\">\(ui("« %@ »", news.title))</a>"
    let (symbol, sentence): (Icon, HTML) =
        switch news.kind {
        case .repliedToYou: (.reply, "\(ui("%@ a répondu à votre question", ui.who(news.who))) \(link).")
        case .retainedYours(let thanks):
            (
                .done,
                "\(ui("%@ a retenu votre réponse comme solution :", ui.who(news.who))) \(link).\(some: thanks, { " \(ui("« %@ »", $0))" })"
            )
        case .foundYoursUseful: (.check, "\(ui("%@ a trouvé votre réponse utile :", ui.who(news.who))) \(link).")
        case .calledYou: (.hand, "\(ui("%@ vous appelle par votre nom :", ui.who(news.who))) \(link).")
        case .repliedWhereYouWrote: (.reply, "\(ui("%@ a répondu là où vous avez écrit :", ui.who(news.who))) \(link).")
        case .asked(let kind, let topic):
            (
                kind.icon,
                "\(ui.announces(kind, by: ui.who(news.who))) <a href=\"\(address)\">\(news.title)</a>\(some: topic, { " <span class=\"meta\">\(ui("Vous suivez « %@ ».", $0))</span>" })"
            )
        }
    return
        "<li class=\"feed\">\(icon(symbol))<div>\(sentence) <span class=\"meta\">\(ui.relative(news.at).capitalizedFirst)</span></div></li>"
}

extension Screen {
    /// "Claire Besnard demande :"
    fileprivate func announces(_ kind: Question.Kind, by who: String) -> String {
        switch kind {
        case .question: self("%@ demande :", who)
        case .idea: self("%@ a une idée :", who)
        case .discussion: self("%@ ouvre une discussion :", who)
        case .experience: self("%@ raconte :", who)
        case .information: self("%@ fait savoir :", who)
        case .clinicalCase: self("%@ présente un cas :", who)
        }
    }
}

/// What is next: the meeting.
private func next(_ model: HomeOnPage, _ ui: Screen) -> HTML {
    """
    <section class="card" aria-labelledby="renc"><h2 class="small-head" id="renc">\(ui("Prochaine rencontre"))</h2>\(some: model.nextMeeting, { meetingCard($0, ui) }, else: "<p class=\"muted\">\(ui("Aucune date encore."))</p><p class=\"mt-2\"><a class=\"link\" href=\"\(ui.path(.newMeeting))\">\(ui("En proposer une"))</a></p>")</section>
    """
}

private func objectives(_ model: HomeOnPage, _ ui: Screen) -> HTML {
    if model.objectives.isEmpty { return "" }
    return """
        <section aria-labelledby="obj"><div class="section__head"><h2 class="small-head" id="obj">\(ui("Nos objectifs"))</h2><a href="\(ui.path(.objectives))">\(ui("Détail"))</a></div><ul class="stack">\(each: model.objectives, { objectiveRow($0, ui) })</ul></section>
        """
}

private func newcomers(_ model: HomeOnPage, _ ui: Screen) -> HTML {
    let home = model.home
    if home.newcomers.isEmpty { return "" }
    return """
        <section aria-labelledby="bienv"><h2 class="small-head mb-3" id="bienv">\(ui("Nouveaux membres"))</h2>
        <ul class="stack">\(each: home.newcomers, { profile in
            "<li>\(person(profile.member.author, ui))\(some: model.hellos[profile.member.id], { "<p>\(ui("« %@ »", $0))</p>" })\(if: !profile.wantsToLearn.isEmpty, "<p class=\"meta\">\(ui("Aimerait apprendre : %@", profile.wantsToLearn))</p>")</li>"
        })</ul></section>
        """
}

/// The pages that say how the community is doing, for whoever looks for them.
private func aboutUs(_ ui: Screen) -> HTML {
    """
    <section aria-labelledby="nous"><h2 class="small-head mb-3" id="nous">\(ui("La communauté"))</h2><ul class="stack stack--s"><li><a class="link" href="\(ui.path(.announcements))">\(ui("Toutes les annonces"))</a></li><li><a class="link" href="\(ui.path(.drift))">\(ui("Ce que nous ne voulons pas devenir"))</a></li><li><a class="link" href="\(ui.path(.frontPageSettings))">\(ui("La page publique"))</a></li></ul></section>
    """
}

/// Once a year, what awaits everybody.
private func yearlyVote(_ ui: Screen) -> HTML {
    """
    <div class="note">\(icon(.scale))<div><h2 class="small-head">\(ui("On continue, on adapte, on clôt ?"))</h2><p>\(ui("Une année se termine : chacun a une voix."))</p><div class="btn-row mt-3"><a class="btn btn--primary" href="\(ui.path(.life))">\(ui("Donner ma voix"))</a></div></div></div>
    """
}

/// The first thirty days: three small gestures, a host to ask, and a way to put it all away.
private func firstGestures(_ welcome: Welcome, _ model: HomeOnPage, _ ui: Screen) -> HTML {
    func line(_ gesture: Welcome.Gesture, _ content: HTML) -> HTML {
        let isDone = welcome.done.contains(gesture)
        return
            "<li>\(icon(isDone ? .done : .todo, class: isDone ? "icon icon--done" : "icon icon--todo"))<span><span class=\"vh\">\(isDone ? ui("Fait :") : ui("À faire :")) </span>\(content)</span><span></span></li>"
    }
    return """
        <section class="card" aria-labelledby="premiers"><h2 class="small-head" id="premiers">\(ui("Vos trois premiers gestes"))</h2>
        \(some: welcome.host, { host in "<p class=\"mt-2\">\(ui("Vous pouvez tout demander à")) \(authorName(host, ui)).</p>" })
        <ul class="check mt-3">
          \(line(.card, "<a href=\"\(ui.path(.ownCard))\">\(ui("Compléter votre carte"))</a>"))
          \(line(.hello, "\(ui("Dire bonjour"))"))
          \(line(.firstAct, "<a href=\"\(ui.path(.questionList(.waiting)))\">\(ui("Dire « moi aussi » à une question, ou y répondre"))</a>"))
        </ul>
        \(if: !welcome.done.contains(.hello), "<form class=\"stack mt-3\" method=\"post\" action=\"\(ui.path(.sayHello))\">\(ui.formToken)\(Field(name: "bonjour", label: ui("Un mot aux autres"), hint: ui("Par exemple : d’où vous venez, ce qui vous amène."), refusal: model.refusal).input(model.hello, maxLength: 280, ui))<div class=\"btn-row\"><button class=\"btn\">\(ui("Dire bonjour"))</button></div></form>")
        <div class="mt-3">\(actButton(ui("Ranger ceci"), .putWelcomeAway, ui, style: .quiet))</div></section>
        """
}

/// For a host: those who have just come, and where they are.
private func hosted(_ welcomes: [Welcome], _ ui: Screen) -> HTML {
    if welcomes.isEmpty { return "" }
    return """
        <section aria-labelledby="accueillir"><h2 class="small-head mb-3" id="accueillir">\(ui("Vous accueillez"))</h2><ul class="stack">\(each: welcomes, { welcome in
            "<li>\(person(welcome.newcomer, ui))<p class=\"meta\">\(ui("%d geste sur trois, %@", "%d gestes sur trois, %@", welcome.done.count, ui.since(welcome.joinedAt)))</p></li>"
        })</ul></section>
        """
}
