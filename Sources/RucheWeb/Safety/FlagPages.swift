import Markup
import Ruche

struct FlagForm {
    let text: TextOnFile
    /// The reader's own flag, if they have said it before.
    let own: OwnFlag?
    var reason = ""
    var words = ""
    var refusal: Refusal? = nil

    init(_ text: TextOnFile, own: OwnFlag?) { (self.text, self.own) = (text, own) }
}

/// The way to say that a text should be read again, quiet beside the others.
func flagLink(_ object: Flagged, _ ui: Screen) -> HTML {
    "<div class=\"btn-row\"><a class=\"btn btn--quiet\" href=\"\(ui.path(.flag(object)))\">\(icon(.shield))\(ui("Signaler"))</a></div>"
}

/// Why somebody thinks that a text should be read again; after that, what became of it.
func flagPage(_ form: FlagForm, _ ui: Screen) -> HTML {
    let text = form.text
    return page(
        Page(
            ui("Signaler un message"), at: .init(of: text.place),
            """
            \(crumbs([(ui.name(of: text.place), .place(text.place))], ui))
            \(pageHead(ui("Signaler un message"), lede: ui.promise(toWhoFlagsIn: text.place)))
            <div class="narrow stack stack--l">
              \(some: form.own, { ownFlagNote($0, ui) })
              \(if: text.isGone, "<p class=\"note\">\(icon(.eyeOff))\(ui("Ce message est masqué pendant qu’il est relu."))</p>", else: flagForm(form, ui))
            </div>
            """), ui)
}

private func flagForm(_ form: FlagForm, _ ui: Screen) -> HTML {
    let text = form.text
    return """
        <figure class="verbatim">\(if: !text.title.isEmpty, "<p><strong>\(text.title)</strong></p>")\(if: !text.html.isEmpty, "<div class=\"prose\">\(HTML(trusting: text.html))</div>")<figcaption>\(ui.signature(of: text.author))</figcaption></figure>
        <form class="stack stack--l" method="post" action="\(ui.path(.flag(text.object)))">\(ui.formToken)\(refusalNote(form.refusal, fields: ["mots"], ui))
          <fieldset><legend class="label">\(ui("Qu’est-ce qui ne va pas ?"))</legend><div class="choices mt-2">
            \(each: PostFlag.Reason.allCases, { choiceCard("radio", name: "raison", value: $0.rawValue, isOn: form.reason == $0.rawValue, ui.name(of: $0), ui.detail(of: $0)) })
          </div></fieldset>
          \(Field(name: "mots", label: ui("En une phrase"), hint: ui("Nécessaire pour « autre ». Ne recopiez pas ce qui identifie un patient."), isOptional: true, refusal: form.refusal).input(form.words, maxLength: 500, ui))
          <div class="btn-row"><button class="btn btn--primary">\(ui("Signaler"))</button><a class="btn btn--quiet" href="\(ui.path(.place(text.place)))">\(ui("Renoncer"))</a></div>
        </form>
        """
}

private func ownFlagNote(_ flag: OwnFlag, _ ui: Screen) -> HTML {
    let said = ui("Vous l’avez signalé %@ : %@.", ui.relative(flag.flaggedAt), ui.name(of: flag.reason).lowercased())
    let answer: HTML
    if let outcome = flag.outcome {
        answer =
            "<p>\(ui.sentence(of: outcome))</p>\(if: !flag.word.isEmpty, "<p>\(ui("« %@ »", flag.word))</p>")"
    } else {
        answer = "<p>\(ui("L’animation ne l’a pas encore relu. Vous aurez sa réponse ici et par courriel."))</p>"
    }
    return "<div class=\"note\">\(icon(.info))<div><p>\(said)</p>\(answer)</div></div>"
}

extension Screen {
    /// What becomes of a flag, and who will know of it: between two people, each knows the other.
    fileprivate func promise(toWhoFlagsIn place: FlaggedPlace) -> String {
        if case .talk = place {
            return self(
                "L’animation lit ce mot, et lui seul, et vous dit ce qu’elle a fait. Elle ne dit pas qui l’a signalé ; à deux, son auteur le devinera."
            )
        }
        return self("L’animation relit, et vous dit ce qu’elle a fait. Personne ne saura que c’est vous.")
    }

    func name(of reason: PostFlag.Reason) -> String {
        switch reason {
        case .patient: self("Donnée patient")
        case .misplaced: self("Pas à sa place")
        case .hurtful: self("Blessant")
        case .other: self("Autre")
        }
    }

    fileprivate func detail(of reason: PostFlag.Reason) -> String {
        switch reason {
        case .patient: self("On pourrait reconnaître quelqu’un. Le message est masqué tout de suite, pour tous.")
        case .misplaced: self("Publicité, hors sujet, dans le mauvais échange")
        case .hurtful: self("Envers une personne ou un métier")
        case .other: self("Dites-le en une phrase")
        }
    }

    /// For whoever flagged a text, and in its place.
    func sentence(of outcome: Rereading.Outcome) -> String {
        switch outcome {
        case .putBack: self("Relu : le message reste en place.")
        case .corrected: self("Corrigé par son auteur : le message est de nouveau en place.")
        case .removed: self("Relu : le message est retiré.")
        case .purged: self("Le message est effacé.")
        }
    }

    /// An author as others see them: name, profession, establishment.
    func signature(of author: Author) -> String {
        author.isNameless
            ? name(of: author) : [author.name, trade(author, self)].compactMap { $0 }.joined(separator: ", ")
    }
}
