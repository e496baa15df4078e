/// Names told by what stands before them: a kinship, a family, what befell someone.
extension Reading {
    /// S4: "Papi Marcel", "sœur Bernadette", "la veuve Lamothe", "la famille Lacaze": what stands for a title.
    func nameAfterKinship(at index: Int, members: [MemberName]) -> Passage? {
        let noun = self[index]
        let start = index + 1
        let first = self[start]
        guard first.shape == .word, first.isCapitalised, !first.startsLine, first.length >= 3,
            !(self[index - 1].is("-") && isGlued(index)),
            !self[index - 1].isWord(["ma", "mon", "mes", "nos", "sainte", "saint"]),
            !self[index - 1].traits.contains(.institution), !isFamous(index),
            !sentence(of: index, has: { $0.isWord(["mannequin", "simulation", "fictif", "fictive"]) }),
            let end = endOfName(from: start),
            !members.contains(where: { $0.isNamed(by: nameWords(start, end)) })
        else { return nil }
        let isFirstName = first.traits.contains(.firstName)
        let isElder =
            !noun.traits.isDisjoint(with: [.elder, .relative]) && !noun.traits.contains(.homely) && !isFirstName
        if isElder {
            // "le père Lalanne est ivre", "le fils Lalanne veut", "la vieille Lalanne pleure"; the old town does not.
            if noun.word.hasPrefix("vie"), !isWithSuffering(end) { return nil }
            guard self[index - 1].isWord(["le", "la", "du", "au"]), !noun.isCapitalised,
                first.traits.isDisjoint(with: [.feast, .notName, .institution]), !isAdjective(first),
                self[end + 1].traits.contains(.predicate)
                    || first.traits.isEmpty && first.length >= 4
                        && noun.isWord(["fils", "fille", "pere", "mere", "frere"])
                        && self[end + 1].shape != .word
            else { return nil }
        } else if !noun.traits.contains(.homely) {
            guard isFirstName, noun.traits.contains(.relative) else { return nil }
        } else if !isFirstName {
            guard !(first.isAllCapitals && (first.length < 4 || noun.isAllCapitals)),
                !isAdjective(first) || noun.isWord(["veuve", "vve", "feu", "sieur", "epoux", "consorts"]),
                !first.isWord(Self.notFamilies), first.traits.isDisjoint(with: [.institution, .particle, .numeral])
            else { return nil }
        }
        let isOfMany = noun.isWord(["famille", "epoux", "couple", "consorts"])
        if isOfMany { return passage(.civilName, first.start, self[end].end, "", sure: false) }
        let isMan = noun.isWord([
            "papi", "papy", "pepe", "pere", "vieux", "sieur", "frere", "veuf", "feu", "oncle", "tonton", "cousin",
            "neveu",
            "gendre",
            "voisin", "ami", "conjoint", "compagnon", "mari", "fils", "parrain", "filleul", "tuteur", "abbe",
        ])
        // "sa sœur Bernadette" keeps the sister.
        if noun.traits.contains(.relative), self[index - 1].isWord(["sa", "son", "leur", "la", "le", "une", "un"]) {
            return passage(.civilName, first.start, self[end].end, "", sure: false)
        }
        return passage(.civilName, noun.start, self[end].end, patient(feminine: !isMan), sure: false)
    }

    /// "l’abbé Pierre", "le père Noël": known to all, and no one’s patient.
    private func isFamous(_ noun: Int) -> Bool { Self.famous.contains(self[noun].word + " " + self[noun + 1].word) }

    private static let famous: Set<String> = [
        "pere noel", "mere noel", "abbe pierre", "soeur emmanuelle", "mere teresa", "frere jacques", "mamie nova",
        "pere castor", "pere goriot", "oncle tom", "tante yvonne",
    ]

    private static let notFamilies: Set<String> = [
        "rurale", "rurales", "service", "services", "gouvernante", "solidaire", "accueil", "info", "infos",
    ]

    /// S4: "le neveu de Marie Etchepare", "la chambre de Josette": whose kin it is.
    func nameOfKin(at index: Int, members: [MemberName]) -> Passage? {
        var place = index + 1
        guard self[place].isWord(["de", "d"]), self[index].word != "cas" || isOneCase(index) else { return nil }
        place += 1
        if self[place].is("’") || self[place].is("'") { place += 1 }
        let first = self[place]
        let isOfChild = self[index].isWord(["maman", "papa"]) && first.traits.isEmpty && !isAdjective(first)
        let isFamilyName = self[index].traits.contains(.befallen) && isUnknownName(place) || isOfChild
        guard first.traits.contains(.firstName) || isFamilyName, first.isCapitalised, !first.startsLine,
            !self[index - 1].isWord(["mon", "ma", "mes"]), let end = endOfName(from: place),
            !members.contains(where: { $0.isNamed(by: nameWords(place, end)) })
        else { return nil }
        // A child is known by the first name.
        if end == place, !isFamilyName, !self[index].isWord(["maman", "papa", "parents"]) {
            return passage(.initials, self[index + 1].start, first.end, "")
        }
        return passage(.civilName, self[index + 1].start, self[end].end, "", sure: false)
    }

    /// Whether "la chute de Lalanne" has a name of no common use: no adjective, brand in capitals or eponym.
    private func isUnknownName(_ index: Int) -> Bool {
        let name = self[index]
        return name.traits.isEmpty && name.length >= 4 && !(name.isAllCapitals && name.length < 6)
            && !isAdjective(name)
            && (self[index + 1].traits.contains(.predicate) || self[index + 1].traits.contains(.firstName)
                || self[index - 2].isWord(["chute", "deces", "toilette", "pilulier", "dossier"])
                    && !self[index - 2].isCapitalised)
    }
}
