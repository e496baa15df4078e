import Foundation

/// A value kept in a column of text.
enum KeptJSON {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<T: Decodable>(_ text: String) throws -> T {
        try JSONDecoder().decode(T.self, from: Data(text.utf8))
    }
}

extension Letter {
    /// As the queue keeps it.
    var json: String { get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) } }

    /// Whether it leads to an exchange.
    func isAbout(_ question: Question.ID) throws -> Bool {
        let json = try json
        return json.contains("\"question\":\(question),") || json.contains("\"question\":\(question)}")
    }
}
