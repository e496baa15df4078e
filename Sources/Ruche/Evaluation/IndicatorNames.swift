import Wording

extension Indicator.ID {
    /// French, as in the catalogue.
    package var name: String {
        switch self {
        case .ef1: word("Délai de première réponse")
        case .ef2: word("Délai de solution")
        case .ef3: word("Part résolue en 30 jours")
        case .ef4: word("Questions sans réponse")
        case .ef5: word("Objectifs")
        case .ef6: word("Besoins couverts")
        case .ef7: word("Actions tenues")
        case .ef8: word("Productions utilisées")
        case .ef9: word("Part appliquée")
        case .vi1: word("Taux actif")
        case .vi2: word("Taux contributeur")
        case .vi3: word("Régularité")
        case .vi4: word("Concentration")
        case .vi5: word("Réciprocité")
        case .vi6: word("Interlocuteurs")
        case .vi7: word("Isolement")
        case .vi8: word("Cœur et périphérie")
        case .vi9: word("Rétention et accueil")
        case .vi10: word("Assiduité")
        case .vi11: word("Profondeur des échanges")
        case .sa1: word("Taux de réponse aux enquêtes")
        case .sa2: word("Satisfaction globale")
        case .sa3: word("Taux de recommandation net")
        case .sa4: word("Utilité des rencontres")
        case .sa5: word("Sécurité perçue")
        case .sa6: word("Effort")
        case .sa7: word("Réponses jugées utiles")
        case .sa8: word("Départs")
        case .va1: word("Compétences acquises")
        case .va2: word("Changements de pratique")
        case .va3: word("Rapidité des solutions")
        case .va4: word("Récits de valeur")
        case .va5: word("Harmonisation")
        case .va6: word("Diffusion de terrain")
        case .va7: word("Confiance")
        case .va8: word("Réseau utile")
        case .va9: word("Coût par réponse utile")
        }
    }

    /// What it measures, in one sentence: French, as in the catalogue.
    package var definition: String {
        switch self {
        case .ef1:
            word(
                "Temps entre une question et la première réponse d’un autre membre : la moitié des questions attendent moins longtemps."
            )
        case .ef2:
            word("Temps entre une question et le moment où son auteur a trouvé une réponse utile ou ce qu’il lui faut.")
        case .ef3:
            word(
                "Parmi les questions posées il y a 30 à 120 jours, celles que leur auteur a dites résolues dans les 30 jours."
            )
        case .ef4:
            word(
                "Parmi les questions des 13 semaines qui ont plus de 7 jours, celles qui n’ont aucune réponse d’un autre membre."
            )
        case .ef5: word("Parmi les objectifs arrivés à échéance : atteint compte 1, partiel 0,5, abandonné 0.")
        case .ef6: word("Parmi les besoins retenus, ceux qui ont au moins un échange et au moins un effet.")
        case .ef7: word("Parmi les actions à faire pendant les 13 semaines, celles qui ont été faites à la date dite.")
        case .ef8: word("Parmi les productions en vigueur, celles qui ont été validées puis citées ou essayées.")
        case .ef9:
            word(
                "Parmi les questions trouvées utiles ou résolues, celles dont l’auteur dit avoir essayé ou adopté la réponse."
            )
        case .vi1:
            word(
                "Membres qui ont fait au moins un acte en 13 semaines : écrire, voter, dire « utile » ou « moi aussi ». Lire n’est pas compté."
            )
        case .vi2: word("Membres qui ont écrit ou partagé au moins une fois en 13 semaines.")
        case .vi3: word("Pour la moitié des membres actifs, part des 13 semaines où ils ont fait au moins un acte.")
        case .vi4:
            word(
                "De 0, chacun contribue autant, à presque 1, une seule personne fait tout : indice de Gini des contributions."
            )
        case .vi5: word("Parmi les membres actifs, ceux qui ont à la fois répondu à quelqu’un et reçu une réponse.")
        case .vi6: word("Avec combien d’autres un membre actif a échangé des réponses : la moitié en ont moins.")
        case .vi7: word("Membres qui n’ont ni répondu à quelqu’un, ni reçu de réponse en 13 semaines.")
        case .vi8: word("Part des membres au noyau : des actes dans 7 semaines sur 13 et au moins 3 contributions.")
        case .vi9: word("Parmi les membres actifs des 13 semaines d’avant, ceux qui le sont encore.")
        case .vi10: word("Présents aux rencontres, parmi les personnes attendues.")
        case .vi11: word("Échanges des 13 semaines où au moins trois personnes ont écrit.")
        case .sa1: word("Réponses aux enquêtes, parmi les personnes invitées à y répondre.")
        case .sa2: word("Réponses 4 et 5 à la question de satisfaction, sur une échelle de 1 à 5.")
        case .sa3:
            word("Part des réponses 9 et 10, moins celle des réponses 0 à 6 : recommanderiez-vous la communauté ?")
        case .sa4: word("Réponses 4 et 5 aux deux questions posées après chaque rencontre.")
        case .sa5: word("Réponses 4 et 5 à « je peux dire que je ne sais pas » et « raconter une erreur ».")
        case .sa6: word("Moyenne, de 1 à 7, de « obtenir une réponse m’a demandé peu d’effort ».")
        case .sa7:
            word(
                "Parmi les questions des 13 semaines qui ont une réponse, celles où quelqu’un a trouvé une réponse utile."
            )
        case .sa8: word("Membres partis pendant les 13 semaines, rapportés au nombre de membres.")
        case .va1: word("Écart moyen entre « avant » et « maintenant », de 1 à 5, que chaque membre note pour lui.")
        case .va2:
            word("De la fiche lue à la pratique encore en place trois mois après : combien passent chaque étape.")
        case .va3:
            word(
                "Part des auteurs qui disent que, sans la communauté, la solution aurait été plus longue ou introuvable."
            )
        case .va4:
            word("Récits de membres sur ce que la communauté a changé, et jusqu’où va la chaîne de leurs effets.")
        case .va5: word("Propositions discutées qui sont devenues une façon de faire commune.")
        case .va6: word("Établissements où une pratique a été essayée.")
        case .va7: word("Écart moyen de « à l’aise pour… », de 0 à 10, entre la situation de départ et maintenant.")
        case .va8: word("Combien de pairs hors de son service un membre peut joindre, au départ et un an après.")
        case .va9: word("Heures d’animation et de rencontre, rapportées aux réponses trouvées utiles.")
        }
    }
}

extension Indicator.Method {
    /// French, as in the catalogue.
    package var sentence: String {
        switch self {
        case .kaplanMeier:
            word(
                "Médiane de Kaplan-Meier : une question qui attend encore compte pour le temps déjà attendu, au lieu d’être écartée."
            )
        case .proportion: word("Part, avec son intervalle de Wilson à 95 %.")
        case .scores: word("Somme des notes des objectifs arrivés à échéance, divisée par leur nombre.")
        case .median: word("Médiane : la moitié des membres actifs sont au-dessous.")
        case .gini: word("Indice de Gini sur tous les membres, y compris ceux qui n’ont rien écrit.")
        case .graph: word("Graphe des réponses : un lien va de la personne qui répond vers celle à qui elle répond.")
        case .ratio: word("Nombre, rapporté au nombre de membres.")
        case .none: word("Pas encore calculé.")
        }
    }
}
