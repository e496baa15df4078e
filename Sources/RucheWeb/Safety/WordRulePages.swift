import Markup
import Ruche

/// The rules of words as their page shows them: those that are asked for, a hundred at a time.
struct WordRulesOnPage: Sendable {
    let counts: [WordRule.Kind: Int]
    let kind: WordRule.Kind?
    let words: String
    let number: Int
    let rules: [WordRule]
    let hasMore: Bool

    var isEmpty: Bool { counts.isEmpty }

    init(_ query: Form, _ view: View) throws {
        (kind, words) = (WordRule.Kind(typed: query["genre"]), query["debut"].trimmingWhitespace())
        number = min(max(Int(query["page"]) ?? 1, 1), 1_000)
        counts = try view.wordRules.counts()
        let found = try view.wordRules.page(number - 1, of: kind, beginning: words)
        (rules, hasMore) = (
            Array(found.prefix(WordRuleQueries.pageLength)), found.count > WordRuleQueries.pageLength
        )
    }
}

/// What was typed in one of the forms of the page.
struct WordRuleForm: Sendable {
    var draft = WordRuleDraft()
    var refusal: Refusal? = nil
    /// A text that was tried, and what the rules would do to it.
    var trial: (text: String, matches: [WordMatch], replaced: String)? = nil
    /// Lines that were pasted, and what is wrong with them.
    var lines = ""
    var isWhole = false
    var problems: [WordRuleList.Problem] = []
}

/// The rules of words, for all to read and try; facilitators write them.
func wordRulesPage(_ model: WordRulesOnPage, _ form: WordRuleForm, _ ui: Screen) -> HTML {
    let export =
        ui.isFacilitator && !model.isEmpty
        ? "<a class=\"btn\" href=\"\(ui.path(.wordRuleTable))\">\(icon(.download))\(ui("Exporter en CSV"))</a>" as HTML
        : ""
    return page(
        Page(
            ui("Règles de mots"), at: .members,
            """
            \(crumbs([(ui("Membres"), .members), (ui("Rôles et fonctions"), .roles)], ui))
            \(pageHead(ui("Règles de mots"), lede: ui("Ce que la communauté a décidé pour certains mots : les bloquer, les remplacer, en faire un sujet. Elles valent pour tous, animation comprise, dans les échanges et les annonces."), actions: export))
            <div class="cols"><div class="stack stack--l">\(model.isEmpty ? noRules(ui) : ruleList(model, ui))</div>
            <aside class="stack stack--l" aria-label="\(ui("Essayer et écrire"))">\(trialForm(form, ui))\(if: ui.isFacilitator, "\(addForm(form, ui))\(importForm(form, ui))")</aside></div>
            """), ui)
}

private func noRules(_ ui: Screen) -> HTML {
    emptyState(
        ui("Aucune règle"),
        ui("Rien n’est bloqué ni remplacé ici. La plupart des communautés n’en ont pas besoin."), id: "vide")
}

private func ruleList(_ model: WordRulesOnPage, _ ui: Screen) -> HTML {
    let kinds =
        [(value: "", label: ui("Toutes"))]
        + WordRule.Kind.allCases.map { kind in
            (value: kind.name, label: "\(ui.name(of: kind)) (\(model.counts[kind] ?? 0))")
        }
    return """
        <form class="btn-row" method="get" action="\(ui.path(.wordRules))">\(Field(name: "genre", label: ui("Ce que fait la règle")).select(model.kind?.name ?? "", kinds, ui))\(Field(name: "debut", label: ui("Mot qui commence par")).input(model.words, ui))<button class="btn">\(ui("Filtrer"))</button></form>
        \(if: model.rules.isEmpty, "<p class=\"muted\">\(ui("Aucune règle ne correspond."))</p>", else: "<ul class=\"rows rows--tight\">\(each: model.rules, { ruleRow($0, ui) })</ul>")
        <nav class="pager" aria-label="\(ui("Pages des règles"))"><span class="btn-row">\(if: model.number > 1, "<a class=\"btn\" href=\"\(ui.path(.wordRules(model, page: 1)))\">\(ui("Revenir au début"))</a>")\(if: model.hasMore, "<a class=\"btn\" href=\"\(ui.path(.wordRules(model, page: model.number + 1)))\">\(ui("Suite"))\(icon(.right))</a>")</span></nav>
        """
}

private func ruleRow(_ rule: WordRule, _ ui: Screen) -> HTML {
    """
    <li class="spread"><div><p><strong>\(rule.words)</strong> \(ui.effect(of: rule.rule))</p>\(if: !rule.reason.isEmpty, "<p class=\"meta\">\(rule.reason)</p>")</div>\(if: ui.isFacilitator, """
        <form method="post" action="\(ui.path(.removeWordRule(rule.id)))">\(ui.formToken)<button class="btn btn--quiet">\(ui("Retirer"))<span class="vh"> \(rule.words)</span></button></form>
        """)</li>
    """
}

private func trialForm(_ form: WordRuleForm, _ ui: Screen) -> HTML {
    """
    <section class="card" aria-labelledby="essai-t"><h2 class="small-head" id="essai-t">\(ui("Essayer un texte"))</h2>
    \(some: form.trial, { trialResult($0.matches, $0.replaced, ui) })
    <form class="stack mt-3" method="post" action="\(ui.path(.tryWordRules))">\(ui.formToken)\(Field(name: "essai", label: ui("Le texte"), hint: ui("Il n’est ni publié ni gardé.")).textarea(form.trial?.text ?? "", rows: 4, ui))<div class="btn-row"><button class="btn">\(ui("Voir quelles règles agissent"))</button></div></form></section>
    """
}

