import Markup
import Ruche

import struct Persistence.Instant

/// What was erased because it told who a patient is, the last first.
func incidentsPage(_ incidents: [Incident], _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Effacements"), at: .rereading,
            """
            \(crumbs([(ui("À relire"), .queue)], ui))
            \(pageHead(ui("Effacements"), lede: ui("Les messages qui permettaient de reconnaître un patient : quand ils ont été vus, masqués, effacés, et la preuve qu’il n’en reste rien.")))
            \(if: incidents.isEmpty, emptyState(ui("Aucun effacement"), ui("C’est le plus courant, et le mieux."), id: "vide"), else: """
                <ul class="rows narrow">\(each: incidents, { incident in
                    "<li><p><a class=\"link\" href=\"\(ui.path(.incident(incident.id)))\">\(ui("Effacé %@", ui.relative(incident.purgedAt)))</a></p><p class=\"meta\">\(verdict(of: incident, ui))</p></li>"
                })</ul>
                """)
            """), ui)
}

private func verdict(of incident: Incident, _ ui: Screen) -> String {
    guard let proof = incident.proof else { return ui("La recherche de ce qui en reste est en cours.") }
    return proof.isClean ? ui("Aucun octet trouvé.") : ui("Il en reste : voyez où.")
}

/// One erasing: its hours, who did it, and what the search found.
func incidentPage(_ incident: Incident, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Un effacement"), at: .rereading,
            """
            \(crumbs([(ui("À relire"), .queue), (ui("Effacements"), .incidents)], ui))
            \(pageHead(ui("Un effacement"), lede: ui("Un message permettait de reconnaître un patient.")))
            <div class="narrow stack stack--xl">
              <dl class="stack stack--s">
                \(line(ui("Vu"), ui.dateTime(incident.detectedAt)))
                \(line(ui("Masqué"), ui.dateTime(incident.hiddenAt)))
                \(line(ui("Effacé"), ui.dateTime(incident.purgedAt)))
                \(line(ui("Par"), incident.purger ?? ui("L’administration du serveur")))
              </dl>
              \(some: incident.proof, { proofSection($0, of: incident, ui) }, else: "<p class=\"note\" role=\"status\">\(icon(.clock))\(ui("La recherche de ce qui en reste est en cours. Rechargez cette page dans un instant."))</p>")
              \(some: incident.place, { "<p><a class=\"link\" href=\"\(ui.path(.place($0)))\">\(ui.name(of: $0))</a></p>" })
            </div>
            """), ui)
}

private func line(_ label: String, _ value: String) -> HTML {
    "<div><dt><strong>\(label)</strong></dt><dd>\(value)</dd></div>"
}

private func proofSection(_ proof: PurgeProof, of incident: Incident, _ ui: Screen) -> HTML {
    """
    <section aria-labelledby="preuve"><h2 class="small-head" id="preuve">\(ui("La preuve"))</h2>
    <p class="mt-2"><strong>\(if: proof.isClean, "\(ui("Aucun octet trouvé."))", else: "\(ui("Il en reste."))")</strong> \(some: incident.provedAt, { HTML(text: ui("Cherché %@.", ui.relative($0))) }, else: "\(ui("Une nouvelle recherche est en cours. Rechargez cette page dans un instant."))")</p>
    <p class="meta mt-2">\(ui("Cherché : %d trace du texte,", "Cherché : %d traces du texte,", proof.traces)) \(ui("dans %d colonne de texte et les index,", "dans %d colonnes de texte et les index,", proof.columns)) \(proof.bytes > 0 ? ui("et dans chaque octet de la base et des fichiers (%@).", ui.size(Int(proof.bytes))) : ui("puis les tables ont été nettoyées."))</p>
    \(if: !proof.quotes.isEmpty, quotes(proof.quotes, ui))
    \(if: !proof.leftovers.isEmpty, """
        <h3 class="small-head mt-4">\(ui("Dans des fichiers"))</h3><ul>\(each: proof.leftovers, { "<li>\(ui("%@ : %@ traces", $0.file, String($0.traces)))</li>" })</ul>
        """)
    \(if: !proof.copies.isEmpty, """
        <h3 class="small-head mt-4">\(ui("Copies à côté de la base"))</h3><p>\(ui("Elles datent d’avant et contiennent encore ce texte : la personne qui tient le serveur les efface."))</p><ul>\(each: proof.copies, { "<li><code class=\"wrap\">\($0)</code></li>" })</ul>
        """)
    \(if: !proof.isClean && incident.provedAt != nil, "<div class=\"btn-row mt-4\">\(actButton(ui("Chercher encore"), .searchAgain(incident.id), ui))</div>")</section>
    """
}

/// Where others quote it: theirs to change, so each can be flagged. Exchange by exchange, and so many at most: more
/// tells nobody more.
private func quotes(_ quotes: [PurgeProof.Quote], _ ui: Screen) -> HTML {
    let shown = 10
    // A text and its HTML are one post.
    let posts = quotes.reduce(into: [Int64: Set<String>]()) { posts, quote in
        guard let thread = quote.question else { return }
        posts[thread, default: []].insert("\(quote.column.prefix { $0 != "." })/\(quote.row ?? 0)")
    }
    let threads = posts.map { (id: $0.key, posts: $0.value.count) }.sorted { ($1.posts, $0.id) < ($0.posts, $1.id) }
    let elsewhere = quotes.filter { $0.question == nil }.map { ui.place(ofColumn: $0.column) }
    let places = elsewhere.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }.keys.sorted()
    let others = max(0, threads.count - shown)
    return """
        <h3 class="small-head mt-4">\(ui("Cité ailleurs"))</h3><p>\(ui("Les mots des autres sont à eux : ouvrez chaque message, et signalez-le s’il le faut."))</p>
        <ul>\(each: Array(threads.prefix(shown)), { thread in
            "<li><a class=\"link\" href=\"\(ui.path(.question(.init(thread.id))))\">\(ui("%d message de cet échange", "%d messages de cet échange", thread.posts))</a></li>"
        })\(if: others > 0, "<li>\(ui("et %d autre échange", "et %d autres échanges", others))</li>")\(each: places, { "<li>\($0)</li>" })</ul>
        """
}

extension Screen {
    /// Where a text stands, for somebody who does not know the tables.
    fileprivate func place(ofColumn column: String) -> String {
        switch column.prefix(while: { $0 != "." }) {
        case "post_version": self("Une version précédente d’un message")
        case "private_word", "private_talk": self("Un mot en privé")
        case "announcement": self("Une annonce")
        case "synthesis": self("Une synthèse")
        case "draft", "proposed_case": self("Un brouillon")
        case "attachment", "upload", "evidence": self("Un fichier joint ou une source")
        case "meeting": self("Une rencontre")
        case "decision", "decision_answer": self("Une décision")
        case "survey", "survey_question", "survey_answer": self("Un sondage")
        case "need", "need_measure", "objective", "objective_cell", "objective_point": self("Un besoin ou un objectif")
        case "resource": self("Un document")
        case "member", "person", "member_import", "prepared_invitation", "invitation", "join_request":
            self("La carte d’une personne")
        case "journal", "rereading", "flag": self("Le journal des actes, ou la file à relire")
        case "mail", "digest_line", "data_copy": self("Un courriel ou une copie de données")
        default: self("Un autre texte de la communauté")
        }
    }
}
