import Testing

@testable import Wording

@Suite("French typography")
struct TypographyTests {
    @Test(
        "ties what must not be parted",
        arguments: [
            ("Et vous ?", "Et vous\u{202F}?"),
            ("Prête à démarrer ? Oui ; non !", "Prête à démarrer\u{202F}? Oui\u{202F}; non\u{202F}!"),
            ("Objet : la nuit", "Objet\u{A0}: la nuit"),
            ("sur « douleur ».", "sur «\u{A0}douleur\u{A0}»."),
            ("80 % des 15 minutes", "80\u{A0}% des 15\u{A0}minutes"),
            ("%d %% en %d jours", "%d\u{A0}%% en %d\u{A0}jours"),
            ("%1$d h et %2$@ %%", "%1$d\u{A0}h et %2$@\u{A0}%%"),
            ("à 18 h 40, le 8 décembre", "à 18\u{A0}h\u{A0}40, le 8 décembre"),
            ("d'un membre, l'%@ et qu'elle", "d’un membre, l’%@ et qu’elle"),
        ]
    )
    func ties(source: String, expected: String) {
        #expect(Typography.french(source) == expected)
        #expect(Typography.french(expected) == expected)
    }

    @Test(
        "leaves the rest alone",
        arguments: [
            "", " ", "?", "Poser une question", "https://ruche.example:8080/?a=1;b=2", "à 10:30", "de %@ à %d",
            "%d réponses", "en 2026 hier", "'mot'",
        ]
    )
    func leaves(source: String) {
        #expect(Typography.french(source) == source)
    }
}
