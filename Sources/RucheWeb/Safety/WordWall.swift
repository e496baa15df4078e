import Markup
import Ruche

/// A text as it would be read, with what the community's rules of words change in it.
struct Preview: Sendable {
    let text: String
    var changes: [WordMatch] = []
}

extension WebRequest {
    /// - Parameter draft: where changes are told too, beside the text.
    func preview(of text: String, _ draft: some RuledDraft & Sendable) async throws -> Preview {
        try await view { view in
            var preview = Preview(text: try view.wordRules.replaced(text).text)
            for text in draft.texts {
                for change in try view.wordRules.replaced(text).changes
                where !preview.changes.contains(where: { $0.text == change.text }) {
                    preview.changes.append(change)
                }
            }
            return preview
        }
    }

    func preview(of text: String) async throws -> Preview {
        try await view { view in
            let replaced = try view.wordRules.replaced(text)
            return Preview(text: replaced.text, changes: replaced.changes)
        }
    }

    /// A blocked word near the part of the text where it stands, when the form has one field for each part.
    func placed(_ refusal: Refusal, among parts: [String: String]) async throws -> Refusal {
        guard refusal.field == "texte", !parts.isEmpty, parts["texte"] == nil else { return refusal }
        let part = try await view { view in
            try parts.first { try view.wordRules.matches(in: $0.value).contains { $0.rule.kind == .block } }?.key
        }
        return part.map { refusal.at($0) } ?? refusal
    }

    /// A text with what is proposed in place of what was found, as the button said.
    func replaced(_ text: String) async throws -> String {
        let replacing = form.replacing
        return try await view { try $0.replaced([text], replacing)[0] }
    }
}

extension Form {
    /// What the button that was pressed replaces.
    var replacing: Replacing { self["remplacer"] == "mots" ? .words : .all }
}

/// The words that give way to others, each with why.
func changedWords(_ changes: [WordMatch], _ ui: Screen) -> HTML {
    if changes.isEmpty { return "" }
    return """
        <div class="mt-3"><p>\(ui("Une règle de la communauté remplace :"))</p><ul class="mt-2">\(each: changes, { change in
            "<li>« <mark>\(change.text)</mark> » \(ui("par « %@ ».", change.replacement))\(if: !change.rule.reason.isEmpty, " <span class=\"muted\">\(change.rule.reason)</span>")</li>"
        })</ul></div>
        """
}

/// Nobody's words change without their seeing it: they are put in place in the form, and published by its writer.
func wordWall(_ changes: [WordMatch], at field: String, _ ui: Screen) -> HTML {
    let place = "#" + field
    return """
        <div class="note note--honey" role="alert" tabindex="-1" id="alerte">\(icon(.edit))<div><h2 class="small-head">\(ui("Des mots à remplacer avant de publier"))</h2><p>\(ui("Rien n’est publié pour l’instant, votre texte est gardé."))</p>
          \(changedWords(changes, ui))
          <div class="btn-row mt-3"><button class="btn btn--primary" name="remplacer" value="mots">\(ui("Remplacer ces mots"))</button><a class="btn" href="\(place)">\(ui("Je corrige moi-même"))</a></div>
          <p class="meta mt-2">\(ui("Vous relirez votre texte avant qu’il paraisse."))</p></div></div>
        """
}
