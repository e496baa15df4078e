import Markup
import Measures
import Ruche

func surveysPage(_ surveys: [Survey], _ ui: Screen) -> HTML {
    let begin: HTML =
        ui.isPreparing
        ? "<form method=\"post\" action=\"\(ui.path(.surveys))\">\(ui.formToken)<button class=\"btn btn--primary\">\(icon(.plus))\(ui("Préparer une enquête de besoins"))</button></form>"
        : ""
    return page(
        Page(
            ui("Enquêtes"), at: .objectives,
            """
            \(crumbs([(ui("Objectifs"), .objectives), (ui("Besoins"), .needs)], ui))
            \(pageHead(ui("Enquêtes"), lede: ui("Quelques questions envoyées par un lien. On répond sans compte et sans nom, et chacun lit ce qui en est sorti."), actions: surveys.isEmpty ? "" : begin))
            \(if: surveys.isEmpty, emptyState(ui("Aucune enquête encore"), ui("Six questions sont déjà écrites : vous les changez, puis vous envoyez un lien. Cinq minutes suffisent à qui répond."), id: "vide", begin), else: "<ul class=\"rows\">\(each: surveys, { row($0, ui) })</ul>")
            """), ui)
}

private func row(_ survey: Survey, _ ui: Screen) -> HTML {
    """
    <li class="ask"><h2 class="ask__title"><a href="\(ui.path(.survey(survey.id)))">\(survey.title)</a></h2><p class="meta">\(survey.round.rawValue), \(ui.state(of: survey))</p></li>
    """
}

extension Screen {
    /// "ouverte mardi 3 novembre, 12 réponses"
    func state(of survey: Survey) -> String {
        let sheets = self("%d réponse", "%d réponses", survey.sheets)
        switch survey.state {
        case .draft: return self("en préparation")
        case .open: return self("ouverte %@, %@", survey.openedAt.map { relative($0) } ?? "", sheets)
        case .closed: return self("close %@, %@", survey.closedAt.map { relative($0) } ?? "", sheets)
        }
    }

    func name(of kind: SurveyQuestion.Kind) -> String {
        switch kind {
        case .open: self("Réponse libre")
        case .choice: self("Un choix dans une liste")
        case .scale: self("De 1, pas du tout, à 5, tout à fait")
        }
    }

    var surveyTitle: String { self("De quoi avons-nous besoin ?") }

    var surveyIntro: String {
        self(
            "Six questions, cinq minutes, sans nom. Vos réponses servent à choisir ce dont nous parlerons entre collègues. Aucun élément sur un patient, s’il vous plaît."
        )
    }

    /// What a beginner sends as it is: what blocks, whom one asks today, what one could give.
    var surveyQuestions: [SurveyQuestionDraft] {
        [
            .init(
                .open, self("La dernière fois que vous êtes resté sans solution au travail, de quoi s’agissait-il ?")),
            .init(.scale, self("Quand une question me bloque, je trouve vite quelqu’un qui l’a déjà vécue.")),
            .init(
                .choice, self("Vers qui vous tournez-vous aujourd’hui ?"),
                options: [
                    self("Un collègue du service"), self("Quelqu’un d’un autre établissement"),
                    self("Un document ou un site"), self("Personne, je me débrouille"),
                ].joined(separator: "\n")),
            .init(.open, self("Quelle question poseriez-vous à des collègues d’ailleurs ?")),
            .init(
                .choice, self("Combien de temps par mois pourriez-vous y passer ?"),
                options: [
                    self("Une demi-heure"), self("Une à deux heures"), self("Plus de deux heures"),
                    self("Aucun pour l’instant"),
                ].joined(separator: "\n")),
            .init(.open, self("Sur quoi pourriez-vous aider les autres ?")),
        ]
    }
}

