import Persistence
import Wording

/// A letter to one person, as values: the mail face writes it in the reader's language.
package indirect enum Letter: Codable, Sendable, Equatable {
    case signIn(link: String, minutes: Int)
    case passwordChosen
    case addressLeaves(link: String, to: String)
    case addressComes(link: String, name: String)
    /// - `role`: what the person would be there; `exchange`: the one that a guest is invited to.
    case invitation(
        link: String, community: String, domain: String, inviter: String, words: String, days: Int,
        role: String? = nil, exchange: String? = nil)
    case welcome(community: String, slug: String, host: String?)
    case hosting(community: String, slug: String, name: String, member: Int64)
    case askedToJoin(
        community: String, name: String, profession: String?, answers: [JoinRequest.Answer], link: String)
    case decidedToJoin(community: String, name: String, decider: String, isAccepted: Bool)
    case declinedToJoin(community: String, words: String)
    case charter(community: String, slug: String)
    case handedOver(community: String, slug: String, from: String, words: String)
    /// The letters of a day or of a week, in one.
    case digest(community: String, slug: String, letters: [Letter], tempo: String)
    case dataReady(days: Int)
    case reviewOpened(community: String, slug: String, days: Int)
    case farewell(community: String, slug: String, words: String, until: Int64)
    case goesOn(community: String, slug: String)
    case growsQuiet(community: String, slug: String, days: Int)
    case readingOver(community: String, slug: String, closedAt: Int64)
    case mailTrial(community: String, slug: String, link: String)
    case toolsChecked(community: String, slug: String, name: String, findings: SelfCheck.Findings)
    case erased(receipt: ErasureReceipt)
    /// They facilitate no more, by the act of another facilitator, who says why.
    /// - Parameter role: the new one, of who was no facilitator.
    case roleEnded(community: String, slug: String, by: String, role: String? = nil, words: String)
    /// Nobody has come by this account for long: when it will be forgotten.
    case inactive(until: Int64)
    case replied(community: String, slug: String, question: Int64, title: String, author: String)
    case retained(community: String, slug: String, question: Int64, title: String, asker: String, thanks: String?)
    case flagged(community: String, slug: String, rereading: Int64, isAboutPatient: Bool)
    /// - Parameter isClean: of what was erased, whether nothing was left; nil for another outcome.
    case flagAnswered(
        community: String, slug: String, path: String, outcome: Rereading.Outcome, words: String, isClean: Bool? = nil)
    case ownPostReread(
        community: String, slug: String, path: String, news: RereadingNews, words: String, isClean: Bool? = nil)
    case mayKnow(Exchange, asker: String, reason: SolicitationReason)
    case solicited(Exchange, asker: String, reason: SolicitationReason, link: String)
    /// - `zone`: the community's clock.
    case nobodyAnswered(Exchange, until: Int64, zone: String? = nil)
    case stillLooking(Exchange, asker: String)
    case whatBecame(Exchange, link: String)
    case repliedElsewhere(Exchange, author: String)
    case called(Exchange, author: String)
    case answeredYou(Exchange, author: String)
    /// An exchange begins on a subject that they follow.
    case newOnTopic(Exchange, author: String, topics: String)
    case reminder(Exchange, name: String)
    case privateWord(community: String, slug: String, talk: Int64, author: String)
    case contextAsked(Exchange, link: String?)
    case threadMoved(Exchange, mover: String, reason: String)
    /// - Parameter from: the title of the exchange that it was a part of.
    case threadSplit(Exchange, from: String, mover: String, reason: String)
    case threadMerged(Exchange, from: String, mover: String, reason: String)
    case mergeProposed(Exchange, into: String, proposer: String, reason: String)
    case titleProposed(Exchange, title: String, proposer: String, reason: String)
    case announced(community: String, slug: String, announcement: Int64, title: String, body: String, author: String)
    case caseToRead(community: String, slug: String, proposed: Int64, author: String)
    case handwritten(HandwrittenLetter)
    case caseSentBack(community: String, slug: String, proposed: Int64, title: String, remark: String)

    /// The exchange that a letter is about.
    package struct Exchange: Codable, Sendable, Equatable {
        package let community: String
        package let slug: String
        package let question: Int64
        package let title: String

        package init(community: String, slug: String, question: Int64, title: String) {
            (self.community, self.slug, self.question, self.title) = (community, slug, question, title)
        }
    }
}

extension Letter {
    /// The clock of the community that it speaks of, where it says an hour.
    package var zone: String? { if case .nobodyAnswered(_, _, let zone) = self { zone } else { nil } }
}

extension Act {
    package var mails: MailActs { MailActs(act: self) }
}

extension View {
    package var mails: MailQueries { MailQueries(view: self) }
}

/// A mail of the queue, as the worker and the mail log see it.
package struct QueuedMail: Sendable, RowDecodable {
    package typealias ID = Identifier<QueuedMail>

    package let id: ID
    package let recipient: EmailAddress
    package let name: String
    package let language: String
    package let letter: Letter
    package let state: State
    package let createdAt: Instant
    /// The clock that the reader chose; nil for that of the community.
    package let zone: String?

    package enum State: String, Bindable, Sendable {
        /// To be sent, or to be tried again.
        case queued
        /// Handed to the mail server just now. After a crash nobody knows whether it left: it is never sent twice.
        case sending
        case sent
        /// The server said never.
        case refused
        /// The program stopped while sending: it may have left.
        case unknown
    }

    /// `select \(columns) from mail`
    package init(_ row: borrowing Row) throws {
        (id, recipient, name, language) = (try row[0], try row[1], try row[2], try row[3])
        letter = try JSONText.decode(row[4])
        (state, createdAt, zone) = (try row[5], try row[6], try row[7])
    }

    static let columns: SQL = """
        id, recipient, name, language, letter, state, created_at,
        (select p.zone from person p where p.email = mail.recipient)
        """
}

