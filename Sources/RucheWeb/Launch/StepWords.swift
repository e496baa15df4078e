import Ruche

// The words of the seven steps: titles, questions, checks.
extension Screen {
    func title(of step: Step) -> String {
        switch step {
        case .group: self("Préparer le groupe")
        case .needs: self("Analyser les besoins")
        case .members: self("Recruter les membres")
        case .meetings: self("Configurer les rencontres")
        case .resources: self("Réunir les ressources")
        case .tools: self("Essayer les outils")
        case .evaluation: self("Prévoir l’évaluation")
        }
    }

    func sentence(of step: Step) -> String {
        switch step {
        case .group: self("Un parrain, un noyau de quelques personnes et une phrase qui dit le domaine.")
        case .needs: self("Ce qui manque dans la pratique, dit par ceux qui la font, et comment on le saura autrement.")
        case .members:
            self(
                "Des invitations personnelles valent mieux qu’une annonce. Visez la diversité des métiers plutôt que le nombre."
            )
        case .meetings: self("Rythme, lieu, distance ou hybride, règle d’ordre du jour, délai de réponse promis.")
        case .resources:
            self("Heures d’animation, documents utiles, personnes-ressources. Chaque document répond à un besoin.")
        case .tools: self("Chacun fait une fois les gestes essentiels, depuis son poste et par courriel.")
        case .evaluation:
            self("Avant le lancement : ce que l’on regardera, pour qui, quand, et la situation de départ.")
        }
    }

    /// Two sentences from what has been published, and where they come from (DOMAIN §1, findings).
    func goodLooksLike(_ step: Step) -> (words: String, source: String) {
        switch step {
        case .group:
            (
                self(
                    "Des attentes floues arrêtent plus de groupes que le manque d’envie : le domaine se dit en une phrase, et le temps est écrit. L’animation est liée à tous les signes de succès : elle se partage à deux."
                ), "CEPPP · praxis.encommun.io · Tremblay, 2005"
            )
        case .needs:
            (
                self(
                    "On part de cas et de vraies questions, plutôt que de thèmes d’exposés. On sait par quels canaux les gens se parlent déjà, car ces canaux restent des concurrents."
                ), "Milgrom, 2022 · Implementation Science, 2017"
            )
        case .members:
            (
                self(
                    "La plupart des membres restent à la périphérie, et leur écoute compte : on invite des métiers différents, chacun par quelqu’un qu’il connaît. On ne mesure pas la réussite au nombre d’inscrits."
                ), "Ying, 2018 · INSPQ, fiche 2351"
            )
        case .meetings:
            (
                self(
                    "Durer est plus difficile que commencer : un rythme court et tenu vaut mieux qu’un grand programme. Les règles sont celles du groupe, et se changent par consentement."
                ), "INSPQ, fiche 2351"
            )
        case .resources:
            (
                self(
                    "L’animation est le plus souvent bénévole : on compte ses heures, promises et données, et on les montre. Peu de documents, et chacun répond à un besoin."
                ), "praxis.encommun.io"
            )
        case .tools:
            (
                self(
                    "Le courriel suffit pour lire, demander et répondre, parce que les canaux existants font concurrence. Chacun a fait les gestes une fois, depuis son poste, avant d’en avoir besoin."
                ), "Implementation Science, 2017"
            )
        case .evaluation:
            (
                self(
                    "Aucun cadre ne vaut pour tous les groupes : les cibles partent de votre situation de départ. Ce que disent les membres parvient rarement à leurs employeurs : chaque chiffre a un lecteur, par son nom."
                ), "McKellar, 2014 · INSPQ, fiche 2351"
            )
        }
    }

    func name(of act: FirstAct) -> String {
        switch act {
        case .read: self("Lire")
        case .mail: self("Recevoir un courriel")
        case .ask: self("Poser une question, ou dire « moi aussi »")
        case .reply: self("Répondre")
        case .vote: self("Voter, ou marquer une réponse utile")
        }
    }

    func name(of state: Step.State) -> String {
        switch state {
        case .toCome: self("À venir")
        case .begun: self("Commencé")
        case .underWay: self("En cours")
        case .done: self("Fait")
        }
    }

