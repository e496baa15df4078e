import PatientGuard
import Testing

@Suite("The wall")
struct WallTests {
    let guardian = PatientGuard(members: ["Nadia Besnard"])

    @Test(
        "stops what denotes one patient",
        arguments: [
            ("Une patiente de 87 ans, chambre 214, retrouvée samedi 21 novembre à 3 h 10", ["Q1", "Q3", "Q2"]),
            ("Mme Lafitte a refusé", ["S4"]),
            ("Mme L. a refusé, lit 12", ["Q7", "Q3"]),
            ("NIR 2 95 10 99 126 111 93", ["S1"]),
            ("IPP 00458213", ["S2"]),
            ("Patient né le 12/03/1938", ["S3"]),
            ("92 ans, EHPAD Les Saules", ["Q1", "Q4"]),
            ("Fille du maire, seul cas, 34 ans", ["Q5", "Q6", "Q1"]),
            ("Le maire du village de Larrau, 62 ans", ["Q5", "Q4", "Q1"]),
            ("La fille du maire de la commune de Sare, 34 ans", ["Q5", "Q4", "Q1"]),
            ("La mère du médecin, 80 ans, EHPAD Les Saules.", ["Q5", "Q1", "Q4"]),
            ("Une infirmière retraitée de 78 ans, EHPAD Les Saules, fille du maire.", ["Q1", "Q4", "Q5"]),
            ("Le directeur de l’école, 58 ans, CH de Dax, seul cas de tétanos.", ["Q5", "Q1", "Q4", "Q6"]),
            ("NIR 295109912611199", ["Q8"]),
            ("La patiente D. joignable au 06 12 34 56 78", ["Q7", "Q9"]),
        ])
    func stops(text: String, kinds: [String]) {
        let passages = guardian.passages(in: text)
        #expect(passages.map(\.kind.rawValue) == kinds)
        #expect(PatientGuard.isWall(passages))
    }

    @Test(
        "lets through what denotes nobody, or only hints",
        arguments: [
            ("une personne très âgée, une nuit", []),
            ("les plus de 75 ans… depuis 10 ans", []),
            ("homme de 45 ans revu le 12 mai", ["Q1", "Q2"]),
            ("mon RPPS 10001234565", []),
            ("Dr Martin et Mme Besnard présenteront le 8 décembre à 14 h", []),
            ("05 56 12 34 56 ou nadia@… alone", ["Q9"]),
            ("L’équipe du CH de Brive a un livret.", []),
            ("L’école d’infirmiers de Pau ouvre ses portes.", []),
            ("Une patiente de 92 ans", ["Q1"]),
            ("", []),
        ])
    func letsThrough(text: String, kinds: [String]) {
        let passages = guardian.passages(in: text)
        #expect(passages.map(\.kind.rawValue) == kinds)
        #expect(!PatientGuard.isWall(passages))
    }

    @Test("ignores dates, places and contacts in a logistic field, not names")
    func logistic() {
        let text = "Le 12 mai à 14 h, CHU de Bordeaux, 05 56 12 34 56, cas de Mme Lafitte, 87 ans"
        #expect(guardian.passages(in: text, logistic: true).map(\.kind) == [.civilName, .age])
        #expect(guardian.passages(in: text).map(\.kind) == [.date, .namedPlace, .contact, .civilName, .age])
    }

    @Test(
        "knows a member by the family name, alone or with the first name",
        arguments: [
            ("Mme Besnard", true), ("Madame Nadia Besnard", true), ("Mme BESNARD", true), ("Mme Nadia", false),
            ("Nadia B. a chuté", true), ("Nadia C. a chuté", false), ("Mme Besnard-Lafitte", false),
            ("Mme Claire Besnard", false), ("M. Martin", false),
        ])
    func members(text: String, isMember: Bool) {
        #expect(guardian.passages(in: text).isEmpty == isMember)
    }
}
