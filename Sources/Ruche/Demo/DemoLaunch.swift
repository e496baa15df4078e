import Persistence

extension Demo {
    /// What exchanges may be tied to.
    struct Prepared: Sendable {
        var needs: [String: Int64] = [:]
        var objectives: [String: Int64] = [:]
    }

    /// The seven steps, the needs, the objectives, the meetings and the decisions.
    func prepare(_ cast: Cast) async throws -> Prepared {
        let topics = content.preparation.topics
        let community = cast.community
        try await act(by: cast.actor("helene"), at: calendar.at(day: -DemoCalendar.days - 5, hour: 10)) { act in
            for topic in topics {
                try act.execute(
                    """
                    insert into topic (community_id, name, description) values (\(community), \(topic.name), \(topic.description))
                    """)
            }
        }
        return Prepared()
    }
}
