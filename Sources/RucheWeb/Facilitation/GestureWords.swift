import Markup
import Persistence
import Ruche

extension Gesture {
    /// The page that does it, for those that are no letter.
    var page: Link? {
        switch reason {
        case .fixMeeting: .newMeeting
        case .readRequest: .joinRequests
        case .readAgain(let id, _, _): .rereading(id)
        case .openExchange(let on, let id, _): .askAbout(on, id)
        case .turnFunction(.facilitation, _, _, _): .roles
        case .lookAtDrift: .drift
        case .prepareYear: .life
        case .findSomebody, .askIfHelped, .welcome, .firstExchange, .otherVoices, .reread, .turnFunction, .thank: nil
        }
    }

    /// The exchange that it is about.
    var exchange: (link: Link, title: String)? {
        switch reason {
        case .findSomebody(let id, let title, _, _, _, _), .askIfHelped(let id, let title, _, _, _),
            .otherVoices(let id, let title, _, _):
            (.question(id), title)
        case .firstExchange(_, _, let exchange?): (.question(.init(exchange.id)), exchange.title)
        case .thank(let id, let number, let title, _, _): (.reply(id, number), title)
        default: nil
        }
    }

    var icon: Icon {
        switch kind {
        case .findSomebody, .otherVoices, .openExchange: .ask
        case .askIfHelped: .done
        case .welcome, .thank: .hand
        case .firstExchange, .turnFunction, .readRequest: .users
        case .fixMeeting, .prepareYear: .calendar
        case .readAgain: .shield
        case .reread: .book
        case .lookAtDrift: .chart
        }
    }
}

extension Screen {
    /// What is to be done, about whom or what.
    func title(of gesture: Gesture) -> String {
        switch gesture.reason {
        case .findSomebody(_, _, let asker, _, _, _): self("Trouver quelqu’un pour la question de %@", name(of: asker))
        case .askIfHelped(_, _, let asker, _, _): self("Demander à %@ si une réponse a aidé", name(of: asker))
        case .welcome(let newcomers, _): self("Souhaiter la bienvenue à %@", words.list(newcomers.map(\.name)))
        case .firstExchange(let member, _, _): self("Proposer un premier échange à %@", member.name)
        case .fixMeeting: self("Fixer la prochaine rencontre")
        case .readRequest(let name): self("Lire la demande de %@", name)
        case .readAgain: self("Un message est à relire")
        case .otherVoices: self("Inviter d’autres voix")
        case .openExchange(_, _, let title): self("Ouvrir un échange sur « %@ »", title)
        case .reread(let title, _): self("Faire relire « %@ »", title)
        case .turnFunction(.facilitation, let holder, _, _): self("Préparer la suite du mandat de %@", holder.name)
        case .turnFunction(let function, _, _, _): self("Faire tourner une fonction : %@", name(of: function))
        case .thank(_, _, _, let author, _): self("Remercier %@", author.name)
        case .lookAtDrift(let reading): self("Regarder la veille : %@", name(of: reading.gauge))
        case .prepareYear: self("Préparer la revue de l’année")
        }
    }

    /// Why, with its figures.
    func reason(of gesture: Gesture, effect: GreetingEffect? = nil) -> String {
        switch gesture.reason {
        case .findSomebody(_, _, _, let askedAt, let promise, let knowers):
            let said = self(
                "%@ de silence, la promesse est de %@.", duration(now - askedAt), name(of: promise))
            return said + " " + sentence(of: knowers)
        case .askIfHelped(_, _, _, let replies, let last):
            return self(
                "%d réponse, la dernière %@, et pas un mot depuis.",
                "%d réponses, la dernière %@, et pas un mot depuis.",
                replies, relative(last))
        case .welcome(let newcomers, let first):
            let days = Int((now - first).hours / 24)
            let said =
                newcomers.count == 1
                ? self(
                    "Une arrivée il y a %d jour, sans un mot de personne encore.",
                    "Une arrivée il y a %d jours, sans un mot de personne encore.", days)
                : self(
                    "%d arrivées, la première il y a %@ jours, sans un mot de personne encore.",
                    "%d arrivées, la première il y a %@ jours, sans un mot de personne encore.", newcomers.count,
                    words.number(days))
            return [said, effect.map(sentence)].compactMap { $0 }.joined(separator: " ")
        default: return reasonOfOthers(gesture)
        }
    }

