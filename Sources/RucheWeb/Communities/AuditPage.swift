import Markup
import Ruche

/// The acts of facilitation, the last first: members look at what is done in their name.
func auditPage(_ lines: [AuditLine], isFirst: Bool, _ ui: Screen) -> HTML {
    let next = lines.count == AuditLog.shown ? lines.last : nil
    return page(
        Page(
            ui("Journal des actes"), at: .members,
            """
            \(crumbs([(ui("Membres"), .members), (ui("Rôles et fonctions"), .roles)], ui))
            \(pageHead(ui("Journal des actes"), lede: ui("Invitations, rôles, règles, décisions, messages relus : ce qui a été fait au nom du groupe, par qui, et pourquoi.")))
            \(if: lines.isEmpty, emptyState(ui("Rien encore"), ui("Le premier acte d’animation s’inscrira ici."), id: "vide"), else: "<ul class=\"rows narrow\">\(each: lines, { auditRow($0, ui) })</ul>")
            <nav class="pager mt-5" aria-label="\(ui("Pages du journal"))"><span class="btn-row">\(if: !isFirst, "<a class=\"btn\" href=\"\(ui.path(.auditLog))\">\(ui("Revenir au début"))</a>")\(some: next, { last in
                "<a class=\"btn\" href=\"\(ui.path(.auditLog))?avant=\(last.id)\">\(ui("Suite"))\(icon(.right))</a>"
            })</span></nav>
            """), ui)
}

private func auditRow(_ line: AuditLine, _ ui: Screen) -> HTML {
    let who = line.who ?? (line.verb == .hidPost ? ui("Un membre") : ui("L’administration du serveur"))
    let thread: Question.ID? = if case .question(let id) = line.within ?? line.object { id } else { nil }
    return """
        <li><p><strong>\(who)</strong> \(ui.sentence(of: line))</p>\(some: line.reason, { "<p>\(ui("« %@ »", $0))</p>" })<p class="meta">\(ui.relative(line.at))\(some: thread, { ", <a href=\"\(ui.path(.question($0)))\">\(ui("l’échange"))</a>" })</p></li>
        """
}

