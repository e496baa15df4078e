import Persistence

// What peers say to each other without an audience.
extension Demo {
    func talks(_ cast: Cast) async throws {
        func say(_ from: String, _ to: String, _ text: String, day: Int, hour: Int) async throws {
            guard let name = content.people.first(where: { $0.key == to })?.name else { return }
            try await act(by: cast.actor(from), at: calendar.at(day: day, hour: hour)) {
                _ = try $0.privateTalks.begin(with: name, text)
            }
        }
        try await say(
            "nadia", "claire",
            "Merci pour votre réponse sur les rondes : l’équipe du Clos-Fauvel l’a lue en réunion. Accepteriez-vous d’en dire deux mots à la prochaine rencontre ?",
            day: -3, hour: 10)
        try await say(
            "claire", "nadia", "Avec plaisir, cinq minutes me suffisent. Je viens avec notre fiche.", day: -3, hour: 14)
        try await say(
            "fatou", "nadia", "Je peux tenir le compte rendu de la prochaine rencontre, si personne ne s’est proposé.",
            day: -1,
            hour: 9)
        try await say(
            "fatou", "helene",
            "Deux nouveaux de mon service hésitent à écrire ici. Un mot de votre part les aiderait, je crois.",
            day: -2, hour: 11)
        try await say(
            "yannick", "claire", "Votre fiche de ronde m’intéresse : pouvez-vous me la montrer ?", day: -1, hour: 17)
    }
}
