import Foundation
import PatientGuard

/// What `ruche guard` prints for programs (ARCHITECTURE §7).
struct GuardOutput {
    /// One JSON document for a text.
    static func document(for text: String) -> Data {
        encode(Result(text))
    }

    /// One JSON object per line in (`{"text": …}`), one result per line out, in the same order. A line that is not
    /// such an object gets an object with `error`, so that lines keep matching; empty lines are passed over.
    static func lines(for input: Data) -> Data {
        var output = Data()
        let lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (position, line) in lines.enumerated() {
            if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\t") }) {
                continue
            }
            output.append(result(ofLine: Data(line), position: position + 1))
            output.append(UInt8(ascii: "\n"))
        }
        return output
    }

    private static func result(ofLine line: Data, position: Int) -> Data {
        guard let input = try? JSONDecoder().decode(Input.self, from: line) else {
            return encode(Failure(error: "Ligne \(position) : un objet JSON avec « text » est attendu."))
        }
        return encode(Result(input.text))
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
