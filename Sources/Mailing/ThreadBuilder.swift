/// Puts messages into threads (FEATURES §18.2): the nearest known message of `References`, then of `In-Reply-To`;
/// else the last message of the same cleaned subject within 30 days; else it begins a thread. The subject counts even
/// without "Re:", which Mailman removes from its archives.
///
/// The result depends on the messages alone, never on the order in which a file holds them, and is always
/// a forest: a message whose headers would make it follow itself takes its next candidate.
package struct ThreadBuilder: Sendable {
    /// What places a message.
    package struct Entry: Sendable, Equatable {
        package let id: String
        /// The nearest first.
        package let references: [String]
        /// `MailSubject.key`.
        package let subjectKey: String
        /// Says that it answers, by its subject or by its references: without a parent it is an orphan.
        package let isReply: Bool
        /// In milliseconds UTC; without it no thread is found by subject.
        package let sentAt: Int64?

        package init(id: String, references: [String], subjectKey: String, isReply: Bool, sentAt: Int64?) {
            (self.id, self.references, self.subjectKey) = (id, references, subjectKey)
            (self.isReply, self.sentAt) = (isReply, sentAt)
        }

        /// - Parameter sentAt: replaces the message's own date, for one that its neighbours dated.
        package init(_ message: ListMessage, sentAt: Int64? = nil) {
            self.init(
                id: message.id, references: message.references, subjectKey: message.subject.key,
                isReply: message.subject.isReply || !message.references.isEmpty, sentAt: sentAt ?? message.sentAt,
            )
        }
    }

    /// A message placed before, whose thread does not change any more.
    package struct Known: Sendable, Equatable {
        package let id: String
        package let root: String
        package let subjectKey: String
        package let sentAt: Int64?

        package init(id: String, root: String, subjectKey: String, sentAt: Int64?) {
            (self.id, self.root, self.subjectKey, self.sentAt) = (id, root, subjectKey, sentAt)
        }
    }

    /// What decided of a place.
    package enum Link: String, Sendable, Equatable {
        case reference, subject
        /// Begins a thread, as its author meant.
        case opening
        /// An answer to something that is not here: begins a thread all the same.
        case orphan
    }

    /// Where a message goes.
    package struct Place: Sendable, Equatable {
        /// The `id` of the message that begins the thread.
        package let root: String
        /// The `id` of the message that it answers; `nil` at the root.
        package let parent: String?
        package let link: Link

        package init(root: String, parent: String?, link: Link) {
            (self.root, self.parent, self.link) = (root, parent, link)
        }
    }

    /// How long a subject alone can bring an answer back, in milliseconds: 30 days.
    package static let subjectWindow: Int64 = 30 * 86_400_000

    private let known: [String: Known]

    /// - Parameter known: what earlier imports placed.
    package init(known: [Known] = []) {
        self.known = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The place of each message, by `id`. Of two entries with one `id`, the earlier counts; those already known
    /// are left out.
    package func places(of entries: [Entry]) -> [String: Place] {
        var forest = Forest(sorted(entries))
        // From the last to the first: where headers form a circle, its earliest message is the one left as the root.
        for index in forest.entries.indices.reversed() { forest.linkByReference(index, known) }
        var subjects = SubjectIndex(forest.entries, known.values)
        for index in forest.entries.indices where forest.parents[index] == nil && forest.knownParents[index] == nil {
            forest.linkBySubject(index, &subjects)
        }
        return forest.places(known)
    }

    /// In an order that is a property of the messages: by date, then by identifier.
    private func sorted(_ entries: [Entry]) -> [Entry] {
        let ordered = entries.filter { known[$0.id] == nil }.sorted { one, other in
            let (date, otherDate) = (one.sentAt ?? .max, other.sentAt ?? .max)
            if date != otherDate { return date < otherDate }
            if one.id != other.id { return one.id < other.id }
            if one.subjectKey != other.subjectKey { return one.subjectKey < other.subjectKey }
            if one.isReply != other.isReply { return other.isReply }
            return one.references.lexicographicallyPrecedes(other.references)
        }
        var seen: Set<String> = []
        return ordered.filter { seen.insert($0.id).inserted }
    }
}

/// The entries with their parents, and a union-find over them that answers at once "would this close a circle?".
private struct Forest {
    let entries: [ThreadBuilder.Entry]
    var parents: [Int?]
    var knownParents: [ThreadBuilder.Known?]
    private var links: [ThreadBuilder.Link]
    private var tops: [Int]
    private let indexes: [String: Int]

    init(_ entries: [ThreadBuilder.Entry]) {
        self.entries = entries
        parents = Array(repeating: nil, count: entries.count)
        knownParents = Array(repeating: nil, count: entries.count)
        links = entries.map { $0.isReply ? .orphan : .opening }
        tops = Array(entries.indices)
        indexes = Dictionary(entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func linkByReference(_ index: Int, _ known: [String: ThreadBuilder.Known]) {
        for reference in entries[index].references {
            if let parent = known[reference] {
                knownParents[index] = parent
                links[index] = .reference
                return
            }
            if let parent = indexes[reference], link(index, to: parent, by: .reference) { return }
        }
    }

    mutating func linkBySubject(_ index: Int, _ subjects: inout SubjectIndex) {
        let entry = entries[index]
        for candidate in subjects.before(entry) {
            switch candidate {
            case .known(let parent):
                knownParents[index] = parent
                links[index] = .subject
                return
            case .entry(let parent):
                if link(index, to: parent, by: .subject) { return }
            }
        }
    }

    /// `index` has no parent yet, so it is the top of its tree: a circle would close only below itself.
    private mutating func link(_ index: Int, to parent: Int, by link: ThreadBuilder.Link) -> Bool {
        guard top(of: parent) != index else { return false }
        parents[index] = parent
        tops[index] = parent
        links[index] = link
        return true
    }

    private mutating func top(of index: Int) -> Int {
        var top = index
        while tops[top] != top { top = tops[top] }
        var step = index
        while tops[step] != top { (step, tops[step]) = (tops[step], top) }
        return top
    }

    mutating func places(_ known: [String: ThreadBuilder.Known]) -> [String: ThreadBuilder.Place] {
        var places: [String: ThreadBuilder.Place] = [:]
        places.reserveCapacity(entries.count)
        for (index, entry) in entries.enumerated() {
            let top = top(of: index)
            let parent = parents[index].map { entries[$0].id } ?? knownParents[index]?.id
            let root = knownParents[top]?.root ?? entries[top].id
            places[entry.id] = ThreadBuilder.Place(root: root, parent: parent, link: links[index])
        }
        return places
    }
}

/// Messages by subject, each subject in the order of time.
private struct SubjectIndex {
    enum Candidate { case known(ThreadBuilder.Known), entry(Int) }

    private var dated: [String: [(sentAt: Int64, id: String, candidate: Candidate)]] = [:]

    init(_ entries: [ThreadBuilder.Entry], _ known: some Sequence<ThreadBuilder.Known>) {
        for (index, entry) in entries.enumerated() where !entry.subjectKey.isEmpty {
            if let sentAt = entry.sentAt {
                dated[entry.subjectKey, default: []].append((sentAt, entry.id, .entry(index)))
            }
        }
        for known in known where !known.subjectKey.isEmpty {
            if let sentAt = known.sentAt {
                dated[known.subjectKey, default: []].append((sentAt, known.id, .known(known)))
            }
        }
        for key in dated.keys { dated[key]?.sort { ($0.sentAt, $0.id) < ($1.sentAt, $1.id) } }
    }

    /// Those of the same subject that came before, within the window, the last first.
    func before(_ entry: ThreadBuilder.Entry) -> [Candidate] {
        guard let sentAt = entry.sentAt, let same = dated[entry.subjectKey] else { return [] }
        var (low, high) = (0, same.count)
        while low < high {
            let middle = (low + high) / 2
            if (same[middle].sentAt, same[middle].id) < (sentAt, entry.id) { low = middle + 1 } else { high = middle }
        }
        return same[..<low].reversed().prefix { sentAt - $0.sentAt <= ThreadBuilder.subjectWindow }.prefix(50).map(
            \.candidate)
    }
}
