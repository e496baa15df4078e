import Markup
import Ruche

import struct Persistence.Instant

/// What the asker alone may decide.
func askersCorner(_ thread: QuestionThread, _ form: ReplyForm, _ ui: Screen) -> HTML {
    let question = thread.question
    guard question.author.id == ui.member?.id, question.deletedAt == nil else { return "" }
    if question.kind == .clinicalCase { return advisedCorner(question, ui) }
    guard question.kind == .question else { return "" }
    if !question.isOpen {
        return """
            <section class="card" aria-labelledby="votre"><h2 class="small-head" id="votre">\(ui("Votre question"))</h2>
            \(some: question.closingWord, { "<p class=\"mt-2\">\(ui("Vous l’avez close : « %@ »", $0))</p>" })
            <div class="mt-3">\(actButton(ui("Elle attend de nouveau"), .reopen(question.id), ui, icon: .reply))</div></section>
            """
    }
    return """
        <section class="card" aria-labelledby="votre"><h2 class="small-head" id="votre">\(ui("Votre question"))</h2>
        <p class="mt-2">\(ui("Retenez la réponse qui vous a servi. Ou bien :"))</p>
        <div class="mt-3">\(actButton(ui("J’ai ce qu’il me faut"), .resolve(question.id), ui, icon: .check))</div>
        <details class="more mt-3"\(flag: "open", form.closing != nil)><summary>\(ui("Elle n’attend plus de réponse"))</summary>
        <form class="stack mt-3" method="post" action="\(ui.path(.closeQuestion(question.id)))">\(ui.formToken)\(Field(name: "mot", label: ui("Pourquoi, en un mot"), refusal: form.closing?.refusal).input(form.closing?.word ?? "", maxLength: 300, ui))<div class="btn-row"><button class="btn">\(ui("Clore la question"))</button></div></form></details></section>
        """
}

/// The author of a case has the advice that they need; a month later they are asked what became of it.
private func advisedCorner(_ question: Question, _ ui: Screen) -> HTML {
    """
    <section class="card" aria-labelledby="votre"><h2 class="small-head" id="votre">\(ui("Votre cas"))</h2><div class="mt-3">\(question.isOpen ? actButton(ui("J’ai les avis qu’il me faut"), .resolve(question.id), ui, icon: .check) : actButton(ui("Il attend de nouveau des avis"), .reopen(question.id), ui, icon: .reply))</div></section>
    """
}

/// Whether a case is presented at the next meeting, for all; its author and the facilitators decide.
func presenting(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    let question = model.thread.question
    guard question.kind == .clinicalCase, question.isOpen, question.deletedAt == nil else { return "" }
    let isScheduled = question.agendaAt != nil
    let mayDecide = question.author.id == ui.member?.id || ui.isFacilitator
    guard isScheduled || mayDecide else { return "" }
    let day = model.meeting.map { ui.date($0.startsAt) }
    let words =
        isScheduled
        ? day.map { ui("Prévu à la rencontre du %@.", $0) }
            ?? ui("Prévu à la prochaine rencontre, dont la date n’est pas encore fixée.")
        : ui("On peut aussi en parler ensemble, à une rencontre.")
    return """
        <section class="card" aria-labelledby="presenter"><h2 class="small-head" id="presenter">\(ui("Le présenter"))</h2><p class="mt-2">\(words)</p>\(if: mayDecide, """
        <form class="mt-3" method="post" action="\(ui.path(.schedule(question.id)))">\(ui.formToken)<button class="btn" name="prevu" value="\(if: isScheduled, "0", else: "1")">\(icon(.calendar))\(isScheduled ? ui("Ne plus le présenter") : ui("Le prévoir à la prochaine rencontre"))</button></form>
        """)</section>
        """
}

func meTooBox(_ thread: QuestionThread, _ ui: Screen) -> HTML {
    let question = thread.question
    guard question.deletedAt == nil, question.kind == .question || question.kind == .idea else { return "" }
    let isOwn = question.author.id == ui.member?.id
    let own = thread.meToo.first { $0.author.id == ui.member?.id }
    let canSay = !isOwn && (ui.member?.role == .member || ui.isFacilitator)
    if thread.meToo.isEmpty && !canSay { return "" }
    return """
        <section aria-labelledby="moi-aussi"><h2 class="small-head mb-3" id="moi-aussi">\(ui("Moi aussi"))</h2>
        \(if: !thread.meToo.isEmpty, """
            <p class="muted">\(question.kind == .idea ? ui("%d personne y tient aussi.", "%d personnes y tiennent aussi.", thread.meToo.count) : ui("%d personne se pose la même question.", "%d personnes se posent la même question.", thread.meToo.count))</p>
            <ul class="rows rows--tight rows--open">\(each: thread.meToo.filter { !$0.line.isEmpty }, { "<li><span>\($0.line)</span> <span class=\"meta\">\($0.author.name)</span></li>" })</ul>
            """)
        \(if: canSay && own == nil, """
            <form class="stack stack--s mt-3" method="post" action="\(ui.path(.meToo(question.id)))">\(ui.formToken)\(Field(name: "ligne", label: ui("Votre contexte"), hint: ui("Une ligne, si vous voulez."), isOptional: true).input("", maxLength: 300, ui))<button class="btn btn--block">\(icon(.hand))\(question.kind == .idea ? ui("J’y tiens aussi") : ui("Je me la pose aussi"))</button></form>
            """)
        \(if: canSay && own != nil, actButton(question.kind == .idea ? ui("Je n’y tiens plus") : ui("Ce n’est plus ma question"), .withdrawMeToo(question.id), ui, style: .quiet))
        </section>
        """
}

func helpersCard(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    guard ui.isMember, model.thread.question.isOpen else { return "" }
    let address = ui.path(.acquaintances(for: model.thread.question.id))
    return """
        <section class="card" aria-labelledby="qui"><h2 class="small-head" id="qui">\(ui("Qui pourrait aider ?"))</h2>
        \(if: !model.helpers.isEmpty, """
            <ul class="rows rows--open rows--tight">\(each: model.helpers, { helper in
                "<li class=\"stack stack--s\">\(person(helper.member, ui))<p class=\"meta\">\(ui("Se propose sur « %@ ».", helper.topic))</p></li>"
            })</ul>
            """)
        <p class="mt-2"><a class="link" href="\(address)">\(ui("Qui a déjà rencontré ce problème ?"))</a></p></section>
        """
}

func neighbours(_ model: ThreadOnPage, _ ui: Screen) -> HTML {
    if model.similar.isEmpty || ui.member?.role == .guest { return "" }
    return """
        <section aria-labelledby="proches"><h2 class="small-head mb-3" id="proches">\(ui("Questions proches"))</h2>\(similarList(model.similar, ui))</section>
        """
}
