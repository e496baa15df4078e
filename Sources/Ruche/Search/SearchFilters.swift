import Calendaring
import Persistence
import Wording

/// A filter, by the name that is typed before its colon: "auteur:claire".
package enum SearchFilter: String, Sendable, CaseIterable {
    case author, topic, kind, status, before, after, place, unanswered

    package func name(in language: Language) -> String {
        switch (self, language) {
        case (.author, .french): "auteur"
        case (.author, .english): "author"
        case (.topic, .french): "sujet"
        case (.topic, .english): "topic"
        case (.kind, _): "type"
        case (.status, .french): "statut"
        case (.status, .english): "status"
        case (.before, .french): "avant"
        case (.before, .english): "before"
        case (.after, .french): "après"
        case (.after, .english): "after"
        case (.place, .french): "dans"
        case (.place, .english): "in"
        case (.unanswered, .french): "sans-réponse"
        case (.unanswered, .english): "unanswered"
        }
    }

    /// The filter of a name in either language, whatever its accents and capitals.
    package init?(typed name: String) {
        let folded = fold(name)
        let found = Self.allCases.first { filter in
            ([.french, .english].map { fold(filter.name(in: $0)) } + filter.otherNames).contains(folded)
        }
        guard let found else { return nil }
        self = found
    }

    private var otherNames: [String] {
        switch self {
        case .topic: ["subject"]
        case .kind: ["kind"]
        default: []
        }
    }

    /// Whether its value is one of a few.
    var isChosen: Bool { self == .kind || self == .status || self == .place }

    /// Whether its value may be written so.
    func accepts(_ value: String) -> Bool {
        switch self {
        case .kind: SoughtKind(typed: value) != nil
        case .status: SoughtStatus(typed: value) != nil
        case .place: SoughtPlace(typed: value) != nil
        case .before, .after: firstDay(typed: value) != nil
        case .author, .topic, .unanswered: false
        }
    }

    /// The filter that was meant by a name with one or two slips.
    static func near(_ name: String) -> SearchFilter? {
        let folded = fold(name)
        guard folded.utf8.count >= 4 else { return nil }
        return allCases.first { filter in
            slips(from: folded.utf8, to: fold(filter.name(in: .french)).utf8, limit: folded.utf8.count < 6 ? 1 : 2)
                != nil
        }
    }
}

/// A value that is chosen among a few, by any of its names.
package protocol SearchChoice: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
    /// Without accents, in lower case: the first one is what is written, in French without its accents.
    var names: [String] { get }
    /// As it is written after the colon.
    var written: String { get }
}

extension SearchChoice {
    /// As a reader of this language writes it.
    package func written(in language: Language) -> String { language == .french ? written : rawValue }

    init?(typed text: String) {
        let folded = fold(text).split { " -_".contains($0) }.joined(separator: " ")
        guard let found = Self.allCases.first(where: { $0.names.contains(folded) || $0.rawValue == folded }) else {
            return nil
        }
        self = found
    }
}

/// What a search may find: the six kinds of exchange, then people and what the community keeps.
package enum SoughtKind: String, SearchChoice {
    case question, idea, discussion, experience, information, clinicalCase = "case"
    case member, objective, need, meeting, decision, resource, announcement

    /// The kind of exchange; nil for what is none.
    package var exchange: Question.Kind? { Question.Kind(rawValue: rawValue) }
    package init(_ kind: Question.Kind) { self = SoughtKind(rawValue: kind.rawValue) ?? .question }

    package var written: String {
        switch self {
        case .question: "question"
        case .idea: "idée"
        case .discussion: "discussion"
        case .experience: "expérience"
        case .information: "information"
        case .clinicalCase: "cas"
        case .member: "membre"
        case .objective: "objectif"
        case .need: "besoin"
        case .meeting: "rencontre"
        case .decision: "décision"
        case .resource: "document"
        case .announcement: "annonce"
        }
    }

    package var names: [String] {
        let own = fold(written)
        let others: [String] =
            switch self {
            case .question: []
            case .idea: ["idea", "ideas"]
            case .discussion: []
            case .experience: ["rex", "retour", "retour d’experience", "retour d'experience", "retours d’experience"]
            case .information: ["info", "infos"]
            case .clinicalCase: ["case", "cases", "cas clinique"]
            case .member: ["personne", "personnes", "member", "members"]
            case .objective: ["objective", "objectives"]
            case .need: ["need", "needs"]
            case .meeting: ["reunion", "reunions", "meeting", "meetings"]
            case .decision: []
            case .resource: ["ressource", "ressources", "resource", "resources"]
            case .announcement: ["announcement", "announcements"]
            }
        return [own, own + "s"] + others
    }

    /// Those that are exchanges.
    package static let exchanges = Question.Kind.allCases.map { SoughtKind($0) }
}

