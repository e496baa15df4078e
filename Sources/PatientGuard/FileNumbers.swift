/// Numbers of a patient’s file, stay, tube or label: S2.
extension Reading {
    /// S2: IPP, NDA, IEP, INS, NIR, or a file's or stay's number, with at least five digits.
    func fileNumber(at index: Int) -> Passage? { fileNumber(label: index, after: index + 1) }

    /// S2: "I.P.P. 00458213".
    func spelledFileNumber(at index: Int) -> Passage? {
        var name = ""
        var place = index
        let isDotted = self[index + 1].is(".") && isGlued(index + 1)
        while name.count < 4, self[place].shape == .word, self[place].length == 1, self[place].isAllCapitals || isDotted
        {
            name += self[place].word
            place += 1
            guard isDotted else { continue }
            guard self[place].is("."), isGlued(place) else { break }
            place += 1
            guard isGlued(place) else { break }
        }
        guard ["ipp", "nda", "iep", "nip", "ins", "nir"].contains(name) else { return nil }
        return fileNumber(label: index, after: place)
    }

    private func fileNumber(label index: Int, after first: Int) -> Passage? {
        let label = self[index]
        var place = first
        let isNoun = label.traits.contains(.fileNoun)
        var isNumbered = !isNoun
        var strangers = 0
        while place < first + 8 {
            let token = self[place]
            if token.word == "c", !token.isCapitalised, self[place + 1].is("’") || self[place + 1].is("'") {
                // "le NDA, c'est 126004578".
                place += 2
                continue
            }
            if ":=#°º|–—→\n>/".unicodeScalars.contains(where: token.is)
                || !isNoun && token.is(",") && self[place + 1].shape == .number && self[place + 1].length >= 6
                || token.isWord(["n", "no", "numero", "num", "nr", "nro", "numeros", "number"])
            {
                isNumbered = true
            } else if !".()-*•\"«»?".unicodeScalars.contains(where: token.is),
                !token.isWord(Self.betweenLabelAndNumber)
            {
                // "IPP erroné sur les poches : 00458213".
                if !isNoun, let number = numberAfterColon(place) {
                    place = number
                    break
                }
                // "IPP erroné : 00458213".
                guard token.shape == .word, token.length > 1 || token.word == "c" && place < first + 2,
                    strangers < (isNoun ? 1 : 3), !isNoun || isSoftware(place), !token.isWord(Self.countingWords)
                else { break }
                strangers += 1
            }
            place += 1
        }
        let sign = numberSign(before: index)
        if follows(index, within: 3, ["teams", "zoom", "reunion", "visio", "webex", "meet", "wifi"]) { return nil }
        if label.isWord(Self.papers), !isOfLaboratory(index, number: place, isSigned: sign != nil) { return nil }
        // "DDN du patient = 9/11/1958".
        if isNoun, self[place].shape == .number, self[place].length <= 4, day(at: place)?.year != nil { return nil }
        // "patient : 06 12 45 78 96".
        if isNoun, self[place].shape == .number, phone(at: place) != nil { return nil }
        guard let end = endOfFileNumber(at: place, isLabelled: !isNoun || isNumbered || sign != nil) else { return nil }
        if !isNumbered, sign == nil {
            // "dossier 458213 du patient": a number of six digits at least, and of no other kind of file.
            let isYears = self[place].length == 4 && isYear(self[place].value) && isYear(self[place + 2].value)
            let isLong =
                self[place].length >= 6 || end - self[place].start >= 10 && isGroupedByThree(place)
                || end - self[place].start >= 8 && isGlued(place + 1) && !isYears && day(at: place) == nil
            guard self[place].shape == .number, isLong, !isGluedToNumber(place),
                !follows(index, within: 3, Self.otherFiles), !precedes(place, within: 3, Self.otherFiles)
            else { return nil }
        }
        var last = endOfNumbers(after: place, end)
        if self[place - 1].is("("), last < scalars.count, scalars[last] == ")" { last += 1 }
        return passage(.fileNumber, sign ?? label.start, last, "")
    }

    /// The number after a colon that ends the same few words.
    private func numberAfterColon(_ index: Int) -> Int? {
        let colon = (index + 1..<index + 6).first { self[$0].shape != .word }
        guard let colon, self[colon].is(":"), self[colon + 1].shape == .number, self[colon + 1].length >= 5 else {
            return nil
        }
        return colon + 1
    }

    /// "dossier Osiris 884512", "dossier obstétrical 884512": the program that holds the file, or what it is about.
    private func isSoftware(_ index: Int) -> Bool {
        guard self[index].traits.isSubset(of: .dwelling), self[index - 1].word == "dossier" else { return false }
        if self[index + 1].isWord(["n", "no", "numero"]) { return true }
        return self[index + 1].shape == .number && self[index + 1].length >= 6 && day(at: index + 1) == nil
    }

    /// S2: "8004512 (IPP)".
    func fileNumberBeforeLabel(at index: Int) -> Passage? {
        guard self[index + 1].is("("), self[index + 2].traits.contains(.fileLabel), self[index + 3].is(")") else {
            return nil
        }
        return passage(.fileNumber, self[index].start, self[index + 3].end, "")
    }

    /// "demande labo n° 2603114578", "n° de prélèvement 26031145": long numbers of what was taken from someone; a
    /// request for bids, or for a repair, has a number too.
    private func isOfLaboratory(_ index: Int, number place: Int, isSigned: Bool) -> Bool {
        guard isSigned || self[place - 1].is("°") || self[place - 1].isWord(["no", "numero", "num"]),
            self[place].shape == .number, self[place].length >= 6 || isGlued(place + 1)
        else { return false }
        return !self[index].isWord(["demande", "bon"])
            || precedes(index, within: 2, ["labo", "bio", "anapath", "examen"])
    }

