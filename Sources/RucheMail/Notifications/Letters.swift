import Calendaring
import Ruche
import Wording

/// A letter as it is sent: its subject and its plain text, complete by itself.
package struct WrittenLetter: Sendable, Equatable {
    package let subject: String
    package let text: String
    /// Whom an answer goes to, when a person wrote it.
    package var replyTo: ReplyAddress? = nil

    package struct ReplyAddress: Sendable, Equatable {
        package let name: String
        package let address: String
    }
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
    case .passwordChosen:
        return WrittenLetter(
            subject: ui("Un mot de passe vient d’être choisi"),
            text: lines(
                ui("Bonjour,"), "", ui("Un mot de passe vient d’être choisi pour votre compte Ruche."), "",
                ui("Si ce n’est pas vous, recevez un lien de connexion, puis choisissez-en un autre :"),
                "\(url)/connexion"))
    case .addressLeaves(let link, let to):
        return WrittenLetter(
            subject: ui("Confirmez votre changement d’adresse"),
            text: lines(
                ui("Bonjour,"), "", ui("Votre compte Ruche est sur le point de passer à l’adresse %@.", to), "",
                ui("Pour l’accepter, ou pour l’empêcher si ce n’est pas vous :"), "\(url)/adresse/\(link)", "",
                ui("La nouvelle adresse doit accepter aussi. Le lien est valable un jour.")))
    case .addressComes(let link, let name):
        return WrittenLetter(
            subject: ui("Confirmez votre nouvelle adresse"),
            text: lines(
                ui("Bonjour,"), "", ui("%@ veut recevoir ici les courriels de Ruche.", name), "",
                ui("Si c’est bien vous :"), "\(url)/adresse/\(link)", "",
                ui("L’ancienne adresse doit accepter aussi. Le lien est valable un jour.")))
    case .invitation(let link, let community, let domain, let inviter, let words, let days, let role, let exchange):
        var text = [ui("Bonjour,"), "", ui("%@ vous invite à rejoindre la communauté « %@ ».", inviter, community)]
        if !domain.isEmpty { text += [domain] }
        if let meaning = meaning(of: role.flatMap(Role.init(rawValue:)) ?? .member, exchange: exchange, ui) {
            text += ["", meaning]
        }
        if !words.isEmpty { text += ["", words.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")] }
        text += [
            "", ui("Pour voir de quoi il s’agit, et rejoindre si vous voulez :"), "\(url)/invitation/\(link)", "",
            ui("Le lien est valable %d jours. Vous pouvez décliner sans avoir à dire pourquoi.", days),
        ]
        return WrittenLetter(
            subject: ui("%@ vous invite : %@", inviter, community), text: text.joined(separator: "\n") + "\n")
    case .hosting(let community, let slug, let name, let member):
        return WrittenLetter(
            subject: ui("Vous accueillez %@", name),
            text: lines(
                ui("Bonjour,"), "", ui("%@ vient de rejoindre « %@ », et vous l’accueillez.", name, community),
                ui("Un mot de vous dans la première semaine fait plus que toutes nos pages. Sa carte :"),
                "\(url)/c/\(slug)/membres/\(member)"))
    case .welcome(let community, let slug, let host):
        return WrittenLetter(
            subject: ui("Bienvenue dans « %@ »", community),
            text: lines(
                ui("Bonjour,"), "", ui("Vous êtes membre de « %@ ». Votre page :", community), "\(url)/c/\(slug)", "",
                host.map { ui("%@ vous accueille : demandez-lui ce que vous voulez.", $0) } ?? "",
                ui("Une question, même d’une ligne, est la meilleure façon de faire connaissance.")))
    case .askedToJoin(let community, let name, let profession, let answers, let link):
        let trade = Profession(code: profession).map { $0.title(in: ui.language) }
        var text = [
            ui("Bonjour,"), "",
            ui("%@ demande à rejoindre « %@ ».", [name, trade].compactMap { $0 }.joined(separator: ", "), community),
        ]
        for answer in answers {
            text += ["", answer.question, answer.text.isEmpty ? ui("(sans réponse)") : answer.text]
        }
        text += ["", ui("Pour accepter ou décliner, sans avoir à vous connecter :"), "\(url)/demande/\(link)"]
        return WrittenLetter(
            subject: ui("%@ demande à rejoindre « %@ »", name, community), text: text.joined(separator: "\n") + "\n")
    case .decidedToJoin(let community, let name, let decider, let isAccepted):
        return WrittenLetter(
            subject: ui("C’est fait, demande à rejoindre : %@", name),
            text: lines(
                ui("Bonjour,"), "",
                isAccepted
                    ? ui("%@ a accepté une demande à rejoindre « %@ » : %@.", decider, community, name)
                    : ui("%@ a décliné une demande à rejoindre « %@ » : %@.", decider, community, name),
                ui("Vous n’avez rien à faire.")))
    case .declinedToJoin(let community, let words):
        return WrittenLetter(
            subject: ui("Votre demande à rejoindre « %@ »", community),
            text: lines(
                ui("Bonjour,"), "", ui("La communauté « %@ » ne peut pas vous accueillir pour l’instant.", community),
                words.isEmpty ? "" : ui("« %@ »", words)))
    case .handedOver(let community, let slug, let from, let words):
        return WrittenLetter(
            subject: ui("%@ vous passe la main : %@", from, community),
            text: lines(
                ui("Bonjour,"), "", ui("%@ vous confie l’animation de « %@ ».", from, community),
                words.isEmpty ? "" : ui("« %@ »", words), "",
                ui("Vous animez ensemble pendant trente jours. Qui tient quoi, et jusqu’à quand :"),
                "\(url)/c/\(slug)/roles"))
    case .charter(let community, let slug):
        return WrittenLetter(
            subject: ui("La charte de « %@ » attend votre accord", community),
            text: lines(
                ui("Bonjour,"), "",
                ui("Le groupe a adopté sa charte. Pour la lire, et dire si elle vous convient :"),
                "\(url)/c/\(slug)/charte", "",
                ui(
                    "Si elle ne vous convient pas, dites-le aussi : une charte se discute, et l’on peut faire une pause."
                )))
    case .digest(let community, let slug, let letters, let tempo):
        return digest(of: letters, community, slug: slug, tempo: MailTempo(rawValue: tempo), url: url, ui)
    case .dataReady(let days):
        return WrittenLetter(
            subject: ui("Vos données sont prêtes"),
            text: lines(
                ui("Bonjour,"), "", ui("La copie que vous avez demandée est prête, à lire ou à télécharger :"),
                "\(url)/moi/donnees", "", ui("Elle y reste %d jours, pour vous seul·e.", days)))
    case .reviewOpened(let community, let slug, let days):
        return WrittenLetter(
            subject: ui("On continue, on adapte, on clôt ? « %@ »", community),
            text: lines(
                ui("Bonjour,"), "",
                ui("Une année de « %@ » se termine. Chacun dit ce qu’il veut pour la suite :", community),
                "\(url)/c/\(slug)/vie", "",
                ui("Vous avez %d jours. Une voix chacun, que personne d’autre ne voit.", days)))
    case .farewell(let community, let slug, let words, let until):
        return WrittenLetter(
            subject: ui("« %@ » se clôt, merci", community),
            text: lines(
                ui("Bonjour,"), "", words, "",
                ui("Tout ce qui s’y est écrit se lit jusqu’au %@, et s’emporte :", ui.date(until)),
                "\(url)/c/\(slug)/vie"))
    case .goesOn(let community, let slug):
        return WrittenLetter(
            subject: ui("« %@ » continue", community),
            text: lines(
                ui("Bonjour,"), "",
                ui("« %@ » était close : elle est rouverte, et l’on y écrit de nouveau.", community),
                ui("Les enquêtes, les liens et les invitations que la clôture avait fermés le sont aussi."), "",
                "\(url)/c/\(slug)"))
    case .growsQuiet(let community, let slug, let days):
        return WrittenLetter(
            subject: ui("« %@ » : %d jours de silence", community, days),
            text: lines(
                ui("Bonjour,"), "", ui("Personne n’a rien fait dans « %@ » depuis %d jours.", community, days),
                ui(
                    "À huit semaines, elle sera dite en veille. Une question à trois personnes suffit souvent à la réveiller."
                ),
                "", "\(url)/c/\(slug)/animation", "", ui("Si elle a fait son temps, le groupe peut aussi en décider :"),
                "\(url)/c/\(slug)/vie"))
    case .readingOver(let community, let slug, let closedAt):
        return WrittenLetter(
            subject: ui("« %@ » : le temps de lecture est passé", community),
            text: lines(
                ui("Bonjour,"), "",
                ui(
                    "La communauté « %@ » est close depuis le %@. Ses membres n’y lisent plus.", community,
                    ui.date(closedAt)),
                ui("Vous pouvez la garder en archive, ou l’effacer avec tout ce qui s’y est écrit :"),
                "ruche community purge \(slug)"))
    case .mailTrial(let community, let slug, let link):
        return WrittenLetter(
            subject: ui("Essai de courriel : il est arrivé"),
            text: lines(
                ui("Bonjour,"), "", ui("Ce courriel essaie votre boîte pour « %@ ».", community),
                ui("Ouvrez ce lien : la page saura qu’il vous est parvenu."),
                "\(url)/c/\(slug)/verification/courriel/\(link)"))
    case .toolsChecked(let community, let slug, let name, let findings):
        return toolsChecked(community, slug: slug, name: name, findings, url: url, ui)
    case .roleEnded(let community, let slug, let by, let role?, let words):
        return WrittenLetter(
            subject: ui("Votre rôle dans « %@ » a changé", community),
            text: lines(
                ui("Bonjour,"), "",
                Role(rawValue: role) == .guest
                    ? ui(
                        "Vous êtes désormais invité·e dans « %@ », et ne lisez plus que votre échange. %@ en dit la raison :",
                        community, by)
                    : ui(
                        "Vous êtes désormais marraine ou parrain de « %@ », et n’en lisez plus les échanges. %@ en dit la raison :",
                        community, by),
                ui("« %@ »", words), "",
                ui(
                    "Les membres peuvent lire ce changement. Si ce n’est pas ce que vous souhaitez, dites-le à l’animation :"
                ),
                "\(url)/c/\(slug)"))
    case .roleEnded(let community, let slug, let by, nil, let words):
        return WrittenLetter(
            subject: ui("Votre rôle dans « %@ » a changé", community),
            text: lines(
                ui("Bonjour,"), "",
                ui("Vous n’êtes plus à l’animation de « %@ ». %@ en dit la raison :", community, by),
                ui("« %@ »", words), "", ui("Tout membre peut lire ce changement, et l’on peut en parler :"),
                "\(url)/c/\(slug)/journal"))
    case .inactive(let until):
        return WrittenLetter(
            subject: ui("Votre compte Ruche s’effacera le %@", ui.date(until)),
            text: lines(
                ui("Bonjour,"), "",
                ui(
                    "Personne n’est venu par ce compte depuis près de deux ans, et nous ne gardons pas vos données sans raison."
                ),
                ui("Votre compte s’effacera le %@. Ce que vous avez écrit restera, sans votre nom.", ui.date(until)),
                "",
                ui("Pour le garder, il suffit de vous connecter :"), "\(url)/connexion"))
    case .erased(let receipt):
        return erased(receipt, ui)
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
                thanks.map { ui("« %@ »", $0) } ?? "", "", "\(url)/c/\(slug)/questions/\(question)"))
    case .mayKnow(let exchange, let asker, let reason):
        return WrittenLetter(
            subject: ui("Vous connaissez peut-être le sujet : %@", exchange.title),
            text: lines(
                ui("Bonjour,"), "", ui("%@ demande, dans « %@ » :", asker, exchange.community), exchange.title, "",
                ui.why(reason), "", "\(url)\(exchange.path)", "",
                ui("Une piste, même partielle, suffit à rompre le silence.")))
    case .solicited(let exchange, let asker, let reason, let link):
        return WrittenLetter(
            subject: ui("%@ a besoin de vous : %@", asker, exchange.title),
            text: lines(
                ui("Bonjour,"), "", ui("%@ demande, dans « %@ » :", asker, exchange.community), exchange.title, "",
                ui.why(reason), "", ui("Pour répondre :"), "\(url)\(exchange.path)#repondre", "",
                ui("Pas cette fois ? Un clic suffit, personne ne le saura :"), "\(url)/sollicitation/\(link)", "",
                ui("Vous choisissez sur votre carte combien de fois par mois on peut vous solliciter.")))
    case .nobodyAnswered(let exchange, let until, let zone):
        let there = zone.flatMap { Zone($0) }
        let deadline =
            there.flatMap { ui.time(until, elsewhere: $0) } == nil ? ui.date(until) : ui.dateTime(until, alsoIn: there)
        return WrittenLetter(
            subject: ui("Personne n’a encore répondu : %@", exchange.title),
            text: lines(
                ui("Bonjour,"), "", ui("Votre question dans « %@ » n’a pas encore de réponse :", exchange.community),
                exchange.title, "",
                ui("Vous pouvez la dire autrement, la poser à tous, ou la porter à la prochaine rencontre :"),
                "\(url)\(exchange.path)#suite", "",
                ui("Sans choix de votre part d’ici le %@, elle ira à l’ordre du jour.", deadline)))
    case .stillLooking(let exchange, let asker):
        return WrittenLetter(
            subject: ui("%@ cherche encore : %@", asker, exchange.title),
            text: lines(
                ui("Bonjour,"), "", ui("%@ pose cette question à tous, dans « %@ » :", asker, exchange.community),
                exchange.title, "", "\(url)\(exchange.path)", "",
                ui("Même « chez nous non plus » est une réponse.")))
    case .whatBecame(let exchange, let link):
        return WrittenLetter(
            subject: ui("Qu’avez-vous fait ? %@", exchange.title),
            text: lines(
                ui("Bonjour,"), "", ui("Une réponse vous a servi, dans « %@ » :", exchange.community),
                exchange.title, "",
                ui("Pas encore, essayé, adopté ou pas pour nous : dites-le en un clic, sans vous connecter."),
                "\(url)/suite/\(link)", "",
                ui("Ce qui n’a pas marché sert autant que ce qui a marché.")))
    case .repliedElsewhere(let exchange, let author):
        return WrittenLetter(
            subject: ui("%@ a répondu : %@", author, exchange.title),
            text: lines(
                ui("Bonjour,"), "",
                ui("%@ a répondu dans un échange que vous suivez, dans « %@ » :", author, exchange.community),
                exchange.title, "", "\(url)\(exchange.path)", "",
                ui("Pour ne plus le suivre, ouvrez-le : le choix est au bas de la page.")))
    case .newOnTopic(let exchange, let author, let topics):
        return WrittenLetter(
            subject: ui("%@ écrit sur « %@ » : %@", author, topics, exchange.title),
            text: lines(
                ui("Bonjour,"), "",
                ui("Un échange commence sur un sujet que vous suivez, dans « %@ » :", exchange.community),
                exchange.title, "", "\(url)\(exchange.path)", "",
                ui("Les sujets que vous suivez, et pour ne plus les suivre :"), "\(url)/c/\(exchange.slug)/sujets"))
    case .called(let exchange, let author):
        return WrittenLetter(
            subject: ui("%@ vous appelle : %@", author, exchange.title),
            text: lines(
                ui("Bonjour,"), "", ui("%@ vous appelle, dans « %@ » :", author, exchange.community),
                exchange.title, "", "\(url)\(exchange.path)"))
    case .answeredYou(let exchange, let author):
        return WrittenLetter(
            subject: ui("%@ vous répond : %@", author, exchange.title),
            text: lines(
                ui("Bonjour,"), "", ui("%@ répond à ce que vous avez écrit, dans « %@ » :", author, exchange.community),
                exchange.title, "", "\(url)\(exchange.path)", "",
                ui("Pour ne plus le suivre, ouvrez-le : le choix est au bas de la page.")))
    case .reminder(let exchange, let name):
        return WrittenLetter(
            subject: ui("À revoir aujourd’hui : %@", name.isEmpty ? exchange.title : name),
            text: lines(
                ui("Bonjour,"), "",
                ui("Vous vouliez revenir aujourd’hui à cet échange de « %@ » :", exchange.community),
                exchange.title, "", "\(url)\(exchange.path)"))
    case .announced(let community, let slug, let announcement, let title, let body, let author):
        return WrittenLetter(
            subject: ui("%@ : %@", community, title),
            text: lines(
                ui("Bonjour,"), "", ui("%@ annonce, pour l’animation de « %@ » :", author, community), "", title, body,
                "", ui("Pour y réagir, devant tous :"), "\(url)/c/\(slug)/annonces/\(announcement)"))
    case .caseToRead(let community, let slug, let proposed, let author):
        return WrittenLetter(
            subject: ui("%@ vous demande de relire un cas", author),
            text: lines(
                ui("Bonjour,"), "",
                ui(
                    "%@ veut présenter un cas dans « %@ ». Hors de l’animation, personne d’autre ne le lit avant vous :",
                    author, community),
                "\(url)/c/\(slug)/cas/\(proposed)", "",
                ui("Cinq points à vérifier : rien ne doit permettre de reconnaître le patient.")))
    case .privateWord(let community, let slug, let talk, let author):
        return WrittenLetter(
            subject: ui("%@ vous a écrit un mot en privé", author),
            text: lines(
                ui("Bonjour,"), "",
                ui(
                    "%@ vous a écrit un mot, que vous seul·e et les personnes nommées lisez, dans « %@ » :", author,
                    community),
                "\(url)/c/\(slug)/mots/\(talk)"))
    case .threadMoved(let exchange, let mover, let reason): return moved(exchange, by: mover, reason, url: url, ui)
    case .threadSplit(let exchange, let from, let mover, let reason):
        return split(exchange, from: from, by: mover, reason, url: url, ui)
    case .threadMerged(let exchange, let from, let mover, let reason):
        return merged(exchange, from: from, by: mover, reason, url: url, ui)
    case .mergeProposed(let exchange, let into, let proposer, let reason):
        return proposed(
            ui("Réunir votre échange à un autre ? %@", exchange.title),
            ui("%@ vous propose, dans « %@ », de réunir votre échange à celui-ci :", proposer, exchange.community),
            into, reason, at: url + exchange.path, ui)
    case .titleProposed(let exchange, let title, let proposer, let reason):
        return proposed(
            ui("Un titre plus clair ? %@", exchange.title),
            ui("%@ vous propose, dans « %@ », un autre titre pour votre échange :", proposer, exchange.community),
            title, reason, at: url + exchange.path, ui)
    case .contextAsked(let exchange, let link):
        return WrittenLetter(
            subject: ui("Où cela se passe-t-il ? %@", exchange.title),
            text: lines(
                ui("Bonjour,"), "",
                ui("Votre question est publiée dans « %@ » :", exchange.community), ui("« %@ »", exchange.title), "",
                ui("Deux choix suffisent pour qu’on vous réponde mieux : où cela se passe, et ce que vous attendez."),
                contextLinks(link.map { "\(url)/contexte/\($0)" }, exchange, url: url, ui), "",
                ui("Rien ne vous y oblige : la question reste telle quelle.")))
    case .caseSentBack(let community, let slug, let proposed, let title, let remark):
        return WrittenLetter(
            subject: ui("Votre cas est à reprendre : %@", title),
            text: lines(
                ui("Bonjour,"), "", ui("On vous demande une correction avant de publier, dans « %@ » :", community),
                ui("« %@ »", remark), "", "\(url)/c/\(slug)/cas/\(proposed)"))
    case .handwritten(let letter): return handwritten(letter, url: url, ui)
    case .flagged(let community, let slug, let rereading, let isAboutPatient):
        return flagged(in: community, isAboutPatient, "\(url)/c/\(slug)/a-relire/\(rereading)", ui)
    case .flagAnswered(let community, let slug, let path, let outcome, let words, let isClean):
        return flagAnswered(in: community, outcome, isClean, words, "\(url)/c/\(slug)/\(path)", ui)
    case .ownPostReread(let community, let slug, let path, let news, let words, let isClean):
        return ownPostReread(in: community, news, isClean, words, "\(url)/c/\(slug)/\(path)", ui)
    }
}

