import Persistence

// An address opens the account: it changes when both mailboxes have said yes.

/// A change of address that waits for its two confirmations.
package struct AddressChange: Sendable, Equatable, RowDecodable {
    package let person: Person.ID
    package let from: EmailAddress
    package let to: EmailAddress
    package let expiresAt: Instant
    package let oldSaidAt: Instant?
    package let newSaidAt: Instant?

    /// One day to open both mailboxes.
    static let lifetime = Duration.days(1)

    package init(_ row: borrowing Row) throws {
        (person, from, to, expiresAt) = (try row[0], try row[1], try row[2], try row[3])
        (oldSaidAt, newSaidAt) = (try row[4], try row[5])
    }

    static let columns: SQL = "a.person_id, p.email, a.email, a.expires_at, a.old_said_at, a.new_said_at"
}

extension AccountQueries {
    /// The change that somebody asked for and that still waits.
    package func addressChange(of person: Person.ID) throws -> AddressChange? {
        try view.transaction.first(
            AddressChange.self,
            """
            select \(AddressChange.columns) from address_change a join person p on p.id = a.person_id
            where a.person_id = \(person) and a.expires_at > \(view.now)
            """)
    }

    /// What the link of one of the two letters confirms. Looking at it changes nothing.
    package func addressChange(_ secret: Secret) throws -> (change: AddressChange, isOldMailbox: Bool)? {
        try view.transaction.first(
            """
            select \(AddressChange.columns), a.old_hash from address_change a join person p on p.id = a.person_id
            where (a.old_hash = \(secret.hash) or a.new_hash = \(secret.hash)) and a.expires_at > \(view.now)
            """
        ) { row in (try AddressChange(row), try row[6] as [UInt8] == secret.hash) }
    }
}

extension AccountActs {
    /// Asks both mailboxes. A second demand replaces the first.
    package func changeAddress(to typed: String, in session: Session.ID, old: Secret, new: Secret) throws {
        let person = try fresh(in: session)
        let email = try EmailAddress(typed: typed)
        guard email != person.email else {
            throw Refusal("C’est déjà votre adresse.", field: "courriel")
        }
        try act.execute(
            """
            insert into address_change (person_id, email, old_hash, new_hash, asked_at, expires_at)
            values (\(person.id), \(email), \(old.hash), \(new.hash), \(act.now), \(act.now + AddressChange.lifetime))
            on conflict (person_id) do update
            set email = excluded.email, old_hash = excluded.old_hash, new_hash = excluded.new_hash,
                asked_at = excluded.asked_at, expires_at = excluded.expires_at, old_said_at = null, new_said_at = null
            """)
        let key = "address/\(person.id)/\(act.now.milliseconds)"
        try act.mails.send(
            .addressLeaves(link: old.text, to: email.masked), to: person, key: "\(key)/old")
        // An address that has an account learns nothing of ours, nor we whether it has one, until it confirms.
        try act.mails.send(
            .addressComes(link: new.text, name: person.name), to: email, name: person.name,
            language: person.language.rawValue, key: "\(key)/new")
        try act.recordFor(person.id, .askedAddressChange, [:])
    }

    /// One mailbox says yes. With the second, the address changes and the other sessions end.
    /// - Returns: whether both have.
    package func confirmAddress(_ secret: Secret) throws -> Bool {
        guard let (change, isOld) = try act.view.accounts.addressChange(secret) else { throw Refusal.notFound }
        let moment: SQL = isOld ? "old_said_at = \(act.now)" : "new_said_at = \(act.now)"
        try act.execute("update address_change set \(moment) where person_id = \(change.person)")
        guard isOld ? change.newSaidAt != nil : change.oldSaidAt != nil else { return false }
        try move(change.person, to: change.to)
        return true
    }

    /// Gives an account its new address: both mailboxes have said yes, or the operator has checked who asks.
    package func move(_ person: Person.ID, to email: EmailAddress) throws {
        guard try act.view.accounts.find(email) == nil else {
            throw Refusal("Cette adresse a déjà un compte sur ce serveur. Rien n’est changé.")
        }
        try act.execute("update person set email = \(email) where id = \(person)")
        for table: SQL in ["address_change", "session", "sign_in_link"] {
            try act.execute("delete from \(table) where person_id = \(person)")
        }
        try act.recordFor(person, .changedAddress, [:])
    }

    /// From the page of the account, or from either letter: nothing changes.
    package func dropAddressChange() throws {
        guard let person = act.actor.person else { throw Refusal.forbidden }
        try act.execute("delete from address_change where person_id = \(person)")
        try act.recordFor(person, .droppedAddressChange, [:])
    }

    package func refuseAddress(_ secret: Secret) throws {
        guard let (change, _) = try act.view.accounts.addressChange(secret) else { throw Refusal.notFound }
        try act.execute("delete from address_change where person_id = \(change.person)")
        try act.recordFor(change.person, .droppedAddressChange, [:])
    }
}
