import Calendaring
import Persistence

// What the gauges show: a community where exchanges go well, and one that has become a network of diffusion.

extension Demo {
    /// A community in its first year where one person informs, and few answer.
    func driftingCommunity(_ main: Cast) async throws {
        let keys = [
            "helene", "solene", "lucie", "antoine", "ines", "maelle", "samira", "thomas", "djibril", "loic", "jeanne",
            "vincent", "karim",
        ]
        let cast = try await settleDrifting(
            "bon-usage-antibiotiques", "Bon usage des antibiotiques",
            "Prescrire et donner moins d’antibiotiques, mieux, et moins longtemps.",
            keys.filter { main.actor($0).person != nil }, main)
        let writer = cast.actor("lucie")
        for (rank, (title, body)) in Self.bulletins.enumerated() {
            var draft = QuestionDraft()
            (draft.kind, draft.title, draft.body, draft.isConfirmed) = (.information, title, body, true)
            try await act(by: writer, at: calendar.at(day: -84 + rank * 8, hour: 11)) { [draft] in
                _ = try $0.questions.ask(draft)
            }
        }
        for (rank, (title, body)) in Self.announcements.enumerated() {
            try await announce(title, body, by: cast.actor("helene"), day: -80 + rank * 25, for: 12)
        }
        try await rareQuestion(
            cast, foundUsefulBy: keys.filter { !["helene", "lucie", "jeanne", "karim"].contains($0) })
    }

    func settleDrifting(
        _ slug: String, _ name: String, _ domain: String, _ keys: [String], _ main: Cast
    ) async throws -> Cast {
        let community = try await act(by: .nobody, at: calendar.at(day: -210, hour: 10)) { act in
            try act.communities.create(Slug(typed: slug), name: name, domain: domain, isOpen: true)
        }
        var cast = Cast(community: community, people: main.people)
        for (rank, key) in keys.enumerated() {
            guard let person = main.people.first(where: { $0.key == key }), let account = main.actor(key).person else {
                continue
            }
            let role: Role = rank < 2 ? .facilitator : .member
            cast.actors[key] = try await act(by: .nobody, at: calendar.at(day: -208 + rank, hour: 9)) { act in
                let card = MemberDraft(
                    name: person.name, profession: person.profession, establishment: person.establishment,
                    setting: person.setting, canHelpOn: person.canHelpOn.joined(separator: ", "))
                let member = try act.members.enter(community, person: account, as: card, role: role)
                return Actor(person: account, community: community, member: member, role: role)
            }
        }
        let said = Dictionary(
            uniqueKeysWithValues: Marker.allCases.map { ($0, "Nous commençons sans, et nous y revenons au printemps.") }
        )
        try await act(by: cast.actor(keys[0]), at: calendar.at(day: -170, hour: 12)) {
            try $0.preparation.launch(said)
        }
        return cast
    }

    /// A community where people talk, and where most documents that are put away serve no exchange.
    func directory(_ main: Cast) async throws {
        let keys = [
            "maelle", "samira", "thomas", "djibril", "loic", "jeanne", "vincent", "karim", "lucie", "antoine",
        ].filter { main.actor($0).person != nil }
        let cast = try await settleDrifting(
            "hygiene-en-ville", "Hygiène en ville",
            "Faire simple, au domicile et au cabinet, avec ce qu’on a sous la main.", keys, main)
        try await converse(Self.handQuestions, among: keys, in: cast)
        for (rank, title) in Self.documents.enumerated() {
            try await act(by: cast.actor(keys[rank % 2]), at: calendar.at(day: -72 + rank * 4, hour: 16)) { act in
                try act.preparation.addResource(
                    title: title, address: "https://documents.ruche.example/hygiene/\(rank + 1)", licence: "",
                    reviewOn: "", need: nil)
            }
        }
    }

