import Calendaring
import Persistence

/// The gestures of one day of a community: three places at most, filled as things come due. What is done or put off
/// keeps its place, so that no fourth appears (DOMAIN §8); what was settled elsewhere leaves it to what still waits.
struct DeskDay: Equatable {
    static let places = 3

    /// A gesture that was chosen for the day.
    struct Slot: Equatable {
        let place: Int
        let kind: Gesture.Kind
        let object: String
        var state = State.proposed
        var member: Member.ID?
        var name: String?
        var handledAt: Instant?

        enum State: String, Bindable { case proposed, done, postponed }

        init(
            _ place: Int, _ kind: Gesture.Kind, _ object: String, _ state: State = .proposed,
            by member: Member.ID? = nil,
            name: String? = nil, at: Instant? = nil
        ) {
            (self.place, self.kind, self.object, self.state) = (place, kind, object, state)
            (self.member, self.name, handledAt) = (member, name, at)
        }

        /// Newcomers may have been greeted one by one since the morning: the gesture is that of those who are left.
        func holds(_ gesture: Gesture) -> Bool {
            guard gesture.kind == kind else { return false }
            let objects = Set(object.split(separator: " "))
            return gesture.objects.contains { objects.contains(Substring($0)) }
        }
    }

    var slots: [Slot] = []

    /// What the choice changes.
    struct Change: Equatable {
        var added: [Slot] = []
        /// Places that are given to something else.
        var removed: [Int] = []
        var isEmpty: Bool { added.isEmpty && removed.isEmpty }
    }

    /// The places that candidates take, in the order of the desk.
    /// - Parameter isWorkingDay: on other days nothing is proposed but G10.
    func choosing(among candidates: [Gesture], isWorkingDay: Bool) -> Change {
        var change = Change()
        let settled = settled(among: candidates, isWorkingDay: isWorkingDay)
        var taken = slots.filter { slot in !settled.contains { $0.place == slot.place } }
        change.removed = settled.map(\.place)
        for gesture in candidates.sorted(by: Gesture.isBefore)
        where (isWorkingDay || gesture.kind.isForEveryDay) && !taken.contains(where: { $0.holds(gesture) }) {
            if let free = (1...Self.places).first(where: { place in !taken.contains { $0.place == place } }) {
                let slot = Slot(free, gesture.kind, gesture.object)
                taken.append(slot)
                change.added.append(slot)
            } else if let last = Self.place(for: gesture, among: taken, due: candidates) {
                // What may concern a patient takes the place of what can wait until tomorrow.
                taken.removeAll { $0.place == last.place }
                let slot = Slot(last.place, gesture.kind, gesture.object)
                taken.append(slot)
                if change.added.contains(last) {
                    change.added.removeAll { $0 == last }
                } else {
                    change.removed.append(last.place)
                }
                change.added.append(slot)
            }
        }
        return change
    }

    /// What is proposed and due no more: somebody answered, the ladder took it further.
    func settled(among candidates: [Gesture], isWorkingDay: Bool) -> [Slot] {
        slots.filter { slot in
            // A first exchange is not proposed to who manages the newcomer: not to find it says nothing.
            slot.state == .proposed && slot.kind != .firstExchange && (isWorkingDay || slot.kind.isForEveryDay)
                && !candidates.contains { slot.holds($0) }
        }
    }

    /// The place that a message to be read again takes: of what is due no more, of what presses least, and for a
    /// patient's sake that of a message flagged for another reason.
    private static func place(for gesture: Gesture, among slots: [Slot], due: [Gesture]) -> Slot? {
        guard gesture.kind.isForEveryDay else { return nil }
        let proposed = slots.filter { $0.state == .proposed }.map { slot in
            (slot: slot, holds: due.first { slot.holds($0) })
        }
        let free = proposed.filter { $0.holds == nil || !$0.slot.kind.isForEveryDay }
        let others = proposed.filter { $0.holds.map { !$0.isAboutPatient } ?? false }
        return (free.isEmpty && gesture.isAboutPatient ? others : free).max {
            ($0.holds == nil ? 1 : 0, $0.slot.kind.rank, $0.slot.place)
                < ($1.holds == nil ? 1 : 0, $1.slot.kind.rank, $1.slot.place)
        }?.slot
    }

    func applying(_ change: Change) -> DeskDay {
        DeskDay(slots: slots.filter { !change.removed.contains($0.place) } + change.added)
    }

    /// Whether nothing more can be chosen but a message to be read again.
    var isFull: Bool { slots.count >= Self.places }
}
