import Calendaring
import Markup
import Ruche

/// The form of a step. When two people kept it at once, what is kept now stands beside what was typed.
func stepForm(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let step = model.step
    return """
        <form class="stack stack--l" method="post" action="\(ui.path(.step(step)))" data-autosave>
          \(ui.formToken)<input type="hidden" name="version" value="\(form.version)">
          \(if: form.isConflict, conflictNote(form.differences, ui))
          \(refusalNote(form.refusal, fields: Set(step.fields.map(\.rawValue)).union(listFields).union(["promesse", "fuseau", "territoire", "suivi-date", "suivi-preuves", "suivi-note"]), ui))
          \(each: step.fields, { field in "\(stepField(field, form, ui))\(if: field == .domain, domainRemarks(form.values[.domain] ?? "", ui))" })
          \(if: step == .group, coreChoices(model, form, ui) )
          \(if: step == .group, readinessList(form, ui))
          \(if: step == .meetings, rulesFields(model, form, ui))
          \(followUpFields(model, form, ui))
          <div class="btn-row"><button class="btn btn--primary">\(ui("Garder cette étape"))</button><a class="btn btn--quiet" href="\(ui.path(.launch))">\(ui("Revenir aux étapes"))</a><span class="meta" role="status" data-saved></span></div>
        </form>
        """
}

private let listFields: Set<String> = [
    "canal", "metier", "combien", "assez", "titre", "lien", "licence", "relecture", "indicateur", "definition",
    "source",
    "depart", "cible", "lecteur", "pour-le", "phrase", "duree", "jour", "quoi", "piece",
]

private func stepField(_ field: StepField, _ form: StepForm, _ ui: Screen) -> HTML {
    let value = form.values[field] ?? ""
    let control = Field(
        name: field.rawValue.replacing(" ", with: "-"), label: ui.label(of: field), hint: ui.hint(of: field),
        isOptional: true,
        refusal: form.refusal, formName: field.rawValue)
    switch field.kind {
    case .line, .hours: return control.input(value, ui)
    case .address: return control.input(value, type: "url", ui)
    case .number: return control.input(value, type: "number", ui)
    case .text: return control.textarea(value, rows: 3, ui)
    case .date: return control.input(value, type: "date", ui)
    case .time: return control.input(value, type: "time", ui)
    case .flag:
        return """
            <label class="choice"><input type="checkbox" name="\(field.rawValue)" value="yes"\(flag: "checked", !value.isEmpty)><span class="choice__text">\(ui.label(of: field))</span></label>
            """
    case .mode:
        let modes =
            [(value: "", label: ui("Non précisé"))]
            + Meeting.Mode.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }
        return control.select(value, modes, ui)
    }
}

/// Who looks after the step, until when, what shows that it was done.
private func followUpFields(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let followUp = form.followUp
    let people = model.people
    let isEmpty = followUp == StepFollowUpDraft()
    return """
        <details class="more"\(flag: "open", !isEmpty)><summary>\(ui("Qui s’en occupe, pour quand, et les traces"))</summary><div class="stack mt-4">
          <fieldset><legend class="label">\(ui("Qui s’en occupe"))</legend><div class="choices choices--2 mt-2">\(each: people, { person in
            "<label class=\"choice\"><input type=\"checkbox\" name=\"suivi-qui\" value=\"\(person.id.rawValue)\"\(flag: "checked", followUp.owners.contains(person.id))><span class=\"choice__text\">\(person.name)</span></label>"
          })</div></fieldset>
          \(Field(name: "suivi-date", label: ui("Pour le"), isOptional: true, refusal: form.refusal).input(followUp.dueOn, type: "date", ui))
          \(Field(name: "suivi-preuves", label: ui("Ce qui montre que c’est fait"), hint: ui("Une trace par ligne : un lien, un titre, l’endroit où se trouve le papier."), isOptional: true, refusal: form.refusal).textarea(followUp.evidence, rows: 2, ui))
          \(Field(name: "suivi-note", label: ui("Note"), isOptional: true, refusal: form.refusal).textarea(followUp.note, rows: 2, ui))
        </div></details>
        """
}

