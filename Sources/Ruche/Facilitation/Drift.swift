import Persistence
import Wording

/// One of the four things that a community of practice is not (DOMAIN §9).
package enum Gauge: String, Sendable, CaseIterable {
    case directory = "N1", broadcast = "N2", mailingList = "N3", website = "N4"

    package var parts: [DriftPart] { DriftPart.allCases.filter { $0.gauge == self } }
}

/// What a gauge looks at. A gauge has the worst state of its parts.
package enum DriftPart: String, Bindable, Sendable, CaseIterable {
    case n1a = "N1a", n1b = "N1b", n2a = "N2a", n2b = "N2b", n2c = "N2c", n2d = "N2d"
    case n3a = "N3a", n3b = "N3b", n4a = "N4a", n4b = "N4b"

    package var gauge: Gauge {
        switch self {
        case .n1a, .n1b: .directory
        case .n2a, .n2b, .n2c, .n2d: .broadcast
        case .n3a, .n3b: .mailingList
        case .n4a, .n4b: .website
        }
    }

    package var threshold: DriftThreshold {
        switch self {
        case .n1a: .init(watch: 0.30, drift: 0.50)
        case .n1b: .init(watch: 0.60, drift: 0.75)
        case .n2a: .init(watch: 0.40, drift: 0.60)
        case .n2b: .init(watch: 0.60, drift: 0.80)
        case .n2c: .init(watch: 0.20, drift: 0.40)
        case .n2d: .init(watch: 0.40, drift: 0.25, isFloor: true)
        case .n3a: .init(watch: 0.50, drift: 0.70)
        case .n3b: .init(watch: 0.25, drift: 0.50)
        case .n4a: .init(watch: 5, drift: 10, margin: 1)
        case .n4b: .init(watch: 0.15, drift: 0.30)
        }
    }

    /// Pages for an act, and not a share of a whole.
    package var isRatio: Bool { self == .n4a }
}

/// How a part stands. It is known when two computations of Monday agree.
package enum DriftState: String, Bindable, Sendable, Comparable, CaseIterable {
    /// *Pas assez de données.*
    case unknown
    case ok
    /// *À surveiller.*
    case watch
    /// *Dérive.*
    case drift

    package static func < (left: DriftState, right: DriftState) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    fileprivate var lower: DriftState { self == .drift ? .watch : .ok }
}

/// From which value on a part is watched, then drifts.
package struct DriftThreshold: Sendable, Equatable {
    package let watch: Double
    package let drift: Double
    /// Drifting is going under it, not over it.
    package let isFloor: Bool
    /// How far inside a value must be for the state to be left.
    package let margin: Double

    init(watch: Double, drift: Double, isFloor: Bool = false, margin: Double = 0.05) {
        (self.watch, self.drift, self.isFloor, self.margin) = (watch, drift, isFloor, margin)
    }

    /// Shares are told apart to 1e-9, as elsewhere (DOMAIN §10.0).
    private static let tolerance = 1e-9

    /// What one value alone would say.
    package func level(of value: Double) -> DriftState {
        if passes(value, drift) { return .drift }
        return passes(value, watch) ? .watch : .ok
    }

    private func passes(_ value: Double, _ limit: Double) -> Bool {
        isFloor ? value < limit - Self.tolerance : value >= limit - Self.tolerance
    }

    private func hasLeft(_ value: Double, _ state: DriftState) -> Bool {
        let limit = state == .drift ? drift : watch
        return isFloor ? value >= limit + margin - Self.tolerance : value <= limit - margin + Self.tolerance
    }

    /// The state after a computation: a threshold is passed when two in a row pass it, and left when two in a row are
    /// `margin` inside. A Monday without enough data breaks the row.
    /// - Parameters:
    ///   - before: the computation of the Monday before; nil when there was none.
    ///   - value: nil when there are not enough data.
    package func state(after before: (state: DriftState, value: Double?)?, value: Double?) -> DriftState {
        guard let value else { return .unknown }
        guard let before, let valueBefore = before.value, before.state != .unknown else { return .ok }
        let both = min(level(of: value), level(of: valueBefore))
        if both > before.state { return both }
        var state = before.state
        while state > .ok, hasLeft(value, state), hasLeft(valueBefore, state) { state = state.lower }
        return state
    }
}

/// A part as one Monday computes it: a figure with what it is made of, or why there is none.
package struct DriftFigure: Sendable, Equatable {
    package let part: DriftPart
    /// Numerator and denominator.
    package let k: Int
    package let n: Int
    package let missing: Missing?

    /// Why nothing can be said.
    package enum Missing: String, Bindable, Sendable, CaseIterable {
        case notLaunched = "not launched"
        /// Launched less than thirteen weeks ago.
        case young
        /// N < 8.
        case fewMembers = "few members"
        /// Contributions + announcements < 10.
        case quiet
        /// Under five documents added.
        case fewAdded = "few added"
        /// Under a hundred pages read.
        case fewViews = "few views"
        /// N < 10, of whom three are too many.
        case fewWriters = "few writers"
        /// Nothing to divide by.
        case nothing
        /// No page is open to whoever is not a member.
        case noPublicPage = "no public page"
    }

    package init(_ part: DriftPart, _ k: Int, of n: Int, atLeast least: Int = 1, else missing: Missing = .nothing) {
        (self.part, self.k, self.n) = (part, k, n)
        self.missing = n < max(1, least) ? missing : nil
    }

    package init(_ part: DriftPart, missing: Missing) {
        (self.part, k, n) = (part, 0, 0)
        self.missing = missing
    }

    package var value: Double? { missing == nil ? Double(k) / Double(n) : nil }
}