/// Where an exchange stands.
package enum SoughtStatus: String, SearchChoice {
    case waiting, unanswered, answered, useful, resolved, applied, closed

    package var written: String {
        switch self {
        case .waiting: "en-attente"
        case .unanswered: "sans-réponse"
        case .answered: "répondue"
        case .useful: "utile"
        case .resolved: "résolue"
        case .applied: "appliquée"
        case .closed: "fermée"
        }
    }

    package var names: [String] {
        let own = fold(written).split(separator: "-").joined(separator: " ")
        let others: [String] =
            switch self {
            case .waiting: ["ouverte", "ouvertes", "ouvert", "waiting", "open"]
            case .unanswered: ["unanswered"]
            case .answered: ["repondues", "repondu", "avec reponse", "answered"]
            case .useful: ["utiles", "useful"]
            case .resolved: ["resolues", "resolu", "solution", "avec solution", "resolved", "solved"]
            case .applied: ["appliquees", "applique", "applied"]
            case .closed: ["fermees", "ferme", "close", "closes", "closed"]
            }
        return [own] + others
    }
}

/// Where in exchanges the words stand, or that they are looked for in every community of the reader.
package enum SoughtPlace: String, SearchChoice {
    case title, opening, replies, solution, everywhere

    package var written: String {
        switch self {
        case .title: "titre"
        case .opening: "question"
        case .replies: "réponses"
        case .solution: "solution"
        case .everywhere: "toutes"
        }
    }

    package var names: [String] {
        let others: [String] =
            switch self {
            case .title: ["titres", "title"]
            case .opening: ["questions", "message", "premier message"]
            case .replies: ["reponse", "replies", "reply"]
            case .solution: ["solutions"]
            case .everywhere: ["toutes les communautes", "communautes", "partout", "all", "everywhere"]
            }
        return [fold(written)] + others
    }
}

/// The first day of what somebody means by a date, whichever way it is written: "2026", "2026-03", "12/03/2026",
/// "mars 2026", "12 mars 2026", "jeudi 12/03/26".
package func firstDay(typed text: String) -> CivilDate? {
    var parts = fold(text).split { !($0.isLetter || $0.isNumber) }.map(String.init)
    if parts.count > 2, weekdays.contains(parts[0]) { parts.removeFirst() }
    guard (1...3).contains(parts.count) else { return nil }
    func number(_ part: String) -> Int? {
        let digits = part.hasSuffix("er") ? String(part.dropLast(2)) : part
        return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } && digits.utf8.count <= 4 ? Int(digits) : nil
    }
    func year(_ part: String) -> Int? { part.utf8.count == 4 ? number(part) : nil }
    func month(_ part: String) -> Int? { number(part) ?? monthNumber(part) }
    switch parts.count {
    case 1: return year(parts[0]).flatMap { CivilDate($0, 1, 1) }
    case 2:
        let (yearPart, monthPart) = year(parts[0]) == nil ? (parts[1], parts[0]) : (parts[0], parts[1])
        guard let year = year(yearPart), let month = month(monthPart) else { return nil }
        return CivilDate(year, month, 1)
    default:
        let (yearPart, dayPart) = year(parts[0]) == nil ? (parts[2], parts[0]) : (parts[0], parts[2])
        let short = yearPart.utf8.count == 2 ? number(yearPart).map { 2_000 + $0 } : nil
        guard let year = year(yearPart) ?? short, let month = month(parts[1]), let day = number(dayPart) else {
            return nil
        }
        return CivilDate(year, month, day)
    }
}

private let weekdays: Set<String> = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
]

/// "mars", "sept", "july": nil when it is no month, or could be two.
private func monthNumber(_ name: String) -> Int? {
    guard name.count >= 3 else { return nil }
    let french = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    ]
    let english = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    let found = Set((1...12).filter { french[$0 - 1].hasPrefix(name) || english[$0 - 1].hasPrefix(name) })
    return found.count == 1 ? found.first : nil
}
