/// Names told by the case or the file that bears them: "dossier Morel", "cas Lefèvre", "la situation Garnier".
extension Reading {
    /// S4: a family name right after the word for someone's case. A program, a scheme or a disease has cases and files
    /// too, and a case that made a law belongs to all.
    func nameOfCase(at index: Int, members: [MemberName]) -> Passage? {
        let first = self[index + 1]
        guard first.shape == .word, first.isCapitalised, !first.startsLine, first.length >= 3,
            first.traits.isSubset(of: [.firstName, .feminine, .particle]), !isAdjective(first),
            !(first.isAllCapitals && (first.length < 5 || self[index].isAllCapitals)),
            !first.isWord(Self.casesOfThings), !first.isWord(Self.functions),
            isOneCase(index), !isKnownToAll(index), let end = endOfName(from: index + 1),
            !members.contains(where: { $0.isNamed(by: nameWords(index + 1, end)) })
        else { return nil }
        return passage(.civilName, first.start, self[end].end, "", sure: false)
    }

    /// "le dossier Morel", "Dossier Morel :", not "en cas Urgent" nor "45 cas Delta".
    func isOneCase(_ index: Int) -> Bool {
        let before = self[index - 1]
        if before.is("’") || before.is("'") { return true }
        return startsSentence(index) || before.shape == .mark
            || before.isWord([
                "le", "la", "un", "ce", "cette", "du", "au", "notre", "mon", "sur", "pour", "et", "voir", "revoir",
                "re",
                "concerne", "objet", "bonjour", "question",
            ])
    }

    private func isKnownToAll(_ index: Int) -> Bool {
        sentence(of: index) {
            $0.isWord(["loi", "lois", "jurisprudence", "proces", "affaire", "arret", "film", "roman", "serie"])
        }
    }

    /// Programs, schemes and outbreaks that have a file or a case.
    private static let casesOfThings: Set<String> = [
        "trajectoire", "viatrajectoire", "orbis", "osiris", "easily", "titan", "netsoins", "dxcare", "sillage",
        "crossway", "mediboard", "hopital", "medical", "hexagone", "internet", "word", "excel", "google", "dropbox",
        "sharepoint", "teams", "ameli", "has", "ebola", "zika", "mpox", "delta", "omicron", "covid", "sida", "ruche",
        "pharma", "axigate", "clinicom", "social", "photo", "photos", "patient", "patiente", "complet", "presse",
        "index", "clinique", "contact",
    ]
}