func surveyPage(_ model: SurveyOnPage, _ form: SurveyForm, _ ui: Screen) -> HTML {
    let survey = model.survey
    let content: HTML =
        switch survey.state {
        case .draft where ui.isPreparing: editing(model, form, ui)
        case .draft: "<p class=\"muted\">\(ui("Cette enquête est en préparation."))</p>"
        case .open: running(model, form, ui)
        case .closed: closed(model, ui)
        }
    return page(
        Page(
            survey.title, at: .objectives,
            """
            \(crumbs([(ui("Besoins"), .needs), (ui("Enquêtes"), .surveys)], ui))
            \(pageHead(survey.title, eyebrow: "\(survey.round.rawValue), \(ui.state(of: survey))", lede: survey.intro.line(limit: 400)))
            \(content)
            """), ui)
}

private func editing(_ model: SurveyOnPage, _ form: SurveyForm, _ ui: Screen) -> HTML {
    let blank = [SurveyQuestionDraft(.open, ""), SurveyQuestionDraft(.open, "")]
    let drafts = Array((form.questions + blank).prefix(SurveyActs.questionsAtMost))
    return """
        <div class="cols"><form class="stack stack--l" method="post" action="\(ui.path(.survey(model.survey.id)))">
          \(ui.formToken)<input type="hidden" name="version" value="\(form.version)">
          \(if: form.isConflict, "<div class=\"note note--honey\" role=\"alert\" tabindex=\"-1\" id=\"alerte\">\(icon(.alert))<p>\(ui("Quelqu’un a gardé cette enquête pendant que vous écriviez. Votre texte est ci-dessous : gardez-le, ou rouvrez la page pour lire le sien."))</p></div>")
          \(Field(name: "titre", label: ui("Titre"), refusal: form.refusal).input(form.title, maxLength: 120, ui))
          \(Field(name: "intro", label: ui("Ce qui présente l’enquête"), isOptional: true, refusal: form.refusal).textarea(form.intro, rows: 3, ui))
          \(each: Array(drafts.enumerated()), { questionFields($0.offset + 1, $0.element, form.refusal, ui) })
          <div class="btn-row"><button class="btn btn--primary">\(ui("Garder les questions"))</button></div>
        </form>
        <aside class="stack stack--l" aria-label="\(ui("Envoyer l’enquête"))"><section class="card" aria-labelledby="envoyer"><h2 class="small-head" id="envoyer">\(ui("Envoyer l’enquête"))</h2><p class="mt-2">\(ui("Gardez d’abord vos changements. Une fois ouverte, ses questions ne changent plus : dans six mois, on posera les mêmes."))</p><div class="mt-3">\(actButton(ui("Ouvrir l’enquête"), .openSurvey(model.survey.id), ui, style: .primary))</div></section>
        \(actButton(ui("Effacer cette enquête"), .removeSurvey(model.survey.id), ui, style: .quiet))</aside></div>
        """
}

private func questionFields(_ number: Int, _ draft: SurveyQuestionDraft, _ refusal: Refusal?, _ ui: Screen) -> HTML {
    let kinds = SurveyQuestion.Kind.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }
    return """
        <fieldset class="card"><legend class="small-head">\(ui("Question %d", number))</legend><div class="stack mt-2">
          \(Field(name: "question-\(number)", label: ui("La question"), hint: draft.text.isEmpty ? ui("Laissée vide, elle n’est pas gardée.") : nil, refusal: refusal).textarea(draft.text, rows: 2, ui))
          \(Field(name: "genre-\(number)", label: ui("On y répond par")).select(draft.kind.rawValue, kinds, ui))
          <details class="more"\(flag: "open", draft.kind == .choice)><summary>\(ui("Les réponses proposées"))</summary><div class="mt-2">\(Field(name: "choix-\(number)", label: ui("Réponses, une par ligne"), hint: ui("Pour un choix dans une liste."), isOptional: true, refusal: refusal).textarea(draft.options, rows: 3, ui))</div></details>
        </div></fieldset>
        """
}

