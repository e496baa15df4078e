import Persistence

extension Act {
    /// Once a day: a community that grows quiet is told to its facilitators, one whose reading time is over to who runs
    /// the service.
    func watchOverLives() throws {
        let communities = try transaction.all(
            Community.self,
            "select \(Community.columns) from community where launched_at is not null or closed_at is not null")
        for community in communities {
            let inside = standing(in: community.id)
            if let closedAt = community.closedAt {
                if now - closedAt >= Closing.readingTime { try inside.tellOperators(of: community, closedAt) }
            } else if let silence = try inside.view.life.silence() {
                try inside.tellFacilitators(of: community, silence)
            }
        }
    }

    /// Once for each silence, which its last act names.
    private func tellFacilitators(of community: Community, _ silence: Duration) throws {
        let since = (now - silence).milliseconds
        for person in try members.facilitating() {
            try mails.send(
                .growsQuiet(
                    community: community.name, slug: community.slug, days: Int(silence.milliseconds / 86_400_000)),
                to: person, key: "quiet/\(community.id)/\(since)/\(person.id)")
        }
    }

    private func tellOperators(of community: Community, _ closedAt: Instant) throws {
        let operators = try transaction.all(
            Person.self,
            """
            select id, email, name, language, theme, is_administrator from person where is_administrator = 1 order by id
            """)
        for person in operators {
            try mails.send(
                .readingOver(community: community.name, slug: community.slug, closedAt: closedAt.milliseconds),
                to: person, key: "reading over/\(community.id)/\(closedAt.milliseconds)/\(person.id)")
        }
    }
}

extension MemberActs {
    /// The facilitators who may be written to now.
    fileprivate func facilitating() throws -> [Person] {
        let facilitators = Set(
            try act.transaction.column(
                """
                select person_id from member
                where community_id = \(try act.community) and left_at is null and role = 'facilitator'
                  and person_id is not null
                """, as: Person.ID.self))
        return try reached().filter { facilitators.contains($0.id) }
    }
}
