import Markup
import Ruche

struct QuestionList {
    let filter: QuestionQueries.Filter
    let questions: [QuestionOnList]
    let next: QuestionQueries.Mark?
    let isFirst: Bool
    let topics: [Topic]
    /// Those that the reader may look over, or wrote.
    let cases: [ProposedCase]
    /// What stands first, on the first page of all.
    let pins: [Pin]
    /// Those that hold something new to the reader.
    let unread: Set<Question.ID>

    /// The others, once each.
    var rows: [QuestionOnList] { questions.filter { question in !pins.contains { $0.question.id == question.id } } }
}

/// The questions of the community, the last active first.
func questionsPage(_ list: QuestionList, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Échanges"), at: .questions,
            """
            \(pageHead(ui("Échanges"), lede: ui("Ce que des collègues se demandent, et ce qui a marché ailleurs."), actions: "\(askButton(ui))<a class=\"btn\" href=\"\(ui.path(.newExchange))\">\(icon(.edit))\(ui("Écrire autre chose"))</a>"))
            \(waitingCases(list.cases, ui))
            \(filters(list, ui))
            \(if: !list.unread.isEmpty, "<div class=\"mt-3\">\(allReadButton(ui))</div>")
            \(pinnedSection(list.pins, unread: list.unread, ui))
            \(if: list.questions.isEmpty, noQuestions(list, ui), else: """
                <ul class="rows">\(each: list.rows, { questionRow($0, isUnread: list.unread.contains($0.id), ui) })</ul>
                \(pager(list, ui))
                """)
            """), ui)
}

func askButton(_ ui: Screen) -> HTML {
    "<a class=\"btn btn--primary btn--lg\" href=\"\(ui.path(.ask))\">\(icon(.plus))\(ui("Poser une question"))</a>"
}

private func filters(_ list: QuestionList, _ ui: Screen) -> HTML {
    let choices: [(QuestionQueries.Filter, String)] = [
        (.all, ui("Tous")), (.waiting, ui("En attente")), (.unanswered, ui("Sans réponse")),
        (.applied, ui("Appliquées")), (.mine, ui("Les miens")),
    ]
    return """
        <nav class="tabs" aria-label="\(ui("Filtrer les échanges"))">\(each: choices, { choice, label in
            "<a href=\"\(ui.path(.questionList(choice)))\"\(attribute: "aria-current", choice == list.filter ? "page" : nil)>\(label)</a>"
        })</nav>
        <p class="cluster mt-3">\(each: Question.Kind.allCases, { kind in
            "<a class=\"topic\" href=\"\(ui.path(.questionList(.kind(kind))))\"\(attribute: "aria-current", list.filter == .kind(kind) ? "true" : nil)>\(ui.plural(of: kind))</a>"
        })</p>
        \(if: !list.topics.isEmpty, """
            <details class="more mt-3"><summary>\(ui("Par sujet"))</summary><p class="cluster mt-3">\(each: list.topics, { topicLink($0, ui) })</p><p class="mt-3"><a class="link" href="\(ui.path(.topics))">\(ui("Tous les sujets, et ceux que vous suivez"))</a></p></details>
            """)
        """
}

/// Something there is new to the reader.
func newMark(_ ui: Screen) -> HTML { " <span class=\"status status--waiting\">\(ui("Nouveau"))</span>" }

func topicLink(_ topic: Topic, _ ui: Screen) -> HTML {
    if ui.member?.role == .guest { return "<span class=\"topic\">\(topic.name)</span>" }
    return "<a class=\"topic\" href=\"\(ui.path(.topic(topic.id)))\">\(topic.name)</a>"
}

