import Measures
import Wording

// Who answers whom: VI5 to VI8 (DOMAIN §10.0, §10.2).
extension Evaluation {
    /// Members, and an arrow for each reply of the thirteen weeks to what another member wrote.
    func replyGraph(withoutFacilitators: Bool = false) -> InteractionGraph<Int> {
        InteractionGraph(
            members: membership.places { !withoutFacilitators || !$0.isFacilitator },
            edges: facts.replies.during(period).lazy.compactMap { reply in
                reply.answered.map { .init(from: reply.author, to: $0) }
            })
    }

    private func figures(_ graphs: Graphs) -> (all: GraphFigures, without: GraphFigures) {
        let active = membership.active
        return (graphs.all.figures(active: active), graphs.without.figures(active: active))
    }

    /// VI5
    func reciprocity(_ graphs: Graphs) -> Indicator {
        let (all, without) = figures(graphs)
        var indicator = Indicator(.vi5, over: period, value: all.twoWayShareOfActive, n: all.activeMembers)
        indicator.k = all.twoWayMembers
        indicator.withoutFacilitators = without.twoWayShareOfActive
        indicator.nWithoutFacilitators = without.activeMembers
        if all.activeMembers > 0, all.twoWayMembers <= all.activeMembers {
            let proportion = Proportion(all.twoWayMembers, of: all.activeMembers)
            (indicator.low, indicator.high) = (proportion.low, proportion.high)
        }
        indicator.details = [
            .init("two_way_members", count: all.twoWayMembers),
            .init("two_way_share_of_active", all.twoWayShareOfActive),
            .init("reciprocity", all.reciprocity), .init("rho", all.rho),
            .init("weighted_reciprocity", all.weightedReciprocity),
            .init("reciprocity_without_facilitators", without.reciprocity),
            .init("weighted_reciprocity_without_facilitators", without.weightedReciprocity),
        ]
        if indicator.value == nil { indicator.note = nobodyActive }
        return indicator
    }

    /// VI6
    func partners(_ graphs: Graphs) -> Indicator {
        let (all, without) = figures(graphs)
        var indicator = Indicator(.vi6, over: period, value: all.medianPartnersOfActive, n: all.activeMembers)
        indicator.withoutFacilitators = without.medianPartnersOfActive
        indicator.nWithoutFacilitators = without.activeMembers
        indicator.details = [
            .init("median_partners_of_active", all.medianPartnersOfActive), .init("density", all.density),
            .init("density_without_facilitators", without.density),
            .init("edges", count: all.edges), .init("weight", count: all.weight),
            .init("in_degree_centralisation", all.inDegreeCentralisation),
        ]
        if indicator.value == nil { indicator.note = nobodyActive }
        return indicator
    }

    /// VI7
    func isolation(_ graphs: Graphs) -> Indicator {
        let (all, without) = figures(graphs)
        let below2 = Proportion(all.degreeBelow2, of: all.members)
        return share(
            .vi7, all.isolates, of: all.members, over: period,
            without: Proportion(without.isolates, of: without.members),
            unless: noMembersYet,
            [
                .init("isolates", count: all.isolates), .init("isolates_share", all.isolatesShare),
                .init("degree_below_2", count: all.degreeBelow2), .init("degree_below_2_share", below2.share),
                .init("degree_below_2_share_without_facilitators", without.degreeBelow2Share),
            ])
    }

    /// VI8
    func bands(_ graphs: Graphs) -> Indicator {
        let (all, without) = figures(graphs)
        let vitality = Vitality(membership.all.map(\.participation))
        let others = Vitality(membership.withoutFacilitators.map(\.participation))
        let count = vitality.bands[.coreGroup] ?? 0
        return share(
            .vi8, count, of: members, over: period,
            without: Proportion(others.bands[.coreGroup] ?? 0, of: membership.withoutFacilitators.count),
            unless: noMembersYet,
            [
                .init("bands", Self.named(vitality)), .init("bands_without_facilitators", Self.named(others)),
                .init("core_k", count: all.coreK), .init("core_members", count: all.coreMembers),
                .init("core_k_without_facilitators", count: without.coreK),
                .init("core_members_without_facilitators", count: without.coreMembers),
            ])
    }

    private static func named(_ vitality: Vitality) -> [Indicator.Detail.Named] {
        Band.allCases.map { .init($0.publicName, vitality.bands[$0] ?? 0) }
    }
}

extension Band {
    /// Part of the contract of `evaluate --json`.
    package var publicName: String { self == .coreGroup ? "core_group" : rawValue }
}
