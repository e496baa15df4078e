import Calendaring
import Markup
import Ruche

struct DriftOnPage: Sendable {
    let gauges: [GaugeReading]
    let documents: [UnlinkedDocument]
    /// Exchanges that a document may serve in.
    let exchanges: [LinkedObject]
    let isLaunched: Bool
    var refused: (document: Int64, refusal: Refusal)? = nil

    init(_ view: View) throws {
        gauges = try view.drift.gauges()
        documents = try view.drift.unlinkedDocuments()
        exchanges = documents.isEmpty ? [] : try view.questions.latest(30, except: Question.ID(0))
        isLaunched = try view.communities.current().launchedAt != nil
    }

    var computedOn: CivilDate? { gauges.compactMap { $0.readings.last?.monday }.max() }
}

/// Four gauges: each with its sentence, its figures, thirteen weeks of them, and three things to do.
func driftPage(_ model: DriftOnPage, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Ce que nous ne voulons pas devenir"), at: .evaluation,
            """
            \(crumbs([(ui("Évaluation"), .evaluation)], ui))
            \(pageHead(ui("Ce que nous ne voulons pas devenir"), eyebrow: model.computedOn.map { ui("Veille, calculée le %@", ui.words.date($0)) } ?? ui("Veille"), lede: ui("Ni un répertoire, ni un réseau de diffusion, ni une liste d’abonnés, ni un site web. Chaque lundi, quatre jauges regardent les treize dernières semaines.")))
            \(if: model.computedOn == nil, firstMonday(model, ui))
            <div class="stack stack--xl">\(each: model.gauges, { gaugeSection($0, model, ui) })</div>
            <p class="meta mt-5">\(ui("Un état change quand deux lundis de suite passent le seuil, et l’on en sort quand deux lundis de suite s’en éloignent nettement. Personne n’est compté par son nom ; les pages lues le sont par jour, sans savoir par qui."))</p>
            """), ui)
}

private func firstMonday(_ model: DriftOnPage, _ ui: Screen) -> HTML {
    """
    <p class="note mb-5">\(icon(.info))<span>\(model.isLaunched ? ui("Le premier calcul se fera lundi matin.") : ui("La communauté n’est pas encore lancée : les jauges se calculent à partir de treize semaines de vie."))</span></p>
    """
}

private func gaugeSection(_ reading: GaugeReading, _ model: DriftOnPage, _ ui: Screen) -> HTML {
    let gauge = reading.gauge
    let id = gauge.rawValue.lowercased()
    return """
        <section class="card" aria-labelledby="\(id)">
          <div class="section__head"><h2 id="\(id)">\(ui.name(of: gauge))</h2>\(stateMark(reading.state, ui))</div>
          <p class="said">\(ui.sentence(of: reading))</p>
          \(some: reading.worst.flatMap { $0.state >= .watch ? $0 : nil }, { "<p class=\"meta mt-2\">\(ui("%@ depuis le %@.", ui.name(of: $0.state), ui.words.day($0.since)))</p>" })
          \(if: !reading.readings.isEmpty, figures(reading, ui))
          \(remedies(reading, model, ui))
        </section>
        """
}

private func stateMark(_ state: DriftState, _ ui: Screen) -> HTML {
    let name = ui.name(of: state)
    return switch state {
    case .unknown: "<span class=\"status\">\(icon(.clock))\(name)</span>"
    case .ok: "<span class=\"status status--solved\">\(icon(.done))\(name)</span>"
    case .watch: "<span class=\"status status--waiting\">\(icon(.half))\(name)</span>"
    case .drift: "<span class=\"status status--alert\">\(icon(.alert))\(name)</span>"
    }
}

/// Each part: what is divided by what, its thresholds, its course.
private func figures(_ reading: GaugeReading, _ ui: Screen) -> HTML {
    let title = ui("Les chiffres : %@", ui.name(of: reading.gauge))
    return """
        <div class="table-wrap mt-4" tabindex="0" role="region" aria-label="\(title)"><table class="table table--stack"><thead><tr><th scope="col">\(ui("Ce qui est regardé"))</th><th scope="col" class="num">\(ui("Aujourd’hui"))</th><th scope="col" class="num">\(ui("Calcul"))</th><th scope="col" class="num">\(ui("À surveiller"))</th><th scope="col" class="num">\(ui("Dérive"))</th><th scope="col">\(ui("État"))</th></tr></thead><tbody>\(each: reading.last, { partRow($0, reading, ui) })</tbody></table></div>
        \(weeks(reading, ui))
        """
}

