import PatientGuard
import Testing

@Suite("A health identifier")
struct IdentifierTests {
    @Test(
        "of social security has a right key, Corsica's letters included",
        arguments: [
            ("255081416802538", true), ("295109912611193", true), ("186022A21532523", true), ("180127512345642", true),
            ("291122B03311754", true), ("269054958815780", true), ("269054958804397", true),
            ("1 86 02 2a 215 325 23", true), ("2 95 10 99 126 111 93", true), ("2.95.10.99.126.111-93", true),
            ("295109912611199", false), ("2951099126111", false), ("995109912611193", false),
            ("295139912611193", false),
            ("", false), ("29510991261119é", false), ("186023A21532523", false),
        ])
    func socialSecurity(text: String, isValid: Bool) {
        #expect(isValidNIR(text) == isValid)
    }

    @Test("of Luhn changes with any one digit", arguments: 0..<11)
    func luhn(place: Int) {
        let digits = Array("10001234565")
        var changed = digits
        changed[place] = changed[place] == "9" ? "0" : "9"
        #expect(isValidLuhn(String(digits)))
        #expect(!isValidLuhn(String(changed)))
    }

    @Test("of Luhn is made of at least two digits", arguments: ["", "0", "abc", "12a4", "１８"])
    func notLuhn(text: String) {
        #expect(!isValidLuhn(text))
    }

    @Test(
        "of a professional is an RPPS of eleven digits",
        arguments: [
            ("10001234565", true), ("99700218896", true), ("10001234566", false), ("1000123456", false),
        ])
    func rpps(text: String, isValid: Bool) {
        #expect(isValidRPPS(text) == isValid)
    }

    @Test(
        "of an establishment is a FINESS, A and B of Corsica counting as 1 and 2",
        arguments: [
            ("330781196", true), ("330781197", false), ("2A0000014", true), ("2A0000170", true), ("2A0002606", true),
            ("2B0000020", true), ("2B0005342", true), ("2B0004246", true), ("2B0000021", false), ("3A0000014", false),
            ("33078119", false), ("", false), ("000000000", false),
        ])
    func finess(text: String, isValid: Bool) {
        #expect(isValidFINESS(text) == isValid)
    }

    @Test(
        "of an organisation is a SIREN, with its offices as SIRET, La Poste apart",
        arguments: [
            ("732829320", true, false), ("73282932000074", false, true), ("732829321", false, false),
            ("73282932000075", false, false), ("35600000009075", false, true), ("35600000009076", false, false),
            ("732 829 320", true, false),
        ])
    func organisation(text: String, isSIREN: Bool, isSIRET: Bool) {
        #expect(isValidSIREN(text) == isSIREN)
        #expect(isValidSIRET(text) == isSIRET)
    }
}