private func running(_ model: SurveyOnPage, _ form: SurveyForm, _ ui: Screen) -> HTML {
    let address = model.address + Link.surveySheet(model.survey.token ?? "").path(in: nil)
    return """
        <div class="stack stack--l narrow">
          <section aria-labelledby="lien"><h2 id="lien">\(ui("Le lien à envoyer"))</h2><p class="mt-3"><code class="wrap">\(address)</code></p><p class="hint mt-2">\(ui("Par courriel, sur une affiche, en réunion. Qui l’a peut répondre, sans compte."))</p></section>
          <p>\(model.survey.sheets < smallestShownCell ? ui("Les résultats se lisent à partir de cinq réponses : %d aujourd’hui.", model.survey.sheets) : ui("Les résultats se lisent à la clôture, par tous et par le même lien."))</p>
          \(if: ui.isPreparing, """
            <form class="stack" method="post" action="\(ui.path(.closeSurvey(model.survey.id)))">\(ui.formToken)\(Field(name: "retour", label: ui("Ce que vous en retenez"), hint: ui("Publié avec les résultats : ceux qui ont répondu le liront par le même lien."), refusal: form.refusal).textarea(form.words, rows: 3, ui))<div class="btn-row"><button class="btn btn--primary">\(ui("Clore, et rendre les résultats"))</button></div></form>
            """)
        </div>
        """
}

private func closed(_ model: SurveyOnPage, _ ui: Screen) -> HTML {
    let survey = model.survey
    let mayAskAgain =
        ui.isPreparing && model.isLatest && survey.askableAgainAt.map { $0 <= ui.now } == true
    return """
        <div class="stack stack--xl">
          \(returned(survey, ui))
          \(surveyResults(model.results, sheets: survey.sheets, needLinks: true, ui))
          \(if: model.rounds.count > 1, compared(model, ui))
          \(if: mayAskAgain, "<div>\(actButton(ui("Poser les mêmes questions (%@)", survey.round.next.rawValue), .askAgain(survey.id), ui))</div>")
          \(if: !mayAskAgain && ui.isPreparing && model.isLatest, "<p class=\"meta\">\(ui("Les mêmes questions pourront être posées à partir du %@.", survey.askableAgainAt.map { ui.date($0) } ?? ""))</p>")
        </div>
        """
}

/// What the group keeps of it; a survey that ended with its community has no such words.
private func returned(_ survey: Survey, _ ui: Screen) -> HTML {
    if survey.returnWords.isEmpty { return "<p class=\"muted\">\(ui("Elle s’est close avec la communauté."))</p>" }
    return
        "<figure class=\"verbatim\"><p>\(survey.returnWords)</p><figcaption>\(ui("Ce que le groupe en retient"))</figcaption></figure>"
}

/// What came back, question by question: to members, and to whoever has the link.
func surveyResults(_ results: [SurveyResult], sheets: Int, needLinks: Bool, _ ui: Screen) -> HTML {
    if sheets < smallestShownCell {
        return
            "<p class=\"note\">\(icon(.info))\(ui("Moins de cinq réponses : les montrer désignerait quelqu’un. Elles sont comptées, pas affichées."))</p>"
    }
    return """
        <div class="stack stack--xl">\(each: Array(results.enumerated()), { entry in
            let (number, result) = (entry.offset + 1, entry.element)
            let body = result.isTold ? resultBody(result, needLinks: needLinks, ui) : HTML("")
            let told = result.isTold ? ui("%d réponse", "%d réponses", result.answered) : ui("Moins de cinq personnes ont répondu à cette question : ce qu’elles ont dit n’est pas montré.")
            return "<section aria-labelledby=\"q\(number)\"><h2 id=\"q\(number)\">\(result.question.text)</h2><p class=\"meta mt-2\">\(told)</p>\(body)</section>"
        })</div>
        """
}

