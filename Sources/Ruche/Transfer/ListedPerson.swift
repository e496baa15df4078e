import Calendaring
import Foundation
import Persistence
import Wording

/// A line of a list, read by the columns that the facilitator confirmed; and what is wrong with it.
package struct ListedPerson: Sendable, Equatable {
    package let line: Int
    /// What the line calls the person, to be recognised when their address is wrong.
    package var label = ""
    package var email: EmailAddress?
    package var card = MemberDraft()
    package var role = Role.member
    package var language = Language.french
    package var consentedOn: CivilDate?
    package var problem: Problem?
    package var warnings: [Warning] = []
    /// A card is prepared for this address: it takes what this line says, and no other letter leaves.
    package var isCorrection = false

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
        case futureDate(String)
    }

    /// What will be left aside, or looked at again: the person can be invited all the same.
    package enum Warning: Sendable, Equatable {
        case unknownProfession(String)
        case unknownSetting(String)
        case rppsKey(String)
        case roleLeftAside(String)
        case tooLong
        /// The reason given for all stands in its place.
        case dateLeftAside(String)
    }
}

/// How a list is to be read.
package struct ListReading: Sendable, Codable, Equatable {
    package var columns: [PersonColumn]
    /// Why these people may be written to, where no column gives the day of their consent.
    package var reason = ""
    /// Whether a line may make somebody a facilitator.
    package var takesRoles = false
    /// Of a column that holds the whole name; nil where nobody has said.
    package var order: NameOrder?

    package init(columns: [PersonColumn]) { self.columns = columns }
}

/// Which comes first in a column "Nom Prénom" where capitals do not tell.
package enum NameOrder: String, Sendable, Codable, CaseIterable { case familyFirst = "family", givenFirst = "given" }

/// Who is here already, or on the way.
package struct KnownPeople: Sendable {
    package var members: Set<EmailAddress> = []
    /// An invitation is in their mailbox.
    package var invited: Set<EmailAddress> = []
    /// A list prepared a card for them.
    package var prepared: Set<EmailAddress> = []

    package init(
        members: Set<EmailAddress> = [], invited: Set<EmailAddress> = [], prepared: Set<EmailAddress> = []
    ) { (self.members, self.invited, self.prepared) = (members, invited, prepared) }
}

extension MemberList {
    /// Every line, in order, against those who are here already.
    /// - Parameter today: no consent was given later.
    package func people(_ reading: ListReading, known: KnownPeople, today: CivilDate) -> [ListedPerson] {
        var lines: [EmailAddress: Int] = [:]
        return rows.map { row in
            var person = person(row, reading, today)
            guard let email = person.email else { return person }
            if let earlier = lines[email] {
                person.problem = .duplicate(line: earlier)
            } else {
                lines[email] = row.line
                if known.members.contains(email) {
                    person.problem = .member
                } else if known.prepared.contains(email) {
                    person.isCorrection = person.problem == nil
                } else if known.invited.contains(email) {
                    person.problem = .invited
                } else if person.problem == nil, person.consentedOn == nil, reading.reason.isEmpty {
                    person.problem = .noConsent
                }
            }
            return person
        }
    }

    private func person(_ row: Row, _ reading: ListReading, _ today: CivilDate) -> ListedPerson {
        func cell(_ column: PersonColumn) -> String {
            reading.columns.firstIndex(of: column).map { row[$0] } ?? ""
        }
        var person = ListedPerson(line: row.line)
        let address = cell(.email)
        if address.isEmpty {
            person.problem = .noAddress
        } else if let email = try? EmailAddress(typed: address) {
            person.email = email
        } else {
            person.problem = .badAddress(address)
        }
        person.card.name = Self.name(
            first: cell(.firstName), last: cell(.lastName), full: cell(.fullName), reading.order ?? guessedOrder)
        person.label = [person.card.name, address].first { !$0.isEmpty } ?? row.cells.first { !$0.isEmpty } ?? ""
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
        readConsent(cell(.consentedOn), hasReason: !reading.reason.isEmpty, today, &person)
        return person
    }

