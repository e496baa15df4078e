import Calendaring
import Persistence
import Wording

/// A line of a list, read by the columns that the facilitator confirmed; and what is wrong with it.
package struct ListedPerson: Sendable, Equatable {
    package let line: Int
    package var email: EmailAddress?
    package var card = MemberDraft()
    package var role = Role.member
    package var language = Language.french
    package var consentedOn: CivilDate?
    package var problem: Problem?
    package var warnings: [Warning] = []

    /// Why nobody can be invited from this line.
    package enum Problem: Sendable, Equatable {
        case noAddress
        case badAddress(String)
        /// The same address stands on an earlier line.
        case duplicate(line: Int)
        case member
        case invited
        case noConsent
        case badDate(String)
    }

    /// What will be left aside, or looked at again: the person can be invited all the same.
    package enum Warning: Sendable, Equatable {
        case unknownProfession(String)
        case unknownSetting(String)
        case rppsKey(String)
        case roleLeftAside(String)
        case tooLong
    }
}

/// How a list is to be read.
package struct ListReading: Sendable, Codable, Equatable {
    package var columns: [PersonColumn]
    /// Why these people may be written to, where no column gives the day of their consent.
    package var reason = ""
    /// Whether a line may make somebody a facilitator.
    package var takesRoles = false

    package init(columns: [PersonColumn]) { self.columns = columns }
}

extension MemberList {
    /// Every line, in order, against those who are here already.
    package func people(
        _ reading: ListReading, members: Set<EmailAddress>, invited: Set<EmailAddress>
    ) -> [ListedPerson] {
        var lines: [EmailAddress: Int] = [:]
        return rows.map { row in
            var person = person(row, reading)
            guard let email = person.email else { return person }
            if let earlier = lines[email] {
                person.problem = .duplicate(line: earlier)
            } else {
                lines[email] = row.line
                if members.contains(email) {
                    person.problem = .member
                } else if invited.contains(email) {
                    person.problem = .invited
                } else if person.problem == nil, person.consentedOn == nil, reading.reason.isEmpty {
                    person.problem = .noConsent
                }
            }
            return person
        }
    }

    private func person(_ row: Row, _ reading: ListReading) -> ListedPerson {
        func cell(_ column: PersonColumn) -> String {
            reading.columns.firstIndex(of: column).map { row[$0] } ?? ""
        }
        var person = ListedPerson(line: row.line)
        let address = cell(.email).replacing("mailto:", with: "")
        if address.isEmpty {
            person.problem = .noAddress
        } else if let email = try? EmailAddress(typed: address) {
            person.email = email
        } else {
            person.problem = .badAddress(address)
        }
        person.card.name = Self.name(first: cell(.firstName), last: cell(.lastName), full: cell(.fullName))
        person.card.speciality = kept(cell(.speciality), 120, &person)
        person.card.establishment = kept(cell(.establishment), 120, &person)
        person.card.territory = kept(cell(.territory), 120, &person)
        read(cell(.profession), cell(.setting), &person)
        let role = fold(cell(.role))
        if role.hasPrefix("anim") || role.hasPrefix("facilit") || role == "owner" || role == "moderateur" {
            if reading.takesRoles { person.role = .facilitator } else { person.warnings.append(.roleLeftAside(role)) }
        }
        if fold(cell(.language)).hasPrefix("en") { person.language = .english }
        let rpps = cell(.rpps)
        if rpps.filter({ !$0.isWhitespace }).count == 11, !HealthIdentifier.isRPPS(rpps) {
            person.warnings.append(.rppsKey(rpps))
        }
        let consent = cell(.consentedOn)
        if !consent.isEmpty {
            person.consentedOn = CivilDate(listed: consent)
            if person.consentedOn == nil, person.problem == nil { person.problem = .badDate(consent) }
        }
        return person
    }

    private func read(_ profession: String, _ setting: String, _ person: inout ListedPerson) {
        if let known = Profession(listed: profession) {
            person.card.profession = known.stored
        } else if !profession.isEmpty {
            person.warnings.append(.unknownProfession(profession))
        }
        if let known = Question.Setting(listed: setting) {
            person.card.setting = known.rawValue
        } else if !setting.isEmpty {
            person.warnings.append(.unknownSetting(setting))
        }
    }

    private func kept(_ text: String, _ limit: Int, _ person: inout ListedPerson) -> String {
        if text.count > limit { person.warnings.append(.tooLong) }
        return text.line(limit: limit) ?? ""
    }

