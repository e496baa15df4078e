import Ruche
import Wording

/// One line per exchange, whoever wrote there.
func digest(
    of letters: [Letter], _ community: String, slug: String, tempo: MailTempo?, url: String, _ ui: Interface
) -> WrittenLetter {
    var threads: [(question: Int64, title: String, said: [String])] = []
    for letter in letters {
        let (question, title, said): (Int64, String, String)
        switch letter {
        case .replied(_, _, let id, let subject, let author):
            (question, title, said) = (id, subject, ui("%@ a répondu", author))
        case .retained(_, _, let id, let subject, let asker, let thanks):
            let word = thanks.map { " " + ui("« %@ »", $0) } ?? ""
            (question, title, said) = (id, subject, ui("%@ a retenu votre réponse", asker) + word)
        case .mayKnow(let exchange, let asker, _):
            (question, title, said) = (
                exchange.question, exchange.title, ui("%@ demande, et vous connaissez peut-être le sujet", asker)
            )
        case .repliedElsewhere(let exchange, let author):
            (question, title, said) = (exchange.question, exchange.title, ui("%@ a répondu", author))
        case .newOnTopic(let exchange, let author, let topics):
            (question, title, said) = (
                exchange.question, exchange.title, ui("%@ écrit sur un sujet que vous suivez, « %@ »", author, topics)
            )
        case .stillLooking(let exchange, let asker):
            (question, title, said) = (exchange.question, exchange.title, ui("%@ pose la question à tous", asker))
        default: continue
        }
        if let index = threads.firstIndex(where: { $0.question == question }) {
            if !threads[index].said.contains(said) { threads[index].said.append(said) }
        } else {
            threads.append((question, title, [said]))
        }
    }
    var text = [ui("Bonjour,"), "", ui("Dans « %@ », pour vous :", community)]
    for thread in threads {
        text += [
            "", thread.title, "  " + thread.said.joined(separator: ", "),
            "  \(url)/c/\(slug)/questions/\(thread.question)",
        ]
    }
    text += ["", ui("Plus ou moins de courriels :"), "\(url)/c/\(slug)/membres/moi"]
    let subject =
        switch tempo {
        case .monthly: ui("Le mois de « %@ »", community)
        case .weekly: ui("La semaine de « %@ »", community)
        default: ui("Depuis hier dans « %@ »", community)
        }
    return WrittenLetter(
        subject: subject,
        text: text.joined(separator: "\n") + "\n")
}
