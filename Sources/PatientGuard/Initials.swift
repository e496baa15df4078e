extension Reading {
    /// Q7: "Mme L.", "patient D.", "M. A. B.", "Mme de L.".
    func initials(at index: Int) -> Passage? {
        let noun = self[index]
        let isTitle = noun.traits.contains(.title)
        guard isTitle || noun.isWord(Self.namedByInitials) else { return nil }
        var place = index + 1
        if isTitle, self[place].is("."), noun.word.utf8.count <= 3 { place += 1 }
        if self[place].is("«") || self[place].is("\"") || self[place].is("“") { place += 1 }
        if isTitle, self[place].isWord(["de", "du", "le", "la"]), isInitial(place + 1), self[place + 2].is(".") {
            place += 1
        }
        // "Patient : R."
        if !isTitle, self[place].is(":"), isInitial(place + 1), self[place + 2].is("."), !self[place + 1].startsLine {
            place += 1
        }
        if !isTitle, let pair = pairOfInitials(after: index) { return pair }
        guard isInitial(place) || isTitle && isSmallInitial(place), !self[place].startsLine,
            self[place].start > self[place - 1].end || self[place - 1].is(".")
        else {
            return nil
        }
        // "Mme A. Roy" is a whole name, which is found as such or a colleague's.
        if isTitle, self[place + 1].is("."), isNamePart(place + 2), !self[place + 2].startsLine,
            self[place + 2].traits.isEmpty, isColleague(from: index, to: place + 2)
        {
            return nil
        }
        // An anonymous stand-in, a vitamin, a hepatitis or a germ is nobody.
        let isFirstOfSeveral = self[place + 1].is(".") && isGlued(place + 1) && isInitial(place + 2)
        var hasDot = self[place + 1].is(".") && isGlued(place + 1)
        // "M-L T."
        if !hasDot, self[place + 1].is("-"), isInitial(place + 2) {
            hasDot = self[place + 3].is(".") || isInitial(place + 3) && self[place + 4].is(".")
        }
        if self[place].isWord(["x", "y", "z"]), !isFirstOfSeveral {
            // "Mme X. a refusé" hides a name, "Mme X et M. Y, comme dans le manuel" nobody's.
            let isApposed =
                self[place + 2].is(",")
                && sentence(of: index) { $0.traits.contains(.person) && !$0.traits.contains(.title) }
            guard hasDot, isTitle, isApposed || factFollows(place + 1) || self[place + 2].traits.contains(.predicate)
            else { return nil }
        }
        if noun.word == "m", !self[index + 1].is("."), !hasDot {
            guard startsSentence(index), self[place + 1].traits.contains(.predicate) else { return nil }
        }
        if !isTitle, !hasDot {
            // "La patiente R pleure", not "patient A et patient B" nor "malade C positif".
            // "Patient H, 45 ans".
            let isAged = startsSentence(index) && !self[place].isWord(["a", "b", "c"]) && factFollows(place)
            // "pte K, démence sévère".
            let isHead =
                startsSentence(index) && self[place + 1].is(",")
                && (noun.isWord(["pt", "pte"]) || !self[place].isWord(["a", "b", "c"]))
            guard
                isAged || isHead
                    || self[index - 1].isWord(["le", "la", "notre"]) && self[place + 1].traits.contains(.predicate)
                        && !self[place].isWord(["a", "y"])
            else { return nil }
        }
        if hasDot, self[place + 2].isWord(["coli", "difficile", "albicans", "aureus", "pneumoniae", "pylori"]) {
            return nil
        }
        var end = hasDot && self[place + 1].is(".") ? place + 1 : place
        var letters = 1
        while letters < 4,
            isInitial(end + 1) && !self[end + 1].startsLine && self[end + 1].word != "a"
                || (isInitial(end + 1) && (isGlued(end + 1) || self[end + 2].is(".")))
                || (self[end + 1].is("-") && isGlued(end + 1) && isInitial(end + 2))
        {
            letters += 1
            end += self[end + 1].is("-") ? 2 : 1
            if self[end + 1].is("."), isGlued(end + 1) { end += 1 }
        }
        // The dot of an initial that ends the sentence is the sentence's.
        if self[end].is("."), closesSentence(after: end) { end -= 1 }
        let isFeminine = noun.traits.contains(.feminine) || noun.word.hasSuffix("e")
        return passage(.initials, noun.start, self[end].end, isFeminine ? "la patiente" : "le patient")
    }

    /// "Pt JM, chambre 12": two capitals that are no disease.
    private func pairOfInitials(after noun: Int) -> Passage? {
        let pair = self[noun + 1]
        let next = self[noun + 2]
        guard pair.isAllCapitals, pair.length == 2, pair.traits.isEmpty, !self[noun].isAllCapitals,
            !pair.isWord(Self.shortDiseases),
            next.is(",") || next.is("(") || next.traits.contains(.room) || next.is(".") && isInitial(noun + 3)
        else { return nil }
        // "Patient JP.M."
        let end = next.is(".") ? withDot(noun + 3) : noun + 1
        return passage(
            .initials, self[noun].start, self[end].end, patient(feminine: self[noun].word.hasSuffix("e")))
    }

    private static let shortDiseases: Set<String> = [
        "bk", "dt", "ir", "ic", "fa", "ht", "ci", "ep", "pr", "hm", "ca", "bp", "ai", "ok", "ko", "ts", "vi", "ii",
        "iv", "ph",
    ]

    /// "madame l. a refusé": a letter in lower case and its full stop, before a verb.
    private func isSmallInitial(_ index: Int) -> Bool {
        guard self[index].shape == .word, self[index].length == 1 else { return false }
        // "mme c : chute", "mr d lit 3".
        if self[index - 1].length > 1, self[index - 1].length < 5, !self[index + 1].is("."),
            !self[index].isWord(["a", "y", "n", "s", "l"])
        {
            let next = self[index + 1]
            return !isGlued(index + 1) && next.traits.contains(.predicate) || next.is(":") || next.is(",")
                || next.traits.contains(.room) || next.is("(")
        }
        // "mme r. césa": who writes titles without capitals writes initials so too.
        if self[index - 1].length > 1, self[index - 1].length < 5, !self[index - 1].isCapitalised, isGlued(index + 1),
            !isGlued(index + 2)
        {
            return true
        }
        return self[index + 1].is(".") && isGlued(index + 1) && !isGlued(index + 2)
            && self[index + 2].traits.contains(.predicate) && !self[index + 2].isCapitalised
    }

    /// Q7: "J.D., 82 ans", "HK, 71 ans", without a title, before what only a patient has.
    func bareInitials(at index: Int) -> Passage? {
        var end = index
        if self[index].length == 1 {
            guard !isGlued(index) || self[index - 1].is("("), self[index + 1].is("."), isGlued(index + 1) else {
                return nil
            }
            var letters = 1
            end = index + 1
            if self[end + 1].is("-"), isGlued(end + 1), isGlued(end + 2) { end += 1 }
            while letters < 4, self[end + 1].length == 1, self[end + 1].isAllCapitals, isGlued(end + 1) || letters == 1,
                self[end + 2].is("."), isGlued(end + 2)
            {
                letters += 1
                end += 2
                // "J.-P. D."
                if self[end + 1].is("-"), isGlued(end + 1), isGlued(end + 2) { end += 1 }
            }
            if letters == 1 { return nameAfterInitial(at: index) }
        } else {
            guard !self[index].traits.contains(.room), !self[index].isWord(["as", "ih", "sf", "ts", "mk", "dr", "pr"]),
                self[index + 1].is(",") || self[index + 1].is("("), self[index + 2].shape == .number,
                self[index + 3].isWord(["ans"]), !isGlued(index)
            else { return nil }
        }
        guard !self[index - 1].traits.contains(.title), !self[index - 1].isWord(Self.namedByInitials), factFollows(end)
        else { return nil }
        return passage(.initials, self[index].start, self[end].end, "une personne")
    }

    /// S4: "P. Laffargue, ch. 12", where an author has no room and no age.
    private func nameAfterInitial(at index: Int) -> Passage? {
        guard isNamePart(index + 2), self[index + 2].traits.isSubset(of: [.firstName, .feminine]),
            !self[index + 2].startsLine, !self[index - 1].traits.contains(.title),
            !self[index - 1].isWord(["dr", "pr"]), !self[index - 1].is("."), factFollows(index + 2)
        else { return nil }
        return passage(.civilName, self[index].start, self[index + 2].end, "une personne", sure: false)
    }

    /// S4 or Q7: "Josette B.", a first name and an initial. Of colleagues too one writes so: it points at a patient
    /// only where the sentence tells what befalls one.
    func firstNameWithInitial(at index: Int, members: [MemberName]) -> Passage? {
        let first = self[index]
        guard first.isCapitalised, isInitial(index + 1), self[index + 2].is("."), isGlued(index + 2),
            !self[index + 1].startsLine, !self[index - 1].traits.contains(.title),
            !isGlued(index + 3) || self[index + 3].shape == .mark,
            !self[index - 1].isWord(["dr", "docteur", "pr", "professeur"]), !isAmongAuthors(index)
        else { return nil }
        let named = members.contains { $0.isNamed(by: first.word, initial: self[index + 1].word) }
        if named || sentence(of: index, has: { $0.isWord(Self.trades) }) { return nil }
        let isTold =
            isAboutPatient(index) || isWithCareEvent(index) || isWithSuffering(index + 2)
            || self[index - 1].word == "de" && self[index - 2].word == "agit"
            || precedes(index + 2, within: 8, Self.sufferings) && isSubject(index)
            || self[index + 3].traits.contains(.predicate) && isSubject(index)
                && !sentence(of: index, has: { $0.isWord(Self.sharing) })
        let end = closesSentence(after: index + 2) ? index + 1 : index + 2
        let patient = first.traits.contains(.feminine) ? "la patiente" : "le patient"
        return passage(isTold ? .civilName : .initials, first.start, self[end].end, patient, sure: false)
    }

    /// "Roux J, Martin L.": a reference's authors.
    private func isAmongAuthors(_ index: Int) -> Bool {
        if self[index - 1].is(","), isInitial(index - 2), self[index - 3].isCapitalised { return true }
        // "Selon Bernard P. et Colin M. (2017)".
        return follows(index, within: 5, ["selon", "apres", "cf", "voir", "par"])
            || (index..<index + 9).contains {
                self[$0].is("(") && self[$0 + 1].length == 4 && isYear(self[$0 + 1].value) && self[$0 + 2].is(")")
            }
    }

    /// Whether what follows is what a patient does or undergoes: "a chuté", "ne dort plus", "est hospitalisée".
    func isWithSuffering(_ end: Int) -> Bool {
        var place = end + 1
        var helpers = 0
        while helpers < 4, self[place].isWord(Self.helpers) || self[place].is("’") || self[place].is("'") {
            helpers += 1
            place += 1
        }
        return self[place].isWord(Self.sufferings)
    }

    /// Whether what follows befalls people only: a server too is "tombé en panne", a program refuses.
    func isBefallen(_ end: Int) -> Bool {
        var place = end + 1
        while place < end + 5, self[place].isWord(Self.helpers) || self[place].is("’") || self[place].is("'") {
            place += 1
        }
        // "Fiche chute", "Protocole fugue": a noun needs a verb before it.
        if place == end + 1, self[place].isWord(Self.nounsOfSuffering) { return false }
        return self[place].isWord(Self.humanSufferings) && self[place + 1].word != "en"
    }

    private static let nounsOfSuffering: Set<String> = [
        "chute", "fugue", "tombe", "malaise", "avc", "oap", "fausse", "suicide", "urine", "delire", "opere", "crie",
    ]

    private static let humanSufferings: Set<String> = [
        "chute", "chuter", "tombe", "tombee", "fugue", "vomit", "vomi", "desature", "deambule", "tousse", "convulse",
        "delire", "hallucine", "dort", "dormi", "crie", "hurle", "decede", "decedee", "hospitalise", "hospitalisee",
        "mange", "pleure", "urine", "fausse", "malaise", "avc", "oap", "opere", "operee", "desorientee", "alitee",
        "griffe",
        "mordu", "crache", "gemit", "somnole", "maigri", "accouche", "suicide", "scarifie", "scarifiee", "perfuse",
        "perfusee",
    ]

    private static let helpers: Set<String> = [
        "a", "est", "etait", "avait", "ne", "n", "s", "se", "ete", "y", "encore", "qui", "toujours", "sera", "ait",
        "deja", "re", "vient", "d", "de", "etre", "fait", "une", "un", "pas", "rien", "bien", "tres", "mal", "peu",
    ]

    static let sufferings: Set<String> = [
        "chute", "chuter", "tombe", "tombee", "tombait", "fugue", "fuguer", "vomit", "vomi", "desature", "deambule",
        "saigne", "tousse", "convulse", "delire", "hallucine", "decompense", "maigrit", "maigri", "dort", "dormi",
        "meurt", "mort", "morte", "crie", "hurle", "decede", "decedee", "hospitalise", "hospitalisee", "admis",
        "admise",
        "opere", "operee", "transfuse", "transfusee", "sonde", "sondee", "perfuse", "perfusee", "intube", "intubee",
        "extube", "extubee", "transfere", "transferee", "mute", "mutee", "arrache", "mange", "boit", "pleure",
        "souffre",
        "urine", "deglutit", "desorientee", "desoriente", "confus", "confuse", "agite", "agitee", "alitee", "alite",
        "constipe", "constipee", "febrile", "dyspneique", "algique", "gemit", "refuse", "mord", "mordu", "frappe",
        "griffe",
        "sort", "sortie", "sorti", "rehospitalise", "rehospitalisee", "fievre", "sature", "grabataire", "perd", "perdu",
        "deteriore", "aggrave", "respire", "marche", "avale", "accouche", "accouchee", "accoucher", "levee", "leve",
        "recu", "dechire", "cache", "avale", "reclame", "ingere", "brule", "brulee", "gifle", "insulte", "crache",
        "retire",
        "enleve", "debranche", "deperfuse", "somnole", "supporte", "sonne", "deambule", "reperfuse", "reperfusee",
        "soigne", "soignee", "eteint", "sent", "fausse", "fausses", "malaise", "crise", "avc", "convulsion",
        "infarctus", "oap",
        "suicide", "scarifie", "scarifiee", "isole", "isolee", "contenu", "contenue", "attachee",
    ]

    /// Words of those who work together.
    static let sharing: Set<String> = [
        "partage", "grille", "outil", "outils", "protocole", "fiche", "document", "lien", "reponse", "groupe",
        "question",
        "formation", "atelier", "message", "affiche", "service", "ecrit", "publie", "decrit", "repondu", "envoie",
        "envoye",
        "recrute", "recruter", "nuits", "planning", "conge", "conges", "modele", "procedure", "enquete", "visio",
        "compte", "rendu", "article", "dossier", "idee", "exemple", "etude",
        "anime", "cree", "prepare", "remercie", "sondage", "audit", "tableau", "logiciel", "liste", "communaute",
    ]

    static let trades: Set<String> = [
        "ide", "idec", "as", "ash", "infirmiere", "infirmier", "cadre", "medecin", "interne", "externe", "pharmacienne",
        "pharmacien", "kine", "psychologue", "secretaire", "merci", "anime", "animera", "presente", "presentera",
        "collegue", "collegues", "equipe", "directrice", "directeur", "ergotherapeute", "dieteticienne", "formatrice",
        "formateur", "cordialement", "auteur", "bravo", "reunion", "etudiante", "aumonier", "benevole", "assistante",
        "redige", "relu", "relecture", "valide", "par", "orthophoniste", "sage", "preparatrice", "preparateur",
        "bonjour", "propose", "demande",
    ]

    private static let namedByInitials: Set<String> = [
        "patient", "patiente", "resident", "residente", "dame", "homme", "femme", "enfant", "malade", "monsieur",
        "madame",
        "garcon", "fille", "petit", "petite", "pt", "pte", "bebe", "ado", "adolescent", "adolescente", "jeune",
        "nourrisson",
    ]

    func closesSentence(after dot: Int) -> Bool {
        let next = self[dot + 1]
        return next.shape == .nothing || next.startsLine || (next.isCapitalised && next.length > 1)
    }

    /// "Mme HK": two capitals, or more without a vowel, are initials rather than a name.
    func areInitials(_ index: Int) -> Bool {
        let token = self[index]
        guard token.isAllCapitals, token.length <= 4 else { return false }
        return token.length == 2 || !token.word.contains { "aeiouy".contains($0) }
    }

    func isInitial(_ index: Int) -> Bool {
        let token = self[index]
        guard token.shape == .word, token.length == 1, token.isCapitalised else { return false }
        let next = self[index + 1]
        guard isGlued(index + 1) else { return true }
        return next.shape == .mark && !next.is("'") && !next.is("’") && !next.is("/") && !next.is("+")
            && !(next.is("-") && self[index + 2].shape != .word)
    }
}