private func trialResult(_ matches: [WordMatch], _ replaced: String, _ ui: Screen) -> HTML {
    guard !matches.isEmpty else {
        return "<p class=\"note mt-3\" role=\"status\">\(icon(.check))\(ui("Aucune règle n’agit sur ce texte."))</p>"
    }
    return """
        <div class="note note--honey mt-3" role="status" tabindex="-1" id="alerte">\(icon(.info))<div><ul>\(each: matches, { match in
            "<li>« <mark>\(match.text)</mark> » \(ui.effect(of: match.rule, writing: match.replacement))\(if: !match.rule.reason.isEmpty, " <span class=\"muted\">\(match.rule.reason)</span>")</li>"
        })</ul>\(if: matches.contains { $0.rule.kind == .replace }, "<p class=\"mt-2\">\(ui("Il deviendrait :"))</p><p class=\"prose--kept\">\(replaced)</p>")</div></div>
        """
}

private func addForm(_ form: WordRuleForm, _ ui: Screen) -> HTML {
    let kinds = WordRule.Kind.allCases.map { (value: $0.name, label: ui.name(of: $0)) }
    return """
        <section class="card" aria-labelledby="ajouter"><h2 class="small-head" id="ajouter">\(ui("Écrire une règle"))</h2>
        <p class="meta mt-2">\(ui("Le journal des actes la montrera à tous les membres."))</p>
        <form class="stack mt-3" method="post" action="\(ui.path(.wordRules))">\(ui.formToken)\(form.refusal?.field == "fichier" ? "" : refusalNote(form.refusal, fields: ["type", "mot", "par", "raison"], ui))
          \(Field(name: "type", label: ui("Ce que fait la règle"), refusal: form.refusal).select(form.draft.kind, kinds, ui))
          \(Field(name: "mot", label: ui("Le mot"), hint: ui("Ou quelques mots côte à côte. Accents et capitales ne comptent pas ; une étoile à la fin prend tous les mots qui commencent ainsi : contention*."), refusal: form.refusal).input(form.draft.words, maxLength: 80, ui))
          \(Field(name: "par", label: ui("Remplacé par, ou sujet"), hint: ui("Sans objet pour un mot bloqué."), isOptional: true, refusal: form.refusal).input(form.draft.instead, maxLength: 80, ui))
          \(Field(name: "raison", label: ui("Pourquoi"), hint: ui("Qui écrit ce mot lira cette phrase. Nécessaire pour bloquer."), isOptional: true, refusal: form.refusal).input(form.draft.reason, maxLength: 200, ui))
          <div class="btn-row"><button class="btn btn--primary">\(ui("Ajouter la règle"))</button></div></form></section>
        """
}

private func importForm(_ form: WordRuleForm, _ ui: Screen) -> HTML {
    let refusal = form.refusal?.field == "fichier" ? form.refusal : nil
    return """
        <section class="card" aria-labelledby="importer"><h2 class="small-head" id="importer">\(ui("Importer une liste"))</h2>
        \(if: !form.problems.isEmpty, """
            <div class="note note--clay mt-3" role="alert" tabindex="-1" id="alerte">\(icon(.alert))<div><p>\(ui("Rien n’est importé : %d ligne à corriger.", "Rien n’est importé : %d lignes à corriger.", form.problems.count))</p><ul>\(each: form.problems.prefix(50), { problem in "<li>\(ui("Ligne %@ : %@", String(problem.line), problem.refusal(ui.words)))</li>" })</ul></div></div>
            """)
        <form class="stack mt-3" method="post" enctype="multipart/form-data" action="\(ui.path(.importWordRules))">\(ui.formToken)
          <div class="field\(if: refusal != nil, " field--error")"><label class="field__label" for="fichier">\(ui("Le fichier CSV"))</label><span class="hint" id="fichier-h">\(ui("Première ligne : type;mot;par;raison. Puis une règle par ligne : bloquer, remplacer ou étiqueter. 2 000 de chaque type au plus."))</span>\(some: refusal, { "<span class=\"error\" id=\"fichier-e\">\(icon(.alert))\($0(ui.words))</span>" })<input class="input" type="file" id="fichier" name="fichier" accept=".csv,.txt" aria-describedby="fichier-h\(if: refusal != nil, " fichier-e")"></div>
          <details class="more"\(flag: "open", !form.lines.isEmpty)><summary>\(ui("Ou coller les lignes ici"))</summary><div class="mt-3">\(Field(name: "lignes", label: ui("Les lignes, titres compris"), isOptional: true).textarea(form.lines, rows: 6, ui))</div></details>
          <label class="choice"><input type="checkbox" name="tout" value="1"\(flag: "checked", form.isWhole)><span class="choice__text">\(ui("Cette liste remplace toutes les règles"))<small>\(ui("Sinon, elle s’ajoute à celles qui sont là."))</small></span></label>
          <div class="btn-row"><button class="btn">\(ui("Importer"))</button></div></form></section>
        """
}

extension Screen {
    func name(of kind: WordRule.Kind) -> String {
        switch kind {
        case .block: self("Bloquer")
        case .replace: self("Remplacer")
        case .tag: self("Étiqueter")
        }
    }

    /// - Parameter words: what is written instead, as it would stand in the text.
    fileprivate func effect(of rule: CheckedWordRule, writing words: String? = nil) -> String {
        switch rule.kind {
        case .block: self("est bloqué.")
        case .replace: self("devient « %@ ».", words ?? rule.instead)
        case .tag: self("ajoute le sujet « %@ ».", rule.instead)
        }
    }
}
