import Ruche
import Wording

// What becomes of an exchange whose author did not do it: each letter says who, why, and where it is now.

func moved(_ exchange: Letter.Exchange, by mover: String, _ reason: String, url: String, _ ui: Interface)
    -> WrittenLetter
{
    WrittenLetter(
        subject: ui("Votre échange a été déplacé : %@", exchange.title),
        text: lines(
            ui("Bonjour,"), "", ui("%@ a déplacé votre échange dans « %@ » :", mover, exchange.community),
            ui("« %@ »", reason), "", url + exchange.path))
}

/// - Parameter from: the title of the exchange that the replies stood in.
func split(
    _ exchange: Letter.Exchange, from: String, by mover: String, _ reason: String, url: String, _ ui: Interface
) -> WrittenLetter {
    WrittenLetter(
        subject: ui("Un échange à part : %@", exchange.title),
        text: lines(
            ui("Bonjour,"), "",
            ui("%@ a fait un échange à part de réponses à « %@ », dans « %@ » :", mover, from, exchange.community),
            ui("« %@ »", exchange.title), "", ui("Pourquoi : %@", reason), "", url + exchange.path, "",
            ui("Aucun mot n’est changé, et les anciens liens y mènent.")))
}

/// - Parameter from: the title that the newer of the two had.
func merged(
    _ exchange: Letter.Exchange, from: String, by mover: String, _ reason: String, url: String, _ ui: Interface
) -> WrittenLetter {
    WrittenLetter(
        subject: ui("Deux échanges n’en font qu’un : %@", exchange.title),
        text: lines(
            ui("Bonjour,"), "", ui("%@ a réuni « %@ » à cet échange, dans « %@ » :", mover, from, exchange.community),
            ui("« %@ »", exchange.title), reason.isEmpty ? "" : ui("Pourquoi : %@", reason), "", url + exchange.path,
            "", ui("Aucun mot n’est changé, et les anciens liens y mènent.")))
}

/// What its author alone decides of their exchange.
/// - Parameter offered: the title that is proposed, or that of the exchange to join.
func proposed(
    _ subject: String, _ sentence: String, _ offered: String, _ reason: String, at address: String, _ ui: Interface
) -> WrittenLetter {
    WrittenLetter(
        subject: subject,
        text: lines(
            ui("Bonjour,"), "", sentence, ui("« %@ »", offered), "", ui("Pourquoi : %@", reason), "",
            ui("Vous seul·e en décidez, ici :"), address))
}