private func partRow(_ last: DriftReading, _ reading: GaugeReading, _ ui: Screen) -> HTML {
    let part = last.part
    let course = reading.readings(of: part).compactMap(\.value)
    let sparkline = course.count > 1 ? sparkline(course, span: 20) : HTML.empty
    return """
        <tr><th scope="row"><span class="meta">\(part.rawValue)</span> \(ui.words.text(part.definition))\(sparkline)</th><td class="num" data-label="\(ui("Aujourd’hui"))">\(ui.figure(of: last))</td><td class="num" data-label="\(ui("Calcul"))">\(last.value == nil ? "–" : ui("%d sur %@", last.k, ui.words.number(last.n)))</td><td class="num" data-label="\(ui("À surveiller"))">\(ui.limit(part.threshold.watch, of: part))</td><td class="num" data-label="\(ui("Dérive"))">\(ui.limit(part.threshold.drift, of: part))</td><td data-label="\(ui("État"))">\(some: last.missing, { "\(ui.reason($0))" }, else: stateMark(last.state, ui))\(if: last.isToBeConfirmed, "<p class=\"meta\">\(ui("Seuil passé ce lundi : à confirmer lundi prochain."))</p>")</td></tr>
        """
}

private func weeks(_ reading: GaugeReading, _ ui: Screen) -> HTML {
    let parts = reading.gauge.parts
    let mondays = Array(Set(reading.readings.map(\.monday))).sorted(by: >)
    guard mondays.count > 1, reading.readings.contains(where: { $0.value != nil }) else { return "" }
    let name = ui("Semaine par semaine : %@", ui.name(of: reading.gauge))
    return """
        <details class="more mt-4"><summary>\(ui("Semaine par semaine"))<span class="vh"> : \(ui.name(of: reading.gauge))</span></summary><div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(name)"><table class="table"><caption>\(name)</caption><thead><tr><th scope="col">\(ui("Lundi"))</th>\(each: parts, { "<th scope=\"col\" class=\"num\">\($0.rawValue)</th>" })</tr></thead><tbody>\(each: mondays, { monday in
            "<tr><th scope=\"row\">\(ui.words.shortDay(monday))</th>\(each: parts, { part in "<td class=\"num\">\(reading.readings.first { $0.monday == monday && $0.part == part }.map { ui.figure(of: $0) } ?? "–")</td>" })</tr>"
        })</tbody></table></div></details>
        """
}

/// Three things to do, each where it is done; open when the gauge asks for them.
private func remedies(_ reading: GaugeReading, _ model: DriftOnPage, _ ui: Screen) -> HTML {
    let list = ui.remedies(of: reading.gauge, hasUnlinked: !model.documents.isEmpty)
    return """
        <details class="more mt-4"\(flag: "open", reading.state >= .watch || (reading.gauge == .directory && model.refused != nil))><summary>\(ui("Trois choses à faire"))<span class="vh"> : \(ui.name(of: reading.gauge))</span></summary>
        <ul class="rows rows--tight mt-3">\(each: list, { remedy in
            "<li>\(some: remedy.link, { "<a class=\"link\" href=\"\(ui.path($0))\">\(remedy.title)</a>" }, else: "<strong>\(remedy.title)</strong>")<p class=\"muted\">\(remedy.why)</p></li>"
        })</ul>\(if: reading.gauge == .directory, unlinked(model, ui))</details>
        """
}

/// Documents that nothing leads to: each is tied to an exchange here, or asked about.
private func unlinked(_ model: DriftOnPage, _ ui: Screen) -> HTML {
    if model.documents.isEmpty { return "" }
    let exchanges =
        [(value: "", label: ui("Choisissez un échange"))]
        + model.exchanges.map { (value: String($0.id), label: $0.title) }
    return """
        <section class="mt-4" aria-labelledby="documents"><h3 class="small-head" id="documents">\(ui("Documents que rien ne relie"))</h3><ul class="rows rows--tight mt-3">\(each: model.documents, { document in
            let refusal = model.refused.flatMap { $0.document == document.id ? $0.refusal : nil }
            let question = ui("Qui a essayé « %@ », et qu’en a-t-il fait ?", document.title)
            return """
                <li class="stack stack--s"><p>\(document.title)</p><form class="stack stack--s" method="post" action="\(ui.path(.linkDocument(document.id)))">\(ui.formToken)\(Field(name: "echange-\(document.id)", label: ui("L’échange où il sert"), refusal: refusal, formName: "echange").select("", exchanges, ui))<div class="btn-row"><button class="btn">\(icon(.link))\(ui("Relier"))<span class="vh"> \(document.title)</span></button><a class="btn btn--quiet" href="\(ui.path(.ask(question)))">\(ui("Demander qui l’a essayé"))<span class="vh"> : \(document.title)</span></a></div></form></li>
                """
        })</ul></section>
        """
}

