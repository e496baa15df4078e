import Markup
import PatientGuard
import Ruche

/// Details that stop nothing, said to the writer alone, in a line: together with others they would tell (DOMAIN §13).
func quietHint(_ passages: [Passage], _ ui: Screen) -> HTML {
    if passages.isEmpty { return "" }
    let said = passages.map { passage in
        passage.replacement.isEmpty
            ? ui("« %@ » : à supprimer, si possible", passage.text)
            : ui("« %@ » : plutôt « %@ »", passage.text, passage.replacement)
    }
    return """
        <p class="hint mt-2">\(icon(.shield))\(ui("Ce détail, joint à d’autres, aiderait à reconnaître quelqu’un.")) \(said.joined(separator: " ; ")).</p>
        """
}
