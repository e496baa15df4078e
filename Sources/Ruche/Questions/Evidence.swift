import Calendaring
import Persistence
import RegexBuilder

/// A source that a reply stands on, or that a piece of information tells of, as the member who cites it describes it; no network is asked.
package struct Evidence: Sendable, Equatable {
    package typealias ID = Identifier<Evidence>

    package let id: ID
    /// The number of the reply that cites it; 0 for the opening of the exchange.
    package let number: Int
    package let title: String
    package let form: Form
    package let year: Int?
    package let reference: Reference?
    /// Told by the member: what was published was taken back.
    package let isRetracted: Bool

    package enum Form: String, Bindable, Sendable, CaseIterable {
        case review, trial, study, guideline, regulation, other
    }

    /// Where it is found.
    package enum Reference: Sendable, Equatable {
        case doi(String), pmid(String), address(String)

        /// Reads what somebody typed or pasted: "10.1000/182", "https://doi.org/10.1000/182", "PMID 12345678", "PMC3467596",
        /// a link, with the comma or the full stop that followed it.
        /// - Throws: a refusal when it has none of these shapes.
        package init?(typed text: String) throws(Refusal) {
            let text = text.trimmingWhitespace()
            if text.isEmpty { return nil }
            if let found = Self.doi(in: text) ?? Self.pmid(in: text) ?? Self.address(in: text) {
                self = found
            } else {
                throw Refusal(
                    "Un DOI commence par 10., un PMID est un nombre de huit chiffres au plus, un lien commence par https://.",
                    field: "source-reference")
            }
        }

        private static func doi(in text: String) -> Reference? {
            let shape = /(?i:(doi\s*:?\s*)|(https?:\/\/(?:dx\.|www\.)?doi\.org\/))?(10\.\d{4,9}\/[^\s"]+)/
            guard let found = text.wholeMatch(of: shape) else { return nil }
            var doi = found.3
            if found.2 != nil, let query = doi.firstIndex(where: { "?#".contains($0) }) { doi = doi[..<query] }
            // A reference ends with a full stop that is not its own, and may stand between brackets.
            while let last = doi.last,
                ".,;:".contains(last) || (last == ")" && doi.count { $0 == "(" } < doi.count { $0 == ")" })
            {
                doi.removeLast()
            }
            return doi.hasSuffix("/") ? nil : .doi(String(doi))
        }

        private static func pmid(in text: String) -> Reference? {
            let pubmed =
                /(?i:PMID\s*:?\s*|https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/)?/
            let shape = Regex {
                pubmed
                Capture(/[1-9]\d{0,7}/)
                /\/?[.,;]?/
            }
            if let found = text.wholeMatch(of: shape) { return .pmid(String(found.1)) }
            return text.wholeMatch(of: /(?i:PMCID\s*:?\s*)?(?i:PMC)(\d{4,9})[.,;]?/).map {
                .address("https://pmc.ncbi.nlm.nih.gov/articles/PMC\($0.1)/")
            }
        }

        /// A link to a host, without a password; without its scheme where it begins with "www.".
        private static func address(in text: String) -> Reference? {
            guard text.count <= 1_000 else { return nil }
            if text.wholeMatch(of: /(?i:www\.)[^\s\/?#@:]+\.[^\s\/?#@:.]{2,}(?:[\/?#]\S*)?/) != nil {
                return .address("https://\(text)")
            }
            let whole = text.wholeMatch(of: /(?i:(https?):\/\/)([^\s\/?#@:]{2,}(?::\d{1,5})?(?:[\/?#]\S*)?)/)
            return whole.map { .address("\($0.1.lowercased())://\($0.2)") }
        }

        /// What is on file was of a shape once, by rules that may have been others.
        init?(kept text: String) {
            if let reference = try? Self(typed: text) {
                self = reference
            } else if text.hasPrefix("https://") || text.hasPrefix("http://") {
                self = .address(text)
            } else {
                return nil
            }
        }

        /// As it is kept and read: its shape tells what it is.
        package var text: String {
            switch self {
            case .doi(let doi): doi
            case .pmid(let number): "PMID \(number)"
            case .address(let address): address
            }
        }

        package var address: String {
            switch self {
            case .doi(let doi): "https://doi.org/\(doi.percentEncodedInPath)"
            case .pmid(let number): "https://pubmed.ncbi.nlm.nih.gov/\(number)/"
            case .address(let address): address
            }
        }
    }
}

package struct EvidenceDraft: Sendable, Equatable {
    package var title = ""
    package var form = ""
    package var year = ""
    package var reference = ""
    package var isRetracted = false

    package init() {}
    package var isEmpty: Bool {
        [title, year, reference].allSatisfy { $0.allSatisfy(\.isWhitespace) } && !isRetracted
    }
}

extension QuestionQueries {
    func evidence(of id: Question.ID) throws -> [Evidence] {
        try view.transaction.all(
            """
            select id, number, title, form, year, reference, is_retracted from evidence
            where question_id = \(id) order by number, id
            """
        ) { row in
            Evidence(
                id: try row[0], number: try row[1], title: try row[2], form: try row[3], year: try row[4],
                reference: Evidence.Reference(kept: try row[5]), isRetracted: try row[6])
        }
    }
}

extension QuestionActs {
    /// At most so many sources for a post: beyond, nobody reads them.
    private static let mostSources = 5

    /// Adds a source to one's own reply.
    package func cite(_ draft: EvidenceDraft, for id: Reply.ID) throws {
        let reply = try act.view.questions.reply(id)
        guard reply.author.id == act.actor.member else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        try mayCite(in: reply.question, number: reply.number)
        try keep(draft, for: reply.question, number: reply.number)
        try act.record(.cited, .reply(id), within: .question(reply.question))
    }

    /// Adds a source to a piece of information of one's own.
    package func cite(_ draft: EvidenceDraft, for id: Question.ID) throws {
        let exchange = try act.view.questions.find(id)
        guard exchange.kind == .information, exchange.deletedAt == nil else { throw Refusal.notFound }
        guard exchange.author.id == act.actor.member else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        try mayCite(in: id, number: 0)
        try keep(draft, for: id, number: 0)
        try act.record(.cited, .question(id))
    }

    private func mayCite(in question: Question.ID, number: Int) throws {
        let known = try act.transaction.value(
            "select count(*) from evidence where question_id = \(question) and number = \(number)", as: Int.self)
        guard known ?? 0 < Self.mostSources else {
            throw Refusal("Cinq sources au plus : gardez les meilleures.", field: "source-titre")
        }
    }

    /// Takes back a source of one's own post.
    package func dropEvidence(_ id: Evidence.ID) throws -> Question.ID {
        let found = try act.transaction.first(
            """
            select e.question_id, e.number from evidence e join question q on q.id = e.question_id
            left join reply r on r.question_id = e.question_id and r.number = e.number
            where e.id = \(id) and q.community_id = \(try act.community)
              and case when e.number = 0 then q.author_id else r.author_id end = \(try act.member)
            """
        ) { row in (question: try row[0] as Question.ID, number: try row[1] as Int) }
        guard let found else { throw Refusal.notFound }
        try act.execute("delete from evidence where id = \(id)")
        try act.record(.edited, .question(found.question))
        return found.question
    }

    /// The same reply sent again, with a source this time.
    func keepMissing(_ draft: EvidenceDraft, of reply: Reply.ID) throws {
        let place = try act.view.questions.place(of: reply)
        let known = try act.transaction.value(
            """
            select 1 from evidence where question_id = \(place.question) and number = \(place.number)
              and title = \(try draft.title.line(field: "source-titre") ?? "")
            """, as: Int.self)
        if known == nil { try keep(draft, for: place.question, number: place.number) }
    }

    func keep(_ draft: EvidenceDraft, for question: Question.ID, number: Int) throws {
        guard let title = try draft.title.line(field: "source-titre") else {
            throw Refusal("Donnez le titre de la source.", field: "source-titre")
        }
        let year = Int(draft.year.trimmingWhitespace())
        let nextYear = Zone.paris.date(at: act.now.milliseconds).year + 1
        guard draft.year.allSatisfy(\.isWhitespace) || (1_800...9_999).contains(year ?? 0) else {
            throw Refusal("Écrivez l’année en quatre chiffres.", field: "source-annee")
        }
        guard year ?? 0 <= nextYear else { throw Refusal("Cette année n’est pas encore venue.", field: "source-annee") }
        let reference = try Evidence.Reference(typed: draft.reference)
        do {
            try act.guardPatients(in: [title], ignoring: [.civilName, .date], isConfirmed: false)
        } catch let wall as GuardWall {
            throw wall.refusal(field: "source-titre")
        }
        try act.execute(
            """
            insert into evidence (question_id, number, title, form, year, reference, is_retracted)
            values (\(question), \(number), \(title), \(Evidence.Form(rawValue: draft.form) ?? .other), \(year),
                \(reference?.text ?? ""), \(draft.isRetracted))
            """)
    }
}

extension String {
    /// For an address: a DOI may hold signs that end a link.
    fileprivate var percentEncodedInPath: String {
        utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isPlain || "/.-_();:".utf8.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
