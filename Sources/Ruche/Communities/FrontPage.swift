import Calendaring
import Markup
import Persistence

/// The one page of a community that strangers may read, shut until a facilitator opens it: its name, its domain, a few
/// words, whom to write to (FEATURES CO6). Nothing that members wrote stands there.
package struct FrontPage: Sendable, Equatable, RowDecodable {
    package var body = ""
    package var html = ""
    /// Whom to write to: an address or a name.
    package var contact = ""
    package var isOpen = false
    /// 0 while nothing was written.
    package var version = 0

    package static let limit = 3_000

    package init() {}

    static let columns: SQL = "f.body, f.html, f.contact, f.opened_at, f.version"

    package init(_ row: borrowing Row) throws {
        (body, html, contact, version) = (try row[0], try row[1], try row[2], try row[4])
        isOpen = try (row[3] as Instant?) != nil
    }
}

enum FrontPageSchema {
    static let migrations = [
        Migration(
            "front pages",
            """
            create table front_page (
              community_id \(.integer) primary key references community (id) on delete cascade,
              body         text not null,
              html         text not null,
              renderer     \(.integer) not null,
              contact      text not null,
              opened_at    \(.instant),
              version      \(.integer) not null
            ) \(.strict)
            """
        )
    ]
}

extension View {
    package var frontPage: FrontPageQueries { FrontPageQueries(view: self) }
}

extension Act {
    package var frontPage: FrontPageActs { FrontPageActs(act: self) }
}

package struct FrontPageQueries {
    let view: View

    /// The community's own, for its members.
    package func current() throws -> FrontPage {
        try view.transaction.first(
            FrontPage.self,
            "select \(FrontPage.columns) from front_page f where f.community_id = \(try view.community)") ?? FrontPage()
    }

    /// What a stranger reads; nil where no page is open, which nothing tells from a community that is not there.
    /// - Returns: `isOwn`: whether the reader is one of its members, whose reading is no visit.
    package func shown(_ slug: String) throws -> (community: Community, page: FrontPage, isOwn: Bool)? {
        guard let community = try view.communities.find(slug), community.openedAt != nil, community.closedAt == nil,
            let page = try view.transaction.first(
                FrontPage.self, "select \(FrontPage.columns) from front_page f where f.community_id = \(community.id)"),
            page.isOpen
        else { return nil }
        let own = try view.actor.person.flatMap { person in
            try view.transaction.value(
                "select 1 from member where community_id = \(community.id) and person_id = \(person) and left_at is null",
                as: Int.self)
        }
        return (community, page, own != nil)
    }

    /// How often it was seen from outside in the last thirteen weeks.
    package func visits() throws -> Int {
        let zone = Zone(try view.communities.current().zone) ?? .paris
        let first = zone.date(at: view.now.milliseconds).adding(days: -91)
        return try view.transaction.value(
            """
            select coalesce(sum(count), 0) from page_view
            where community_id = \(try view.community) and kind = \(PageKind.outside) and day >= \(first.description)
            """) ?? 0
    }
}

package struct FrontPageActs {
    let act: Act

    /// A facilitator writes the page, opens it or shuts it.
    /// - Throws: `EditConflict` when it has changed since `version`.
    package func write(_ typed: String, contact: String, isOpen: Bool, from version: Int) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        try act.members.mustNotBeSalon()
        let before = try act.view.frontPage.current()
        let body = typed.trimmingWhitespace()
        guard body.count <= FrontPage.limit else {
            throw Refusal("Ce texte dépasse 3 000 caractères. Gardez l’essentiel.", field: "texte")
        }
        let contact = try contact.line(limit: 200, field: "contact") ?? ""
        guard !isOpen || !body.isEmpty else {
            throw Refusal("Écrivez quelques lignes avant d’ouvrir la page.", field: "texte")
        }
        guard before.version == version else {
            throw EditConflict(title: "", body: before.body, version: before.version, at: act.now)
        }
        let isRewritten = body != before.body || contact != before.contact
        if !isRewritten, isOpen == before.isOpen { return }
        try act.guardPatients(in: [body, contact], isConfirmed: false)
        let community = try act.community
        try act.execute(
            """
            insert into front_page (community_id, body, html, renderer, contact, opened_at, version)
            values (\(community), \(body), \(Rendering.html(body)), \(Rendering.version), \(contact),
                \(isOpen ? act.now : nil), \(version + 1))
            on conflict (community_id) do update
            set body = excluded.body, html = excluded.html, renderer = excluded.renderer, contact = excluded.contact,
                opened_at = case when excluded.opened_at is null then null
                            else coalesce(front_page.opened_at, excluded.opened_at) end,
                version = excluded.version
            """)
        if isRewritten { try act.record(.wroteFrontPage, .community(community)) }
        if isOpen != before.isOpen {
            try act.record(isOpen ? .openedFrontPage : .shutFrontPage, .community(community))
        }
    }
}
