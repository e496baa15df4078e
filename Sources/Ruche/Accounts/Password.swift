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
    ///   - known: the passwords of past breaches.
    package func check(for person: Person, against known: KnownPasswords) throws {
        guard text.count >= Self.shortest else {
            throw Refusal("Douze caractères au moins. Quatre mots sans lien se retiennent bien.", field: "nouveau")
        }
        guard text.count <= Self.longest else {
            throw Refusal("Un mot de passe tient en 200 caractères.", field: "nouveau")
        }
        let letters = fold(text)
        let own = person.name.split(separator: " ") + person.email.rawValue.split { "@.-_".contains($0) }
        for word in own + ["ruche"] where word.count >= 4 && letters.filter({ $0 != " " }).contains(fold(String(word)))
        {
            throw Refusal("Votre nom, votre adresse ou Ruche s’y devinent : choisissez autre chose.", field: "nouveau")
        }
        guard !isRepeated, try !known.contains(text), try !known.contains(core) else {
            throw Refusal(
                "Ce mot de passe est de ceux que l’on essaie en premier : il figure, ou presque, dans des fuites connues.",
                field: "nouveau")
        }
    }

    /// What remains without the digits and signs that people put around a word, in lower case: "motdepasse".
    private var core: String {
        var letters = Substring(text.lowercased())
        while letters.first?.isLetter == false { letters.removeFirst() }
        while letters.last?.isLetter == false { letters.removeLast() }
        return String(letters)
    }

    /// One sign or a short run of them, over and over: "azerazerazer", "111111111111".
    private var isRepeated: Bool {
        let signs = Array(text)
        return (1...4).contains { length in
            signs.indices.allSatisfy { signs[$0] == signs[$0 % length] }
        }
    }
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
            let wanted = Data(password.lowercased().utf8)
            if lines.split(separator: UInt8(ascii: "\n")).contains(where: { $0 == wanted }) { return true }
        }
        guard let hashes else { return false }
        return try SortedHashes(hashes).contains(password)
    }
}