private func noQuestions(_ list: QuestionList, _ ui: Screen) -> HTML {
    switch list.filter {
    case .all:
        emptyState(
            ui("La première question est la plus utile"),
            ui(
                "Une communauté commence le jour où quelqu’un écrit ce qui le bloque. Une situation récente suffit, trois lignes aussi."
            ),
            id: "vide",
            "<a class=\"btn btn--primary\" href=\"\(ui.path(.ask))\">\(ui("Poser la première question"))</a>")
    case .waiting, .unanswered:
        emptyState(
            ui("Tout le monde a reçu une réponse"),
            ui("Aucune question n’attend. Belle journée, ou bon repos si vous sortez de nuit."), id: "vide",
            "<a class=\"btn\" href=\"\(ui.path(.questions))\">\(ui("Lire les dernières solutions"))</a>")
    case .mine, .topic, .objective, .need, .author, .applied, .kind:
        emptyState(
            ui("Aucun échange ici pour l’instant"),
            ui("Ils viendront de la pratique : écrivez ce qui vous occupe aujourd’hui."), id: "vide",
            "<a class=\"btn\" href=\"\(ui.path(list.filter.kind.map { .newExchange($0) } ?? .ask))\">\(ui("Écrire"))</a>"
        )
    }
}

func questionRow(_ question: QuestionOnList, isUnread: Bool = false, _ ui: Screen) -> HTML {
    """
    <li class="ask">
      <h2 class="ask__title"><a href="\(ui.path(.question(question.id)))">\(question.title)</a>\(if: isUnread, newMark(ui))</h2>
      <p class="ask__by">\(avatar(of: question.author, isSmall: true))<span>\(byline(question, ui)) \(status(question, ui))</span></p>
      \(if: !question.topics.isEmpty, "<p class=\"cluster\">\(each: question.topics, { topicLink($0, ui) })</p>")
    </li>
    """
}

/// "Fatou Diagne, cadre de santé, dimanche."
func byline(_ question: QuestionOnList, _ ui: Screen) -> String {
    let author = question.author
    let trade = author.isNameless ? nil : author.profession.map { ui.name(of: $0) }
    let who = [ui.name(of: author), trade].compactMap { $0 }
    // A case says no day: with a place, it could tell who the patient is.
    let when = question.kind == .clinicalCase ? ui.month(question.askedAt) : ui.relative(question.askedAt)
    return ui("%@, %@.", who.joined(separator: ", "), when)
}

extension QuestionQueries.Filter {
    fileprivate var kind: Question.Kind? { if case .kind(let kind) = self { kind } else { nil } }
}

/// What an exchange other than a question is, and where it stands.
private func statusOfExchange(_ exchange: QuestionOnList, _ ui: Screen) -> HTML {
    let replies = exchange.replies == 0 ? nil : ui("%d réponse", "%d réponses", exchange.replies)
    let became = exchange.became.map { ui("suite : %@", ui.name(of: $0).lowercasedFirst) }
    let advised = exchange.kind == .clinicalCase && exchange.resolvedAt != nil ? ui("avis reçus") : nil
    let words = [ui.name(of: exchange.kind), replies, became ?? advised].compactMap { $0 }
    return "<span class=\"status\">\(icon(exchange.kind.icon))\(words.joined(separator: ", "))</span>"
}

/// Where a question stands: solved in how long, or since when it waits.
func status(_ question: QuestionOnList, _ ui: Screen) -> HTML {
    if question.kind != .question { return statusOfExchange(question, ui) }
    if question.appliedAt != nil || question.resolvedAt != nil {
        return solved(question.resolvedAt == nil ? nil : question.timeToSolution, question.appliedAt != nil, ui)
    }
    if question.closedAt != nil { return "<span class=\"status\">\(ui("N’attend plus"))</span>" }
    if question.answeredAt == nil {
        return "<span class=\"status status--waiting\">\(ui("Sans réponse %@", ui.since(question.askedAt)))</span>"
    }
    let replies = ui("%d réponse", "%d réponses", question.replies)
    if question.usefulAt != nil {
        return "<span class=\"status status--solved\">\(icon(.check))\(ui("%@, une jugée utile", replies))</span>"
    }
    return "<span class=\"status\">\(ui("%@, pas encore de solution", replies))</span>"
}

/// In how long, where its author said that it is; and whether it was put to use.
func solved(_ time: Duration?, _ isApplied: Bool, _ ui: Screen) -> HTML {
    let words = [time.map { ui("Solution trouvée en %@", ui.duration($0)) }, isApplied ? ui("Appliquée") : nil]
    return
        "\(join: words.compactMap { $0 }, " ", { "<span class=\"status status--solved\">\(icon(.done))\($0)</span>" })"
}

