extension PatientGuard {
    /// A list of people: a heading that says a name, and a birth or a file number, with rows under it. Its cells give no
    /// sentence that a detector could read.
    /// - Returns: the heading as written; nil when there is none.
    package static func heading(ofPeopleIn text: String) -> String? {
        let lines = text.split(whereSeparator: \.isNewline)
        for (place, line) in lines.enumerated() where mayBeHeading(line) {
            let cells = cells(of: line)
            if cells.count > 1 {
                guard namesPeople(cells) else { continue }
                let rows = lines[(place + 1)...].prefix(3).map { Self.cells(of: $0) }
                if rows.contains(where: isRow) { return String(line) }
            } else if let heading = column(from: place, in: lines) {
                return heading
            }
        }
        return nil
    }

    /// No heading is longer.
    private static func mayBeHeading(_ line: Substring) -> Bool {
        line.utf8.count <= 400 && line.contains(where: \.isLetter)
    }

    /// In a workbook each cell of text is a line: so many of them are looked at together.
    private static let reach = 12

    private static func column(from place: Int, in lines: [Substring]) -> String? {
        guard names.contains(label(lines[place])) else { return nil }
        let near = lines[place...].prefix(reach)
        let heading = near.prefix { isShort($0) }
        let known = heading.filter { isLabel(label($0)) }
        guard namesPeople(known) else { return nil }
        let after = near.drop { isLabel(label($0)) }
        // A form to fill in has the same words, and nobody's name.
        guard after.contains(where: { isShort($0) && isSomebody($0) }) else { return nil }
        return known.joined(separator: ", ")
    }

    private static func isShort(_ line: Substring) -> Bool { line.utf8.count <= 40 }

    private static func isSomebody(_ cell: Substring) -> Bool {
        let words = cell.split { !$0.isLetter }
        guard (1...3).contains(words.count), !isLabel(label(cell)) else { return false }
        return words.allSatisfy { $0.count > 2 && $0 == $0.uppercased() }
            || words.contains { Reading(String($0)).tokens.contains { $0.traits.contains(.firstName) } }
    }

    private static func cells(of line: Substring) -> [Substring] {
        let separators: [Character] = [";", "\t", "|", ","]
        let counts = separators.map { mark in line.count { $0 == mark } }
        guard let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) else { return [line] }
        return line.split(separator: separators[best], omittingEmptySubsequences: false)
    }

    private static func namesPeople(_ cells: [Substring]) -> Bool {
        let labels = cells.map(label)
        return labels.contains(where: names.contains)
            && labels.contains { births.contains($0) || numbers.contains($0) }
    }

    /// Two cells with something in them, a date or a number among them, and none that is a heading.
    private static func isRow(_ cells: [Substring]) -> Bool {
        let full = cells.filter { $0.contains { $0.isLetter || $0.isNumber } }
        return full.count >= 2 && full.contains { $0.contains(where: \.isNumber) }
            && !full.contains { isLabel(label($0)) }
    }

    private static func isLabel(_ label: String) -> Bool {
        names.contains(label) || births.contains(label) || numbers.contains(label)
    }

    /// "Date_de_naissance :" → "date de naissance"
    private static func label(_ cell: Substring) -> String {
        let letters = cell.lowercased().map { $0.isLetter ? $0 : " " }
        let words = String(letters).split(separator: " ").map { word in
            String(word.map { plain[$0] ?? $0 })
        }
        return words.joined(separator: " ")
    }

    private static let plain: [Character: Character] = ["é": "e", "è": "e", "ê": "e", "à": "a", "î": "i", "ô": "o"]

    private static let names: Set<String> = [
        "nom", "prenom", "noms", "prenoms", "nom prenom", "nom et prenom", "prenom nom", "nom patient",
        "nom du patient", "nom de la patiente", "prenom patient", "prenom du patient", "patient", "patiente",
        "nom de naissance", "nom usuel", "nom de famille", "nom d usage", "identite", "identite patient", "resident",
        "residente", "nom resident", "nom du resident",
    ]
    private static let births: Set<String> = [
        "ddn", "naissance", "date de naissance", "date naissance", "date naiss", "ne le", "nee le", "ne e le",
        "date de naiss", "dn", "dob",
    ]
    private static let numbers: Set<String> = [
        "ipp", "nip", "ins", "nir", "iep", "nda", "n ipp", "numero ipp", "numero de dossier", "numero dossier",
        "n dossier", "n de dossier", "no dossier", "dossier", "n secu", "numero de securite sociale", "n sejour",
        "numero de sejour", "matricule ins",
    ]
}
