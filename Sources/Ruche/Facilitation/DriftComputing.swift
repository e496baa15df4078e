import Calendaring
import Persistence

package struct DriftActs {
    let act: Act

    /// Asks for this week's computation of every community that has begun and goes on; asked again, it is the same.
    func askForAll() throws {
        for community in try act.view.communities.all() where community.launchedAt != nil && community.closedAt == nil {
            let zone = Zone(community.zone) ?? .paris
            let monday = zone.date(at: act.now.milliseconds).monday
            try act.jobs.add(.drift, key: "drift/\(community.id)/\(monday)")
        }
    }

    /// The job of a Monday: "drift/3/2026-11-23".
    func compute(_ job: Job) throws {
        let parts = job.key.split(separator: "/")
        guard parts.count == 3, let community = Community.ID(parts[1]), let monday = CivilDate(String(parts[2])),
            let found = try act.view.communities.find(community), found.closedAt == nil
        else { return }
        try act.standing(in: community).drift.compute(upTo: monday)
    }

    /// Computes each Monday that was not, `DriftQueries.weeks` at most: everything is known of a past day too.
    package func compute(upTo monday: CivilDate) throws {
        let community = try act.view.communities.current()
        let last = try act.transaction.value(
            "select max(monday) from drift_reading where community_id = \(community.id)", as: String.self
        ).flatMap { CivilDate($0) }
        let earliest = monday.adding(days: -7 * (DriftQueries.weeks - 1))
        let first = max(last.map { $0.adding(days: 7) } ?? earliest, earliest)
        guard first <= monday else { return }
        try findUses(in: community)
        let facts = try act.view.evaluations.exchangeFacts(
            upTo: monday.adding(days: -1), reach: 92 + (monday - first))
        let drift = try act.view.drift.facts(of: facts, in: community, since: first.adding(days: -92))
        for monday in stride(from: first.dayNumber, through: monday.dayNumber, by: 7).map(CivilDate.init(dayNumber:)) {
            try keep(DriftFigures(facts, drift, on: monday.adding(days: -1)).all, on: monday, community.id)
        }
    }

    private func keep(_ figures: [DriftFigure], on monday: CivilDate, _ community: Community.ID) throws {
        let before = try act.transaction.all(
            DriftReading.self,
            """
            select \(DriftReading.columns) from drift_reading
            where community_id = \(community) and monday = \(monday.adding(days: -7).description)
            """)
        for figure in figures {
            let last = before.first { $0.part == figure.part }
            let state = figure.part.threshold.state(
                after: last.map { ($0.state, $0.value) }, value: figure.value)
            let since = last.flatMap { $0.state == state ? $0.since : nil } ?? monday
            try act.execute(
                """
                insert into drift_reading
                  (community_id, monday, part, numerator, denominator, value, state, since, missing)
                values (\(community), \(monday.description), \(figure.part), \(figure.k), \(figure.n),
                    \(figure.value), \(state), \(since.description), \(figure.missing))
                """)
            if let last, last.state != state, state == .drift || last.state == .drift {
                try act.record(
                    .movedGauge, .community(community),
                    ["part": figure.part.rawValue, "from": last.state.rawValue, "to": state.rawValue])
            }
        }
    }

    /// So long a past is looked at, each time: an exchange may give an address before the document is added, or be edited
    /// long after.
    private static let past = Duration.days(200)

    /// A document whose address an exchange gives is linked to it, from that moment on.
    private func findUses(in community: Community) throws {
        let since = act.now - Self.past
        let documents = try act.transaction.all(
            """
            select r.id, r.address from journal j
            join resource r on j.object = 'resource/' || cast(r.id as text)
            where r.community_id = \(community.id) and r.need_id is null and r.address <> ''
              and j.verb = \(Verb.addedResource) and j.at > \(since)
              and not exists (select 1 from resource_use u where u.resource_id = r.id)
            """
        ) { row in (id: try row[0] as Int64, address: try row[1] as String) }
        let find = SQL(sqlite: "instr", postgres: "strpos")
        for document in documents {
            let found = try act.transaction.first(
                """
                select q.id, coalesce(q.edited_at, q.asked_at) from question q
                where q.community_id = \(community.id) and q.asked_at >= \(since) and q.deleted_at is null
                  and \(find)(q.body, \(document.address)) > 0
                union all
                select q.id, coalesce(r.edited_at, r.replied_at) from reply r join question q on q.id = r.question_id
                where r.community_id = \(community.id) and r.replied_at >= \(since) and r.deleted_at is null
                  and q.deleted_at is null and \(find)(r.body, \(document.address)) > 0
                order by 2 limit 1
                """
            ) { row in (question: try row[0] as Question.ID, at: try row[1] as Instant) }
            guard let found else { continue }
            try act.execute(
                """
                insert into resource_use (resource_id, question_id, linked_at)
                values (\(document.id), \(found.question), \(found.at)) on conflict do nothing
                """)
        }
    }

    /// A member says in which exchange a document serves.
    package func link(document id: Int64, to question: Question.ID) throws {
        let community = try act.community
        let known = try act.transaction.value(
            "select id from resource where id = \(id) and community_id = \(community)", as: Int64.self)
        guard known != nil, try act.view.questions.find(question).deletedAt == nil else { throw Refusal.notFound }
        let added = try act.execute(
            """
            insert into resource_use (resource_id, question_id, linked_at, linked_by)
            values (\(id), \(question), \(act.now), \(try act.member)) on conflict do nothing
            """)
        if added == 1 { try act.record(.linkedResource, .resource(id), within: .question(question)) }
    }

    /// Adds to the day's counters what was read, all together.
    package func note(views: [PageKind: Int]) throws {
        let zone = Zone(try act.view.communities.current().zone) ?? .paris
        let today = zone.date(at: act.now.milliseconds)
        for (kind, count) in views where count > 0 {
            try act.execute(
                """
                insert into page_view (community_id, day, kind, count)
                values (\(try act.community), \(today.description), \(kind), \(count))
                on conflict (community_id, day, kind) do update set count = page_view.count + excluded.count
                """)
        }
    }

    /// Counters are kept for two years (DOMAIN §14).
    func forgetOldViews() throws {
        let limit = Zone.paris.date(at: act.now.milliseconds).adding(months: -24)
        try act.execute("delete from page_view where day < \(limit.description)")
    }
}

