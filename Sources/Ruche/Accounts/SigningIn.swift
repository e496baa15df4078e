import Persistence

/// A link that was mailed, as the page that it opens shows it.
package struct SignInLink: Sendable, Equatable {
    /// Fifteen minutes, and one use (FEATURES AC3).
    package static let lifetime = Duration.minutes(15)

    package enum State: Sendable, Equatable { case valid(Person.ID), expired, used, unknown }
}

extension AccountQueries {
    /// What became of a link. Looking at it changes nothing: scanners open links too.
    package func state(of link: Secret) throws -> SignInLink.State {
        try view.transaction.first(
            "select person_id, expires_at, used_at from sign_in_link where hash = \(link.hash)"
        ) { row -> SignInLink.State in
            if try (row[2] as Instant?) != nil { return .used }
            return try row[1] as Instant > view.now ? .valid(row[0]) : .expired
        } ?? .unknown
    }
}

extension AccountActs {
    /// Mails a sign-in link to the account of this address. For an unknown address nothing is sent; the caller can't
    /// tell the two apart, nor can whoever typed the address.
    /// - Parameter path: the page that the person wanted, shown once signed in.
    package func requestLink(for email: EmailAddress, leadingTo path: String?, secret: Secret) throws {
        guard let person = try act.view.accounts.find(email) else { return }
        try createLink(for: person.id, leadingTo: path, secret: secret)
        try act.mails.send(
            .signIn(link: secret.text, minutes: Int(SignInLink.lifetime.components.seconds / 60)),
            to: person, key: "sign-in/\(secret.hash.prefix(8).map(String.init).joined(separator: "."))")
    }

    /// A link that the operator of the server hands over by other means (`ruche user link`).
    package func createLink(for person: Person.ID, leadingTo path: String?, secret: Secret) throws {
        try act.execute(
            """
            insert into sign_in_link (hash, person_id, created_at, expires_at, leads_to)
            values (\(secret.hash), \(person), \(act.now), \(act.now + SignInLink.lifetime), \(path))
            """)
    }

    /// Uses a link, once: opens a session in this browser.
    /// - Returns: the page that the person wanted.
    package func signIn(
        with link: Secret, session: Secret, device: String, isOwnDevice: Bool
    ) throws -> String? {
        let used = try act.transaction.first(
            """
            update sign_in_link set used_at = \(act.now)
            where hash = \(link.hash) and used_at is null and expires_at > \(act.now) returning person_id, leads_to
            """
        ) { row in (person: try row[0] as Person.ID, path: try row[1] as String?) }
        guard let used else {
            switch try act.view.accounts.state(of: link) {
            case .used: throw Refusal("Ce lien a déjà servi. Recevez-en un nouveau, votre page vous attend.")
            case .expired, .valid:
                throw Refusal("Ce lien a plus de 15 minutes. Recevez-en un nouveau, votre page vous attend.")
            case .unknown: throw Refusal("Ce lien n’est pas reconnu. Recevez-en un nouveau.")
            }
        }
        try open(session, for: used.person, device: device, isOwnDevice: isOwnDevice)
        return used.path
    }

    /// Opens a session for somebody who has proved who they are.
    package func open(_ session: Secret, for person: Person.ID, device: String, isOwnDevice: Bool) throws {
        let end = Session.end(isOwnDevice: isOwnDevice, startedAt: act.now, lastUsedAt: act.now)
        let id: Session.ID = try act.insert(
            """
            insert into session (hash, person_id, device, is_own_device, started_at, last_used_at, ends_at)
            values (\(session.hash), \(person), \(device), \(isOwnDevice), \(act.now), \(act.now), \(end)) returning id
            """)
        try act.recordFor(person, .signedIn, ["session": id.description])
    }

    /// Notes that a session is in use, which moves its end.
    package func noteUse(of session: Session.ID) throws {
        let found = try act.transaction.first(
            Session.self,
            "select id, device, is_own_device, started_at, last_used_at from session where id = \(session)")
        guard let found else { return }
        let end = Session.end(isOwnDevice: found.isOwnDevice, startedAt: found.startedAt, lastUsedAt: act.now)
        try act.execute(
            "update session set last_used_at = \(act.now), ends_at = \(end) where id = \(session)")
    }

    /// Ends one of one's own sessions: this browser's, or another that was left open.
    package func end(_ session: Session.ID) throws {
        guard let person = act.actor.person else { throw Refusal.forbidden }
        let ended = try act.execute("delete from session where id = \(session) and person_id = \(person)")
        guard ended == 1 else { throw Refusal.notFound }
        try act.recordFor(person, .signedOut, ["session": session.description])
    }

    /// Ends all of one's sessions but the one in use.
    package func endOthers(than session: Session.ID) throws {
        guard let person = act.actor.person else { throw Refusal.forbidden }
        try act.execute("delete from session where person_id = \(person) and id <> \(session)")
        try act.recordFor(person, .signedOut, ["others": "true"])
    }
}

extension Act {
    /// A journal row for an act that belongs to a person and to no community.
    func recordFor(_ person: Person.ID, _ verb: Verb, _ details: [String: String]) throws {
        let actor = Actor(person: person, isAdministrator: self.actor.isAdministrator)
        try Act(transaction, by: actor, at: now, through: channel).record(verb, .person(person), details)
    }
}
