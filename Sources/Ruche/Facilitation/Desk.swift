import Calendaring
import Persistence

extension View {
    package var desk: DeskQueries { DeskQueries(view: self) }
}

extension Act {
    package var desk: DeskActs { DeskActs(act: self) }
}

package struct DeskQueries {
    let view: View
}

package struct DeskActs {
    let act: Act
}

/// What a facilitator may do today, and what was done already.
package struct Desk: Sendable {
    package let day: CivilDate
    package let isWorkingDay: Bool
    /// In order; without those that the reader wants no more.
    package let gestures: [Gesture]
    /// Today's, done or put off, by whomever.
    package let handled: [Handled]
    /// What the reader wants to see no more.
    package let muted: [Gesture.Kind]
    /// Messages flagged for a patient's sake that wait and are not among the gestures.
    package let otherPatientFlags: Int
    /// Things have come due that the day has no place for yet: `settle` gives it.
    package let isUnsettled: Bool

    package var minutes: Int { gestures.reduce(0) { $0 + $1.kind.minutes } }

    package struct Handled: Sendable, Equatable {
        package let kind: Gesture.Kind
        package let object: String
        package let who: String
        package let at: Instant
        package let isDone: Bool
    }
}

extension DeskQueries {
    /// The day as it stands, chosen or about to be.
    package func today() throws -> Desk {
        let finder = try GestureFinder(view)
        let day = try chosen(finder.today)
        let (muted, silent) = try mutes()
        let open = finder.community.closedAt == nil
        var candidates = open ? try finder.find(try wanted(day, silent, finder)) : []
        if open, day.isFull, !day.settled(among: candidates, isWorkingDay: finder.isWorkingDay).isEmpty {
            candidates = try finder.find(Set(Gesture.Kind.allCases).subtracting(silent))
        }
        let change = open ? day.choosing(among: candidates, isWorkingDay: finder.isWorkingDay) : .init()
        let slots = day.applying(change).slots
        let proposed = candidates.filter { gesture in
            slots.contains { $0.state == .proposed && $0.holds(gesture) } && !muted.contains(gesture.kind)
                && (finder.isWorkingDay || gesture.kind.isForEveryDay)
        }
        let patientFlags = try view.safety.patientFlagsThatWait() - proposed.count(where: \.isAboutPatient)
        return Desk(
            day: finder.today, isWorkingDay: finder.isWorkingDay,
            gestures: try proposed.sorted(by: Gesture.isBefore).map(finder.naming),
            handled: slots.compactMap { slot in
                guard slot.state != .proposed, let at = slot.handledAt else { return nil }
                return Desk.Handled(
                    kind: slot.kind, object: slot.object, who: slot.name ?? "", at: at, isDone: slot.state == .done)
            }.sorted { $0.at < $1.at }, muted: muted, otherPatientFlags: patientFlags,
            isUnsettled: try open && (!change.isEmpty || keptBalance(of: finder.today) == nil))
    }

    /// Once the day is full, only its own kinds are looked for, and what is to be read again.
    private func wanted(_ day: DeskDay, _ silent: Set<Gesture.Kind>, _ finder: GestureFinder) throws -> Set<
        Gesture.Kind
    > {
        let proposed = Set(day.slots.filter { $0.state == .proposed }.map(\.kind))
        guard finder.isWorkingDay else { return Set(Gesture.Kind.allCases.filter(\.isForEveryDay)) }
        guard !day.isFull else { return proposed.union(Gesture.Kind.allCases.filter(\.isForEveryDay)) }
        return Set(Gesture.Kind.allCases).subtracting(silent).union(proposed)
    }

    /// The places of a day, as they were given.
    func chosen(_ day: CivilDate) throws -> DeskDay {
        DeskDay(
            slots: try view.transaction.all(
                """
                select s.place, s.kind, s.object, s.state, s.member_id, m.name, s.handled_at from desk_slot s
                left join member m on m.id = s.member_id
                where s.community_id = \(try view.community) and s.day = \(day.description) order by s.place
                """
            ) { row in
                DeskDay.Slot(
                    try row[0], try row[1], try row[2], try row[3], by: try row[4], name: try row[5], at: try row[6])
            })
    }

