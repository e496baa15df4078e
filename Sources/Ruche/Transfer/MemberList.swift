import Documents
import Mailing
import Measures
import Persistence

/// A list of people as a secretary keeps it: one sheet, its headings somewhere near the top (FEATURES §18.1).
package struct MemberList: Sendable, Codable, Equatable {
    package var headings: [String]
    package var rows: [Row]

    package struct Row: Sendable, Codable, Equatable {
        /// In the file, from 1.
        package let line: Int
        package let cells: [String]

        package subscript(_ column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
    }

    package static let rowsAtMost = 5_000
    /// Of text: five thousand people fill a tenth of it.
    static let bytesAtMost = 8 << 20
    /// How many lines may stand above the headings: a title, a date, who to ask.
    private static let searched = 25
    static let empty = MemberList(headings: [], rows: [])

    private init(headings: [String], rows: [Row]) { (self.headings, self.rows) = (headings, rows) }

    /// Reads a file: a workbook, or a text in UTF-8, UTF-16 or windows-1252, with `;`, `,` or tabs.
    package static func read(_ bytes: [UInt8]) async throws -> MemberList {
        if Spreadsheet.isOldWorkbook(bytes) {
            throw Refusal(
                "Ce classeur est ancien ou protégé par un mot de passe. Enregistrez-le en .xlsx ou en CSV.",
                field: "fichier")
        }
        guard Spreadsheet.isWorkbook(bytes) else { return try MemberList(text: Self.text(bytes)) }
        var first: String?
        do {
            // A first sheet may only say how to fill the second one, or be hidden.
            for number in 1...sheetsAtMost {
                guard let text = try await Spreadsheet.sheet(number, of: bytes) else { break }
                // A sheet that is no list gives way to the next.
                if let list = try? MemberList(text: text), list.guessed.contains(.email) { return list }
                first = first ?? text
            }
        } catch is Spreadsheet.Unreadable {
            throw Refusal(
                "Ce classeur n’a pas pu être lu. Enregistrez la feuille en CSV, et réessayez.", field: "fichier")
        }
        return try MemberList(text: first ?? "")
    }

    private static let sheetsAtMost = 5

    static func text(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) {
            return CharsetText.decoded(Array(bytes.dropFirst(2)), charset: "utf-16le")
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return CharsetText.decoded(Array(bytes.dropFirst(2)), charset: "utf-16be")
        }
        // Excel's "Unicode text" without its mark: every second byte is zero.
        let sample = bytes.prefix(200)
        if sample.count > 20, sample.indices.count(where: { $0 % 2 == 1 && sample[$0] == 0 }) > sample.count / 3 {
            return CharsetText.decoded(bytes, charset: "utf-16le")
        }
        return CharsetText.decoded(bytes, charset: nil)
    }

    package init(text: String) throws(Refusal) {
        guard text.utf8.count <= Self.bytesAtMost else {
            throw Refusal("Ce fichier est trop long pour une liste de personnes.", field: "fichier")
        }
        let records: [SeparatedText.Row]
        do {
            records = try SeparatedText.rows(of: text)
        } catch {
            throw Refusal("Un guillemet ouvert à la ligne %@ ne se ferme pas.", String(error.line), field: "fichier")
        }
        guard !records.isEmpty else { throw Refusal("Ce fichier est vide.", field: "fichier") }
        let known = records.prefix(Self.searched).map { Self.likeness(of: $0.cells) }
        let best = known.indices.max { (known[$0], -$0) < (known[$1], -$1) } ?? 0
        let width = records.map(\.cells.count).max() ?? 0
        func wide(_ index: Int) -> [String] {
            let cells = records.indices.contains(index) ? records[index].cells : []
            return cells + Array(repeating: "", count: max(0, width - cells.count))
        }
        if known[best] > 0 {
            // Headings on two lines: the upper one groups, or stands over merged cells.
            let isUpper = best + 1 < known.count && known[best + 1] >= 2
            let (upper, lower) = isUpper ? (wide(best), wide(best + 1)) : (wide(best - 1), wide(best))
            let hasUpper = isUpper || (best > 0 && known[best - 1] > 0)
            headings = zip(upper, lower).map { over, under in
                guard hasUpper, !over.isEmpty else { return under }
                return under.isEmpty || (PersonColumn(heading: under) == nil && PersonColumn(heading: over) != nil)
                    ? over : under
            }
            rows = records.dropFirst(best + (isUpper ? 2 : 1)).map { Row(line: $0.line, cells: $0.cells) }
        } else {
            headings = Array(repeating: "", count: width)
            rows = records.map { Row(line: $0.line, cells: $0.cells) }
        }
        guard !rows.isEmpty else { throw Refusal("Ce fichier n’a que des titres de colonnes.", field: "fichier") }
        guard rows.count <= Self.rowsAtMost else {
            throw Refusal("Un fichier tient en 5 000 lignes. Coupez-le en plusieurs.", field: "fichier")
        }
    }

    /// How much a line looks like headings: the one of the addresses says most, an address that it is none.
    private static func likeness(of cells: [String]) -> Int {
        if cells.contains(where: { $0.contains("@") }) { return 0 }
        return cells.reduce(0) { sum, cell in
            switch PersonColumn(heading: cell) {
            case nil: sum
            case .email: sum + 3
            default: sum + 1
            }
        }
    }

    /// In which order a column "Nom Prénom" says names, by its heading; nil when it does not tell.
    package var guessedOrder: NameOrder? {
        headings.first { PersonColumn(heading: $0) == .fullName }.flatMap { heading in
            let words = fold(heading).split { !$0.isLetter }
            guard let family = words.firstIndex(of: "nom"), let given = words.firstIndex(of: "prenom") else {
                return nil
            }
            return family < given ? .familyFirst : .givenFirst
        }
    }

    /// What each column seems to hold: by its heading; the addresses by their look. Each thing once.
    package var guessed: [PersonColumn] {
        var taken: Set<PersonColumn> = []
        var headings = headings
        // The name at birth is read only where no other is.
        let births = headings.indices.filter { fold(headings[$0]).contains("naissance") }
        if headings.count(where: { PersonColumn(heading: $0) == .lastName }) > births.count {
            for index in births { headings[index] = "" }
        }
        var columns = headings.map { heading -> PersonColumn in
            guard let column = PersonColumn(heading: heading), taken.insert(column).inserted else { return .ignored }
            return column
        }
        if !taken.contains(.email) {
            let looks = columns.indices.map { column in rows.prefix(50).count { $0[column].contains("@") } }
            if let best = looks.indices.max(by: { looks[$0] < looks[$1] }), looks[best] > 0 { columns[best] = .email }
        }
        return columns
    }
}

