import Ruche
import Wording

// Letters about flags quote neither a post nor its title: a mailbox keeps them for years.

/// To the facilitators: something waits.
func flagged(in community: String, _ isAboutPatient: Bool, _ link: String, _ ui: Interface) -> WrittenLetter {
    WrittenLetter(
        subject: isAboutPatient
            ? ui("Donnée patient signalée dans « %@ »", community)
            : ui("Un message à relire dans « %@ »", community),
        text: [
            ui("Bonjour,"), "",
            isAboutPatient
                ? ui("Un membre signale qu’un message permet de reconnaître un patient. Il est déjà masqué.")
                : ui("Un membre demande que vous relisiez un message."), "", ui("Pour le relire et répondre :"), link,
            "",
        ].joined(separator: "\n"))
}

/// To whoever flagged: what became of it.
func flagAnswered(
    in community: String, _ outcome: Rereading.Outcome, _ isClean: Bool?, _ words: String, _ link: String,
    _ ui: Interface
) -> WrittenLetter {
    let sentence =
        switch outcome {
        case .putBack: ui("Le message que vous avez signalé a été relu. Il reste en place.")
        case .corrected:
            ui("Le message que vous avez signalé a été corrigé par son auteur. Il est de nouveau en place.")
        case .removed: ui("Le message que vous avez signalé est retiré.")
        case .purged where isClean == false:
            ui(
                "Le message que vous avez signalé est effacé. Des passages s’en lisent encore ailleurs : l’animation sait où, et s’en occupe."
            )
        case .purged: ui("Le message que vous avez signalé est effacé, avec toutes ses copies.")
        }
    var text = [ui("Bonjour,"), "", sentence]
    if !words.isEmpty { text.append(ui("« %@ »", words)) }
    text += ["", ui("Pour y revenir :"), link, "", ui("Merci : ce geste protège tout le monde."), ""]
    return WrittenLetter(
        subject: ui("Votre signalement dans « %@ »", community), text: text.joined(separator: "\n"))
}

/// To the author of a post: what happens to it, and why.
func ownPostReread(
    in community: String, _ news: RereadingNews, _ isClean: Bool?, _ words: String, _ link: String, _ ui: Interface
) -> WrittenLetter {
    let sentences =
        switch news {
        case .postHidden:
            [
                ui("Un membre pense que votre message permet de reconnaître un patient."),
                ui(
                    "Il est masqué pendant qu’il est relu. Vous seul·e le voyez, avec l’animation : vous pouvez le corriger."
                ),
            ]
        case .correctionAsked:
            [ui("L’animation vous demande de corriger votre message. Il reviendra ensuite en place.")]
        case .putBack: [ui("Votre message a été relu. Il est de nouveau en place.")]
        case .removed: [ui("Votre message est retiré par l’animation.")]
        case .purged where isClean == false:
            [
                ui("Votre message est effacé : il permettait de reconnaître un patient."),
                ui("Des passages s’en lisent encore ailleurs : l’animation sait où, et s’en occupe."),
            ]
        case .purged:
            [ui("Votre message est effacé, avec toutes ses copies : il permettait de reconnaître un patient.")]
        }
    var text = [ui("Bonjour,"), ""] + sentences
    if !words.isEmpty { text.append(ui("« %@ »", words)) }
    text += ["", link, ""]
    return WrittenLetter(subject: ui("Votre message dans « %@ »", community), text: text.joined(separator: "\n"))
}
