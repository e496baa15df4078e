import Foundation

/// The invented people and exchanges of the demonstration, as their files hold them.
struct DemoContent: Sendable {
    let people: [DemoPerson]
    let threads: [DemoThread]
    let preparation: DemoPreparation
    let states: [DemoState]
    let exchanges: [DemoExchange]

    /// Reads the files that come with the program.
    init() throws {
        func read<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T {
            let file = ProgramFiles.folder.appending(path: "Resources/\(name).json")
            return try JSONDecoder().decode(T.self, from: Data(contentsOf: file))
        }
        people = try read("people")
        let (first, second) = (
            try read("threads-a", as: [DemoThread].self), try read("threads-b", as: [DemoThread].self)
        )
        // Woven together, so that a season speaks of everything.
        threads = zip(first, second).flatMap { [$0, $1] }
        preparation = try read("preparation")
        states = try read("states")
        exchanges = try read("exchanges")
    }
}

struct DemoPerson: Decodable, Sendable {
    let key: String
    let first: String
    let last: String
    let profession: String
    let speciality: String?
    let setting: String
    let establishment: String
    let territory: String
    let canHelpOn: [String]
    let wantsToLearn: [String]
    /// From 0, who never wrote yet, to 5.
    let activity: Int

    enum CodingKeys: String, CodingKey {
        case key, first, last, profession, speciality, setting, establishment, territory, activity
        case canHelpOn = "can_help_on"
        case wantsToLearn = "wants_to_learn"
    }

    var name: String { "\(first) \(last)" }
}

struct DemoThread: Decodable, Sendable {
    let title: String
    let body: String
    let context: Context
    let tried: String?
    let sought: [String]
    let topics: [String]
    let urgent: Bool
    let askerProfessions: [String]
    let asker: String?
    let objective: String?
    let need: String?
    let replies: [Reply]
    let retained: Int?
    let thanks: String?
    let meToo: [MeToo]
    /// Of an unanswered one: "recent" or "old".
    let age: String?

    struct Context: Decodable, Sendable {
        let setting: String?
        let moment: String?
        let constraints: String?
    }

    struct Source: Decodable, Sendable {
        let title: String
        let form: String
        let year: String
        let reference: String
    }

    struct Reply: Decodable, Sendable {
        let body: String
        let atOurs: String?
        let knowledge: String?
        let kind: String
        let professions: [String]
        let setting: String?
        let author: String?
        let useful: Bool
        let peers: Int
        let source: Source?

        enum CodingKeys: String, CodingKey {
            case body, knowledge, kind, professions, setting, author, useful, peers, source
            case atOurs = "at_ours"
        }
    }

    struct MeToo: Decodable, Sendable {
        let line: String
        let professions: [String]
        let author: String?
    }

    enum CodingKeys: String, CodingKey {
        case title, body, context, tried, sought, topics, urgent, asker, objective, need, replies, retained, thanks, age
        case askerProfessions = "asker_professions"
        case meToo = "me_too"
    }
}
