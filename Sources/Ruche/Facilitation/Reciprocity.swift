import Calendaring
import Persistence

extension View {
    package var reciprocity: ReciprocityQueries { ReciprocityQueries(view: self) }
}

/// A member's own year: what they brought, what they got, month by month (DOMAIN §7). Theirs alone: no other reader,
/// whatever their role, has it in any form.
///
/// Brought: replies that somebody else found useful, and those that were asked of them by name. Received: replies that
/// helped them in their own exchanges. Coming, voting and *moi aussi* are taking part, neither one nor the other.
package struct Reciprocity: Sendable, Equatable {
    package struct Month: Sendable, Equatable {
        package let first: CivilDate
        package var given = 0
        package var received = 0

        package init(_ first: CivilDate, given: Int = 0, received: Int = 0) {
            (self.first, self.given, self.received) = (first, given, received)
        }
    }

    /// The last twelve, the earliest first.
    package let months: [Month]
    /// How many different people were helped or helped, and the places where they work.
    package let people: Int
    package let establishments: Int

    package static let length = 12

    package var given: Int { months.reduce(0) { $0 + $1.given } }
    package var received: Int { months.reduce(0) { $0 + $1.received } }
}

package struct ReciprocityQueries {
    let view: View

    /// A reply that served, at the moment when it first did.
    private struct Help {
        var at: Instant
        let other: Member.ID
    }

    /// The reader's own. There is no way to ask for anybody else's.
    package func own() throws -> Reciprocity {
        let member = try view.member
        let zone = Zone(try view.communities.current().zone) ?? .paris
        let today = zone.date(at: view.now.milliseconds)
        let start = today.firstOfMonth.adding(months: -(Reciprocity.length - 1))
        let since = Instant(milliseconds: zone.start(of: start))
        let (given, received) = (try given(by: member, since), try received(by: member, since))
        var months = (0..<Reciprocity.length).map { Reciprocity.Month(start.adding(months: $0)) }
        func month(_ help: Help) -> Int {
            let date = zone.date(at: help.at.milliseconds)
            return (date.year - start.year) * 12 + date.month - start.month
        }
        for help in given where months.indices.contains(month(help)) { months[month(help)].given += 1 }
        for help in received where months.indices.contains(month(help)) { months[month(help)].received += 1 }
        let others = try known(Set((given + received).map(\.other)))
        return Reciprocity(months: months, people: others.people, establishments: others.establishments)
    }

    private func given(by member: Member.ID, _ since: Instant) throws -> [Help] {
        let community = try view.community
        return try helps(
            """
            select r.id, u.marked_at, q.author_id from useful_mark u join reply r on r.id = u.reply_id
            join question q on q.id = r.question_id
            where u.author_id = \(member) and u.member_id <> \(member) and r.community_id = \(community)
              and r.deleted_at is null and q.deleted_at is null
            union all
            select q.retained_id, q.resolved_at, q.author_id from question q
            where q.retained_author_id = \(member) and q.author_id <> \(member) and q.community_id = \(community)
              and q.deleted_at is null and q.resolved_at is not null
            union all
            select min(r.id), min(r.replied_at), q.author_id from solicitation s
            join reply r on r.question_id = s.question_id and r.author_id = s.member_id and r.replied_at >= s.asked_at
            join question q on q.id = s.question_id
            where s.member_id = \(member) and q.community_id = \(community) and r.deleted_at is null
              and q.deleted_at is null
            group by s.id, q.author_id
            """, since)
    }

    private func received(by member: Member.ID, _ since: Instant) throws -> [Help] {
        let community = try view.community
        return try helps(
            """
            select r.id, u.marked_at, r.author_id from question q join reply r on r.question_id = q.id
            join useful_mark u on u.reply_id = r.id and u.voice in ('asker', 'on_behalf')
            where q.author_id = \(member) and r.author_id <> \(member) and q.community_id = \(community)
              and q.deleted_at is null and r.deleted_at is null
            union all
            select q.retained_id, q.resolved_at, q.retained_author_id from question q
            where q.author_id = \(member) and q.retained_author_id <> \(member) and q.community_id = \(community)
              and q.deleted_at is null and q.resolved_at is not null
            """, since)
    }

    /// Each reply once, when it first served; those that did before the year are not of it.
    private func helps(_ sql: SQL, _ since: Instant) throws -> [Help] {
        var helps: [Reply.ID: Help] = [:]
        try view.transaction.each(sql) { row in
            let (reply, at): (Reply.ID, Instant) = (try row[0], try row[1])
            if let known = helps[reply], known.at <= at { return }
            helps[reply] = Help(at: at, other: try row[2])
        }
        return helps.values.filter { $0.at >= since }
    }

    /// An alias is nobody in particular: it is not one more person.
    private func known(_ members: Set<Member.ID>) throws -> (people: Int, establishments: Int) {
        if members.isEmpty { return (0, 0) }
        let places = try view.transaction.column(
            """
            select coalesce(m.establishment, '') from member m
            where m.id in \(list: members.sorted { $0.rawValue < $1.rawValue })
              and not exists (select 1 from alias a where a.member_id = m.id)
            """, as: String.self)
        return (places.count, Set(places.filter { !$0.isEmpty }).count)
    }
}