extension DriftQueries {
    /// What the gauges need beside the exchanges.
    func facts(of facts: EvaluationFacts, in community: Community, since first: CivilDate) throws -> DriftFacts {
        let zone = facts.place.zone
        let since = Instant(milliseconds: zone.start(of: first))
        var drift = DriftFacts(launchedAt: community.launchedAt)
        drift.announcements = try view.transaction.column(
            "select sent_at from announcement where community_id = \(community.id) and sent_at >= \(since)",
            as: Instant.self)
        drift.views = try view.transaction.all(
            "select day, kind, count from page_view where community_id = \(community.id) and day >= \(first.description)"
        ) { row -> DriftFacts.ViewFact? in
            guard let day = CivilDate(try row[0] as String) else { return nil }
            return .init(day, try row[1], try row[2])
        }.compactMap { $0 }
        drift.documents = try documents(community.id, since: since)
        drift.publicPage = try publicPage(community.id, since: since)
        drift.firstActs = try firstActs(of: facts.members, community.id)
        return drift
    }

    private func publicPage(_ community: Community.ID, since: Instant) throws -> DriftFacts.PublicPage? {
        let openedAt = try view.transaction.value(
            "select opened_at from front_page where community_id = \(community)", as: Instant?.self)
        guard openedAt ?? nil != nil else { return nil }
        return .init(
            edits: try view.transaction.column(
                """
                select at from journal
                where community_id = \(community) and verb = \(Verb.wroteFrontPage) and at >= \(since)
                """, as: Instant.self))
    }

    private func documents(_ community: Community.ID, since: Instant) throws -> [DriftFacts.DocumentFact] {
        try view.transaction.all(
            """
            select j.at, case when r.need_id is not null or \(.isGivenAtMeeting) then j.at else (
                select min(u.linked_at) from resource_use u join question q on q.id = u.question_id
                where u.resource_id = r.id and q.deleted_at is null) end
            from journal j join resource r on j.object = 'resource/' || cast(r.id as text)
            where r.community_id = \(community) and j.verb = \(Verb.addedResource) and j.at >= \(since)
            """
        ) { row in .init(addedAt: try row[0], linkedAt: try row[1]) }
    }

    /// Acts that stand in no table but the journal.
    private static let otherVerbs = Verb.acts.filter {
        ![.asked, .beganExchange, .replied, .markedUseful, .metToo].contains($0)
    }

    private func firstActs(of members: [MemberFact], _ community: Community.ID) throws -> [Instant?] {
        var first: [Member.ID: Instant] = [:]
        try view.transaction.each(
            """
            select m.id,
              (select min(q.asked_at) from question q where q.author_id = m.id and q.deleted_at is null),
              (select min(r.replied_at) from reply r where r.author_id = m.id and r.deleted_at is null),
              (select min(u.marked_at) from useful_mark u where u.member_id = m.id),
              (select min(t.said_at) from me_too t where t.member_id = m.id),
              (select min(j.at) from journal j where j.member_id = m.id and j.verb in \(list: Self.otherVerbs))
            from member m where m.community_id = \(community)
            """
        ) { row in
            let moments: [Instant?] = [try row[1], try row[2], try row[3], try row[4], try row[5]]
            first[try row[0]] = moments.compactMap { $0 }.min()
        }
        return members.map { first[$0.id] }
    }
}

extension SQL {
    /// Whether the agenda of a meeting gives the address of the document `r`.
    static let isGivenAtMeeting: SQL = """
        (r.address <> '' and exists (select 1 from meeting t where t.community_id = r.community_id
          and t.cancelled_at is null and \(SQL(sqlite: "instr", postgres: "strpos"))(t.agenda, r.address) > 0))
        """
}
