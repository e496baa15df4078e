/// Civil names that an office makes a colleague’s.
extension Reading {
    /// Whether an office makes this named person a colleague: "notre cadre, Mme Lafitte", "Mme Lafitte, cadre de
    /// santé". Someone retired, or in a sentence about a patient, may be the patient.
    func isColleague(from title: Int, to end: Int) -> Bool {
        // One greets and thanks colleagues here.
        let isAddressed =
            self[title - 1].isWord(["bonjour", "bonsoir", "merci", "chere", "cher"])
            || isAt(title - 1) && self[title - 2].word == "merci"
            || self[title - 1].word == "de" && self[title - 2].isWord(Self.doneAtWork)
            || isInListOfColleagues(title)
        guard
            isAddressed || isIntroducedByFunction(title) || isFollowedByFunction(end) || isOfPair(endingAt: end),
            self[title - 1].word != "chez"
        else { return false }
        return !boundsOfSentence(title).contains(where: isFormer)
            && !sentence(of: title, has: { $0.traits.contains(.person) && !$0.traits.contains(.title) })
            && !isWithSuffering(end)
    }

    /// "Intervenants : Dr A. Roux, Mme C. Blanc".
    private func isInListOfColleagues(_ title: Int) -> Bool {
        let first = boundsOfSentence(title).lowerBound
        return self[first].isWord(Self.listsOfColleagues) && (first...first + 3).contains { self[$0].is(":") }
    }

    private static let listsOfColleagues: Set<String> = [
        "intervenants", "intervenantes", "intervenant", "auteurs", "auteur", "animateurs", "formateurs", "orateurs",
        "contacts", "membres", "participants", "participantes", "excuses", "presents", "redacteurs", "relecteurs",
        "pilotes", "referents", "organisateurs", "jury",
    ]

    /// "Mme Bernard et M. Petit, cadres".
    private func isOfPair(endingAt end: Int) -> Bool {
        guard self[end + 1].word == "et", self[end + 2].traits.contains(.title) else { return false }
        let start = self[end + 3].is(".") ? end + 4 : end + 3
        return endOfName(from: start, afterTitle: true).map(isFollowedByFunction) ?? false
    }

    /// Someone retired may be cared for; who takes their leave, or a good one, is still at work.
    private func isFormer(_ index: Int) -> Bool {
        self[index].isWord(["retraite", "retraitee", "ancien", "ancienne", "ex"])
            && !self[index - 1].isWord(["sa", "bonne", "ta", "votre"])
    }

    /// "la réunion de Mme Lafitte", "le message de M. Dumas".
    private static let doneAtWork: Set<String> = [
        "reunion", "message", "mail", "courriel", "formation", "atelier", "proposition", "presentation", "webinaire",
        "conference", "exposé", "expose", "remplacement", "remplacante", "bureau", "poste", "equipe", "article",
        "these",
        "memoire", "groupe", "comite", "service", "intervention",
    ]

    /// "notre cadre, Mme Lafitte", "l’assistante sociale du service, Mme Lafitte".
    private func isIntroducedByFunction(_ title: Int) -> Bool {
        var place = title - 1
        if self[place].is(",") || self[place].is("(") || self[place].is(":") { place -= 1 }
        var words = 0
        // "l’IDE a vu Mme Lafitte": past a verb, she is another.
        while words < 5, self[place].shape == .word, self[place].traits.isDisjoint(with: [.person, .title]),
            !self[place].traits.contains(.predicate) || self[place].isWord(["est", "en"])
        {
            if self[place].isWord(Self.functions), !isHelpGiven(place) {
                let before = self[place - 1]
                return before.isWord([
                    "la", "le", "notre", "votre", "une", "un", "nos", "cette", "ce", "par", "l", "et", "du", "au",
                ])
                    || before.is("’") || before.is("'") || startsSentence(place) || before.is(":") || before.is(",")
                    || before.is("(")
            }
            words += 1
            place -= 1
        }
        return false
    }

