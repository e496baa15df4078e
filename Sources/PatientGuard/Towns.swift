/// Towns that no word announces, beside someone's age.
extension Reading {
    /// Q4: "un accident de parapente à Millau, 27 ans": in a sentence that says an age, the town is the person's.
    func townBesideAge(at index: Int) -> Passage? {
        guard isAt(index), saysAge(index), let end = endOfProperName(from: index + 1),
            self[index + 1].isCapitalised,
            self[index + 1].traits.isDisjoint(with: [.firstName]) || isCompound(index + 1)
        else { return nil }
        return passage(.namedPlace, self[index].start, self[end].end, "")
    }

    /// Q4: "viticultrice de 52 ans, Saint-Émilion", "Villeneuve-sur-Lot, 63 ans": names that only places bear.
    func compoundTown(at index: Int) -> Passage? {
        guard isCompound(index), !(isGlued(index) && self[index - 1].is("-")), saysAge(index),
            !self[index - 1].traits.contains(.title), !self[index - 1].traits.contains(.firstName)
        else { return nil }
        var end = index
        while self[end + 1].is("-"), isGlued(end + 1), isGlued(end + 2), self[end + 2].shape == .word { end += 2 }
        return passage(.namedPlace, self[index].start, self[end].end, "")
    }

    /// Q4: "92 ans, Les Glycines, chute": a home called by its article, whose capital only a name explains.
    func homeByArticle(at index: Int) -> Passage? {
        let name = self[index + 1]
        guard self[index].isWord(["les", "la", "le"]), self[index - 1].is(","), !self[index].startsLine,
            name.isCapitalised, !name.isAllCapitals, name.length >= 4,
            name.traits.isDisjoint(with: [.notName, .title, .person, .month]), saysAge(index)
        else { return nil }
        return passage(.namedPlace, self[index].start, name.end, "")
    }

    /// "Saint-Émilion", "Villeneuve-sur-Lot", "Cambo-les-Bains".
    private func isCompound(_ index: Int) -> Bool {
        guard self[index].isCapitalised, self[index + 1].is("-"), isGlued(index + 1), isGlued(index + 2) else {
            return false
        }
        if self[index].isWord(["saint", "sainte", "st", "ste"]) { return self[index + 2].isCapitalised }
        return self[index + 2].isWord(["sur", "sous", "en", "les", "lez", "la", "le", "de", "du", "d"])
            && (self[index + 3].is("-") || self[index + 3].is("’") || self[index + 3].is("'"))
            && self[index + 4].isCapitalised
    }

    private func saysAge(_ index: Int) -> Bool {
        sentence(of: index) { $0.isWord(["ans", "nonagenaire", "centenaire"]) } && isAboutSomeonesAge(index)
    }

    /// How far from a town the age of its inhabitant is told, in tokens.
    private static let nearness = 15

    /// An age found as such, not a duration nor a group.
    private func isAboutSomeonesAge(_ index: Int) -> Bool {
        let bounds = boundsOfSentence(index).clamped(to: index - Self.nearness...index + Self.nearness)
        return bounds.contains { self[$0].shape == .number && self[$0 + 1].word == "ans" && age(at: $0) != nil }
            || bounds.contains { self[$0].traits.contains(.veryOld) && ageInWord(at: $0) != nil }
    }
}
