import Foundation

/// Every text of pages and letters, in every language, typeset: made once at start and shared.
///
/// French is the source, so its entries are the sources of the other catalogues. A source that none of them has is
/// typeset when it is asked for.
package struct Words: Sendable {
    private struct Phrase: Sendable {
        let one: Template
        let many: Template?
    }

    /// A source in French and in the other languages, so that one search answers for all of them.
    private final class Entry: Sendable {
        let french: Phrase
        /// One or two languages: a list is faster than a dictionary.
        let translations: [(language: Language, phrase: Phrase)]

        init(french: Phrase, translations: [(language: Language, phrase: Phrase)]) {
            (self.french, self.translations) = (french, translations)
        }

        func phrase(in language: Language) -> Phrase? {
            if language == .french { return french }
            for translation in translations where translation.language == language { return translation.phrase }
            return nil
        }
    }

    private let entries: [Source: Entry]

    /// - Parameter catalogues: by language; French needs none.
    package init(_ catalogues: [Language: PortableObject] = [:]) {
        var entries: [Source: Entry] = [:]
        for (language, catalogue) in catalogues where language != .french {
            for entry in catalogue.entries {
                let source = Source(entry.id)
                var translations = entries[source]?.translations ?? []
                if entry.isTranslated, let one = entry.translations.first {
                    let many = entry.plural == nil ? nil : entry.translations.last
                    translations.append((language, Self.phrase(one, many, language)))
                }
                entries[source] = Entry(
                    french: Self.phrase(entry.id, entry.plural, .french), translations: translations
                )
            }
        }
        self.entries = entries
    }

    /// The text for `source`, in French where the language has none.
    package func text(_ source: String, _ arguments: [Argument] = [], in language: Language) -> String {
        guard let entry = entries[Source(source)] else {
            return Template(Language.french.typeset(source)).filled(arguments, in: language)
        }
        return (entry.phrase(in: language) ?? entry.french).one.filled(arguments, in: language)
    }

    /// The text for so many: `count` is the first argument of both sources.
    package func plural(
        _ one: String, _ many: String, _ count: Int, _ arguments: [Argument] = [], in language: Language
    ) -> String {
        let (entry, all) = (entries[Source(one)], [count] + arguments)
        if let phrase = entry?.phrase(in: language), let plural = phrase.many {
            return (language.isSingular(count) ? phrase.one : plural).filled(all, in: language)
        }
        let isSingular = Language.french.isSingular(count)
        if let phrase = entry?.french, let plural = phrase.many {
            return (isSingular ? phrase.one : plural).filled(all, in: language)
        }
        return Template(Language.french.typeset(isSingular ? one : many)).filled(all, in: language)
    }

    private static func phrase(_ one: String, _ many: String?, _ language: Language) -> Phrase {
        Phrase(one: Template(language.typeset(one)), many: many.map { Template(language.typeset($0)) })
    }
}

extension Words {
    /// The catalogues that come with the program.
    /// - Throws: a `CatalogueFault`, or the system's error when a file cannot be read.
    package static func bundled() throws -> Words {
        var catalogues: [Language: PortableObject] = [:]
        for language in Language.allCases where language != .french {
            catalogues[language] = try catalogue(of: language)
        }
        return Words(catalogues)
    }

    /// The catalogue of one language, as its file has it.
    package static func catalogue(of language: Language) throws -> PortableObject {
        let file = folder.appendingPathComponent("\(language.rawValue).po")
        return try PortableObject(String(contentsOf: file, encoding: .utf8))
    }

    /// Beside the executable first, since `Bundle.module` ends the program where it finds nothing.
    private static var folder: URL {
        let inside = "Resources/locale"
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        let beside = program.map { [$0.appendingPathComponent("ruche_Wording.resources"), $0] } ?? []
        let found = beside.map { $0.appendingPathComponent(inside) }
            .first { FileManager.default.fileExists(atPath: $0.path) }
        return found ?? Bundle.module.bundleURL.appendingPathComponent(inside)
    }
}

/// A source text as a key, told apart by its bytes: a `String` with accents is first normalised, which takes longer than
/// all the rest.
private struct Source: Hashable, Sendable {
    private let text: String

    init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
    }

    static func == (left: Source, right: Source) -> Bool {
        let equal = left.text.utf8.withContiguousStorageIfAvailable { left in
            right.text.utf8.withContiguousStorageIfAvailable { right in
                guard left.count == right.count else { return false }
                guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else { return true }
                return leftStart == rightStart || memcmp(leftStart, rightStart, left.count) == 0
            }
        }
        return (equal ?? nil) ?? left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        let hashed: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
            hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        }
        if hashed == nil { text.utf8.forEach { hasher.combine($0) } }
    }
}
