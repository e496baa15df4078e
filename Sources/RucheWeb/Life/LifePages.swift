import Foundation
import Markup
import Persistence
import Ruche

struct LifeOnPage: Sendable {
    let community: Community
    let proposed: Stage
    let lacks: [Lack]
    let confirmed: (stage: Stage, at: Instant)?
    let decision: Decision?
    let reviews: [Review]
    let voices: [Review.ID: [Review.Choice: Int]]
    let ownVoice: Review.Choice?
    let nextReviewAt: Instant?
    let isClosing: Bool
    let farewell: String
    /// For how long nobody has taken part, where the community is about to sleep.
    let silence: Duration?

    init(_ view: View) throws {
        community = try view.communities.current()
        (proposed, lacks) = try view.life.proposal()
        confirmed = try view.life.confirmedStage()
        decision = try view.decisions.last(about: .stage, object: proposed.number)
        reviews = try view.life.reviews()
        voices = Dictionary(uniqueKeysWithValues: try reviews.map { ($0.id, try view.life.voices(of: $0)) })
        ownVoice = try reviews.first.flatMap { try $0.isOpen ? view.life.ownVoice(in: $0) : nil }
        nextReviewAt = try view.life.nextReviewAt()
        isClosing = try view.life.isClosing()
        farewell = try view.life.farewell()
        silence = try view.life.silence()
    }
}

struct LifeForm: Sendable {
    var words = ""
    var sentence = ""
    var refusal: Refusal? = nil
}

/// Where the community stands, its yearly question, its end.
func lifePage(_ model: LifeOnPage, _ form: LifeForm, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Vie de la communauté"), at: .launch,
            """
            \(pageHead(ui("Vie de la communauté"), lede: ui("Où elle en est, ce que le groupe veut pour la suite, et comment elle finit quand elle a fait son temps.")))
            \(refusalNote(form.refusal, fields: ["choix", "phrase", "adieu"], ui))
            <div class="cols"><div class="stack stack--xl">
              \(if: model.community.closedAt != nil, ended(model, ui), else: "\(stages(model, ui))\(if: model.isClosing, farewellForm(model, form, ui), else: review(model, form, ui))")
              \(past(model, ui))
            </div>
            <aside class="stack stack--l" aria-label="\(ui("Tout emporter"))">\(exports(model, ui))</aside></div>
            """), ui)
}

private func stages(_ model: LifeOnPage, _ ui: Screen) -> HTML {
    let shown = Stage.allCases.filter { $0 != .closed && ($0 != .dormant || model.proposed == .dormant) }
    let isConfirmed = model.confirmed?.stage == model.proposed
    return """
        <section aria-labelledby="etape"><h2 id="etape">\(ui("L’étape de vie"))</h2>
        <ol class="rows rows--tight mt-3">\(each: shown, { stage in
            let isCurrent = stage == model.confirmed?.stage
            let lacks = stage == model.proposed && !model.lacks.isEmpty ? ui("Il manque à la maturité : %@.", ui.words.list(model.lacks.map { ui.name(of: $0) })) : ""
            return "<li\(attribute: "aria-current", isCurrent ? "step" : nil)><p>\(if: isCurrent || stage == model.proposed, "<strong>\(ui.name(of: stage).capitalizedFirst)</strong>", else: "\(ui.name(of: stage).capitalizedFirst)")\(if: isCurrent, " <span class=\"status status--solved\">\(icon(.check))\(ui("confirmée par le groupe"))</span>")\(if: stage == model.proposed && !isCurrent, " <span class=\"status\">\(ui("proposée par les chiffres"))</span>")</p><p class=\"meta\">\(ui.sign(of: stage))\(if: !lacks.isEmpty, " \(lacks)")</p></li>"
        })</ol>
        \(some: model.silence, { "<p class=\"note note--honey mt-3\">\(icon(.clock))<span>\(ui("Personne n’a rien fait ici depuis %d jours. À huit semaines, la communauté sera dite en veille.", Int($0.milliseconds / 86_400_000)))</span></p>" })
        <p class="mt-3">\(some: model.confirmed, { "\(ui("Le groupe a confirmé : %@, le %@.", ui.name(of: $0.stage), ui.date($0.at)))" }, else: "\(ui("Les chiffres proposent une étape ; c’est le groupe qui la confirme."))")</p>
        \(if: !isConfirmed && !model.isClosing, "<p class=\"mt-3\">\(some: model.decision.flatMap { $0.isOpen ? $0 : nil }, { "<a class=\"link\" href=\"\(ui.path(.decision($0.id)))\">\(ui("Cette étape est soumise à l’accord des membres"))</a>" }, else: "<a class=\"btn\" href=\"\(ui.path(.newDecision))?sur=stage&amp;objet=\(model.proposed.number)&amp;phrase=\(piece: ui("Nous sommes à l’étape : %@.", ui.name(of: model.proposed)))\">\(ui("Demander au groupe s’il s’y reconnaît"))</a>")</p>")
        </section>
        """
}

