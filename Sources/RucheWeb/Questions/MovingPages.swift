import Markup
import Ruche

struct MovingForm {
    let question: Question
    /// The other communities that the reader facilitates.
    let destinations: [(slug: String, name: String)]
    /// The last time that it was moved.
    var last: ThreadMove? = nil
    var kind = ""
    var community = ""
    var reason = ""
    var refusal: Refusal? = nil
}

/// Another form, or another community; each with its why.
func movingPage(_ form: MovingForm, _ ui: Screen) -> HTML {
    let question = form.question
    let isOwn = question.author.id == ui.member?.id
    let mayChangeForm = isOwn || question.kind != .question || !question.isOpen
    let kinds = Question.Kind.allCases.filter { $0 != .clinicalCase && $0 != question.kind }
    let reason = Field(
        name: "raison", label: isOwn ? ui("Pourquoi") : ui("Pourquoi, pour son auteur et pour tous"), isOptional: isOwn,
        refusal: form.refusal
    ).input(form.reason, maxLength: 300, ui)
    return page(
        Page(
            ui("Déplacer l’échange"), at: .questions,
            """
            \(crumbs(to: question, ui))
            \(pageHead(ui("Déplacer l’échange"), lede: ui("Les réponses le suivent, son ancienne adresse mène à la nouvelle, et chacun voit qui l’a déplacé et pourquoi.")))
            <div class="narrow stack stack--xl">
            \(refusalNote(form.refusal, fields: ["forme", "communaute", "raison"], ui))
            \(if: !mayChangeForm, "<p class=\"note\">\(icon(.info))<span>\(ui("Cette question attend encore : son auteur seul peut en changer la forme. Écrivez-lui pour le proposer."))</span></p>", else: """
            <form class="stack" method="post" action="\(ui.path(.moveThread(question.id)))">\(ui.formToken)<input type="hidden" name="avant" value="\(question.kind.rawValue)"><h2>\(ui("Vers une autre forme"))</h2>\(some: form.refusal?.kind == .conflict ? form.last : nil, { moveNote([$0], ui) })
              \(Field(name: "forme", label: ui("C’est plutôt…"), refusal: form.refusal).select(form.kind, kinds.map { (value: $0.rawValue, label: ui.name(of: $0)) }, ui))
              \(reason)
              <div class="btn-row"><button class="btn btn--primary">\(ui("Changer de forme"))</button><a class="btn btn--quiet" href="\(ui.path(.question(question.id)))">\(ui("Renoncer"))</a></div></form>
            """)
            \(if: !form.destinations.isEmpty, """
                <form class="stack" method="post" action="\(ui.path(.moveThread(question.id)))">\(ui.formToken)<h2>\(ui("Vers une autre communauté"))</h2><p class="muted">\(ui("Chaque personne qui y a écrit doit être membre de l’autre communauté : son texte n’est montré à personne d’autre sans elle."))</p>
                  \(Field(name: "communaute", label: ui("Communauté"), refusal: form.refusal).select(form.community, form.destinations.map { (value: $0.slug, label: $0.name) }, ui))
                  \(Field(name: "raison-2", label: ui("Pourquoi, pour son auteur et pour tous"), refusal: form.refusal?.field == "raison" && !form.community.isEmpty ? form.refusal : nil, formName: "raison").input(form.reason, maxLength: 300, ui))
                  <div class="btn-row"><button class="btn">\(ui("L’y emmener"))</button></div></form>
                """)
            </div>
            """), ui)
}

/// In the place of a thread that was taken elsewhere, for who is not a member there.
/// - Parameters:
///   - away: where it is, for who may read it there and was about to move it too.
///   - typed: why they wanted to.
func departurePage(
    _ departure: ThreadDeparture, to away: MovedAway? = nil, typed: String = "", _ ui: Screen
) -> HTML {
    let when = ui.relative(departure.movedAt)
    let who =
        departure.mover.isEmpty
        ? ui("Emmené vers une autre communauté %@.", when)
        : ui("Emmené vers une autre communauté par %@ %@.", departure.mover, when)
    return page(
        Page(
            ui("Cet échange n’est plus ici"), at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions)], ui))
            \(pageHead(ui("Cet échange n’est plus ici"), lede: who))
            <div class="narrow stack">\(if: !departure.reason.isEmpty, "<p class=\"said\">\(departure.reason)</p>")<p>\(ui("Seuls les membres de cette communauté le lisent."))</p>\(if: !typed.isEmpty, "<p class=\"note\">\(icon(.info))\(ui("Rien d’autre n’a changé. Vous aviez écrit : « %@ »", typed))</p>")<div class="btn-row">\(some: away, { "<a class=\"btn btn--primary\" href=\"\(Link.question($0.question).path(in: $0.slug))\">\(ui("Le lire où il est"))</a>" })<a class="btn" href="\(ui.path(.questions))">\(ui("Tous les échanges"))</a></div></div>
            """), ui)
}

/// Above a thread that came from elsewhere.
func moveNote(_ moves: [ThreadMove], _ ui: Screen) -> HTML {
    guard let last = moves.first else { return "" }
    let what =
        last.fromCommunity.map {
            ui("Venu de « %@ », emmené ici par %@ %@.", $0, last.mover, ui.relative(last.movedAt))
        }
        ?? ui.became(last)
    return """
        <p class="meta">\(icon(.path))\(what)\(if: !last.reason.isEmpty, " \(ui("« %@ »", last.reason))")</p>
        """
}

extension Screen {
    /// "Question à l’origine, devenue une idée par Nadia Benhaddou hier."
    fileprivate func became(_ move: ThreadMove) -> String {
        let (from, to) = (name(of: move.fromKind), withArticle(move.toKind))
        return switch move.fromKind {
        case .question, .idea, .discussion, .information:
            self("%@ à l’origine, devenue %@ par %@ %@.", from, to, move.mover, relative(move.movedAt))
        case .experience, .clinicalCase:
            self("%@ à l’origine, devenu %@ par %@ %@.", from, to, move.mover, relative(move.movedAt))
        }
    }
}

extension Link {
    static func moveThread(_ id: Question.ID) -> Link { .inside("/questions/\(id)/deplacer") }
}
