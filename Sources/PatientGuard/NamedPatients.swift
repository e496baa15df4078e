/// Names without a civil title, which only what stands beside them makes a patient's.
extension Reading {
    /// S4: "la patiente Delmas", "Patient : DELMAS Yvette", "le petit Lucas". A word in capitals after the noun may
    /// be a disease or a scale, and one with a capital an adjective: these are left.
    func namedPatient(at index: Int, members: [MemberName]) -> Passage? {
        let noun = self[index]
        if noun.traits.contains(.relative), self[index - 1].isWord(["son", "sa", "leur", "ma", "mon"]) { return nil }
        // "Patient(e) : LALANNE Odette".
        let colon =
            self[index + 1].is("(") && self[index + 2].word == "e" && self[index + 3].is(")") ? index + 4 : index + 1
        let isLabel = self[colon].is(":")
        // "Ma patiente, Lucette Lalanne, refuse".
        let isApposed =
            self[index + 1].is(",") && self[index + 2].traits.contains(.firstName) && isNamePart(index + 3)
            && self[index + 4].is(",")
        let start = isLabel ? colon + 1 : isApposed ? index + 2 : index + 1
        let first = self[start]
        if noun.isWord(["pt", "pte"]), !first.isCapitalised { return namedInShort(noun: index) }
        guard first.shape == .word, !first.startsLine, first.traits.isDisjoint(with: [.person, .title]),
            let end = endOfName(from: start), !members.contains(where: { $0.isNamed(by: nameWords(start, end)) })
        else { return nil }
        let isTold =
            noun.word == "jeune"
            ? isYoungOne(index, start)
            : noun.isWord(["petit", "petite"])
                ? isLittleOne(index)
                : isLabel
                    ? isNameAfterLabel(start, end)
                    : isNameAfterNoun(index, start) || isChildsWholeName(index, start, end)
        guard isTold else { return nil }
        return passage(
            .civilName, noun.start, self[withDot(end)].end,
            patient(
                feminine: noun.word == "jeune"
                    ? first.traits.contains(.feminine) : noun.word.hasSuffix("e") && noun.word != "bebe"),
            sure: false)
    }

    /// S4: "le pt delmas est agité".
    private func namedInShort(noun index: Int) -> Passage? {
        let name = self[index + 1]
        guard self[index - 1].isWord(["le", "la", "du", "au"]), name.shape == .word, name.traits.isEmpty,
            name.length >= 4, !isAdjective(name), self[index + 2].traits.contains(.predicate)
        else { return nil }
        return passage(
            .civilName, self[index].start, name.end, patient(feminine: self[index].word == "pte"), sure: false)
    }

    /// S4: "née Castets", without the name that goes before.
    func maidenName(at index: Int, members: [MemberName]) -> Passage? {
        let name = self[index + 1]
        guard name.isCapitalised, !name.startsLine, name.traits.isSubset(of: [.firstName, .feminine, .particle]),
            name.length >= 3 || name.traits.contains(.particle), !isAdjective(name), !isAboutThing(index),
            let end = endOfName(from: index + 1),
            !members.contains(where: { $0.isNamed(by: nameWords(index + 1, end)) })
        else { return nil }
        return passage(.civilName, self[index].start, self[end].end, "", sure: false)
    }

    /// S4: "sa fille Sandrine", "son mari Bernard Delmas": of the author's own family, nobody speaks of a patient.
    func namedRelative(at index: Int, members: [MemberName]) -> Passage? {
        let isLabel = self[index + 1].is(":")
        // "son petit-fils", "sa belle-sœur".
        let owner = self[index - 1].is("-") && isGlued(index) ? index - 3 : index - 1
        guard isLabel || (self[owner].isWord(["son", "sa", "leur"]) && !self[index].isCapitalised) else {
            return nil
        }
        let start = isLabel || self[index + 1].is(",") ? index + 2 : index + 1
        let first = self[start]
        guard first.shape == .word, first.isCapitalised, !first.startsLine, let end = endOfName(from: start),
            !members.contains(where: { $0.isNamed(by: nameWords(start, end)) }),
            isLabel ? isNameAfterLabel(start, end) : isNameOfRelative(start, apart: start > index + 1)
        else { return nil }
        return passage(.civilName, first.start, self[end].end, "", sure: false)
    }