    /// What the reader wants no more, and what no facilitator wants.
    private func mutes() throws -> (own: [Gesture.Kind], silent: Set<Gesture.Kind>) {
        var (own, count): ([Gesture.Kind], [Gesture.Kind: Int]) = ([], [:])
        let facilitators = try view.transaction.column(
            """
            select id from member m where m.community_id = \(try view.community) and m.role = 'facilitator'
              and m.left_at is null
            """, as: Member.ID.self)
        try view.transaction.each(
            "select member_id, kind from gesture_mute where member_id in \(list: facilitators) order by muted_at"
        ) { row in
            guard let kind = Gesture.Kind(rawValue: try row[1]) else { return }
            if try row[0] == view.actor.member { own.append(kind) }
            count[kind, default: 0] += 1
        }
        return (own, Set(count.filter { $0.value >= facilitators.count }.keys))
    }

    /// The gesture that is proposed today for this object.
    package func proposed(_ kind: Gesture.Kind, _ object: String) throws -> Gesture? {
        try GestureFinder(view).find([kind]).first { gesture in
            DeskDay.Slot(1, kind, object).holds(gesture)
        }
    }
}

extension DeskActs {
    /// Gives the places of the day to what is due. The desk does it when it is opened: the same places for all who
    /// facilitate, until tomorrow.
    package func settle() throws {
        let finder = try GestureFinder(act.view)
        guard finder.community.closedAt == nil else { return }
        let day = try act.view.desk.chosen(finder.today)
        let candidates = try finder.find(Set(Gesture.Kind.allCases).subtracting(try act.view.desk.silent()))
        let change = day.choosing(among: candidates, isWorkingDay: finder.isWorkingDay)
        let (community, date) = (finder.community.id, finder.today.description)
        for place in change.removed {
            try act.execute(
                "delete from desk_slot where community_id = \(community) and day = \(date) and place = \(place)")
        }
        if try act.view.desk.keptBalance(of: finder.today) == nil {
            let balance = try JSONText.encode(act.view.desk.currentBalance())
            try act.execute(
                """
                insert into desk_balance (community_id, day, balance) values (\(community), \(date), \(balance))
                on conflict (community_id) do update set day = excluded.day, balance = excluded.balance
                """)
        }
        for slot in change.added {
            try act.execute(
                """
                insert into desk_slot (community_id, day, place, kind, object)
                values (\(community), \(date), \(slot.place), \(slot.kind), \(slot.object))
                on conflict (community_id, day, place) do nothing
                """)
        }
    }

    /// Says that one takes care of a gesture whose page one opens: it leaves the list of the others.
    package func take(_ kind: Gesture.Kind, _ object: String) throws {
        let gesture = try requireProposed(kind, object)
        for object in gesture.objects { try keep(kind.rawValue, object, isLetter: false) }
        try handle(gesture, .done)
        try act.record(.tookGesture, .community(try act.community), ["kind": kind.rawValue])
    }

    /// *Plus tard*.
    package func postpone(_ kind: Gesture.Kind, _ object: String) throws {
        let gesture = try requireProposed(kind, object)
        let (community, clock) = (try act.community, PromiseClock(try act.view.communities.current()))
        for object in gesture.objects {
            let times =
                (try act.transaction.value(
                    """
                    select times from gesture_pause
                    where community_id = \(community) and object = \(object) and kind = \(kind)
                    """, as: Int.self) ?? 0) + 1
            try act.execute(
                """
                insert into gesture_pause (community_id, object, kind, times, until)
                values (\(community), \(object), \(kind), \(times), \(Postponement.end(times, from: act.now, on: clock)))
                on conflict (community_id, object, kind) do update set times = excluded.times, until = excluded.until
                """)
        }
        try handle(gesture, .postponed)
        try act.record(.postponedGesture, .community(community), ["kind": kind.rawValue])
    }

