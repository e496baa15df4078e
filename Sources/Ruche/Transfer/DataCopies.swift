import Foundation
import Persistence

extension View {
    package var dataCopies: DataCopyQueries { DataCopyQueries(view: self) }
}

extension Act {
    package var dataCopies: DataCopyActs { DataCopyActs(act: self) }
}

/// A copy of all that is kept of somebody, made apart from the page that asks for it, and let go after seven days.
package struct DataCopy: Sendable, Equatable {
    package let askedAt: Instant
    /// Nil while it is being made.
    package let madeAt: Instant?
    package let expiresAt: Instant

    static let lifetime = Duration.days(7)
    /// One a day.
    static let pause = Duration.days(1)

    package func mayBeAskedAgain(at now: Instant) -> Bool { madeAt != nil && now - askedAt >= Self.pause }
}

package struct DataCopyQueries {
    let view: View

    package func current() throws -> DataCopy? {
        guard let person = view.actor.person else { throw Refusal.forbidden }
        return try view.transaction.first(
            """
            select asked_at, made_at, expires_at from data_copy where person_id = \(person) and expires_at > \(view.now)
            """
        ) { row in DataCopy(askedAt: try row[0], madeAt: try row[1], expiresAt: try row[2]) }
    }

    /// The copy as it was made.
    package func json() throws -> String {
        guard let person = view.actor.person else { throw Refusal.forbidden }
        let json = try view.transaction.value(
            """
            select json from data_copy
            where person_id = \(person) and expires_at > \(view.now) and made_at is not null
            """, as: String.self)
        guard let json else { throw Refusal.notFound }
        return json
    }
}

package struct DataCopyActs {
    let act: Act

    package func ask() throws {
        guard let person = act.actor.person else { throw Refusal.forbidden }
        if let copy = try act.view.dataCopies.current(), !copy.mayBeAskedAgain(at: act.now) {
            throw Refusal("Une copie par jour : la dernière est encore là.", kind: .conflict)
        }
        try act.execute(
            """
            insert into data_copy (person_id, asked_at, expires_at)
            values (\(person), \(act.now), \(act.now + DataCopy.lifetime))
            on conflict (person_id) do update
            set asked_at = excluded.asked_at, expires_at = excluded.expires_at, made_at = null, json = null
            """)
        try act.jobs.add(.dataCopy, key: "data/\(person)/\(act.now.milliseconds)")
        try act.recordFor(person, .askedForData, [:])
    }

    /// The job: reads everything in one snapshot, and says by mail that it is there.
    func make(_ job: Job) throws {
        let parts = job.key.split(separator: "/")
        guard parts.count == 3, let id = Person.ID(parts[1]), let person = try act.view.accounts.find(id) else {
            return
        }
        let json = try act.view.personalData(of: id).json
        let made = try act.execute(
            "update data_copy set json = \(json), made_at = \(act.now) where person_id = \(id) and made_at is null")
        guard made == 1 else { return }
        try act.mails.send(.dataReady(days: 7), to: person, key: job.key)
    }
}

enum DataCopySchema {
    static let migrations = [
        Migration(
            "data copies",
            """
            create table data_copy (
              person_id  \(.integer) primary key references person (id) on delete cascade,
              asked_at   \(.instant) not null,
              made_at    \(.instant),
              expires_at \(.instant) not null,
              json       text
            ) \(.strict)
            """
        )
    ]
}
