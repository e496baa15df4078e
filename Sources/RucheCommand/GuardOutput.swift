import Foundation
import PatientGuard

/// What `ruche guard` prints for programs (ARCHITECTURE §7).
struct GuardOutput {
    /// One JSON document for a text.
    static func document(for text: String) -> Data {
        encode(Result(text))
    }

    /// One JSON object per line in (`{"text": …}`), one result per line out, in the same order. A line that is not
    /// such an object, an empty one included, gets an object with `error`, so that the tenth answer is always the
    /// tenth line's.
    /// - Returns: what to print, and how many lines were refused.
    static func lines(for input: Data) -> (output: Data, refused: Int) {
        var output = Data()
        var refused = 0
        var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // What follows the last line break is no line.
        if lines.last?.isEmpty == true { lines.removeLast() }
        for (position, line) in lines.enumerated() {
            let (answer, isRefused) = result(ofLine: Data(line), position: position + 1)
            output.append(answer)
            output.append(UInt8(ascii: "\n"))
            if isRefused { refused += 1 }
        }
        return (output, refused)
    }

    private static func result(ofLine line: Data, position: Int) -> (answer: Data, isRefused: Bool) {
        guard let input = try? JSONDecoder().decode(Input.self, from: line) else {
            return (encode(Failure(error: "Ligne \(position) : un objet JSON avec « text » est attendu.")), true)
        }
        return (encode(Result(input.text)), false)
    }

    private static func encode(_ value: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)) ?? Data("null".utf8)
    }

    private struct Input: Decodable {
        let text: String
    }

    private struct Failure: Encodable {
        let error: String
    }

    private struct Result: Encodable {
        let wall: Bool
        let passages: [Item]

        init(_ text: String) {
            let found = PatientGuard().passages(in: text)
            wall = PatientGuard.isWall(found)
            passages = found.map(Item.init)
        }
    }

    private struct Item: Encodable {
        let kind: String
        let start: Int
        let end: Int
        let text: String
        let replacement: String
        let confidence: String

        init(_ passage: Passage) {
            kind = passage.kind.rawValue
            start = passage.start
            end = passage.end
            text = passage.text
            replacement = passage.replacement
            confidence = passage.confidence.rawValue
        }
    }
}