private func resultBody(_ result: SurveyResult, needLinks: Bool, _ ui: Screen) -> HTML {
    switch result.question.kind {
    case .open:
        let canTell = needLinks && ui.isMember
        return """
            <ul class="rows rows--tight mt-3">\(each: result.words, { words in
                "<li class=\"spread\"><p class=\"prose--kept\">\(words)</p>\(if: canTell, "<a class=\"btn btn--quiet\" href=\"\(ui.path(.needs))?besoin=\(piece: words)\">\(ui("En faire un besoin"))</a>")</li>"
            })</ul>
            """
    case .choice: return choiceBody(result, ui)
    case .scale: return scaleBody(result, ui)
    }
}

/// The answers of a choice, with what may be told of each.
private func choiceBody(_ result: SurveyResult, _ ui: Screen) -> HTML {
    let isHiding = result.counts.contains(nil)
    var rows = zip(result.question.options, result.counts).map { name, count in
        (name: name, text: count.map { ui.words.number($0) } ?? ui("non montré"))
    }
    let shown = result.counts.compactMap { $0 }.reduce(0, +)
    if isHiding, shown > 0 {
        rows.append((ui("Celles qui ne sont pas montrées, ensemble"), ui.words.number(result.answered - shown)))
    }
    let leading = result.leading.flatMap { result.question.options.indices.contains($0) ? $0 : nil }
        .map { result.question.options[$0] }
    return """
        \(if: isHiding, "\(some: leading, { "<p class=\"mt-3\">\(ui("La réponse la plus donnée : %@.", $0))</p>" })")\(countTable(result, rows, ui))
        \(if: isHiding, "<p class=\"hint mt-2\">\(ui("Un nombre n’est pas montré quand il est plus petit que cinq, ou quand il en ferait deviner un plus petit que cinq."))</p>")
        """
}

/// The mean of a scale, and its answers in groups of five people at least.
private func scaleBody(_ result: SurveyResult, _ ui: Screen) -> HTML {
    let rows = result.groups.map { group in
        let (low, high) = (group.answers.lowerBound, group.answers.upperBound)
        return (
            name: low == high ? String(low) : ui("de %@ à %@", String(low), String(high)),
            text: ui.words.number(group.count)
        )
    }
    return """
        \(some: result.mean, { "<p class=\"mt-3\">\(ui("En moyenne %@, de 1, pas du tout, à 5, tout à fait.", ui.words.number($0)))</p>" })
        \(if: rows.count > 1, "\(countTable(result, rows, ui))\(if: rows.count < 5, "<p class=\"hint mt-2\">\(ui("Les réponses voisines sont réunies, pour que cinq personnes au moins soient derrière chaque nombre."))</p>")")
        """
}

private func countTable(_ result: SurveyResult, _ rows: [(name: String, text: String)], _ ui: Screen) -> HTML {
    """
    <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", result.question.text, ui("Tableau")))"><table class="table"><thead><tr><th scope="col">\(ui("Réponse"))</th><th scope="col" class="num">\(ui("Personnes"))</th></tr></thead><tbody>\(each: rows, { "<tr><th scope=\"row\">\($0.name)</th><td class=\"num\">\($0.text)</td></tr>" })</tbody></table></div>
    """
}

/// The same questions at each round, side by side.
private func compared(_ model: SurveyOnPage, _ ui: Screen) -> HTML {
    let scales = model.questions.indices.filter { model.questions[$0].kind == .scale }
    if scales.isEmpty { return "" }
    let title = ui("D’une mesure à l’autre")
    return """
        <section aria-labelledby="mesures"><h2 id="mesures">\(title)</h2><p class="meta mt-2">\(ui("La moyenne, de 1 à 5, et la part des réponses 4 et 5 quand elle peut être montrée. Les personnes ne sont pas les mêmes : l’écart ne dit pas pourquoi."))</p>
        <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", title, ui("Tableau")))"><table class="table"><thead><tr><th scope="col">\(ui("Question"))</th>\(each: model.rounds, { "<th scope=\"col\" class=\"num\">\($0.survey.round.rawValue)</th>" })</tr></thead><tbody>\(each: scales, { index in
            "<tr><th scope=\"row\">\(model.questions[index].text)</th>\(each: model.rounds, { favourable($0.results, index, ui) })</tr>"
        })</tbody></table></div></section>
        """
}

