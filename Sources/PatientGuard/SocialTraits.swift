extension Reading {
    /// Q5: a function or a kinship that a whole village knows.
    func socialTrait(at index: Int) -> Passage? {
        let word = self[index]
        if word.traits.contains(.social) {
            if word.word == "adjoint" {
                guard self[index + 1].isWord(["au"]), self[index + 2].word == "maire" else { return nil }
                return passage(.socialTrait, word.start, self[index + 2].end, "")
            }
            if let known = knownFigure(at: index) { return known.isPerson ? trait(from: index, to: known.last) : nil }
            // "Madame la députée" is addressed, not cared for.
            let isAddressed =
                self[index - 1].isWord(["le", "la"])
                && (self[index - 2].traits.contains(.title) || self[index - 2].is(".") && self[index - 3].word == "m")
            return isAddressed ? nil : trait(from: index, to: index)
        }
        if word.traits.contains(.former) {
            var place = index + 1
            if self[place].is("-") { place += 1 }
            if self[place].word == "grand" || self[place].word == "grande" || self[place].word == "celebre" {
                place += 1
            }
            return self[place].isWord(Self.knownFormer)
                || self[place].traits.contains(.localTrade) && endOfFame(place) != place
                ? trait(from: index, to: place) : nil
        }
        if !word.traits.contains(.kin) {
            if let known = knownFigure(at: index) { return known.isPerson ? trait(from: index, to: known.last) : nil }
            if word.isWord(["pasteur", "diacre", "carmelite"]), !word.isCapitalised {
                return trait(from: index, to: index)
            }
            // "le facteur du village": a trade that has one bearer there.
            if self[index].isWord(Self.artists), self[index + 1].isWord(Self.known) {
                return trait(from: index, to: index + 1)
            }
            let end = endOfFame(index)
            return end != index && !self[end].isWord(["france", "europe", "monde", "region", "departement", "hopital"])
                ? trait(from: index, to: index) : nil
        }
        guard self[index + 1].isWord(["de", "du", "d", "des"]) else { return nil }
        var place = index + 2
        while self[place].isWord(["la", "l", "notre", "un", "une", "ancien", "ancienne"]) || self[place].is("'")
            || self[place].is("’")
        { place += 1 }
        let relative = self[place]
        guard relative.shape == .word, relative.traits.isDisjoint(with: [.person, .title, .numeral, .weekday]),
            !relative.isWord(Self.nobodyKnown), !relative.traits.contains(.firstName) || !relative.isCapitalised,
            word.isWord(Self.closeKin) || relative.isWord(Self.knownToAll)
        else { return nil }
        return trait(from: index, to: place)
    }

    /// The trait with the place or the sport that it is told of: "institutrice du village", "champion de rugby". After
    /// an article it leaves "une personne", elsewhere nothing.
    private func trait(from first: Int, to last: Int) -> Passage {
        // "champion de France de boxe".
        let end = endOfFame(endOfFame(last))
        let hasArticle =
            self[first - 1].isWord(["le", "la", "l", "un", "une", "du", "au", "notre"])
            || (self[first - 1].is("’") || self[first - 1].is("'")) && self[first - 2].word == "l"
        let isOfMan =
            self[first - 1].isWord(["le", "un", "du", "au"])
            || !self[first - 1].isWord(["la", "une"]) && !self[first].word.hasSuffix("e")
        // "est maire de son village" needs something to be.
        if self[first - 1].isWord(["est", "etait", "fut"]) {
            return passage(.socialTrait, self[first].start, self[end].end, "quelqu’un de connu")
        }
        // "petite-fille", "belle-mère".
        var first = first
        while self[first - 1].is("-"), isGlued(first), isGlued(first - 1), self[first - 2].shape == .word { first -= 2 }
        return passage(
            .socialTrait, self[first].start, self[end].end,
            hasArticle ? (isOfMan ? "quelqu’un" : "une personne") : "")
    }

    private static let artists: Set<String> = [
        "chanteur", "chanteuse", "acteur", "actrice", "comedien", "comedienne", "footballeur", "footballeuse",
        "rugbyman",
        "influenceur", "influenceuse", "ecrivain", "romanciere", "joueur", "joueuse",
    ]

    private static let known: Set<String> = [
        "connu", "connue", "celebre", "professionnel", "professionnelle", "international", "internationale", "local",
        "locale",
    ]

    /// The end of "du village", "de l’école", "du club de rugby" after this word, or the word itself. A village that
    /// bears its name is a place of its own.
    private func endOfFame(_ last: Int) -> Int {
        guard self[last + 1].isWord(["de", "du", "d", "des"]) else { return last }
        var place = last + 2
        while self[place].is("’") || self[place].is("'")
            || self[place].isWord(["la", "l", "notre", "son", "sa", "petit", "petite"])
        { place += 1 }
        guard self[place].isWord(Self.fame),
            !(self[place].traits.contains(.institution) && namedPlace(at: place) != nil)
        else { return last }
        if self[place].isWord(["club", "comite", "association", "equipe"]), self[place + 1].isWord(["de", "des", "d"]),
            self[place + 2].shape == .word,
            self[place + 2].isWord(Self.fame) || self[place + 2].isWord(["pelote", "fetes", "parents", "chasse"])
        {
            return place + 2
        }
        return place
    }

    /// Figures that not every bearer of the word is: a town's councillor, a champion of something, the oldest of a
    /// village.
    private func knownFigure(at index: Int) -> (last: Int, isPerson: Bool)? {
        let word = self[index]
        switch word.word {
        case "elu", "elue":
            return (index + 1, self[index + 1].isWord(["municipal", "municipale", "local", "locale", "departemental"]))
        case "conseiller", "conseillere":
            return (
                index + 1,
                self[index + 1].isWord([
                    "municipal", "municipale", "departemental", "departementale", "regional", "regionale",
                ])
            )
        case "doyen", "doyenne":
            let end = endOfFame(index)
            let isOfFaculty = self[index + 2].isWord(["la", "l"]) && self[index + 3].isWord(["faculte", "ufr"])
            return (index, !isOfFaculty && (end != index || self[index + 1].isWord(["du", "de", "des"])))
        case "sous":
            guard self[index + 1].is("-"), self[index + 2].isWord(["prefet", "prefete"]) else { return (index, false) }
            return (index + 2, true)
        case "champion", "championne", "medaille", "medaillee", "vainqueur":
            let isTitled = self[index + 1].isWord(["olympique", "paralympique"]) || self[index - 1].isWord(["vice"])
            return (
                self[index + 1].isWord(["olympique", "paralympique"]) ? index + 1 : index,
                endOfFame(index) != index || isTitled
            )
        case "joueur", "joueuse":
            var place = index + 1
            guard self[place].isWord(["de", "du", "d"]) else { return (index, false) }
            place += 1
            while self[place].isWord(["l", "la"]) || self[place].is("’") || self[place].is("'") { place += 1 }
            let isOfClub = self[place].isCapitalised || self[place].isWord(Self.fame)
            return (place, isOfClub || self[index + 1].word == "professionnel")
        case "religieuse", "moine", "moniale", "abbe", "eveque", "chanoine", "torero", "matador":
            return (index, !self[index].isCapitalised || startsSentence(index))
        default: return nil
        }
    }

    private static let fame: Set<String> = [
        "ecole", "college", "lycee", "mairie", "paroisse", "poste", "club", "comite", "coin", "cinema", "theatre",
        "bar",
        "cafe", "camping", "supermarche", "casino", "chateau", "association", "equipe", "gendarmerie", "hameau", "ile",
        "vallee", "pays", "pelote", "handball", "basket", "voile", "surf", "petanque", "gymnastique", "equitation",
        "marathon", "motocross", "patinage", "orchestre", "chorale", "chasse", "caserne", "francais", "presbytere",
        "village", "bourg", "quartier", "canton", "commune", "ville", "region", "departement", "france", "monde",
        "europe",
        "rugby", "football", "foot", "natation", "boxe", "judo", "tennis", "cyclisme", "ski", "athletisme", "escrime",
    ]

    /// Kin of whom any function says who they are; of a mother or a brother, only a known one does ("mère de famille").
    private static let closeKin: Set<String> = [
        "fille", "fils", "epouse", "epoux", "conjoint", "conjointe", "veuve", "veuf", "gendre", "neveu", "niece",
    ]

    private static let knownToAll: Set<String> = [
        "maire", "mairesse", "notaire", "boulanger", "boulangere", "boucher", "bouchere", "pharmacien", "pharmacienne",
        "cure", "instituteur", "institutrice", "garagiste", "depute", "deputee", "senateur", "senatrice", "gendarme",
        "medecin", "docteur", "footballeur", "chanteur", "chanteuse", "acteur", "actrice", "ministre", "prefet",
        "champion", "championne", "facteur", "factrice", "epicier", "epiciere", "coiffeur", "coiffeuse", "president",
        "presidente", "directeur", "directrice", "veterinaire", "dentiste", "imam", "pasteur", "rabbin", "pompier",
        "policier", "juge", "avocat", "avocate", "buraliste", "fleuriste", "chatelain", "chatelaine", "comte",
        "comtesse", "adjoint", "adjointe", "procureur", "procureure", "proviseur", "eveque", "conseiller",
        "conseillere",
        "patron", "patronne", "commandant", "colonel", "general", "journaliste", "ecrivain", "peintre", "chirurgien",
        "chirurgienne", "infirmiere", "professeur", "proprietaire", "gerant", "gerante", "cafetier", "restaurateur",
        "entraineur", "joueur", "joueuse", "doyen", "torero", "ambassadeur", "milliardaire", "chef", "commissaire",
    ]

    private static let knownFormer: Set<String> = [
        "champion", "championne", "maire", "ministre", "depute", "deputee", "senateur", "senatrice", "joueur",
        "joueuse",
        "boxeur", "footballeur", "cycliste", "chanteur", "chanteuse", "acteur", "actrice", "comedien", "comedienne",
        "instituteur", "institutrice", "notaire", "gendarme", "cure", "pharmacien", "boulanger", "boulangere", "prefet",
        "magistrat", "resistant", "resistante", "deporte", "deportee", "prefete", "directeur", "directrice", "pilote",
        "rugbyman", "athlete", "miss", "president", "presidente", "militaire", "legionnaire", "torero", "mannequin",
        "danseur", "danseuse", "nageur", "nageuse", "skieur", "skieuse", "coureur", "coureuse", "jockey", "catcheur",
        "vedette", "star", "animateur", "animatrice", "presentateur", "presentatrice", "ecrivain", "romancier",
        "romanciere", "ambassadeur", "consul", "colonel", "commandant", "procureur", "evadee", "espion", "astronaute",
        "veterinaire", "garagiste", "facteur", "factrice", "postiere", "boucher", "bouchere", "epicier", "epiciere",
        "proviseur", "sacristain", "religieuse", "pretre", "moine", "abbe", "conseiller", "conseillere", "navigateur",
        "navigatrice", "alpiniste", "handballeur", "handballeuse", "basketteur", "basketteuse", "gymnaste", "cavalier",
        "cavaliere", "trapeziste", "clown", "chef", "commissaire", "policier", "juge", "medecin", "chirurgien",
    ]

    private static let nobodyKnown: Set<String> = [
        "salle", "vie", "cette", "ce", "mon", "ma", "son", "sa", "leur", "joie", "bonne", "jeune", "famille", "meme",
        "plus",
        "moins", "celui", "celle", "troisieme", "deuxieme", "parents", "couple", "personne", "personnes",
        "substitution",
        "suture", "fer", "soie", "nylon", "traction", "lin", "pays", "mere", "pere", "mille",
    ]

    /// Q6: what the local paper told.
    func rareEvent(at index: Int) -> Passage? {
        let word = self[index]
        let before = self[index - 1]
        switch word.word {
        case "cas":
            if self[index + 1].isWord(["rarissime", "unique"]) {
                return passage(.rareEvent, word.start, self[index + 1].end, "situation peu fréquente")
            }
            if before.shape == .number || before.traits.contains(.numeral), before.value < 21,
                self[index + 1].isWord(["en", "au"]),
                self[index + 2].isWord(["france", "europe", "monde", "aquitaine"])
            {
                return passage(.rareEvent, before.start, self[index + 2].end, "situations peu fréquentes")
            }
            if before.shape == .number || before.traits.contains(.numeral), before.value < 21,
                self[index + 1].isWord(["connus", "decrits", "recenses", "rapportes", "publies"]),
                self[index + 2].isWord(["en", "au", "dans", "a"]), !isAboutThing(index)
            {
                return passage(.rareEvent, before.start, self[index + 3].end, "situations peu fréquentes")
            }
            if before.word == "er", self[index - 2].value == 1, precedes(index, within: 8, Self.territories) {
                return passage(.rareEvent, self[index - 2].start, word.end, "une situation peu fréquente")
            }
            guard before.isWord(["seul", "premier", "unique"]) else { return nil }
            if self[index + 1].isWord(["clinique", "pratique", "figure", "d", "ou"]) { return nil }
            return passage(.rareEvent, before.start, word.end, "une situation peu fréquente")
        case "fait", "faits":
            guard self[index + 1].isWord(["divers"]) else { return nil }
            return passage(.rareEvent, word.start, self[index + 1].end, "un événement")
        case "mondiale":
            guard before.isWord(["premiere"]) else { return nil }
            return passage(.rareEvent, before.start, word.end, "une situation peu fréquente")
        case "otage", "otages":
            let start = before.is("’") || before.is("'") ? index - 3 : index - 2
            if self[start].word == "prise" { return passage(.rareEvent, self[start].start, word.end, "un événement") }
            guard word.word == "otage", isAboutOnePatient(index) else { return nil }
            return passage(.rareEvent, word.start, word.end, "victime")
        case "presse" where before.word == "la" && precedes(index, within: 2, Self.told):
            let start = self[index - 2].word == "toute" ? index - 2 : index - 1
            return passage(.rareEvent, self[start].start, word.end, "le monde")
        case "presse", "television":
            guard before.isWord(["la"]), self[index - 2].isWord(["dans", "a"]),
                follows(index - 2, within: 4, Self.told)
            else { return nil }
            return passage(.rareEvent, self[index - 2].start, word.end, "publiquement")
        case "affaire", "titres", "journal":
            return printedStory(at: index)
        case "survivant", "survivante":
            guard before.isWord(["seul", "seule", "unique"]) else { return nil }
            return passage(
                .rareEvent, before.start, word.end, "victime")
        case "seul", "seule", "unique", "premier", "premiere", "seules", "seuls", "rares":
            return onlyOne(at: index)
        case "triple":
            guard text(word.start, word.end).hasSuffix("é"),
                !before.isWord(["a", "ont", "avait", "est", "ete", "ayant", "sont"])
            else { return nil }
            return passage(.rareEvent, word.start, word.end, "enfant d’une grossesse multiple")
        case "quadruple", "quadruplee", "triplee":
            // "le nombre a quadruplé".
            guard text(word.start, word.end).hasSuffix("é") || word.word.hasSuffix("ee") || word.isAllCapitals,
                !before.isWord(["a", "ont", "avait", "est", "ete", "ayant", "sont", "avons"])
            else { return nil }
            return passage(.rareEvent, word.start, word.end, "enfant d’une grossesse multiple")
        case "siamois", "siamoises":
            guard before.isWord(["jumeaux", "jumelles", "soeurs", "freres", "de", "des", "les"]) else { return nil }
            let twins = before.isWord(["jumeaux", "jumelles", "soeurs", "freres"])
            return passage(.rareEvent, twins ? before.start : word.start, word.end, "plusieurs enfants")
        case "accident":
            guard self[index + 1].isWord(["d", "de", "du", "ferroviaire"]) else { return nil }
            if self[index + 1].word == "ferroviaire" {
                return passage(.rareEvent, word.start, self[index + 1].end, "accident")
            }
            let thing = self[index + 2].is("’") || self[index + 2].is("'") ? index + 3 : index + 2
            guard self[thing].isWord(Self.rareAccidents) else { return nil }
            return passage(.rareEvent, word.start, self[thing].end, "accident")
        case "mediatise", "mediatisee":
            return passage(.rareEvent, word.start, word.end, "connu")
        case "requin", "foudroye", "foudroyee":
            guard
                word.word != "requin"
                    || follows(index, within: 4, ["attaque", "attaquee", "mordu", "mordue", "morsure"])
            else {
                return nil
            }
            return passage(.rareEvent, word.start, word.end, word.word == "requin" ? "animal" : "blessé")
        case "meurtre", "feminicide", "infanticide", "parricide":
            return passage(.rareEvent, word.start, word.end, "événement")
        case "incendie", "explosion", "crash", "avalanche", "naufrage", "fusillade", "tuerie", "braquage":
            if word.isWord(["fusillade", "tuerie", "braquage"]) {
                return passage(.rareEvent, word.start, word.end, "événement")
            }
            guard follows(index, within: 6, Self.victims) else { return nil }
            return passage(
                .rareEvent, word.start, word.end,
                word.word == "explosion" || word.word == "avalanche" ? "catastrophe" : "événement")
        case "rarissime":
            guard !before.isWord(["cas"]), isAboutOnePatient(index) else { return nil }
            return passage(.rareEvent, word.start, word.end, "peu fréquente")
        case "rescape", "rescapee":
            guard self[index + 1].isWord(["de", "du", "d", "des"]),
                text(word.start, word.end).hasSuffix("é") || word.word.hasSuffix("ee")
            else { return nil }
            return passage(.rareEvent, word.start, word.end, "victime")
        case "jt", "tele":
            guard before.isWord(["au", "la"]), follows(index, within: 5, Self.told), !isAboutThing(index) else {
                return nil
            }
            let start = before.word == "la" && self[index - 2].word == "a" ? index - 2 : index - 1
            return passage(.rareEvent, self[start].start, word.end, "publiquement")
        case "quadruplees", "quintuplees", "triplees", "septuples":
            return passage(.rareEvent, word.start, word.end, "plusieurs enfants")
        case "quadruples" where text(word.end - 2, word.end) == "és", "quintuples", "sextuples":
            return passage(.rareEvent, word.start, word.end, "plusieurs enfants")
        case "triples" where startsSentence(index) && self[index + 1].traits.contains(.born):
            return passage(.rareEvent, word.start, word.end, "plusieurs enfants")
        case "triples", "quadruples":
            guard before.isWord(["de", "des", "les", "ses", "leurs"]) else { return nil }
            return passage(.rareEvent, word.start, word.end, "plusieurs enfants")
        default:
            return passage(.rareEvent, word.start, word.end, "un événement")
        }
    }

    private static let rareAccidents: Set<String> = [
        "avion", "helicoptere", "train", "car", "parapente", "telepherique", "telesiege", "manege", "deltaplane", "bus",
        "montgolfiere", "planeur", "ulm", "autocar", "tramway", "chasse",
    ]

    private static let victims: Set<String> = [
        "victime", "victimes", "survivant", "survivante", "rescape", "rescapee", "brule", "brulee", "blesse", "blessee",
        "seul", "seule", "suite", "lors", "dans",
    ]

    /// "seule greffée du visage de la région", "l’unique patient opéré du département": alone of its kind somewhere.
    private func onlyOne(at index: Int) -> Passage? {
        var place = index + 1
        while place < index + 4, self[place].shape == .word, !self[place].isWord(Self.aloneOfTheirKind) { place += 1 }
        guard self[place].isWord(Self.aloneOfTheirKind), !isAboutThing(index) else { return nil }
        var last = place + 1
        while last < place + 10,
            self[last].shape == .word || self[last].is("-") || self[last].is("’") || self[last].is("'"),
            !self[last].isWord(Self.territories)
        { last += 1 }
        guard self[last].isWord(Self.territories) else { return nil }
        // "le premier patient de la région à télétransmettre" is a feat of the region's; a condition must be told.
        guard
            last > place + 2 || self[place].traits.isDisjoint(with: [.person])
                || self[index].isWord(["seul", "seule", "unique"])
        else { return nil }
        return passage(
            .rareEvent, self[index].start, self[last].end,
            self[place].word.hasSuffix("e") && self[index].isWord(["seule", "premiere"])
                ? "suivie pour une situation rare" : "suivi pour une situation rare")
    }

    private static let aloneOfTheirKind: Set<String> = [
        "greffe", "greffee", "transplante", "transplantee", "opere", "operee", "patient", "patiente", "survivant",
        "survivante", "porteur", "porteuse", "atteint", "atteinte", "ampute", "amputee", "malade", "enfant", "homme",
        "femme", "personne", "implante", "implantee", "traite", "traitee", "dialyse", "dialysee", "contamine",
        "contaminee", "bebe", "personnes", "patients", "enfants", "rescape", "rescapee", "trachee", "hemophile",
        "infecte", "infectee", "vivant", "vivante",
    ]

    private static let territories: Set<String> = [
        "region", "departement", "france", "europe", "monde", "canton", "pays", "ile", "aquitaine", "bretagne",
        "occitanie", "normandie", "corse", "alsace", "territoire", "vallee", "secteur", "commune", "village", "ici",
        "national", "hexagone", "metropole",
    ]

    /// "les gros titres du journal local", "l’affaire judiciaire".
    private func printedStory(at index: Int) -> Passage? {
        let word = self[index]
        switch word.word {
        case "titres":
            guard self[index - 1].isWord(["gros"]) else { return nil }
            let isOfPaper =
                self[index + 1].isWord(["du", "de"])
                && precedes(index, within: 3, ["journal", "presse", "journaux", "quotidien"])
            var end = index
            while isOfPaper, end < index + 4,
                self[end + 1].isWord(["du", "de", "la", "journal", "presse", "local", "locale"])
            {
                end += 1
            }
            return passage(.rareEvent, self[index - 1].start, self[end].end, "un peu de bruit")
        case "journal":
            if self[index + 1].isWord(["televise"]), self[index - 1].word == "au", follows(index, within: 5, Self.told)
            {
                return passage(.rareEvent, self[index - 1].start, self[index + 1].end, "publiquement")
            }
            guard self[index + 1].word == "local", !follows(index, within: 4, ["titres"]) else { return nil }
            return passage(.rareEvent, word.start, self[index + 1].end, "un journal")
        default:
            guard self[index + 1].isWord(["mediatique", "judiciaire", "criminelle", "mediatisee"]) else { return nil }
            return passage(.rareEvent, word.start, self[index + 1].end, "une histoire")
        }
    }

    private static let told: Set<String> = [
        "paru", "parue", "parle", "passe", "passee", "vu", "vue", "raconte", "racontee", "affaire", "relate", "relatee",
        "accident", "drame",
    ]
}