    func label(of field: StepField) -> String {
        switch field {
        case .sponsorName: self("Parrain ou marraine")
        case .sponsorTitle: self("Sa fonction")
        case .supportLetter: self("Ce que dit la lettre de soutien")
        case .hoursPerMember: self("Heures par mois accordées à chaque membre")
        case .domain: self("Le domaine, en une phrase")
        case .practice: self("La pratique que vous partagez")
        case .group: self("Le groupe")
        case .risks: self("Ce qui pourrait l’arrêter")
        case .lifetime: self("Durée de vie imaginée")
        case .dpo: self("Délégué à la protection des données")
        case .hosting: self("Hébergeur, certifié HDS ou non")
        case .survey: self("L’enquête")
        case .interviews: self("Les entretiens")
        case .unanswered: self("De vraies questions restées sans réponse")
        case .baseline: self("La situation de départ (T0)")
        case .invitation: self("Le texte d’invitation")
        case .hosts: self("Qui accueille les nouveaux membres")
        case .charterMonths: self("Renouveler l’accord sur la charte tous les (mois)")
        case .joinOpen: self("On peut demander à rejoindre, par une page ouverte à tous")
        case .joinQuestions: self("Les questions posées à qui demande à rejoindre")
        case .rhythmFirst: self("La première rencontre")
        case .rhythmTime: self("À quelle heure")
        case .rhythmPlace: self("Lieu habituel")
        case .augustSilence: self("Pas de rencontre en août")
        case .yearEndSilence: self("Pas de rencontre du 20 décembre au 3 janvier")
        case .rhythmMinutes: self("Durée d’une rencontre, en minutes")
        case .rhythmWeeks: self("Toutes les combien de semaines")
        case .mode: self("Mode")
        case .quorum: self("Quorum")
        case .agendaRule: self("Règle d’ordre du jour")
        case .functions: self("Fonctions qui tournent")
        case .silence: self("Ce qu’on dit de ces silences")
        case .hoursPromised: self("Heures d’animation promises par mois")
        case .budget: self("Budget")
        case .people: self("Personnes-ressources")
        case .training: self("Formation à l’animation")
        case .network: self("Réseau et postes de soins")
        case .mail: self("Courriels reçus, réponses reçues")
        case .phone: self("Téléphones")
        case .migration: self("Reprise de l’ancienne liste")
        case .declaration: self("Où déclarer un événement indésirable")
        case .pulse: self("Dates du baromètre")
        case .evaluators: self("Qui évalue")
        }
    }

    func hint(of field: StepField) -> String? {
        switch field {
        case .sponsorName: self("La personne qui décide du temps et défend le groupe.")
        case .domain: self("Ce que ses membres ont en commun dans leur travail. Ni un titre ni un programme.")
        case .unanswered: self("Une par ligne. Ce sont elles qui feront venir.")
        case .baseline:
            self("Un chiffre simple, que vous saurez remesurer de la même façon dans six mois et dans un an.")
        case .agendaRule:
            self("Par exemple : les questions sans réponse d’abord, chacun propose jusqu’à trois jours avant.")
        case .charterMonths: self("Laissé vide : tous les douze mois.")
        case .hoursPerMember, .hoursPromised: self("Par exemple 2, 1,5 ou 1 h 30.")
        case .joinQuestions: self("Une par ligne, trois au plus. Par exemple : qu’aimeriez-vous y trouver ?")
        case .rhythmFirst: self("Les suivantes en découlent, le même jour de la semaine.")
        case .silence: self("Quand on ne promet pas de délai, et qui répond quand même.")
        case .functions: self("Secrétaire, gardien du temps, accueil, référent technique… et qui les tient.")
        case .evaluators: self("Deux membres, si possible quelqu’un d’extérieur.")
        case .hosting: self("Sans donnée de patient, la certification n’est pas demandée.")
        case .pulse: self("Toutes les treize semaines, trois questions.")
        case .declaration:
            self("Une adresse https. Ruche la propose à qui raconte un événement, à lui seul, et n’en garde rien.")
        default: nil
        }
    }

