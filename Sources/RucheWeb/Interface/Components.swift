import Markup
import Ruche

/// The initials of somebody, in one of five tones that stay theirs.
func avatar(_ name: String, tone: Int64, isSmall: Bool = false, isLarge: Bool = false) -> HTML {
    let words = name.split(separator: " ")
    let initials = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first.map(String.init) }.joined()
    return """
        <span class="avatar \(toneClass(tone))\(if: isSmall, " avatar--sm")\(if: isLarge, " avatar--lg")" aria-hidden="true">\(initials.uppercased())</span>
        """
}

/// The initials of the author of a post; of who is not named, a tone that tells nothing.
func avatar(of author: Author, isSmall: Bool = false) -> HTML {
    avatar(author.name, tone: author.isNameless ? 0 : author.id.rawValue, isSmall: isSmall)
}

private func toneClass(_ number: Int64) -> String {
    ["avatar--a", "avatar--b", "avatar--c", "avatar--d", "avatar--e"][Int(number.magnitude % 5)]
}

/// Name, profession, establishment. The name leads to the member's card.
func person(_ author: Author, _ ui: Screen) -> HTML {
    """
    <div class="person">\(avatar(of: author))<div class="person__text">\(authorName(author, ui))\(some: author.isNameless ? nil : trade(author, ui), { "<small>\($0)</small>" })</div></div>
    """
}

/// A guest and a sponsor see who it is, not the directory.
func authorName(_ author: Author, _ ui: Screen) -> HTML {
    if !ui.isMember || author.isNameless { return "<span>\(ui.name(of: author))</span>" }
    return "<a href=\"\(ui.path(.member(author.id)))\">\(author.name)</a>"
}

/// "infirmière, CH de Montrieux"; nil when neither is said.
func trade(_ author: Author, _ ui: Screen) -> String? {
    let parts = [author.profession.map { ui.name(of: $0) }, author.establishment].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
}

extension Screen {
    /// Under what name an author signs: theirs, or "Une infirmière, EHPAD".
    func name(of author: Author) -> String {
        guard author.isNameless else { return author.name }
        let place = author.setting.map { name(of: $0) }
        return [trade(of: author.profession), place].compactMap { $0 }.joined(separator: ", ")
    }

    private func trade(of profession: Profession?) -> String {
        guard let profession else { return self("Un membre") }
        let title = name(of: profession)
        switch profession.isFeminine {
        case true?: return self("Une %@", title)
        case false?: return self("Un %@", title)
        case nil: return title.prefix(1).uppercased() + title.dropFirst()
        }
    }

    /// A name as letters, lists and news carry it.
    func who(_ name: String) -> String { name == Author.unnamed ? self("Un membre") : name }

    func name(of profession: Profession) -> String {
        profession.title(in: self.language)
    }
}

/// The head of a page: h1, its context above, one sentence under, at most two actions.
func pageHead(_ title: String, eyebrow: String? = nil, lede: String? = nil, actions: HTML = "") -> HTML {
    """
    <div class="page-head">
      <div class="page-head__text">
        \(some: eyebrow, { "<p class=\"eyebrow\">\($0)</p>" })
        <h1>\(title)</h1>
        \(some: lede, { "<p class=\"lede\">\($0)</p>" })
      </div>
      \(if: !actions.isEmpty, "<div class=\"btn-row\">\(actions)</div>")
    </div>
    """
}

/// The way back: the pages above this one.
func crumbs(_ steps: [(label: String, link: Link)], _ ui: Screen) -> HTML {
    """
    <nav aria-label="\(ui("Fil d’Ariane"))"><ol class="crumbs">\(each: steps, { "<li><a href=\"\(ui.path($0.link))\">\($0.label)</a></li>" })</ol></nav>
    """
}

/// Nothing yet: a fact, what will come, one gesture.
func emptyState(_ title: String, _ sentence: String, id: String, _ action: HTML = "") -> HTML {
    """
    <section class="empty" aria-labelledby="\(id)"><svg viewBox="0 0 132 88" aria-hidden="true" focusable="false"><path class="art-line" d="M10 78h112"/><path class="art-fill" d="M46 22l14 8v16l-14 8-14-8V30z"/><path class="art-fir" d="M78 34l14 8v16l-14 8-14-8V42z"/><path class="art-line" d="M110 30l10 6v11l-10 6-10-6V36z" stroke-dasharray="3 4"/></svg><h2 id="\(id)">\(title)</h2><p>\(sentence)</p>\(action)</section>
    """
}

/// A button that acts, alone in its form; it works without script.
func actButton(_ label: String, _ link: Link, _ ui: Screen, style: ButtonStyle = .plain, icon symbol: Icon? = nil)
    -> HTML
{
    """
    <form method="post" action="\(ui.path(link))">\(ui.formToken)<button class="\(style.rawValue)">\(some: symbol, { icon($0) })\(label)</button></form>
    """
}

/// Gestures that are asked for less often, behind one word; nothing when there is none.
/// - Parameter subject: what they act on, said to those who do not see where the word stands.
func lesserGestures(_ gestures: [HTML], on subject: String, _ ui: Screen) -> HTML {
    let gestures = gestures.filter { !$0.isEmpty }
    if gestures.isEmpty { return "" }
    return """
        <details class="menu"><summary class="btn btn--quiet">\(ui("Plus"))<span class="vh"> \(subject)</span></summary><div class="menu__panel">\(each: gestures, { $0 })</div></details>
        """
}

enum ButtonStyle: String {
    case primary = "btn btn--primary", plain = "btn", quiet = "btn btn--quiet", danger = "btn btn--danger"
}

/// An objective's cells: one for each team or step, filled when it is there. Hexagons are knowledge.
func cells(_ on: Int, of all: Int) -> HTML {
    guard all > 0 else { return "" }
    let width = all * 18
    return """
        <svg viewBox="0 0 \(width) 20" preserveAspectRatio="xMinYMid meet" aria-hidden="true" focusable="false">\(each: 0..<all, { cell in
            let x = 9 + cell * 18
            return "<path class=\"\(if: cell < on, "cell cell--on", else: "cell")\" d=\"M\(x) 1l8 4.5v9L\(x) 19l-8-4.5v-9z\"/>"
        })</svg>
        """
}
