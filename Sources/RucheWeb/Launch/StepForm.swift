import Calendaring
import Markup
import Ruche

/// The form of a step. When two people kept it at once, what is kept now stands beside what was typed.
func stepForm(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let step = model.step
    return """
        <form class="stack stack--l" method="post" action="\(ui.path(.step(step)))" data-autosave>
          \(ui.formToken)<input type="hidden" name="version" value="\(form.version)">
          \(if: form.isConflict, conflict(model, form, ui))
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
    "canal", "metier", "combien", "titre", "lien", "relecture", "indicateur", "depart", "cible", "pour-le", "phrase",
]

private func stepField(_ field: StepField, _ form: StepForm, _ ui: Screen) -> HTML {
    let value = form.values[field] ?? ""
    let control = Field(
        name: field.rawValue.replacing(" ", with: "-"), label: ui.label(of: field), hint: ui.hint(of: field),
        isOptional: true,
        refusal: form.refusal, formName: field.rawValue)
    switch field.kind {
    case .line: return control.input(value, ui)
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
    let (followUp, preparation) = (form.followUp, model.preparation)
    let known = preparation.core + (preparation.followUps[model.step]?.owners ?? [])
    var people: [Author] = []
    for person in known + [model.reader].compactMap({ $0 }) where !people.contains(where: { $0.id == person.id }) {
        people.append(person)
    }
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

private func conflict(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let changed = model.step.fields.filter { model.preparation[$0] != (form.values[$0] ?? "") }
    return """
        <div class="note note--honey" role="alert" tabindex="-1" id="alerte">\(icon(.alert))<div><h2 class="small-head">\(ui("Quelqu’un a gardé cette étape pendant que vous écriviez. Voici les deux textes."))</h2>
        <dl class="mt-2">\(each: changed, { "<dt><strong>\(ui.label(of: $0))</strong></dt><dd class=\"prose--kept\">\(model.preparation[$0].isEmpty ? ui("(vide)") : model.preparation[$0])</dd>" })</dl>
        <p class="mt-2">\(ui("Ci-dessus, ce qui est gardé ; dans le formulaire, ce que vous avez tapé. Gardez celui-ci, corrigé s’il le faut."))</p></div></div>
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
    let meaning =
        switch result.band {
        case .ready: ui("Vous pouvez ouvrir : ce qui manque se fera en chemin.")
        case .almost: ui("Vous y êtes presque : réglez une ou deux choses avant d’inviter largement.")
        case .small: ui("Commencez petit : trois personnes et une vraie question valent mieux qu’une annonce.")
        }
    let questions = ui.readinessQuestions
    let first = result.missing.prefix(3).compactMap { questions.indices.contains($0 - 1) ? questions[$0 - 1] : nil }
    return """
        <div class="note">\(icon(.info))<div><p><strong>\(ui("%d oui, %d en partie, sur %d réponses.", result.yes, result.partly, result.answered)) \(meaning)</strong></p>\(if: !first.isEmpty, "<p class=\"mt-2\">\(ui("Par où commencer :"))</p><ul>\(each: first, { "<li>\($0)</li>" })</ul>")</div></div>
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
        <div class="grid-2">\(Field(name: "fuseau", label: ui("Fuseau horaire"), refusal: form.refusal).select(form.rules?.zone ?? model.community.zone, Zone.offered.map { (value: $0, label: ui.name(ofZone: $0)) }, ui))\(Field(name: "territoire", label: ui("Jours fériés"), refusal: form.refusal).select(form.rules?.territory ?? model.community.territory, territories, ui))</div>
        <label class="choice mt-3"><input type="checkbox" name="sans-anonyme" value="1"\(flag: "checked", form.rules?.refusesAnonymous ?? false)><span class="choice__text">\(ui("Ne pas accepter de question sans nom"))<small>\(ui("Par défaut, un membre peut demander sans que personne, pas même l’animation, sache qui il est. Les questions déjà posées ainsi restent sans nom."))</small></span></label>
        <p>\(some: model.rulesDecision, { decision in
            "<a class=\"link\" href=\"\(ui.path(.decision(decision.id)))\">\(decision.isOpen ? ui("Les règles sont soumises à l’accord des membres") : ui("La dernière décision sur les règles"))</a>"
        }, else: "<a class=\"btn\" href=\"\(ui.path(.newDecision))?sur=rules&amp;phrase=\(piece: ui("Nous adoptons ces règles de fonctionnement."))\">\(ui("Faire adopter ces règles"))</a>")</p>
        """
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