    private func reasonOfOthers(_ gesture: Gesture) -> String {
        switch gesture.reason {
        case .firstExchange(_, let topic, let exchange):
            let silence = self("Trois semaines ici, sans avoir encore rien dit.")
            guard let topic else { return silence + " " + self("Sa carte ne dit pas encore ce qui l’intéresse.") }
            let card = self("Sa carte : « %@ ».", topic)
            return [silence, card, exchange == nil ? nil : self("Une question ouverte y correspond.")]
                .compactMap { $0 }.joined(separator: " ")
        case .fixMeeting(let ahead, let wanted, let last):
            let said =
                ahead == 0
                ? self("Aucune rencontre à venir.")
                : self(
                    "%d rencontre à venir, vos règles en demandent %@.",
                    "%d rencontres à venir, vos règles en demandent %@.", ahead, words.number(wanted))
            return [said, last.map { self("La dernière : %@.", date($0)) }].compactMap { $0 }.joined(separator: " ")
        case .readRequest: return self("Elle attend %@.", since(gesture.since - .hours(24)))
        case .readAgain(_, let reasons, let isHidden):
            let named = words.list(reasons.map { name(of: $0) })
            let state = isHidden ? self("Il est masqué en attendant.") : self("Il est encore visible.")
            return self("Signalé %@ : %@.", since(gesture.since), named) + " " + state
        case .otherVoices(_, _, let replies, let share):
            return self("%d réponses, dont %@ d’une même personne.", replies, words.percent(share))
        case .openExchange(.need, _, _):
            return self("Ce besoin est retenu %@, et personne n’en parle encore.", since(gesture.since - .days(30)))
        case .openExchange(.objective, _, _):
            return self("Cet objectif est adopté %@, et personne n’en parle encore.", since(gesture.since - .days(30)))
        case .reread(_, let day): return self("À relire depuis le %@.", words.day(day))
        case .turnFunction(.facilitation, _, _, let ends):
            return ends > now
                ? self("Le mandat finit le %@ : le renouveler, ou passer la main.", date(ends))
                : self("Le mandat a fini le %@ : le renouveler, ou passer la main.", date(ends))
        case .turnFunction(_, let holder, let began, _):
            return self("%@ la tient depuis %@. Une fonction tourne.", holder.name, month(began))
        case .thank(_, _, _, _, let readers):
            return self(
                "Sa réponse a aidé %d personne cette semaine, et nul ne l’en a remercié·e.",
                "Sa réponse a aidé %d personnes cette semaine, et nul ne l’en a remercié·e.", readers)
        case .lookAtDrift(let reading): return sentence(of: reading)
        case .prepareYear(let due):
            return self("On continue, on adapte, on clôt : le groupe se le demande le %@.", date(due))
        case .findSomebody, .askIfHelped, .welcome: return ""
        }
    }

    /// "Claire Besnard et Paul Sarrazin connaissent le sujet ; Claire Besnard a été sollicité·e une fois ce mois-ci."
    private func sentence(of knowers: [Gesture.Suggested]) -> String {
        guard let first = knowers.first else {
            return self("Personne de disponible ne se propose sur ce sujet : demandez autour de vous.")
        }
        let asked =
            first.asked == 0
            ? self("%@ n’a pas été sollicité·e ce mois-ci.", first.member.name)
            : self(
                "%@ a été sollicité·e %d fois ce mois-ci.", first.member.name, first.asked)
        guard knowers.count > 1 else { return self("%@ connaît le sujet.", first.member.name) + " " + asked }
        return self("%@ et %@ connaissent le sujet.", first.member.name, knowers[1].member.name) + " " + asked
    }

    private func sentence(of effect: GreetingEffect) -> String {
        self(
            "Ici, depuis un an, les membres salués dans la semaine participent %@ fois plus le premier mois (%d personnes contre %d).",
            words.number(effect.times), effect.greeted, effect.others)
    }

    /// What the button says.
    func action(of gesture: Gesture) -> String {
        switch gesture.reason {
        case .findSomebody(_, _, _, _, _, let knowers):
            knowers.first.map { self("Solliciter %@", $0.member.name) } ?? self("Chercher quelqu’un")
        case .askIfHelped, .reread, .thank, .turnFunction, .firstExchange:
            gesture.page == nil ? self("Écrire le mot") : self("Voir les mandats")
        case .welcome(let newcomers, _): newcomers.count == 1 ? self("Écrire le mot") : self("Écrire les mots")
        case .fixMeeting: self("Choisir une date")
        case .readRequest: self("Lire la demande")
        case .readAgain: self("Relire")
        case .otherVoices: self("Solliciter quelqu’un")
        case .openExchange: self("Poser la question")
        case .lookAtDrift: self("Ouvrir la veille")
        case .prepareYear: self("Préparer le vote")
        }
    }

    /// A kind of gesture, without what it is about.
    func name(of kind: Gesture.Kind) -> String {
        switch kind {
        case .findSomebody: self("Trouver quelqu’un pour une question sans réponse")
        case .askIfHelped: self("Demander si une réponse a aidé")
        case .welcome: self("Souhaiter la bienvenue")
        case .firstExchange: self("Proposer un premier échange")
        case .fixMeeting: self("Fixer la prochaine rencontre")
        case .readRequest: self("Lire une demande à rejoindre")
        case .readAgain: self("Relire un message signalé")
        case .otherVoices: self("Inviter d’autres voix")
        case .openExchange: self("Ouvrir un échange sur un besoin ou un objectif")
        case .reread: self("Faire relire un document")
        case .turnFunction: self("Faire tourner une fonction")
        case .thank: self("Remercier l’auteur d’une réponse utile")
        case .lookAtDrift: self("Regarder une jauge qui dérive")
        case .prepareYear: self("Préparer la revue de l’année")
        }
    }

    func name(of kind: MessageKind) -> String {
        switch kind {
        case .solicit: self("Demander de l’aide pour une question")
        case .askIfHelped: self("Demander si une réponse a aidé")
        case .welcome: self("Souhaiter la bienvenue")
        case .firstExchange: self("Proposer un premier échange")
        case .firstQuestion: self("Proposer de poser une première question")
        case .reread: self("Faire relire un document")
        case .turnFunction: self("Proposer de prendre une fonction")
        case .thank: self("Remercier l’auteur d’une réponse utile")
        case .news: self("Prendre des nouvelles")
        case .takeUp: self("Reprendre une question restée sans suite")
        }
    }

    func name(of what: DoneGesture.What) -> String {
        switch what {
        case .gesture(let kind): name(of: kind)
        case .message(let kind): name(of: kind)
        }
    }
}
