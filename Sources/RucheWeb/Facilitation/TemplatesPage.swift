import Markup
import Ruche

/// The words that each kind of letter begins with, the community's or Ruche's.
struct TemplateForm: Sendable {
    var kind: MessageKind?
    var text = ""
    var refusal: Refusal? = nil
}

func templatesPage(_ templates: [MessageTemplate], _ form: TemplateForm, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Modèles de messages"), at: .desk,
            """
            \(crumbs([(ui("Animation"), .desk)], ui))
            \(pageHead(ui("Modèles de messages"), lede: ui("Les mots par lesquels commence chaque lettre de l’animation. Chacun les change encore avant d’envoyer : rien ne part tout seul.")))
            <div class="narrow stack stack--xl"><p class="note">\(icon(.info))<span>\(ui("{titre} devient le titre de la question, du document ou de la fonction ; {communaute}, le nom de la communauté."))</span></p>
            \(each: templates, { templateSection($0, form, ui) })</div>
            """), ui)
}

private func templateSection(_ template: MessageTemplate, _ form: TemplateForm, _ ui: Screen) -> HTML {
    let isTyped = form.kind == template.kind
    let text = isTyped ? form.text : template.text ?? template.kind.standard(ui.words)
    let id = "modele-" + template.kind.rawValue.replacing(" ", with: "-")
    return """
        <form class="stack" method="post" action="\(ui.path(.messageTemplates))">\(ui.formToken)<input type="hidden" name="sorte" value="\(template.kind.rawValue)">
        \(if: isTyped, refusalNote(form.refusal, fields: ["texte"], ui))
        \(Field(name: id, label: ui.name(of: template.kind), hint: template.writtenAt.map { at in template.writer.map { ui("Changé par %@ %@.", $0, ui.relative(at)) } ?? ui("Changé %@.", ui.relative(at)) }, refusal: isTyped ? form.refusal : nil, formName: "texte").textarea(text, rows: 5, ui))
        <div class="btn-row"><button class="btn">\(ui("Garder ce modèle"))</button>\(if: template.text != nil, "<button class=\"btn btn--quiet\" name=\"rendre\" value=\"1\">\(ui("Revenir au texte de Ruche"))</button>")</div></form>
        """
}
