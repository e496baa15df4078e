import Markup
import Ruche

/// The subjects of the community: what each is about, how many exchanges, what else it is called.
func topicsPage(_ topics: [TopicOnPage], _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Sujets"), at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions)], ui))
            \(pageHead(ui("Sujets"), lede: ui("Les mots dont la communauté se sert pour ses échanges et ses cartes. Un autre nom mène au même sujet.")))
            \(if: topics.isEmpty, emptyState(ui("Aucun sujet encore"), ui("Ils viennent avec les questions : trois au plus, choisis par qui les pose."), id: "vide", askButton(ui)), else: "<ul class=\"rows\">\(each: topics, { topicRow($0, ui) })</ul>")
            """), ui)
}

private func topicRow(_ topic: TopicOnPage, _ ui: Screen) -> HTML {
    """
    <li class="stack stack--s"><h2 class="small-head"><a class="link" href="\(ui.path(.topic(topic.topic.id)))">\(topic.topic.name.capitalizedFirst)</a></h2>\(if: !topic.description.isEmpty, "<p>\(topic.description)</p>")<p class="meta">\(topicFacts(topic, ui))</p></li>
    """
}

/// "12 échanges. Aussi : somnifères, hypnotiques. Vous le suivez."
private func topicFacts(_ topic: TopicOnPage, _ ui: Screen) -> String {
    let names = topic.otherNames.isEmpty ? nil : ui("Aussi : %@.", topic.otherNames.joined(separator: ", "))
    let level: String? =
        switch topic.level {
        case .all, .first: ui("Vous le suivez.")
        case .mute: ui("En sourdine pour vous.")
        case .normal: nil
        }
    return [ui("%d échange.", "%d échanges.", topic.exchanges), names, level].compactMap { $0 }
        .joined(separator: " ")
}

struct TopicView: Sendable {
    let topic: TopicOnPage
    let latest: [QuestionOnList]
}

/// A subject: its last exchanges, and how much the reader hears of it.
func topicPage(_ model: TopicView, _ ui: Screen) -> HTML {
    let topic = model.topic
    let name = topic.topic.name.capitalizedFirst
    let exchanges = ui.path(.questionList(.topic(topic.topic.id)))
    return page(
        Page(
            name, at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions), (ui("Sujets"), .topics)], ui))
            \(pageHead(name, lede: topic.description.isEmpty ? nil : topic.description))
            <div class="cols"><section class="stack" aria-labelledby="ech"><div class="section__head"><h2 id="ech">\(ui("%d échange", "%d échanges", topic.exchanges))</h2>\(if: topic.exchanges > model.latest.count, "<a href=\"\(exchanges)\">\(ui("Tous ses échanges"))</a>")</div>
              \(if: model.latest.isEmpty, "<p class=\"muted\">\(ui("Aucun échange sur ce sujet pour l’instant."))</p>", else: "<ul class=\"rows\">\(each: model.latest, { questionRow($0, ui) })</ul>")
            </section>
            <aside class="stack stack--l" aria-label="\(ui("Autour du sujet"))">
              \(if: !topic.otherNames.isEmpty, "<section aria-labelledby=\"noms\"><h2 class=\"small-head mb-3\" id=\"noms\">\(ui("Autres noms"))</h2><p>\(topic.otherNames.joined(separator: ", "))</p></section>")
              \(topicFollowBox(topic, ui))
              <p><a class="link" href="\(ui.path(.acquaintances(on: topic.topic.id)))">\(ui("Qui s’y connaît ?"))</a></p>
              \(if: ui.isFacilitator, "<section aria-labelledby=\"tenir\"><h2 class=\"small-head mb-3\" id=\"tenir\">\(ui("Tenir ce sujet"))</h2><ul class=\"stack stack--s\"><li><a class=\"link\" href=\"\(ui.path(.editTopic(topic.topic.id)))\">\(ui("Sa description et ses autres noms"))</a></li><li><a class=\"link\" href=\"\(ui.path(.mergeTopic(topic.topic.id)))\">\(ui("Le réunir à un autre"))</a></li></ul></section>")
            </aside></div>
            """), ui)
}

private func topicFollowBox(_ topic: TopicOnPage, _ ui: Screen) -> HTML {
    let why =
        topic.level == .normal ? ui("Comme tout sujet de la communauté.") : ui("Vous l’avez choisi.")
    return """
        <section aria-labelledby="suivre"><h2 class="small-head mb-3" id="suivre">\(ui("Suivre ce sujet"))</h2>
        <p class="meta">\(ui.name(of: topic.level)). \(why)</p>
        <details class="more mt-2"><summary>\(ui("Changer"))</summary><form class="stack stack--s mt-3" method="post" action="\(ui.path(.followTopic(topic.topic.id)))">\(ui.formToken)\(each: TopicLevel.allCases, { level in
            "<button class=\"btn btn--block\" name=\"niveau\" value=\"\(level.rawValue)\" aria-pressed=\"\(if: level == topic.level, "true", else: "false")\">\(ui.name(of: level))<span class=\"meta\"> \(ui.meaning(of: level))</span></button>"
        })</form></details></section>
        """
}

extension Screen {
    fileprivate func name(of level: TopicLevel) -> String {
        switch level {
        case .all: self("Tout")
        case .first: self("Premiers messages")
        case .normal: self("Normal")
        case .mute: self("Muet")
        }
    }

