import Ruche

/// The people of the tests, the same in every suite. All are invented.
///
/// Nadia facilitates the community *nuit*; Claire, Yannick, Inès and Paul are its members; Gaston is a guest of one of its
/// exchanges; Odile sponsors it; Ada runs the server; Jules belongs to another community, *jour*, which he facilitates.
enum Cast: String, CaseIterable, Sendable {
    case nadia, claire, yannick, ines, paul, gaston, odile, ada, jules

    var name: String {
        switch self {
        case .nadia: "Nadia Benhaddou"
        case .claire: "Claire Besnard"
        case .yannick: "Yannick Le Goas"
        case .ines: "Inès Rouvière"
        case .paul: "Paul Sarrazin"
        case .gaston: "Gaston Moreau"
        case .odile: "Odile Ferrand"
        case .ada: "Ada Servais"
        case .jules: "Jules Lantier"
        }
    }

    var email: String { "\(rawValue)@example.org" }

    var role: Role? {
        switch self {
        case .nadia: .facilitator
        case .claire, .yannick, .ines, .paul: .member
        case .gaston: .guest
        case .odile: .observer
        case .ada: nil
        case .jules: .facilitator
        }
    }

    var profession: String {
        switch self {
        case .nadia: "hygieniste"
        case .claire, .jules: "60"
        case .yannick: "10"
        case .ines: "50"
        case .paul: "35"
        case .gaston, .odile, .ada: "autre"
        }
    }

    /// The community that each belongs to.
    var slug: String? {
        switch self {
        case .ada: nil
        case .jules: "jour"
        default: "nuit"
        }
    }
}
