import Markup
import Ruche

func decisionsPage(_ list: [Decision], _ ui: Screen) -> HTML {
    let propose: HTML =
        "<a class=\"btn btn--primary\" href=\"\(ui.path(.newDecision))\">\(icon(.plus))\(ui("Proposer"))</a>"
    return page(
        Page(
            ui("Décisions"), at: .objectives,
            """
            \(pageHead(ui("Décisions"), lede: ui("Par consentement : on avance quand personne n’a d’objection raisonnée. Une voix chacun, animation comprise."), actions: list.isEmpty ? "" : propose))
            \(if: list.isEmpty, emptyState(ui("Rien à décider pour l’instant"), ui("Une règle, un objectif, la charte : ce qui engage chacun se propose ici."), id: "vide", propose), else: """
                <ul class="rows">\(each: list, { "<li class=\"ask\"><h2 class=\"ask__title\"><a href=\"\(ui.path(.decision($0.id)))\">\($0.sentence)</a></h2><p class=\"meta\">\(ui.name(of: $0))</p></li>" })</ul>
                """)
            """), ui)
}

extension Screen {
    /// Where a decision stands.
    func name(of decision: Decision) -> String {
        switch decision.outcome {
        case .adopted:
            self(
                "Adoptée %@, à relire le %@", relative(decision.concludedAt ?? decision.openedAt),
                date(decision.reviewAt))
        case .noQuorum: self("Pas adoptée : trop peu de réponses")
        case .objected: self("Pas adoptée : une objection demeure")
        case .toMeeting: self("Bloquée : on en parle en rencontre")
        case nil where decision.closesAt <= now: self("Le temps de réponse est passé : à conclure")
        case nil: self("Réponses jusqu’au %@", date(decision.closesAt))
        }
    }

    func name(of stance: Stance) -> String {
        switch stance {
        case .agree: self("Accord")
        case .abstain: self("Abstention")
        case .object: self("Objection")
        case .block: self("Blocage")
        }
    }

    func detail(of stance: Stance) -> String {
        switch stance {
        case .agree: self("Je peux vivre avec")
        case .abstain: self("Je laisse le groupe décider")
        case .object: self("Il faut reformuler, voici pourquoi")
        case .block: self("Il faut d’abord en parler ensemble")
        }
    }
}

func decisionPage(_ model: DecisionOnPage, _ refusal: Refusal?, _ typed: Form, _ ui: Screen) -> HTML {
    let decision = model.decision
    let own = model.answers.first { $0.author.id == ui.member?.id }
    let canAnswer = decision.isOpen && decision.closesAt > ui.now
    let needsRewording =
        model.answers.contains { $0.stance == .object } && !model.answers.contains { $0.stance == .block }
        && decision.round == 1
    return page(
        Page(
            decision.sentence, at: .objectives,
            """
            \(crumbs([(ui("Décisions"), .decisions)], ui))
            \(pageHead(decision.sentence, eyebrow: decision.round > 1 ? ui("Proposition reformulée") : ui("Proposition"), lede: ui.name(of: decision)))
            <div class="cols"><div class="stack stack--xl">
              \(if: !decision.why.isEmpty, "<section aria-labelledby=\"pourquoi\"><h2 id=\"pourquoi\">\(ui("Pourquoi"))</h2><p class=\"prose--kept mt-3\">\(decision.why)</p></section>")
              \(refusalNote(refusal, fields: ["raison", "proposition"], ui))
              \(if: canAnswer, answerForm(model, own, refusal, typed, ui))
              <section aria-labelledby="reponses"><h2 id="reponses">\(ui("%d réponse", "%d réponses", model.answers.count))</h2>
              \(if: own == nil && decision.isOpen, "<p class=\"muted mt-3\">\(ui("Vous verrez les réponses des autres après avoir donné la vôtre."))</p>", else: "<ul class=\"rows mt-3\">\(each: model.answers, { "<li>\(person($0.author, ui))<p class=\"mt-2\"><strong>\(ui.name(of: $0.stance))</strong>\(if: !$0.reason.isEmpty, " : \($0.reason)")</p></li>" })</ul>")</section>
            </div><aside class="stack stack--l" aria-label="\(ui("La règle"))">
              <section class="card" aria-labelledby="regle"><h2 class="small-head" id="regle">\(ui("La règle"))</h2><p class="mt-2">\(ui("Adoptée si %d personnes au moins répondent et que personne n’objecte. Une objection ouvre une reformulation, un blocage une rencontre.", decision.quorum))</p><p class="meta mt-2">\(ui("%d réponse sur %@ membres.", "%d réponses sur %@ membres.", model.answers.count, String(model.members)))</p><p class="meta">\(ui("Proposé par %@. À relire le %@.", decision.author.name, ui.date(decision.reviewAt)))</p></section>
              \(if: decision.isOpen, """
                <form class="stack" method="post" action="\(ui.path(.concludeDecision(decision.id)))">\(ui.formToken)\(if: needsRewording, Field(name: "proposition", label: ui("La proposition, reformulée"), refusal: refusal).textarea(typed["proposition"].isEmpty ? decision.sentence : typed["proposition"], rows: 3, ui))<button class="btn btn--block">\(needsRewording ? ui("Reformuler et redemander") : ui("Conclure"))</button></form>
                """)
            </aside></div>
            """), ui)
}

