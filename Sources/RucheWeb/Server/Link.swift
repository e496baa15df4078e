import Ruche

/// Every address that a page may lead to: French, short and lasting. No page writes an address by hand.
package enum Link: Sendable, Equatable {
    // Outside of a community
    case start, signIn, signInSent, signInDemo, signOut, theme, language, zone, shortcuts, shortcutChoice
    case passwordSignIn, ownPassword, forgetPassword, ownAddress, dropAddress, confirmAddress(String)
    case refuseAddress(String)
    case account, ownData, dataCopy, dataCopyFile, dataCopyArchive, ownName, erase, session(Session.ID), otherSessions
    case frontPage(String)
    case newCommunity, mailbox, administration, help, accessibility, personalData
    case signInLink(String), invitation(String), declineInvitation(String), joinByLink(String)
    case askToJoin(String), decideRequest(String), surveySheet(String), solicitationSheet(String), followUpSheet(
        String), anonymousSheet(String, isNew: Bool = false)
    case contextSheet(String, isSaid: Bool = false), anonymousFile(String, Attachment.ID), keptAnonymous
    case community(String), comeBack(String)
    // Inside the community of the page
    case home, questions, questionList(QuestionQueries.Filter), ask, similar, question(Question.ID), reply(
        Question.ID, Int)
    case replies(Question.ID), editQuestion(Question.ID), questionVersions(Question.ID), deleteQuestion(Question.ID)
    case restoreQuestion(Question.ID), resolve(Question.ID), reopen(Question.ID), closeQuestion(Question.ID)
    case meToo(Question.ID), withdrawMeToo(Question.ID)
    case usefulMark(Reply.ID), withdrawUsefulMark(Reply.ID), retain(Reply.ID), editReply(Reply.ID)
    case replyVersions(Reply.ID), deleteReply(Reply.ID), restoreReply(Reply.ID)
    case live(Question.ID), draft, discardDraft, attachment(Attachment.ID), textOfFile(Attachment.ID), detachFile(
        Attachment.ID)
    case uploads, upload(Upload.ID), search, searchFor(String)
    case members, member(Member.ID), ownCard, memberRole(Member.ID), leave, pause, resume
    case invitations, withdrawInvitation(Invitation.ID)
    case openCommunity, charter, sayHello, putWelcomeAway
    /// A page of a room that names its own addresses: the path after the community's.
    case inside(String)

    /// The address, in the community `slug`.
    package func path(in slug: String?) -> String {
        switch self {
        case .start: return "/"
        case .signIn: return "/connexion"
        case .signInSent: return "/connexion/envoye"
        case .signInDemo: return "/connexion/demo"
        case .signInLink(let secret): return "/connexion/lien/\(secret)"
        case .passwordSignIn: return "/connexion/mot-de-passe"
        case .account: return "/moi"
        case .ownPassword: return "/moi/mot-de-passe"
        case .forgetPassword: return "/moi/mot-de-passe/retirer"
        case .ownAddress: return "/moi/adresse"
        case .dropAddress: return "/moi/adresse/annuler"
        case .confirmAddress(let secret): return "/adresse/\(secret)"
        case .refuseAddress(let secret): return "/adresse/\(secret)/refuser"
        case .ownData: return "/moi/donnees"
        case .dataCopy: return "/moi/donnees/copie"
        case .dataCopyFile: return "/moi/donnees/copie.json"
        case .ownName: return "/moi/nom"
        case .dataCopyArchive: return "/moi/donnees/copie.zip"
        case .erase: return "/moi/effacer"
        case .session(let id): return "/moi/sessions/\(id)/fin"
        case .otherSessions: return "/moi/sessions/autres"
        case .signOut: return "/deconnexion"
        case .theme: return "/preferences/apparence"
        case .zone: return "/moi/fuseau"
        case .language: return "/preferences/langue"
        case .shortcuts: return "/raccourcis"
        case .shortcutChoice: return "/preferences/raccourcis"
        case .frontPage(let slug): return "/presentation/\(slug)"
        case .newCommunity: return "/communautes/nouvelle"
        case .mailbox: return "/courrier"
        case .administration: return "/administration"
        case .help: return "/aide"
        case .accessibility: return "/accessibilite"
        case .personalData: return "/donnees"
        case .invitation(let secret): return "/invitation/\(secret)"
        case .askToJoin(let slug): return "/demander/\(slug)"
        case .decideRequest(let secret): return "/demande/\(secret)"
        case .surveySheet(let token): return "/enquete/\(token)"
        case .solicitationSheet(let secret): return "/sollicitation/\(secret)"
        case .followUpSheet(let secret): return "/suite/\(secret)"
        case .anonymousSheet(let secret, let isNew): return "/anonyme/\(secret)\(isNew ? "?nouvelle=1" : "")"
        case .contextSheet(let secret, let isSaid): return "/contexte/\(secret)\(isSaid ? "?dit=1" : "")"
        case .anonymousFile(let secret, let id): return "/anonyme/\(secret)/fichiers/\(id)"
        case .keptAnonymous: return "/anonyme"
        case .joinByLink(let token): return "/rejoindre/\(token)"
        case .declineInvitation(let secret): return "/invitation/\(secret)/decliner"
        case .community(let slug): return "/c/\(slug)"
        case .comeBack(let slug): return "/communautes/\(slug)/revenir"
        default: return "/c/\(slug ?? "")\(pathInside)"
        }
    }

    private var pathInside: String {
        switch self {
        case .questions: "/echanges"
        case .questionList(let filter): "/echanges\(filter.query)"
        case .ask: "/questions/nouvelle"
        case .similar: "/questions/proches"
        case .question(let id): "/questions/\(id)"
        case .reply(let id, let number): "/questions/\(id)#r\(number)"
        case .replies(let id): "/questions/\(id)/reponses"
        case .editQuestion(let id): "/questions/\(id)/modifier"
        case .questionVersions(let id): "/questions/\(id)/versions"
        case .deleteQuestion(let id): "/questions/\(id)/retirer"
        case .restoreQuestion(let id): "/questions/\(id)/retablir"
        case .resolve(let id): "/questions/\(id)/resoudre"
        case .reopen(let id): "/questions/\(id)/rouvrir"
        case .closeQuestion(let id): "/questions/\(id)/fermer"
        case .meToo(let id): "/questions/\(id)/moi-aussi"
        case .withdrawMeToo(let id): "/questions/\(id)/moi-aussi/retirer"
        case .usefulMark(let id): "/reponses/\(id)/utile"
        case .withdrawUsefulMark(let id): "/reponses/\(id)/utile/retirer"
        case .retain(let id): "/reponses/\(id)/retenir"
        case .editReply(let id): "/reponses/\(id)/modifier"
        case .replyVersions(let id): "/reponses/\(id)/versions"
        case .deleteReply(let id): "/reponses/\(id)/retirer"
        case .restoreReply(let id): "/reponses/\(id)/retablir"
        case .live(let id): "/questions/\(id)/direct"
        case .draft: "/brouillon"
        case .discardDraft: "/brouillon/jeter"
        case .attachment(let id): "/fichiers/\(id)"
        case .textOfFile(let id): "/fichiers/\(id)/texte"
        case .detachFile(let id): "/fichiers/\(id)/retirer"
        case .uploads: "/fichiers/joints"
        case .upload(let id): "/fichiers/joints/\(id)"
        case .search: "/recherche"
        case .searchFor(let words): "/recherche?q=\(words.percentEncoded)"
        case .members: "/membres"
        case .member(let id): "/membres/\(id)"
        case .ownCard: "/membres/moi"
        case .memberRole(let id): "/membres/\(id)/role"
        case .leave: "/membres/quitter"
        case .pause: "/membres/pause"
        case .resume: "/membres/reprendre"
        case .invitations: "/invitations"
        case .withdrawInvitation(let id): "/invitations/\(id)/retirer"
        case .openCommunity: "/ouvrir"
        case .charter: "/charte"
        case .sayHello: "/bonjour"
        case .putWelcomeAway: "/bonjour/ranger"
        case .inside(let path): path
        default: ""
        }
    }
}

extension QuestionQueries.Filter {
    /// The filter as an address carries it.
    var query: String {
        switch self {
        case .all: ""
        case .waiting: "?etat=ouvertes"
        case .unanswered: "?etat=sans-reponse"
        case .mine: "?etat=miennes"
        case .applied: "?etat=appliquees"
        case .kind(let kind): "?genre=\(kind.slug)"
        case .topic(let id): "?sujet=\(id)"
        case .objective(let id): "?objectif=\(id)"
        case .need(let id): "?besoin=\(id)"
        case .author(let id): "?auteur=\(id)"
        }
    }
}

extension String {
    /// For one piece of an address.
    var percentEncoded: String {
        var out = ""
        for byte in utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                out.append(Character(Unicode.Scalar(byte)))
            default:
                out +=
                    byte < 16
                    ? "%0\(String(byte, radix: 16, uppercase: true))" : "%\(String(byte, radix: 16, uppercase: true))"
            }
        }
        return out
    }
}