    /// Takes *plus tard* back, the same day.
    package func resume(_ kind: Gesture.Kind, _ object: String) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let (community, today) = (try act.community, try GestureFinder(act.view).today.description)
        let resumed = try act.execute(
            """
            update desk_slot set state = 'proposed', member_id = null, handled_at = null
            where community_id = \(community) and day = \(today) and kind = \(kind) and object = \(object)
              and state = 'postponed'
            """)
        guard resumed == 1 else { return }
        for object in object.split(separator: " ").map(String.init) {
            try act.execute(
                """
                update gesture_pause set times = times - 1, until = \(act.now)
                where community_id = \(community) and object = \(object) and kind = \(kind)
                """)
        }
        try act.record(.resumedGesture, .community(community), ["kind": kind.rawValue])
    }

    /// *Ne plus proposer*: the reader alone does not see this kind any more; or sees it again.
    package func mute(_ kind: Gesture.Kind, _ isMuted: Bool) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let member = try act.member
        if isMuted {
            try act.execute(
                """
                insert into gesture_mute (member_id, kind, muted_at) values (\(member), \(kind), \(act.now))
                on conflict (member_id, kind) do nothing
                """)
        } else {
            try act.execute("delete from gesture_mute where member_id = \(member) and kind = \(kind)")
        }
        try act.record(isMuted ? .mutedGesture : .unmutedGesture, .member(member), ["kind": kind.rawValue])
    }

    private func requireProposed(_ kind: Gesture.Kind, _ object: String) throws -> Gesture {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        guard let gesture = try act.view.desk.proposed(kind, object) else {
            throw try act.view.desk.whyNoMore(kind, object)
        }
        return gesture
    }

    /// What a gesture was about is settled elsewhere than on the desk: its place of today says by whom.
    /// - Parameter member: nil when nobody who facilitates did it; the place is then free for what comes due.
    func settled(_ kind: Gesture.Kind, _ object: String, by member: Member.ID?) throws {
        let community = try act.view.communities.current()
        let today = (Zone(community.zone) ?? .paris).date(at: act.now.milliseconds).description
        let slot: SQL = """
            community_id = \(community.id) and day = \(today) and kind = \(kind) and object = \(object)
            and state = 'proposed'
            """
        if let member {
            try act.execute(
                "update desk_slot set state = 'done', member_id = \(member), handled_at = \(act.now) where \(slot)")
        } else {
            try act.execute("delete from desk_slot where \(slot)")
        }
    }

    /// The place of the day that held a gesture says what became of it.
    func handle(_ gesture: Gesture, _ state: DeskDay.Slot.State) throws {
        let finder = try GestureFinder(act.view)
        guard let slot = try act.view.desk.chosen(finder.today).slots.first(where: { $0.holds(gesture) }) else {
            return
        }
        try act.execute(
            """
            update desk_slot set state = \(state), member_id = \(try act.member), handled_at = \(act.now)
            where community_id = \(try act.community) and day = \(finder.today.description) and place = \(slot.place)
            """)
    }

    /// A line of the journal of facilitation.
    /// - Parameter about: whom it concerns, who reads what is noted of it.
    func keep(
        _ kind: String, _ object: String, about: Author? = nil, exchange: Question.ID? = nil, isLetter: Bool
    ) throws {
        try act.execute(
            """
            insert into gesture_done (community_id, kind, object, about_id, is_nameless, question_id, done_by, done_at,
                is_letter)
            values (\(try act.community), \(kind), \(object), \(about?.id), \(about?.isNameless ?? false), \(exchange),
                \(try act.member), \(act.now), \(isLetter))
            """)
    }
}

extension DeskQueries {
    /// Why a gesture is not proposed to somebody who still has it before them.
    func whyNoMore(_ kind: Gesture.Kind, _ object: String) throws -> Refusal {
        let today = try GestureFinder(view).today
        let objects = Set(object.split(separator: " "))
        let slot = try chosen(today).slots.first {
            $0.kind == kind && !objects.isDisjoint(with: $0.object.split(separator: " "))
        }
        guard let slot, let name = slot.name, slot.state != .proposed else {
            return Refusal("Ce geste n’est plus à faire : la situation a changé.", kind: .conflict)
        }
        if slot.member == view.actor.member {
            return Refusal("Ce geste est déjà fait ou remis : c’était vous.", kind: .conflict)
        }
        return slot.state == .done
            ? Refusal("%@ s’en occupe.", name, kind: .conflict)
            : Refusal("%@ l’a remis à plus tard.", name, kind: .conflict)
    }

    func silent() throws -> Set<Gesture.Kind> { try mutes().silent }
}