    /// S4: "un patient prénommé Gaston", "elle s’appelle Rose Lafitte"; a dog and a programme have names too.
    func nameAfterCalling(at index: Int, members: [MemberName]) -> Passage? {
        let first = self[index + 1]
        guard first.shape == .word, first.isCapitalised, !first.startsLine,
            isAboutPatient(index) || follows(index, within: 4, ["il", "elle", "qui"])
                || self[index - 1].isWord(["le", "la", "un", "une"])
                || startsSentence(index) && !self[index].isWord(["appelle", "appelait"]),
            !isAboutThing(index), first.traits.contains(.firstName) || first.length > 2,
            let end = endOfName(from: index + 1), !(first.isAllCapitals && first.length < 4),
            !members.contains(where: { $0.isNamed(by: nameWords(index + 1, end)) })
        else { return nil }
        if self[index - 2].word == "m" { return nil }
        if self[index].word == "nomme", !self[index - 1].traits.contains(.person) { return nil }
        // "elle appelle Rose" is no name of hers.
        if self[index].isWord(["appelle", "appelait"]), !self[index - 1].is("’") && !self[index - 1].is("'") {
            return nil
        }
        return passage(.civilName, first.start, self[end].end, "X", sure: false)
    }

    /// S4 or Q7, by a first name: "Yvette Delmas, née en 1940", "DELMAS Yvette, 84 ans", and, of one that stands
    /// alone, only "Yvette, 84 ans", which says as much as initials.
    func namedByFacts(at index: Int, members: [MemberName]) -> Passage? {
        let first = self[index]
        guard first.isCapitalised else { return namedInLowerCase(at: index, members: members) }
        guard !isInsideName(index) else { return nil }
        var start = index
        if self[index - 1].isAllCapitals, self[index - 1].length >= 3, isNamePart(index - 1), !first.startsLine {
            start = index - 1
        } else if startsSentence(index - 1), self[index - 1].traits.isEmpty, isNamePart(index - 1),
            self[index - 1].length >= 3,
            !first.startsLine, factFollows(endOfName(from: index) ?? index)
        {
            // "Hourcade Bernard 78 ans".
            start = index - 1
        } else if self[index - 1].is(","), startsSentence(index - 2), self[index - 2].traits.isEmpty,
            isNamePart(index - 2), factFollows(index)
        {
            // "Hourcade, Bernard : Hb 7".
            start = index - 2
        }
        guard let end = endOfName(from: index - start == 2 ? index : start) else { return nil }
        // "Un de nos résidents, Jean Lalanne, garde ses médicaments".
        let isApposed =
            end > start && self[start - 1].is(",") && self[end + 1].is(",") && self[start - 2].traits.contains(.person)
        let isTold =
            isApposed || factFollows(end) || isWithSuffering(end) && isSubject(start)
            || end > start && startsSentence(start) && isTroubled(end)
            || end > start && isOneToDecideFor(start)
            || end == start && startsSentence(start) && isTroubled(end)
                && precedes(end, within: 10, ["il", "elle"])
        guard isTold else { return firstNameWithInitial(at: index, members: members) }
        if members.contains(where: { $0.isNamed(by: nameWords(start, end)) }) { return nil }
        if self[start - 1].isWord(Self.professions) { return nil }
        let replacement = patient(feminine: first.traits.contains(.feminine))
        if start == end { return passage(.initials, first.start, first.end, replacement) }
        return passage(.civilName, self[start].start, self[end].end, replacement, sure: false)
    }

    /// "Pour Rosa Fernandes, on garde le midline ?": at the head of a sentence that shares no work.
    private func isOneToDecideFor(_ start: Int) -> Bool {
        self[start - 1].isWord(["pour", "chez", "concernant"]) && startsSentence(start - 1)
            && !sentence(of: start, has: isOfWork)
    }

    /// Whether the sentence goes on with what troubles someone or with their kin, and with no work shared.
    private func isTroubled(_ end: Int) -> Bool {
        self[end + 1].traits.contains(.predicate) && !sentence(of: end, has: isOfWork)
            && (precedes(end, within: 8, Self.sufferings)
                || (end + 1..<end + 9).contains {
                    self[$0].isWord(["sa", "son", "ses"]) && !self[$0 + 1].traits.isDisjoint(with: [.relative])
                })
    }

    private func isOfWork(_ token: Token) -> Bool { token.isWord(Self.sharing) || token.isWord(Self.trades) }