extension Screen {
    /// What the rule looks at, in a few words (DOMAIN §4.1).
    func sign(of stage: Stage) -> String {
        switch stage {
        case .potential: self("On prépare les sept étapes.")
        case .coalescing: self("Lancée : on fait connaissance.")
        case .maturing:
            self(
                "Six mois, trois membres actifs sur dix, un nouveau venu sur deux qui écrit, une rencontre dans le trimestre."
            )
        case .momentum: self("En maturité depuis six mois, et une pratique mise en vigueur.")
        case .transformation: self("Le groupe vote, ou a choisi de changer.")
        case .dormant: self("Aucun geste depuis huit semaines.")
        case .closed: self("L’adieu est dit.")
        }
    }

    func name(of lack: Lack) -> String {
        switch lack {
        case .time: self("six mois depuis le lancement")
        case .activity: self("trois membres actifs sur dix")
        case .newcomers: self("un nouveau venu sur deux qui écrit dans son premier mois")
        case .meeting: self("une rencontre dans le trimestre")
        }
    }

    func name(of choice: Review.Choice) -> String {
        switch choice {
        case .continue: self("On continue")
        case .adapt: self("On adapte")
        case .close: self("On clôt")
        }
    }

    func meaning(of choice: Review.Choice) -> String {
        switch choice {
        case .continue: self("Comme aujourd’hui, avec les mêmes règles.")
        case .adapt: self("Le domaine, le rythme ou l’animation changent : on reprend les étapes.")
        case .close: self("Elle a fait son temps : un adieu, et chacun emporte tout.")
        }
    }
}

private func review(_ model: LifeOnPage, _ form: LifeForm, _ ui: Screen) -> HTML {
    guard let due = model.nextReviewAt else {
        return "<p class=\"muted\">\(ui("La première revue viendra un an après le lancement."))</p>"
    }
    if let open = model.reviews.first, open.isOpen { return openReview(open, model, form, ui) }
    let mayOpen = due.milliseconds - 30 * 86_400_000 <= ui.now.milliseconds
    return """
        <section aria-labelledby="revue"><h2 id="revue">\(ui("La revue de l’année"))</h2>
        <p class="mt-3">\(ui("Une fois par an, chacun dit ce qu’il veut : continuer, adapter, ou clore. On y renouvelle la charte, et l’animation peut passer la main."))</p>
        <p class="meta mt-2">\(ui("Prochaine revue : %@.", ui.date(due)))</p>
        \(if: ui.isFacilitator, """
            <div class="btn-row mt-3">\(if: mayOpen, actButton(ui("Ouvrir le vote de l’année"), .openReview, ui, style: .primary))<a class="btn" href="\(ui.path(.roles))">\(ui("Passer la main"))</a><a class="btn" href="\(ui.path(.charter))">\(ui("La charte"))</a></div>
            <details class="more mt-4"><summary>\(ui("Se demander dès maintenant s’il faut clore"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.openReview))">\(ui.formToken)<p>\(ui("Le même vote s’ouvre sans attendre la date. Personne ne clôt seul : il faut que la moitié des membres se prononce (douze au plus), et que plus de la moitié des voix le demande."))</p><div class="btn-row"><button class="btn" name="clore" value="1">\(ui("Ouvrir le vote maintenant"))</button></div></form></details>
            """)</section>
        """
}