    /// Questions nine days apart, each answered by two others.
    func converse(_ exchanges: [(String, [String])], among keys: [String], in cast: Cast) async throws {
        for (rank, (title, replies)) in exchanges.enumerated() {
            let asker = cast.actor(keys[rank % keys.count])
            let thread = try await act(by: asker, at: calendar.at(day: -82 + rank * 9, hour: 10)) { act in
                var draft = QuestionDraft()
                (draft.title, draft.isConfirmed) = (title, true)
                return try act.questions.ask(draft)
            }
            for (place, body) in replies.enumerated() {
                let helper = cast.actor(keys[(rank + 3 + place * 2) % keys.count])
                try await act(by: helper, at: calendar.at(day: -81 + rank * 9 + place, hour: 13)) { act in
                    var draft = ReplyDraft()
                    (draft.body, draft.isConfirmed) = (body, true)
                    _ = try act.questions.reply(to: thread, draft)
                }
            }
        }
    }

    private static let handQuestions = [
        (
            "Où posez-vous le flacon quand il n’y a pas de place près du lit ?",
            ["Dans la poche de la blouse, avec un clip.", "Sur un petit plateau qui suit la mallette."]
        ),
        (
            "Les gants entre deux pièces d’un même domicile, vous les gardez ?",
            ["Non : je les retire et je frictionne.", "Jamais gardés, même pour le couloir."]
        ),
        (
            "Comment en parler à quelqu’un qui garde ses bagues ?",
            ["En montrant le dessin des zones oubliées.", "En commençant par les miennes, que j’ai retirées."]
        ),
        (
            "Qui vérifie les dates des flacons entamés au cabinet ?",
            ["La première personne du lundi.", "Nous écrivons la date d’ouverture au feutre."]
        ),
        (
            "Un savon doux qui n’abîme pas en hiver ?",
            ["Moins de savon, plus de friction : la peau va mieux.", "Une crème posée à côté du lavabo."]
        ),
        (
            "Comment faites-vous avec les enfants qui touchent tout ?",
            ["Une goutte pour eux aussi, c’est un jeu.", "Nous rangeons avant, c’est plus simple."]
        ),
        (
            "La tenue : lavée chez soi, ou ailleurs ?",
            ["Chez moi, à part, à soixante degrés.", "Notre maison de santé a une machine."]
        ),
        (
            "Que dire aux proches qui aident à la toilette ?",
            ["Trois moments suffisent : avant, après, en sortant.", "Nous laissons une carte sur le frigo."]
        ),
    ]

    private static let documents = [
        "Guide national de l’hygiène des mains", "Affiche des sept gestes", "Recommandations sur les gants",
        "Fiche technique des solutions", "Diaporama de la journée de mai", "Grille d’audit, version longue",
        "Synthèse des audits de l’an dernier", "Revue d’articles sur la friction", "Modèle de procédure",
    ]

    /// The one question of the season, and its one reply, which all the others found useful.
    private func rareQuestion(_ cast: Cast, foundUsefulBy readers: [String]) async throws {
        var draft = QuestionDraft()
        draft.title = "Comment reparler de la durée quand l’ordonnance est déjà faite ?"
        draft.body =
            "Le traitement est prévu pour dix jours, tout va mieux au cinquième. Qui ose rappeler, et comment ?"
        draft.isConfirmed = true
        let id = try await act(by: cast.actor("jeanne"), at: calendar.at(day: -30, hour: 14)) { [draft] in
            try $0.questions.ask(draft)
        }
        var reply = ReplyDraft()
        reply.body =
            "Nous appelons avec la date de relecture sous les yeux : « on s’était dit le cinquième jour ». Cela passe."
        let given = try await act(by: cast.actor("karim"), at: calendar.at(day: -28, hour: 10)) { [reply] in
            try $0.questions.reply(to: id, reply)
        }
        for (rank, key) in readers.enumerated() where cast.actor(key).member != nil {
            try await act(by: cast.actor(key), at: calendar.at(day: -27 + rank, hour: 12)) {
                try $0.questions.markUseful(given)
            }
        }
    }

    private func announce(_ title: String, _ body: String, by writer: Actor, day: Int, for days: Int) async throws {
        var draft = AnnouncementDraft()
        (draft.title, draft.body, draft.isConfirmed) = (title, body, true)
        draft.until = CivilDate(dayNumber: calendar.today + day + days).description
        try await act(by: writer, at: calendar.at(day: day, hour: 9)) { [draft] in
            _ = try $0.announcements.announce(draft)
        }
    }

