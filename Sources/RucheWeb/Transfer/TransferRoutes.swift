import Markup
import Ruche

enum TransferRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/archive", for: .facilitator) { request in
            let model = try await request.view { view in
                (
                    batches: try view.imports.all().map { (batch: $0, refused: try view.imports.refusals(of: $0.id)) },
                    isOpen: try view.communities.current().openedAt != nil
                )
            }
            return .page(archivePage(model.batches, isOpen: model.isOpen, request.ui))
        }
    }
}

extension Link {
    static let archive = Link.inside("/archive")
}

/// What was imported, message by message accounted for; and the act that opens the community.
func archivePage(_ batches: [(batch: ImportBatch, refused: [ImportReport.RefusedMessage])], isOpen: Bool, _ ui: Screen)
    -> HTML
{
    page(
        Page(
            ui("Archive importée"), at: .launch,
            """
            \(pageHead(ui("Archive importée"), lede: isOpen ? ui("La communauté est ouverte à ses membres.") : ui("Rien n’est visible des membres tant que vous n’ouvrez pas la communauté.")))
            <div class="narrow stack stack--l">
              \(if: batches.isEmpty, emptyState(ui("Aucune archive importée"), ui("La personne qui tient le serveur peut importer l’archive d’une liste de diffusion : ruche import mbox."), id: "vide"))
              \(each: batches, { entry in batchSection(entry.batch, entry.refused, ui) })
              \(if: !isOpen && !batches.isEmpty, actButton(ui("Ouvrir la communauté"), .openCommunity, ui, style: .primary))
              <p><a class="link" href="\(ui.path(.evaluation))">\(ui("Lire l’évaluation de cette communauté"))</a></p>
            </div>
            """), ui)
}

private func batchSection(_ batch: ImportBatch, _ refused: [ImportReport.RefusedMessage], _ ui: Screen) -> HTML {
    let number = ui.words
    let lines: [(String, String)] = [
        (ui("Messages"), number.number(batch.messages)), (ui("Importés"), number.number(batch.imported)),
        (ui("Déjà là"), number.number(batch.duplicates)), (ui("Refusés"), number.number(batch.refused)),
        (ui("Échanges"), number.number(batch.threads)), (ui("Auteurs"), number.number(batch.people)),
        (ui("Fichiers"), number.number(batch.attachments)),
        (ui("Premier message"), batch.first.map { ui.date($0) } ?? "–"),
        (ui("Dernier message"), batch.last.map { ui.date($0) } ?? "–"),
    ]
    return """
        <section aria-labelledby="lot-\(batch.id.rawValue)"><h2 id="lot-\(batch.id.rawValue)">\(batch.file)</h2><p class="meta mt-2">\(batch.endedAt.map { ui("Importé %@.", ui.relative($0)) } ?? ui("Interrompu : relancez la même commande, il reprendra."))</p>
        <div class="table-wrap mt-3" tabindex="0" role="region" aria-labelledby="lot-\(batch.id.rawValue)"><table class="table"><tbody>\(each: lines, { "<tr><th scope=\"row\">\($0.0)</th><td class=\"num\">\($0.1)</td></tr>" })</tbody></table></div>
        \(if: !refused.isEmpty, "<details class=\"more mt-3\"><summary>\(ui("Messages refusés"))</summary><ul class=\"rows rows--tight mt-3\">\(each: refused, { "<li>\(ui("Message %d : %@", $0.position, $0.why))</li>" })</ul></details>")</section>
        """
}
