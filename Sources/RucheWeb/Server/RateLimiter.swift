import Persistence
import Ruche
import Synchronization

/// How often something may be done, per key (an address, an account): a bucket of tokens that fills with time.
final class RateLimiter: Sendable {
    /// `count` at once, then one more each `every`.
    struct Rate: Sendable {
        let count: Double
        let every: Duration

        /// Asking for sign-in links, by address typed: three, then one in five minutes.
        static let linkPerAccount = Rate(count: 3, every: .seconds(300))
        /// Trying passwords, by address typed: five, then one a minute; a link always works.
        static let passwordPerAccount = Rate(count: 5, every: .seconds(60))
        /// Asking for sign-in links or trying one, by network address: a hospital shares one.
        static let signInPerAddress = Rate(count: 30, every: .seconds(10))
        /// Documents that another program makes, by session: each takes a second of it.
        static let documents = Rate(count: 5, every: .seconds(20))
        /// Writing, by account: more than fingers do.
        static let writing = Rate(count: 60, every: .seconds(1))
        /// Publishing (a question, a reply, a flag), by account.
        static let publishing = Rate(count: 20, every: .seconds(30))
        /// Writing while signed in, by network address: a hospital shares one.
        static let writingFromOnePlace = Rate(count: 600, every: .milliseconds(100))
        /// Publishing, by network address.
        static let publishingFromOnePlace = Rate(count: 200, every: .seconds(3))
        /// Writing, by the network address of who is not signed in.
        static let writingByStrangers = Rate(count: 300, every: .milliseconds(200))
        /// Joining files, by account: each is looked at, scanned and made anew.
        static let files = Rate(count: 40, every: .seconds(5))
        /// Any request, by network address: above what a whole ward reads.
        static let anything = Rate(count: 2_000, every: .milliseconds(2))
    }

    /// Forgets the buckets that are full again or nearly so: who was slowed down stays slowed down.
    private static func trim(_ buckets: inout [String: Bucket], at now: Instant) {
        buckets = buckets.filter { now - $0.value.at < .hours(1) }
        guard buckets.count >= limit else { return }
        let emptiest = buckets.sorted { $0.value.tokens < $1.value.tokens }.prefix(limit / 2)
        buckets = Dictionary(uniqueKeysWithValues: emptiest.map { ($0.key, $0.value) })
    }

    private let isOn: Bool

    init(isOn: Bool = true) { self.isOn = isOn }

    private struct Bucket { var tokens: Double, at: Instant }
    private let buckets = Mutex<[String: Bucket]>([:])
    private static let limit = 50_000

    /// Takes one token.
    /// - Returns: nil when there was one, else how long to wait for the next.
    func wait(_ key: String, _ rate: Rate, at now: Instant) -> Duration? {
        guard isOn else { return nil }
        return buckets.withLock { buckets in
            if buckets.count >= Self.limit { Self.trim(&buckets, at: now) }
            let step = Double(rate.every.milliseconds)
            var bucket = buckets[key] ?? Bucket(tokens: rate.count, at: now)
            let elapsed = Double(max(0, now.milliseconds - bucket.at.milliseconds))
            bucket.tokens = min(rate.count, bucket.tokens + elapsed / step)
            bucket.at = now
            defer { buckets[key] = bucket }
            if bucket.tokens >= 1 {
                bucket.tokens -= 1
                return nil
            }
            return .milliseconds(Int64((1 - bucket.tokens) * step))
        }
    }
}
