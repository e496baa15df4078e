import NIOConcurrencyHelpers

/// Until when somebody waits. Work of a database that goes on after it is given up, as when its task is cancelled.
package enum Deadline {
    @TaskLocal static var current: ContinuousClock.Instant?

    /// Bounds what `work` asks of a database, all its statements together.
    package static func within<T>(_ limit: Duration, _ work: () async throws -> T) async rethrows -> T {
        try await $current.withValue(.now + limit, operation: work)
    }
}

/// Gives up the jobs that are late. One look each second costs less than a timer for each request.
final class DeadlineWatch: Sendable {
    private let jobs = NIOLockedValueBox<[ObjectIdentifier: (job: RunningJob, deadline: ContinuousClock.Instant)]>([:])
    private let looking = NIOLockedValueBox<Task<Void, Never>?>(nil)

    init() {
        let jobs = jobs
        let task = Task.detached {
            while (try? await Task.sleep(for: .seconds(1))) != nil {
                let late = jobs.withLockedValue { jobs in jobs.values.filter { $0.deadline < .now }.map(\.job) }
                for job in late { job.cancel() }
            }
        }
        looking.withLockedValue { $0 = task }
    }

    deinit { looking.withLockedValue { $0?.cancel() } }

    func add(_ job: RunningJob, until deadline: ContinuousClock.Instant) {
        jobs.withLockedValue { $0[ObjectIdentifier(job)] = (job, deadline) }
    }

    func remove(_ job: RunningJob) { jobs.withLockedValue { $0[ObjectIdentifier(job)] = nil } }
}
