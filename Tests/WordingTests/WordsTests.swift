import Calendaring
import Testing

@testable import Wording

@Suite("Words")
struct WordsTests {
    static let words: Words = {
        let catalogue = try? PortableObject(
            """
            msgid "Qu'en pensez-vous ?"
            msgstr "What's your view?"

            msgid "%d personne"
            msgid_plural "%d personnes"
            msgstr[0] "%d person"
            msgstr[1] "%d people"

            msgid "%@ écrit à %@"
            msgstr "to %2$@, from %1$@"

            #, fuzzy
            msgid "À relire"
            msgstr "Wrong"

            msgid "À traduire"
            msgstr ""
            """
        )
        return Words(catalogue.map { [.english: $0] } ?? [:])
    }()

    private func ui(_ language: Language) -> Interface { Interface(language: language, now: 0, words: Self.words) }

    @Test("are typeset French where the code has plain French, and their translation in English")
    func text() {
        #expect(ui(.french)("Qu'en pensez-vous ?") == "Qu’en pensez-vous\u{202F}?")
        #expect(ui(.english)("Qu'en pensez-vous ?") == "What’s your view?")
        #expect(ui(.english)("%@ écrit à %@", "Ana", "Luc") == "to Luc, from Ana")
        #expect(ui(.english).text("%@ écrit à %@", ["Ana", "Luc"]) == "to Luc, from Ana")
    }

    @Test("stay French where they are not translated", arguments: ["À relire", "À traduire", "Inconnu"])
    func missing(source: String) {
        #expect(ui(.english).text(source) == source)
    }

    @Test(
        "agree with the number",
        arguments: [
            (0, "0 personne", "0 people"), (1, "1 personne", "1 person"), (2, "2 personnes", "2 people"),
            (1_234, "1\u{202F}234 personnes", "1,234 people"),
        ]
    )
    func plural(count: Int, french: String, english: String) {
        #expect(ui(.french)("%d personne", "%d personnes", count) == french)
        #expect(ui(.english)("%d personne", "%d personnes", count) == english)
    }

    @Test(
        "agree in French where the plural is not translated",
        arguments: [(0, "0 chose"), (1, "1 chose"), (2, "2 choses")])
    func untranslated(count: Int, french: String) {
        #expect(ui(.english)("%d chose", "%d choses", count) == french)
    }

    @Test("do not take a text and a number for a plural")
    func notPlural() {
        let name = "Ana"
        #expect(ui(.french)("%@ : %d", name, 3) == "Ana\u{A0}: 3")
        #expect(ui(.french)("%d chose de %@", "%d choses de %@", 3, name) == "3 choses de Ana")
    }

    @Test("come with the program, and fit their sources")
    func bundled() throws {
        _ = try Words.bundled()
        #expect(try Words.catalogue(of: .english).header["Language"] == "en")
    }
}
