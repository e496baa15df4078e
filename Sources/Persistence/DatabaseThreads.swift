import NIOPosix

/// Threads that may wait for a database: as many as its connections, so that work that runs always finds one.
///
/// They are an executor too. A task that prefers them reads where it runs: from the arrival of a request to its page,
/// nothing goes from thread to thread, which costs more than most of the queries.
package final class DatabaseThreads: TaskExecutor {
    private let pool: NIOThreadPool
    private static let current = ThreadSpecificVariable<DatabaseThreads>()

    init(count: Int) {
        pool = NIOThreadPool(numberOfThreads: count)
        pool.start()
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        // Run in any case: a task must come to its end, also when the threads have come to theirs.
        pool.submit { [self] state in
            if state == .active { takePlace() }
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }

    private func takePlace() {
        // A thread belongs to one pool for life.
        if Self.current.currentValue == nil { Self.current.currentValue = self }
    }

    /// Whether the running thread is one of these.
    private var isHere: Bool { Self.current.currentValue === self }

    /// Runs `body` on one of the threads: here, when this is one of them.
    func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        if isHere { return try body() }
        return try await pool.runIfActive(body)
    }

    func close() async throws { try await pool.shutdownGracefully() }
}