package struct MailQueries {
    let view: View

    /// A mail that may still leave; what a letter held is forgotten once it has.
    package func find(_ id: QueuedMail.ID) throws -> QueuedMail? {
        try view.transaction.first(
            QueuedMail.self,
            "select \(QueuedMail.columns) from mail where id = \(id) and state in ('queued', 'sending')")
    }

    /// The last letters, the newest first: the demonstration's mailbox.
    package func latest(_ count: Int) throws -> [SentMail] {
        try view.transaction.all(
            SentMail.self,
            """
            select id, recipient, state, created_at, subject, text, last_error from mail
            order by id desc limit \(count)
            """)
    }
}

package struct SentMail: Sendable, RowDecodable {
    package let id: QueuedMail.ID
    package let recipient: EmailAddress
    package let state: QueuedMail.State
    package let createdAt: Instant
    package let subject: String?
    package let text: String?
    package let lastError: String?

    package init(_ row: borrowing Row) throws {
        (id, recipient, state, createdAt) = (try row[0], try row[1], try row[2], try row[3])
        (subject, text, lastError) = (try row[4], try row[5], try row[6])
    }
}

package struct MailActs {
    let act: Act

    /// Puts a letter in the queue, in the transaction of the act that causes it.
    /// - Parameters:
    ///   - key: natural, so that the same letter is written once whatever happens.
    ///   - time: it does not leave before.
    /// - Returns: whether it is new.
    @discardableResult
    package func send(_ letter: Letter, to person: Person, key: String, from time: Instant? = nil) throws -> Bool {
        try send(letter, to: person.email, name: person.name, language: person.language.rawValue, key: key, from: time)
    }

    @discardableResult
    package func send(
        _ letter: Letter, to address: EmailAddress, name: String, language: String, key: String,
        from time: Instant? = nil
    ) throws -> Bool {
        let id = try act.transaction.value(
            """
            insert into mail (key, recipient, name, language, letter, state, created_at)
            values (\(key), \(address), \(name), \(language), \(try JSONText.encode(letter)), 'queued', \(act.now))
            on conflict (key) do nothing returning id
            """, as: QueuedMail.ID.self)
        if let id { try act.jobs.add(.mail, key: "mail/\(id)", at: time) }
        return id != nil
    }

    /// A letter to a member about a charge that they hold, whatever their tempo; nothing to who left or has no account.
    package func notify(_ member: Member.ID, _ letter: Letter, key: String) throws {
        let person = try act.transaction.first(
            Person.self,
            """
            select p.id, p.email, p.name, p.language, p.theme, p.is_administrator
            from member m join person p on p.id = m.person_id where m.id = \(member) and m.left_at is null
            """)
        if let person { try send(letter, to: person, key: key) }
    }

    /// Before the mail server is spoken to. Nil when the mail must not be sent: it was, or nobody knows.
    package func beginSending(_ id: QueuedMail.ID) throws -> QueuedMail? {
        guard let mail = try act.view.mails.find(id) else { return nil }
        switch mail.state {
        case .queued:
            try act.execute("update mail set state = 'sending' where id = \(id)")
            return mail
        case .sending:
            try act.execute("update mail set state = 'unknown', letter = '' where id = \(id)")
            return nil
        case .sent, .refused, .unknown: return nil
        }
    }

    /// - Parameter text: nil where it is not shown to anybody: everywhere but in a demonstration.
    package func keep(_ id: QueuedMail.ID, subject: String, text: String?) throws {
        try act.execute("update mail set subject = \(subject), text = \(text) where id = \(id)")
    }

    /// The links that it held open accounts: a copy of the database must not.
    package func noteSent(_ id: QueuedMail.ID) throws {
        try act.execute("update mail set state = 'sent', letter = '', sent_at = \(act.now) where id = \(id)")
        // The last letter to somebody who asked to be forgotten leaves no address behind.
        try act.execute(
            "update mail set recipient = '', name = '' where id = \(id) and key like \(ErasureReceipt.mailKey + "%")")
    }

    /// The server did not take it, and says so: it may be tried again.
    package func noteNotSent(_ id: QueuedMail.ID, isFinal: Bool, because error: String) throws {
        let state: QueuedMail.State = isFinal ? .refused : .queued
        try act.execute(
            """
            update mail set state = \(state), last_error = \(error),
              letter = case when \(isFinal) = 1 then '' else letter end
            where id = \(id)
            """)
    }
}

enum MailSchema {
    static let migrations = [
        Migration(
            "mails",
            """
            create table mail (
              id         \(.id),
              key        text not null unique,
              recipient  text not null,
              name       text not null,
              language   text not null,
              letter     text not null,
              state      text not null check (state in ('queued', 'sending', 'sent', 'refused', 'unknown')),
              created_at \(.instant) not null,
              sent_at    \(.instant),
              subject    text,
              text       text,
              last_error text
            ) \(.strict)
            """
        )
    ]
}
