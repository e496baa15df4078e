import Markup
import Testing

@Suite("A text typed by a member")
struct MarkdownTests {
    @Test(
        "becomes the HTML that its marks say",
        arguments: [
            ("Bonjour **à toutes**", "<p>Bonjour <strong>à toutes</strong></p>\n"),
            ("un\ndeux", "<p>un<br>\ndeux</p>\n"),
            ("# Un\n## Deux\n###### Six", "<h3>Un</h3>\n<h4>Deux</h4>\n<h5>Six</h5>\n"),
            ("### Bas\n# Haut\n## Sous", "<h3>Bas</h3>\n<h3>Haut</h3>\n<h4>Sous</h4>\n"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            ("3. a\n\n   b\n4. c", "<ol start=\"3\">\n<li><p>a</p>\n<p>b</p>\n</li>\n<li><p>c</p>\n</li>\n</ol>\n"),
            ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
            (
                "- [x] fait\n- [ ] à faire",
                "<ul>\n<li class=\"task\">☑ fait</li>\n<li class=\"task\">☐ à faire</li>\n</ul>\n"
            ),
            ("> dit ~~non~~ *oui*", "<blockquote>\n<p>dit <del>non</del> <em>oui</em></p>\n</blockquote>\n"),
            ("```\na < b\n```", "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n"),
            ("`a & b`\n\n---", "<p><code>a &amp; b</code></p>\n<hr>\n"),
            ("", ""),
        ]
    )
    func marks(text: String, html: String) {
        #expect(markdown(text).markup == html)
    }

    @Test(
        "keeps the signs of doses and figures as they were typed",
        arguments: [
            ("Morphine 2*5 mg matin et 3*5 mg soir", "<p>Morphine 2*5 mg matin et 3*5 mg soir</p>\n"),
            ("2**3 et 4**5", "<p>2**3 et 4**5</p>\n"), ("x*2 puis y*3", "<p>x*2 puis y*3</p>\n"),
            ("de 2~5 mg à 3~6 mg", "<p>de 2~5 mg à 3~6 mg</p>\n"),
            ("Paracétamol 1 g\n+ 5 mg si besoin", "<p>Paracétamol 1 g<br>\n+ 5 mg si besoin</p>\n"),
            ("Dose du soir\n---\nFin", "<p>Dose du soir</p>\n<hr>\n<p>Fin</p>\n"),
            ("Dose\n===", "<p>Dose<br>\n===</p>\n"),
            ("*5 mg* et **10 mg**", "<p><em>5 mg</em> et <strong>10 mg</strong></p>\n"),
            ("**mot**s", "<p><strong>mot</strong>s</p>\n"), ("`2*5*3`", "<p><code>2*5*3</code></p>\n"),
            ("```\n2*5*3\n+ 1\n---\n```", "<pre tabindex=\"0\"><code>2*5*3\n+ 1\n---\n</code></pre>\n"),
        ]
    )
    func figures(text: String, html: String) {
        #expect(markdown(text).markup == html)
    }

    @Test("shows a table in a frame that scrolls, figures to the right")
    func table() {
        #expect(
            markdown("| Service | Chutes |\n|---|--:|\n| A | 3 |\n| B | 4 |").markup == """
                <div class="table-wrap" tabindex="0"><table class="table">
                <thead>
                <tr><th scope="col">Service</th><th scope="col" class="num">Chutes</th></tr>
                </thead>
                <tbody>
                <tr><td>A</td><td class="num">3</td></tr>
                <tr><td>B</td><td class="num">4</td></tr>
                </tbody>
                </table></div>

                """
        )
    }

    @Test("with a head alone is a whole table too")
    func tableHead() {
        let html = markdown("| a |\n|---|").markup
        #expect(html.hasSuffix("<tr><th scope=\"col\">a</th></tr>\n</thead>\n</table></div>\n"))
    }