    /// The end of "00124578 et 00987541": the numbers that one label announces.
    private func endOfNumbers(after number: Int, _ end: Int) -> Int {
        var end = end
        var place = number
        while place < number + 12 {
            while self[place].shape != .nothing, self[place].start < end { place += 1 }
            guard self[place].isWord(["et", "ou"]) || self[place].is(",") || self[place].is("/"),
                self[place + 1].shape == .number, self[place + 1].length >= 5,
                let next = endOfFileNumber(at: place + 1, isLabelled: false)
            else { break }
            end = next
        }
        return end
    }

    /// Words after which a number is a count: "IPP, étude sur 12500 sujets".
    private static let countingWords: Set<String> = [
        "etude", "sur", "chez", "soit", "cohorte", "pour", "pendant", "depuis", "et", "ou", "puis", "lot", "code",
        "cip",
        "mg", "fois", "ref", "environ", "plus", "moins", "dans",
    ]

    /// "26 001 457".
    private func isGroupedByThree(_ index: Int) -> Bool {
        self[index + 1].shape == .number && self[index + 1].length == 3 && self[index + 2].length == 3
    }

    private static let otherFiles: Set<String> = [
        "subvention", "marche", "commande", "devis", "dpc", "maintenance", "facture", "appel", "offres", "projet",
        "euros", "ticket", "incident", "recherche", "essai", "mb", "ko", "lignes",
    ]

    private static let betweenLabelAndNumber: Set<String> = [
        "patient", "patiente", "resident", "residente", "monsieur", "madame", "dame", "du", "de", "la", "le", "l",
        "est", "et", "a", "au", "sous", "les",
        "permanent", "medical", "maladie", "hospitalier", "soins", "sante", "local", "pharmaceutique", "administratif",
        "ouvert", "papier", "informatise", "aux", "urgences", "pacs", "ris",
        "irm", "scanner", "labo", "anapath", "mdph", "apa", "caf", "cpam", "msa", "pmi", "ase", "samu", "smur", "had",
        "ssiad", "hdj", "chsld", "clsc", "radio", "echo", "mammo", "dpi", "indique", "indiquait", "porte", "portait",
        "affiche", "affichait", "etait",
    ]

    /// Papers that an office numbers too, so that only "n°" makes a patient's of them.
    private static let papers: Set<String> = [
        "examen", "demande", "prelevement", "labo", "anapath", "bon", "accouchement", "administratif", "smur", "samu",
        "national", "carnet", "receveur", "enregistrement", "echantillon", "tube",
    ]

    /// Where "n°" or "numéro de" begins, if it stands just before the word.
    func numberSign(before index: Int) -> Int? {
        var place = index - 1
        while self[place].isWord(["de", "du", "d", "registre"]) || self[place].is("°") || self[place].is("º")
            || self[place].is(".")
            || self[place].is("’") || self[place].is("'")
        { place -= 1 }
        return self[place].isWord(["n", "no", "numero", "num", "nr", "identifiant"]) ? self[place].start : nil
    }

    /// Five digits at a stretch (one or two letters may be glued before), or seven in groups.
    private func endOfFileNumber(at index: Int, isLabelled: Bool) -> Int? {
        var place = index
        if self[place].shape == .word, self[place].length <= 2, isGlued(place + 1) { place += 1 }
        // Québec's "TREM 5807 2614".
        if isLabelled, self[place].isAllCapitals, self[place].length == 4, self[place + 1].shape == .number {
            place += 1
        }
        guard self[place].shape == .number else { return nil }
        if self[place].length >= 5 { return isCount(place) ? nil : self[endOfGluedGroups(place)].end }
        let first = place
        var digits = self[place].length
        var groups = 1
        var end = self[place].end
        while true {
            var next = place + 1
            if self[next].is("-") || self[next].is(".") || self[next].is("/") || self[next].is("_") {
                guard isGlued(next), isGlued(next + 1) else { break }
                next += 1
            } else if self[next].shape == .word, self[next].length <= 2, isGlued(next), isGlued(next + 1) {
                next += 1
            } else if self[next].start - end > 1 {
                break
            }
            guard self[next].shape == .number else { break }
            digits += self[next].length
            groups += 1
            end = self[next].end
            place = next
        }
        if digits >= 7 { return end }
        // "458 213", in groups of three as numbers are written; not "12 000 patients" nor "20 40 mg".
        let isGroupOfThree = groups == 2 && self[place].length == 3 && digits >= 5
        let arePairs = place >= first + 2 && digits == 6 && (first...place).allSatisfy { self[$0].length == 2 }
        guard isLabelled, isGroupOfThree || arePairs, !isCount(place),
            !isGlued(place + 1) || self[place + 1].shape == .mark
        else { return nil }
        return end
    }

    /// The last token of "784512-3", "260311-4578".
    private func endOfGluedGroups(_ number: Int) -> Int {
        var last = number
        while self[last + 1].is("-") || self[last + 1].is("/"), isGlued(last + 1), isGlued(last + 2),
            self[last + 2].shape == .number
        {
            last += 2
        }
        return last
    }

    /// "IPP : 12000 patients traités".
    private func isCount(_ index: Int) -> Bool {
        self[index + 1].isWord([
            "patients", "patientes", "residents", "personnes", "euros", "boites", "cas", "sejours", "mg", "g", "ui",
            "ml", "comprimes", "dossiers", "prescriptions", "lignes", "fois", "par", "venues", "passages", "sujets",
            "lignes", "ordonnances",
        ])
            || self[index + 1].is("€") || self[index + 1].is("%")
    }
}