    /// S4: "Lalanne a fait une fausse route": a word of no common use that suffers, at the head of a sentence.
    func unknownSubject(at index: Int, members: [MemberName]) -> Passage? {
        let name = self[index]
        let isHead =
            startsSentence(index) || self[index - 1].is(":") || self[index - 1].is("-") || self[index - 1].is("«")
        guard self[index + 1].traits.contains(.predicate), isHead, name.length >= 4,
            !(name.isAllCapitals && name.length < 6), !isAdjective(name), !name.isWord(Self.functions),
            isBefallen(index), !isAboutThing(index), !members.contains(where: { $0.isNamed(by: [name.word]) })
        else { return nil }
        return passage(.civilName, name.start, name.end, "une personne", sure: false)
    }

    /// S4: "Relève : Dupouy stable, Cazaux agité": a name of no common use in a list, with a state of people.
    func nameWithState(at index: Int, members: [MemberName]) -> Passage? {
        let name = self[index]
        guard self[index - 1].is(":") || self[index - 1].is(",") || self[index - 1].is("-"), name.length >= 4,
            self[index + 1].isWord(Self.states), !name.isAllCapitals, !isAdjective(name), !name.startsLine,
            !name.isWord(Self.functions), !isAboutThing(index),
            !members.contains(where: { $0.isNamed(by: [name.word]) })
        else { return nil }
        return passage(.civilName, name.start, name.end, "une personne", sure: false)
    }

    private static let states: Set<String> = [
        "stable", "agite", "agitee", "febrile", "confus", "confuse", "somnolent", "somnolente", "algique", "decede",
        "decedee", "sortant", "sortante", "entrant", "entrante", "apyretique", "hypotendu", "hypotendue", "constipe",
        "constipee", "desoriente", "desorientee", "perfuse", "perfusee", "dyspneique", "alite", "alitee", "hospitalise",
        "hospitalisee", "opere", "operee",
    ]

    /// S4: "Lalanne (M.) : Hb 7".
    func nameBeforeTitle(at index: Int, members: [MemberName]) -> Passage? {
        let name = self[index - 2]
        let closing = self[index + 1].is(".") ? index + 2 : index + 1
        guard self[index - 1].is("("), self[closing].is(")"), name.traits.isSubset(of: [.firstName, .feminine]),
            isNamePart(index - 2), name.length >= 4, !members.contains(where: { $0.isNamed(by: [name.word]) })
        else { return nil }
        let isWoman = self[index].traits.contains(.feminine)
        return passage(.civilName, name.start, self[closing].end, patient(feminine: isWoman))
    }

    /// Whether a name may be the subject of the verb that follows it: it begins a sentence or follows a small word.
    func isSubject(_ start: Int) -> Bool {
        startsSentence(start) || self[start - 1].shape == .mark
            || self[start - 1].isWord([
                "que", "et", "hier", "car", "mais", "puis", "quand", "nuit", "matin", "soir", "si", "comme", "lorsque",
                "donc",
            ])
    }

    /// S4: "odette lacombe, 88 ans" at the head of a sentence.
    private func namedInLowerCase(at index: Int, members: [MemberName]) -> Passage? {
        let family = self[index + 1]
        guard startsSentence(index), family.shape == .word, !family.startsLine, family.length >= 3,
            family.traits.isDisjoint(with: [.notName, .common, .predicate, .particle, .born, .person, .relative]),
            !family.isWord(["age", "agee"]), factFollows(index + 1) || isWithSuffering(index + 1),
            !members.contains(where: { $0.isNamed(by: nameWords(index, index + 1)) })
        else { return nil }
        return passage(
            .civilName, self[index].start, family.end, patient(feminine: self[index].traits.contains(.feminine)),
            sure: false)
    }

    /// "sa fille Sandrine" and "sa fille, Sandrine"; "son frère HLA compatible" names nobody.
    private func isNameOfRelative(_ start: Int, apart: Bool) -> Bool {
        if self[start].traits.contains(.firstName) { return true }
        return !apart && !(self[start].isAllCapitals && self[start].length < 5)
    }

    func patient(feminine: Bool) -> String { feminine ? "la patiente" : "le patient" }

    /// "le jeune Kylian", "Jeune Léa, 15 ans"; the adjective of a thing is no one.
    private func isYoungOne(_ index: Int, _ start: Int) -> Bool {
        self[start].traits.contains(.firstName) && self[start].isCapitalised
            && (self[index - 1].isWord(["le", "la", "du", "au", "notre", "de", "cette", "ce", "l"])
                || startsSentence(index))
    }