    @Test(
        "links to other places without rank and without a door back",
        arguments: [
            ("[ici](/c/nuit)", "/c/nuit", "ici"),
            ("<https://example.org/?a=1&b=2>", "https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&amp;b=2"),
            ("https://example.org", "https://example.org", "https://example.org"),
            ("www.example.org", "http://www.example.org", "www.example.org"),
            ("a@example.org", "mailto:a@example.org", "a@example.org"),
            ("[![vu](https://example.org/i.png)](/x)", "/x", "vu"),
            ("![vu](https://example.org/i.png)", "https://example.org/i.png", "vu"),
            ("![](//example.org/i.png)", "//example.org/i.png", "//example.org/i.png"),
            ("![x](/\\\\example.org)", "/\\example.org", "x"),
        ]
    )
    func links(text: String, address: String, words: String) {
        #expect(
            markdown(text).markup == "<p><a href=\"\(address)\" rel=\"nofollow noopener\">\(words)</a></p>\n"
        )
    }

    @Test("shows a picture of this server")
    func picture() {
        #expect(
            markdown("![le *plan*, ici](/fichiers/3 \"t\")").markup
                == "<p><img src=\"/fichiers/3\" alt=\"le plan, ici\" loading=\"lazy\"></p>\n"
        )
    }

    @Test(
        "keeps the words and drops the danger",
        arguments: [
            ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
            ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"),
            ("[x](javascript:alert(1))", "<p>x</p>\n"), ("[x](<java\tscript:alert(1)>)", "<p>x</p>\n"),
            ("![y](data:text/html,z)", "<p>y</p>\n"), ("[z](JAVASCRIPT:1)", "<p>z</p>\n"),
            ("&lt;script&gt;", "<p>&lt;script&gt;</p>\n"), ("[x](&#106;avascript:1)", "<p>x</p>\n"),
            ("`<img src=x onerror=1>`", "<p><code>&lt;img src=x onerror=1&gt;</code></p>\n"),
            ("PA < 8 et > 4", "<p>PA &lt; 8 et &gt; 4</p>\n"), ("a\0b", "<p>a\u{FFFD}b</p>\n"),
        ]
    )
    func dangers(text: String, html: String) {
        #expect(markdown(text).markup == html)
    }

    @Test("numbers its footnotes under its own prefix")
    func footnotes() {
        let back = "<a href=\"#r7-1-r\">↩</a>"
        #expect(
            markdown("a[^x] b[^x]\n\n[^x]: note\n[^inutile]: non", notes: "r7").markup == """
                <p>a<sup><a href="#r7-1" id="r7-1-r">1</a></sup> b<sup><a href="#r7-1">1</a></sup></p>
                <section class="footnotes">
                <ol>
                <li id="r7-1"><p>note</p>
                \(back)</li>
                </ol>
                </section>

                """
        )
    }

    @Test(
        "is read in a bounded time, however hostile",
        .timeLimit(.minutes(10)),
        arguments: [
            "[", "![l", "a **b c* ", "*a_ ", "[a](", "> ", ">", "- ", "* ", "1. ", "_", "`a``b```", "<", "<!--", "<?",
            "www.", "http://", "a@", "a.b@", "~~a ", "|a", "a|b\n-|-\n", "[^1]: x\n", "[^a]", "[a]: b\n", "  - a\n",
            "*~_", "*x~~y_", "**x [a*b**c*](d) ", "</", "&", "\\", "\t", "\u{1F469}\u{200D}",
        ]
    )
    func hostile(unit: String) {
        for size in [1_000_000, longestMarkdown] {
            let text = String(repeating: unit, count: size / unit.utf8.count)
            // What grows with the square of its length does not end within the limit.
            #expect(markdown(text).withBytes(\.count) <= text.utf8.count * 24 + 1_024)
            #expect(markdownText(text).utf8.count <= text.utf8.count + 64)
            #expect(excerpt(text, 120).count <= 120)
        }
    }

    @Test("of any length keeps every word")
    func long() {
        let words = "Un mot & un autre.\nPuis\n\n" + String(repeating: "la suite ", count: 10_000)
        #expect(markdown(words).markup.hasPrefix("<p>Un mot &amp; un autre.<br>\nPuis</p>\n<p>la suite la suite"))
    }

    @Test("nested deeper than anyone writes keeps its words and few marks")
    func deep() {
        let html = markdown(String(repeating: "> ", count: 500) + "mot").markup
        #expect(html.contains("<p>mot</p>") && html.count("<blockquote>") == 16 && html.count("</blockquote>") == 16)
    }

    @Test("never lets a tag through, whatever its signs")
    func property() {
        let pieces = [
            "<", ">", "\"", "'", "&", "[", "]", "(", ")", "!", "*", "_", "`", "\n", " ", "- ", "> ", "# ", "|", "-",
            "x",
            "javascript:", "<b ", "://", "[^1]", ": ", "~~", "www.a.b", "\\", "é", "onclick=", "    ",
        ]
        let tags: Set<Substring> = [
            "p", "br", "a", "img", "em", "strong", "del", "code", "pre", "ul", "ol", "li", "h3", "h4", "h5", "h6", "hr",
            "blockquote", "table", "thead", "tbody", "tr", "th", "td", "div", "section", "sup",
        ]
        var generator = Seeded(seed: 20_261_122)
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 1...40, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let html = markdown(text).markup
            for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
                let name = part.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
                #expect(tags.contains(name), "seed \(generator.seed): \(text)")
                let tag = part.prefix { $0 != ">" }.split(separator: "\"", omittingEmptySubsequences: false)
                let (names, values) = (tag.indices.filter { $0 % 2 == 0 }, tag.indices.filter { $0 % 2 == 1 })
                #expect(names.allSatisfy { !tag[$0].contains("onclick") }, "seed \(generator.seed): \(text)")
                #expect(values.allSatisfy { !tag[$0].hasPrefix("javascript:") }, "seed \(generator.seed): \(text)")
            }
        }
    }
}

@Suite("The words of a text")
struct MarkdownTextTests {
    @Test(
        "stand without their marks",
        arguments: [
            ("# Titre\n\nUn **mot** [ici](/x).\nPuis", "Titre\nUn mot ici.\nPuis"),
            ("- a\n- [x] b", "a\nb"), ("| a | b |\n|--|--|\n| c | d |", "a b\nc d"), ("```\nx\n```\ny", "x\ny"),
            ("", ""),
        ]
    )
    func words(text: String, words: String) {
        #expect(markdownText(text) == words)
    }

    @Test(
        "are cut between two words for a list",
        arguments: [
            ("Un **mot**", 20, "Un mot"), ("Bonjour à toutes et à tous", 26, "Bonjour à toutes et à tous"),
            ("Bonjour à toutes et à tous", 25, "Bonjour à toutes et à…"), ("Bonjour, à toutes", 10, "Bonjour…"),
            ("anticonstitutionnellement", 10, "anticonst…"), ("un\n\ndeux", 10, "un deux"), ("un", 0, ""),
        ]
    )
    func excerpts(text: String, limit: Int, line: String) {
        #expect(excerpt(text, limit) == line)
    }
}

extension String {
    fileprivate func count(_ word: String) -> Int { split(separator: word, omittingEmptySubsequences: false).count - 1 }
}
