import Markup
import Ruche

extension Question.Kind {
    /// As addresses carry it.
    var slug: String {
        switch self {
        case .question: "question"
        case .idea: "idee"
        case .discussion: "discussion"
        case .experience: "experience"
        case .information: "information"
        case .clinicalCase: "cas"
        }
    }

    init?(slug: String) {
        guard let found = Self.allCases.first(where: { $0.slug == slug }) else { return nil }
        self = found
    }

    var icon: Icon {
        switch self {
        case .question: .ask
        case .idea: .half
        case .discussion: .users
        case .experience: .bedside
        case .information: .info
        case .clinicalCase: .compass
        }
    }
}

extension Screen {
    func name(of kind: Question.Kind) -> String {
        switch kind {
        case .question: self("Question")
        case .idea: self("Idée")
        case .discussion: self("Discussion")
        case .experience: self("Retour d’expérience")
        case .information: self("Information")
        case .clinicalCase: self("Cas")
        }
    }

    func plural(of kind: Question.Kind) -> String {
        switch kind {
        case .question: self("Questions")
        case .idea: self("Idées")
        case .discussion: self("Discussions")
        case .experience: self("Retours d’expérience")
        case .information: self("Informations")
        case .clinicalCase: self("Cas")
        }
    }

    /// What it is for, in one line.
    func purpose(of kind: Question.Kind) -> String {
        switch kind {
        case .question: self("Quelque chose vous bloque : des collègues y répondent.")
        case .idea: self("Quelque chose à essayer ensemble, ou à améliorer.")
        case .discussion: self("Un enjeu que d’autres partagent, sans réponse toute faite.")
        case .experience: self("Ce qui s’est passé, ce qui a aidé, ce qui a freiné, la leçon.")
        case .information: self("Un texte, une date, une source que tous gagnent à connaître.")
        case .clinicalCase:
            self("Une situation de soin à regarder ensemble, relue par un second membre avant d’être lue.")
        }
    }

    /// What its title asks for.
    func titleLabel(of kind: Question.Kind) -> String {
        switch kind {
        case .question: self("Votre question, en une phrase")
        case .idea: self("L’idée, en une phrase")
        case .discussion: self("L’enjeu, en une phrase")
        case .experience: self("Ce qui s’est passé, en une phrase")
        case .information: self("L’essentiel, en une phrase")
        case .clinicalCase: self("Ce que vous demandez au groupe, en une phrase")
        }
    }

    /// What its text is called, where it stands in one piece.
    func textLabel(of kind: Question.Kind) -> String {
        switch kind {
        case .question, .clinicalCase: self("La situation")
        case .experience: self("Le récit")
        case .idea, .discussion, .information: self("Le texte")
        }
    }

    /// "une idée", in a sentence.
    func withArticle(_ kind: Question.Kind) -> String {
        switch kind {
        case .question: self("une question")
        case .idea: self("une idée")
        case .discussion: self("une discussion")
        case .experience: self("un retour d’expérience")
        case .information: self("une information")
        case .clinicalCase: self("un cas")
        }
    }

    func editingTitle(of kind: Question.Kind) -> String {
        switch kind {
        case .question: self("Modifier votre question")
        case .idea: self("Modifier votre idée")
        case .discussion: self("Modifier votre discussion")
        case .experience: self("Modifier votre retour d’expérience")
        case .information: self("Modifier votre information")
        case .clinicalCase: self("Modifier votre cas")
        }
    }

    /// The parts of its text, by the name of their field: the short template of each kind.
    func parts(of kind: Question.Kind) -> [(name: String, label: String, hint: String)] {
        switch kind {
        case .question: []
        case .idea:
            [("texte", self("Ce qu’elle changerait"), self("Pour qui, où, et ce qu’il faudrait pour l’essayer."))]
        case .discussion:
            [
                (
                    "texte", self("Ce que l’on constate"),
                    self("Les points de vue que vous connaissez, et ce qui vous partage.")
                )
            ]
        case .experience:
            [
                ("faits", self("Les faits"), self("Dans l’ordre, sans nommer personne, ni patient ni collègue.")),
                ("aide", self("Ce qui a aidé"), ""), ("frein", self("Ce qui a freiné"), ""),
                ("lecon", self("La leçon"), self("Ce que vous feriez de nouveau, ou autrement.")),
                ("essai", self("Qui l’essaie ?"), self("Ce que d’autres pourraient essayer, et où.")),
            ]
        case .information:
            [("texte", self("Ce qu’il faut savoir"), self("Et d’où cela vient : un lien, une référence."))]
        case .clinicalCase:
            [
                (
                    "texte", self("La situation"),
                    self(
                        "Âge arrondi, ni date ni lieu, rien de rare : assez pour comprendre, pas assez pour reconnaître."
                    )
                )
            ]
        }
    }
}

extension Link {
    static let newExchange = Link.inside("/echanges/nouveau")
    static func newExchange(_ kind: Question.Kind) -> Link {
        kind == .question ? .ask : .inside("/echanges/nouveau/\(kind.slug)")
    }
    static func publish(_ kind: Question.Kind) -> Link { .inside("/echanges/nouveau/\(kind.slug)") }
    static func becomes(_ id: Question.ID) -> Link { .inside("/questions/\(id)/devenir") }
    static func synthesis(_ id: Question.ID) -> Link { .inside("/questions/\(id)/synthese") }
    static func schedule(_ id: Question.ID) -> Link { .inside("/questions/\(id)/presenter") }
    static func synthesisVersions(_ id: Question.ID) -> Link { .inside("/questions/\(id)/synthese/versions") }
    static func proposedCase(_ id: ProposedCase.ID) -> Link { .inside("/cas/\(id)") }
    static func changeCase(_ id: ProposedCase.ID) -> Link { .inside("/cas/\(id)/modifier") }
    static func passCase(_ id: ProposedCase.ID) -> Link { .inside("/cas/\(id)/valider") }
    static func sendCaseBack(_ id: ProposedCase.ID) -> Link { .inside("/cas/\(id)/renvoyer") }
    static func withdrawCase(_ id: ProposedCase.ID) -> Link { .inside("/cas/\(id)/retirer") }
}
