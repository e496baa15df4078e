import Persistence
import Wording

extension Profession {
    /// From a cell: a code of ours, a word of the list in either form, or what services call it. Words in both genders,
    /// "infirmier(e)", leave the form unsaid. What is not known for sure is nothing: the page says so.
    package init?(listed text: String) {
        var text = fold(text)
        var isBoth = false
        if let slash = text.firstIndex(of: "/") {
            // "infirmier/ière" is one word twice, "infirmière/cadre" two trades.
            let (one, other) = (String(text[..<slash]), String(text[text.index(after: slash)...]))
            let isEnding = Self.endings.contains(other.trimmingWhitespace())
            guard let code = Self.find(Self.words(one)), isEnding || Self.find(Self.words(other)) == code else {
                return nil
            }
            (text, isBoth) = (one, true)
        }
        let plain = text.replacing(/[(·•.\-](?:iere|ere|trice|euse|ienne|ne|e)s?\)?s?(?=[\s,;)]|$)/, with: "")
        isBoth = isBoth || plain != text
        guard let stored = Self.find(Self.words(plain)), let found = Profession(code: stored) else { return nil }
        self.init(code: isBoth ? found.code : found.stored)
    }

    private static let endings = ["iere", "ere", "trice", "euse", "ienne", "ne", "e"]

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Whole, without what says when or by which diploma, then by the first words of a trade that takes any speciality.
    private static func find(_ words: [String]) -> String? {
        if let found = known(words) { return found }
        if words.joined(separator: " ").contains("cadre de sante") { return "cadre" }
        var short = words
        while let end = qualifiers.first(where: { short.count > $0.count && short.suffix($0.count) == $0[...] }) {
            short.removeLast(end.count)
            if let found = known(short) { return found }
        }
        return (1..<max(1, words.count)).reversed().lazy.map { Array(words.prefix($0)) }
            .first { leading.contains($0.joined()) || leading.contains(singular($0)) }.flatMap(known)
    }

    private static func known(_ words: [String]) -> String? {
        let key = words.joined()
        return key.isEmpty ? nil : byWord[key] ?? byWord[singular(words)]
    }

    /// Short words are initials, which have no plural: DRH, ASE, IDES.
    private static func singular(_ words: [String]) -> String {
        words.map { word in
            word.count > 4 && (word.hasSuffix("s") || word.hasSuffix("x")) ? String(word.dropLast()) : word
        }.joined()
    }

    private static let qualifiers: [[String]] = [
        ["de", "nuit"], ["de", "jour"], ["nuit"], ["jour"], ["diplome", "d", "etat"], ["diplomee", "d", "etat"],
        ["d", "etat"], ["de"], ["titulaire"], ["remplacant"], ["remplacante"], ["temps", "partiel"],
        ["temps", "plein"],
    ]

    /// Whatever follows them, they say the trade: "médecin urgentiste", "étudiante infirmière".
    private static let leading: Set<String> = [
        "medecin", "docteur", "dr", "interne", "infirmier", "infirmiere", "ide", "aidesoignant", "aidesoignante",
        "pharmacien", "pharmacienne", "kine", "kinesitherapeute", "masseurkinesitherapeute", "sagefemme", "psychologue",
        "dieteticien", "dieteticienne", "ergotherapeute", "orthophoniste", "etudiant", "etudiante", "eleve",
        "secretairemedicale",
    ]

    private static let byWord: [String: String] = {
        var words: [String: String] = [:]
        func add(_ word: String, _ code: String) { words[fold(word).filter { $0.isLetter || $0.isNumber }] = code }
        for language in [Language.english, .french] {
            for choice in choices(in: language) { add(choice.title, choice.stored) }
        }
        for profession in all { add(profession.code, profession.code) }
        let usual: [(String, [String])] = [
            ("60", ["ide", "iade", "ibode", "idel", "ipa"]),
            ("60f", ["infirmiere diplomee d’etat", "puericultrice", "infirmiere puericultrice"]),
            ("60m", ["infirmier diplome d’etat"]), ("35", ["as", "asd"]),
            ("10", ["dr", "docteur", "praticien hospitalier", "ph", "interne", "medecin generaliste", "mg"]),
            ("21", ["pharmacien hospitalier", "pharmacien d’officine"]), ("38", ["preparateur"]),
            ("50", ["sf", "sage femme", "maieuticien"]), ("70", ["kine", "kinesitherapeute", "mk"]),
            ("94", ["ergo"]), ("95", ["dieteticienne nutritionniste"]), ("93", ["psy"]),
            ("98", ["manip radio", "mer", "manipulateur radio"]),
            ("cadre", ["cadre", "cadre sup", "cadre superieur de sante", "cds", "faisant fonction de cadre"]),
            ("ide-coordinateur", ["idec", "infirmiere coordinatrice", "ide coordinatrice", "infirmier coordinateur"]),
            ("qualiticien", ["qualite", "responsable qualite", "ingenieur qualite"]),
            ("gestionnaire-risques", ["gestion des risques", "coordonnateur gestion des risques"]),
            ("hygieniste", ["eoh", "praticien hygieniste", "infirmiere hygieniste", "infirmier hygieniste"]),
            (
                "secretaire",
                ["secretaire", "ama", "assistante medico administrative", "assistant medico administratif"]
            ),
            (
                "travailleur-social",
                [
                    "assistante sociale", "assistant social", "assistante de service social",
                    "assistant de service social",
                ]
            ),
            ("etudiant", ["esi", "eleve", "eas"]),
        ]
        for (code, list) in usual { for word in list { add(word, code) } }
        return words
    }()
}
