import Measures

/// A case as it is brought: each formula has its key, none is needed.
struct MeasureCase: Decodable {
    let name: Label?
    let durations: [Duration]?
    let promise: Double?
    let proportion: [WholeNumber]?
    let counts: [WholeNumber]?
    let graph: GraphCase?
    let ratings: [WholeNumber?]?
    let excludable: WholeNumber?
    let round: WholeNumber?
    let rounds: [[WholeNumber?]]?
    let ranks: [[Double]]?
    let paired: PairedCase?
    let nps: [WholeNumber]?
    let apmo: OpinionCase?
    let nir: [String]?
    let luhn: [String]?
    let finess: [String]?

    /// `[hours, 1 answered or 0 waiting]`.
    struct Duration: Decodable {
        let wait: Wait

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            let hours = try list.decode(Double.self)
            let isOver =
                if let number = try? list.decode(Int.self) { number } else {
                    try list.decode(Bool.self) ? 1 : 0
                }
            guard hours >= 0, (0...1).contains(isOver), list.isAtEnd else {
                throw DecodingError.wrongShape(
                    at: list.codingPath, "une durée s’écrit [heures, 1 si répondue ou 0 si en attente]"
                )
            }
            wait = Wait(hours: hours, isOver: isOver == 1)
        }
    }

    struct PairedCase: Decodable {
        let pre: [Double]
        let post: [Double]
    }

    struct OpinionCase: Decodable {
        let items: [[WholeNumber]]
    }
}

/// A number without fraction, read so that `1.5` is told apart from what is not a number at all.
struct WholeNumber: Decodable {
    let value: Int

    init(from decoder: any Decoder) throws {
        let number = try decoder.singleValueContainer().decode(Double.self)
        guard let value = Int(exactly: number) else {
            throw DecodingError.wrongShape(at: decoder.codingPath, "un nombre entier est attendu")
        }
        self.value = value
    }
}

/// A name that may be written as a text or a whole number.
enum Label: Decodable, Hashable {
    case text(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        self =
            if let text = try? value.decode(String.self) { .text(text) } else {
                .number(try value.decode(WholeNumber.self).value)
            }
    }

    var output: JSONOutput {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .whole(number)
        }
    }
}

/// `nodes`, a list of names or how many there are, and `edges` as `[from, to, weight]`, weight 1 when it is not said.
struct GraphCase: Decodable {
    let nodes: Nodes
    let edges: [Edge]

    enum Nodes: Decodable {
        case names([Label])
        case count(Int)

        init(from decoder: any Decoder) throws {
            if let count = try? decoder.singleValueContainer().decode(Int.self) {
                self = .count(count)
            } else {
                self = .names(try decoder.singleValueContainer().decode([Label].self))
            }
        }
    }

    struct Edge: Decodable {
        let from: Label
        let to: Label
        let weight: Int

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            from = try list.decode(Label.self)
            to = try list.decode(Label.self)
            weight = list.isAtEnd ? 1 : try list.decode(WholeNumber.self).value
            guard (0...greatestCount).contains(weight), list.isAtEnd else {
                throw DecodingError.wrongShape(
                    at: list.codingPath, "un lien s’écrit [de, vers, poids], le poids étant un nombre entier positif"
                )
            }
        }
    }

    /// The graph, or why there is none.
    func graph() -> Result<InteractionGraph<Label>, Unknown> {
        let ends = Set(edges.flatMap { [$0.from, $0.to] })
        let members: Set<Label>
        switch nodes {
        case .names(let names):
            members = Set(names)
            guard ends.isSubset(of: members) else { return .failure(.stranger) }
        case .count(let count):
            guard (ends.count...1_000_000).contains(count) else { return .failure(.count) }
            members = ends.union(padding(ends, to: count))
        }
        let edges = edges.map { InteractionGraph<Label>.Edge(from: $0.from, to: $0.to, weight: $0.weight) }
        return .success(InteractionGraph(members: members, edges: edges))
    }

    enum Unknown: Error { case stranger, count }

    /// Members without any edge, so that there are `count` in all.
    private func padding(_ ends: Set<Label>, to count: Int) -> [Label] {
        let unnamed = (0..<(count + ends.count)).lazy.map(Label.number).filter { !ends.contains($0) }
        return Array(unnamed.prefix(count - ends.count))
    }
}

/// The greatest count or weight of a case: sums of them stay exact.
let greatestCount = 1_000_000_000

/// What a value should look like, said by the one who reads it.
struct WrongShape: Error {
    let why: String
}

extension DecodingError {
    /// A value of the right sort that is not what the contract asks for.
    static func wrongShape(at path: [any CodingKey], _ why: String) -> DecodingError {
        .dataCorrupted(Context(codingPath: path, debugDescription: why, underlyingError: WrongShape(why: why)))
    }
}