    /// "CLAIRE" "LE GOAS" → "Claire Le Goas"; "BESNARD Claire" → "Claire Besnard": words in capitals are the family's.
    static func name(first: String, last: String, full: String) -> String {
        if !first.isEmpty || !last.isEmpty {
            return [first, last].map(calm).filter { !$0.isEmpty }.joined(separator: " ")
        }
        let words = full.replacing(",", with: " ").split(separator: " ").map(String.init)
        let family = words.filter { $0.count > 1 && $0 == $0.uppercased() && $0.contains(where: \.isLetter) }
        guard !family.isEmpty, family.count < words.count else { return calm(full) }
        let given = words.filter { !family.contains($0) }
        return calm((given + family).joined(separator: " "))
    }

    /// Words all in capitals or all in small letters get their capital; a name with both is left as it is.
    private static func calm(_ name: String) -> String {
        let words = name.split(separator: " ").map { word -> String in
            guard word.allSatisfy({ !$0.isLowercase }) || word.allSatisfy({ !$0.isUppercase }) else {
                return String(word)
            }
            return word.lowercased().split(separator: "-", omittingEmptySubsequences: false)
                .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "-")
        }
        return String(words.joined(separator: " ").prefix(80))
    }
}

extension CivilDate {
    /// As lists write it: 2026-11-25, 25/11/2026, 25.11.26, with or without an hour behind it.
    init?(listed text: String) {
        let day = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) ?? ""
        if let date = CivilDate(day) { self = date; return }
        let parts = day.split(whereSeparator: { "/.-".contains($0) }).compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let year = parts[2] < 100 ? 2_000 + parts[2] : parts[2]
        self.init(year, parts[1], parts[0])
    }
}

extension Profession {
    /// From a cell: a code of ours, a word of the list in either form, or what services call it.
    package init?(listed text: String) {
        let key = fold(text).filter { $0.isLetter || $0.isNumber }
        guard !key.isEmpty, let code = Self.byWord[key] ?? Self.byWord[String(key.dropLast())] else { return nil }
        self.init(code: code)
    }

    private static let byWord: [String: String] = {
        var words: [String: String] = [:]
        func add(_ word: String, _ code: String) { words[fold(word).filter { $0.isLetter || $0.isNumber }] = code }
        for language in [Language.english, .french] {
            for choice in choices(in: language) { add(choice.title, choice.stored) }
        }
        for profession in all { add(profession.code, profession.code) }
        let usual: [(String, [String])] = [
            ("60", ["ide", "infirmier diplome d’etat", "infirmiere diplomee d’etat", "iade", "ibode", "idel", "ipa"]),
            ("60f", ["puericultrice"]), ("35", ["as", "asd"]),
            ("10", ["dr", "docteur", "praticien hospitalier", "ph", "interne", "medecin generaliste", "mg"]),
            ("21", ["pharmacien hospitalier", "pharmacien d’officine"]), ("38", ["preparateur"]),
            ("50", ["sf", "sage femme", "maieuticien"]), ("70", ["kine", "kinesitherapeute", "mk"]),
            ("94", ["ergo"]), ("95", ["dieteticienne nutritionniste"]), ("93", ["psy"]),
            ("98", ["manip radio", "mer", "manipulateur radio"]),
            ("cadre", ["cadre", "cadre sup", "cadre superieur de sante", "cds", "faisant fonction de cadre"]),
            ("ide-coordinateur", ["idec", "infirmiere coordinatrice", "ide coordinatrice"]),
            ("qualiticien", ["qualite", "responsable qualite", "ingenieur qualite"]),
            ("gestionnaire-risques", ["gestion des risques", "coordonnateur gestion des risques"]),
            ("hygieniste", ["eoh", "praticien hygieniste"]), ("secretaire", ["secretaire", "ama"]),
            ("travailleur-social", ["assistante sociale", "assistant social"]), ("etudiant", ["esi"]),
        ]
        for (code, list) in usual { for word in list { add(word, code) } }
        return words
    }()
}

extension Question.Setting {
    init?(listed text: String) {
        let key = fold(text)
        if key.isEmpty { return nil }
        let words: [(Question.Setting, [String])] = [
            (.homeHospital, ["had", "hospitalisation a domicile"]),
            (.nursingHome, ["ehpad", "usld", "maison de retraite"]),
            (.pharmacy, ["officine", "pharmacie"]), (.practice, ["cabinet", "liberal", "ville", "domicile"]),
            (.centre, ["centre", "msp", "maison de sante"]),
            (.hospital, ["hopital", "hospitalier", "chu", "ch", "clinique"]),
            (.other, ["autre"]),
        ]
        guard
            let found = words.first(where: {
                $0.1.contains {
                    key == $0 || key.split(separator: " ").contains(Substring($0)) || ($0.count > 3 && key.contains($0))
                }
            })
        else { return nil }
        self = found.0
    }
}