private func pager(_ list: QuestionList, _ ui: Screen) -> HTML {
    guard list.next != nil || !list.isFirst else { return "" }
    let base = ui.path(.questionList(list.filter))
    let next = list.next.map { base + (base.contains("?") ? "&" : "?") + "apres=" + $0.text }
    return """
        <nav class="pager mt-5" aria-label="\(ui("Pages d’échanges"))"><span class="btn-row">
        \(if: !list.isFirst, "<a class=\"btn\" href=\"\(base)\">\(ui("Revenir au début"))</a>")
        \(some: next, { "<a class=\"btn\" href=\"\($0)\">\(ui("Échanges plus anciens"))\(icon(.right))</a>" })
        </span></nav>
        """
}

/// The way to a question. A guest was invited to it alone.
func crumbs(to question: Question, _ ui: Screen) -> HTML {
    let list: [(label: String, link: Link)] = ui.isMember ? [(ui("Échanges"), .questions)] : []
    let title = question.deletedAt == nil ? question.title : ui("Question retirée")
    return crumbs(list + [(title, .question(question.id))], ui)
}

/// A fragment: what resembles the title being typed.
func similarList(_ questions: [QuestionOnList], _ ui: Screen) -> HTML {
    if questions.isEmpty { return "" }
    return """
        <ul class="rows rows--open rows--tight">\(each: questions, { question in
            """
            <li><a class="link" href="\(ui.path(.question(question.id)))">\(question.title)</a><p class="meta">\(status(question, ui))</p></li>
            """
        })</ul>
        """
}

/// Every state of a text, the newest first, each compared with the one before.
func versionsPage(_ question: Question, _ versions: [PostVersion], of post: Post, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Historique"), at: .questions,
            """
            \(crumbs(to: question, ui))
            \(pageHead(ui("Historique du texte"), lede: ui("Ce qui a changé, d’une version à l’autre. Rien n’est caché."))) 
            \(versionList(versions, ui))
            """), ui)
}

/// Each state of a text beside the one before, the last first.
func versionList(_ versions: [PostVersion], _ ui: Screen) -> HTML {
    let pairs = zip(versions, [nil] + versions.dropLast().map { Optional($0) }).reversed()
    return """
        <ol class="stack stack--l">\(each: pairs, { version, before in versionEntry(version, before, ui) })</ol>
        """
}

private func versionEntry(_ version: PostVersion, _ before: PostVersion?, _ ui: Screen) -> HTML {
    // What was not kept of the one cannot be compared with the other.
    let areWhole = version.details != nil && before.map { $0.details != nil } ?? true
    func text(_ version: PostVersion) -> String {
        let details = areWhole ? version.details.map { ui.lines(of: $0).joined(separator: "\n") } ?? "" : ""
        return [version.title, version.body, details].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    let changes: HTML = before.map { WordDiff(from: text($0), to: text(version)).html } ?? HTML(text: text(version))
    return """
        <li class="card"><h2 class="small-head">\(version.author.map { ui("%@, %@", $0, ui.dateTime(version.writtenAt)) } ?? ui.dateTime(version.writtenAt))</h2>\(if: !version.reason.isEmpty, "<p class=\"said mt-2\">\(version.reason)</p>")<div class="prose prose--kept mt-3">\(changes)</div></li>
        """
}

extension Screen {
    /// What a post said beside its text, line by line.
    fileprivate func lines(of details: PostDetails) -> [String] {
        var draft = QuestionDraft()
        (draft.setting, draft.moment) = (details.setting ?? "", details.moment ?? "")
        (draft.constraints, draft.neededBy) = (details.constraints ?? "", details.neededBy ?? "")
        (draft.sought, draft.isUrgent) = (details.sought ?? [], details.isUrgent ?? false)
        draft.topics = (details.topics ?? []).joined(separator: ", ")
        return [
            details.atOurs.map { self("Chez moi : %@", $0) },
            details.knowledge.flatMap { Reply.Knowledge(rawValue: $0) }.map { name(of: $0) },
            details.tried.map { self("%@ : %@", self("Déjà essayé"), $0) },
        ].compactMap { $0 } + lines(of: draft, objective: nil).map { self("%@ : %@", $0.label, $0.words) }
    }
}
