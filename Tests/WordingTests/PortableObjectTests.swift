import Testing

@testable import Wording

@Suite("A catalogue")
struct PortableObjectTests {
    static let header = """
        msgid ""
        msgstr ""
        "Language: en\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"

        """

    @Test("is read with its comments, long texts, escapes and plurals")
    func read() throws {
        let catalogue = try PortableObject(
            Self.header + """

                # A button.
                #. extracted
                #: Sources/A.swift:12 Sources/B.swift:3
                msgid "Poser une question"
                msgstr "Ask a question"

                #, fuzzy
                #| msgid "old"
                msgid ""
                "Deux "
                "lignes\\n"
                msgstr "Two \\"lines\\"\\\\\\n"
                msgid "%d réponse"
                msgid_plural "%d réponses"
                msgstr[0] "%d reply"
                msgstr[1] "%d replies"

                #~ msgid "vieux"
                #~ msgstr "old"
                """
        )
        #expect(catalogue.header["Language"] == "en")
        #expect(
            catalogue.entries == [
                .init(
                    line: 9, id: "Poser une question", plural: nil, translations: ["Ask a question"],
                    comments: ["A button."], references: ["Sources/A.swift:12", "Sources/B.swift:3"], isFuzzy: false
                ),
                .init(
                    line: 14, id: "Deux lignes\n", plural: nil, translations: ["Two \"lines\"\\\n"], comments: [],
                    references: [], isFuzzy: true
                ),
                .init(
                    line: 18, id: "%d réponse", plural: "%d réponses", translations: ["%d reply", "%d replies"],
                    comments: [], references: [], isFuzzy: false
                ),
            ]
        )
        #expect(catalogue.faults == [])
    }

    @Test(
        "that is ill-formed says where and why",
        arguments: [
            ("msgid \"a\nmsgstr \"b\"", 1, "the closing quotation mark is missing"),
            ("msgid \"a\"\nmsgstr \"b\" c", 2, "something after the quotation marks"),
            ("msgid \"a\"\n\nmsgstr \"b\"", 1, "msgid without a msgstr after it"),
            ("msgstr \"b\"", 1, "msgstr without a msgid before it"),
            ("msgid \"a\"\nmsgstr \"\\q\"", 2, "unknown escape \\q"),
            ("\"a\"", 1, "a text without msgid or msgstr"),
            ("msgid \"a\"\nmsgstr \"\"\n\nmsgid \"a\"\nmsgstr \"\"", 4, "the same msgid as in line 1"),
            ("msgid \"a\"\nmsgstr[0] \"\"", 2, "msgstr[0] without a msgid_plural"),
            ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"\"", 3, "msgstr without [n], although there is a msgid_plural"),
            ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"\"", 1, "msgstr[n] are not numbered 0, 1…"),
            ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", 3, "msgstr is said twice"),
            ("msgctxt \"a\"", 1, "msgctxt is not used here: word the source otherwise"),
            ("message \"a\"", 1, "unknown keyword message"),
            ("msgid", 1, "neither a comment, a keyword nor a text"),
            ("msgid a", 1, "a text in quotation marks is missing"),
        ]
    )
    func illFormed(text: String, line: Int, reason: String) {
        #expect(throws: CatalogueFault(line: line, reason)) { try PortableObject(text) }
    }

    @Test(
        "keeps the placeholders of its sources",
        arguments: [
            (one: "%d de %@", many: nil, translations: ["%d of %@"], faults: 0),
            (one: "%d de %@", many: nil, translations: ["%2$@: %1$d"], faults: 0),
            (one: "%d de %@", many: nil, translations: ["%@ of %d"], faults: 1),
            (one: "%d de %@", many: nil, translations: ["%d"], faults: 1),
            (one: "a", many: nil, translations: ["%@"], faults: 1),
            (one: "%s", many: nil, translations: [""], faults: 1),
            (one: "%d a", many: "%d b", translations: ["one a", "%d b"], faults: 0),
            (one: "un a", many: "%d b", translations: ["%d a", "%d b"], faults: 0),
            (one: "un a de %2$@", many: "%d b de %@", translations: ["%1$d of %2$@", "%d of %@"], faults: 1),
            (one: "%d a", many: "%d b", translations: ["%d a", "b"], faults: 1),
            (one: "%d a", many: "%d b", translations: ["%d a", ""], faults: 1),
            (one: "%d a", many: "%d b", translations: ["%d a"], faults: 1),
            (one: "%d a", many: "%@ b", translations: ["", ""], faults: 1),
        ] as [(one: String, many: String?, translations: [String], faults: Int)]
    )
    func placeholders(one: String, many: String?, translations: [String], faults: Int) throws {
        var text = "msgid \"\(one)\"\n"
        if let many { text += "msgid_plural \"\(many)\"\n" }
        for (index, translation) in translations.enumerated() {
            text += many == nil ? "msgstr \"\(translation)\"\n" : "msgstr[\(index)] \"\(translation)\"\n"
        }
        #expect(try PortableObject(text).faults.count == faults)
    }
}
