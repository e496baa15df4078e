import Testing

@testable import Wording

@Suite("A template")
struct TemplateTests {
    @Test(
        "takes its arguments in order or by position",
        arguments: [
            ("%@ a écrit à %@", "Ana a écrit à 12"), ("%2$@, de %1$@", "12, de Ana"), ("100 %% de %@", "100 % de Ana"),
            ("100 % sûr", "100 % sûr"), ("fin %", "fin %"), ("%", "%"), ("%@%@%@", "Ana12%@"), ("%%d", "%d"),
            ("%0$@ %10$@", "%0$@ %10$@"),
        ]
    )
    func filled(source: String, expected: String) {
        #expect(Template(source).filled(["Ana", 12], in: .french) == expected)
    }

    @Test("groups the digits of a number, not those of a text")
    func numbers() {
        #expect(Template("%d, %@").filled([12_345, 2_026], in: .french) == "12\u{202F}345, 2026")
        #expect(Template("%d, %@").filled([12_345, "x"], in: .english) == "12,345, x")
    }

    @Test(
        "with a fault is told",
        arguments: [
            ("%s", 1), ("%1$@ et %@", 1), ("%2$@", 1), ("%i et %d", 1), ("%d %@ %%", 0), ("80 % et %d", 0), ("", 0),
            ("%%s", 0),
        ]
    )
    func faults(source: String, count: Int) {
        #expect(Template.faults(in: source).count == count)
    }
}
