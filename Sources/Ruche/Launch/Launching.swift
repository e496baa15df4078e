import Persistence

extension PreparationActs {
    /// Launches the community: at any time, with a sentence for each marker that is not there.
    package func launch(_ sentences: [Marker: String]) throws {
        let community = try act.view.communities.current()
        guard community.launchedAt == nil else { return }
        let preparation = try act.view.preparation.current()
        for marker in Marker.allCases where !preparation.isMet(marker) {
            guard let sentence = try sentences[marker]?.line(limit: 500, field: marker.rawValue) else {
                throw Refusal("Dites en une phrase pourquoi vous commencez sans.", field: marker.rawValue)
            }
            try act.guardLine(sentence, field: marker.rawValue)
            try act.execute(
                """
                insert into launch_sentence (community_id, marker, sentence) values (\(community.id), \(marker), \(sentence))
                on conflict (community_id, marker) do update set sentence = excluded.sentence
                """)
        }
        try act.execute("update community set launched_at = \(act.now) where id = \(community.id)")
        try act.record(.launched, .community(community.id))
    }
}