    func name(of mode: Meeting.Mode) -> String {
        switch mode {
        case .onSite: self("sur place")
        case .remote: self("à distance")
        case .hybrid: self("sur place et à distance")
        }
    }

    func name(of marker: Marker) -> String {
        switch marker {
        case .sponsor: self("Un parrain nommé")
        case .time: self("Du temps accordé")
        case .needs: self("Des besoins exprimés")
        case .charter: self("Une charte")
        case .twoMeetings: self("Deux rencontres fixées")
        case .secondFacilitator: self("Une seconde personne à l’animation")
        case .plan: self("Un plan d’évaluation")
        }
    }

    func name(of stage: Stage) -> String {
        switch stage {
        case .potential: self("potentiel")
        case .coalescing: self("unification")
        case .maturing: self("maturité")
        case .momentum: self("élan")
        case .transformation: self("transformation")
        case .dormant: self("en veille")
        case .closed: self("close")
        }
    }

    func sentence(of check: StepCheck.Name, _ preparation: Preparation) -> String {
        let facts = preparation.facts
        switch check {
        case .sponsor: return self("Un parrain ou une marraine, par son nom")
        case .time: return self("Du temps accordé à chaque membre")
        case .domain: return self("Le domaine dit en une phrase")
        case .core: return self("Un noyau de trois personnes au moins : %d aujourd’hui", preparation.core.count)
        case .letter: return self("Une lettre de soutien, signée et jointe")
        case .needOwned:
            return self("Un besoin retenu, suivi par quelqu’un : %d sur %d", facts.retainedWithOwner, facts.needs)
        case .baseline: return self("La situation de départ enregistrée")
        case .votes: return self("%d personne a voté", "%d personnes ont voté", facts.voters)
        case .channels: return self("Les canaux d’aujourd’hui, et ce qui leur manque")
        case .members: return self("Huit membres au moins : %d aujourd’hui", facts.members)
        case .targets: return self("Chaque profil voulu est là, ou laissé de côté par écrit")
        case .charter: return self("Une charte, adoptée par le groupe")
        case .invitations:
            return self(
                "%d invitation envoyée, %@ acceptée(s)", "%d invitations envoyées, %@ acceptées", facts.invitationsSent,
                String(facts.invitationsAccepted))
        case .hosts: return self("Une personne d’accueil pour chaque arrivée")
        case .rules:
            let changed = facts.rulesChanged ?? []
            return changed.isEmpty
                ? self("Des règles adoptées par consentement")
                : self(
                    "Des règles adoptées par consentement, mais changées depuis : %@",
                    words.list(changed.map { name(of: $0) }))
        case .meetings: return self("Deux rencontres fixées : %d aujourd’hui", facts.comingMeetings)
        case .rhythm: return self("Un rythme choisi")
        case .hours: return self("Des heures d’animation promises")
        case .hoursGiven: return self("Le temps donné, noté mois après mois")
        case .linked: return self("Chaque document rattaché à un besoin")
        case .resources: return self("%d document réuni", "%d documents réunis", preparation.resources.count)
        case .tried:
            return self(
                "Quatre membres sur cinq ont fait une fois les cinq gestes : %d sur %d", facts.tried, facts.members)
        case .migration: return self("La reprise de l’ancienne liste, décidée")
        case .dimensions: return self("Un indicateur au moins pour chacune des quatre dimensions")
        case .planBaseline: return self("Une situation de départ dans le plan, même sans chiffre encore")
        case .pulse: return self("Les dates du baromètre")
        }
    }

