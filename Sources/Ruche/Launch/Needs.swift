import Persistence

extension View {
    package var needs: NeedQueries { NeedQueries(view: self) }
}

extension Act {
    package var needs: NeedActs { NeedActs(act: self) }
}

package struct NeedQueries {
    let view: View

    /// The needs of the community: retained first, then by dots.
    package func all() throws -> [Need] {
        try view.transaction.all(
            Need.self,
            """
            select \(Need.columns) from need n join member m on m.id = n.author_id left join member o on o.id = n.owner_id
            where n.community_id = \(try view.community)
            order by case when n.set_aside_at is not null then 2 when n.retained_at is null then 1 else 0 end, n.id
            """)
    }

    package func find(_ id: Need.ID) throws -> Need {
        let found = try view.transaction.first(
            Need.self,
            """
            select \(Need.columns) from need n join member m on m.id = n.author_id left join member o on o.id = n.owner_id
            where n.id = \(id) and n.community_id = \(try view.community)
            """)
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// What was measured again, six and twelve months after.
    package func measures(of id: Need.ID) throws -> [NeedMeasure] {
        try view.transaction.all(
            "select months, words, measured_at from need_measure where need_id = \(id) order by months"
        ) { row in NeedMeasure(months: try row[0], words: try row[1], at: try row[2]) }
    }

    /// The reader's dots, by need. Nobody sees another's, only their sum.
    package func ownDots() throws -> [Need.ID: Int] {
        let rows = try view.transaction.all(
            "select need_id, dots from need_vote where member_id = \(view.actor.member)"
        ) { row in (try row[0] as Need.ID, try row[1] as Int) }
        return Dictionary(rows) { first, _ in first }
    }

    /// Retained needs, and those of them with an exchange, about it or about one of its objectives, and an effect, as of
    /// an instant (EF6).
    package func counts(at moment: Instant) throws -> NeedFacts {
        let found = try view.transaction.first(
            """
            select count(*), coalesce(sum(case when
                (exists (select 1 from question q
                  where q.need_id = n.id and q.deleted_at is null and q.asked_at < \(moment))
                or exists (select 1 from objective o join question q on q.objective_id = o.id
                  where o.need_id = n.id and q.deleted_at is null and q.asked_at < \(moment)))
                and exists (select 1 from objective b where b.need_id = n.id and b.closed_at < \(moment)
                  and b.outcome in ('reached', 'partial')) then 1 else 0 end), 0)
            from need n
            where n.community_id = \(try view.community) and n.retained_at < \(moment)
              and (n.set_aside_at is null or n.set_aside_at >= \(moment))
            """
        ) { row in NeedFacts(retained: try row[0], covered: try row[1]) }
        return found ?? NeedFacts()
    }
}

package struct NeedActs {
    let act: Act

    /// Any member tells what is missing in practice.
    package func raise(_ draft: NeedDraft) throws -> Need.ID {
        let need = try draft.checked()
        try act.guardPatients(in: draft.texts, isConfirmed: draft.isConfirmed)
        let author = try act.member
        let id: Need.ID = try act.insert(
            """
            insert into need (community_id, author_id, statement, reach, baseline, raised_at)
            values (\(try act.community), \(author), \(need.statement), \(need.reach), \(need.baseline), \(act.now))
            returning id
            """)
        try act.record(.raisedNeed, .need(id))
        return id
    }

    /// Changes its words: one's own. Of another's need, anybody may say where things stand as long as nobody has.
    package func change(_ id: Need.ID, _ draft: NeedDraft, from version: Int) throws {
        let now = try act.view.needs.find(id)
        guard now.version == version else {
            throw EditConflict(title: now.statement, body: now.baseline, version: now.version, at: now.raisedAt)
        }
        let need = try draft.checked()
        if now.author.id != act.actor.member {
            guard need.statement == now.statement, need.reach == now.reach else {
                throw Refusal(
                    "Ces mots sont de %@ : écrivez-lui, ou proposez un autre besoin.", now.author.name, field: "besoin",
                    kind: .notAllowed)
            }
            guard now.baseline.isEmpty else {
                throw Refusal(
                    "La situation de départ est déjà notée : c’est à elle que l’on comparera. %@ peut la corriger.",
                    now.author.name, field: "depart", kind: .notAllowed)
            }
        }
        try act.guardPatients(in: draft.texts, isConfirmed: draft.isConfirmed)
        try act.execute(
            """
            update need set statement = \(need.statement), reach = \(need.reach), baseline = \(need.baseline),
              version = version + 1 where id = \(id)
            """)
        try act.record(.edited, .need(id))
    }

    /// Puts one's dots on needs that are still discussed: all at once, in place of the earlier ones. Those on needs that
    /// were retained since stay.
    package func vote(_ dots: [Need.ID: Int]) throws {
        // Each is checked before the sum: a hand-made form may hold any number.
        guard dots.values.allSatisfy((0...Need.dotsEach).contains), dots.values.reduce(0, +) <= Need.dotsEach else {
            throw Refusal(
                "Vous avez huit points en tout. Retirez-en sur un besoin pour en mettre sur un autre.", field: "points")
        }
        let (member, community) = (try act.member, try act.community)
        try act.execute(
            """
            delete from need_vote where member_id = \(member) and need_id in (
              select id from need where community_id = \(community) and retained_at is null and set_aside_at is null)
            """)
        for (need, count) in dots.sorted(by: { $0.key < $1.key }) where count > 0 {
            try act.execute(
                """
                insert into need_vote (need_id, member_id, dots, voted_at)
                select id, \(member), \(count), \(act.now) from need
                where id = \(need) and community_id = \(community) and retained_at is null and set_aside_at is null
                """)
        }
        try act.record(.votedNeeds, .community(community))
    }

    /// The group will work on it; somebody looks after it.
    package func retain(_ id: Need.ID, owner: Member.ID?) throws {
        _ = try act.view.needs.find(id)
        if let owner { _ = try act.view.members.profile(owner) }
        try act.execute(
            """
            update need set retained_at = coalesce(retained_at, \(act.now)), owner_id = \(owner),
              set_aside_at = null, reason = null where id = \(id)
            """)
        try act.record(.retainedNeed, .need(id))
    }

    package func setAside(_ id: Need.ID, because reason: String) throws {
        _ = try act.view.needs.find(id)
        guard let reason = try reason.line(field: "raison") else {
            throw Refusal("Dites pourquoi : la personne qui l’a proposé le lira.", field: "raison")
        }
        try act.guardPatients(in: [reason], isConfirmed: false)
        try act.execute("update need set set_aside_at = \(act.now), reason = \(reason) where id = \(id)")
        try act.record(.setAsideNeed, .need(id))
    }

    /// Measures again, six or twelve months after it was retained, with the same instrument, what the situation was at
    /// the start: by whoever looks after it or a facilitator, and not before that time has passed.
    package func remeasure(_ id: Need.ID, after months: Int, _ words: String) throws {
        let need = try act.view.needs.find(id)
        guard Need.measures.contains(months), need.retainedAt != nil, need.setAsideAt == nil else {
            throw Refusal.notFound
        }
        guard act.actor.isFacilitator || need.owner?.id == act.actor.member?.rawValue else {
            throw Refusal(
                "C’est à la personne qui suit ce besoin, ou à l’animation, de le remesurer.", kind: .notAllowed)
        }
        guard need.measurable(at: act.now).contains(months) else {
            throw Refusal("Il est trop tôt : une mesure se compare à la même distance du départ.", field: "mois")
        }
        guard let words = try words.line(limit: 1_000, field: "mesure") else {
            throw Refusal("Écrivez où en est la situation aujourd’hui.", field: "mesure")
        }
        try act.guardPatients(in: [words], isConfirmed: false)
        try act.execute(
            """
            insert into need_measure (need_id, months, words, measured_at) values (\(id), \(months), \(words), \(act.now))
            on conflict (need_id, months) do update set words = excluded.words, measured_at = excluded.measured_at
            """)
        try act.execute("update need set remeasured = \(words), remeasured_at = \(act.now) where id = \(id)")
        try act.record(.edited, .need(id))
    }
}
