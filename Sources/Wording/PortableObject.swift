/// What is wrong in a catalogue, and where.
package struct CatalogueFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// From 1.
    package let line: Int
    package let reason: String

    package init(line: Int, _ reason: String) { (self.line, self.reason) = (line, reason) }

    package var description: String { "line \(line): \(reason)" }
}

/// A catalogue as gettext writes it (a PO file, in UTF-8): translations of source texts into one language.
package struct PortableObject: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        /// Where its `msgid` stands, from 1.
        package let line: Int
        /// The source text, in the singular where there are two.
        package let id: String
        package let plural: String?
        /// One, or one for each plural form; empty ones are still to be translated.
        package let translations: [String]
        /// What translators wrote above it.
        package let comments: [String]
        /// `file:line` of its uses.
        package let references: [String]
        /// To be reread: its translation does not count.
        package let isFuzzy: Bool

        package var isTranslated: Bool { !isFuzzy && translations.allSatisfy { !$0.isEmpty } }
    }

    /// What the entry without source says: `Language`, `Plural-Forms`…
    package let header: [String: String]
    /// In the order of the file; obsolete ones (`#~`) are left out.
    package let entries: [Entry]

    /// - Throws: the first thing that a PO file may not hold.
    package init(_ text: String) throws(CatalogueFault) {
        var reader = PortableObjectReader()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            try reader.read(line.hasSuffix("\r") ? line.dropLast() : line, number: index + 1)
        }
        let all = try reader.finish()
        header = all.first { $0.id.isEmpty }.map { Self.header(of: $0.translations.first ?? "") } ?? [:]
        entries = all.filter { !$0.id.isEmpty }
        if let type = header["Content-Type"], !type.lowercased().contains("charset=utf-8") {
            throw CatalogueFault(line: 1, "the header does not say charset=UTF-8")
        }
    }

    private static func header(of text: String) -> [String: String] {
        text.split(separator: "\n").reduce(into: [:]) { header, line in
            guard let colon = line.firstIndex(of: ":") else { return }
            header[String(line[..<colon])] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
    }
}

extension PortableObject {
    /// Translations that do not fit their source: other placeholders, a plural form missing, half translated.
    package var faults: [CatalogueFault] {
        entries.flatMap { entry in reasons(against: entry).map { CatalogueFault(line: entry.line, $0) } }
    }

    private func reasons(against entry: Entry) -> [String] {
        var reasons = Template.faults(in: entry.id) + (entry.plural.map(Template.faults) ?? [])
        if let plural = entry.plural, !mayStandForOne(entry.id, besides: plural) {
            reasons.append("msgid and msgid_plural have other placeholders")
        }
        let written = entry.translations.filter { !$0.isEmpty }
        guard !written.isEmpty else { return reasons }
        if written.count != entry.translations.count { reasons.append("a plural form is not translated") }
        if entry.plural != nil, entry.translations.count != 2 { reasons.append("two plural forms are needed") }
        for (index, translation) in entry.translations.enumerated() where !translation.isEmpty {
            reasons += Template.faults(in: translation)
            let fits =
                if let plural = entry.plural, index == 0 {
                    mayStandForOne(translation, besides: plural)
                } else {
                    Template(translation).signature == Template(entry.plural ?? entry.id).signature
                }
            if !fits { reasons.append("the placeholders of “\(translation)” are not those of its source") }
        }
        return reasons
    }

    /// A singular has the placeholders of its plural, the count perhaps put in words ("une réponse").
    private func mayStandForOne(_ singular: String, besides plural: String) -> Bool {
        var (one, many) = (Template(singular).signature, Template(plural).signature)
        if one[0] == nil { many[0] = nil }
        one = one.filter { $0.key != 0 || many[0] != nil }
        return one == many
    }
}
