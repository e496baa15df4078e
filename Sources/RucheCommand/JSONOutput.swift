import Foundation

/// What a command prints for programs: what is unknown is `null`, never left out (ARCHITECTURE §7).
indirect enum JSONOutput: Encodable {
    case bool(Bool?)
    case whole(Int?)
    case number(Double?)
    case text(String?)
    case list([JSONOutput])
    case object([String: JSONOutput])

    /// One document, keys in alphabetical order, numbers in full precision, a line end at its end.
    var data: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        // Nothing fails: only a number that is not finite could, and `encode(to:)` writes none.
        let document = (try? encoder.encode(self)) ?? Data("null".utf8)
        return document + Data("\n".utf8)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .bool(let value): try container.encode(value)
        case .whole(let value): try container.encode(value)
        case .number(let value): try container.encode(value.flatMap { $0.isFinite ? $0 : nil })
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
