import Calendaring
import Persistence

/// What members are to each other: their word about the charter, the functions they hold, who asks to join them.
extension Demo {
    func members(_ cast: Cast) async throws {
        try await accept(cast)
        try await functions(cast)
        try await requests(cast)
        try await invitations(cast)
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

    /// How the last who came were invited, and those who have not answered.
    private func invitations(_ cast: Cast) async throws {
        let came = cast.people.compactMap { person in cast.joined[person.key].map { (key: person.key, at: $0) } }
            .sorted { ($0.at, $0.key) > ($1.at, $1.key) }.prefix(22)
        var generator = DemoRandom(seed: 31)
        for person in came {
            let (secret, actor) = (Secret(&generator), cast.actor(person.key))
            try await act(by: cast.actor("helene"), at: person.at - .days(4)) { act in
                let id: Invitation.ID = try act.insert(
                    """
                    insert into invitation (community_id, hash, email, role, invited_by, sent_at, expires_at, opened_at,
                        accepted_at, member_id)
                    select community_id, \(secret.hash), p.email, m.role, \(try act.member), \(act.now),
                        \(act.now + Invitation.lifetime), \(person.at), \(person.at), m.id
                    from member m join person p on p.id = m.person_id where m.id = \(actor.member) returning id
                    """)
                try act.record(.invited, .invitation(id), ["role": Role.member.rawValue])
            }
        }
        let silent = [
            "agathe.morvan", "bruno.lescure", "carole.vidal", "denis.auffray", "elodie.tanguy", "farid.belkacem",
            "gwenn.rault", "hugues.perrot", "irene.castan",
        ]
        for (rank, name) in silent.enumerated() {
            let secret = Secret(&generator)
            try await act(by: cast.actor("helene"), at: calendar.at(day: -18 + rank, hour: 10)) { act in
                var draft = InvitationDraft(email: "\(name)@ruche.example")
                draft.words = "Ce que vous faites chez vous nous intéresse : venez nous le raconter."
                _ = try act.invitations.invite(draft, secret: secret)
            }
            guard rank < 4 else { continue }
            try await act(by: .nobody, at: calendar.at(day: -16 + rank, hour: 19)) { act in
                try act.invitations.noteOpened(secret)
                if rank == 3 { try act.invitations.decline(secret) }
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
