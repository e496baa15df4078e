import Calendaring
import Markup
import Ruche
import Wording

import struct Persistence.Instant

/// The value named `ui` in every page: the reader's words, dates and numbers (`Interface`), and with them what a page
/// needs to know of the reader and of the place: who, in which community, where links lead.
@dynamicMemberLookup
package struct Screen: Sendable {
    package private(set) var words: Interface
    package let visitor: Visitor?
    let assets: Assets
    /// The community of the address, for links.
    package let slug: String?
    /// Said once on this page.
    let flash: Flash?
    /// The page's own address, to come back to after changing theme or language.
    let target: String
    let isDemonstration: Bool
    /// What every page says of the accessibility of the service.
    let accessibility: AccessibilityState
    private let token: FormToken

    init(
        words: Interface, visitor: Visitor?, assets: Assets, slug: String?, flash: Flash?, target: String,
        isDemonstration: Bool, accessibility: AccessibilityState = .notCompliant, token: FormToken
    ) {
        (self.words, self.visitor, self.assets, self.slug) = (words, visitor, assets, slug)
        (self.flash, self.target, self.isDemonstration, self.token) = (flash, target, isDemonstration, token)
        self.accessibility = accessibility
    }

    package subscript<T>(dynamicMember path: KeyPath<Interface, T>) -> T { words[keyPath: path] }

    /// The text of `source`, a literal.
    // Both functions would take two literals and a count, where the plural is always meant.
    @_disfavoredOverload
    package func callAsFunction(_ source: String, _ arguments: Argument...) -> String {
        words.text(source, arguments)
    }

    /// The text for so many: `count` is the first argument of both sources, other arguments follow it.
    package func callAsFunction(_ one: String, _ many: PluralSource, _ count: Int, _ arguments: Argument...) -> String {
        words.words.plural(one, many.text, count, arguments, in: words.language)
    }

    /// The same page for nobody: after the last act of an account.
    var unsigned: Screen {
        Screen(
            words: words, visitor: nil, assets: assets, slug: nil, flash: nil, target: "/",
            isDemonstration: isDemonstration, accessibility: accessibility, token: token)
    }

    /// The same page on another wall clock.
    func inZone(_ zone: Zone?) -> Screen {
        var screen = self
        screen.words.zone = zone ?? words.zone
        return screen
    }

    /// The same page in another language.
    func inLanguage(_ language: Language) -> Screen {
        var screen = self
        screen.words.language = language
        return screen
    }

    package func path(_ link: Link) -> String { link.path(in: slug) }

    /// A hidden field that proves, to a browser's request without other proof, that the form is ours.
    var formToken: HTML { "<input type=\"hidden\" name=\"jeton\" value=\"\(token.text)\">" }

    var community: CommunityCard? { visitor?.community }
    /// How many of its questions wait for a solution.
    var openQuestions: Int { community?.openQuestions ?? 0 }
    var member: MemberCard? { visitor?.member }
    /// How much waits for the reader, who facilitates, to read it again.
    var toReread: Int { member?.toReread ?? 0 }
    /// Whether the reader takes part in all that the community writes: neither a guest nor an observer.
    var isMember: Bool { member?.role == .member || isFacilitator }
    var isFacilitator: Bool { member?.role == .facilitator }

    /// Whether the reader prepares the community: its facilitators and its core group.
    var isPreparing: Bool { isFacilitator || isMember && member?.isCore == true }

    // Dates are kept as instants; the words know milliseconds.
    func date(_ instant: Instant) -> String { words.date(instant.milliseconds) }
    func dateTime(_ instant: Instant) -> String { words.dateTime(instant.milliseconds) }
    /// A deadline, on the community's clock too where it is another.
    func deadline(_ instant: Instant) -> String {
        words.dateTime(instant.milliseconds, alsoIn: community.flatMap { Zone($0.zone) })
    }
    func shortDateTime(_ instant: Instant) -> String { words.shortDateTime(instant.milliseconds) }
    func relative(_ instant: Instant) -> String { words.relative(instant.milliseconds) }
    func since(_ instant: Instant) -> String { words.since(instant.milliseconds) }
    /// "novembre 2026"
    func month(_ instant: Instant) -> String { words.month(words.zone.date(at: instant.milliseconds).firstOfMonth) }
    func time(_ instant: Instant) -> String { words.time(instant.milliseconds) }
    func duration(_ duration: Duration) -> String { words.duration(hours: duration.hours) }
    /// "1 h 30", "45 min"
    func length(minutes: Int) -> String {
        if minutes < 60 { return self("%d min", minutes) }
        return minutes % 60 == 0 ? self("%d h", minutes / 60) : self("%d h %@", minutes / 60, String(minutes % 60))
    }

    /// "84 ko"
    func size(_ bytes: Int) -> String {
        bytes < 1_000_000
            ? self("%d ko", max(1, bytes / 1_000)) : self("%@ Mo", words.number(Double(bytes) / 1_000_000, decimals: 1))
    }
    var now: Instant { Instant(milliseconds: words.now) }
}
