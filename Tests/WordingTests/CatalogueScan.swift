import Foundation

/// The source texts of the code: what `ui(`, `Refusal(` and `word(` receive as a literal.
///
/// `script/words` reads by the same pattern: change both together. Two literals and a third argument, in `ui`, are a
/// singular and its plural.
struct CatalogueScan {
    struct Use: Equatable {
        let id: String
        let plural: String?
        let file: String
        let line: Int
    }

    private(set) var uses: [Use] = []
    /// Literals that cannot be an entry, as `file:line: reason`.
    private(set) var faults: [String] = []

    private static var call: Regex<(Substring, Substring, Substring, Substring?)> {
        /(?:^|[^A-Za-z0-9_])(ui|self|Refusal|word)\(\s*"(?!"")((?:[^"\\\n]|\\.)*)"(?:\s*,\s*"(?!"")((?:[^"\\\n]|\\.)*)"(?=\s*,))?/
    }

    /// Of every Swift file under `folders`, in the order of their names.
    init(folders: [URL], root: URL) throws {
        let files = folders.flatMap { folder in
            (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? [])
                .compactMap { $0 as? URL }
                .filter { $0.pathExtension == "swift" }
                .map { String($0.path.dropFirst(root.path.count + 1)) }
        }
        for file in files.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            try read(String(contentsOf: root.appendingPathComponent(file), encoding: .utf8), file: file)
        }
    }

    init(_ text: String, file: String) { read(text, file: file) }

    private mutating func read(_ text: String, file: String) {
        let code = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("//") ? "" : String($0) }
            .joined(separator: "\n")
        var (line, counted) = (1, code.startIndex)
        for match in code.matches(of: Self.call) {
            let (_, call, first, second) = match.output
            line += code[counted..<call.startIndex].count { $0 == "\n" }
            counted = call.startIndex
            guard let id = Self.unescaped(first),
                let plural = Self.unescaped(["ui", "self"].contains(call) ? second ?? "" : "")
            else {
                faults.append("\(file):\(line): a source with an interpolation or an unknown escape")
                continue
            }
            if id.isEmpty { faults.append("\(file):\(line): an empty source") }
            uses.append(Use(id: id, plural: plural.isEmpty ? nil : plural, file: file, line: line))
        }
    }

    /// Nothing for an interpolation, or an escape that Swift does not know.
    private static func unescaped(_ literal: Substring) -> String? {
        var (result, rest) = ("", literal)
        while let character = rest.popFirst() {
            guard character == "\\" else {
                result.append(character)
                continue
            }
            switch rest.popFirst() {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "r": result.append("\r")
            case "\"": result.append("\"")
            case "'": result.append("'")
            case "\\": result.append("\\")
            case "u":
                guard rest.first == "{", let end = rest.firstIndex(of: "}"),
                    let scalar = UInt32(rest[..<end].dropFirst(), radix: 16).flatMap(Unicode.Scalar.init)
                else { return nil }
                result.unicodeScalars.append(scalar)
                rest = rest[rest.index(after: end)...]
            default: return nil
            }
        }
        return result
    }
}