    /// "Aide au repas : Mme Lafitte" is what she is given, "l’aide-soignante, Mme Lafitte" a trade.
    private func isHelpGiven(_ index: Int) -> Bool {
        self[index].word == "aide" && !self[index + 1].is("-") && !self[index + 1].isWord(["soignante", "soignant"])
    }

    /// "Mme Lafitte, cadre de santé", "Mme Lafitte (l’assistante sociale)", "Mme Lafitte est notre diététicienne".
    private func isFollowedByFunction(_ end: Int) -> Bool {
        var place = end + 1
        let mark = self[place]
        guard
            mark.is(",") || mark.is("(") || mark.is("-") || mark.is("–") || mark.is(":") || mark.is("/")
                || mark.isWord(["est", "etait", "de", "du", "au"]) || mark.isWord(Self.functions)
        else { return false }
        if mark.shape == .mark || mark.isWord(["est", "etait", "de", "du", "au"]) { place += 1 }
        while place < end + 5,
            self[place].isWord(["la", "le", "l", "notre", "votre", "une", "un", "nos", "du", "des", "de", "service"])
                || self[place].is("’") || self[place].is("'")
        { place += 1 }
        if mark.word == "au" { return self[place].isWord(["biomedical", "magasin", "secretariat", "standard", "dim"]) }
        if mark.isWord(["de", "du"]) { return self[place].isWord(Self.offices) }
        return self[place].isWord(Self.functions) || mark.shape == .mark && self[place].isWord(Self.offices)
    }

    private static let offices: Set<String> = [
        "ars", "pui", "biomedical", "has", "dim", "drh", "dsi", "cpam", "msa", "carsat", "omedit", "cpias", "direction",
        "ehpad", "clan", "clin", "clud", "informatique", "laboratoire", "labo", "pharmacie", "cmp", "ssiad", "mdph",
        "urops", "iffsi", "ifsi", "qualite", "magasin", "lingerie",
        "secretariat", "maintenance", "technique", "securite", "restauration", "cuisine", "facturation", "admissions",
        "rh", "achats",
        "biomed", "hotellerie", "blanchisserie", "transport", "transports",
    ]

    static let functions: Set<String> = [
        "cadre", "directeur", "directrice", "infirmier", "infirmiere", "ide", "idec", "pharmacien", "pharmacienne",
        "medecin", "coordinateur", "coordinatrice", "secretaire", "assistante", "psychologue", "kine", "ergotherapeute",
        "dieteticienne", "qualiticienne", "qualiticien", "formateur", "formatrice", "hygieniste", "presidente",
        "president", "responsable", "gouvernante", "collegue", "assistant", "ergo", "orthophoniste", "brancardier",
        "ambulancier", "ambulanciere", "preparateur", "preparatrice", "ingenieur", "ingenieure", "technicien",
        "technicienne", "diététicien", "dieteticien", "aumonier", "benevole", "as", "ash", "ibode", "iade", "ipa",
        "sage", "manipulateur", "manipulatrice", "externe", "interne", "referent", "referente", "cheffe", "chef",
        "animatrice", "animateur", "formation", "juriste", "avocat", "avocate", "notaire", "mandataire", "socio",
        "educateur", "educatrice", "kinesitherapeute", "psychomotricien", "psychomotricienne", "podologue", "pedicure",
        "biologiste", "radiologue", "cardiologue", "geriatre", "neurologue", "psychiatre", "anesthesiste", "urgentiste",
        "chirurgien", "chirurgienne", "informaticien", "informaticienne", "lingere", "cuisinier", "cuisiniere",
        "adjoint", "adjointe", "directeurs", "infirmieres", "cadres", "aide", "auxiliaire", "stagiaire", "etudiant",
        "etudiante", "vaguemestre", "standardiste", "comptable", "gestionnaire", "conseiller", "conseillere",
        "representant", "representante", "delegue", "deleguee", "inspecteur", "inspectrice", "commercial",
        "commerciale",
        "fournisseur", "magasinier", "electricien", "plombier", "coordonnateur", "coordonnatrice", "puericultrice",
    ]
}
