import Ruche
import Testing

@Suite("What is said of a domain and of readiness")
struct DomainCheckTests {
    @Test(
        "tells a domain from a title, a programme and a broadcast",
        arguments: [
            ("", []), ("Douleur", [.title]), ("Soulager la douleur la nuit, quand on est deux pour soixante", []),
            ("Diffuser les bonnes pratiques de la douleur en EHPAD", [.notACommunity("diffuser")]),
            ("Savoir informer les familles quand la douleur s’aggrave la nuit", []),
            ("Un site web pour les soignants de la nuit", [.notACommunity("site web")]),
            ("Nous voulons soulager la nuit. Nous voulons aussi former les équipes.", [.programme]),
        ] as [(String, [DomainRemark])])
    func domain(_ text: String, _ expected: [DomainRemark]) {
        #expect(DomainCheck.remarks(text) == expected)
    }

    @Test("counts a half for partly, and names what is missing first")
    func readiness() {
        #expect(ReadinessResult([:]) == nil)
        #expect(ReadinessResult([1: .yes])?.isWhole == false, "one answer says nothing of a group")
        var answers = Dictionary(uniqueKeysWithValues: (1...20).map { ($0, Readiness.yes) })
        #expect(ReadinessResult(answers)?.band == .ready)
        for number in 3...12 { answers[number] = .no }
        #expect(ReadinessResult(answers)?.band == .almost)
        #expect(ReadinessResult(answers)?.missing == Array(3...12))
        answers[1] = .partly
        #expect(ReadinessResult(answers)?.score == 9.5)
        #expect(ReadinessResult(answers)?.band == .small)
    }
}
