import Markup
import Ruche

/// All that waits for the facilitators in one list, by keyboard too: Tab as everywhere, j and k to go, Enter to open.
func queuePage(_ items: [QueueItem], _ ui: Screen) -> HTML {
    page(
        Page(
            ui("À relire"), at: .rereading,
            """
            \(pageHead(ui("À relire"), lede: ui("Signalements, avertissements passés outre, demandes à rejoindre : ce qui attend l’animation, ce qui touche un patient d’abord."), actions: "<a class=\"btn btn--quiet\" href=\"\(ui.path(.wordRules))\">\(ui("Règles de mots"))</a><a class=\"btn btn--quiet\" href=\"\(ui.path(.incidents))\">\(ui("Effacements"))</a><a class=\"btn btn--quiet\" href=\"\(ui.path(.auditLog))\">\(ui("Journal des actes"))</a>"))
            \(if: items.isEmpty, emptyState(ui("Rien n’attend"), ui("Ce que les membres signalent arrive ici, et par courriel."), id: "vide"), else: """
                <p class="meta">\(ui("Au clavier : j et k pour aller d’une ligne à l’autre, Entrée pour ouvrir."))</p>
                <ul class="rows mt-3" data-keys>\(each: items, { queueRow($0, ui) })</ul>
                """)
            """), ui)
}

private func queueRow(_ item: QueueItem, _ ui: Screen) -> HTML {
    let (symbol, kind, what, action): (Icon, String, String, HTML)
    switch item.kind {
    case .rereading(let rereading):
        symbol = rereading.isAboutPatient ? .alert : .shield
        kind = ui.name(ofFlagged: rereading.object)
        what = ui.summary(of: rereading)
        action = "<a class=\"btn\" href=\"\(ui.path(.rereading(rereading.id)))\" data-open>\(ui("Relire"))</a>"
    case .confirmation(let confirmation):
        (symbol, kind) = (.info, ui("Avertissement passé outre"))
        what = ui("%@ dit que son texte ne parle pas d’un patient.", ui.signature(of: confirmation.author))
        action = confirmationActions(confirmation, ui)
    case .joinRequest(let name):
        (symbol, kind, what) = (.users, ui("Demande à rejoindre"), name)
        action = "<a class=\"btn\" href=\"\(ui.path(.joinRequests))\" data-open>\(ui("Répondre"))</a>"
    }
    return """
        <li class="spread" data-key-row><div class="feed">\(icon(symbol))<div><h2 class="small-head">\(kind)</h2><p>\(what)</p><p class="meta">\(ui.since(item.since))\(some: item.taker, { ", \(ui("%@ s’en occupe", $0))" })</p></div></div>
        <div class="btn-row">\(action)\(takeButton(item, ui))</div></li>
        """
}

/// What was published is a link away; having looked is one button.
private func confirmationActions(_ confirmation: Confirmation, _ ui: Screen) -> HTML {
    """
    \(some: confirmation.question, { "<a class=\"btn btn--quiet\" href=\"\(ui.path(.question($0)))\" data-open>\(ui("L’échange"))</a>" })\(some: confirmation.announcement, { "<a class=\"btn btn--quiet\" href=\"\(ui.path(.announcement($0)))\" data-open>\(ui("L’annonce"))</a>" })\(actButton(ui("J’ai regardé"), .seeConfirmation(confirmation.id), ui))
    """
}

private func takeButton(_ item: QueueItem, _ ui: Screen) -> HTML {
    let isOwn = item.takenBy == ui.member?.id
    return """
        <form method="post" action="\(ui.path(.takeItem))">\(ui.formToken)<input type="hidden" name="objet" value="\(item.key.text)"><button class="btn btn--quiet" aria-pressed="\(if: isOwn, "true", else: "false")">\(ui("Je m’en occupe"))</button></form>
        """
}

extension Screen {
    fileprivate func name(ofFlagged object: Flagged) -> String {
        switch object {
        case .post(.question): self("Question signalée")
        case .post(.reply): self("Réponse signalée")
        case .announcement: self("Annonce signalée")
        case .word: self("Mot en privé signalé")
        }
    }

    /// "Donnée patient, blessant : masqué"
    fileprivate func summary(of rereading: Rereading) -> String {
        var seen: [String] = []
        for flag in rereading.flags where !seen.contains(name(of: flag.reason)) { seen.append(name(of: flag.reason)) }
        // Without a flag, it quotes what the server's operator erased.
        if seen.isEmpty { seen = [name(of: .patient)] }
        let reasons = seen.joined(separator: ", ")
        if rereading.correctionAskedAt != nil { return self("%@ : une correction est demandée", reasons) }
        if rereading.correctedAt != nil { return self("%@ : corrigé par son auteur, à relire", reasons) }
        return rereading.isHidden ? self("%@ : masqué, à relire", reasons) : self("%@ : visible, à relire", reasons)
    }
}