    /// In the community of the year: two announcements, one of which is shown, and the pages that were read.
    func informing(_ cast: Cast) async throws {
        let helene = cast.actor("helene")
        try await announce(
            "Le compte rendu d’octobre est en ligne", "Trois décisions, et deux sujets reportés à la prochaine fois.",
            by: helene, day: -33, for: 14)
        try await announce(
            "Une salle pour la prochaine rencontre",
            "Nous serons au centre de formation, salle du rez-de-chaussée ; le lien à distance ne change pas. Un sujet à ajouter ? Dites-le avant vendredi.",
            by: helene, day: -2, for: 14)
        // Its author said more an hour later; the text before stays in the history.
        let community = cast.community
        try await act(by: helene, at: calendar.at(day: -2, hour: 10)) { act in
            guard let last = try act.view.announcements.all(limit: 1).first else { return }
            var draft = AnnouncementDraft()
            (draft.title, draft.isConfirmed) = (last.title, true)
            draft.body = last.body + " La porte du parking ouvre une demi-heure avant."
            draft.until = last.lastDay(in: .paris).description
            try act.announcements.change(last.id, to: draft, from: last.version)
        }
        let days = (1...182).map { CivilDate(dayNumber: calendar.today - $0) }
        try await database.write { transaction in
            for day in days {
                let isRest = day.weekday.isWeekend
                let counts: [(PageKind, Int)] = [
                    (.exchange, (isRest ? 6 : 31) + day.dayNumber % 13),
                    (.document, (isRest ? 1 : 5) + day.dayNumber % 4),
                ]
                for (kind, count) in counts {
                    try transaction.run(
                        """
                        insert into page_view (community_id, day, kind, count)
                        values (\(community), \(day.description), \(kind), \(count))
                        """)
                }
            }
        }
    }

    /// What the Mondays of the last quarter computed, for every community that has begun.
    func computeGauges() async throws {
        let monday = CivilDate(dayNumber: calendar.today).monday
        let communities = try await database.read { transaction in
            try View(transaction, by: .nobody, at: calendar.now).communities.all()
        }
        for community in communities where community.launchedAt != nil && community.closedAt == nil {
            try await act(by: Actor(community: community.id), at: calendar.now) {
                try $0.drift.compute(upTo: monday)
            }
        }
    }

    private static let bulletins = [
        (
            "Le guide des durées courtes est paru",
            "Pneumonie, infection urinaire, peau : une page chacune. À glisser près des ordonnances."
        ),
        (
            "Nouvelles fiches sur les infections urinaires",
            "Elles rappellent quand ne pas traiter. Une version pour les soignants, une pour les proches."
        ),
        (
            "Les chiffres de consommation du trimestre",
            "Le tableau est sur l’intranet de chaque établissement. La tendance baisse lentement."
        ),
        (
            "Une page du ministère sur l’automne",
            "Elle rassemble les affiches et les messages pour les salles d’attente."
        ),
        (
            "Le relevé des résistances de la région",
            "Il paraît deux fois par an. La prochaine édition ajoutera les soins de ville."
        ),
        (
            "Un module en ligne sur les allergies à la pénicilline",
            "Quarante minutes, en accès libre, avec une attestation à la fin."
        ),
        ("La liste des antibiotiques à réserver est mise à jour", "Trois changements, en gras sur la première page."),
        (
            "Un rappel sur les tests rapides",
            "Ils sont de nouveau disponibles en officine. Le bon de commande est joint à la page."
        ),
        (
            "Les messages de la semaine du bon usage",
            "Affiches, autocollants, et un court film pour les écrans d’accueil."
        ),
        ("Le résumé du congrès de printemps", "Dix idées en deux pages, avec les références."),
    ]

    private static let announcements = [
        ("La page des fiches change d’adresse", "L’ancienne renvoie vers la nouvelle pendant un mois."),
        ("Le groupe régional se réunit sans nous ce mois-ci", "Le relevé de décisions sera mis en ligne."),
        ("Les affiches sont arrivées", "À retirer au secrétariat de la qualité."),
    ]
}