    /// What is there now, in one line of figures; nil when there is nothing to say.
    func present(_ step: Step, _ preparation: Preparation) -> String? {
        let facts = preparation.facts
        switch step {
        case .group:
            let parts = [
                preparation[.sponsorName].line(),
                preparation.minutes(.hoursPerMember) > 0
                    ? self("%@ pour chaque membre", hoursAMonth(preparation.minutes(.hoursPerMember))) : nil,
                preparation.core.isEmpty
                    ? nil : self("un noyau de %d personne", "un noyau de %d personnes", preparation.core.count),
            ].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        case .needs:
            if facts.needs == 0 { return nil }
            return self("%d besoin", "%d besoins", facts.needs) + ", "
                + self("%d retenu", "%d retenus", facts.retainedWithOwner)
        case .members:
            return [
                self("%d membre", "%d membres", facts.members), self("%d métier", "%d métiers", facts.professions),
                self("%d établissement", "%d établissements", facts.establishments),
            ].joined(separator: ", ")
        case .meetings:
            let (weeks, minutes) = (preparation.number(.rhythmWeeks), preparation.number(.rhythmMinutes))
            if weeks == 0 { return nil }
            let rhythm = weeks == 1 ? self("chaque semaine") : self("toutes les %d semaines", weeks)
            return minutes == 0
                ? self("Rythme choisi : %@", rhythm)
                : self("Rythme choisi : %@, %@", length(minutes: minutes), rhythm)
        case .resources:
            return preparation.resources.isEmpty
                ? nil : self("%d document", "%d documents", preparation.resources.count)
        case .tools:
            return facts.tried == 0
                ? nil : self("%d membre a fait les cinq gestes", "%d membres ont fait les cinq gestes", facts.tried)
        case .evaluation:
            return preparation.plan.isEmpty
                ? nil : self("%d indicateur choisi", "%d indicateurs choisis", preparation.plan.count)
        }
    }

    /// "2 heures par mois", "1 h 30 par mois"
    func hoursAMonth(_ minutes: Int) -> String {
        minutes.isMultiple(of: 60)
            ? self("%d heure par mois", "%d heures par mois", minutes / 60)
            : self("%@ par mois", length(minutes: minutes))
    }

    /// An objective in the plan: what it wants, how that is measured, from where, by when.
    func planned(_ objective: Objective) -> String {
        let due = objective.dueAt.map { words.fullDay(words.zone.date(at: $0.milliseconds - 1)) }
        let parts = [
            objective.measure.line(), objective.baseline.line().map { self("départ : %@", $0.lowercasedFirst) },
            due.map { self("pour le %@", $0) },
        ].compactMap { $0 }
        return parts.isEmpty ? objective.title : self("%@ (%@)", objective.title, parts.joined(separator: ", "))
    }

    /// Twenty questions, in our own words, that tell whether a group is ready to begin.
    var readinessQuestions: [String] {
        [
            self("Pouvons-nous dire en une phrase ce que nous avons en commun ?"),
            self("Connaissons-nous trois vraies questions restées sans réponse ?"),
            self("Quelqu’un qui décide des plannings soutient-il la démarche ?"),
            self("Le temps accordé est-il écrit quelque part ?"),
            self("Sommes-nous au moins deux à vouloir animer ?"),
            self("Avons-nous trois personnes prêtes à écrire les premières ?"),
            self("Les métiers concernés sont-ils tous invités ?"),
            self("La nuit et le week-end ont-ils leur place ?"),
            self("Savons-nous comment les gens se parlent aujourd’hui ?"),
            self("Savons-nous ce que ces canaux ne permettent pas ?"),
            self("Avons-nous promis un délai de réponse que nous tiendrons ?"),
            self("Peut-on dire ici que l’on ne sait pas ?"),
            self("Avons-nous dit ce qui reste entre nous ?"),
            self("Chacun sait-il qu’aucun patient ne doit être reconnaissable ?"),
            self("Les premières rencontres ont-elles une date ?"),
            self("Peut-on participer sans se déplacer ?"),
            self("Les outils marchent-ils depuis un poste de soins ?"),
            self("Avons-nous noté d’où nous partons ?"),
            self("Savons-nous ce qui nous ferait dire que cela a servi ?"),
            self("Savons-nous quand nous nous demanderons s’il faut continuer ?"),
        ]
    }

    func name(of answer: Readiness) -> String {
        switch answer {
        case .yes: self("Oui")
        case .partly: self("En partie")
        case .no: self("Pas encore")
        }
    }
}