private func answerForm(_ model: DecisionOnPage, _ own: Ruche.Answer?, _ refusal: Refusal?, _ typed: Form, _ ui: Screen)
    -> HTML
{
    let chosen = typed["avis"].isEmpty ? own?.stance.rawValue : typed["avis"]
    return """
        <form class="stack" method="post" action="\(ui.path(.answerDecision(model.decision.id)))">\(ui.formToken)
        <fieldset><legend class="label">\(own == nil ? ui("Votre avis") : ui("Changer votre avis"))</legend><div class="choices choices--2 mt-2">\(each: Stance.allCases, { choiceCard("radio", name: "avis", value: $0.rawValue, isOn: chosen == $0.rawValue, ui.name(of: $0), ui.detail(of: $0)) })</div></fieldset>
        \(Field(name: "raison", label: ui("Pourquoi"), hint: ui("Nécessaire pour une objection ou un blocage."), isOptional: true, refusal: refusal).textarea(typed["raison"].isEmpty ? own?.reason ?? "" : typed["raison"], rows: 2, ui))
        <div class="btn-row"><button class="btn btn--primary">\(ui("Donner mon avis"))</button></div></form>
        """
}

func decisionFormPage(_ draft: DecisionDraft, _ refusal: Refusal?, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Proposer une décision"), at: .objectives,
            """
            \(crumbs([(ui("Décisions"), .decisions)], ui))
            \(pageHead(ui("Proposer une décision"), lede: ui("Une phrase que chacun puisse accepter, même si elle n’est pas sa préférée.")))
            <form class="stack stack--l narrow" method="post" action="\(ui.path(.decisions))">
              \(ui.formToken)<input type="hidden" name="sur" value="\(draft.about.rawValue)"><input type="hidden" name="objet" value="\(draft.object.map(String.init) ?? "")">
              \(refusalNote(refusal, fields: ["proposition", "jours", "relire"], ui))
              \(Field(name: "proposition", label: ui("La proposition, en une phrase"), refusal: refusal).textarea(draft.sentence, rows: 2, style: "textarea input--title", ui))
              \(Field(name: "pourquoi", label: ui("Pourquoi"), isOptional: true, refusal: refusal).textarea(draft.why, rows: 3, ui))
              <div class="grid-3">\(Field(name: "jours", label: ui("Jours pour répondre"), refusal: refusal).input(String(draft.days), type: "number", ui))\(Field(name: "quorum", label: ui("Quorum"), hint: ui("0 : la moitié des membres, douze au plus.")).input(String(draft.quorum), type: "number", ui))\(Field(name: "relire", label: ui("À relire dans (mois)"), refusal: refusal).input(String(draft.reviewMonths), type: "number", ui))</div>
              <div class="btn-row"><button class="btn btn--primary">\(ui("Soumettre à l’accord des membres"))</button><a class="btn btn--quiet" href="\(ui.path(.decisions))">\(ui("Renoncer"))</a></div>
            </form>
            """), ui)
}
