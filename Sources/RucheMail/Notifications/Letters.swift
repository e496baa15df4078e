import Ruche
import Wording

/// A letter as it is sent: its subject and its plain text, complete by itself.
package struct WrittenLetter: Sendable, Equatable {
    package let subject: String
    package let text: String
}

/// Writes a letter in the reader's language: a pure function, whatever sends it.
/// - Parameter url: the public address of the instance, without a slash at the end.
package func write(_ letter: Letter, url: String, _ ui: Interface) -> WrittenLetter {
    switch letter {
    case .signIn(let link, let minutes):
        return WrittenLetter(
            subject: ui("Votre lien de connexion"),
            text: lines(
                ui("Bonjour,"), "",
                ui("Voici votre lien pour entrer dans Ruche. Il est valable %d minutes et sert une fois :", minutes),
                "\(url)/connexion/lien/\(link)", "",
                ui("Si vous ne l’avez pas demandé, vous pouvez l’ignorer : sans ce courriel, personne n’entre.")))
    case .invitation(let link, let community, let domain, let inviter, let words, let days):
        var text = [ui("Bonjour,"), "", ui("%@ vous invite à rejoindre la communauté « %@ ».", inviter, community)]
        if !domain.isEmpty { text += [domain] }
        if !words.isEmpty { text += ["", words.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")] }
        text += [
            "", ui("Pour voir de quoi il s’agit, et rejoindre si vous voulez :"), "\(url)/invitation/\(link)", "",
            ui("Le lien est valable %d jours. Vous pouvez décliner sans avoir à dire pourquoi.", days),
        ]
        return WrittenLetter(
            subject: ui("%@ vous invite : %@", inviter, community), text: text.joined(separator: "\n") + "\n")
    case .welcome(let community, let slug):
        return WrittenLetter(
            subject: ui("Bienvenue dans « %@ »", community),
            text: lines(
                ui("Bonjour,"), "", ui("Vous êtes membre de « %@ ». Votre page :", community), "\(url)/c/\(slug)", "",
                ui("Une question, même d’une ligne, est la meilleure façon de faire connaissance.")))
    case .replied(let community, let slug, let question, let title, let author):
        return WrittenLetter(
            subject: ui("%@ a répondu : %@", author, title),
            text: lines(
                ui("Bonjour,"), "", ui("%@ a répondu à votre question dans « %@ » :", author, community), title, "",
                "\(url)/c/\(slug)/questions/\(question)", "",
                ui("Si la réponse vous sert, dites « Utile pour moi » : c’est le meilleur des remerciements.")))
    case .retained(let community, let slug, let question, let title, let asker, let thanks):
        return WrittenLetter(
            subject: ui("Votre réponse a servi : %@", title),
            text: lines(
                ui("Bonjour,"), "", ui("%@ a retenu votre réponse comme solution, dans « %@ » :", asker, community),
                title,
                thanks.map { "« \($0) »" } ?? "", "", "\(url)/c/\(slug)/questions/\(question)"))
    }
}

private func lines(_ lines: String...) -> String { lines.joined(separator: "\n") + "\n" }
