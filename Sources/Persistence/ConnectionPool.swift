import NIOConcurrencyHelpers

/// As many threads as connections, so that a job that runs always finds one. A lost connection is replaced at the next job.
final class ConnectionPool: Sendable {
    let threads: DatabaseThreads
    private let watch = DeadlineWatch()
    private let idle = NIOLockedValueBox<[Idle]>([])
    private let open: @Sendable () throws -> any Connection

    /// A connection goes from thread to thread, but never to two at once: it is either idle, or in one running job.
    private struct Idle: @unchecked Sendable { let connection: any Connection }

    init(count: Int, open: @escaping @Sendable () throws -> any Connection) {
        self.open = open
        threads = DatabaseThreads(count: count)
    }

    func openOne() throws {
        let connection = Idle(connection: try open())
        idle.withLockedValue { $0.append(connection) }
    }

    func with<T: Sendable>(_ body: @escaping @Sendable (any Connection, RunningJob) throws -> T) async throws -> T {
        let running = RunningJob()
        if let deadline = Deadline.current { watch.add(running, until: deadline) }
        defer { watch.remove(running) }
        return try await withTaskCancellationHandler {
            try await threads.run { [self] in
                let connection = try take()
                defer { give(back: connection) }
                try running.begin(connection.interrupter)
                defer { running.end() }
                return try body(connection, running)
            }
        } onCancel: {
            running.cancel()
        }
    }

    private func take() throws -> any Connection {
        while let known = idle.withLockedValue({ $0.popLast() })?.connection {
            if known.isAlive { return known }
        }
        return try open()
    }

    private func give(back connection: any Connection) {
        guard connection.isAlive else {
            // The others were opened to the same server: they are most likely lost too, and would fail one by one.
            idle.withLockedValue { $0 = [] }
            return
        }
        let idle = Idle(connection: connection)
        self.idle.withLockedValue { $0.append(idle) }
    }

    func close() async throws {
        try await threads.close()
        idle.withLockedValue { $0 = [] }
    }
}

/// Whether a job waits, runs or was given up, so that a cancelled request stops its own statement and no other's.
final class RunningJob: Sendable {
    private enum State { case waiting, running(any Interrupter), cancelled((any Interrupter)?), ended }
    private let state = NIOLockedValueBox(State.waiting)

    private static let givenUp = DatabaseError(.interrupted, "nobody waits for it any more")

    /// - Throws: `.interrupted`, when it was given up while it waited for a connection.
    func begin(_ interrupter: any Interrupter) throws {
        try state.withLockedValue { state in
            if case .cancelled = state { throw Self.givenUp }
            state = .running(interrupter)
        }
    }

    /// Interrupting a connection has no effect between two statements: each begins by asking.
    func confirm() throws {
        if case .cancelled = state.withLockedValue({ $0 }) { throw Self.givenUp }
    }

    func end() { state.withLockedValue { $0 = .ended } }

    func cancel() {
        state.withLockedValue { state in
            switch state {
            case .running(let interrupter):
                state = .cancelled(interrupter)
                interrupter.interrupt()
            case .waiting: state = .cancelled(nil)
            // It came between two statements, and the second has begun.
            case .cancelled(let interrupter): interrupter?.interrupt()
            case .ended: break
            }
        }
    }
}
