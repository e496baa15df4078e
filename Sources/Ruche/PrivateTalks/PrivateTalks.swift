import Markup
import Persistence

extension View {
    package var privateTalks: PrivateTalkQueries { PrivateTalkQueries(view: self) }
}

extension Act {
    package var privateTalks: PrivateTalkActs { PrivateTalkActs(act: self) }
}

package struct PrivateTalkQueries {
    let view: View

    /// The reader's own talks, the last spoken first.
    package func all() throws -> [PrivateTalk] {
        let reader = try view.member
        let talks = try view.transaction.all(
            """
            select t.id, case when w.hidden_at is null then 0 else 1 end,
              case when w.hidden_at is null then w.body else '' end, w.written_at, \(Author.columns),
              (select count(*) from private_word n
               where n.talk_id = t.id and n.id > k.read_word and n.author_id <> \(reader) and n.body <> ''
                 and n.hidden_at is null)
            from private_talk_member k join private_talk t on t.id = k.talk_id
            join private_word w on w.id = (select max(id) from private_word l where l.talk_id = t.id)
            join member m on m.id = w.author_id
            where k.member_id = \(reader) order by t.last_at desc, t.id desc limit 100
            """
        ) { row in
            PrivateTalk(
                id: try row[0], others: [], lastWords: firstWords(of: try row[2], limit: 120),
                isLastHidden: try row[1], lastAuthor: try Author(row, from: 4), lastAt: try row[3], unread: try row[8])
        }
        let people = try members(of: talks.map(\.id))
        return talks.map { talk in
            PrivateTalk(
                id: talk.id, others: (people[talk.id] ?? []).filter { $0.id != reader }, lastWords: talk.lastWords,
                isLastHidden: talk.isLastHidden, lastAuthor: talk.lastAuthor, lastAt: talk.lastAt, unread: talk.unread)
        }
    }

    /// Talks in which somebody said something that the reader has not seen.
    package func unread() throws -> [PrivateTalk] {
        let isAny = try view.transaction.value(
            """
            select 1 from private_talk_member k join private_word w on w.talk_id = k.talk_id and w.id > k.read_word
            where k.member_id = \(try view.member) limit 1
            """, as: Int.self)
        return isAny == nil ? [] : try all().filter { $0.unread > 0 }
    }

    /// A talk of the reader's, for them alone who take part in it.
    package func talk(_ id: PrivateTalk.ID) throws -> (others: [Author], words: [PrivateWord]) {
        let reader = try view.member
        let people = try members(of: [id])[id] ?? []
        guard people.contains(where: { $0.id == reader }) else { throw Refusal.notFound }
        let words = try view.transaction.all(
            PrivateWord.self,
            """
            select \(PrivateWord.columns) from private_word w join member m on m.id = w.author_id
            where w.talk_id = \(id) order by w.id
            """)
        return (people.filter { $0.id != reader }, words)
    }

    func name(of member: Member.ID) throws -> String {
        try view.transaction.value("select name from member where id = \(member)", as: String.self) ?? ""
    }

    private func members(of talks: [PrivateTalk.ID]) throws -> [PrivateTalk.ID: [Author]] {
        if talks.isEmpty { return [:] }
        var people: [PrivateTalk.ID: [Author]] = [:]
        try view.transaction.each(
            """
            select k.talk_id, \(Author.columns) from private_talk_member k join member m on m.id = k.member_id
            where k.talk_id in \(list: talks) order by m.sort_name, m.id
            """
        ) { row in people[try row[0], default: []].append(try Author(row, from: 1)) }
        return people
    }

    /// Whom one may write to: who is here, with an account.
    package func reachable() throws -> [Author] {
        try view.transaction.all(
            """
            select \(Author.columns) from member m where \(try mayBeWrittenTo) order by m.sort_name, m.id
            """
        ) { row in try Author(row, from: 0) }
    }

    /// Of those, whom a form proposes: who wants to be found. Somebody's name, once known, may be typed all the same.
    package func offered() throws -> [Author] {
        try view.transaction.all(
            """
            select \(Author.columns) from member m where \(try mayBeWrittenTo) and \(try view.members.isShown)
            order by m.sort_name, m.id
            """
        ) { row in try Author(row, from: 0) }
    }

    package func isReachable(_ id: Member.ID) throws -> Bool {
        try view.transaction.value("select 1 from member m where m.id = \(id) and \(try mayBeWrittenTo)", as: Int.self)
            != nil
    }

    private var mayBeWrittenTo: SQL {
        get throws {
            """
            m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.person_id is not null and m.role in ('facilitator', 'member') and m.id <> \(try view.member)
            """
        }
    }

    /// The members that a line of names means: "Claire Besnard, Yannick Le Goas".
    package func people(named line: String) throws -> [Author] {
        // A name that is known may be written whole; what is begun never tells of who is not in the directory.
        let (known, shown) = (try reachable(), try offered())
        var found: [Author] = []
        for name in line.split(whereSeparator: { ",;\n".contains($0) }).map({ String($0).trimmingWhitespace() })
        where !name.isEmpty {
            let same = known.filter { fold($0.name) == fold(name) }
            let near = same.isEmpty ? shown.filter { fold($0.name).contains(fold(name)) } : same
            guard let one = near.first else {
                let own = try view.transaction.value(
                    "select name from member where id = \(view.actor.member)", as: String.self)
                if let own, fold(own) == fold(name) {
                    throw Refusal("C’est vous : à qui voulez-vous écrire ?", field: "a")
                }
                throw Refusal("Personne ne s’appelle « %@ » ici.", name, field: "a")
            }
            guard near.count == 1 else {
                throw Refusal(
                    "« %@ » peut désigner plusieurs personnes : %@.", name,
                    near.prefix(4).map(\.name).joined(separator: ", "), field: "a")
            }
            if !found.contains(where: { $0.id == one.id }) { found.append(one) }
        }
        return found
    }
}

