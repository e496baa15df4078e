import Ruche

/// Who may use a route. It is part of the route, and checked before its handler runs.
package enum Access: String, Sendable, CaseIterable {
    /// Anybody, signed in or not.
    case visitor
    /// Anybody with an account.
    case account
    /// Whoever belongs to the community, a guest and an observer too.
    case inside
    /// Guests (for what they are invited to), members and facilitators.
    case guest
    case member
    /// Facilitators, and the members of the core group, who prepare the community with them.
    case core
    case facilitator
    /// Whoever may see aggregates: members, facilitators, and the sponsors who see nothing else.
    case observer
    /// Runs the service; reads no community.
    case administrator
    /// Anybody, on a server that shows the demonstration.
    case demonstration

    /// Whether the route belongs to a community.
    var isInCommunity: Bool {
        switch self {
        case .inside, .guest, .member, .core, .facilitator, .observer: true
        case .visitor, .account, .administrator, .demonstration: false
        }
    }

    package func allows(_ role: Role) -> Bool {
        switch self {
        case .visitor, .account, .demonstration, .inside: true
        case .guest: role != .observer
        case .member, .core: role == .member || role == .facilitator
        case .facilitator: role == .facilitator
        case .observer: role != .guest
        case .administrator: false
        }
    }
}

/// What stands between a request and its route.
enum Admission: Equatable {
    case granted
    /// Nobody is signed in: the sign-in page, then back here.
    case signInFirst
    /// The page exists for others. Said only to who belongs to the community.
    case forbidden
    /// To who is outside, a community does not exist.
    case notFound

    init(_ access: Access, visitor: Visitor?, isDemonstration: Bool) {
        switch access {
        case .visitor: self = .granted
        case .demonstration: self = isDemonstration ? .granted : .notFound
        case .account: self = visitor == nil ? .signInFirst : .granted
        case .administrator:
            guard let visitor else { self = .signInFirst; return }
            self = visitor.person.isAdministrator ? .granted : .notFound
        case .inside, .guest, .member, .core, .facilitator, .observer:
            guard let visitor else { self = .signInFirst; return }
            guard let role = visitor.actor.role else { self = .notFound; return }
            let isAllowed =
                access.allows(role) && (access != .core || role == .facilitator || visitor.member?.isCore == true)
            self = isAllowed ? .granted : .forbidden
        }
    }
}