private func openReview(_ review: Review, _ model: LifeOnPage, _ form: LifeForm, _ ui: Screen) -> HTML {
    if review.closesAt <= ui.now { return countedReview(review, model, form, ui) }
    return """
        <section aria-labelledby="revue"><h2 id="revue">\(ui("On continue, on adapte, on clôt ?"))</h2>
        <p class="meta mt-2">\(ui("Jusqu’au %@. %@ : personne ne voit la vôtre.", ui.date(review.closesAt), ui("%d voix donnée", "%d voix données", review.voices)))</p>
        <p class="mt-2">\(review.hasQuorum ? ui("Le quorum de %d voix est atteint. Clore demande plus de la moitié des voix.", review.quorum) : ui("Il faut %d voix pour changer quelque chose : sans elles, on continue. Clore demande en outre plus de la moitié des voix.", review.quorum))</p>
        <form class="stack mt-4" method="post" action="\(ui.path(.voice))">\(ui.formToken)<fieldset class="choices"><legend class="vh">\(ui("Votre voix"))</legend>\(each: Review.Choice.allCases, { choiceCard("radio", name: "choix", value: $0.rawValue, isOn: model.ownVoice == $0, ui.name(of: $0), ui.meaning(of: $0)) })</fieldset>\(if: form.refusal?.field == "choix", "<span class=\"error\">\(icon(.alert))\(form.refusal?(ui.words) ?? "")</span>")<div class="btn-row"><button class="btn btn--primary">\(model.ownVoice == nil ? ui("Donner ma voix") : ui("Changer ma voix"))</button></div></form>
        \(if: ui.isFacilitator, """
        <form class="stack mt-5" method="post" action="\(ui.path(.concludeReview))">\(ui.formToken)\(Field(name: "phrase", label: ui("Ce que le groupe a choisi, et pourquoi"), hint: ui("À la date prévue, ou quand chacun a parlé."), refusal: form.refusal).textarea(form.sentence, rows: 2, ui))<div class="btn-row"><button class="btn">\(ui("Compter les voix"))</button></div></form>
        """)</section>
        """
}

/// The day has come: what the voices say, and the sentence that the facilitators owe to it.
private func countedReview(_ review: Review, _ model: LifeOnPage, _ form: LifeForm, _ ui: Screen) -> HTML {
    let voices = model.voices[review.id] ?? [:]
    let outcome = LifeActs.outcome(of: voices, quorum: review.quorum)
    let result =
        review.hasQuorum
        ? ui("Le quorum de %d voix est atteint.", review.quorum)
        : ui(
            "Quorum non atteint : %d voix, il en fallait %@. On continue donc.", review.voices,
            ui.words.number(review.quorum))
    return """
        <section aria-labelledby="revue"><h2 id="revue">\(ui("Le vote est fini : %@", ui.name(of: outcome).lowercasedFirst))</h2>
        <p class="mt-3">\(counts(voices, ui))</p><p class="mt-2">\(result)</p>
        \(if: ui.isFacilitator, """
            <form class="stack mt-4" method="post" action="\(ui.path(.concludeReview))">\(ui.formToken)\(Field(name: "phrase", label: ui("Ce que le groupe a choisi, et pourquoi"), refusal: form.refusal).textarea(form.sentence, rows: 2, ui))<div class="btn-row"><button class="btn btn--primary">\(ui("Conclure le vote"))</button></div></form>
            """, else: "<p class=\"muted mt-3\">\(ui("L’animation dit en une phrase ce que le groupe a choisi."))</p>")</section>
        """
}

/// "On continue : 5 · On adapte : 2 · On clôt : 1"
private func counts(_ voices: [Review.Choice: Int], _ ui: Screen) -> String {
    Review.Choice.allCases.map { "\(ui.name(of: $0)) : \(ui.words.number(voices[$0] ?? 0))" }.joined(separator: " · ")
}

private func farewellForm(_ model: LifeOnPage, _ form: LifeForm, _ ui: Screen) -> HTML {
    """
    <section aria-labelledby="adieu-t"><h2 id="adieu-t">\(ui("Le groupe a choisi de clore"))</h2>
    <p class="mt-3">\(model.reviews.first?.words ?? "")</p>\(some: model.reviews.first, { "<p class=\"meta mt-2\">\(ui("%d voix, pour un quorum de %@.", $0.voices, ui.words.number($0.quorum)))</p>" })
    <ul class="check mt-3"><li>\(icon(.todo, class: "icon icon--todo"))<span><a href="\(ui.path(.objectives))">\(ui("Clore les objectifs, honnêtement"))</a></span><span></span></li><li>\(icon(.todo, class: "icon icon--todo"))<span><a href="\(ui.path(.questionList(.waiting)))">\(ui("Répondre aux dernières questions"))</a></span><span></span></li><li>\(icon(.todo, class: "icon icon--todo"))<span><a href="\(ui.path(.inside("/evaluation")))">\(ui("Relire l’évaluation"))</a></span><span></span></li></ul>
    \(if: ui.isFacilitator, """
        <form class="stack mt-4" method="post" action="\(ui.path(.closeCommunity))">\(ui.formToken)\(Field(name: "adieu", label: ui("Les mots de la fin"), hint: ui("Ce que le groupe a fait, et merci. Chaque membre les reçoit par courriel."), refusal: form.refusal).textarea(form.words, rows: 6, ui))<p class="hint">\(ui("On lira encore un an, on n’écrira plus. Vous avez quinze jours pour revenir dessus."))</p><div class="btn-row"><button class="btn btn--danger">\(ui("Dire adieu et clore"))</button></div></form>
        <details class="more mt-4"><summary>\(ui("Le groupe hésite"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.openReview))">\(ui.formToken)<p>\(ui("Un nouveau vote remplace celui-ci : tant qu’il est ouvert, rien ne se clôt."))</p><div class="btn-row"><button class="btn" name="clore" value="1">\(ui("Voter de nouveau"))</button></div></form></details>
        """, else: "<p class=\"muted mt-3\">\(ui("L’animation écrit les mots de la fin. Vous pouvez déjà tout emporter."))</p>")</section>
    """
}

