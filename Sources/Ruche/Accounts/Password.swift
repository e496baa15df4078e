import Foundation
import Persistence

/// A password as somebody typed it.
package struct Password: Sendable {
    /// Composed, so that é is the same letter from every keyboard.
    let text: String

    package init(typed text: String) { self.text = text.precomposedStringWithCanonicalMapping }

    package static let shortest = 12
    /// Longer ones would only make the server work.
    package static let longest = 200

    /// Refuses what a guesser tries first. No mixture of signs is asked for: length is what resists (NIST SP 800-63B).
    /// - Parameters:
    ///   - person: whose name and address make no secret.
    ///   - places: the names of their communities and establishments, which colleagues know.
    ///   - known: the passwords of past breaches.
    package func check(for person: Person, in places: [String] = [], against known: KnownPasswords) throws {
        guard text.count >= Self.shortest else {
            throw Refusal("Douze caractères au moins. Quatre mots sans lien se retiennent bien.", field: "nouveau")
        }
        guard text.count <= Self.longest else {
            throw Refusal("Un mot de passe tient en 200 caractères.", field: "nouveau")
        }
        let own = person.name.split(separator: " ") + person.email.rawValue.split { "@.-_".contains($0) }
        for word in own + ["ruche"] where word.count >= 4 && squeezed.contains(fold(String(word))) {
            throw Refusal("Votre nom, votre adresse ou Ruche s’y devinent : choisissez autre chose.", field: "nouveau")
        }
        guard !isLittleMore(than: places) else {
            throw Refusal(
                "Le nom de votre communauté ou de votre établissement s’y devine. Prenez quatre mots qui n’ont rien à voir entre eux.",
                field: "nouveau")
        }
        guard !isRepeated, !isRun, !isOneWord else { throw Self.tooEasy }
        for guess in [text, squeezed, core, unmasked] where try known.contains(guess) { throw Self.tooEasy }
    }

    private static let tooEasy = Refusal(
        "Ce mot de passe est de ceux que l’on essaie en premier. Prenez quatre mots qui n’ont rien à voir entre eux : ils se retiennent, et ne se devinent pas.",
        field: "nouveau")

    /// Without spaces, accents or capitals.
    private var squeezed: String { fold(text).filter { !$0.isWhitespace } }

    /// What remains without the digits and signs that people put around a word: "motdepasse".
    private var core: String {
        var letters = Substring(squeezed)
        while letters.first?.isLetter == false { letters.removeFirst() }
        while letters.last?.isLetter == false { letters.removeLast() }
        return String(letters)
    }

    /// The word behind signs that look like letters: "p@ssw0rd" is "password".
    private var unmasked: String {
        let masks: [Character: Character] = [
            "@": "a", "4": "a", "0": "o", "1": "i", "!": "i", "3": "e", "$": "s", "5": "s", "7": "t",
        ]
        var letters = Substring(squeezed)
        while letters.last.map({ !$0.isLetter && $0 != "$" && $0 != "@" }) == true { letters.removeLast() }
        return String(letters.map { masks[$0] ?? $0 })
    }

    /// A sign or a word over and over: "111111111111", "soleilsoleil", "passwordpassword1".
    private var isRepeated: Bool {
        [squeezed, core].contains { text in
            let signs = Array(text)
            guard signs.count > 1 else { return true }
            return (1...signs.count / 2).contains { length in
                signs.indices.allSatisfy { signs[$0] == signs[$0 % length] }
            }
        }
    }

    /// One word alone, with or without digits and signs around it: any list of words has it. Sixteen letters in one go are
    /// taken for several words.
    private var isOneWord: Bool { core.allSatisfy(\.isLetter) && core.count < 16 && !text.hasSeveralWords }

    /// Rows and columns of keyboards, the alphabet and the digits, as fingers run along them.
    private static let runs: [String] = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm",
        "qwertzuiopasdfghjklyxcvbnm", "aqwzsxedcrfvtgbyhnujikolpm", "qazwsxedcrfvtgbyhnujmikolp",
        "1a2z3e4r5t6y7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "1aqw2zsx3edc4rfv5tgb6yhn7uj",
    ].flatMap { [$0, String($0.reversed())] }

    /// Hardly anything but runs of four signs or more: "qwertyuiopas", "azerty-123456".
    private var isRun: Bool {
        var (rest, left) = (squeezed.filter { $0.isLetter || $0.isNumber }[...], 0)
        while !rest.isEmpty {
            let length = (4...max(4, rest.count)).last { length in
                length <= rest.count && Self.runs.contains { $0.contains(rest.prefix(length)) }
            }
            if let length { rest = rest.dropFirst(length) } else { (rest, left) = (rest.dropFirst(), left + 1) }
        }
        return left < 4
    }

    /// Whether little remains without the words of these names.
    private func isLittleMore(than names: [String]) -> Bool {
        let words = names.flatMap { fold($0).split { !$0.isLetter && !$0.isNumber } }.filter { $0.count >= 4 }
        let shorter = words.sorted { $0.count > $1.count }.reduce(squeezed) { $0.replacing($1, with: "") }
        return shorter != squeezed && shorter.count(where: \.isLetter) < 8
    }
}

extension String {
    /// Words of three letters or more, with something between them.
    fileprivate var hasSeveralWords: Bool { split { !$0.isLetter }.count { $0.count > 2 } > 1 }
}

/// Passwords that breaches made known, asked without a network: a short list beside the program, and, where the
/// operator has it, the whole of Pwned Passwords, as its one sorted file of SHA-1 hashes.
package struct KnownPasswords: Sendable {
    private let list: URL?
    private let hashes: URL?

    /// - Parameter hashes: lines "HASH:COUNT" in the order of the hashes.
    package init(hashes: String? = nil) {
        let file = ProgramFiles.folder.appending(path: "Breached/passwords.txt")
        list = FileManager.default.fileExists(atPath: file.path) ? file : nil
        self.hashes = hashes.map { URL(fileURLWithPath: $0) }
    }

    /// - Throws: when a file that should be there can't be read.
    func contains(_ password: String) throws -> Bool {
        if password.isEmpty { return true }
        if let list {
            let lines = try Data(contentsOf: list, options: .mappedIfSafe)
            let wanted = Data(fold(password).utf8)
            if lines.split(separator: UInt8(ascii: "\n")).contains(where: { $0 == wanted }) { return true }
        }
        guard let hashes else { return false }
        return try SortedHashes(hashes).contains(password)
    }
}
