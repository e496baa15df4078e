import Wording

/// The professions of DOMAIN §12.2: codes of the French register (G15), and our own words for the others.
///
/// A member says theirs in the form they use: "60f" is *infirmière*, "60m" *infirmier*, "60" leaves it unsaid.
package struct Profession: Sendable, Hashable {
    package let code: String
    private let feminine: String
    /// Nil where one word serves all.
    private let masculine: String?
    private let english: String
    private var form: Form = .unsaid

    private enum Form: String { case feminine = "f", masculine = "m", unsaid = "" }

    /// - Parameter code: with its form or without. Nil when it is none of ours.
    package init?(code: String?) {
        guard let code else { return nil }
        if let known = Self.byCode[code] {
            self = known
        } else if let known = Self.byCode[String(code.dropLast())], known.masculine != nil,
            let form = Form(rawValue: String(code.suffix(1)))
        {
            self = known
            self.form = form
        } else {
            return nil
        }
    }

    private init(_ code: String, _ feminine: String, _ masculine: String?, _ english: String) {
        (self.code, self.feminine, self.masculine, self.english) = (code, feminine, masculine, english)
    }

    /// Whether it is said in the feminine or in the masculine; nil when one word serves all, or when it is unsaid.
    package var isFeminine: Bool? {
        switch form {
        case .feminine: true
        case .masculine: false
        case .unsaid: nil
        }
    }

    /// As it is kept: the code and the form.
    package var stored: String { code + form.rawValue }

    /// As it stands on a card: "infirmière"; with both words when the form is unsaid.
    package func title(in language: Language) -> String {
        guard language == .french else { return english }
        guard let masculine else { return feminine }
        switch form {
        case .feminine: return feminine
        case .masculine: return masculine
        case .unsaid: return "\(feminine) ou \(masculine)"
        }
    }

    /// Every word for it, for whoever looks for one: in both genders and both languages.
    package var words: [String] { [feminine, masculine ?? "", english] }

    /// What a form offers: each word once.
    package static func choices(in language: Language) -> [(stored: String, title: String)] {
        all.flatMap { profession -> [(stored: String, title: String)] in
            guard language == .french, let masculine = profession.masculine else {
                return [(profession.code, profession.title(in: language))]
            }
            return [(profession.code + "f", profession.feminine), (profession.code + "m", masculine)]
        }
    }

    package static let all: [Profession] = [
        Profession("60", "infirmière", "infirmier", "nurse"),
        Profession("35", "aide-soignante", "aide-soignant", "care assistant"),
        Profession("10", "médecin", nil, "physician"),
        Profession("21", "pharmacienne", "pharmacien", "pharmacist"),
        Profession("38", "préparatrice en pharmacie", "préparateur en pharmacie", "pharmacy technician"),
        Profession(
            "39", "préparatrice en pharmacie hospitalière", "préparateur en pharmacie hospitalière",
            "hospital pharmacy technician"),
        Profession("50", "sage-femme", nil, "midwife"),
        Profession("70", "masseuse-kinésithérapeute", "masseur-kinésithérapeute", "physiotherapist"),
        Profession("94", "ergothérapeute", nil, "occupational therapist"),
        Profession("91", "orthophoniste", nil, "speech therapist"),
        Profession("95", "diététicienne", "diététicien", "dietitian"),
        Profession("93", "psychologue", nil, "psychologist"),
        Profession("96", "psychomotricienne", "psychomotricien", "psychomotor therapist"),
        Profession("69", "infirmière en psychiatrie", "infirmier en psychiatrie", "psychiatric nurse"),
        Profession("98", "manipulatrice en électroradiologie", "manipulateur en électroradiologie", "radiographer"),
        Profession("86", "technicienne de laboratoire", "technicien de laboratoire", "laboratory technician"),
        Profession("40", "chirurgienne-dentiste", "chirurgien-dentiste", "dentist"),
        Profession("31", "assistante dentaire", "assistant dentaire", "dental assistant"),
        Profession("80", "pédicure-podologue", nil, "podiatrist"),
        Profession("92", "orthoptiste", nil, "orthoptist"),
        Profession("26", "audioprothésiste", nil, "audiologist"),
        Profession("28", "opticienne-lunetière", "opticien-lunetier", "optician"),
        Profession("32", "physicienne médicale", "physicien médical", "medical physicist"),
        Profession("81", "orthoprothésiste", nil, "orthotist"),
        Profession("82", "podo-orthésiste", nil, "pedorthist"),
        Profession("83", "orthopédiste-orthésiste", nil, "orthopaedic fitter"),
        Profession("84", "oculariste", nil, "ocularist"),
        Profession("85", "épithésiste", nil, "anaplastologist"),
        Profession("36", "ambulancière", "ambulancier", "ambulance driver"),
        Profession("37", "auxiliaire de puériculture", nil, "childcare assistant"),
        Profession("cadre", "cadre de santé", nil, "ward manager"),
        Profession("ide-coordinateur", "infirmière coordinatrice", "infirmier coordinateur", "nurse coordinator"),
        Profession("qualiticien", "qualiticienne", "qualiticien", "quality manager"),
        Profession("gestionnaire-risques", "gestionnaire de risques", nil, "risk manager"),
        Profession("hygieniste", "hygiéniste", nil, "infection control practitioner"),
        Profession("secretaire", "secrétaire médicale", "secrétaire médical", "medical secretary"),
        Profession("travailleur-social", "travailleuse sociale", "travailleur social", "social worker"),
        Profession("ingenieur-biomedical", "ingénieure biomédicale", "ingénieur biomédical", "biomedical engineer"),
        Profession("etudiant", "étudiante", "étudiant", "student"),
        Profession("patient-partenaire", "patiente partenaire", "patient partenaire", "patient partner"),
        Profession("chercheur", "chercheuse", "chercheur", "researcher"),
        Profession("autre", "autre métier", nil, "another profession"),
    ]

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}