    /// "le petit Lucas", not "le petit Robert" nor "la Petite Enfance".
    private func isLittleOne(_ index: Int) -> Bool {
        let isHead = startsSentence(index) && self[index + 1].traits.contains(.firstName)
        let isOne =
            !self[index].isCapitalised
            && self[index - 1].isWord(["le", "la", "du", "au", "notre", "de", "cette", "ce"])
        return (isHead || isOne) && !self[index + 1].isWord(Self.littleThings) && !self[index + 1].isAllCapitals
    }

    private static let littleThings: Set<String> = [
        "robert", "larousse", "prince", "poucet", "chaperon", "vidal", "enfance", "section", "couronne", "ourse",
        "trianon", "palais", "camargue", "suisse", "bulletin",
    ]

    private func isNameAfterLabel(_ start: Int, _ end: Int) -> Bool {
        (start...end).contains { self[$0].traits.contains(.firstName) && self[$0].isCapitalised }
            || (start...end).contains { self[$0].isAllCapitals && self[$0].length >= 4 && isPronounceable(self[$0]) }
    }

    /// "enfant Dias Tiago", the family name first.
    private func isChildsWholeName(_ index: Int, _ start: Int, _ end: Int) -> Bool {
        end > start && self[start].traits.isEmpty && !self[start].isAllCapitals && self[end].traits.contains(.firstName)
            && self[index].isWord(["enfant", "bebe", "bb", "nourrisson", "patient", "patiente", "pt", "pte"])
    }

    private func isNameAfterNoun(_ index: Int, _ start: Int) -> Bool {
        let noun = self[index]
        let name = isInitial(start) && self[start + 1].is(".") ? self[start + 2] : self[start]
        let startsOrLower = !noun.isCapitalised || startsSentence(index) || noun.isAllCapitals
        guard startsOrLower else { return false }
        if name.traits.contains(.firstName) { return true }
        if noun.word == "bebe", noun.isCapitalised, !name.isAllCapitals || name.length < 5,
            !self[start + 1].traits.contains(.predicate) || name.word == "confort"
        {
            return false
        }
        if noun.word == "bb", name.traits.isEmpty, !name.isAllCapitals { return !isAdjective(name) }
        if name.isAllCapitals {
            return (!noun.isAllCapitals || noun.word == "bb") && name.length >= 4 && isPronounceable(name)
                && (!self[start + 1].isAllCapitals || isInitial(start + 1)) && !name.isWord(Self.acronyms)
        }
        if isAdjective(name) { return false }
        if noun.isWord(["pt", "pte"]) { return !name.traits.contains(.person) }
        return !noun.isCapitalised
            ? startsSentence(index)
                && (self[start + 1].is(":") || self[start + 1].shape == .nothing || self[start + 1].is(",")
                    || noun.word == "bebe" && self[start + 1].shape != .word || isUndergone(start + 1))
                || self[index - 1].isWord(Self.determiners) || self[index - 1].is("’") || self[index - 1].is("'")
            : self[start + 1].shape != .word || isUndergone(start + 1)
                || self[start + 1].traits.contains(.predicate)
    }

    /// "patient Hernandez revu en consultation": what was done, in lower case.
    private func isUndergone(_ index: Int) -> Bool {
        !self[index].isCapitalised
            && (self[index].isWord(Self.careEvents)
                || self[index].isWord(["vu", "vue", "revu", "revue", "sorti", "sortie"]))
    }

    private static let determiners: Set<String> = [
        "le", "la", "un", "une", "notre", "mon", "ma", "ce", "cette", "du", "au", "l",
    ]

    /// Acronyms that sound like names.
    private static let acronyms: Set<String> = [
        "covid", "evasan", "ehpad", "ssiad", "hemato", "cardio", "pneumo", "gastro", "neuro", "endo", "ortho", "gyneco",
        "onco", "uro", "dialyse", "sida", "siadh", "demence", "palliatif", "isole", "dnid", "diabetique", "obese",
        "anesthesie", "ambulatoire", "chirurgie", "medecine", "urgence", "urgences", "prema", "neonat", "nutrition",
        "maternite", "apnee", "ictere", "photo", "photos",
    ]

    private func isPronounceable(_ token: Token) -> Bool {
        token.word.count(where: { "aeiouy".contains($0) }) >= 2 && token.word.contains { !"aeiouy".contains($0) }
    }

    /// "Patient Tunisien", "Patiente Âgée", "Résident Fumeur": capitals that nobody owed.
    func isAdjective(_ token: Token) -> Bool {
        Self.endingsOfAdjectives.contains { token.word.hasSuffix($0) } || token.isWord(Self.adjectives)
    }

