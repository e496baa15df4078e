import Markup
import Ruche

/// Somebody sends more than fingers write. What they typed comes back to them, to be sent again by one button.
struct TooOften: Error {
    /// Until the next may pass.
    let wait: Duration
    let form: Form
}

extension Site {
    /// Takes one token of each bucket.
    /// - Returns: the longest wait, when one is empty.
    func wait(for buckets: [(key: String, rate: RateLimiter.Rate)]) -> Duration? {
        buckets.compactMap { limiter.wait($0.key, $0.rate, at: instance.clock.now) }.max()
    }
}

extension WebRequest {
    /// Slows down who publishes without pause, by their account and by the place they write from.
    func slowPublishing() throws {
        let account = visitor?.person.id.description ?? ""
        let wait = site.wait(
            for: [("publishing by/\(account)", .publishing), ("publishing from/\(address)", .publishingFromOnePlace)])
        if let wait { throw TooOften(wait: wait, form: form) }
    }
}

/// When to try again, and what was typed.
func tooOftenPage(_ often: TooOften, _ path: String, _ ui: Screen) -> HTML {
    let seconds = max(1, Int((often.wait.hours * 3_600).rounded(.up)))
    let delay =
        seconds < 60
        ? ui("%d seconde", "%d secondes", seconds) : ui("%d minute", "%d minutes", (seconds + 59) / 60)
    let fields = often.form.pairs.filter { $0.name != "jeton" }
    let texts = fields.map(\.value).filter { $0.count > 20 }
    return page(
        Page(
            ui("Trop d’envois à la suite"),
            """
            <div class="narrow stack stack--l"><h1>\(ui("Trop d’envois à la suite"))</h1>
            <p class="lede">\(ui("Réessayez dans %@. Rien n’est perdu : voici ce que vous aviez tapé.", delay))</p>
            \(each: texts, { "<div class=\"card prose prose--kept\">\($0)</div>" })
            <form method="post" action="\(path)">\(ui.formToken)\(each: fields, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })<div class="btn-row"><button class="btn btn--primary">\(ui("Envoyer de nouveau"))</button></div></form></div>
            """), ui)
}
