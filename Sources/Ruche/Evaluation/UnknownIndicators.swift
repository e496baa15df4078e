import Wording

extension Evaluation {
    /// What can't be known yet, with what it waits for.
    func unknown(_ id: Indicator.ID) -> Indicator {
        var indicator = Indicator(id, over: period)
        indicator.note = .init(Self.missing(id))
        return indicator
    }

    private static func missing(_ id: Indicator.ID) -> String {
        switch id {
        case .ef7:
            word(
                "Il manque des actions avec une date. Connu dès la première échéance d’une action décidée en rencontre."
            )
        case .ef8: word("Il manque des productions. Connu dès que la première est en vigueur.")
        case .vi10: word("Il manque les présences. Connu après la première rencontre où elles auront été notées.")
        case .sa1, .sa2, .sa3, .sa6:
            word("Il manque une enquête. Connu à la fermeture de la première, si au moins 5 personnes répondent.")
        case .sa4:
            word(
                "Il manque les deux questions d’après rencontre. Connu après la première rencontre, si au moins 5 personnes répondent."
            )
        case .sa5: word("Il manque un baromètre. Connu à la fermeture du premier, si au moins 5 personnes répondent.")
        case .va1:
            word(
                "Il manque les notes « avant » et « maintenant » des membres. Connu dès que 5 membres les auront données."
            )
        case .va2:
            word(
                "Il manque des fiches pratiques et leurs essais. Les essais sont connus au fil de l’eau, l’usage durable 90 jours après le premier essai adopté."
            )
        case .va4: word("Il manque des récits. Connu dès le premier récit partagé avec l’accord de son auteur.")
        case .va5: word("Il manque des recommandations discutées. Connu dès la première façon de faire commune.")
        case .va6: word("Il manque des essais de pratiques. Connu dès le premier essai dans un établissement.")
        case .va7:
            word(
                "Il manque la mesure de départ. Connu 6 mois après elle, puis à 12 mois, si au moins 5 personnes répondent deux fois."
            )
        case .va8:
            word(
                "Il manque la mesure de départ. Connu 12 mois après elle, si au moins 5 personnes répondent deux fois.")
        case .va9:
            word("Il manque les heures d’animation et de rencontre. Connu dès qu’un trimestre d’heures aura été noté.")
        default: word("Pas encore de quoi le calculer.")
        }
    }
}
