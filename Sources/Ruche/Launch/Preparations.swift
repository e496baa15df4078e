import Persistence

extension View {
    package var preparation: PreparationQueries { PreparationQueries(view: self) }
}

extension Act {
    package var preparation: PreparationActs { PreparationActs(act: self) }
}

package struct PreparationQueries {
    let view: View

    /// Everything prepared so far.
    package func current() throws -> Preparation {
        let community = try view.community
        var preparation = Preparation()
        try view.transaction.each("select field, value from step_value where community_id = \(community)") { row in
            if let field = StepField(rawValue: try row[0]) { preparation.values[field] = try row[1] }
        }
        let domain = try view.communities.current().domain
        if preparation.values[.domain] == nil, !domain.isEmpty { preparation.values[.domain] = domain }
        try view.transaction.each("select number, answer from readiness where community_id = \(community)") { row in
            preparation.readiness[try row[0]] = try row[1]
        }
        try view.transaction.each(
            """
            select number, version, considered, considered_at, evidence, due_on, note from step
            where community_id = \(community)
            """
        ) { row in
            let step: Step = try row[0]
            preparation.versions[step] = try row[1]
            preparation.followUps[step] = StepFollowUp(evidence: try row[4], dueOn: try row[5], note: try row[6])
            if let sentence = try row[2] as String?, let at = try row[3] as Instant? {
                preparation.considered[step] = .init(sentence: sentence, at: at)
            }
        }
        try view.transaction.each(
            """
            select o.number, \(Author.columns) from step_owner o join member m on m.id = o.member_id
            where o.community_id = \(community) and m.left_at is null order by o.number, m.sort_name, m.id
            """
        ) { row in preparation.followUps[try row[0], default: StepFollowUp()].owners.append(try Author(row, from: 1)) }
        preparation.files = try view.preparation.files()
        preparation.time = try view.preparation.time()
        preparation.core = try view.transaction.all(
            """
            select \(Author.columns) from core_member k join member m on m.id = k.member_id
            where k.community_id = \(community) and m.left_at is null order by m.sort_name, m.id
            """
        ) { try Author($0, from: 0) }
        preparation.channels = try view.transaction.all(
            "select id, name, lacks from channel where community_id = \(community) order by id"
        ) { .init(id: try $0[0], name: try $0[1], lacks: try $0[2]) }
        preparation.targets = try targets(community)
        preparation.others = preparation.targets.isEmpty ? [] : try others(community)
        preparation.resources = try resources(community)
        preparation.plan = try plan()
        preparation.facts = try facts(community, preparation.values)
        return preparation
    }

    private func targets(_ community: Community.ID) throws -> [Preparation.Target] {
        // A profession may be kept with its form ("60f"): the code is what counts.
        let fits: SQL = """
            m.community_id = t.community_id and m.role in ('facilitator', 'member') and m.is_pending = 0
            and (t.profession is null or m.profession in (t.profession, t.profession || 'f', t.profession || 'm'))
            and (t.setting is null or m.setting = t.setting)
            and (t.territory = '' or m.territory = t.territory)
            """
        return try view.transaction.all(
            """
            select t.id, t.profession, t.setting, t.territory, t.wanted, t.waiver,
              (select count(*) from member m where m.left_at is null and \(fits)),
              (select count(*) from member m where m.left_at > \(view.now - .days(183)) and \(fits))
            from target t where t.community_id = \(community) order by t.id
            """
        ) { row in
            .init(
                id: try row[0], profession: Profession(code: try row[1]), setting: try row[2], territory: try row[3],
                wanted: try row[4], actual: try row[6], left: try row[7], waiver: try row[5])
        }
    }

    /// Whom the group has beside whom it wanted: what the composition is, not only what it lacks.
    private func others(_ community: Community.ID) throws -> [Preparation.Others] {
        var counts: [String: Preparation.Others] = [:]
        try view.transaction.each(
            """
            select m.profession, m.setting, count(*) from member m
            where m.community_id = \(community) and m.left_at is null and m.role in ('facilitator', 'member')
              and m.is_pending = 0
              and not exists (select 1 from target t where t.community_id = m.community_id
                and (t.profession is null or m.profession in (t.profession, t.profession || 'f', t.profession || 'm'))
                and (t.setting is null or m.setting = t.setting)
                and (t.territory = '' or m.territory = t.territory))
            group by m.profession, m.setting
            """
        ) { row in
            let profession = Profession(code: try row[0])
            let setting: Question.Setting? = (try row[1] as String?).flatMap { Question.Setting(rawValue: $0) }
            // "60f" and "60m" are one profession.
            let key = "\(profession?.code ?? "")/\(setting?.rawValue ?? "")"
            counts[key] = .init(
                profession: Profession(code: profession?.code), setting: setting,
                count: (counts[key]?.count ?? 0) + (try row[2] as Int))
        }
        return counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
    }

    private func resources(_ community: Community.ID) throws -> [Preparation.Resource] {
        try view.transaction.all(
            """
            select r.id, r.title, r.address, r.licence, r.review_on, n.id, n.statement
            from resource r left join need n on n.id = r.need_id where r.community_id = \(community) order by r.id
            """
        ) { row in
            .init(
                id: try row[0], title: try row[1], address: try row[2], licence: try row[3], reviewOn: try row[4],
                need: LinkedObject(id: try row[5], title: try row[6]))
        }
    }

    /// The evaluation plan.
    package func plan() throws -> [PlannedIndicator] {
        try view.transaction.all(
            """
            select id, indicator, definition, source, baseline, target, reader, due_on, baseline_on
            from planned_indicator
            where community_id = \(try view.community) order by id
            """
        ) { row in
            PlannedIndicator(
                id: try row[0], indicator: try row[1], definition: try row[2], source: try row[3], baseline: try row[4],
                target: try row[5], reader: try row[6], dueOn: try row[7], baselineOn: try row[8])
        }
    }

    private func facts(_ community: Community.ID, _ values: [StepField: String]) throws -> Preparation.Facts {
        var facts = Preparation.Facts()
        func count(_ sql: SQL) throws -> Int { try view.transaction.value(sql) ?? 0 }
        try view.transaction.each(
            """
            select count(*), sum(case when retained_at is not null and owner_id is not null then 1 else 0 end),
              sum(case when baseline <> '' then 1 else 0 end)
            from need where community_id = \(community) and set_aside_at is null
            """
        ) { row in
            facts.needs = try row[0]
            facts.retainedWithOwner = try row[1] ?? 0
            facts.baselines = try row[2] ?? 0
        }
        facts.voters = try count(
            """
            select count(distinct v.member_id) from need_vote v join need n on n.id = v.need_id
            where n.community_id = \(community)
            """)
        try view.transaction.each(
            """
            select count(*), count(distinct profession), count(distinct establishment),
              sum(case when role = 'facilitator' then 1 else 0 end),
              sum(case when first_acts = \(FirstAct.all) then 1 else 0 end)
            from member where community_id = \(community) and left_at is null and is_pending = 0
              and role in ('facilitator', 'member')
            """
        ) { row in
            (facts.members, facts.professions, facts.establishments) = (try row[0], try row[1], try row[2])
            facts.facilitators = try row[3] ?? 0
            facts.tried = try row[4] ?? 0
        }
        facts.hosts = try view.mandates.current().count { $0.function == .host }
        try view.transaction.each(
            """
            select count(*), sum(case when accepted_at is not null then 1 else 0 end) from invitation
            where community_id = \(community) and withdrawn_at is null
            """
        ) { row in
            facts.invitationsSent = try row[0]
            facts.invitationsAccepted = try row[1] ?? 0
        }
        facts.comingMeetings = try view.meetings.coming().count
        let charters = try view.charters.all()
        facts.hasCharter = !charters.isEmpty
        facts.charterIsAdopted = charters.contains { $0.adoptedAt != nil }
        facts.rulesChanged = try rulesChanged(values)
        return facts
    }

    /// How many members have tried each of the five gestures.
    package func tried() throws -> [FirstAct: Int] {
        var counts: [FirstAct: Int] = [:]
        for act in FirstAct.allCases {
            counts[act] = try view.transaction.value(
                """
                select count(*) from member where community_id = \(try view.community) and left_at is null
                  and is_pending = 0 and role in ('facilitator', 'member') and (first_acts & \(act.bit)) <> 0
                """)
        }
        return counts
    }

    /// What was said of the markers that were missing at the launch.
    package func launchSentences() throws -> [Marker: String] {
        var sentences: [Marker: String] = [:]
        try view.transaction.each(
            "select marker, sentence from launch_sentence where community_id = \(try view.community)"
        ) { row in sentences[try row[0]] = try row[1] }
        return sentences
    }
}
