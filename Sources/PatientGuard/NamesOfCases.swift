/// Names told by the case or the file that bears them: "dossier Morel", "cas Lefèvre", "la situation Garnier".
extension Reading {
    /// S4: a family name right after the word for someone's case. A program, a scheme or a disease has cases and files
    /// too, and a case that made a law belongs to all.
    func nameOfCase(at index: Int, members: [MemberName]) -> Passage? {
        let isLabel = self[index + 1].is(":")
        let start = isLabel ? index + 2 : index + 1
        let first = self[start]
        guard first.shape == .word, first.isCapitalised, !first.startsLine, first.length >= 3,
            first.traits.isSubset(of: [.firstName, .feminine, .particle]), !isAdjective(first), !isAbstract(first),
            !(first.isAllCapitals && (first.length < 5 || self[index].isAllCapitals)),
            !first.isWord(Self.casesOfThings), !first.isWord(Self.functions),
            isOneCase(index), !isKnownToAll(index), let end = endOfName(from: start),
            !isLabel || end > start && (start...end).contains(where: { self[$0].traits.contains(.firstName) }),
            !members.contains(where: { $0.isNamed(by: nameWords(start, end)) })
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

    /// "dossier Bientraitance", "dossier Mémoire", "dossier Reçu": a topic or a state.
    private func isAbstract(_ token: Token) -> Bool {
        ["ance", "ence", "ment", "oire", "age", "ure", "ise", "esse", "eur", "gie", "cu", "du", "ie", "us", "ium"]
            .contains {
                token.word.hasSuffix($0)
            } && !token.traits.contains(.firstName)
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
        "index", "clinique", "segur", "mediator", "levothyrox", "depakine",
        "orpea", "korian", "vioxx", "pip", "contact",
    ]
}
