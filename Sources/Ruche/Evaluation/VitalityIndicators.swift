import Calendaring
import Measures
import Persistence
import Wording

// Vitalité (DOMAIN §10.2): who takes part, with and without the facilitators.
extension Evaluation {
    private var vitality: (all: Vitality, without: Vitality) {
        (
            Vitality(membership.all.map(\.participation)),
            Vitality(membership.withoutFacilitators.map(\.participation))
        )
    }

    /// VI1
    var active: Indicator {
        let vitality = vitality
        return share(
            .vi1, vitality.all.active.k, of: members, over: period, without: vitality.without.active,
            unless: noMembersYet, [.init("members", count: members), .init("active", count: vitality.all.active.k)])
    }

    /// VI2, split by type.
    var contributing: Indicator {
        let vitality = vitality
        let everyone = membership.all
        return share(
            .vi2, vitality.all.contributing.k, of: members, over: period, without: vitality.without.contributing,
            unless: noMembersYet,
            [
                .init(
                    "members_by_type",
                    [
                        .init("question", everyone.count { $0.questions > 0 }),
                        .init("reply", everyone.count { $0.replies > 0 }),
                        .init("resource", everyone.count { $0.resources > 0 }),
                    ]),
                .init(
                    "contributions_by_type",
                    [
                        .init("question", everyone.reduce(0) { $0 + $1.questions }),
                        .init("reply", everyone.reduce(0) { $0 + $1.replies }),
                        .init("resource", everyone.reduce(0) { $0 + $1.resources }),
                    ]),
            ])
    }

    /// VI3
    var regularity: Indicator {
        let vitality = vitality
        var indicator = Indicator(.vi3, over: period, value: vitality.all.regularity, n: vitality.all.active.k)
        indicator.withoutFacilitators = vitality.without.regularity
        indicator.nWithoutFacilitators = vitality.without.active.k
        if indicator.value == nil { indicator.note = nobodyActive }
        return indicator
    }

    /// VI4
    var concentration: Indicator {
        let vitality = vitality
        let (all, without) = (vitality.all.concentration, vitality.without.concentration)
        var indicator = Indicator(.vi4, over: period, value: all.gini, n: members)
        indicator.withoutFacilitators = without.gini
        indicator.nWithoutFacilitators = membership.withoutFacilitators.count
        indicator.details = [
            .init("gini", all.gini), .init("gini_corrected", all.giniCorrected), .init("top3_share", all.top3Share),
            .init("contributions", count: membership.all.reduce(0) { $0 + $1.contributions }),
            .init("gini_without_facilitators", without.gini),
            .init("gini_corrected_without_facilitators", without.giniCorrected),
            .init("top3_share_without_facilitators", without.top3Share),
        ]
        if all.gini == nil { indicator.note = .init(word("Personne n’a encore rien écrit pendant ces 13 semaines.")) }
        return indicator
    }

    /// VI9: those active before who still are; beside it, newcomers who wrote within 30 days.
    var retention: Indicator {
        let before = membershipBefore.active
        let retained = Proportion.retention(of: before, in: membership.active)
        let others = before.filter { !(membershipBefore.activities[$0]?.isFacilitator ?? false) }
        let newcomers = newcomers
        return share(
            .vi9, retained.k, of: retained.n, over: period,
            without: .retention(of: Set(others), in: membership.active),
            unless: .init(
                word("Il faut deux périodes de 13 semaines où des membres ont été actifs."), knownFrom: twoPeriods),
            [
                .init("newcomers", count: newcomers.n), .init("newcomers_contributing", count: newcomers.k),
                .init("newcomers_contributing_share", newcomers.share),
                .init("newcomers_low", newcomers.low), .init("newcomers_high", newcomers.high),
            ])
    }

    /// Members of 30 to 120 days, and those of them who contributed in their first 30 days.
    private var newcomers: Proportion {
        let places = membership.places { _ in true }.filter {
            (30...120).contains(day - zone.date(at: facts.members[$0].joinedAt.milliseconds))
        }
        if places.isEmpty { return Proportion(0, of: 0) }
        var hasContributed: Set<Int> = []
        func note(_ member: Int, at: Instant) {
            let age = at - facts.members[member].joinedAt
            if age >= .zero, age <= .days(30) { hasContributed.insert(member) }
        }
        let since = days(121, before: 0)
        for question in facts.threads.during(since) { note(question.author, at: question.at) }
        for reply in facts.replies.during(since) { note(reply.author, at: reply.at) }
        for act in facts.otherActs.during(since) where act.isContribution { note(act.member, at: act.at) }
        return Proportion(places.count { hasContributed.contains($0) }, of: places.count)
    }

    /// VI11: threads begun in W. Without the facilitators, as if they had written nothing.
    var depth: Indicator {
        let (all, without) = (threads(), threads(withoutFacilitators: true))
        var indicator = share(
            .vi11, all.count { $0.authors.count >= 3 }, of: all.count, over: period,
            without: Proportion(without.count { $0.authors.count >= 3 }, of: without.count),
            unless: .init(word("Aucun échange n’a commencé pendant ces 13 semaines.")))
        let byOthers = Proportion(without.count, of: all.count)
        indicator.details = [
            .init("threads", count: all.count), .init("median_replies", all.map { Double($0.replies) }.median),
            .init("by_non_facilitators", count: byOthers.k), .init("by_non_facilitators_share", byOthers.share),
        ]
        return indicator
    }

    private struct Thread {
        var authors: Set<Int>
        var replies = 0
    }

    private func threads(withoutFacilitators: Bool = false) -> [Thread] {
        func counts(_ member: Int) -> Bool {
            !withoutFacilitators || facts.members[member].role(at: period.to) != .facilitator
        }
        var threads: [Question.ID: Thread] = [:]
        for question in facts.threads.during(period) where counts(question.author) {
            threads[question.id] = Thread(authors: [question.author])
        }
        for reply in facts.replies.during(period) where counts(reply.author) {
            threads[reply.question]?.authors.insert(reply.author)
            threads[reply.question]?.replies += 1
        }
        return Array(threads.values)
    }

    var noMembersYet: Indicator.Note {
        .init(word("Personne n’est encore membre depuis 14 jours."), knownFrom: firstMembers)
    }

    var nobodyActive: Indicator.Note { .init(word("Personne n’a encore fait d’acte pendant ces 13 semaines.")) }

    /// The day from which somebody is a member for the figures; nil when it is past, or when nobody has come.
    package var firstMembers: CivilDate? {
        let joined = facts.members.filter { $0.role == .member || $0.role == .facilitator }.map(\.joinedAt).min()
        guard let joined else { return nil }
        let known = zone.date(at: joined.milliseconds).adding(days: 14)
        return known > day ? known : nil
    }

    private var twoPeriods: CivilDate? {
        let first = [facts.threads.first?.at, facts.replies.first?.at, facts.otherActs.first?.at].compactMap { $0 }
            .min()
        guard let first, first < period.to else { return nil }
        let known = zone.date(at: first.milliseconds).adding(days: 182)
        return known > day ? known : nil
    }
}