private func coreChoices(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let chosen = Set(form.core ?? [])
    return """
        <fieldset><legend class="label">\(ui("Le noyau : trois personnes au moins"))</legend><div class="choices choices--2 mt-2">\(each: model.members, { profile in
            "<label class=\"choice\"><input type=\"checkbox\" name=\"noyau\" value=\"\(profile.member.id.rawValue)\"\(flag: "checked", chosen.contains(profile.member.id))><span class=\"choice__text\">\(profile.member.name)</span></label>"
        })</div></fieldset>
        """
}

/// What one would ask about the sentence; nothing when it holds.
private func domainRemarks(_ domain: String, _ ui: Screen) -> HTML {
    let remarks = DomainCheck.remarks(domain)
    if remarks.isEmpty { return "" }
    return """
        <div class="note">\(icon(.info))<ul class="stack stack--s">\(each: remarks, { remark in
            switch remark {
            case .title: "<li>\(ui("C’est un titre. Dites ce que vous faites, et pour qui : « soulager la nuit, quand on est deux pour soixante »."))</li>"
            case .programme: "<li>\(ui("C’est un programme. Une phrase suffit : ce que vous avez en commun dans votre travail."))</li>"
            case .notACommunity(let words): "<li>\(ui("« %@ » : une communauté n’est ni un répertoire, ni une diffusion, ni un site. Qu’apprendrez-vous les uns des autres ?", words))</li>"
            }
        })</ul></div>
        """
}

/// Where the group stands, what it means, and what to begin with.
private func readinessResult(_ result: ReadinessResult, _ ui: Screen) -> HTML {
    let left = PreparationActs.readinessQuestions - result.answered
    let meaning =
        switch result.band {
        case _ where !result.isWhole:
            ui(
                "Encore %d question avant d’en tirer quelque chose.",
                "Encore %d questions avant d’en tirer quelque chose.", left)
        case .ready: ui("Vous pouvez ouvrir : ce qui manque se fera en chemin.")
        case .almost: ui("Vous y êtes presque : réglez une ou deux choses avant d’inviter largement.")
        case .small: ui("Commencez petit : trois personnes et une vraie question valent mieux qu’une annonce.")
        }
    let questions = ui.readinessQuestions
    let first = result.missing.prefix(3).compactMap { questions.indices.contains($0 - 1) ? questions[$0 - 1] : nil }
    return """
        <div class="note">\(icon(.info))<div><p><strong>\(ui("Oui : %d. En partie : %d. Pas encore : %d.", result.yes, result.partly, result.missing.count)) \(meaning)</strong></p>\(if: !first.isEmpty, "<p class=\"mt-2\">\(ui("Par où commencer :"))</p><ul>\(each: first, { "<li>\($0)</li>" })</ul>")</div></div>
        """
}

private func readinessList(_ form: StepForm, _ ui: Screen) -> HTML {
    return """
        <details class="more"><summary>\(ui("Sommes-nous prêts ? Vingt questions"))</summary><div class="stack mt-4">
        \(some: ReadinessResult(form.readiness), { readinessResult($0, ui) })
        \(each: Array(ui.readinessQuestions.enumerated()), { entry in
            let number = entry.offset + 1
            return "<fieldset class=\"spread\"><legend>\(entry.element)</legend><div class=\"cluster\">\(each: Readiness.allCases, { answer in "<label class=\"choice\"><input type=\"radio\" name=\"pret-\(number)\" value=\"\(answer.rawValue)\"\(flag: "checked", form.readiness[number] == answer)><span class=\"choice__text\">\(ui.name(of: answer))</span></label>" })</div></fieldset>"
        })</div></details>
        """
}