package struct PrivateTalkActs {
    let act: Act

    /// Writes to one to eight members. To the same people as before, the talk goes on.
    /// - Parameter names: as typed, separated by commas.
    package func begin(with names: String, _ text: String, isConfirmed: Bool = false) throws -> PrivateTalk.ID {
        let people = try act.view.privateTalks.people(named: names)
        guard !people.isEmpty else { throw Refusal("Dites à qui vous écrivez.", field: "a") }
        guard people.count <= PrivateTalk.othersAtMost else {
            throw Refusal(
                "Un mot en privé s’adresse à huit personnes au plus. Pour davantage, ouvrez un échange.", field: "a")
        }
        let body = try checked(text, isConfirmed: isConfirmed)
        try mustBeNoBroadcast(body, to: people.map(\.id))
        let talk = try existing(people.map(\.id)) ?? begun(people.map(\.id))
        try write(body, in: talk)
        return talk
    }

    package func answer(_ id: PrivateTalk.ID, _ text: String, isConfirmed: Bool = false) throws {
        _ = try act.view.privateTalks.talk(id)
        try write(try checked(text, isConfirmed: isConfirmed), in: id)
    }

    /// Takes one's own word back: its text is kept nowhere.
    package func takeBack(_ id: PrivateWord.ID) throws -> PrivateTalk.ID {
        guard try act.view.safety.open(for: .word(id)) == nil else {
            throw Refusal("Ce mot a été signalé : l’animation le relit.", kind: .conflict)
        }
        let talk = try act.transaction.value(
            "update private_word set body = '', html = '' where id = \(id) and author_id = \(try act.member) returning talk_id",
            as: PrivateTalk.ID.self)
        guard let talk else { throw Refusal.notFound }
        try act.record(.tookBackPrivateWord, .member(try act.member))
        return talk
    }

    /// Its author corrects a word that was flagged.
    func correct(_ id: PrivateWord.ID, _ text: String) throws {
        let body = try checked(text)
        try act.execute("update private_word set body = \(body), html = \(Rendering.html(body)) where id = \(id)")
    }

    /// Leaves a talk: the others go on without. The last one to leave takes it away.
    package func leave(_ id: PrivateTalk.ID) throws {
        _ = try act.view.privateTalks.talk(id)
        try act.execute("delete from private_talk_member where talk_id = \(id) and member_id = \(try act.member)")
        try act.execute(
            """
            delete from private_talk where id = \(id)
              and not exists (select 1 from private_talk_member k where k.talk_id = private_talk.id)
            """)
        try act.record(.leftPrivateTalk, .member(try act.member))
    }

    /// The reader has seen all of it.
    package func noteRead(_ id: PrivateTalk.ID) throws {
        try act.execute(
            """
            update private_talk_member set read_word = (select max(id) from private_word where talk_id = \(id))
            where talk_id = \(id) and member_id = \(try act.member)
            """)
    }

    private func checked(_ text: String, isConfirmed: Bool) throws -> String {
        let body = try checked(text)
        try act.guardPatients(in: [body], isConfirmed: isConfirmed)
        return body
    }

    private func checked(_ text: String) throws(Refusal) -> String {
        let body = text.trimmingWhitespace()
        guard !body.isEmpty else { throw Refusal("Écrivez votre mot.", field: "texte") }
        guard body.count <= PrivateTalk.wordLimit else {
            throw Refusal("Ce texte dépasse %@ caractères. Gardez l’essentiel.", "10 000", field: "texte")
        }
        return body
    }

    /// The same words to more people than one may write to, in several times, would be an announcement.
    private func mustBeNoBroadcast(_ body: String, to people: [Member.ID]) throws {
        let reached = try act.transaction.column(
            """
            select distinct k.member_id from private_word w join private_talk_member k on k.talk_id = w.talk_id
            where w.author_id = \(try act.member) and w.body = \(body) and w.written_at > \(act.now - .days(7))
              and k.member_id <> w.author_id
            """, as: Member.ID.self)
        guard Set(reached + people).count <= PrivateTalk.othersAtMost else {
            throw Refusal(
                "Vous avez déjà envoyé ce mot à d’autres. Pour le dire à tous, ouvrez un échange.", field: "texte")
        }
    }

    private func existing(_ people: [Member.ID]) throws -> PrivateTalk.ID? {
        let all = Set(people + [try act.member])
        let candidates = try act.transaction.column(
            """
            select k.talk_id from private_talk_member k where k.member_id = \(try act.member)
            order by k.talk_id desc limit 500
            """, as: PrivateTalk.ID.self)
        if candidates.isEmpty { return nil }
        var members: [PrivateTalk.ID: Set<Member.ID>] = [:]
        try act.transaction.each(
            "select talk_id, member_id from private_talk_member where talk_id in \(list: candidates)"
        ) { row in members[try row[0], default: []].insert(try row[1]) }
        return candidates.first { members[$0] == all }
    }

    private func begun(_ people: [Member.ID]) throws -> PrivateTalk.ID {
        let talk: PrivateTalk.ID = try act.insert(
            "insert into private_talk (community_id, last_at) values (\(try act.community), \(act.now)) returning id")
        for member in people + [try act.member] {
            try act.execute("insert into private_talk_member (talk_id, member_id) values (\(talk), \(member))")
        }
        return talk
    }

    private func write(_ body: String, in talk: PrivateTalk.ID) throws {
        let author = try act.member
        let twin = try act.transaction.value(
            """
            select id from private_word where talk_id = \(talk) and author_id = \(author) and body = \(body)
              and written_at > \(act.now - .twiceSent)
            """, as: PrivateWord.ID.self)
        if twin != nil { return }
        let word: PrivateWord.ID = try act.insert(
            """
            insert into private_word (talk_id, author_id, body, html, written_at)
            values (\(talk), \(author), \(body), \(Rendering.html(body)), \(act.now)) returning id
            """)
        try act.execute("update private_talk set last_at = \(act.now) where id = \(talk)")
        try noteRead(talk)
        // Not to whom: that is theirs.
        try act.record(.wroteInPrivate, .member(author))
        let community = try act.view.communities.current()
        let (others, _) = try act.view.privateTalks.talk(talk)
        for other in others {
            try act.mails.notify(
                other.id,
                .privateWord(
                    community: community.name, slug: community.slug, talk: talk.rawValue,
                    author: try act.view.privateTalks.name(of: author)),
                key: "private word/\(word)/\(other.id)")
        }
    }
}

extension Act {
    /// Lets go of talks in which nobody has spoken for a year.
    func sweepPrivateTalks() throws {
        try execute("delete from private_talk where last_at < \(now - PrivateTalk.lifetime)")
    }
}