extension Screen {
    func name(of gauge: Gauge) -> String {
        switch gauge {
        case .directory: self("Un répertoire de bonnes pratiques")
        case .broadcast: self("Un réseau de diffusion")
        case .mailingList: self("Une liste d’abonnés")
        case .website: self("Un site web")
        }
    }

    func name(of state: DriftState) -> String {
        switch state {
        case .unknown: self("Pas assez de données")
        case .ok: self("Rien à signaler")
        case .watch: self("À surveiller")
        case .drift: self("Dérive")
        }
    }

    /// "82 % des messages viennent d’une seule personne : vous devenez un réseau de diffusion."
    func sentence(of reading: GaugeReading) -> String {
        guard let worst = reading.worst else { return self("Pas encore calculée.") }
        guard worst.value != nil else {
            return worst.missing == .noPublicPage
                ? self("Aucune page n’est ouverte à l’extérieur : il n’y a rien à mesurer.")
                : self("Pas assez de données : %@.", worst.missing.map { reason($0).lowercasedFirst } ?? "")
        }
        return words.text(reading.gauge.warning(worst.state), [words.text(worst.part.finding, [figure(of: worst)])])
    }

    /// "82 %", or "12" pages for an act.
    func figure(of reading: DriftReading) -> String {
        guard let value = reading.value else { return "–" }
        return reading.part.isRatio ? words.number(value, decimals: 0) : words.percent(value)
    }

    fileprivate func limit(_ value: Double, of part: DriftPart) -> String {
        let figure = part.isRatio ? words.number(value, decimals: 0) : words.percent(value)
        return part.threshold.isFloor ? self("moins de %@", figure) : self("dès %@", figure)
    }

    func reason(_ missing: DriftFigure.Missing) -> String {
        switch missing {
        case .notLaunched: self("La communauté n’est pas encore lancée")
        case .young: self("La communauté est lancée depuis moins de treize semaines")
        case .fewMembers: self("Il y a moins de huit membres")
        case .quiet: self("Il y a moins de dix contributions et annonces en treize semaines")
        case .fewAdded: self("Moins de cinq documents ont été ajoutés")
        case .fewViews: self("Moins de cent pages ont été lues")
        case .fewWriters: self("Il faut dix membres pour que trois ne soient pas presque tous")
        case .nothing: self("Rien de tel en treize semaines")
        case .noPublicPage: self("Aucune page n’est ouverte à l’extérieur")
        }
    }

    fileprivate typealias Remedy = (title: String, why: String, link: Link?)

    /// - Parameter hasUnlinked: documents that nothing leads to stand on the page.
    fileprivate func remedies(of gauge: Gauge, hasUnlinked: Bool) -> [Remedy] {
        switch gauge {
        case .directory:
            [
                (
                    self("Relier un document à un échange"),
                    self("Un document sert quand on sait dans quelle situation il a servi."),
                    hasUnlinked ? .inside("/veille#documents") : .step(.resources)
                ),
                (
                    self("Demander « qui l’a essayé ? »"),
                    self("Une expérience vaut mieux qu’un fichier de plus."),
                    .ask(self("Qui a essayé ce document, et qu’en a-t-il fait ?"))
                ),
                (
                    self("Retirer ce qui ne sert plus"),
                    self("Une liste courte se lit ; une longue se range."), .step(.resources)
                ),
            ]
        case .broadcast:
            [
                (
                    self("Faire de la prochaine annonce une question"),
                    self("La même information, avec ce que vous voudriez en savoir des autres."), .ask
                ),
                (
                    self("Solliciter trois voix"),
                    self("Sur une question qui attend, demandez à trois personnes par leur nom."),
                    .questionList(.waiting)
                ),
                (
                    self("Confier la prochaine rencontre"),
                    self("Une autre personne l’anime, une autre encore en garde le temps."), .roles
                ),
            ]
        case .mailingList:
            [
                (
                    self("Ouvrir un tour de premières questions"),
                    self("Une ligne chacun : « en ce moment, je me demande… »."), .newExchange(.discussion)
                ),
                (
                    self("Se parler à quelques-uns"),
                    self("Deux ou trois personnes sur un même sujet parlent plus volontiers que soixante."), .members
                ),
                (self("Proposer une date"), self("De vive voix on ose davantage ; l’écrit suit."), .newMeeting),
            ]
        case .website:
            [
                (
                    self("Fermer la page publique"), self("Elle se ferme d’un clic, et son texte est gardé."),
                    .frontPageSettings
                ),
                (
                    self("Porter ce texte dans un échange"),
                    self("Ce que l’on voulait dire au dehors intéresse d’abord les membres."), .newExchange
                ),
                (self("Regarder de nouveau dans un mois"), self("La jauge se calcule chaque lundi."), .drift),
            ]
        }
    }
}
