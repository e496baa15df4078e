import Markup
import Ruche

import struct Persistence.Instant

struct SelfCheckOnPage: Sendable {
    let browser: BrowserName
    let last: SelfCheck?
    let mailReceivedAt: Instant?
    /// Nil for who is not asked to try them: guests and sponsors.
    let tried: Set<FirstAct>?
}

struct SelfCheckForm: Sendable {
    var words = ""
    var refusal: Refusal? = nil
}

/// Opened from the ward's computer: what works there, told to who can mend it.
func selfCheckPage(_ model: SelfCheckOnPage, _ form: SelfCheckForm, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Vérifier mon poste"),
            """
            \(pageHead(ui("Vérifier mon poste"), lede: ui("Ouvrez cette page depuis l’ordinateur du service. Deux minutes, et le référent technique sait ce qui marche chez vous.")))
            <div class="cols"><div class="stack stack--xl">
              <section aria-labelledby="poste"><h2 id="poste">\(ui("Cet ordinateur"))</h2>
                <ul class="rows rows--tight mt-3">
                  <li>\(line(ui.said(of: model.browser), isWell: !model.browser.isOld && !model.browser.family.isEmpty))</li>
                  <li data-after hidden>\(line(ui("Les scripts s’exécutent."), isWell: true))</li>
                  <li data-found="horloge-juste" hidden>\(line(ui("L’horloge du poste est juste."), isWell: true))</li>
                  <li data-found="horloge-fausse" hidden>\(line(ui("L’horloge du poste est décalée de cinq minutes ou plus : demandez qu’on la règle."), isWell: false))</li>
                  <li data-found="atteint" hidden>\(line(ui("Les envois en tâche de fond passent."), isWell: true))</li>
                  <li data-found="bloque" hidden>\(line(ui("Les envois en tâche de fond sont bloqués : gardez vos textes avec le bouton."), isWell: false))</li>
                  <li data-found="direct" hidden>\(line(ui("Les réponses arrivent en direct."), isWell: true))</li>
                  <li data-found="differe" hidden>\(line(ui("Les réponses n’arrivent pas en direct : rechargez la page pour les voir."), isWell: false))</li>
                  <noscript><li>\(line(ui("Les scripts ne s’exécutent pas. Rien ne manque : tout marche sans eux."), isWell: true))</li></noscript>
                </ul>
                <form class="stack mt-4" method="post" action="\(ui.path(.selfCheck))" data-check="\(ui.path(.serverClock))" data-stream="\(ui.path(.liveTrial))">\(ui.formToken)
                  <input type="hidden" name="script" value=""><input type="hidden" name="horloge" value=""><input type="hidden" name="atteint" value=""><input type="hidden" name="direct" value="">
                  \(Field(name: "mots", label: ui("Ce qui ne marche pas, si vous avez vu quelque chose"), isOptional: true, refusal: form.refusal).input(form.words, maxLength: 500, ui))
                  <div class="btn-row"><button class="btn btn--primary">\(icon(.send))\(ui("Envoyer le résultat"))</button></div>
                </form>
                \(some: model.last, { "<p class=\"meta mt-3\">\(ui("Dernier envoi : %@", ui.findings(of: $0).joined(separator: " · ")))</p>" })
              </section>
              <section aria-labelledby="courriel"><h2 id="courriel">\(ui("Vos courriels"))</h2>
              \(some: model.mailReceivedAt, { "<p class=\"mt-2\">\(icon(.done, class: "icon icon--done")) \(ui("Un courriel de Ruche vous est arrivé %@.", ui.relative($0)))</p>" }, else: "<p class=\"mt-2\">\(ui("Un courriel d’essai part vers votre boîte. Le lien qu’il contient dira qu’il est arrivé."))</p>")
              <div class="mt-3">\(actButton(ui("Recevoir un courriel d’essai"), .mailTrial, ui, icon: .mail))</div></section>
            </div>
            <aside class="stack stack--l" aria-label="\(ui("Les cinq gestes"))">\(some: model.tried, { gestures($0, ui) })</aside></div>
            """), ui)
}

private func line(_ sentence: String, isWell: Bool) -> HTML {
    "\(icon(isWell ? .done : .alert, class: isWell ? "icon icon--done" : "icon icon--part")) \(sentence)"
}

private func gestures(_ tried: Set<FirstAct>, _ ui: Screen) -> HTML {
    let links: [FirstAct: Link] = [
        .read: .questions, .ask: .ask, .reply: .questionList(.unanswered), .vote: .inside("/besoins"),
    ]
    return """
        <section class="card" aria-labelledby="gestes"><h2 class="small-head" id="gestes">\(ui("Les cinq gestes"))</h2><p class="hint mt-2">\(ui("Chacun les fait une fois, pour ne pas chercher le jour où il en a besoin."))</p><ul class="check mt-3">\(each: FirstAct.allCases, { act in
            let isDone = tried.contains(act)
            let name = ui.name(of: act)
            return "<li>\(icon(isDone ? .done : .todo, class: isDone ? "icon icon--done" : "icon icon--todo"))<span><span class=\"vh\">\(isDone ? ui("Fait :") : ui("À faire :")) </span>\(some: isDone ? nil : links[act], { "<a href=\"\(ui.path($0))\">\(name)</a>" }, else: "\(name)")</span><span></span></li>"
        })</ul></section>
        """
}

extension Screen {
    /// A browser that does not say its name is neither good nor bad.
    fileprivate func said(of browser: BrowserName) -> String {
        if browser.family.isEmpty {
            return self("Ce navigateur ne dit pas son nom. Si cette page s’affiche bien, il convient sans doute.")
        }
        return browser.isOld
            ? self("%@ : trop ancien. Ruche marche, en plus simple ; demandez une mise à jour.", browser.words)
            : self("%@ : cela convient.", browser.words)
    }
}

func mailTrialPage(_ secret: Secret, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Le courriel est arrivé"),
            """
            \(pageHead(ui("Le courriel est arrivé"), lede: ui("Un dernier geste, et c’est noté.")))
            <div class="btn-row">\(actButton(ui("Oui, je l’ai reçu"), .confirmMailTrial(secret.text), ui, style: .primary, icon: .check))</div>
            """), ui)
}
