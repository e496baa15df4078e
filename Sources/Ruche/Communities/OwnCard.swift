import Calendaring
import Persistence

// What only its owner decides of a card: who sees each field, how often they may be asked and written to.

/// A field of a card other than the name, which all see.
package enum CardField: String, Bindable, Sendable, CaseIterable {
    case profession, speciality, setting, establishment, territory
    case canHelpOn = "can help on"
    case wantsToLearn = "wants to learn"

    fileprivate var path: WritableKeyPath<MemberDraft, String> {
        switch self {
        case .profession: \.profession
        case .speciality: \.speciality
        case .setting: \.setting
        case .establishment: \.establishment
        case .territory: \.territory
        case .canHelpOn: \.canHelpOn
        case .wantsToLearn: \.wantsToLearn
        }
    }
}

/// Who sees a field.
package enum Audience: String, Bindable, Sendable, CaseIterable { case members, facilitators, owner }

/// How letters about exchanges come (NO4). Those of the account and of a charge one holds always come.
package enum MailTempo: String, Bindable, Sendable, CaseIterable { case each, daily, weekly, monthly, none }

/// When a digest leaves, on the clock of its reader: each day at this hour, each week on this day, or the first such day of
/// each month.
package struct DigestMoment: Sendable, Equatable {
    /// Minutes after midnight.
    package var minute = 450
    package var day = Weekday.monday

    package init() {}
    package init(minute: Int, day: Weekday) { (self.minute, self.day) = (minute, day) }

    /// Half past seven, before the morning's rounds, or an hour of the day.
    package static let minutesOffered = [6 * 60, 7 * 60, 450] + (8...22).map { $0 * 60 }
    package var time: CivilTime { CivilTime(minute / 60, minute % 60) ?? .midnight }
}

package struct OwnCard: Sendable, Equatable {
    package var card: MemberDraft
    /// Absent: all members.
    package var audiences: [CardField: Audience] = [:]
    /// How often in thirty days somebody may be asked for help (DOMAIN §6.4).
    package var asksPerMonth = 2
    package var tempo = MailTempo.each
    package var digest = DigestMoment()
    /// Kept for its owner's certificates, shown to nobody.
    package var rpps = ""
    package var finess = ""

    package static let asksOffered = [0, 1, 2, 4]

    package init(card: MemberDraft) { self.card = card }

    /// Trimmed, with a name. A number whose key is wrong is kept: the page warns.
    package func checked() throws(Refusal) -> OwnCard {
        var own = self
        own.card = try card.checked()
        own.rpps = try rpps.line(limit: 20, field: "rpps") ?? ""
        own.finess = try finess.line(limit: 20, field: "finess") ?? ""
        guard Self.asksOffered.contains(asksPerMonth), DigestMoment.minutesOffered.contains(digest.minute) else {
            throw Refusal.notFound
        }
        return own
    }
}

extension MemberQueries {
    /// One's own card, whole.
    package func ownCard() throws -> OwnCard {
        let member = try view.member
        var own = OwnCard(card: MemberDraft(try profile(member)))
        try view.transaction.each(
            "select field, value, audience from private_field where member_id = \(member)"
        ) { row in
            let field: String = try row[0]
            switch field {
            case "rpps": own.rpps = try row[1]
            case "finess": own.finess = try row[1]
            default: if let field = CardField(rawValue: field) { own.audiences[field] = try row[2] }
            }
        }
        try view.transaction.each(
            "select asks_per_month, mail_tempo, digest_minute, digest_day from member where id = \(member)"
        ) { row in
            (own.asksPerMonth, own.tempo) = (try row[0], try row[1])
            own.digest = DigestMoment(minute: try row[2], day: Weekday(rawValue: try row[3]) ?? .monday)
        }
        return own
    }

    /// A profile with what its owner hides from the members but not from this reader.
    func completed(_ profile: MemberProfile) throws -> MemberProfile {
        let isOwner = profile.member.id == view.actor.member
        guard isOwner || view.actor.isFacilitator else { return profile }
        let audiences: [Audience] = isOwner ? [.facilitators, .owner] : [.facilitators]
        var draft = MemberDraft(profile)
        try view.transaction.each(
            """
            select field, value from private_field
            where member_id = \(profile.member.id) and audience in \(list: audiences)
            """
        ) { row in
            if let field = CardField(rawValue: try row[0]) { draft[keyPath: field.path] = try row[1] }
        }
        return profile.saying(draft)
    }
}

extension MemberActs {
    /// Keeps one's own card. A hidden field leaves the member's row: no query of another room can show it by mistake.
    package func change(_ own: OwnCard) throws {
        var checked = try own.checked()
        checked.card = try act.view.topics.named(checked.card)
        try change(checked.card.keeping { checked.audiences[$0, default: .members] == .members })
        let id = try act.member
        try act.execute("delete from private_field where member_id = \(id)")
        func hide(_ field: String, _ value: String, _ audience: Audience) throws {
            try act.execute(
                """
                insert into private_field (member_id, field, value, audience)
                values (\(id), \(field), \(value), \(audience))
                """)
        }
        for (field, audience) in checked.audiences where audience != .members {
            try hide(field.rawValue, checked.card[keyPath: field.path], audience)
        }
        for (number, value) in [("rpps", checked.rpps), ("finess", checked.finess)] where !value.isEmpty {
            try hide(number, value, .owner)
        }
        try act.execute(
            """
            update member set asks_per_month = \(checked.asksPerMonth), mail_tempo = \(checked.tempo),
              digest_minute = \(checked.digest.minute), digest_day = \(checked.digest.day.rawValue)
            where id = \(id)
            """)
    }
}

extension MemberDraft {
    /// Only the fields that `isShown` takes, and the name.
    fileprivate func keeping(_ isShown: (CardField) -> Bool) -> MemberDraft {
        var draft = self
        for field in CardField.allCases where !isShown(field) { draft[keyPath: field.path] = "" }
        return draft
    }

    package init(_ profile: MemberProfile) {
        self.init(
            name: profile.member.name, profession: profile.member.profession?.stored ?? "",
            establishment: profile.member.establishment ?? "", setting: profile.setting ?? "",
            canHelpOn: profile.canHelpOn, wantsToLearn: profile.wantsToLearn)
        (speciality, territory) = (profile.speciality ?? "", profile.territory ?? "")
        isListed = profile.isListed
    }
}
