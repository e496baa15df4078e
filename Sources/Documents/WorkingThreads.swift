import NIOPosix

/// Runs what keeps a processor busy on threads kept for it, so that the server's own never wait.
func onWorkingThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await NIOThreadPool.singleton.runIfActive(work)
}
