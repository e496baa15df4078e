extension Reading {
    /// Q9: a mail address, found at its @.
    func mail(at index: Int) -> Passage? {
        guard isGlued(index), isGlued(index + 1) else { return nil }
        var start = index - 1
        guard self[start].shape != .mark else { return nil }
        while isGlued(start), isMailToken(self[start - 1]) { start -= 1 }
        while self[start].shape == .mark, start < index { start += 1 }
        var end = index + 1
        var hasDot = false
        while isGlued(end + 1), isMailToken(self[end + 1]) {
            end += 1
            if self[end].is(".") { hasDot = true }
        }
        while self[end].shape == .mark, end > index { end -= 1 }
        // "lucie@free . fr".
        if self[end + 1].is("."), self[end + 2].isWord(["fr", "com", "net", "org", "eu"]) {
            hasDot = true
            end += 2
        }
        guard hasDot, end > index + 2, !isOfOffice(start), !isSharedMailbox(start) else { return nil }
        return passage(.contact, self[start].start, self[end].end, "")
    }

    /// "contact@…", "pharmacie.secretariat@…": read by whoever is on duty.
    private func isSharedMailbox(_ start: Int) -> Bool {
        self[start].isWord(Self.sharedMailboxes) && !isAboutPatient(start)
    }

    private static let sharedMailboxes: Set<String> = [
        "contact", "contacts", "info", "infos", "secretariat", "accueil", "formation", "formations", "inscription",
        "inscriptions", "pharmacie", "direction", "communaute", "reseau", "bonjour", "support", "noreply", "hygiene",
        "qualite", "ruche", "equipe", "communication", "congres", "sondage", "sondages", "enquete", "redaction",
        "secretaire", "cellule",
        "ide", "emg", "dpo", "presse", "commande", "commandes",
    ]

    private func isMailToken(_ token: Token) -> Bool {
        token.shape == .word || token.shape == .number || token.is(".") || token.is("-") || token.is("_")
            || token.is("+")
    }

    /// Q9: ten digits from 01 to 09, in pairs or at a stretch, or +33 and nine.
    func phone(at index: Int) -> Passage? {
        var place = self[index].start
        let followsLetter = place > 0 && isLetter(scalars[place - 1])
        if place > 0, isDigit(scalars[place - 1]) { return nil }
        if place > 1, isSeparator(scalars[place - 1]) || scalars[place - 1] == ",", isDigit(scalars[place - 2]) {
            return nil
        }
        var digits: [Int] = []
        if self[index].is("+") || reads("0033", at: place) {
            let code = self[index].is("+") ? place + 1 : place + 2
            guard reads("33", at: code) else { return foreignPhone(at: index) }
            place = code + 2
            while place < scalars.count, isSeparator(scalars[place]) || scalars[place] == ")" { place += 1 }
            if reads("(0)", at: place) { place += 3 }
            if place < scalars.count, isSeparator(scalars[place]) { place += 1 }
            digits = [0]
        } else if reads("(33)", at: place - 1) {
            place += 3
            while place < scalars.count, isSeparator(scalars[place]) { place += 1 }
            digits = [0]
        }
        // "0.5 1 1.5" is a scale, not a number dialled.
        // After a label it is: "tél : 0 6 1 2 3 4 5 6 7 8".
        if digits.isEmpty, place + 1 >= scalars.count || !isDigit(scalars[place + 1]) {
            guard scalars[place] == "0", follows(index, within: 2, Self.phoneLabels) else { return nil }
        }
        var pending = 0
        var end = place
        var groups = 0
        while place < scalars.count, digits.count < 10 {
            let scalar = scalars[place]
            if isDigit(scalar) {
                if pending > 0 { groups += 1 }
                pending = 0
                digits.append(Int(scalar.value) - 0x30)
                end = place + 1
            } else if isSeparator(scalar) || scalar == "/" || scalar == "_", pending < 1, !digits.isEmpty {
                pending += 1
            } else if !isIgnored(scalar) {
                break
            }
            place += 1
        }
        guard digits.count == 10, digits.first == 0, let second = digits.dropFirst().first,
            // Numbers in 08 are services, free or dear, and no one’s own.
            second > 0, second != 8
        else {
            return nil
        }
        if followsLetter, groups < 4 { return nil }
        if isOfOffice(index) || second < 6 && isLabelledByService(index) { return nil }
        // More than ten digits is another number; glued letters, a reference.
        if end < scalars.count, isDigit(scalars[end]) || isLetter(scalars[end]) { return nil }
        let isBracketed = self[index].is("+") && self[index - 1].is("(") && text(self[index].end, end).contains(")")
        return passage(.contact, isBracketed ? self[index - 1].start : self[index].start, end, "")
    }

    private static let phoneLabels: Set<String> = ["tel", "telephone", "port", "portable", "au", "num", "numero"]

    /// The number of a secretariat or a switchboard, in a sentence without patient.
    private func isOfOffice(_ index: Int) -> Bool {
        follows(index, within: 4, Self.offices) && !isAboutPatient(index)
    }

    /// "Pharmacovigilance : 05…", "Équipe mobile : 05…": a fixed line after the name of who answers there, which is no
    /// person's.
    private func isLabelledByService(_ index: Int) -> Bool {
        guard self[index - 1].is(":") || self[index - 1].is(","), self[index - 2].shape == .word else { return false }
        return !isAboutPatient(index)
            && !sentence(of: index) {
                !$0.traits.isDisjoint(with: [.relative, .firstName, .dwelling, .title, .homely])
                    || $0.isWord(Self.personalLines)
            }
    }

    private static let personalLines: Set<String> = [
        "tel", "telephone", "port", "portable", "contact", "joindre", "joignable", "domicile", "confiance", "prevenir",
        "il", "elle", "son", "sa", "personnel", "perso", "mobile", "fixe", "coordonnees", "num", "ans",
    ]

    /// "12 rue des Remparts, salle 4": where colleagues meet.
    private func isOfMeeting(_ index: Int) -> Bool {
        !isAboutPatient(index)
            && sentence(of: index) {
                $0.isWord([
                    "salle", "amphi", "amphitheatre", "visio", "reunit", "reunion", "rdv", "formation", "atelier",
                    "federation",
                    "association", "societe", "ligue", "fondation",
                    "magasin",
                    "retrait", "rendez", "parking", "restaurant", "livraison", "colis", "materiel",
                ])
            }
    }

    private static let offices: Set<String> = [
        "secretariat", "standard", "accueil", "astreinte", "permanence", "ligne", "fax", "garde", "antipoison",
        "inscription", "inscriptions",
        "equipe", "groupe", "commande", "commandes", "fournisseur", "service", "unite", "laboratoire", "labo", "sos",
        "ecoute", "inscrire", "hotline",
        "assistance",
        "ifsi", "hotel", "siege", "locaux", "gare", "restaurant", "faculte",
        "salle",
        "bip", "dect", "telealarme", "samu", "centre15",
    ]

    /// Q9: "+32 470 12 34 56": a country's code and its number, eight to fourteen digits in all.
    private func foreignPhone(at index: Int) -> Passage? {
        guard self[index].is("+"), self[index + 1].shape == .number, isGlued(index + 1), self[index + 1].value > 0
        else {
            return nil
        }
        var last = index + 1
        var digits = self[last].length
        while digits <= 14 {
            var next = last + 1
            if self[next].is(".") || self[next].is("-"), isGlued(next), isGlued(next + 1) { next += 1 }
            guard self[next].shape == .number, self[next].start - self[last].end <= 1 else { break }
            digits += self[next].length
            last = next
        }
        guard (9...14).contains(digits) else { return nil }
        return passage(.contact, self[index].start, self[last].end, "")
    }

    /// Q9: "12 bis rue des Lilas"; not "salle 3, place des Congrès".
    func streetAddress(at index: Int) -> Passage? {
        guard self[index].length <= 4, !isGluedToNumber(index) else { return nil }
        if self[index - 1].isWord([
            "salle", "batiment", "bat", "etage", "amphi", "porte", "niveau", "chambre", "lit", "box",
        ]) {
            return nil
        }
        var place = index + 1
        if self[place].isWord(["bis", "ter", "quater", "b", "t"]) { place += 1 }
        if self[place].is(",") { place += 1 }
        // "au 12 de la rue des Lilas".
        if self[place].word == "de", self[place + 1].isWord(["la", "l"]) {
            place += 2
            if self[place].is("’") || self[place].is("'") { place += 1 }
        }
        if self[place].word == "lieu" {
            guard self[place + 1].is("-"), self[place + 2].word == "dit" else { return nil }
        }
        guard self[place].traits.contains(.street) else { return nil }
        // A course or a place of something is no street.
        if self[place].word == "cours", !self[place + 1].isCapitalised {
            // "14 cours de l’Intendance", not "14 cours de Hygiène".
            guard self[place + 1].isWord(["de", "du", "des"]) else { return nil }
            var name = place + 2
            while self[name].isWord(["l", "la"]) || self[name].is("’") || self[name].is("'") { name += 1 }
            guard name > place + 2 || isAboutPatient(index), self[name].isCapitalised, !self[name].isAllCapitals else {
                return nil
            }
        }
        if self[place].word == "place", self[place + 1].isWord(["en", "sur", "pour"]) { return nil }
        // "7 r. Pasteur", but no lone letter.
        let isShort = self[place].isWord(["r", "lot"])
        if isShort, !self[place + 1].is(".") || !isGlued(place + 1) { return nil }
        let street = place
        place += 1
        if self[place].is("."), isGlued(place) { place += 1 }
        while self[place].isWord(["de", "du", "des", "d", "la", "le", "les", "l", "aux", "au", "st", "ste", "saint"])
            || self[place].is("'") || self[place].is("’")
        { place += 1 }
        let name = self[place]
        let isNamed = name.isCapitalised || (name.shape == .number && self[street].word != "place")
        guard name.shape == .word || name.shape == .number, !name.startsLine,
            isNamed || (name.shape == .word && self[street].isWord(["rue", "avenue", "boulevard", "impasse"]))
        else { return nil }
        var end = place
        while (self[end + 1].shape == .word && self[end + 1].isCapitalised)
            || (self[end + 1].is("-") && isGlued(end + 1))
        {
            if self[end + 1].startsLine { break }
            end += 1
        }
        // Postal code and town, when they follow.
        let comma = self[end + 1].is(",") ? 1 : 0
        if self[end + 1 + comma].shape == .number, self[end + 1 + comma].length == 5 {
            end += 1 + comma
            while self[end + 1].shape == .word, self[end + 1].isCapitalised, !self[end + 1].startsLine { end += 1 }
        }
        if isOfOffice(index) || isOfMeeting(index) { return nil }
        // "elle habite 12 rue des Lilas" needs a place to live.
        let isDwelling = self[index - 1].traits.contains(.dwelling) && !self[index - 1].startsLine
        return passage(.contact, self[index].start, self[end].end, isDwelling ? "dans notre secteur" : "")
    }
}

