import Markup
import PatientGuard
import Ruche

/// More people than one calls without thinking.
func manyCalled(_ count: Int, _ ui: Screen) -> HTML {
    """
    <div class="note note--honey" role="alert" tabindex="-1" id="alerte">\(icon(.users))<div><h2 class="small-head">\(ui("Vous appelez %d personne par un courriel", "Vous appelez %d personnes par un courriel", count))</h2><label class="choice mt-2"><input type="checkbox" name="appelle" value="1"><span class="choice__text">\(ui("Oui, cela les concerne toutes"))</span></label></div></div>
    """
}

/// As it will be read.
func previewOf(_ preview: Preview, hint: [Passage] = [], _ ui: Screen) -> HTML {
    """
    <div class="card" role="status"><h2 class="small-head">\(ui("Aperçu"))</h2><div class="prose mt-2">\(markdown(preview.text))</div>\(changedWords(preview.changes, ui))\(quietHint(hint, ui))</div>
    """
}

/// What was found, passage by passage; nothing is published yet, and what was typed stands below.
/// - Parameters:
///   - field: where a person begins to correct.
///   - isLetter: what is written is sent to a few, not published.
func guardWall(_ wall: GuardWall, at field: String = "texte", isLetter: Bool = false, _ ui: Screen) -> HTML {
    wall.passages.isEmpty ? wordWall(wall.changes, at: field, ui) : patientWall(wall, at: field, isLetter, ui)
}

private func patientWall(_ wall: GuardWall, at field: String, _ isLetter: Bool, _ ui: Screen) -> HTML {
    let place = "#" + field
    return """
        <div class="note note--clay" role="alert" tabindex="-1" id="alerte">\(icon(.shield))<div><h2 class="small-head">\(ui("Ce texte permet peut-être de reconnaître un patient"))</h2><p>\(ui("Quelques détails ensemble suffisent souvent, même sans nom.")) \(isLetter ? ui("Rien n’est envoyé pour l’instant, votre texte est gardé.") : ui("Rien n’est publié pour l’instant, votre texte est gardé."))</p>
          <ul class="mt-2">\(each: wall.passages, { passage in
            "<li>« <mark>\(passage.text)</mark> » : \(passage.replacement.isEmpty ? ui("à supprimer") : ui("préférez « %@ »", passage.replacement))</li>"
          })</ul>
          \(changedWords(wall.changes, ui))
          \(if: !wall.files.isEmpty, "<p class=\"mt-2\">\(ui("Cela se trouve dans un fichier joint (%@) : corrigez-le, ou retirez-le.", wall.files.joined(separator: ", ")))</p>")
          <div class="btn-row mt-3">\(if: wall.isInWords || !wall.changes.isEmpty, "<button class=\"btn btn--primary\" name=\"remplacer\" value=\"1\">\(ui("Remplacer ces passages"))</button>")<a class="btn" href="\(place)">\(ui("Je corrige moi-même"))</a></div>
          <label class="choice mt-3"><input type="checkbox" name="confirme" value="1"><span class="choice__text">\(isLetter ? ui("Ce n’est pas un patient : envoyer tel quel") : ui("Ce n’est pas un patient : publier tel quel"))<small>\(ui("Cette confirmation est notée pour l’animation, sans le texte."))</small></span></label></div></div>
        """
}