    fileprivate func meaning(of level: TopicLevel) -> String {
        switch level {
        case .all: self("Chaque nouvel échange et ses réponses, à votre rythme")
        case .first: self("Chaque nouvel échange, à votre rythme")
        case .normal: self("Comme les autres échanges")
        case .mute: self("Rien, sauf si l’on vous appelle")
        }
    }
}

/// What a facilitator writes of a subject.
struct TopicForm: Sendable {
    let topic: TopicOnPage
    var description: String
    var names: String
    var refusal: Refusal? = nil

    init(_ topic: TopicOnPage) {
        (self.topic, description) = (topic, topic.description)
        names = topic.otherNames.joined(separator: ", ")
    }
}

func topicFormPage(_ form: TopicForm, _ ui: Screen) -> HTML {
    let id = form.topic.topic.id
    return page(
        Page(
            ui("Décrire un sujet"), at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions), (ui("Sujets"), .topics), (form.topic.topic.name, .topic(id))], ui))
            \(pageHead(ui("Sujet : %@", form.topic.topic.name)))
            <form class="stack narrow" method="post" action="\(ui.path(.topic(id)))">\(ui.formToken)\(refusalNote(form.refusal, fields: ["description", "noms"], ui))
              \(Field(name: "description", label: ui("De quoi il s’agit"), hint: ui("Une ou deux phrases : ce qui en est, et ce qui n’en est pas."), isOptional: true, refusal: form.refusal).textarea(form.description, rows: 3, ui))
              \(Field(name: "noms", label: ui("Ses autres noms"), hint: ui("Séparés par des virgules. Qui écrit l’un d’eux dans une question ou sur sa carte obtient ce sujet."), isOptional: true, refusal: form.refusal).textarea(form.names, rows: 3, ui))
              <div class="btn-row"><button class="btn btn--primary">\(ui("Garder"))</button><a class="btn btn--quiet" href="\(ui.path(.topic(id)))">\(ui("Renoncer"))</a></div>
            </form>
            """), ui)
}

/// Two subjects become one: the other is chosen, then what would move is said before it does.
struct TopicMergeForm: Sendable {
    let topic: TopicOnPage
    let others: [TopicOnPage]
    var merge: TopicMerge? = nil
    var refusal: Refusal? = nil
}

func topicMergePage(_ form: TopicMergeForm, _ ui: Screen) -> HTML {
    let id = form.topic.topic.id
    let name = form.topic.topic.name
    return page(
        Page(
            ui("Réunir deux sujets"), at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions), (ui("Sujets"), .topics), (name, .topic(id))], ui))
            \(pageHead(ui("Réunir « %@ » à un autre sujet", name), lede: ui("Quand deux noms disent la même chose, les échanges ne se cherchent plus à deux endroits.")))
            <div class="narrow stack">\(some: form.merge, { mergeConfirmation($0, ui) }, else: mergeChoice(form, ui))</div>
            """), ui)
}

private func mergeChoice(_ form: TopicMergeForm, _ ui: Screen) -> HTML {
    let id = form.topic.topic.id
    if form.others.isEmpty { return "<p class=\"muted\">\(ui("Il n’y a pas d’autre sujet."))</p>" }
    let options =
        [(value: "", label: ui("Choisir"))]
        + form.others.map {
            (value: $0.topic.id.description, label: $0.topic.name)
        }
    return """
        <form class="stack" method="get" action="\(ui.path(.mergeTopic(id)))">
          \(Field(name: "avec", label: ui("Le sujet qui reste"), refusal: form.refusal).select("", options, ui))
          <div class="btn-row"><button class="btn btn--primary">\(ui("Voir ce qui changerait"))</button><a class="btn btn--quiet" href="\(ui.path(.topic(id)))">\(ui("Renoncer"))</a></div>
        </form>
        """
}

private func mergeConfirmation(_ merge: TopicMerge, _ ui: Screen) -> HTML {
    let (from, into) = (merge.from.topic, merge.into.topic)
    let counted = [
        (
            merge.from.exchanges,
            ui("%d échange change de sujet.", "%d échanges changent de sujet.", merge.from.exchanges)
        ),
        (
            merge.cards,
            ui("%d carte de membre prend le nouveau nom.", "%d cartes de membres prennent le nouveau nom.", merge.cards)
        ),
        (
            merge.followers,
            ui(
                "%d personne qui le suit suivra l’autre.", "%d personnes qui le suivent suivront l’autre.",
                merge.followers)
        ),
    ]
    let moved =
        counted.filter { $0.0 > 0 }.map(\.1) + [
            ui(
                "« %@ » devient un autre nom de « %@ » : l’écrire, le chercher et son adresse y mènent.", from.name,
                into.name)
        ]
    return """
        <div class="note note--honey">\(icon(.alert))<div><p><strong>\(ui("« %@ » et « %@ » ne feront plus qu’un.", from.name, into.name))</strong></p><ul class="list mt-2">\(each: moved, { "<li>\($0)</li>" })</ul><p class="mt-2">\(ui("Cela ne se défait pas d’un geste : les échanges ne sauront plus d’où ils viennent."))</p></div></div>
        <form method="post" action="\(ui.path(.mergeTopic(from.id)))">\(ui.formToken)<input type="hidden" name="avec" value="\(into.id.description)"><div class="btn-row"><button class="btn btn--primary">\(ui("Réunir"))</button><a class="btn btn--quiet" href="\(ui.path(.topic(from.id)))">\(ui("Renoncer"))</a></div></form>
        """
}
