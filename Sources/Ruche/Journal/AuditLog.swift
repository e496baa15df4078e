import Foundation
import Persistence

extension View {
    package var auditLog: AuditLog { AuditLog(view: self) }
}

/// An act of facilitation, as any member may read it: who, when, what, about what, why (DOMAIN §3).
package struct AuditLine: Sendable {
    package let id: Int64
    package let at: Instant
    /// Nil when the server's operator acted, or when a member flagged, who is not named.
    package let who: String?
    package let verb: Verb
    package let object: Subject
    /// The exchange that the object belongs to.
    package let within: Subject?
    /// The words of the object, where members see them elsewhere too. An invitation's address is not among them.
    package var title: String?
    /// Why it was set aside, cancelled or closed, as its own page says.
    package var reason: String?
    package let details: [String: String]
}

/// What facilitators did with the powers that they hold.
package struct AuditLog {
    let view: View
    package static let shown = 50

    /// What was sent to many at once is one line: each letter has its own row in the journal, not here.
    /// - Parameter before: the last line of the page before.
    package func page(before last: Int64? = nil) throws -> [AuditLine] {
        let earlier: SQL = last.map { "and (j.at, j.id) < (select at, id from journal where id = \($0))" } ?? ""
        let lines = try view.transaction.all(
            """
            select j.id, j.at, case when j.verb <> \(Verb.hidPost) then m.name end, j.verb, j.object, j.within, j.details
            from journal j left join member m on m.id = j.member_id
            where j.community_id = \(try view.community) and (j.verb in \(list: Verb.audited)
              or j.verb in \(list: Verb.auditedOfFacilitators) and j.details like '%"facilitating"%')
              and (j.details is null or j.details not like '%"list"%') \(earlier)
            order by j.at desc, j.id desc limit \(Self.shown)
            """
        ) { row in
            AuditLine(
                id: try row[0], at: try row[1], who: try row[2], verb: try row[3], object: try row[4],
                within: try row[5], details: try Self.details(try row[6]))
        }
        let words = try words(of: lines.map(\.object))
        return lines.map { line in
            var line = line
            let found = words[line.object.text]
            (line.title, line.reason) = (found?.title, found?.reason ?? line.details["word"])
            return line
        }
    }

    private static func details(_ json: String?) throws -> [String: String] {
        try json.map { try JSONDecoder().decode([String: String].self, from: Data($0.utf8)) } ?? [:]
    }

    /// What stands today on the page of each object: its words, and why it ended.
    private func words(of subjects: [Subject]) throws -> [String: (title: String?, reason: String?)] {
        var ids: [String: [Int64]] = [:]
        for subject in subjects {
            let parts = subject.text.split(separator: "/")
            if let kind = parts.first, let id = parts.last.flatMap({ Int64($0) }) {
                ids[String(kind), default: []].append(id)
            }
        }
        var words: [String: (title: String?, reason: String?)] = [:]
        func read(_ kind: String, _ select: SQL) throws {
            guard let ids = ids[kind] else { return }
            try view.transaction.each("\(select) where id in \(list: ids)") { row in
                words["\(kind)/\(try row[0] as Int64)"] = (try row[1], try row[2])
            }
        }
        try read("member", "select id, name, null from member")
        try read("need", "select id, statement, reason from need")
        try read("objective", "select id, title, closing from objective")
        try read("meeting", "select id, title, reason from meeting")
        try read("decision", "select id, sentence, null from decision")
        // One that was flagged is not read here either.
        try read("announcement", "select id, case when hidden_at is null then title end, null from announcement")
        try read("topic", "select id, name, null from topic")
        return words
    }
}