extension Reading {
    /// Q9: "elle habite rue des Lilas", without a number.
    func streetOfDwelling(at index: Int) -> Passage? {
        guard !self[index - 1].isWord(["j", "je", "nous"]), !self[index - 2].isWord(["j", "je"]) else { return nil }
        var place = index + 1
        while place < index + 4,
            self[place].isWord(["au", "dans", "la", "l", "une", "sur", "seul", "seule", "le"]) || self[place].is("’")
                || self[place].is("'")
        { place += 1 }
        let street = self[place]
        guard street.isWord(["rue", "avenue", "boulevard", "impasse", "allee", "chemin", "quai", "route", "ruelle"])
        else { return nil }
        let start = place
        place += 1
        while place < start + 4,
            self[place].isWord(["de", "du", "des", "d", "la", "le", "les", "l"]) || self[place].is("’")
                || self[place].is("'")
        { place += 1 }
        guard self[place].shape == .word, self[place].isCapitalised, !self[place].startsLine else { return nil }
        var end = place
        while self[end + 1].shape == .word && self[end + 1].isCapitalised && !self[end + 1].startsLine
            || self[end + 1].is("-") && isGlued(end + 1)
        { end += 1 }
        return passage(.contact, self[index + 1].start, self[end].end, "dans notre secteur")
    }

