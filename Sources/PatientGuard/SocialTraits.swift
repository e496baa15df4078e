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
            if word.word.hasSuffix("s"), self[index - 1].isWord(["les", "des", "nos"]) { return nil }
            // "Madame la députée" is addressed, not cared for.
            let isAddressed =
                self[index - 1].isWord(["le", "la"])
                && (self[index - 2].traits.contains(.title) || self[index - 2].is(".") && self[index - 3].word == "m")
            return isAddressed || isVisitor(index, to: index) ? nil : trait(from: index, to: index)
        }
        if word.traits.contains(.former) {
            var place = index + 1
            if self[place].is("-") { place += 1 }
            if self[place].word == "grand" || self[place].word == "grande" || self[place].word == "celebre" {
                place += 1
            }
            // "ancienne sage-femme du village".
            if self[place + 1].is("-"), isGlued(place + 1) { place += 2 }
            let isLocal = self[place].traits.contains(.localTrade) || isAboutSomeone(index)
            if isVisitor(index, to: place) { return nil }
            return self[place].isWord(Self.knownFormer) || isLocal && endOfFame(place) != place
                ? trait(from: index, to: place) : nil
        }
        if !word.traits.contains(.kin) {
            if let known = knownFigure(at: index) { return known.isPerson ? trait(from: index, to: known.last) : nil }
            if word.isWord(["pasteur", "diacre", "carmelite"]), !word.isCapitalised, !isVisitor(index, to: index) {
                return trait(from: index, to: index)
            }
            // "le facteur du village": a trade that has one bearer there.
            if self[index].isWord(Self.artists), self[index + 1].isWord(Self.known) {
                return trait(from: index, to: index + 1)
            }
            // "sa fille est pharmacienne à Mauléon".
            // "Mme Leroy, pharmacienne à Brest, a mis au point l’outil".
            let isOfColleague =
                self[index - 1].is(",") && self[index - 2].isCapitalised
                && !sentence(of: index) { $0.word == "ans" || $0.traits.contains(.kin) || $0.traits.contains(.room) }
            if let end = endOfTradeWithAge(index) { return trait(from: index, to: end) }
            if let end = endOfTown(ofTrade: index), isAboutSomeone(index), !isOfColleague {
                return passage(.socialTrait, word.start, self[end].end, "quelqu’un de connu")
            }
            // "l’institutrice du village de Garris": the village is a place of its own.
            if self[index + 1].isWord(["du", "de"]), isSettlementNamed(index + (self[index + 2].word == "la" ? 3 : 2)) {
                return trait(from: index, to: index)
            }
            let end = endOfFame(index)
            return end != index && !self[end].isWord(["france", "europe", "monde", "region", "departement", "hopital"])
                ? trait(from: index, to: index) : nil
        }
        // "le fils adoptif du chanteur".
        let link =
            self[index + 1].isWord(["adoptif", "adoptive", "aine", "ainee", "cadet", "cadette", "unique"]) ? 2 : 1
        guard self[index + link].isWord(["de", "du", "d", "des"]) else { return nil }
        var place = index + link + 1
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

    /// "Le maire vient couper le ruban": one who does something, in a sentence that tells nothing of a patient.
    private func isVisitor(_ index: Int, to last: Int) -> Bool {
        // "Curé, rabbin, imam : liste des cultes".
        if self[last + 1].is(","), self[last + 2].traits.contains(.social) { return true }
        if self[index - 1].is(","), self[index - 2].traits.contains(.social) { return true }
        let article = self[index - 1].is("’") || self[index - 1].is("'") ? index - 2 : index - 1
        let isHead =
            self[article].isWord(["le", "la", "l", "un", "une", "notre"]) && startsSentence(article)
            || startsSentence(index) && self[last + 1].isWord(["ou", "et"]) && !self[index].traits.contains(.former)
        return isHead
            && (self[last + 1].traits.contains(.predicate)
                || self[last + 1].isWord(["et", "ou", "nous", "vous", "adjoint", "adjointe"]))
            && self[last + 1].word != "en" && !isAt(last + 1)
            && !sentence(of: index) {
                !$0.traits.isDisjoint(with: [.room, .relative, .born, .dwelling]) || $0.word == "ans"
                    || $0.traits.contains(.person) || $0.isWord(Self.careEvents) || $0.isWord(Self.sufferings)
            }
    }

    /// Q4: the town of "ancien maire de Cahuzac", "femme du notaire de Mirepoix", which says more than the trait.
    func town(of trait: Passage, at index: Int) -> Passage? {
        var last = index
        while self[last].shape != .nothing, self[last].end < trait.end { last += 1 }
        guard self[last].end == trait.end, self[last + 1].isWord(["de", "d", "a"]), !self[last].isCapitalised,
            let end = endOfProperName(from: last + 1)
        else { return nil }
        return passage(.namedPlace, self[last + 1].start, self[end].end, "")
    }

    /// The trait with the place or the sport that it is told of: "institutrice du village", "champion de rugby". After
    /// an article it leaves "une personne", elsewhere nothing.
    private func trait(from first: Int, to last: Int) -> Passage {
        // "champion de France de boxe", "ancien maire de Peyrehorade", "rugbyman international".
        var end = endOfFame(endOfFame(last))
        if self[end + 1].isWord(Self.known) || self[end].word == "miss" && self[end + 1].isCapitalised { end += 1 }
        if self[end].isWord(["dr", "pr"]), let name = endOfName(from: self[end + 1].is(".") ? end + 2 : end + 1) {
            end = name
        }
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

    /// "Berger de 67 ans", "institutrice de Mauvezin, 44 ans": a trade that few have there, with an age.
    private func endOfTradeWithAge(_ index: Int) -> Int? {
        guard self[index].isWord(Self.fewHave) else { return nil }
        if self[index + 1].isWord(["de", "d"]), let town = endOfProperName(from: index + 1), factFollows(town) {
            return town
        }
        let place = self[index + 1].word == "de" || self[index + 1].is(",") ? index + 2 : index + 1
        return self[place].shape == .number && age(at: place) != nil ? index : nil
    }

    private static let fewHave: Set<String> = [
        "berger", "bergere", "facteur", "factrice", "instituteur", "institutrice", "boulanger", "boulangere",
        "garagiste",
        "veterinaire", "buraliste", "chatelain", "chatelaine", "forgeron", "organiste", "sacristain", "cantonnier",
        "viticulteur", "viticultrice", "agriculteur", "agricultrice", "pecheur", "ostreiculteur", "proviseur",
        "horloger", "apiculteur", "apicultrice",
        "eleveur", "eleveuse", "pilote",
    ]

    /// The end of "à Mauléon" in "pharmacienne à Mauléon", "professeur de piano à Biarritz".
    private func endOfTown(ofTrade index: Int) -> Int? {
        var place = index + 1
        if self[place].word == "de" { place += 1 }
        // "sa fille est pharmacienne au village".
        if self[index - 1].word == "est", self[place].isWord(["au", "du"]),
            self[place + 1].isWord(["village", "bourg"])
        {
            return place + 1
        }
        if self[place].shape == .word, !isAt(place), !self[place].isCapitalised { place += 1 }
        return isAt(place) ? endOfProperName(from: place + 1) : nil
    }

    private func isSettlementNamed(_ index: Int) -> Bool {
        self[index].isWord(["village", "commune", "bourg", "hameau"]) && namedPlace(at: index) != nil
    }

    /// Whether the sentence tells of one person by age or kin: not of the author.
    private func isAboutSomeone(_ index: Int) -> Bool {
        let bounds = boundsOfSentence(index)
        // "H 58a, berger à Larrau".
        let hasShortAge = bounds.contains {
            self[$0].word == "a" && isGlued($0) && self[$0 - 1].shape == .number && self[$0].length == 1
        }
        return hasShortAge
            || sentence(of: index) {
                $0.word == "ans" || !$0.traits.isDisjoint(with: [.person, .kin]) && !$0.word.hasSuffix("s")
            }
                && !sentence(of: index) { $0.isWord(["je", "j", "nous", "suis", "ma", "mon", "mes"]) }
    }

    private static let artists: Set<String> = [
        "chanteur", "chanteuse", "acteur", "actrice", "comedien", "comedienne", "footballeur", "footballeuse",
        "rugbyman",
        "influenceur", "influenceuse", "ecrivain", "romanciere", "joueur", "joueuse", "cycliste", "nageur", "nageuse",
        "boxeur", "skieur", "skieuse", "coureur", "jockey",
    ]

    private static let known: Set<String> = [
        "connu", "connue", "celebre", "pro", "professionnel", "professionnelle", "international", "internationale",
        "local",
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
        case "miss":
            return (index + 1, self[index + 1].isCapitalised && !self[index + 1].traits.contains(.firstName))
        case "religieuse", "moine", "moniale", "abbe", "eveque", "chanoine", "torero", "matador":
            return (index, !self[index].isCapitalised || startsSentence(index))
        default: return nil
        }
    }

    private static let fame: Set<String> = [
        "ecole", "college", "lycee", "mairie", "banque", "paroisse", "poste", "club", "comite", "coin", "cinema",
        "theatre",
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
        "dr",
        "pr",
    ]

    private static let knownFormer: Set<String> = [
        "champion", "championne", "maire", "ministre", "depute", "deputee", "senateur", "senatrice", "joueur",
        "joueuse",
        "boxeur", "footballeur", "cycliste", "chanteur", "chanteuse", "acteur", "actrice", "comedien", "comedienne",
        "instituteur", "institutrice", "notaire", "gendarme", "cure", "pharmacien", "boulanger", "boulangere", "prefet",
        "magistrat", "resistant", "resistante", "deporte", "deportee", "prefete", "directeur", "directrice", "pilote",
        "rugbyman", "athlete", "miss", "president", "presidente", "militaire", "legionnaire", "torero", "mannequin",
        "danseur", "danseuse", "pompier", "sapeur", "nageur", "nageuse", "skieur", "skieuse", "coureur", "coureuse",
        "jockey", "catcheur",
        "vedette", "star", "animateur", "animatrice", "presentateur", "presentatrice", "ecrivain", "romancier",
        "romanciere", "ambassadeur", "consul", "colonel", "commandant", "procureur", "evadee", "espion", "astronaute",
        "veterinaire", "garagiste", "facteur", "factrice", "postiere", "boucher", "bouchere", "epicier", "epiciere",
        "proviseur", "sacristain", "religieuse", "pretre", "moine", "abbe", "conseiller", "conseillere", "navigateur",
        "navigatrice", "alpiniste", "handballeur", "handballeuse", "basketteur", "basketteuse", "gymnaste", "cavalier",
        "cavaliere", "trapeziste", "clown", "chef", "commissaire", "policier", "juge", "medecin", "chirurgien",
    ]

    private static let nobodyKnown: Set<String> = [
        "salle", "vie", "age", "cette", "ce", "mon", "ma", "son", "sa", "leur", "joie", "bonne", "jeune", "famille",
        "meme",
        "plus",
        "moins", "celui", "celle", "troisieme", "deuxieme", "parents", "couple", "personne", "personnes",
        "substitution", "actualite", "attente", "etablissement", "secteur",
        "suture", "fer", "soie", "nylon", "traction", "lin", "pays", "mere", "pere", "mille",
    ]
}
