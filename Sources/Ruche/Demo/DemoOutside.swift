import Calendaring
import Persistence

// Two more communities that drift: one whose members are subscribers, one that has become a web site.

extension Demo {
    /// A community where six people talk well together, and the others only read.
    func mailingList(_ main: Cast) async throws {
        let keys = main.people.map(\.key).filter { main.actor($0).person != nil }.prefix(22).map { $0 }
        let cast = try await settleDrifting(
            "medicaments-au-domicile", "Médicaments au domicile",
            "Préparer, apporter et reprendre les médicaments chez les gens, sans en perdre le fil.", keys, main)
        try await converse(Self.homeQuestions, among: keys.prefix(6).map { $0 }, in: cast)
    }

    /// A community that talks, and takes more care of its public page than of its exchanges.
    func website(_ main: Cast) async throws {
        let keys = [
            "karim", "jeanne", "loic", "vincent", "maelle", "samira", "thomas", "djibril", "antoine", "lucie",
        ].filter { main.actor($0).person != nil }
        let cast = try await settleDrifting(
            "plaies-et-pansements", "Plaies et pansements",
            "Choisir, poser et refaire un pansement, en ville comme à l’hôpital.", keys, main)
        try await converse(Self.woundQuestions, among: keys, in: cast)
        for round in 0..<15 {
            let parts = Self.publicWords.prefix(1 + round % Self.publicWords.count)
            let body = parts.joined(separator: "\n\n") + "\n\nTexte relu pour la \(round + 1)e fois."
            try await act(by: cast.actor(keys[0]), at: calendar.at(day: -88 + round * 6, hour: 17)) { act in
                try act.frontPage.write(
                    body, contact: "plaies@ruche.example", isOpen: true, from: act.view.frontPage.current().version)
            }
        }
        try await visits(of: cast.community)
    }

    /// Pages read each day, by nobody in particular: most of them from outside.
    private func visits(of community: Community.ID) async throws {
        let days = (1...120).map { CivilDate(dayNumber: calendar.today - $0) }
        try await database.write { transaction in
            for day in days {
                let counts: [(PageKind, Int)] = [(.outside, 6 + day.dayNumber % 5), (.exchange, 2 + day.dayNumber % 3)]
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

    private static let publicWords = [
        "Nous sommes infirmières, podologues, pharmaciens et médecins d’un même bassin.",
        "Nous parlons de plaies qui durent, de matériel, de ce qui marche quand rien ne marche.",
        "Nos fiches paraîtront ici à mesure qu’elles seront relues.",
    ]

    private static let homeQuestions = [
        (
            "Qui reprend les boîtes entamées après un décès ?",
            ["La pharmacie, avec un bordereau.", "Nous les rapportons dans la semaine."]
        ),
        (
            "Où ranger le pilulier quand il y a des petits-enfants ?",
            ["En hauteur, avec un rappel sur le frigo.", "Dans une boîte fermée que la famille a choisie."]
        ),
        (
            "Deux infirmiers, deux tournées : qui prépare ?",
            ["Une seule personne prépare, l’autre relit.", "Nous notons l’heure sur le cahier."]
        ),
        (
            "Comment savez-vous qu’une ordonnance a changé ?",
            ["Par la messagerie sécurisée.", "La photo de l’ordonnance, dans le dossier partagé."]
        ),
        (
            "Les gouttes au domicile : compte-gouttes ou seringue ?",
            ["Seringue graduée, pour tous.", "Compte-gouttes d’origine, et rien d’autre."]
        ),
        (
            "Que faites-vous d’un stock que la personne refuse de jeter ?",
            ["Nous en parlons avec la pharmacienne.", "Une visite à deux a suffi."]
        ),
        (
            "Le semainier du pharmacien vous a-t-il libérés ?",
            ["Oui, deux heures par semaine.", "Oui, mais pas pour les traitements qui changent."]
        ),
    ]

    private static let woundQuestions = [
        (
            "Un pansement qui colle à chaque réfection, que posez-vous ?",
            ["Une interface siliconée.", "Du sérum tiède, et du temps."]
        ),
        (
            "Photographier une plaie : avec quel téléphone ?",
            ["Celui du service, sans nuage.", "Une application de la messagerie sécurisée."]
        ),
        (
            "À quel rythme mesurez-vous ?",
            ["Chaque semaine, même main, même règle.", "Tous les quinze jours en ville."]
        ),
        (
            "Comment parler d’odeur à une famille ?",
            ["En la nommant les premiers.", "Avec un pansement au charbon, et des mots simples."]
        ),
        (
            "Qui décide de passer à la pression négative ?",
            ["Le médecin, après photo.", "La réunion du jeudi."]
        ),
        (
            "Le bas de contention par-dessus un pansement épais ?",
            ["Une bande le temps de la plaie.", "Une taille au-dessus, posée à deux."]
        ),
        (
            "Que laissez-vous au domicile comme réserve ?",
            ["Trois réfections, pas plus.", "La liste, et le numéro de la pharmacie."]
        ),
        (
            "La douche avant le pansement, oui ou non ?",
            ["Oui, chez nous tout le monde y gagne.", "Oui, sauf greffe récente."]
        ),
    ]
}
