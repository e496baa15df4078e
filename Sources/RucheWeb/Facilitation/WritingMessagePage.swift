import Markup
import Ruche

/// What is about to leave: to whom, in which words, as it will arrive.
struct MessageForm: Sendable {
    let message: Message
    let community: String
    let writer: String
    var draft: MessageDraft
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil

    /// With the community's own words, or Ruche's, until something was typed.
    init(_ kind: String, _ object: String, typed: Form?, _ view: View, _ ui: Screen) throws {
        message = try view.desk.message(kind, object)
        let place = try view.communities.current().name
        community = place
        writer = try view.members.profile(try view.member).member.name
        draft = MessageDraft(kind: kind, object: message.object)
        if let typed {
            (draft.recipient, draft.words) = (typed["a-qui"], typed["mot"])
            draft.isConfirmed = typed.has("confirme")
        } else {
            draft.recipient = message.isChoice ? message.recipients.first?.id.description ?? "" : ""
            let template = try view.desk.template(of: message.kind) ?? message.kind.standard(ui.words)
            draft.words = template.filled(title: title(ui), community: place)
        }
    }

    /// What it is about, in words.
    func title(_ ui: Screen) -> String {
        message.function.map { ui.name(of: $0) } ?? message.title
    }
}

func writeMessagePage(_ form: MessageForm, _ ui: Screen) -> HTML {
    let message = form.message
    let title = ui.name(of: message.kind)
    return page(
        Page(
            title, at: .desk,
            """
            \(crumbs([(ui("Animation"), .desk)], ui))
            \(pageHead(title, lede: ui("Rien ne part sans vous. Voici la lettre, à votre nom ; changez-la comme vous voulez.")))
            \(if: message.recipients.isEmpty, nobodyToAsk(message, ui), else: letterForm(form, ui))
            """), ui)
}

private func letterForm(_ form: MessageForm, _ ui: Screen) -> HTML {
    let (message, draft, refusal) = (form.message, form.draft, form.refusal)
    let reader = message.isChoice ? nil : message.recipients.first
    let greeting =
        message.isChoice || message.recipients.count > 1 || reader?.isNameless == true
        ? ui("Bonjour (son prénom),") : ui.words.greeting(reader?.name ?? "")
    // A request for help already has its own letter: the words stand in it, in the name of who asks.
    let isRequest = message.kind == .solicit
    let subject = ui.words.subject(
        of: message.kind, from: message.asker.map { ui.name(of: $0) } ?? form.writer, title: form.title(ui),
        community: form.community)
    return """
        <form class="stack stack--l narrow" method="post" action="\(ui.path(.writeMessage))">
          \(ui.formToken)<input type="hidden" name="geste" value="\(draft.kind)"><input type="hidden" name="objet" value="\(message.object)">
          \(some: form.wall, { messageWall($0, ui) })
          \(refusalNote(refusal, fields: ["a-qui", "mot"], ui))
          \(if: message.isChoice, recipientChoice(form, ui), else: "<div><p class=\"label\">\(ui("À"))</p><ul class=\"rows rows--tight\">\(each: message.recipients, { "<li>\(person($0, ui))</li>" })</ul></div>")
          <p><span class="label">\(ui("Objet"))</span> \(subject)</p>
          \(if: isRequest, "<p>\(ui("La question, puis : « %@ a pensé à vous », et votre mot.", form.writer))</p>", else: "<p>\(greeting)</p>")
          \(Field(name: "mot", label: ui("Votre mot"), hint: isRequest ? ui("Il paraît dans la demande, après la question. 500 caractères au plus.") : ui("Rien qui permette de reconnaître un patient."), refusal: refusal).textarea(draft.words, rows: isRequest ? 4 : 8, ui))
          \(if: !isRequest, "<p>\(form.writer)<br><span class=\"meta\">\(ui("Puis le lien vers l’échange ou la communauté."))</span></p>")
          <p class="hint">\(isRequest ? ui("La personne peut décliner d’un clic ; vous ne saurez pas si elle l’a fait.") : ui("Répondre à ce courriel vous écrira : votre adresse y paraît. L’objet et les salutations sont dans la langue de qui le lit."))</p>
          <div class="btn-row"><button class="btn btn--primary">\(icon(.send))\(message.recipients.count > 1 && !message.isChoice ? ui("Envoyer à %d personne", "Envoyer à %d personnes", message.recipients.count) : ui("Envoyer"))</button><a class="btn btn--quiet" href="\(ui.path(.desk))">\(ui("Renoncer"))</a>\(some: message.question, { isRequest ? "<a class=\"btn btn--quiet\" href=\"\(ui.path(.inviteToAnswer($0)))\">\(ui("Quelqu’un d’autre"))</a>" : "" })</div>
        </form>
        """
}

/// Each with why they may know, where help is asked for.
private func recipientChoice(_ form: MessageForm, _ ui: Screen) -> HTML {
    let refusal = form.refusal?.field == "a-qui" || form.refusal?.field == "collegue" ? form.refusal : nil
    return """
        <fieldset><legend class="label">\(ui("À qui"))</legend>\(some: refusal, { "<span class=\"error\" id=\"a-qui-e\">\(icon(.alert))\($0(ui.words))</span>" })<div class="choices mt-2">\(each: form.message.recipients, { reader in
            choiceCard("radio", name: "a-qui", value: reader.id.description, isOn: form.draft.recipient == reader.id.description, reader.name, form.message.reasons[reader.id].map { ui.theirReason($0) } ?? trade(reader, ui))
        })</div></fieldset>
        """
}

private func nobodyToAsk(_ message: Message, _ ui: Screen) -> HTML {
    let action: HTML =
        message.question.map {
            "<a class=\"btn btn--primary\" href=\"\(ui.path(.inviteToAnswer($0)))\">\(ui("Choisir quelqu’un"))</a>"
        }
        ?? "<a class=\"btn\" href=\"\(ui.path(.roles))\">\(ui("Rôles et fonctions"))</a>"
    return emptyState(
        ui("Personne à proposer"),
        ui("Qui connaît le sujet a déjà été sollicité, ou ne peut pas l’être en ce moment."), id: "vide", action)
}

private func messageWall(_ wall: GuardWall, _ ui: Screen) -> HTML {
    """
    <div class="note note--clay" role="alert" tabindex="-1" id="alerte">\(icon(.shield))<div><h2 class="small-head">\(ui("Ce texte permet peut-être de reconnaître un patient"))</h2><p>\(ui("Rien n’est envoyé pour l’instant, votre texte est gardé."))</p>
      <ul class="mt-2">\(each: wall.passages, { passage in
        "<li>« <mark>\(passage.text)</mark> » : \(passage.replacement.isEmpty ? ui("à supprimer") : ui("préférez « %@ »", passage.replacement))</li>"
      })</ul>
      <label class="choice mt-3"><input type="checkbox" name="confirme" value="1"><span class="choice__text">\(ui("Ce n’est pas un patient : envoyer tel quel"))<small>\(ui("Cette confirmation est notée pour l’animation, sans le texte."))</small></span></label></div></div>
    """
}

extension Screen {
    /// Why somebody may know, said to who asks them.
    fileprivate func theirReason(_ reason: SolicitationReason) -> String {
        switch reason {
        case .card(let topic): self("Sa carte dit pouvoir aider sur « %@ ».", topic)
        case .replies(let topic): self("Ses réponses sur « %@ » ont servi à d’autres.", topic)
        case .setting: self("Exerce dans un lieu semblable.")
        case .colleague: ""
        }
    }
}
