import Markup
import Ruche

/// A fragment that the script puts under the search box: each line is chosen by arrows and Enter, or by a click.
func completionList(_ completions: [Completion], _ ui: Screen) -> HTML {
    "\(each: completions, { completion in option(completion, ui) })"
}

private func option(_ completion: Completion, _ ui: Screen) -> HTML {
    switch completion.form {
    case .text(let text):
        """
        <li role="option" aria-selected="false" data-text="\(text)">\(icon(.filter))<span>\(completion.label)</span></li>
        """
    case .exchange(let id):
        """
        <li role="option" aria-selected="false" data-way="\(ui.path(.question(id)))">\(icon(.ask))<span>\(completion.label)</span></li>
        """
    case .member(let id):
        """
        <li role="option" aria-selected="false" data-way="\(ui.path(.member(id)))">\(icon(.users))<span>\(completion.label)</span></li>
        """
    }
}

/// What makes a search box complete what is typed in it, once the script has run.
func completing(_ ui: Screen) -> HTML {
    "data-complete=\"\(ui.path(.completions))\" data-complete-label=\"\(ui("Propositions"))\""
}

extension Link {
    static let completions = Link.inside("/recherche/completer")
}
