import Calendaring
import Persistence

/// What members are to each other: their word about the charter, the functions they hold, who asks to join them.
extension Demo {
    func members(_ cast: Cast) async throws {
        try await accept(cast)
        try await functions(cast)
        try await requests(cast)
    }

    /// Nine members in ten have given their word, a few days after they came or after the group adopted the charter; the
    /// oldest words are renewed after a year.
    private func accept(_ cast: Cast) async throws {
        guard
            let adopted = try await database.read({ [calendar] transaction in
                try View(transaction, by: cast.actor("nadia"), at: calendar.now).charters.inForce(in: cast.community)
            })?.adoptedAt
        else { return }
        for (rank, person) in cast.people.enumerated() where rank % 10 != 7 {
            guard let joined = cast.joined[person.key] else { continue }
            let first = max(joined, adopted) + .days(1 + rank % 6)
            let renewals = [first, first + .days(365 + rank % 12)].filter { $0 < calendar.now }
            for moment in renewals {
                try await act(by: cast.actor(person.key), at: moment) { act in
                    guard let charter = try act.view.charters.inForce(in: cast.community) else { return }
                    try act.charters.accept(charter.id)
                }
            }
        }
    }

    private func functions(_ cast: Cast) async throws {
        let today = CivilDate(dayNumber: calendar.today)
        let held: [(who: String, function: Function, months: Int)] = [
            ("nadia", .host, 6), ("vincent", .technicalReferent, 8), ("solene", .evaluator, 10),
            ("estelle", .librarian, 4), ("lucie", .secretary, 1),
        ]
        try await act(by: cast.actor("helene"), at: calendar.at(day: -25, hour: 12)) { act in
            for mandate in try act.view.mandates.current() { try act.mandates.renew(mandate.id) }
        }
        for (who, function, months) in held {
            try await act(by: cast.actor(who), at: calendar.at(day: -40, hour: 12)) {
                try $0.mandates.take(function, until: today.adding(months: months).description)
            }
        }
    }

    /// The page of requests is open, and two people wait for an answer.
    private func requests(_ cast: Cast) async throws {
        let questions = "Où travaillez-vous ?\nQu’aimeriez-vous trouver ici ?"
        try await act(by: cast.actor("helene"), at: calendar.at(day: -90, hour: 9)) { act in
            let version = try act.view.preparation.current().versions[.members] ?? 0
            try act.preparation.keep(.members, [.joinOpen: "yes", .joinQuestions: questions], from: version)
        }
        let asking = [
            (
                name: "Solène Pichard", email: "solene.pichard@ruche.example", profession: "60f", day: -3,
                answers: [
                    "En hospitalisation à domicile.", "Des collègues qui préparent aussi leurs piluliers seules.",
                ]
            ),
            (
                name: "Grégoire Aubin", email: "gregoire.aubin@ruche.example", profession: "21m", day: -1,
                answers: [
                    "À l’officine, en face de la maison de santé.",
                    "Comprendre ce qui bloque à la sortie de l’hôpital.",
                ]
            ),
        ]
        for person in asking {
            var draft = JoinRequestDraft()
            (draft.name, draft.email, draft.profession) = (person.name, person.email, person.profession)
            draft.answers = person.answers
            let slug = content.preparation.community.slug
            try await act(by: .nobody, at: calendar.at(day: person.day, hour: 18)) { [draft, random = person.day] act in
                var number = UInt64(bitPattern: Int64(random))
                try act.joinRequests.ask(slug, draft) {
                    number &+= 1
                    var generator = DemoRandom(seed: number)
                    return Secret(&generator)
                }
            }
        }
    }
}