// The formulas, each of what it divides (DOMAIN §9).
extension DriftFigure {
    /// N1a: documents and practices added that nothing leads to.
    package static func unlinked(_ k: Int, ofAdded n: Int) -> DriftFigure {
        DriftFigure(.n1a, k, of: n, atLeast: 5, else: .fewAdded)
    }

    /// N1b: what is read, documents or exchanges.
    package static func documentViews(_ documents: Int, exchanges: Int) -> DriftFigure {
        DriftFigure(.n1b, documents, of: documents + exchanges, atLeast: 100, else: .fewViews)
    }

    /// N2a: what the first author wrote of all.
    package static func firstAuthor(of contributions: [Int]) -> DriftFigure {
        DriftFigure(.n2a, contributions.max() ?? 0, of: contributions.reduce(0, +))
    }

    /// N2b: the first three, where they are three of ten at least.
    package static func firstThree(of contributions: [Int], members: Int) -> DriftFigure {
        guard members >= 10 else { return DriftFigure(.n2b, missing: .fewWriters) }
        return DriftFigure(
            .n2b, contributions.sorted(by: >).prefix(3).reduce(0, +), of: contributions.reduce(0, +))
    }

    /// N2c: what was said to nobody who answered.
    package static func oneWay(announcements: Int, threads: Int, withoutReply: Int) -> DriftFigure {
        DriftFigure(.n2c, announcements + withoutReply, of: announcements + threads)
    }

    /// N2d: threads to which two people replied at least.
    package static func answeredByTwo(_ k: Int, ofThreads n: Int) -> DriftFigure { DriftFigure(.n2d, k, of: n) }

    /// N3a: members of four weeks who never did an act.
    package static func silent(_ k: Int, ofMembers n: Int) -> DriftFigure { DriftFigure(.n3a, k, of: n) }

    /// N3b: announcements beside what those who do not facilitate contribute.
    package static func announced(_ announcements: Int, besides contributions: Int) -> DriftFigure {
        DriftFigure(.n3b, announcements, of: announcements + contributions)
    }

    /// N4a: pages seen from outside for one act of a member.
    package static func outsideViews(_ views: Int, acts: Int) -> DriftFigure { DriftFigure(.n4a, views, of: acts) }

    /// N4b: what is written for the public page.
    package static func publicEdits(_ edits: Int, besides contributions: Int) -> DriftFigure {
        DriftFigure(.n4b, edits, of: edits + contributions)
    }
}

extension DriftPart {
    /// What its figure says, the figure first (DOMAIN §9): "82 % des messages viennent d’une seule personne".
    package var finding: String {
        switch self {
        case .n1a: word("Depuis trois mois, %@ des documents ne sont rattachés à aucun échange")
        case .n1b: word("%@ des pages lues sont des documents, et non des échanges")
        case .n2a: word("%@ des messages viennent d’une seule personne")
        case .n2b: word("%@ des messages viennent de trois personnes")
        case .n2c: word("%@ des annonces et des échanges n’ont reçu aucune réponse")
        case .n2d: word("%@ des échanges seulement ont fait répondre deux personnes")
        case .n3a: word("%@ des membres n’ont encore rien pu dire")
        case .n3b: word("%@ de ce que lisent les membres est fait d’annonces")
        case .n4a: word("%@ pages vues de l’extérieur pour un acte de membre")
        case .n4b: word("%@ de ce qui s’écrit l’est pour la page publique")
        }
    }

    /// What is divided by what.
    package var definition: String {
        switch self {
        case .n1a:
            word(
                "Documents sans lien avec un échange, un besoin ni une rencontre ÷ documents ajoutés en trois mois (5 au moins)"
            )
        case .n1b:
            word("Pages de documents lues ÷ pages de documents et d’échanges lues (100 au moins), sans savoir par qui")
        case .n2a: word("Contributions de la personne qui écrit le plus ÷ contributions")
        case .n2b: word("Contributions des trois personnes qui écrivent le plus ÷ contributions (10 membres au moins)")
        case .n2c:
            word(
                "Annonces et échanges sans réponse d’une autre personne ÷ annonces et échanges, commencés il y a 14 à 91 jours"
            )
        case .n2d: word("Échanges où deux autres personnes au moins ont répondu ÷ échanges")
        case .n3a: word("Membres depuis 28 jours au moins sans aucun acte ÷ membres depuis 28 jours au moins")
        case .n3b: word("Annonces ÷ annonces et contributions hors animation")
        case .n4a: word("Pages vues par des visiteurs ÷ actes des membres")
        case .n4b: word("Retouches de la page publique ÷ ces retouches et les contributions")
        }
    }
}

extension Gauge {
    /// The whole sentence, after the finding of a part.
    package func warning(_ state: DriftState) -> String {
        switch (state, self) {
        case (.drift, .directory): word("%@ : vous devenez un répertoire.")
        case (.drift, .broadcast): word("%@ : vous devenez un réseau de diffusion.")
        case (.drift, .mailingList): word("%@ : vous devenez une liste d’abonnés.")
        case (.drift, .website): word("%@ : vous devenez un site web.")
        case (.watch, .directory): word("%@ : attention à ne pas devenir un répertoire.")
        case (.watch, .broadcast): word("%@ : attention à ne pas devenir un réseau de diffusion.")
        case (.watch, .mailingList): word("%@ : attention à ne pas devenir une liste d’abonnés.")
        case (.watch, .website): word("%@ : attention à ne pas devenir un site web.")
        case (.ok, _), (.unknown, _): word("%@.")
        }
    }
}
