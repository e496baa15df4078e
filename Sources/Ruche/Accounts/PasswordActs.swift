import Persistence

extension AccountQueries {
    /// Whose password opens an address, and its hash; nil when there is none to try.
    package func password(of email: EmailAddress) throws -> (person: Person.ID, hash: PasswordHash)? {
        try view.transaction.first(
            """
            select p.id, w.hash from person p join password w on w.person_id = p.id where p.email = \(email)
            """
        ) { row in (try row[0], try row[1]) }
    }

    /// When a person chose their password; nil when they enter by links alone.
    package func passwordChosenAt(by person: Person.ID) throws -> Instant? {
        try view.transaction.value("select chosen_at from password where person_id = \(person)")
    }

    /// What colleagues of a person know: the names of their communities and of where they work.
    package func places(of person: Person.ID) throws -> [String] {
        try view.transaction.column(
            """
            select c.name from member m join community c on c.id = m.community_id where m.person_id = \(person)
            union select m.establishment from member m where m.person_id = \(person) and m.establishment is not null
            """, as: String.self)
    }

    /// Whether the person of this session showed who they are a short while ago, by link or by password. What would let
    /// somebody else in for good asks for it: the screen of a ward is often left open.
    package func isFresh(_ session: Session.ID) throws -> Bool {
        try view.transaction.value(
            "select id from session where id = \(session) and started_at > \(view.now - SignInLink.lifetime)",
            as: Session.ID.self) != nil
    }
}

extension AccountActs {
    /// Opens a session for who knows a password, which was tried outside of this act.
    /// - Throws: a refusal when it was changed meanwhile.
    package func signIn(
        _ person: Person.ID, knowing hash: PasswordHash, session: Secret, device: String, isOwnDevice: Bool
    ) throws {
        let kept = try act.transaction.value(
            "select hash from password where person_id = \(person)", as: PasswordHash.self)
        guard kept == hash else { throw Self.unknownPassword }
        try open(session, for: person, device: device, isOwnDevice: isOwnDevice)
    }

    /// One sentence for a wrong password, an unknown address and an account without a password.
    package static let unknownPassword = Refusal(
        "Cette adresse et ce mot de passe ne vont pas ensemble. Un lien de connexion marche toujours.",
        field: "mot-de-passe")

    /// Keeps a password that was checked and hashed outside of this act. Every other session ends, and a letter says so.
    package func choose(_ hash: PasswordHash, in session: Session.ID) throws {
        let person = try fresh(in: session)
        try act.execute(
            """
            insert into password (person_id, hash, chosen_at) values (\(person.id), \(hash), \(act.now))
            on conflict (person_id) do update set hash = excluded.hash, chosen_at = excluded.chosen_at
            """)
        try act.execute("delete from session where person_id = \(person.id) and id <> \(session)")
        try act.recordFor(person.id, .chosePassword, [:])
        try act.mails.send(.passwordChosen, to: person, key: "password/\(person.id)/\(act.now.milliseconds)")
    }

    /// Goes back to links alone.
    package func forgetPassword(in session: Session.ID) throws {
        let person = try fresh(in: session)
        try act.execute("delete from password where person_id = \(person.id)")
        try act.recordFor(person.id, .removedPassword, [:])
    }

    /// The person of a session that is fresh.
    func fresh(in session: Session.ID) throws -> Person {
        guard let id = act.actor.person, try act.view.accounts.isFresh(session),
            let person = try act.view.accounts.find(id)
        else { throw Refusal("Montrez d’abord que c’est vous : recevez un lien, ou tapez votre mot de passe.") }
        return person
    }
}