private func ended(_ model: LifeOnPage, _ ui: Screen) -> HTML {
    let closedAt = model.community.closedAt ?? ui.now
    let mayReopen = ui.isFacilitator && closedAt + Closing.regretTime > ui.now
    let readUntil = closedAt + Closing.readingTime
    return """
        <section aria-labelledby="close"><h2 id="close">\(ui("Close le %@", ui.date(closedAt)))</h2>
        <figure class="verbatim mt-4"><p class="prose--kept">\(model.farewell)</p></figure>
        <p class="mt-4">\(readUntil <= ui.now ? ui("Ses membres y ont lu jusqu’au %@. Vous seuls, qui l’animiez, y entrez encore ; qui tient le service a reçu un courriel : il peut la garder en archive, ou l’effacer.", ui.date(readUntil)) : ui("On y lit jusqu’au %@.", ui.date(readUntil)))</p>
        \(if: mayReopen, "<form class=\"stack mt-4\" method=\"post\" action=\"\(ui.path(.reopenCommunity))\" data-lasting>\(ui.formToken)<p>\(ui("Jusqu’au %@, on peut revenir dessus : les enquêtes, les liens et les invitations que l’adieu a fermés se rouvrent, et chaque membre reçoit un courriel.", ui.date(closedAt + Closing.regretTime)))</p><div class=\"btn-row\"><button class=\"btn\">\(ui("Revenir sur la clôture"))</button></div></form>")</section>
        """
}

private func past(_ model: LifeOnPage, _ ui: Screen) -> HTML {
    let concluded = model.reviews.filter { !$0.isOpen }
    if concluded.isEmpty { return "" }
    return """
        <section aria-labelledby="passees"><h2 id="passees">\(ui("Les revues passées"))</h2><ul class="rows mt-3">\(each: concluded, { review in
            let quorum = review.hasQuorum ? "" : ui("Quorum non atteint : %d voix, il en fallait %@. On continue donc.", review.voices, ui.words.number(review.quorum))
            return "<li><p><strong>\(review.outcome.map { ui.name(of: $0) } ?? "")</strong> <span class=\"meta\">\(ui.date(review.concludedAt ?? review.closesAt))</span></p><p>\(review.words)</p><p class=\"meta\">\(counts(model.voices[review.id] ?? [:], ui))</p>\(if: !quorum.isEmpty, "<p class=\"meta\">\(quorum)</p>")\(some: review.revokedAt, { "<p class=\"meta\">\(ui("Le groupe est revenu dessus le %@ : elle n’a plus d’effet.", ui.date($0)))</p>" })</li>"
        })</ul></section>
        """
}

private func exports(_ model: LifeOnPage, _ ui: Screen) -> HTML {
    guard ui.isFacilitator || model.isClosing || model.community.closedAt != nil else {
        return
            "<section class=\"card\"><h2 class=\"small-head\">\(ui("Tout emporter"))</h2><p class=\"mt-2\">\(ui("Quand une communauté se clôt, chaque membre emporte tout ce qui s’y est écrit."))</p></section>"
    }
    return """
        <section class="card" aria-labelledby="emporter"><h2 class="small-head" id="emporter">\(ui("Tout emporter"))</h2><p class="mt-2">\(ui("Échanges et leurs fichiers, besoins, objectifs et mesures, enquêtes, décisions, rencontres et charte. Aucune adresse, rien de privé."))</p><div class="btn-row mt-3"><a class="btn" href="\(ui.path(.exportArchive))" download>\(icon(.download))\(ui("Tout, avec fichiers (ZIP)"))</a><a class="btn" href="\(ui.path(.exportText))" download>\(icon(.download))\(ui("À lire (texte)"))</a><a class="btn" href="\(ui.path(.exportFile))" download>\(icon(.download))\(ui("Pour un logiciel (JSON)"))</a></div></section>
        """
}
