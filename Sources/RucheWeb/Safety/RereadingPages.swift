import Markup
import Ruche

struct RereadingOnPage {
    let rereading: Rereading
    /// The text, once a facilitator has asked for it; nil while it is masked.
    var text: TextOnFile? = nil
    var verdict = ""
    var word = ""
    var refusal: Refusal? = nil

    init(_ rereading: Rereading, text: TextOnFile? = nil) { (self.rereading, self.text) = (rereading, text) }
}

/// A flagged text, to be read again: why, masked at first, and the four answers.
func rereadingPage(_ model: RereadingOnPage, _ ui: Screen) -> HTML {
    let rereading = model.rereading
    let title = ui.title(ofFlagged: rereading.object)
    return page(
        Page(
            title, at: .rereading,
            """
            \(crumbs([(ui("À relire"), .queue)], ui))
            \(pageHead(title, lede: ui("Signalement reçu %@. Votre réponse sera lue par son auteur, par ceux qui ont signalé, et dans le journal des actes.", ui.relative(rereading.openedAt))))
            <div class="narrow stack stack--xl">
              \(refusalNote(model.refusal, fields: ["mot"], ui))
              \(flagList(rereading, ui))
              \(flaggedText(model, ui))
              \(rereading.decidedAt == nil || rereading.outcome == .removed ? verdictForm(model, ui) : "")
            </div>
            """), ui)
}

private func flagList(_ rereading: Rereading, _ ui: Screen) -> HTML {
    """
    <section aria-labelledby="pourquoi"><h2 class="small-head" id="pourquoi">\(ui("Ce qui est signalé"))</h2>
    <ul class="rows rows--tight mt-3">\(each: rereading.flags, { flag in
        "<li><strong>\(ui.name(of: flag.reason))</strong>\(if: !flag.words.isEmpty, " \(ui("« %@ »", flag.words))") <span class=\"meta\">\(ui.relative(flag.flaggedAt))</span></li>"
    })</ul>
    \(if: rereading.correctedAt != nil, "<p class=\"note mt-3\">\(icon(.edit))\(ui("Son auteur l’a corrigé depuis."))</p>")
    \(if: rereading.correctionAskedAt != nil && rereading.decidedAt == nil, "<p class=\"note mt-3\">\(icon(.clock))\(ui("Une correction est demandée : quand son auteur l’aura faite, le message reviendra en place."))</p>")
    \(some: rereading.outcome, { outcome in "<div class=\"note mt-3\">\(icon(.done))<div><p>\(ui.sentence(of: outcome)) \(some: rereading.decider, { HTML(text: ui("Décidé par %@.", $0)) })</p>\(if: !rereading.word.isEmpty, "<p>\(ui("« %@ »", rereading.word))</p>")</div></div>" })</section>
    """
}

private func flaggedText(_ model: RereadingOnPage, _ ui: Screen) -> HTML {
    let rereading = model.rereading
    if rereading.outcome == .purged {
        return "<p><a class=\"link\" href=\"\(ui.path(.incidents))\">\(ui("La preuve de l’effacement"))</a></p>"
    }
    let way = wayToPlace(of: rereading, ui)
    guard let text = model.text else {
        return """
            <section aria-labelledby="texte"><h2 class="small-head" id="texte">\(ui("Le message"))</h2>
            <p class="mt-2">\(ui("De %@.", ui.signature(of: rereading.author))) \(way)</p>
            <p class="muted mt-2">\(ui("Son texte est masqué ici : ne l’ouvrez que pour décider. Le journal dira que vous l’avez lu."))</p>
            <div class="mt-3">\(actButton(ui("Lire le message"), .readHidden(rereading.id), ui, icon: .file))</div></section>
            """
    }
    return """
        <section aria-labelledby="texte"><h2 class="small-head" id="texte">\(ui("Le message"))</h2>
        <figure class="verbatim mt-3">\(if: !text.title.isEmpty, "<p><strong>\(text.title)</strong></p>")\(if: !text.html.isEmpty, "<div class=\"prose\">\(HTML(trusting: text.html))</div>")\(each: text.others, { "<p>\($0)</p>" })<figcaption>\(ui.signature(of: text.author))</figcaption></figure>
        <p class="mt-2">\(way)</p></section>
        """
}

/// Facilitators read a word in private that was flagged, not the talk around it.
private func wayToPlace(of rereading: Rereading, _ ui: Screen) -> HTML {
    if case .talk = rereading.place {
        return "\(ui("Seul ce mot vous est montré, pas ce qui l’entoure ni à qui il s’adresse."))"
    }
    return "<a class=\"link\" href=\"\(ui.path(.place(rereading.place)))\">\(ui.name(of: rereading.place))</a>"
}

private func verdictForm(_ model: RereadingOnPage, _ ui: Screen) -> HTML {
    let rereading = model.rereading
    let choices = Verdict.allCases.filter { rereading.outcome == nil || $0 == .putBack }
    return """
        <form class="stack stack--l" method="post" action="\(ui.path(.decideRereading(rereading.id)))" aria-labelledby="reponse">\(ui.formToken)
          <h2 class="small-head" id="reponse">\(ui("Votre réponse"))</h2>
          <fieldset><legend class="vh">\(ui("Votre réponse"))</legend><div class="choices">
            \(each: choices, { choiceCard("radio", name: "verdict", value: $0.rawValue, isOn: model.verdict == $0.rawValue, ui.name(of: $0, isHidden: rereading.isHidden), ui.detail(of: $0)) })
          </div></fieldset>
          \(Field(name: "mot", label: ui("Pourquoi, en une phrase"), hint: ui("Tous les membres la liront dans le journal des actes : rien qui identifie un patient. Facultative pour effacer."), refusal: model.refusal).input(model.word, maxLength: 500, ui))
          <div class="btn-row"><button class="btn btn--primary">\(ui("Répondre"))</button></div>
        </form>
        """
}

extension Screen {
    fileprivate func title(ofFlagged object: Flagged) -> String {
        switch object {
        case .post(.question): self("Une question à relire")
        case .post(.reply): self("Une réponse à relire")
        case .announcement: self("Une annonce à relire")
        case .word: self("Un mot en privé à relire")
        }
    }

    fileprivate func name(of verdict: Verdict, isHidden: Bool) -> String {
        switch verdict {
        case .putBack: isHidden ? self("Remettre en place") : self("Laisser en place")
        case .askCorrection: self("Demander à son auteur de corriger")
        case .remove: self("Retirer")
        case .purge: self("Effacer pour de bon")
        }
    }

    fileprivate func detail(of verdict: Verdict) -> String {
        switch verdict {
        case .putBack: self("Rien n’identifie un patient, rien ne blesse")
        case .askCorrection: self("Il reviendra dès que ce sera fait")
        case .remove: self("Son texte est gardé à part, l’animation peut le remettre")
        case .purge: self("Texte, historique, fichiers, courriels : pour une donnée patient. Rien ne le rendra.")
        }
    }
}
