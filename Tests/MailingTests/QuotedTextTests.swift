import Mailing
import Testing

@Suite("Quoted text")
struct QuotedTextTests {
    @Test(
        "What the author wrote is what stays visible",
        arguments: [
            (
                "Merci !\n\nLe 3 mars 2015 à 10:20, Claire Martin <c@chu.example> a écrit :\n\n> Bonjour\n> à tous\n",
                "Merci !"
            ),
            ("Merci !\n\nLe mar. 3 mars 2015 à 10:20, Claire Martin\n<c@chu.example>\na écrit :\n> Bonjour", "Merci !"),
            ("Merci !\n\nLe 3 mars 2015 à 10:20, Claire a écrit\u{A0}:\nBonjour\nà tous", "Merci !"),
            (
                "Merci !\n\n-----Message d'origine-----\nDe : Claire\nEnvoyé : lundi\nÀ : Paul\nObjet : x\n\nBonjour",
                "Merci !"
            ),
            (
                "Merci !\n________________________________\nDe : Claire\nEnvoyé : lundi 2 mars\nÀ : Paul\nObjet : x\n\nBonjour",
                "Merci !"
            ),
            ("Merci !\n\nDe : Claire\nDate : lundi 2 mars\nObjet : x\n\nBonjour", "Merci !"),
            (
                "Merci !\n\n----- Mail original -----\nDe: \"Claire\" <c@chu.example>\nÀ: l@chu.example\nEnvoyé: Lundi\nObjet: x\n\nBonjour",
                "Merci !"
            ),
            ("Merci !\n\nOn Tue, Mar 3, 2015 at 10:20 AM, Claire wrote:\n> Bonjour", "Merci !"),
            ("Merci !\n\nClaire Martin wrote:\n> Bonjour", "Merci !"),
            ("Merci !\n-- \nPaul\nCHU", "Merci !"),
            ("Merci !\n\nEnvoyé de mon iPhone\n", "Merci !"),
            (
                "Merci !\n_______________________________________________\ndouleur mailing list\nhttps://list.example",
                "Merci !"
            ),
            ("| Bonjour\nMerci !", "Merci !"),
        ])
    func visible(_ body: String, _ visible: String) { #expect(QuotedText(body).visible == visible) }

    @Test(
        "Words that only look like a quotation are the author's",
        arguments: [
            "On page 12 the author wrote:\nit works.", "Claire a écrit :\nmon texte", "De : Paris\nà : Lyon en train",
            "| a | b |\n| 1 | 2 |", "Le 3 mars 2015 nous avons écrit un protocole.",
            "Partie 1\n--\n" + String(repeating: "du texte\n", count: 30) + "fin",
            "2021-05-02 08:47:58+0200 [-] {'cls': 1}\nvoilà le journal",
            "Avant\n----\nla mailing list est morte\n" + String(repeating: "x\n", count: 30),
        ])
    func own(_ body: String) {
        #expect(QuotedText(body).segments == [.own(body)])
    }

    @Test("Answers between quotations stay in their place")
    func interleaved() {
        let body = "Le 3 mars 2015, Claire a écrit :\n> Un ?\n\nOui.\n\n> Deux ?\n> Vraiment ?\nNon.\n-- \nPaul"
        #expect(
            QuotedText(body).segments == [
                .quoted("Le 3 mars 2015, Claire a écrit :\n> Un ?"), .own("\nOui.\n"),
                .quoted("> Deux ?\n> Vraiment ?"), .own("Non."), .signature("-- \nPaul"),
            ])
    }

    @Test(
        "A body without own word is shown whole",
        arguments: ["> tout\n> est cité", "-- \nPaul", "Envoyé de mon iPhone"])
    func whole(_ body: String) {
        #expect(QuotedText(body).segments == [.own(body)])
        #expect(QuotedText(body).visible == body)
    }

    @Test("A forward keeps what it forwards")
    func forward() {
        let body =
            "Pour info.\n\n-----Message d'origine-----\nDe : Claire\nEnvoyé : lundi\nÀ : Paul\nObjet : x\n\nBonjour"
        #expect(QuotedText(body, isForward: true).visible == body)
    }

