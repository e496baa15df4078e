extension Indicator {
    /// The indicators of DOMAIN §10, in its order. The raw value is a public name: addresses, JSON, CSV.
    package enum ID: String, Sendable, CaseIterable {
        case ef1 = "EF1", ef2 = "EF2", ef3 = "EF3", ef4 = "EF4", ef5 = "EF5", ef6 = "EF6", ef7 = "EF7", ef8 = "EF8"
        case ef9 = "EF9"
        case vi1 = "VI1", vi2 = "VI2", vi3 = "VI3", vi4 = "VI4", vi5 = "VI5", vi6 = "VI6", vi7 = "VI7", vi8 = "VI8"
        case vi9 = "VI9", vi10 = "VI10", vi11 = "VI11"
        case sa1 = "SA1", sa2 = "SA2", sa3 = "SA3", sa4 = "SA4", sa5 = "SA5", sa6 = "SA6", sa7 = "SA7", sa8 = "SA8"
        case va1 = "VA1", va2 = "VA2", va3 = "VA3", va4 = "VA4", va5 = "VA5", va6 = "VA6", va7 = "VA7", va8 = "VA8"
        case va9 = "VA9"
    }

    /// The four questions of an evaluation.
    package enum Dimension: Sendable, CaseIterable { case effectiveness, vitality, satisfaction, addedValue }

    /// How it is computed: a public name in JSON, a sentence on the page.
    package enum Method: String, Sendable {
        case kaplanMeier = "kaplan_meier"
        case proportion = "proportion_wilson"
        case scores = "mean_of_scores"
        case median = "median_type_6"
        case gini
        case graph = "reply_graph"
        case ratio
        case none
    }

    /// What `n` counts.
    package enum Subject: Sendable { case questions, members, activeMembers, threads, objectives, needs, nothing }
}

extension Indicator.ID {
    package var dimension: Indicator.Dimension {
        switch rawValue.prefix(2) {
        case "EF": .effectiveness
        case "VI": .vitality
        case "SA": .satisfaction
        default: .addedValue
        }
    }

    package var unit: Indicator.Unit {
        switch self {
        case .ef1, .ef2: .hours
        case .vi4, .vi6, .sa3, .sa6, .va1, .va4, .va6, .va7, .va8, .va9: .number
        default: .share
        }
    }

    package var method: Indicator.Method {
        switch self {
        case .ef1, .ef2: .kaplanMeier
        case .ef3, .ef4, .ef6, .ef9, .vi1, .vi2, .vi9, .vi11, .sa7, .va3: .proportion
        case .ef5: .scores
        case .vi3: .median
        case .vi4: .gini
        case .vi5, .vi6, .vi7, .vi8: .graph
        case .sa8: .ratio
        default: .none
        }
    }

    package var subject: Indicator.Subject {
        switch self {
        case .ef1, .ef2, .ef3, .ef4, .ef9, .sa7: .questions
        case .ef5: .objectives
        case .ef6: .needs
        case .vi1, .vi2, .vi4, .vi7, .vi8, .vi9, .sa8: .members
        case .vi3, .vi5, .vi6: .activeMembers
        case .vi11: .threads
        default: .nothing
        }
    }

    /// Objectives and needs belong to the group, few as they are; what people did or asked is hidden under five.
    var isHiddenUnderFive: Bool { self != .ef5 && self != .ef6 }

    /// As an address carries it: "/evaluation/ef4".
    package var address: String { rawValue.lowercased() }

    package init?(address: String) { self.init(rawValue: address.uppercased()) }
}
