import Persistence

extension Act {
    package var jobs: JobActs { JobActs(act: self) }
}

/// The queue of work. A worker claims a job for a time (its lease); if it dies, the lease ends and another takes over.
package struct JobActs {
    let act: Act

    /// How long a worker may keep a job before another takes it.
    package static let lease = Duration.minutes(2)

    /// Adds work, unless work of this key was ever added.
    /// - Returns: whether it is new.
    @discardableResult
    package func add(_ kind: Job.Kind, key: String, at time: Instant? = nil) throws -> Bool {
        let asked = time ?? act.now
        let time = act.hidesMoment ? max(asked, act.now.hour + .hours(1)) : asked
        return try act.execute(
            """
            insert into job (kind, key, run_at) values (\(kind), \(key), \(time))
            on conflict (key) do nothing
            """) == 1
    }

    /// Takes the next job that is due; nil when there is none.
    package func claim() throws -> Job? {
        try act.transaction.first(
            Job.self,
            """
            update job set leased_until = \(act.now + Self.lease), attempts = attempts + 1
            where id = (
              select id from job
              where done_at is null and run_at <= \(act.now) and (leased_until is null or leased_until <= \(act.now))
              order by run_at, id limit 1 \(.skipLocked)
            )
            returning id, kind, key, attempts
            """)
    }

    /// Noted at the hour alone: the minute of what follows an anonymous question would be that of the question.
    package func finish(_ job: Job.ID) throws {
        try act.execute("update job set done_at = \(act.now.hour), leased_until = null where id = \(job)")
    }

    /// Adds work, or moves what was planned under this key and is not done, to another time.
    package func plan(_ kind: Job.Kind, key: String, at time: Instant) throws {
        try act.execute(
            """
            insert into job (kind, key, run_at) values (\(kind), \(key), \(time))
            on conflict (key) do update set run_at = excluded.run_at where job.done_at is null
            """)
    }

    /// Puts a job back, to be tried again later.
    package func postpone(_ job: Job.ID, to time: Instant, because error: String) throws {
        try act.execute(
            "update job set run_at = \(time), leased_until = null, last_error = \(error) where id = \(job)")
    }

    /// The moment of the next try: 1, 2, 4… minutes, at most six hours.
    package static func pause(after attempts: Int) -> Duration {
        .minutes(min(1 << min(attempts - 1, 9), 360))
    }
}
