import Persistence

/// What the administrator knows of a community: counts, never a title nor a name.
package struct CommunityVolume: Sendable, RowDecodable {
    package let slug: String
    package let members: Int
    package let questions: Int
    package let replies: Int
    package let createdAt: Instant

    package init(_ row: borrowing Row) throws {
        (slug, members, questions, replies, createdAt) = (try row[0], try row[1], try row[2], try row[3], try row[4])
    }
}

extension CommunityQueries {
    package func volumes() throws -> [CommunityVolume] {
        try view.transaction.all(
            CommunityVolume.self,
            """
            select c.slug, c.member_count,
                   (select count(*) from question q where q.community_id = c.id),
                   (select count(*) from reply r where r.community_id = c.id), c.created_at
            from community c order by c.slug
            """)
    }
}
