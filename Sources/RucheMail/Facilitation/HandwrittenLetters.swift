import Ruche
import Wording

/// What a facilitator wrote themselves, between a greeting and their name; an answer goes to them.
func handwritten(_ letter: HandwrittenLetter, url: String, _ ui: Interface) -> WrittenLetter {
    var text = [ui.greeting(letter.to), "", letter.words, "", letter.from, ""]
    text += ["\(url)\(letter.path)", "", ui.closing(from: letter.from), ""]
    return WrittenLetter(
        subject: ui.subject(of: letter.kind, from: letter.from, title: letter.title, community: letter.community),
        text: text.joined(separator: "\n"), replyTo: .init(name: letter.from, address: letter.replyTo))
}