extension Screen {
    /// What was done, after the name of who did it: "a confié la fonction Accueil à Claire Besnard".
    fileprivate func sentence(of line: AuditLine) -> String {
        let title = line.title ?? self("quelqu’un qui n’est plus là")
        func function() -> String {
            line.details["function"].flatMap { Function(rawValue: $0) }.map { name(of: $0) } ?? ""
        }
        func role(_ key: String) -> String {
            line.details[key].flatMap { Role(rawValue: $0) }.map { name(of: $0) } ?? ""
        }
        switch line.verb {
        case .createdCommunity: return self("a créé la communauté.")
        case .opened: return self("a ouvert la communauté à ses membres.")
        case .invited where line.details["reminders"] != nil:
            return self("a relancé %@ invitations restées sans réponse.", line.details["reminders"] ?? "")
        case .invited where line.details["reminder"] != nil: return self("a relancé une invitation.")
        case .invited where line.details["link"] != nil: return self("est à l’origine d’une invitation, par un lien.")
        case .invited: return self("a invité quelqu’un.")
        case .acceptedRequest: return self("a accepté une demande à rejoindre.")
        case .declinedRequest: return self("a décliné une demande à rejoindre.")
        case .withdrewInvitation: return self("a retiré une invitation.")
        case .openedInvitationLink: return self("a ouvert un lien d’invitation.")
        case .closedInvitationLink: return self("a fermé un lien d’invitation.")
        case .changedRole: return self("a changé un rôle. %@ : %@, avant %@.", title, role("to"), role("from"))
        case .changedSettings: return self("a changé les règles de la communauté.")
        case .changedSynonyms: return self("a changé les synonymes de la recherche.")
        case .changedWordRules: return sentence(ofWordRule: line)
        case .wroteFrontPage: return self("a récrit la page publique.")
        case .openedFrontPage: return self("a ouvert la page publique.")
        case .shutFrontPage: return self("a fermé la page publique.")
        case .changedTopic: return self("a décrit un sujet : %@.", title)
        case .mergedTopics:
            return self(
                "a réuni deux sujets : « %@ » mène à « %@ ».", line.details["from"] ?? "", line.details["to"] ?? "")
        case .remindedCharter: return self("a rappelé la charte à ceux qui ne l’avaient pas acceptée.")
        case .tookFunction where line.who == line.title: return self("a pris une fonction : %@.", function())
        case .tookFunction: return self("a noté une fonction, %@, tenue par %@.", function(), title)
        case .endedFunction: return self("a libéré une fonction, %@, que tenait %@.", function(), title)
        case .renewedTerm: return self("a renouvelé un mandat : %@.", title)
        case .handedOver: return self("a passé la main à %@.", title)
        case .completedStep: return self("a considéré une étape comme faite.")
        case .launched: return self("a lancé la communauté.")
        case .confirmedStage: return self("a noté l’étape de vie que le groupe a confirmée.")
        case .openedReview: return self("a ouvert le vote de l’année.")
        case .concludedReview: return self("a compté les voix de la revue de l’année.")
        case .closedCommunity: return self("a dit adieu et clos la communauté.")
        case .reopenedCommunity: return self("a rouvert la communauté.")
        case .retainedNeed: return self("a retenu un besoin : %@", title)
        case .setAsideNeed: return self("a laissé de côté un besoin : %@", title)
        case .closedObjective: return self("a clos un objectif : %@", title)
        case .cancelledMeeting: return self("a annulé une rencontre : %@", title)
        case .concludedDecision: return self("a conclu une décision : %@", title)
        case .preparedInvitations where line.details["sent"] != nil:
            return self("a envoyé %@ invitations préparées d’après une liste.", line.details["sent"] ?? "")
        case .preparedInvitations:
            return self("a préparé %@ invitations d’après une liste.", line.details["invitations"] ?? "")
        case .movedThread where line.details["from"] != nil:
            func kind(_ key: String) -> String {
                line.details[key].flatMap { Question.Kind(rawValue: $0) }.map { name(of: $0) } ?? ""
            }
            return self("a déplacé un échange : %@, avant %@.", kind("to"), kind("from"))
        case .movedThread where line.details["to"] != nil:
            return self("a emmené un échange vers « %@ ».", line.details["to"] ?? "")
        case .splitThread: return self("a fait un échange à part de réponses d’un autre.")
        case .mergedThread: return self("a réuni deux échanges.")
        case .proposedMerge: return self("a proposé à un auteur de réunir son échange à un autre.")
        case .proposedTitle: return self("a proposé à un auteur un titre plus clair.")
        case .pinnedThread: return self("a épinglé un échange en tête de la liste.")
        case .unpinnedThread: return self("a détaché un échange de la tête de la liste.")
        case .movedThread: return self("a emmené ici un échange d’une autre communauté.")
        case .hidPost: return self("a signalé une donnée patient : un message est masqué.")
        case .readHiddenPost: return self("a lu un message masqué, pour décider.")
        case .putBackPost: return self("a laissé ou remis en place un message signalé.")
        case .askedCorrection: return self("a demandé à l’auteur d’un message de le corriger.")
        case .removedPost: return self("a retiré un message signalé.")
        case .purgedPost: return self("a effacé un message qui permettait de reconnaître un patient.")
        case .sawConfirmation: return self("a regardé un texte publié malgré un avertissement.")
        case .announced where line.title == nil: return self("a publié une annonce.")
        case .withdrewAnnouncement where line.title == nil: return self("a retiré une annonce.")
        case .restoredAnnouncement where line.title == nil: return self("a remis en place une annonce.")
        case .announced: return self("a publié une annonce : %@", title)
        case .withdrewAnnouncement: return self("a retiré une annonce : %@", title)
        case .restoredAnnouncement: return self("a remis en place une annonce : %@", title)
        case .wroteByHand: return sentence(ofLetter: line, to: title)
        case .changedTemplate: return self("a changé un modèle de message de l’animation.")
        case .declaredHierarchy:
            return self("a déclaré un lien hiérarchique avec %@, qui ne verra rien du silence d’une personne.", title)
        case .withdrewHierarchy: return self("a retiré un lien hiérarchique avec %@.", title)
        case .restored: return self("a remis en place un texte que son auteur avait retiré.")
        case .markedUseful: return self("a dit une réponse utile, au nom de la personne qui avait posé la question.")
        case .solicited: return self("a demandé à quelqu’un s’il pouvait aider un échange.")
        case .saidWhatItBecame: return self("a dit ce qu’un échange est devenu.")
        case .imported: return self("a importé une archive.")
        case .undidImport: return self("a défait un import.")
        default: return ""
        }
    }

    private func sentence(ofWordRule line: AuditLine) -> String {
        let (kind, words) = (line.details["kind"].flatMap { WordRule.Kind(rawValue: $0) }, line.details["rule"] ?? "")
        if let count = line.details["rules"] {
            return line.details["whole"] != nil
                ? self("a remplacé les règles de mots par une liste de %@.", count)
                : self("a importé une liste de règles de mots : %@.", count)
        }
        let name = kind.map { self.name(of: $0) } ?? ""
        return line.details["removed"] != nil
            ? self("a retiré une règle de mots. %@ : « %@ ».", name, words)
            : self("a écrit une règle de mots. %@ : « %@ ».", name, words)
    }

    /// A letter that says how somebody takes part does not say to whom it went.
    private func sentence(ofLetter line: AuditLine, to name: String) -> String {
        switch line.details["kind"].flatMap({ MessageKind(rawValue: $0) }) {
        case .welcome?: self("a souhaité la bienvenue à %@.", name)
        case .askIfHelped?: self("a demandé à l’auteur d’une question si une réponse l’avait aidé.")
        case .thank?: self("a remercié l’auteur d’une réponse.")
        case .reread?: self("a demandé à %@ de relire un document.", name)
        case .turnFunction?: self("a proposé une fonction à %@.", name)
        default: self("a écrit un mot à un membre.")
        }
    }
}
