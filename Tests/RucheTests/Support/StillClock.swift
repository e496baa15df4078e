import Calendaring
import Persistence
import Ruche
import Synchronization

/// A clock that stands still until a test moves it. It begins on Monday 2 November 2026 at 9 in Paris.
final class StillClock: Ruche.Clock {
    private let instant = Mutex(StillClock.monday)

    static let monday = Instant(milliseconds: 1_793_606_400_000)

    var now: Instant { instant.withLock { $0 } }
    func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
    func set(to moment: Instant) { instant.withLock { $0 = moment } }
}
