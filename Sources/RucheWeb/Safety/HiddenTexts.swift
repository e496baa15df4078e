import Markup
import Ruche

/// In the place of a text that was flagged: a calm line for all, and for its author and the facilitators what they can do.
func hiddenNote(_ text: HiddenText, author: Author, _ ui: Screen) -> HTML {
    let isOwn = author.id == ui.member?.id
    return """
        <div class="note">\(icon(.eyeOff))<div><p>\(hiddenSentence(text, ui))</p>
        \(if: isOwn, forItsAuthor(text, ui))
        \(if: text.isFlaggedByReader, "<p><a class=\"link\" href=\"\(ui.path(.flag(text.object)))\">\(ui("Votre signalement"))</a></p>")
        \(some: ui.isFacilitator ? text.rereading : nil, { "<p><a class=\"link\" href=\"\(ui.path(.rereading($0)))\">\(ui("Relire"))</a></p>" })</div></div>
        """
}

func hiddenSentence(_ text: HiddenText, _ ui: Screen) -> String {
    if case .announcement = text.object { return hiddenSentence(ofAnnouncement: text.outcome, ui) }
    return switch text.outcome {
    case .removed: ui("Un message a été retiré par l’animation.")
    case .purged: ui("Un message a été effacé : il permettait de reconnaître un patient.")
    case nil, .putBack, .corrected: ui("Un message est masqué pendant qu’il est relu.")
    }
}

private func hiddenSentence(ofAnnouncement outcome: Rereading.Outcome?, _ ui: Screen) -> String {
    switch outcome {
    case .removed: ui("Cette annonce a été retirée par l’animation.")
    case .purged: ui("Cette annonce a été effacée : elle permettait de reconnaître un patient.")
    case nil, .putBack, .corrected: ui("Cette annonce est masquée pendant qu’elle est relue.")
    }
}

/// The same for its author, where they can correct it in place.
func hiddenForAuthor(_ text: HiddenText, _ ui: Screen) -> HTML {
    "<p>\(hiddenSentence(text, ui))</p>\(ownState(text, ui))"
}

private func ownState(_ text: HiddenText, _ ui: Screen) -> HTML {
    let words: HTML = "\(if: !text.word.isEmpty, "<p>\(ui("« %@ »", text.word))</p>")"
    guard text.outcome == nil else { return "<p>\(ui("C’était le vôtre."))</p>\(words)" }
    let state =
        text.isCorrectionAsked
        ? ui("C’est le vôtre. L’animation vous demande de le corriger ; il reviendra ensuite en place.")
        : text.isCorrected
            ? ui("C’est le vôtre. Votre correction est gardée, l’animation la relit.")
            : ui("C’est le vôtre. Vous pouvez le corriger sans attendre.")
    return "<p>\(state)</p>\(words)"
}

private func forItsAuthor(_ text: HiddenText, _ ui: Screen) -> HTML {
    guard text.outcome == nil else { return ownState(text, ui) }
    return """
        \(ownState(text, ui))<p><a class="btn" href="\(ui.path(.correct(text.object)))">\(icon(.edit))\(ui("Corriger mon message"))</a></p>
        """
}