private func favourable(_ results: [SurveyResult], _ index: Int, _ ui: Screen) -> HTML {
    let result = results.indices.contains(index) ? results[index] : nil
    let told = [result?.mean.map { ui.words.number($0) }, result?.favourable.map { ui.words.percent($0) }]
    let text = told.compactMap { $0 }.joined(separator: ", ")
    return "<td class=\"num\">\(text.isEmpty ? ui("non montré") : text)</td>"
}

/// What the link opens: the questions, nothing else.
func sheetPage(_ sheet: SurveySheet, _ form: SheetForm, _ ui: Screen) -> HTML {
    if sheet.survey.state == .closed {
        return barePage(
            sheet.survey.title,
            """
            <div class="narrow stack stack--xl"><div><p class="eyebrow">\(sheet.community)</p><h1>\(sheet.survey.title)</h1><p class="lede mt-2">\(ui("L’enquête est close. Merci à ceux qui ont répondu : voici ce qui en est sorti."))</p></div>
            \(returned(sheet.survey, ui))
            \(surveyResults(sheet.results, sheets: sheet.survey.sheets, needLinks: false, ui))</div>
            """, ui)
    }
    return barePage(
        sheet.survey.title,
        """
        <div class="narrow stack stack--l"><div><p class="eyebrow">\(sheet.community)</p><h1>\(sheet.survey.title)</h1>\(if: !sheet.survey.intro.isEmpty, "<p class=\"lede mt-2 prose--kept\">\(sheet.survey.intro)</p>")</div>
        <form class="stack stack--l" method="post" action="\(ui.path(.surveySheet(sheet.survey.token ?? "")))">\(ui.formToken)
          \(some: form.wall, { guardWall($0, at: sheet.questions.first { $0.kind == .open }.map { "q\($0.id)" } ?? "texte", ui) })\(refusalNote(form.refusal, fields: Set(sheet.questions.map { "q\($0.id)" }), ui))
          \(each: sheet.questions, { questionField($0, form, ui) })
          <p class="hint">\(ui("Ni votre nom, ni votre adresse, ni l’heure ne sont gardés. Les résultats se liront par ce même lien."))</p>
          <div class="btn-row"><button class="btn btn--primary btn--lg">\(ui("Envoyer mes réponses"))</button></div>
        </form></div>
        """, ui)
}

private func questionField(_ question: SurveyQuestion, _ form: SheetForm, _ ui: Screen) -> HTML {
    let (name, value) = ("q\(question.id)", form.answers[question.id] ?? "")
    if question.kind == .open {
        return Field(name: name, label: question.text, isOptional: true, refusal: form.refusal).textarea(
            value, rows: 3, ui)
    }
    let options =
        question.kind == .scale
        ? (1...5).map { $0 == 1 ? ui("1, pas du tout") : $0 == 5 ? ui("5, tout à fait") : String($0) }
        : question.options
    return """
        <fieldset><legend class="field__label">\(question.text)</legend><div class="\(if: question.kind == .scale, "cluster", else: "choices") mt-2">\(each: Array(options.enumerated()), { entry in
            "<label class=\"choice\"><input type=\"radio\" name=\"\(name)\" value=\"\(entry.offset)\"\(flag: "checked", value == String(entry.offset))><span class=\"choice__text\">\(entry.element)</span></label>"
        })</div></fieldset>
        """
}

func thanksPage(_ sheet: SurveySheet, _ ui: Screen) -> HTML {
    barePage(
        ui("Merci"),
        """
        <div class="narrow stack stack--l"><h1>\(ui("Merci"))</h1><p class="lede">\(ui("Vos réponses sont arrivées, sans votre nom. Gardez ce lien : les résultats s’y liront à la clôture."))</p></div>
        """, ui)
}