    private func readConsent(_ text: String, hasReason: Bool, _ today: CivilDate, _ person: inout ListedPerson) {
        if text.isEmpty { return }
        let date = CivilDate(listed: text)
        if let date, date <= today {
            person.consentedOn = date
        } else if hasReason {
            person.warnings.append(.dateLeftAside(text))
        } else if person.problem == nil {
            person.problem = date == nil ? .badDate(text) : .futureDate(text)
        }
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

    /// "CLAIRE" "LE GOAS" → "Claire Le Goas"; "BESNARD Claire" → "Claire Besnard".
    static func name(first: String, last: String, full: String, _ order: NameOrder? = nil) -> String {
        if !first.isEmpty || !last.isEmpty {
            return String([first, last].map(calm).filter { !$0.isEmpty }.joined(separator: " ").prefix(80))
        }
        let (given, family) = split(full, order)
        return String([given, family].filter { !$0.isEmpty }.joined(separator: " ").prefix(80))
    }

    /// The two halves of a whole name, as they would stand in two columns: words in capitals are the family's, as is what
    /// stands before a comma; otherwise the order tells. A first name in several words is not guessed.
    package static func split(_ full: String, _ order: NameOrder?) -> (given: String, family: String) {
        func halves(_ given: some Sequence<String>, _ family: some Sequence<String>) -> (String, String) {
            (calm(given.joined(separator: " ")), calm(family.joined(separator: " ")))
        }
        let parts = full.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        if parts.count == 2 { return halves(parts[1], parts[0]) }
        let words = full.replacing(",", with: " ").split(whereSeparator: \.isWhitespace).map(String.init)
        let family = words.filter { $0.count > 1 && $0 == $0.uppercased() && $0.contains(where: \.isLetter) }
        if !family.isEmpty, family.count < words.count { return halves(words.filter { !family.contains($0) }, family) }
        guard words.count > 1, let order else { return (calm(full), "") }
        return switch order {
        case .familyFirst: halves(words.suffix(1), words.dropLast())
        case .givenFirst: halves(words.prefix(1), words.dropFirst())
        }
    }

    /// Words all in capitals or all in small letters get their capital; a name with both is left as it is, and so is a
    /// particle beside a word that has its own.
    private static func calm(_ name: String) -> String {
        let parts = name.split(whereSeparator: \.isWhitespace).map(String.init)
        let isMixed = parts.contains { $0.contains(where: \.isUppercase) }
        return parts.map { word -> String in
            if isMixed, ["de", "du", "des", "d", "la", "le", "les", "von", "van", "der", "el", "ben"].contains(word) {
                return word
            }
            guard word.allSatisfy({ !$0.isLowercase }) || word.allSatisfy({ !$0.isUppercase }) else { return word }
            return word.lowercased().split(separator: "-", omittingEmptySubsequences: false)
                .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "-")
        }.joined(separator: " ")
    }
}

extension CivilDate {
    /// As lists write it: 2026-11-25, 25/11/2026, 25.11.26, « le 1er nov. 2026 », 46351 as Excel counts days; with or
    /// without an hour behind it.
    init?(listed text: String) {
        let words = fold(text).split { $0.isWhitespace || $0 == "t" && text.contains("-") }.map(String.init)
        let day = words.first ?? ""
        if let date = CivilDate(day) { self = date; return }
        // Days since 30 December 1899: from 1990 to 2119, so that a number of another kind is none.
        if words.count == 1, let serial = Int(day.split(separator: ".").first ?? ""),
            (32_874...80_000).contains(serial),
            !day.contains("/"), day.split(separator: ".").count <= 2
        {
            self.init(dayNumber: serial - 25_569)
            return
        }
        let parts = day.split(whereSeparator: { "/.-".contains($0) }).compactMap { Int($0) }
        if parts.count == 3 {
            let year = parts[2] < 100 ? 2_000 + parts[2] : parts[2]
            self.init(year, parts[1], parts[0])
            return
        }
        self.init(inWords: fold(text))
    }

    /// "le mardi 1er nov. 2026", "3 novembre 2026".
    private init?(inWords text: String) {
        let months = [
            "janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec",
        ]
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let month = words.firstIndex { word in
            months.contains { word.hasPrefix($0) } || ["jan", "fev"].contains(word)
        }
        guard let month, month > 0, month + 1 < words.count, let year = Int(words[month + 1]),
            let day = Int(words[month - 1].filter(\.isNumber)),
            let number = months.firstIndex(where: { words[month].hasPrefix($0) || $0.hasPrefix(words[month]) })
        else { return nil }
        self.init(year < 100 ? 2_000 + year : year, number + 1, day)
    }
}

extension Question.Setting {
    /// From a cell: by whole words, the more precise first: a centre hospitalier is a hospital before a centre.
    init?(listed text: String) {
        let words = fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        func says(_ phrase: String) -> Bool {
            let wanted = phrase.split(separator: " ").map(String.init)
            return words.indices.contains { words[$0...].starts(with: wanted) }
        }
        let found = Self.phrases.first { $0.phrases.contains(where: says) }
        let alone = Self.alone.first { words == [$0.word] }
        guard let setting = found?.setting ?? alone?.setting else { return nil }
        self = setting
    }

    private static let phrases: [(setting: Question.Setting, phrases: [String])] = [
        (.homeHospital, ["had", "hospitalisation a domicile"]),
        (.nursingHome, ["ehpad", "ehpa", "usld", "maison de retraite", "residence autonomie"]),
        (
            .hospital,
            [
                "hopital", "hopitaux", "hospitalier", "hospitaliers", "hospitaliere", "hospitalieres", "chu", "chru",
                "chr", "chi", "chs", "ch", "chg", "ghu", "ght", "ghi", "hia", "hcl", "ap hp", "aphp", "ap hm",
                "clinique", "polyclinique", "espic", "ssr", "smr", "mco", "pui", "pharmacie a usage interieur",
                "soins de suite", "centre de reeducation", "centre de readaptation",
            ]
        ),
        (.other, ["ssiad", "spasad", "sad", "service de soins infirmiers", "esa", "ime", "mas", "fam", "prison"]),
        (.pharmacy, ["officine", "pharmacie"]),
        (.practice, ["cabinet", "liberal", "liberale", "liberaux", "medecine de ville", "en ville", "a domicile"]),
        (
            .centre,
            [
                "centre de sante", "centre de soins", "centre medical", "centre municipal", "msp", "maison de sante",
                "maison medicale", "pole de sante",
            ]
        ),
        (.other, ["autre", "autres"]),
    ]
    /// Words that say a place only when nothing stands beside them.
    private static let alone: [(word: String, setting: Question.Setting)] = [
        ("centre", .centre), ("ville", .practice), ("domicile", .practice),
    ]
}
