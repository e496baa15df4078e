import Markup
import Ruche

/// Beside what is being written: one's profession and the kind of place, without one's name.
func namelessChoice(_ isOn: Bool, _ ui: Screen) -> HTML {
    """
    <label class="choice"><input type="checkbox" name="sans-nom" value="1"\(flag: "checked", isOn)><span class="choice__text">\(ui("Ne montrer que mon métier"))<small>\(ui("Personne ne verra votre nom, ni les membres ni l’animation. Le message reste le vôtre : vous pourrez le modifier, et remettre votre nom."))</small></span></label>
    """
}

/// On one's own post.
func signatureButton(_ post: Post, of author: Author, _ ui: Screen) -> HTML {
    """
    <form method="post" action="\(ui.path(.signature(post)))">\(ui.formToken)<button class="btn btn--quiet" name="nom" value="\(if: author.isNameless, "montre", else: "masque")">\(icon(.eyeOff))\(author.isNameless ? ui("Montrer mon nom") : ui("Ne montrer que mon métier"))</button></form>
    """
}
