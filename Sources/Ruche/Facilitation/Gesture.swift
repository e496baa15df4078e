import Calendaring
import Persistence

/// One thing that a facilitator might do today, with why and how long it takes (DOMAIN §8).
package struct Gesture: Sendable, Equatable {
    package let kind: Kind
    /// What it is about, each as the journal would write it: "question/12". Several newcomers are greeted by one gesture.
    package let objects: [String]
    /// Since when it is due: the most overdue comes first.
    package let since: Instant
    package var reason: Reason

    init(_ kind: Kind, _ objects: [String], since: Instant, _ reason: Reason) {
        (self.kind, self.objects, self.since, self.reason) = (kind, objects, since, reason)
    }

    /// The objects in one text, as a slot of the day and a form name them: "member/5 member/9".
    package var object: String { objects.joined(separator: " ") }

    package enum Kind: String, Bindable, Sendable, CaseIterable {
        case findSomebody = "G1"
        case askIfHelped = "G2"
        case welcome = "G3"
        case firstExchange = "G4"
        case fixMeeting = "G7"
        case readRequest = "G9"
        case readAgain = "G10"
        case otherVoices = "G11"
        case openExchange = "G12"
        case reread = "G13"
        case turnFunction = "G16"
        case lookAtDrift = "G17"
        case thank = "G18"
        case prepareYear = "G19"
    }

    /// The figures of its sentence, and what its action needs.
    package enum Reason: Sendable, Equatable {
        case findSomebody(
            Question.ID, title: String, asker: Author, askedAt: Instant, promise: Promise, knowers: [Suggested])
        case askIfHelped(Question.ID, title: String, asker: Author, replies: Int, lastAt: Instant)
        case welcome([Author], firstAt: Instant)
        case firstExchange(Author, topic: String?, exchange: LinkedObject?)
        case fixMeeting(ahead: Int, wanted: Int, lastAt: Instant?)
        case readRequest(name: String)
        case readAgain(Rereading.ID, [PostFlag.Reason], isHidden: Bool)
        case otherVoices(Question.ID, title: String, replies: Int, share: Double)
        case openExchange(On, id: Int64, title: String)
        case reread(title: String, reviewOn: CivilDate)
        case turnFunction(Function, holder: Author, beganAt: Instant, endsAt: Instant)
        case lookAtDrift(GaugeReading)
        case thank(Question.ID, number: Int, title: String, author: Author, readers: Int)
        case prepareYear(due: Instant)

        package enum On: Sendable { case need, objective }
    }

    /// Somebody who may know, and how often they were asked in thirty days.
    package struct Suggested: Sendable, Equatable {
        package let member: Author
        package let reason: SolicitationReason
        package let asked: Int
    }
}

extension Gesture.Kind {
    /// Minutes that it takes.
    package var minutes: Int {
        switch self {
        case .findSomebody, .askIfHelped, .readRequest, .reread, .thank: 2
        case .welcome, .firstExchange, .readAgain, .otherVoices, .turnFunction: 3
        case .fixMeeting: 4
        case .openExchange, .lookAtDrift, .prepareYear: 5
        }
    }

    /// G10, then G1; the others by how long they have been due.
    var rank: Int {
        switch self {
        case .readAgain: 1
        case .findSomebody: 2
        default: 3
        }
    }

    /// What may concern a patient does not wait for Monday.
    var isForEveryDay: Bool { self == .readAgain }

    /// How long after it was done it is not proposed for the same object; nil: never again, since nobody is written to
    /// twice by habit.
    var rest: Duration? {
        switch self {
        case .askIfHelped, .welcome, .firstExchange, .lookAtDrift, .thank: nil
        case .readAgain, .readRequest: .hours(12)
        case .findSomebody, .fixMeeting: .days(2)
        case .openExchange, .prepareYear: .days(7)
        case .otherVoices: .days(14)
        case .reread, .turnFunction: .days(30)
        }
    }

    /// What is written, for the gestures that are a letter.
    package var message: MessageKind? {
        switch self {
        case .findSomebody, .otherVoices: .solicit
        case .askIfHelped: .askIfHelped
        case .welcome: .welcome
        case .firstExchange: .firstExchange
        case .reread: .reread
        case .turnFunction: .turnFunction
        case .thank: .thank
        case .fixMeeting, .readRequest, .readAgain, .openExchange, .lookAtDrift, .prepareYear: nil
        }
    }
}

extension Gesture {
    /// A message that may tell who a patient is: nothing stands before it.
    package var isAboutPatient: Bool {
        if case .readAgain(_, let reasons, _) = reason { reasons.contains(.patient) } else { false }
    }

    private var rank: Int { isAboutPatient ? 0 : kind.rank }

    /// In the order of the desk.
    static func isBefore(_ left: Gesture, _ right: Gesture) -> Bool {
        (left.rank, left.since, left.kind.number, left.object)
            < (right.rank, right.since, right.kind.number, right.object)
    }
}

extension Gesture.Kind {
    fileprivate var number: Int { Int(rawValue.dropFirst()) ?? 0 }
}

/// *Plus tard*: two working days, then a week; the third time the object is left alone.
package enum Postponement {
    /// From when the gesture may be proposed again.
    /// - Parameter times: how often it was put off, with this time.
    /// - Returns: nil when it never is.
    static func end(_ times: Int, from now: Instant, on clock: PromiseClock) -> Instant? {
        let moment: Instant
        switch times {
        case ...1: moment = clock.workingDays(2, after: now)
        case 2: moment = now + .days(7)
        default: return nil
        }
        // From the morning on, whenever the desk is opened.
        let zone = clock.hours.zone
        return Instant(milliseconds: zone.start(of: zone.date(at: moment.milliseconds)))
    }
}
