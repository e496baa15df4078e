/// The professions of DOMAIN §12.2: codes of the French register (G15), and our own words for the others.
package struct Profession: Sendable, Hashable {
    package let code: String
    /// As the member's card says it, in lower case: "infirmier ou infirmière".
    package let french: String
    package let english: String

    package init?(code: String?) {
        guard let code, let known = Self.byCode[code] else { return nil }
        self = known
    }

    private init(_ code: String, _ french: String, _ english: String) {
        (self.code, self.french, self.english) = (code, french, english)
    }

    package static let all: [Profession] = [
        Profession("60", "infirmier, infirmière", "nurse"),
        Profession("35", "aide-soignant, aide-soignante", "care assistant"),
        Profession("10", "médecin", "physician"),
        Profession("21", "pharmacien, pharmacienne", "pharmacist"),
        Profession("38", "préparateur, préparatrice en pharmacie", "pharmacy technician"),
        Profession("50", "sage-femme", "midwife"),
        Profession("70", "masseur-kinésithérapeute", "physiotherapist"),
        Profession("94", "ergothérapeute", "occupational therapist"),
        Profession("91", "orthophoniste", "speech therapist"),
        Profession("95", "diététicien, diététicienne", "dietitian"),
        Profession("93", "psychologue", "psychologist"),
        Profession("96", "psychomotricien, psychomotricienne", "psychomotor therapist"),
        Profession("69", "infirmier, infirmière en psychiatrie", "psychiatric nurse"),
        Profession("98", "manipulateur, manipulatrice en électroradiologie", "radiographer"),
        Profession("86", "technicien, technicienne de laboratoire", "laboratory technician"),
        Profession("40", "chirurgien-dentiste", "dentist"),
        Profession("31", "assistant, assistante dentaire", "dental assistant"),
        Profession("80", "pédicure-podologue", "podiatrist"),
        Profession("92", "orthoptiste", "orthoptist"),
        Profession("26", "audioprothésiste", "audiologist"),
        Profession("28", "opticien-lunetier, opticienne-lunetière", "optician"),
        Profession("32", "physicien médical, physicienne médicale", "medical physicist"),
        Profession("81", "orthoprothésiste", "orthotist"),
        Profession("82", "podo-orthésiste", "pedorthist"),
        Profession("83", "orthopédiste-orthésiste", "orthopaedic fitter"),
        Profession("84", "oculariste", "ocularist"),
        Profession("85", "épithésiste", "anaplastologist"),
        Profession("36", "ambulancier, ambulancière", "ambulance driver"),
        Profession("37", "auxiliaire de puériculture", "childcare assistant"),
        Profession("cadre", "cadre de santé", "ward manager"),
        Profession("ide-coordinateur", "infirmier coordinateur, infirmière coordinatrice", "nurse coordinator"),
        Profession("qualiticien", "qualiticien, qualiticienne", "quality manager"),
        Profession("gestionnaire-risques", "gestionnaire de risques", "risk manager"),
        Profession("hygieniste", "hygiéniste", "infection control practitioner"),
        Profession("secretaire", "secrétaire médical, secrétaire médicale", "medical secretary"),
        Profession("travailleur-social", "travailleur social, travailleuse sociale", "social worker"),
        Profession("ingenieur-biomedical", "ingénieur biomédical, ingénieure biomédicale", "biomedical engineer"),
        Profession("etudiant", "étudiant, étudiante", "student"),
        Profession("patient-partenaire", "patient partenaire, patiente partenaire", "patient partner"),
        Profession("chercheur", "chercheur, chercheuse", "researcher"),
        Profession("autre", "autre métier", "another profession"),
    ]

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}