/// What a column of such a list holds.
package enum PersonColumn: String, Sendable, Codable, CaseIterable {
    case ignored, email, fullName = "full name", firstName = "first name", lastName = "last name"
    case profession, speciality, establishment, setting, territory, role, language, rpps
    case consentedOn = "consented on"

    /// From a heading, whatever its case, accents, spaces and signs: "Adresse e-mail", "N° RPPS". Nil when unknown.
    package init?(heading: String) {
        let key = fold(heading).filter { $0.isLetter || $0.isNumber }
        guard let column = Self.synonyms[key] else { return nil }
        self = column
    }

    private static let synonyms: [String: PersonColumn] = {
        let words: [PersonColumn: [String]] = [
            .email: [
                "email", "mail", "courriel", "adresse mail", "adresse email", "adresse de courriel",
                "adresse electronique", "adresse courriel", "email address", "messagerie", "mail professionnel",
                "email professionnel", "courriel professionnel", "adresse professionnelle", "mail pro", "email pro",
                "courriel pro", "adresse mail pro", "adresse email pro", "adresse mail professionnelle",
                "adresse email professionnelle", "messagerie professionnelle", "adresse messagerie",
            ],
            .fullName: [
                "nom prenom", "prenom nom", "nom et prenom", "nom complet", "full name", "name", "agent", "identite",
            ],
            .firstName: ["prenom", "first name", "given name", "prenoms"],
            .lastName: [
                "nom", "noms", "nom d’usage", "nom usage", "nom usuel", "nom de naissance", "nom patronymique",
                "nom de famille", "last name", "family name", "surname",
            ],
            .profession: ["profession", "fonction", "metier", "qualite", "grade", "job", "job title", "corps"],
            .speciality: ["specialite", "specialty", "speciality", "discipline"],
            .establishment: [
                "etablissement", "structure", "institution", "organisation", "organization", "hopital", "service",
                "employeur", "institution service",
            ],
            .setting: ["type exercice", "type d’exercice", "lieu d’exercice", "exercice", "secteur"],
            .territory: [
                "departement", "dept", "dpt", "dep", "territoire", "ville", "cp", "code postal", "region", "ght",
                "ville cp territoire",
            ],
            .role: ["role", "statut", "role dans la communaute"],
            .language: ["langue", "language", "lang"],
            .rpps: ["rpps", "n rpps", "no rpps", "numero rpps", "n rpps adeli", "rpps adeli", "adeli"],
            .consentedOn: [
                "consentement le", "consentement", "date consentement", "date de consentement", "date du consentement",
                "accord le", "date d’accord", "date de l’accord", "date accord", "recueilli le",
            ],
        ]
        var synonyms: [String: PersonColumn] = [:]
        for (column, list) in words {
            for word in list { synonyms[fold(word).filter { $0.isLetter || $0.isNumber }] = column }
        }
        return synonyms
    }()
}