    @Test("The segments together are the body, whatever it is made of", arguments: 0..<300)
    func lossless(_ seed: Int) {
        var random = SmallRandom(seed: UInt64(seed))
        let pieces = [
            "Merci", "", "> cité", "-- ", "--", "Le 3 mars 2015 à 10:20, Claire", "a écrit :", "De : Claire",
            "Objet : x",
            "Envoyé : lundi", "-----Message d'origine-----", "________________", "mailing list", "| x", "\u{A0}", "é:",
        ]
        let body = (0..<random.below(14)).map { _ in pieces[random.below(pieces.count)] }.joined(separator: "\n")
        let quoted = QuotedText(body)
        let texts = quoted.segments.map { segment in
            switch segment {
            case .own(let text), .quoted(let text), .signature(let text): text
            }
        }
        #expect(texts.joined(separator: "\n") == body, "seed \(seed)")
        let isBlank = body.allSatisfy(\.isWhitespace)
        #expect(quoted.visible.isEmpty == isBlank, "seed \(seed): \(body)")
    }

    @Test("Hostile bodies cost no more than their length", .timeLimit(.minutes(10)))
    func hostile() {
        for line in ["--", "De : x", "Le 3 mars 2015", "________________\nmailing list", "-----", "On 10:20"] {
            #expect(!QuotedText(String(repeating: line + "\n", count: 5_000)).segments.isEmpty)
        }
        for html in ["<a \"", "<!--", "<script>", "<", "&", "<blockquote>", "</"] {
            #expect(maskAddresses(String(repeating: "a at b.example \(html)", count: 5_000)).utf8.count < 200_000)
            #expect(HTMLText.text(of: String(repeating: html, count: 5_000)).utf8.count < 2_000_000)
        }
    }
}

/// A generator whose whole course follows from its seed.
struct SmallRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }
}

@Suite("HTML as text")
struct HTMLTextTests {
    @Test(
        "The words, lines and quotes that a reader sees",
        arguments: [
            ("<p>Bonjour,</p><p>été&nbsp;: 3&#8364; &lt; 5</p>", "Bonjour,\n\nété\u{A0}: 3€ < 5"),
            ("a<br>b<div>c</div>d", "a\nb\nc\nd"),
            ("<style>p{}</style><ul><li>un</li><li>deux</li></ul>", "- un\n- deux"),
            ("Oui<blockquote type=cite>Non ?<br>Vraiment</blockquote>", "Oui\n> Non ?\n> Vraiment"),
            ("<a href=\"https://has.example/p?a=1&amp;b=2\">la page</a>", "la page <https://has.example/p?a=1&b=2>"),
            ("<a href='https://has.example/'>has.example</a>", "has.example"),
            ("<script>mauvais", "mauvais"), ("a < b et c > d", "a < b et c > d"), ("<!-- caché -->vu", "vu"),
            ("<pre>x\n  y</pre>", "x\n  y"), ("mot&nope; &#0;", "mot&nope; &#0;"),
        ])
    func text(_ html: String, _ text: String) { #expect(HTMLText.text(of: html) == text) }
}

@Suite("Masked addresses")
struct AddressMaskTests {
    @Test(
        "Addresses are hidden, sentences are not",
        arguments: [
            ("Écrire à claire.martin@chu.example.", "Écrire à claire.martin@…."),
            ("<a@b.example>, c@d", "<a@…>, c@…"),
            ("(claire at chu.example)", "(claire@…)"),
            ("claire at chu.example wrote:", "claire@… wrote:"),
            ("c.martin at chu.example", "c.martin@…"), ("c [at] chu.example et d (at) chu.example", "c@… et d@…"),
            ("See it at chu.example", "See it at chu.example"), ("Rendez-vous at 10.30", "Rendez-vous at 10.30"),
            ("un @ seul, @claire, 3@", "un @ seul, @claire, 3@"),
            ("https://m.example/@claire", "https://m.example/@claire"),
            ("à l’été@éé.example\nb@c.example", "à l’été@…\nb@…"), ("", ""),
        ])
    func masked(_ text: String, _ masked: String) { #expect(maskAddresses(text) == masked) }
}
