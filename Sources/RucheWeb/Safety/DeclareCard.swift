import Markup
import PatientGuard
import Ruche

/// Before publishing, above the button: said once, and no wall. The same button then publishes.
func declareBefore(_ link: String, isAsked: Bool, _ ui: Screen) -> HTML {
    """
    \(declareCard(link, ui))\(if: isAsked, "<p class=\"hint\">\(ui("Rien n’est publié encore : le même bouton publie."))</p>")<input type="hidden" name="declarer-vu" value="1">
    """
}

/// To the author alone: this text seems to tell of an adverse event, and here is where their community declares one.
func declareCard(_ link: String, _ ui: Screen) -> HTML {
    """
    <div class="note note--honey" role="status">\(icon(.info))<div><h2 class="small-head">\(ui("À déclarer ?"))</h2><p>\(ui("Ce texte semble raconter un événement indésirable. En parler entre pairs ne remplace pas la déclaration ; Ruche ne garde aucune trace de cette remarque."))</p><p><a class="btn" href="\(link)" rel="noopener noreferrer">\(icon(.link))\(ui("Déclarer l’événement"))</a></p></div></div>
    """
}

extension WebRequest {
    /// Where to declare what a text seems to tell, asked before it is published. Of a text that may tell who a patient is,
    /// that is said first.
    func declaration(of texts: [String], isConfirmed: Bool) async throws -> String? {
        guard !form.has("declarer-vu"), AdverseEvent.isTold(in: texts) else { return nil }
        return try await view { view in
            guard try isConfirmed || !PatientGuard.isWall(view.passages(in: texts).flatMap { $0 }) else { return nil }
            return try view.safety.declarationLink()
        }
    }
}