/// What an invitation makes of somebody, where that is not simply a member.
private func meaning(of role: Role, exchange: String?, _ ui: Interface) -> String? {
    switch role {
    case .member: nil
    case .guest:
        exchange.map { ui("L’invitation ouvre un seul échange : « %@ ».", $0) }
            ?? ui("L’invitation ouvre un seul échange.")
    case .facilitator: ui("Vous feriez partie de l’animation, qui prend soin des échanges.")
    case .observer: ui("Comme marraine ou parrain, vous verriez l’évaluation d’ensemble, pas les échanges.")
    }
}

private func toolsChecked(
    _ community: String, slug: String, name: String, _ findings: SelfCheck.Findings, url: String, _ ui: Interface
) -> WrittenLetter {
    var text = [
        ui("Bonjour,"), "", ui("%@ a vérifié son poste pour « %@ ».", name, community), "",
        ui("Navigateur : %@", findings.browser.replacing("?", with: ui("inconnu")))
            + (findings.isOld ? " " + ui("(trop ancien)") : ""),
    ]
    if !findings.hasScript { text.append(ui("Les scripts ne s’exécutent pas ; Ruche marche sans eux.")) }
    if let clock = findings.clockInSeconds, !findings.isClockRight {
        text.append(ui("L’horloge du poste a %d secondes d’écart.", clock))
    }
    if findings.reachesServer == false { text.append(ui("Les échanges en tâche de fond sont bloqués.")) }
    if findings.hearsLive == false {
        text.append(ui("Les réponses n’arrivent pas en direct : il faut recharger la page."))
    }
    if !findings.words.isEmpty { text.append(ui("« %@ »", findings.words)) }
    if findings.isWell { text.append(ui("Tout va bien : rien à faire.")) }
    text += ["", ui("Tous les postes vérifiés :"), "\(url)/c/\(slug)/mise-en-place/6"]
    return WrittenLetter(
        subject: findings.isWell ? ui("Poste vérifié, tout va bien : %@", name) : ui("Poste à revoir : %@", name),
        text: text.joined(separator: "\n") + "\n")
}