/// What the rest of Ruche follows: the promise, the clock, the holidays; then the consent that adopts the rules.
private func rulesFields(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let promise = form.rules?.promise ?? model.community.promise
    let units = [
        (value: Promise.Unit.workingDays.rawValue, label: ui("jours ouvrés")),
        (value: Promise.Unit.hours.rawValue, label: ui("heures")),
    ]
    let territories = Territory.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }
    return """
        <div class="grid-2">\(Field(name: "promesse", label: ui("Première réponse promise en"), refusal: form.refusal).input(String(promise.amount), type: "number", ui))\(Field(name: "unite", label: ui("Unité"), hint: ui("Un jour ouvré compte dix heures, de 8 h à 18 h.")).select(promise.unit.rawValue, units, ui))</div>
        <div class="grid-2">\(Field(name: "fuseau", label: ui("Fuseau horaire"), refusal: form.refusal).select(form.rules?.zone ?? model.community.zone, Zone.offered.map { (value: $0, label: ui.words.name(ofZone: $0)) }, ui))\(Field(name: "territoire", label: ui("Jours fériés"), refusal: form.refusal).select(form.rules?.territory ?? model.community.territory, territories, ui))</div>
        <div class="grid-2">\(Field(name: "fermetures", label: ui("Jours de fermeture, en plus"), hint: ui("La promesse ne court pas ces jours-là. Par exemple 24/12/2026, ou 24/12/2026 au 31/12/2026."), isOptional: true, refusal: form.refusal).textarea(form.rules?.closedDays ?? "", rows: 2, ui))\(Field(name: "travailles", label: ui("Jours fériés travaillés"), hint: ui("La promesse court ces jours-là."), isOptional: true, refusal: form.refusal).textarea(form.rules?.workedDays ?? "", rows: 2, ui))</div>
        <label class="choice mt-3"><input type="checkbox" name="sans-anonyme" value="1"\(flag: "checked", form.rules?.refusesAnonymous ?? false)><span class="choice__text">\(ui("Ne pas accepter de question sans nom"))<small>\(ui("Par défaut, un membre peut demander sans que personne, pas même l’animation, sache qui il est. Les questions déjà posées ainsi restent sans nom."))</small></span></label>
        \(rulesDecision(model, ui))
        """
}

/// The consent that adopts the rules: asked anew once they have changed.
private func rulesDecision(_ model: StepOnPage, _ ui: Screen) -> HTML {
    let changed = model.preparation.facts.rulesChanged
    let isOpen = model.rulesDecision?.isOpen == true
    let link: HTML =
        "\(some: model.rulesDecision, { "<a class=\"link\" href=\"\(ui.path(.decision($0.id)))\">\(isOpen ? ui("Les règles sont soumises à l’accord des membres") : ui("La dernière décision sur les règles"))</a>" })"
    if isOpen || changed == [] { return "<p>\(link)</p>" }
    return """
        \(some: changed, { "<p class=\"note note--honey\">\(icon(.info))<span>\(ui("Changées depuis l’accord des membres : %@.", ui.words.list($0.map { rule in ui.name(of: rule) })))</span></p>" })
        <div class="btn-row"><a class="btn" href="\(ui.path(.newDecision))?sur=rules&amp;phrase=\(piece: ui("Nous adoptons ces règles de fonctionnement."))">\(ui("Faire adopter ces règles"))</a>\(link)</div>
        """
}

extension Screen {
    func name(of rule: Rule) -> String {
        switch rule {
        case .field(let field): label(of: field).lowercasedFirst
        case .promise: self("première réponse promise")
        case .zone: self("fuseau horaire")
        case .territory: self("jours fériés")
        case .ownDays: self("jours de fermeture, jours fériés travaillés")
        case .anonymity: self("questions sans nom")
        }
    }
}

extension Screen {
    func name(of territory: Territory) -> String {
        switch territory {
        case .metropole: self("France métropolitaine")
        case .alsaceMoselle: self("Alsace-Moselle")
        case .guadeloupe: self("Guadeloupe")
        case .martinique: self("Martinique")
        case .guyane: self("Guyane")
        case .reunion: self("La Réunion")
        case .mayotte: self("Mayotte")
        case .saintMartin: self("Saint-Martin")
        case .saintBarthelemy: self("Saint-Barthélemy")
        }
    }
}
