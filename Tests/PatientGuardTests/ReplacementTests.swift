import PatientGuard
import Testing

@Suite("A replaced passage")
struct ReplacementTests {
    @Test(
        "leaves a sentence that reads",
        arguments: [
            ("Une patiente de 87 ans, chambre 214, dort.", "Une patiente d’environ 85 ans dort."),
            ("Un homme de 92 ans tousse.", "Un homme très âgé tousse."),
            ("Une femme âgée de 92 ans tousse.", "Une femme très âgée tousse."),
            ("Mme Lafitte a refusé.", "La patiente a refusé."),
            ("Le soin de M. Castagnet", "Le soin du patient"),
            ("Donner à M. Castagnet ceci", "Donner au patient ceci"),
            ("Hier Mme L. dort. Mme L. mange.", "Hier la patiente dort. La patiente mange."),
            ("Patiente née le 12/03/1938, seule", "Une personne âgée, seule"),
            ("Elle (chambre 12) crie.", "Elle crie."),
            ("Elle, IPP 00458213, crie.", "Elle crie."),
            ("Fille du maire, elle crie.", "Elle crie."),
            ("La femme du maire crie.", "Une personne crie."),
            ("Le patient D. a mordu un collègue.", "Le patient a mordu un collègue."),
            ("L’enfant H. dort.", "Le patient dort."),
            ("M. et Mme Ferrand partagent la table.", "Les patients partagent la table."),
            ("Sa fille Sandrine demande une réunion.", "Sa fille demande une réunion."),
            ("Elle est née le 3 mai 1941 et vit seule.", "Elle est âgée et vit seule."),
            ("Elle a 92 ans et marche.", "Elle est très âgée et marche."),
            ("Elle vient de fêter ses 84 ans.", "Elle vient de fêter un anniversaire."),
            ("Opérée au CHU de Tours, elle dort.", "Opérée dans notre établissement, elle dort."),
            ("Le soin à l’hôpital Bretonneau", "Le soin dans notre établissement"),
            ("Elle habite à Nérac, seule.", "Elle habite dans notre secteur, seule."),
            ("Le patient de la chambre 12 crie.", "Le patient de la chambre crie."),
            ("La dame de la 12 crie.", "La dame crie."),
            ("Chambre 7 : la sonnette est muette.", "La sonnette est muette."),
            ("Dans la nuit du 3 au 4 mars, il a disparu.", "Dans la nuit, il a disparu."),
            ("Chute du 14 mai au fauteuil", "Chute un jour au fauteuil"),
            ("Sa sœur est joignable au 06 12 34 56 78.", "Sa sœur est joignable."),
            ("La mère des quadruplés allaite.", "La mère de plusieurs enfants allaite."),
            ("Le fait divers, l’attentat, tout.", "Un événement, un événement, tout."),
            ("Revue le 12 mai.", "Revue un jour."),
            ("Mme Lafitte née Durand, 87 ans, dort.", "La patiente, environ 85 ans, dort."),
            ("Mme Lafitte épouse Durand dort.", "La patiente dort."),
            ("Le neveu de Marie Etchepare est venu.", "Le neveu est venu."),
            ("Bébé né le 18 octobre à 4 h 12, 1 850 g.", "Bébé, 1 850 g."),
            ("Enfant né le 3 octobre, fébrile.", "Enfant, fébrile."),
            ("Le bébé est né le 3 octobre.", "Le bébé est en bas âge."),
            ("Un nouveau-né, lit 3, né le 3 octobre, ne tète pas.", "Un tout-petit ne tète pas."),
            ("Le fils de la directrice de l’école est hospitalisé.", "Quelqu’un est hospitalisé."),
            ("J’ai parlé au curé.", "J’ai parlé à quelqu’un."),
            ("Le patient est maire de son village.", "Le patient est quelqu’un de connu."),
            ("Les patients M. Roux et M. Pinson dorment.", "Les patients dorment."),
            ("La patiente Mme Blanc dort.", "La patiente dort."),
            ("Mutée au lit 12 le 3 novembre.", "Mutée à un autre lit un jour."),
            ("Le patient du lit 22 crie.", "Le patient crie."),
            ("Mme « Dupuy » dort.", "La patiente dort."),
            ("**Mme** Lafitte dort.", "La patiente dort."),
            ("**Mme Lafitte** dort.", "**la patiente** dort."),
            ("Le maire du village de Larrau, 62 ans", "Quelqu’un de notre secteur, environ 60 ans"),
            ("Victime de l’attentat, elle crie.", "Victime d’un événement, elle crie."),
            ("Agitée depuis le 7 novembre.", "Agitée depuis peu."),
            ("Elle aura 90 ans en janvier.", "Elle sera très âgée en janvier."),
            ("Elle demeure 8 rue du Port.", "Elle demeure dans notre secteur."),
            ("Un lycéen de 16 ans dort.", "Un lycéen dort."),
            ("Voir les IPP 00124578 et 00987541 ce soir.", "Voir ce soir."),
            ("Rien à dire.", "Rien à dire."),
        ])
    func reads(text: String, expected: String) {
        let guardian = PatientGuard()
        #expect(guardian.replaced(text, guardian.passages(in: text)) == expected)
    }

    @Test("has its place counted in Unicode scalars")
    func scalars() {
        #expect(
            PatientGuard().passages(in: "👩🏽‍⚕️ e\u{301}t Mme Lafitte") == [
                Passage(
                    kind: .civilName, start: 10, end: 21, text: "Mme Lafitte", replacement: "la patiente",
                    confidence: .sure)
            ])
    }

    @Test("outside the text, or over another, changes nothing")
    func foreign() {
        let passage = Passage(kind: .age, start: 2, end: 90, text: "", replacement: "x", confidence: .possible)
        #expect(PatientGuard().replaced("court", [passage]) == "court")
    }

    @Test("lies in the text and beside the others, whatever the text", arguments: 1...60 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        let text = (0..<300).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Self.pieces[Int(state >> 33) % Self.pieces.count]
        }.joined()
        let guardian = PatientGuard(members: [text])
        let scalars = Array(text.unicodeScalars)
        var end = 0
        for passage in guardian.passages(in: text) {
            #expect(passage.start >= end && passage.end > passage.start && passage.end <= scalars.count, "seed \(seed)")
            let slice = String(String.UnicodeScalarView(scalars[passage.start..<passage.end]))
            #expect(slice == passage.text, "seed \(seed)")
            end = passage.end
        }
        _ = guardian.replaced(text, guardian.passages(in: text))
    }

    private static let pieces = [
        " ", " ", " ", "\n", "Mme", "M", ".", "Lafitte", "de", "d", "’", "né", "le", "12", "/", "03", "1938", "-",
        "mai",
        "87", "ans", "chambre", "lit", "n", "°", "IPP", ":", "00458213", "@", "chu", "fr", "+", "33", "06", "0", "2A",
        "295",
        "EHPAD", "Les", "(", ")", ",", "samedi", "à", "h", "quatre", "vingt", "fille", "du", "maire", "rue", "A", "É",
        "\u{AD}", "\u{301}", "👩", "日本", "\u{0}", "\r\n", "99999999999999999999999",
    ]
}
