/// Names that a form or a paper announces: "Nom : Lafitte", "ordonnance au nom de Delmas".
extension Reading {
    /// S4: "Nom : Lafitte", as a pasted file writes it.
    func labelledName(at index: Int, members: [MemberName]) -> Passage? {
        if self[index].isWord(["confiance", "prevenir", "contacter"]), !follows(index, within: 2, ["personne"]) {
            return nil
        }
        if let passage = nameAfterNameOf(index, members: members) { return passage }
        var place = index + 1
        while place < index + 6,
            self[place].isWord(Self.betweenLabelAndName) || self[place].is("'") || self[place].is("’")
        { place += 1 }
        // "NOM LALANNE PRENOM ODETTE".
        let isForm = place == index + 1 && self[index].isAllCapitals && self[place].isAllCapitals
        if isForm, self[place + 1].traits.contains(.nameLabel) { place -= 1 }
        guard self[place].is(":") || self[place].is("|") || place == index, !self[place + 1].startsLine,
            self[place + 1].length >= 3 || isInitial(place + 1) || self[place + 1].traits.contains(.particle),
            let end = endOfName(from: place + 1),
            self[index].isWord(Self.nameItself) || isWholeName(place + 1, end)
        else { return nil }
        if members.contains(where: { $0.isNamed(by: nameWords(place + 1, end)) }) { return nil }
        // "Personne de confiance" stays, without its name.
        let isWhole = self[index].isWord(["nom", "prenom", "prenoms", "patronyme"])
        var start = isWhole ? index : place + 1
        // "Nom et prénom : Lafitte Odette".
        if isWhole, self[start - 1].word == "et" || self[start - 1].is("/"), self[start - 2].traits.contains(.nameLabel)
        {
            start -= 2
        }
        return passage(.civilName, self[start].start, self[end].end, "", sure: false)
    }

    /// S4: "ordonnance au nom de Delmas".
    private func nameAfterNameOf(_ index: Int, members: [MemberName]) -> Passage? {
        let first = self[index + 2]
        guard self[index].word == "nom", self[index + 1].word == "de", self[index - 1].isWord(["au", "du", "le"]),
            first.traits.isSubset(of: [.firstName, .feminine]), first.length >= 3, !first.startsLine,
            !(first.isAllCapitals && first.length < 4), let end = endOfName(from: index + 2),
            first.traits.isEmpty || end > index + 2 && follows(index, within: 6, Self.papersOfPatients),
            !members.contains(where: { $0.isNamed(by: nameWords(index + 2, end)) })
        else { return nil }
        return passage(.civilName, self[index + 1].start, self[end].end, "", sure: false)
    }

    private static let papersOfPatients: Set<String> = [
        "ordonnance", "prescription", "dossier", "etiquette", "patient", "patiente", "bilan", "resultat", "examen",
        "irm",
        "scanner", "radio", "bracelet", "pilulier", "carte", "attestation",
    ]

    /// Labels after which any word is a name; "Concerne :" may announce anything.
    private static let nameItself: Set<String> = [
        "nom", "prenom", "prenoms", "patronyme", "confiance", "prevenir", "contacter",
    ]

    /// A first name and another.
    private func isWholeName(_ start: Int, _ end: Int) -> Bool {
        end > start && (start...end).contains { self[$0].traits.contains(.firstName) }
    }

    private static let betweenLabelAndName: Set<String> = [
        "de", "d", "du", "la", "naissance", "famille", "jeune", "fille", "usuel", "usage", "marital", "patient",
        "patiente", "resident", "residente",
    ]
}
