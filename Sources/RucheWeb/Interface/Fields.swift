import Markup
import Ruche

/// A field: label, hint, error, control, in this order. The error is the refusal that names this field.
struct Field {
    let name: String
    let label: String
    var hint: String? = nil
    var isOptional = false
    var refusal: Refusal? = nil
    /// The field's name in the form, where it can't be an identifier of the page.
    var formName: String? = nil

    private var sent: String { formName ?? name }
    var isWrong: Bool { refusal?.field == sent }
    private var describedBy: String? {
        let ids = [hint == nil ? nil : "\(name)-h", isWrong ? "\(name)-e" : nil].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    func input(_ value: String, type: String = "text", autocomplete: String? = nil, maxLength: Int? = nil, _ ui: Screen)
        -> HTML
    {
        wrapped(
            """
            <input class="input" id="\(name)" name="\(sent)" type="\(type)" value="\(value)"\(attribute: "autocomplete", autocomplete)\(attribute: "maxlength", maxLength.map(String.init))\(attribute: "aria-describedby", describedBy)\(attribute: "aria-invalid", isWrong ? "true" : nil)>
            """, ui)
    }

    func textarea(_ value: String, rows: Int = 4, style: String = "textarea", _ ui: Screen) -> HTML {
        // A browser drops one new line at the start of a text area: one is put there for it.
        wrapped(
            """
            <textarea class="\(style)" id="\(name)" name="\(sent)" rows="\(rows)"\(attribute: "aria-describedby", describedBy)\(attribute: "aria-invalid", isWrong ? "true" : nil)>
            \(value)</textarea>
            """, ui)
    }

    /// A text with the marks of emphasis, lists, quotations and links: each button works on what is selected, or,
    /// without script, adds its mark at the end.
    func editor(_ value: String, rows: Int = 6, style: String = "textarea", _ ui: Screen) -> HTML {
        wrapped(
            """
            <div><div class="toolbar" role="toolbar" aria-label="\(sent == "texte" ? ui("Mise en forme") : ui("Mise en forme : %@", label))" data-toolbar="\(name)">\(each: TextMark.allCases, { mark in
                "<button name=\"mettre\" value=\"\(mark.rawValue)\(if: sent != "texte", ".\(sent)")\" formnovalidate aria-label=\"\(ui.name(of: mark))\">\(icon(mark.icon))</button>"
            })</div><textarea class="\(style)" id="\(name)" name="\(sent)" rows="\(rows)"\(attribute: "aria-describedby", describedBy)\(attribute: "aria-invalid", isWrong ? "true" : nil)>
            \(value)</textarea></div>
            """, ui)
    }

    /// - Parameter options: value and label; the first is usually the empty choice.
    func select(_ value: String, _ options: [(value: String, label: String)], _ ui: Screen) -> HTML {
        wrapped(
            """
            <select class="select" id="\(name)" name="\(sent)"\(attribute: "aria-describedby", describedBy)\(attribute: "aria-invalid", isWrong ? "true" : nil)>\(each: options, { "<option value=\"\($0.value)\"\(flag: "selected", $0.value == value)>\($0.label)</option>" })</select>
            """, ui)
    }

    private func wrapped(_ control: HTML, _ ui: Screen) -> HTML {
        """
        <div class="field\(if: isWrong, " field--error")"><label class="field__label" for="\(name)">\(label)\(if: isOptional, " <span class=\"field__opt\">(\(ui("facultatif")))</span>")</label>\(some: hint, { "<span class=\"hint\" id=\"\(name)-h\">\($0)</span>" })\(if: isWrong, "<span class=\"error\" id=\"\(name)-e\">\(icon(.alert))\(refusal?(ui.words) ?? "")</span>")\(control)</div>
        """
    }
}

/// What the toolbar of a text puts in it.
enum TextMark: String, CaseIterable {
    case bold = "gras", italic = "italique", list = "liste", quote = "citation", link = "lien"

    var icon: Icon {
        switch self {
        case .bold: .bold
        case .italic: .italic
        case .list: .list
        case .quote: .quote
        case .link: .link
        }
    }

    /// The text with the mark at its end, to be filled in.
    func added(to text: String, _ ui: Screen) -> String {
        let start = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
        switch self {
        case .bold: return text + "**\(ui("important"))**"
        case .italic: return text + "*\(ui("nuance"))*"
        case .list: return start + "- "
        case .quote: return start + "> "
        case .link: return text + "[\(ui("texte du lien"))](https://)"
        }
    }
}

extension Form {
    /// The form with the mark of the toolbar that was pressed at the end of its text; nil when none was.
    func marked(_ ui: Screen) -> Form? {
        let parts = self["mettre"].split(separator: ".", maxSplits: 1).map(String.init)
        guard let mark = parts.first.flatMap({ TextMark(rawValue: $0) }) else { return nil }
        let field = parts.count > 1 ? parts[1] : "texte"
        var form = self
        form.set(mark.added(to: self[field], ui), for: field)
        return form
    }
}

extension Screen {
    fileprivate func name(of mark: TextMark) -> String {
        switch mark {
        case .bold: self("Gras")
        case .italic: self("Italique")
        case .list: self("Liste")
        case .quote: self("Citation")
        case .link: self("Lien")
        }
    }
}

/// The button that the Enter key presses in a form whose first ones are for something else.
let enterButton: HTML = "<button class=\"vh\" tabindex=\"-1\" aria-hidden=\"true\"></button>"

/// One of a few choices, each with a word of explanation.
func choiceCard(_ type: StaticString, name: String, value: String, isOn: Bool, _ label: String, _ detail: String? = nil)
    -> HTML
{
    """
    <label class="choice choice--card"><input type="\(HTML(stringLiteral: type))" name="\(name)" value="\(value)"\(flag: "checked", isOn)><span class="choice__text">\(label)\(some: detail, { "<small>\($0)</small>" })</span></label>
    """
}

/// What a form was refused for, above it, when no field bears it; focus goes there.
func refusalNote(_ refusal: Refusal?, fields: Set<String>, _ ui: Screen) -> HTML {
    guard let refusal, refusal.field.map({ !fields.contains($0) }) ?? true else { return "" }
    return """
        <div class="note note--clay" role="alert" tabindex="-1" id="alerte">\(icon(.alert))<div><p>\(refusal(ui.words))</p></div></div>
        """
}
