import Markup
import Testing

@Suite("A page")
struct HTMLTests {
    @Test("escapes text and keeps markup")
    func escaping() {
        let name = "<b>\"L'été\" & co</b>"
        let safe = "&lt;b&gt;&quot;L&#39;été&quot; &amp; co&lt;/b&gt;"
        let html: HTML = "<p title=\"\(name)\">\(name)</p>"
        #expect(html.markup == "<p title=\"\(safe)\">\(safe)</p>")
        let outer: HTML = "<div>\(html)</div>"
        #expect(outer.markup == "<div>\(html.markup)</div>")
    }

    /// A literal that is given where a `String` is expected stays text: forgetting a type can only escape too much.
    @Test("takes a literal in a ternary for text", arguments: [true])
    func ternary(isOn: Bool) {
        let html: HTML = "\(isOn ? "<b>" : "")"
        #expect(html.markup == "&lt;b&gt;")
    }

    @Test("writes lists, conditions and optional values")
    func lists() {
        let names = ["a", "<b>"]
        let list: HTML = "<ul>\(each: names, { "<li>\($0)</li>" })</ul>\(join: names, ", ", { "\($0)" })"
        let count: HTML = "\(if: names.isEmpty, "<i>rien</i>", else: "<i>\(names.count)</i>")"
        let first: HTML = "\(some: names.first, { "<u>\($0)</u>" })\(some: Int?.none, { "\($0)" }, else: "rien")"
        #expect(
            [list, count, first].map(\.markup)
                == ["<ul><li>a</li><li>&lt;b&gt;</li></ul>a, &lt;b&gt;", "<i>2</i>", "<u>a</u>rien"]
        )
    }

    @Test("writes an attribute or leaves it out")
    func attributes() {
        let html: HTML = """
            <input\(class: "input")\(attribute: "title", "a\"b")\(attribute: "lang", nil)\
            \(flag: "checked", true)\(flag: "disabled", false)>
            """
        #expect(html.markup == "<input class=\"input\" title=\"a&quot;b\" checked>")
    }

    @Test(
        "refuses an address that could run code",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
            "java\nscript:x", "\u{1}javascript:x", "data:text/html,<script>", "vbscript:x", "javascript&colon;alert(1)",
            "jаvascript:x", "file:///etc/passwd",
        ]
    )
    func dangerousAddress(_ address: String) {
        let html: HTML = "<a href=\"\(address)\">x</a><img src=\"\(address)\"><a\(attribute: "href", address)>y</a>"
        #expect(
            html.markup == "<a href=\"#refused\">x</a><img src=\"#refused\"><a href=\"#refused\">y</a>"
        )
    }

    @Test(
        "keeps a usual address",
        arguments: [
            "/c/douleur?a=1&b=2", "https://example.org/x", "mailto:a@b.fr", "tel:+33", "#top", "?page=2", "x/y:z",
            "//example.org", "",
        ]
    )
    func usualAddress(_ address: String) {
        let html: HTML = "<a href=\"\(address)\">x</a>"
        #expect(html.markup == "<a href=\"\(HTML(text: address).markup)\">x</a>")
    }

    @Test("encodes the pieces of an address")
    func pieces() {
        let html: HTML = "<a href=\"/c/\(piece: "a/b")?q=\(piece: "l'été & \"co\"")&amp;n=\(3)\">x</a>"
        #expect(html.markup == "<a href=\"/c/a%2Fb?q=l%27%C3%A9t%C3%A9%20%26%20%22co%22&amp;n=3\">x</a>")
    }

    @Test(
        "writes whole numbers in plain digits",
        arguments: [0, 7, 10, -1, 42, 99, 100, Int.max, Int.min, 1_000_000, 9_999_999_999]
    )
    func numbers(_ number: Int) {
        let html: HTML = "\(number)"
        #expect(html.markup == String(number))
    }

    @Test("escapes at every place of a text of every length", arguments: 0...40)
    func everyPlace(length: Int) {
        for place in 0..<max(length, 1) {
            for special in ["&", "<", ">", "\"", "'", "#", "é", "b", "z"] {
                let before = String(repeating: "x", count: min(place, length))
                let after = String(repeating: "x", count: max(length - place - 1, 0))
                let text = length == 0 ? "" : before + special + after
                let wanted =
                    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                    .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
                #expect(HTML(text: text).markup == wanted)
            }
        }
    }

    #if DEBUG
        @Test("stops the tests where text stands in a place that cannot be made safe")
        func unsafePlaces() async {
            await #expect(processExitsWith: .failure) {
                let _: HTML = "<script>var a = \"\("x" as String)\"</script>"
            }
            await #expect(processExitsWith: .failure) { let _: HTML = "<a onclick=\"\("x" as String)\">x</a>" }
            await #expect(processExitsWith: .failure) { let _: HTML = "<a style=\"\("x" as String)\">x</a>" }
            await #expect(processExitsWith: .failure) { let _: HTML = "<a title=\("x" as String)>x</a>" }
            await #expect(processExitsWith: .failure) { let _: HTML = "<\("x" as String)>x" }
            await #expect(processExitsWith: .failure) { let _: HTML = "<a href=\"/x?q=\("x" as String)\">x</a>" }
            await #expect(processExitsWith: .failure) { let _: HTML = "<!-- \("x" as String) -->" }
        }

        @Test("goes on after a comment, a style and a script")
        func safePlaces() async {
            await #expect(processExitsWith: .success) {
                let _: HTML = """
                    <!-- c --><style>p{}</style><script>1</script>\
                    <p title='\("x" as String)' data-n="\(3)">\("x" as String)</p>
                    """
            }
        }
    #endif
}