    /// Q9: "claire.p [at] free.fr", "claire point p arobase free point fr".
    func spelledMail(at index: Int) -> Passage? {
        let isBracketed =
            (self[index - 1].is("[") || self[index - 1].is("(")) && (self[index + 1].is("]") || self[index + 1].is(")"))
        let isBare =
            self[index + 2].isWord(["dot", "point"]) && self[index + 3].isWord(["fr", "com", "net", "org", "eu"])
        guard isBracketed || isBare || self[index].word == "arobase" else { return nil }
        var start = isBracketed ? index - 2 : index - 1
        guard self[start].shape == .word || self[start].shape == .number else { return nil }
        while isMailLink(start - 1), self[start - 2].shape != .mark, self[start - 2].shape != .nothing { start -= 2 }
        var end = isBracketed ? index + 2 : index + 1
        var hasDot = false
        while isMailLink(end + 1), self[end + 2].shape == .word {
            hasDot = true
            end += 2
        }
        // "[point] fr".
        if self[end + 1].is("[") || self[end + 1].is("("), self[end + 2].isWord(["point", "dot"]),
            self[end + 4].shape == .word
        {
            hasDot = true
            end += 4
        }
        guard hasDot else { return nil }
        return passage(.contact, self[start].start, self[end].end, "")
    }

    private func isMailLink(_ index: Int) -> Bool {
        let isMark = self[index].is(".") || self[index].is("-") || self[index].is("_")
        return isMark && isGlued(index) && isGlued(index + 1) || self[index].isWord(["point", "tiret", "dot"])
    }

    /// Q4: "64100 Bayonne", the postal code and the town of someone.
    func postalTown(at index: Int) -> Passage? {
        let code = self[index]
        let town = self[index + 1]
        guard code.length == 5, (1000...98_999).contains(code.value), town.shape == .word, town.isCapitalised,
            town.length >= 3, !town.startsLine, !isGlued(index + 1), !isGlued(index) || self[index - 1].is("("),
            town.traits.isDisjoint(with: [.notName, .institution, .title, .person]),
            isAboutPatient(index) || sentence(of: index, has: { !$0.traits.isDisjoint(with: [.relative, .homely]) })
        else { return nil }
        var end = index + 1
        while isGlued(end + 1), self[end + 1].is("-"), isGlued(end + 2), self[end + 2].shape == .word { end += 2 }
        return passage(.namedPlace, code.start, self[end].end, "")
    }
}
