import Calendaring
import Logging
import Ruche
import Synchronization

/// Reads the long evaluations before anybody asks for them, so that the first reader of a day waits no longer than the
/// next ones: soon after the start, after midnight, and once something rewrote the past.
package final class EvaluationAhead: Sendable {
    private let instance: Instance
    private let memory: EvaluationMemory
    private let logger: Logger
    /// The last day that was read of each community: a short evaluation is not kept, and not read twice for nothing.
    private let read = Mutex<[Community.ID: CivilDate]>([:])

    init(instance: Instance, memory: EvaluationMemory, logger: Logger) {
        (self.instance, self.memory, self.logger) = (instance, memory, logger)
    }

    /// Reads what is missing, one community after the other.
    func prepare() async {
        do {
            let communities = try await instance.view { try $0.communities.all().map(\.id) }
            for community in communities where !Task.isCancelled {
                let already = read.withLock { $0[community] }
                let day = try await instance.view(by: Actor(community: community)) { view in
                    let evaluations = view.evaluations(with: self.memory)
                    let day = try evaluations.lastClosedDay()
                    if try day != already || evaluations.isStale(on: day) { _ = try evaluations.sheet(on: day) }
                    return day
                }
                read.withLock { $0[community] = day }
            }
        } catch {
            logger.warning("evaluations were not read ahead", metadata: ["cause": "\(error)"])
        }
    }

    /// Looks every five minutes, and at once.
    package func run() async {
        while !Task.isCancelled {
            await prepare()
            try? await Task.sleep(for: .seconds(300))  // an interrupted sleep is the end
        }
    }
}
