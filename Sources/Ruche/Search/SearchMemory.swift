import Persistence
import Synchronization

/// Threads in the order in which they are shown, with the post of each that is.
struct FoundThreads: Sendable {
    var threads: [Question.ID]
    var best: [Question.ID: Int]
    /// Of those that are no questions.
    var kinds: [Question.ID: Question.Kind]
    var isCut: Bool
    /// Older exchanges were not looked through.
    var isOfTheNewest: Bool

    var counts: [SoughtKind: Int] {
        var counts: [SoughtKind: Int] = [:]
        for kind in kinds.values { counts[SoughtKind(kind), default: 0] += 1 }
        counts[.question] = threads.count - kinds.count
        return counts.filter { $0.value > 0 }
    }
}

/// Long lists that were found a moment ago: their next page, or one kind of them, is not looked for again. In a
/// community of a million posts a list costs some milliseconds, what is shown of it less than one.
///
/// Only the order is kept. What a page shows is read from the tables each time, so a text that was hidden since is
/// not shown. An act in the community ends what was kept of it.
package final class SearchMemory: Sendable {
    /// What was looked for, as the index was asked for it: "auteur:moi" is another key for everybody.
    struct Key: Hashable {
        let community: Community.ID
        let words: [SearchIndex.Word]
        let marks: [[String]]
        let filters: String
        let isWhole: Bool
    }

    private struct Kept {
        let found: FoundThreads
        /// The last act in the community when it was found.
        let last: Int64?
        let at: Instant
    }

    /// Shorter lists have no next page.
    private let longEnough: Int
    /// An act whose time is told by the hour alone may not be seen as the last one.
    static let lifetime = Duration.seconds(20)
    private static let listsAtMost = 64

    private let kept = Mutex<[Key: Kept]>([:])

    package init(longEnough: Int = SearchQueries.pageLength) { self.longEnough = longEnough }

    func found(_ key: Key, after last: Int64?, at now: Instant) -> FoundThreads? {
        kept.withLock { kept in
            guard let known = kept[key], known.last == last, now - known.at < Self.lifetime, now >= known.at else {
                return nil
            }
            return known.found
        }
    }

    func keep(_ found: FoundThreads, _ key: Key, after last: Int64?, at now: Instant) {
        guard found.threads.count >= longEnough else { return }
        kept.withLock { kept in
            kept[key] = Kept(found: found, last: last, at: now)
            guard kept.count > Self.listsAtMost else { return }
            if let oldest = kept.min(by: { $0.value.at < $1.value.at }) { kept[oldest.key] = nil }
        }
    }
}
