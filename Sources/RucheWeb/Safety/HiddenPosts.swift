import Markup
import Ruche

/// In the place of a post that was flagged: a calm line for all, and for its author and the facilitators what they can do.
func hiddenPostNote(_ post: HiddenPost, author: Author, _ ui: Screen) -> HTML {
    let isOwn = author.id == ui.member?.id
    return """
        <div class="note">\(icon(.eyeOff))<div><p>\(hiddenSentence(post, ui))</p>
        \(if: isOwn, forItsAuthor(post, ui))
        \(if: post.isFlaggedByReader, "<p><a class=\"link\" href=\"\(ui.path(.flag(post.post)))\">\(ui("Votre signalement"))</a></p>")
        \(some: ui.isFacilitator ? post.rereading : nil, { "<p><a class=\"link\" href=\"\(ui.path(.rereading($0)))\">\(ui("Relire"))</a></p>" })</div></div>
        """
}

func hiddenSentence(_ post: HiddenPost, _ ui: Screen) -> String {
    switch post.outcome {
    case .removed: ui("Un message a été retiré par l’animation.")
    case .purged: ui("Un message a été effacé : il permettait de reconnaître un patient.")
    case nil, .putBack, .corrected: ui("Un message est masqué pendant qu’il est relu.")
    }
}

/// The same for its author, where they can correct it in place.
func hiddenForAuthor(_ post: HiddenPost, _ ui: Screen) -> HTML {
    "<p>\(hiddenSentence(post, ui))</p>\(ownState(post, ui))"
}

private func ownState(_ post: HiddenPost, _ ui: Screen) -> HTML {
    let words: HTML = "\(if: !post.word.isEmpty, "<p>\(ui("« %@ »", post.word))</p>")"
    guard post.outcome == nil else { return "<p>\(ui("C’était le vôtre."))</p>\(words)" }
    let state =
        post.isCorrectionAsked
        ? ui("C’est le vôtre. L’animation vous demande de le corriger ; il reviendra ensuite en place.")
        : post.isCorrected
            ? ui("C’est le vôtre. Votre correction est gardée, l’animation la relit.")
            : ui("C’est le vôtre. Vous pouvez le corriger sans attendre.")
    return "<p>\(state)</p>\(words)"
}

private func forItsAuthor(_ post: HiddenPost, _ ui: Screen) -> HTML {
    guard post.outcome == nil else { return ownState(post, ui) }
    return """
        \(ownState(post, ui))<p><a class="btn" href="\(ui.path(.correct(post.post)))">\(icon(.edit))\(ui("Corriger mon message"))</a></p>
        """
}