private func erased(_ receipt: ErasureReceipt, _ ui: Interface) -> WrittenLetter {
    var text = [
        ui("Bonjour,"), "", ui("Votre compte Ruche est effacé, le %@.", ui.date(receipt.erasedAt)),
        ui("Reçu %@", receipt.number), "",
    ]
    text += receipt.communities.map { "- \($0)" }
    text += [
        "", ui("%d texte reste, sans votre nom.", "%d textes restent, sans votre nom.", receipt.keptTexts),
        ui("%d texte est retiré.", "%d textes sont retirés.", receipt.removedTexts),
        ui(
            "Votre nom est retiré de %d texte d’autres personnes.",
            "Votre nom est retiré de %d textes d’autres personnes.",
            receipt.quotes), "",
        ui(
            "Les copies de sauvegarde du serveur s’effacent à leur tour. Gardez ce courriel : Ruche ne garde plus votre adresse."
        ),
    ]
    return WrittenLetter(
        subject: ui("Votre compte est effacé : reçu %@", receipt.number), text: text.joined(separator: "\n") + "\n")
}

extension Letter.Exchange {
    var path: String { "/c/\(slug)/questions/\(question)" }
}

/// Where it happens, then what is hoped for, each a link that leads to one button.
private func contextLinks(_ sheet: String?, _ exchange: Letter.Exchange, url: String, _ ui: Interface) -> String {
    guard let sheet else { return "\(url)/c/\(exchange.slug)/questions/\(exchange.question)#preciser" }
    let settings = Question.Setting.allCases.map { ui("%@ : %@", ui.name(of: $0), "\(sheet)?lieu=\($0.rawValue)") }
    let wishes = Question.Sought.allCases.map { ui("%@ : %@", ui.name(of: $0), "\(sheet)?attente=\($0.rawValue)") }
    return ([ui("Où cela se passe :")] + settings + ["", ui("Ce que vous cherchez plutôt :")] + wishes).joined(
        separator: "\n")
}

func lines(_ lines: String...) -> String { lines.joined(separator: "\n") + "\n" }
