import Calendaring
import Markup
import Ruche

/// What two people typed differently in the same place of a step.
struct StepDifference: Sendable, Equatable {
    let label: String
    let kept: String
    let typed: String
}

extension StepForm {
    /// Everything that is kept now and was typed otherwise, as both are read.
    func differences(from model: StepOnPage, _ ui: Screen) -> [StepDifference] {
        let kept = StepForm(model)
        var found: [StepDifference] = []
        func compare(_ label: String, _ now: String, _ typed: String) {
            if now != typed { found.append(StepDifference(label: label, kept: now, typed: typed)) }
        }
        func names(_ ids: [Member.ID]) -> String {
            let people = model.people.map { ($0.id, $0.name) } + model.members.map { ($0.member.id, $0.member.name) }
            let names = Dictionary(people) { first, _ in first }
            return Set(ids).sorted().map { names[$0] ?? ui("un membre") }.joined(separator: ", ")
        }
        for field in model.step.fields {
            compare(
                ui.label(of: field), ui.shown(field, kept.values[field] ?? ""),
                ui.shown(field, (values[field] ?? "").trimmingWhitespace()))
        }
        if let core { compare(ui("Le noyau : trois personnes au moins"), names(kept.core ?? []), names(core)) }
        for (number, question) in zip(1..., ui.readinessQuestions) where model.step == .group {
            compare(
                question, kept.readiness[number].map { ui.name(of: $0) } ?? "",
                readiness[number].map { ui.name(of: $0) } ?? "")
        }
        if let rules, let now = kept.rules {
            for (before, typed) in zip(ui.words(of: now), ui.words(of: rules)) {
                compare(ui.name(of: before.0).capitalizedFirst, before.1, typed.1)
            }
        }
        compare(ui("Qui s’en occupe"), names(kept.followUp.owners), names(followUp.owners))
        compare(ui("Pour le"), ui.shown(day: kept.followUp.dueOn), ui.shown(day: followUp.dueOn))
        compare(
            ui("Ce qui montre que c’est fait"), kept.followUp.evidence, followUp.evidence.trimmingWhitespace())
        compare(ui("Note"), kept.followUp.note, followUp.note.trimmingWhitespace())
        return found
    }

    /// Where the writer left a place empty, what somebody else kept there comes into the form: pressing the button again
    /// takes nothing away from them. Choices among people are put together.
    mutating func complete(from model: StepOnPage) {
        let kept = StepForm(model)
        for (field, value) in kept.values where field.step == model.step && (values[field] ?? "").isEmpty {
            values[field] = value
        }
        readiness.merge(kept.readiness) { typed, _ in typed }
        if let core { self.core = core + (kept.core ?? []).filter { !core.contains($0) } }
        followUp.owners += kept.followUp.owners.filter { !followUp.owners.contains($0) }
        if followUp.dueOn.isEmpty { followUp.dueOn = kept.followUp.dueOn }
        if followUp.evidence.isEmpty { followUp.evidence = kept.followUp.evidence }
        if followUp.note.isEmpty { followUp.note = kept.followUp.note }
    }
}

/// Both texts, place by place, before what is typed replaces what is kept.
func conflictNote(_ differences: [StepDifference], _ ui: Screen) -> HTML {
    func words(_ text: String) -> String { text.isEmpty ? ui("(vide)") : text }
    return """
        <div class="note note--honey" role="alert" tabindex="-1" id="alerte">\(icon(.alert))<div><h2 class="small-head">\(ui("Quelqu’un a gardé cette étape pendant que vous écriviez. Voici les deux textes."))</h2>
        \(if: differences.isEmpty, "<p class=\"mt-2\">\(ui("Ils disent la même chose : vous pouvez garder."))</p>", else: """
            <dl class="stack stack--s mt-2">\(each: differences, { difference in
                "<div><dt><strong>\(difference.label)</strong></dt><dd class=\"prose--kept\"><span class=\"meta\">\(ui("Gardé :"))</span> \(words(difference.kept))</dd><dd class=\"prose--kept\"><span class=\"meta\">\(ui("Vous :"))</span> \(words(difference.typed))</dd></div>"
            })</dl>
            <p class="mt-2">\(ui("Le formulaire porte ce que vous avez tapé et, là où vous n’aviez rien mis, ce qui est gardé. Corrigez s’il le faut, puis gardez."))</p>
            """)</div></div>
        """
}

extension Screen {
    /// Each of the rules that the rest of Ruche follows, as it is read.
    func words(of rules: RulesDraft) -> [(Rule, String)] {
        [
            (.promise, name(of: rules.promise)), (.zone, rules.zone),
            (.territory, Territory(rawValue: rules.territory).map { name(of: $0) } ?? rules.territory),
            (.ownDays, [rules.closedDays, rules.workedDays].filter { !$0.isEmpty }.joined(separator: "\n")),
            (.anonymity, rules.refusesAnonymous ? self("non acceptées") : self("acceptées")),
        ]
    }

    func shown(_ field: StepField, _ value: String) -> String {
        switch field.kind {
        case .mode: Meeting.Mode(rawValue: value).map { name(of: $0) } ?? value
        case .flag: value.isEmpty ? "" : self("Oui")
        case .date: shown(day: value)
        default: value
        }
    }

    func shown(day: String) -> String { CivilDate(day).map { words.day($0) } ?? day }
}
