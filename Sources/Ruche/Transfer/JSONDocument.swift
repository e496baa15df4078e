import Foundation
import Persistence

/// What somebody takes away to be read by another program.
package protocol JSONDocument: Encodable {}

extension JSONDocument {
    /// One JSON document: keys in `snake_case`, dates in ISO 8601 UTC.
    package var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            encoder.dateEncodingStrategy = .iso8601
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}

extension Instant {
    /// As a `JSONDocument` writes it.
    var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1_000) }
}