    private static let endingsOfAdjectives = [
        "ien", "ienne", "ique", "aire", "if", "ive", "eux", "euse", "al", "ale", "ais", "aise", "ee", "able", "ible",
        "ant", "ante", "ent", "ente", "isme", "tion", "ome", "ose", "ite", "mie",
    ]

    private static let adjectives: Set<String> = [
        "age", "traceur", "partenaire", "expert", "fumeur", "acteur", "douloureux", "adulte", "jeune", "debout",
        "parkinson", "sous", "porteur", "standard", "centre", "type", "fragile", "obese", "dialyse", "opere",
        "safety", "zero", "ami", "isole", "decede", "hospitalise", "stable", "cardiaque", "braden", "dossier", "suivi",
    ]

    /// Whether a first name stands within a longer name, which is then found from its beginning.
    private func isInsideName(_ index: Int) -> Bool {
        let before = self[index - 1]
        if before.traits.contains(.title) || before.is("-") && isGlued(index) { return true }
        if before.is("."), self[index - 2].length == 1 || self[index - 2].isWord(["dr", "pr", "mme", "m"]) {
            return true
        }
        return before.traits.contains(.firstName) && before.isCapitalised && !self[index].startsLine
    }

    /// Whether what follows a name is a patient's: an age, a birth, a room, a file.
    func factFollows(_ end: Int) -> Bool {
        var place = end + 1
        while place < end + 5,
            ",(-:|".unicodeScalars.contains(where: self[place].is) || self[place].isWord(["f", "m", "h"])
        {
            place += 1
        }
        let fact = self[place]
        guard !fact.startsLine else { return false }
        if fact.traits.contains(.born) || fact.traits.contains(.birthLabel) || fact.traits.contains(.fileLabel) {
            return true
        }
        // "MOREL Jean-Paul sortant", as lists write names.
        let isListed = self[end].isAllCapitals || self[end - 1].isAllCapitals || self[end - 3].isAllCapitals
        if fact.isWord(["age", "agee"]) || fact.isWord(Self.conditions) && place > end + 1 { return true }
        if isListed, fact.isWord(["sortant", "sortante", "entrant", "entrante"]) { return true }
        if fact.traits.contains(.room) { return placeInWard(at: place) != nil }
        guard fact.shape == .number else { return false }
        // "Bravo à Monique, 37 ans de nuit".
        if self[place + 1].word == "ans" { return !isDuration(from: place, unit: place + 1) }
        if self[place + 1].isWord(["a", "kg"]) { return true }
        return day(at: place)?.year != nil
    }

    /// What is said of someone ill, in one word after a comma: "Germaine LALANNE, diabétique".
    private static let conditions: Set<String> = [
        "diabetique", "dialyse", "dialysee", "obese", "demente", "dement", "hypertendu", "hypertendue", "alcoolique",
        "alzheimer", "parkinson", "parkinsonien", "parkinsonienne", "insuline", "avc", "grabataire", "denutrie",
        "denutri", "escarre", "escarres", "bpco", "epileptique", "schizophrene", "bipolaire", "aveugle", "sourde",
        "trisomique", "aphasique", "hemiplegique", "tetraplegique", "paraplegique", "tracheotomise", "tracheotomisee",
        "alcoolise", "alcoolisee", "agite", "agitee", "confus", "confuse", "febrile",
        "asthmatique", "avk", "bmr", "bhre", "pth", "ptg", "hta", "dnid", "did", "ssr", "sdre", "spdt", "sdt",
        "isolement", "levee", "hb", "inr", "glycemie", "chute", "fugue", "gir",
        "palliatif", "phototherapie", "atcd", "antecedents", "insuffisant", "insuffisante", "porteur", "porteuse",
        "atteint", "atteinte",
        "cirrhotique", "aveugle", "malvoyant", "malvoyante", "desoriente", "desorientee", "grabataires", "nephropathe",
        "immunodeprime", "immunodeprimee", "cancer", "demence", "rechute", "pneumopathie", "septicemie", "decede",
        "decedee", "suicidaire", "anorexique", "appareille", "appareillee", "amputee", "ampute",
    ]

    private static let professions: Set<String> = [
        "dr", "docteur", "pr", "professeur", "infirmiere", "infirmier", "ide", "cadre", "collegue", "pharmacienne",
        "pharmacien", "medecin", "kine", "interne", "psychologue", "directrice", "directeur", "maitre",
    ]
}
