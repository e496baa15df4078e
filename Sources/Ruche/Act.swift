import Persistence

/// Through what an act came.
package enum Channel: String, Bindable, Sendable { case web, mail, api, command, worker, imported = "import" }

/// Who acts, in which community: found anew for each request, since roles change.
package struct Actor: Sendable, Equatable {
    package var person: Person.ID?
    package var community: Community.ID?
    package var member: Member.ID?
    package var role: Role?
    package var isAdministrator: Bool

    package init(
        person: Person.ID? = nil, community: Community.ID? = nil, member: Member.ID? = nil, role: Role? = nil,
        isAdministrator: Bool = false
    ) {
        (self.person, self.community, self.member, self.role) = (person, community, member, role)
        self.isAdministrator = isAdministrator
    }

    package static let nobody = Actor()
    package var isFacilitator: Bool { role == .facilitator }
}

/// A read of the community by somebody, at a moment: one snapshot. The rooms' queries hang on it (`view.questions`).
package struct View {
    package let transaction: Transaction
    package let actor: Actor
    package let now: Instant

    package init(_ transaction: Transaction, by actor: Actor, at now: Instant) {
        (self.transaction, self.actor, self.now) = (transaction, actor, now)
    }

    /// The community of the address; a room asked outside of one finds nothing.
    package var community: Community.ID {
        get throws {
            guard let community = actor.community else { throw Refusal.notFound }
            return community
        }
    }

    /// The reader as a member of the community.
    package var member: Member.ID {
        get throws {
            guard let member = actor.member else { throw Refusal.forbidden }
            return member
        }
    }
}

/// One act: a transaction, who, when, through what. What it changes and its journal row are kept together or not at all.
///
/// The closure that receives it may run again after a conflict, so it has no other effect than its queries.
package struct Act {
    package let view: View
    package let channel: Channel
    /// Whether nothing may tell the minute at which it is done: what follows it waits for the next hour.
    let hidesMoment: Bool

    package init(_ transaction: Transaction, by actor: Actor, at now: Instant, through channel: Channel) {
        self.init(transaction, by: actor, at: now, through: channel, hidesMoment: false)
    }

    init(_ transaction: Transaction, by actor: Actor, at now: Instant, through channel: Channel, hidesMoment: Bool) {
        view = View(transaction, by: actor, at: now)
        (self.channel, self.hidesMoment) = (channel, hidesMoment)
    }

    package var transaction: Transaction { view.transaction }
    package var actor: Actor { view.actor }
    package var now: Instant { view.now }
    package var community: Community.ID { get throws { try view.community } }
    package var member: Member.ID { get throws { try view.member } }

    /// The number of rows written.
    @discardableResult
    package func execute(_ sql: SQL) throws -> Int { try transaction.run(sql) }

    /// The same transaction, for somebody who shows a secret that was written to them, or for the work of a community.
    func standing(in community: Community.ID, as member: Member.ID? = nil, _ person: Person.ID? = nil) -> Act {
        let actor = Actor(person: person, community: community, member: member)
        return Act(transaction, by: actor, at: now, through: channel)
    }

    /// Writes a row and gives its identifier: the statement ends with `returning id`.
    package func insert<T>(_ sql: SQL) throws -> Identifier<T> {
        guard let id = try transaction.value(sql, as: Identifier<T>.self) else {
            throw DatabaseError(.programming, "an insert must end with returning id")
        }
        return id
    }
}
