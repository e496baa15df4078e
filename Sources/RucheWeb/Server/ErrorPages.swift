import HTTPTypes
import Markup
import Ruche

/// What can go wrong without anybody's fault.
enum Trouble {
    case notFound, fault, databaseAway, full, tookTooLong

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .fault: .internalServerError
        case .databaseAway, .tookTooLong: .serviceUnavailable
        case .full: .init(code: 507, reasonPhrase: "Insufficient Storage")
        }
    }
}

/// A calm page that says what happened and how to go on; `reference` finds the line of the log.
func errorPage(_ trouble: Trouble, reference: String?, _ ui: Screen) -> Answer {
    let (title, sentence): (String, String) =
        switch trouble {
        case .notFound:
            (
                ui("Cette page n’est plus ici."),
                ui(
                    "Elle a pu être déplacée, ou réservée à une autre communauté. Ce que vous aviez commencé à écrire est gardé."
                )
            )
        case .fault:
            (
                ui("Ruche n’a pas pu enregistrer."),
                ui("Votre texte est gardé dans la page précédente. Revenez-y, et réessayez dans une minute.")
            )
        case .databaseAway:
            (
                ui("Ruche ne peut pas lire ses données en ce moment."),
                ui(
                    "Rien n’est perdu. Revenez à la page précédente et réessayez dans une minute : tout reprend sans vous."
                )
            )
        case .full:
            (
                ui("Il n’y a plus de place pour enregistrer."),
                ui(
                    "Rien n’est perdu. La personne qui tient le serveur doit libérer de la place ; gardez votre texte en attendant."
                )
            )
        case .tookTooLong:
            (
                ui("Cette page a demandé trop de temps."),
                ui("Elle a été interrompue sans rien changer. Réessayez dans un instant.")
            )
        }
    return .page(troublePage(title, sentence, reference, ui), status: trouble.status)
}

/// What somebody had typed when their session ended, to be taken along.
func endedSessionPage(_ typed: [String: String], _ ui: Screen) -> HTML {
    let texts = typed.sorted { $0.key < $1.key }.map(\.value).filter { !$0.isEmpty }
    return barePage(
        ui("Votre session est terminée"),
        """
        <div class="narrow stack stack--l"><h1>\(ui("Votre session est terminée"))</h1>
          <p class="lede">\(ui("Rien n’est encore publié. Voici ce que vous aviez tapé : copiez-le, connectez-vous, puis collez-le."))</p>
          \(each: texts, { "<div class=\"card prose prose--kept\">\($0)</div>" })
          <div class="btn-row"><a class="btn btn--primary" href="\(ui.path(.signIn))">\(ui("Se connecter"))</a></div></div>
        """, ui)
}

/// A refusal that no form shows beside its field.
func refusalPage(_ refusal: Refusal, _ ui: Screen) -> Answer {
    if refusal.kind == .notFound { return errorPage(.notFound, reference: nil, ui) }
    let sentence =
        refusal.kind == .notAllowed
        ? ui("Vous pouvez écrire à l’animation de la communauté, ou revenir à l’accueil.")
        : ui("Revenez à la page précédente : ce que vous aviez tapé y est encore.")
    return .page(troublePage(refusal(ui.words), sentence, nil, ui), status: refusal.status)
}

private func troublePage(_ title: String, _ sentence: String, _ reference: String?, _ ui: Screen) -> HTML {
    let content: HTML = """
        <div class="narrow stack stack--l">
          <svg class="err-art" viewBox="0 0 132 88" aria-hidden="true" focusable="false"><path class="art-line" d="M10 78h112"/><path class="art-fill" d="M40 24l16 9v18l-16 9-16-9V33z"/><path class="art-line" d="M92 24l16 9v18l-16 9-16-9V33z" stroke-dasharray="3 5"/><path class="art-line" d="M58 42h16" stroke-dasharray="1 6"/></svg>
          <h1>\(title)</h1>
          <p class="lede">\(sentence)</p>
          <div class="btn-row"><a class="btn btn--primary" href="\(ui.community.map { ui.path(.community($0.slug)) } ?? "/")">\(ui("Revenir à l’accueil"))</a></div>
          \(some: reference, { "<p class=\"meta\">\(ui("Si cela continue, donnez ce repère à la personne qui tient le serveur :")) <strong>\($0)</strong></p>" })
        </div>
        """
    return ui.community == nil ? barePage(title, content, ui) : page(Page(title, content), ui)
}

/// The result of the last act, with its undo where there is one.
func flashMessage(_ ui: Screen) -> HTML {
    guard let flash = ui.flash else { return "" }
    var undo: HTML = ""
    switch flash {
    case .questionDeleted(let id): undo = actButton(ui("Rétablir"), .restoreQuestion(id), ui, style: .quiet)
    case .replyDeleted(let id): undo = actButton(ui("Rétablir"), .restoreReply(id), ui, style: .quiet)
    case .announcementWithdrawn(let id): undo = actButton(ui("Rétablir"), .restoreAnnouncement(id), ui, style: .quiet)
    case .pinAside(let id): undo = actButton(ui("Le remettre en tête"), .putPinBack(id), ui, style: .quiet)
    case .allRead: undo = actButton(ui("Annuler"), .undoAllRead, ui, style: .quiet)
    default: break
    }
    return "<div class=\"flash\" role=\"status\">\(icon(.check))<p>\(sentence(of: flash, ui))</p>\(undo)</div>"
}

private func sentence(of flash: Flash, _ ui: Screen) -> String {
    switch flash {
    case .asked: ui("Votre question est publiée. Vous recevrez un courriel à chaque réponse.")
    case .replied: ui("Votre réponse est publiée.")
    case .draftKept: ui("Votre brouillon est gardé. Vous le retrouverez ici, et sur vos autres appareils.")
    case .edited: ui("Votre texte est modifié. L’ancien reste dans l’historique.")
    case .retained: ui("Solution retenue. La personne qui l’a écrite est prévenue.")
    case .resolved: ui("La question est marquée comme résolue.")
    case .reopened: ui("La question attend de nouveau des réponses.")
    case .closed: ui("La question n’attend plus de réponse.")
    case .published: ui("C’est publié.")
    case .moved: ui("L’échange a changé de forme. Son auteur est prévenu.")
    case .split: ui("C’est un échange à part. Les personnes concernées sont prévenues.")
    case .merged: ui("Les deux échanges n’en font qu’un. Les personnes concernées sont prévenues.")
    case .mergeProposed: ui("Votre proposition est partie. Rien ne bouge avant l’accord de son auteur.")
    case .keptApart: ui("Cet échange reste à part.")
    case .pinned: ui("L’échange est épinglé en tête.")
    case .unpinned: ui("L’échange n’est plus épinglé.")
    case .pinAside: ui("Il ne vous est plus montré en tête. Les autres l’y voient encore.")
    case .retitled: ui("Le titre est changé. L’ancien reste visible.")
    case .titleProposed: ui("Votre proposition est partie. Le titre ne change pas avant l’accord de son auteur.")
    case .titleKept: ui("Vous gardez votre titre.")
    case .unread: ui("Cet échange est de nouveau non lu pour vous, et pour vous seul·e.")
    case .allRead: ui("Tout est marqué comme lu, pour vous seul·e.")
    case .wordSent: ui("Votre mot est parti.")
    case .caseProposed:
        ui("Votre cas est à la relecture. L’animation peut le lire aussi, personne d’autre en attendant.")
    case .caseChangeProposed: ui("Votre changement est à la relecture. Le texte relu reste affiché en attendant.")
    case .invitedToAnswer: ui("La demande est partie. Vous verrez sa réponse ici, si elle vient.")
    case .meToo: ui("C’est noté : cette question est aussi la vôtre.")
    case .questionDeleted: ui("Votre question est retirée.")
    case .replyDeleted: ui("Votre réponse est retirée.")
    case .announcementWithdrawn: ui("L’annonce est retirée.")
    case .restored: ui("Le texte est rétabli.")
    case .passwordChosen: ui("Votre mot de passe est choisi. Vos autres sessions sont terminées.")
    case .passwordRemoved: ui("Votre mot de passe est oublié. Vous entrez par lien.")
    case .addressAsked: ui("Deux courriels viennent de partir : un à chaque adresse. Acceptez dans les deux.")
    case .addressDropped: ui("Le changement d’adresse est abandonné.")
    case .dataAsked: ui("Votre copie se prépare. Un courriel vous dira qu’elle est prête.")
    case .toolsChecked: ui("Merci. Le référent technique a le résultat.")
    case .mailTried: ui("Un courriel d’essai vient de partir. Ouvrez le lien qu’il contient.")
    case .mailReceived: ui("C’est noté : vos courriels arrivent.")
    case .surveyOpened: ui("L’enquête est ouverte. Envoyez son lien par le canal que les gens lisent déjà.")
    case .surveyClosed: ui("L’enquête est close. Ses résultats se lisent par le même lien.")
    case .saidHello: ui("Bonjour ! Les autres verront vos mots.")
    case .reviewOpened: ui("Le vote est ouvert. Chaque membre reçoit un courriel.")
    case .reviewConcluded: ui("Le choix du groupe est noté.")
    case .communityClosed: ui("La communauté est close. Chaque membre reçoit vos mots et le moyen de tout emporter.")
    case .communityReopened: ui("La communauté est rouverte.")
    case .signedOut: ui("Vous êtes déconnecté.")
    case .sessionEnded: ui("La session est terminée.")
    case .invited: ui("L’invitation est partie.")
    case .invitationWithdrawn: ui("L’invitation est retirée : son lien ne fonctionne plus.")
    case .signInToJoin: ui("Cette adresse a déjà un compte : connectez-vous, puis rejoignez la communauté.")
    case .joined: ui("Bienvenue. Vous êtes membre de la communauté.")
    case .profileKept: ui("Votre carte est à jour.")
    case .roleChanged: ui("Le rôle est changé.")
    case .invitationReminded: ui("Une seconde invitation est partie. Ce sera la dernière.")
    case .linkCreated: ui("Le lien est prêt. Copiez-le où vous voulez.")
    case .linkClosed: ui("Le lien est fermé. Les invitations déjà parties restent valables.")
    case .paused: ui("Votre pause est notée. Aucun courriel ne partira d’ici là.")
    case .resumed: ui("Vous êtes de retour.")
    case .cameBack: ui("Vous êtes de retour dans la communauté. Votre carte est telle que vous l’aviez laissée.")
    case .left: ui("Vous avez quitté la communauté. Ce que vous avez écrit y reste, à votre nom.")
    case .communityCreated: ui("La communauté est créée. Commencez par l’étape que vous voulez.")
    case .communityOpened: ui("La communauté est ouverte à ses membres.")
    case .kept: ui("C’est gardé.")
    case .stepDone: ui("L’étape est considérée comme faite.")
    case .charterAccepted: ui("Merci. Votre accord est noté.")
    case .charterRevoked:
        ui("Votre accord est retiré. Vous pouvez faire une pause ou partir, ou continuer d’en parler.")
    case .charterReminded: ui("Les rappels sont partis.")
    case .listRead: ui("La liste est relue. Voici ce qu’elle donnera.")
    case .invitationsPrepared: ui("Les invitations sont prêtes. Aucune n’est partie.")
    case .invitationsSent: ui("Les invitations partent.")
    case .listForgotten: ui("La liste est oubliée. Les invitations déjà parties restent valables.")
    case .requestAccepted: ui("L’invitation est partie.")
    case .requestDeclined: ui("La demande est déclinée, et la personne prévenue.")
    case .functionTaken: ui("C’est noté : la fonction a quelqu’un.")
    case .functionEnded: ui("La fonction est libre.")
    case .termRenewed: ui("Le mandat est renouvelé.")
    case .handedOver: ui("La main est passée. Vous animez ensemble pendant trente jours.")
    case .flagged: ui("Merci. L’animation relit ce message et vous répond.")
    case .patientFlagged: ui("Merci. Le message est masqué pour tous ; l’animation le relit et vous répond.")
    case .corrected: ui("Votre correction est gardée. L’animation la relit avant de remettre le message en place.")
    case .correctedAndBack: ui("Merci. Votre message corrigé est de nouveau en place.")
    case .purged: ui("Votre message est effacé. Ce qui pourrait en rester est cherché maintenant.")
    case .rereadingAnswered: ui("C’est noté, et les personnes concernées sont prévenues.")
    case .messageSent: ui("Votre mot est parti, à votre nom. La réponse vous arrivera par courriel.")
    case .gestureTaken: ui("Vous vous en occupez : ce geste a quitté la liste des autres.")
    case .gesturePostponed: ui("Remis à plus tard. La troisième fois, il ne sera plus proposé pour cet objet.")
    case .gestureMuted: ui("Cette sorte de geste ne vous sera plus proposée. Vous pouvez la reprendre, plus bas.")
    case .gestureBack: ui("Ce geste est de nouveau dans la liste.")
    case .templateKept: ui("Le modèle est gardé. Chacun pourra encore le changer avant d’envoyer.")
    case .noteKept: ui("La note est gardée.")
    case .timeNoted: ui("C’est noté.")
    case .quietListLeft: ui("Vous n’êtes plus sur cette liste, et n’y serez plus.")
    case .quietListJoined: ui("L’animation pourra de nouveau voir votre silence.")
    case .hierarchyDeclared:
        ui("C’est dit : vous ne verrez rien du silence de cette personne, et le journal le montre.")
    case .managerDeclared: ui("C’est dit : cette personne ne verra rien de votre silence, et le journal le montre.")
    case .hierarchyWithdrawn: ui("C’est retiré, et le journal le montre.")
    case .seen: ui("C’est noté dans le journal des actes.")
    case .calendarFixed: ui("Le calendrier de l’année est à jour.")
    case .launched: ui("La communauté est lancée.")
    case .voted: ui("Votre vote est compté.")
    case .needRaised: ui("Le besoin est ajouté.")
    case .needRetained: ui("Le besoin est retenu.")
    case .needSetAside: ui("Le besoin est mis de côté, avec sa raison.")
    case .objectiveKept: ui("L’objectif est gardé.")
    case .measuresKept(let count): ui("%d mesure est notée.", "%d mesures sont notées.", count)
    case .objectiveClosed: ui("L’objectif est clos.")
    case .meetingKept: ui("La rencontre est fixée.")
    case .meetingCancelled: ui("La rencontre est annulée.")
    case .proposalOpened: ui("La proposition est soumise à l’accord des membres.")
    case .answered: ui("Votre avis est noté.")
    case .concluded: ui("La décision est conclue.")
    case .added: ui("C’est ajouté.")
    case .removed: ui("C’est retiré.")
    case .imported:
        ui("L’archive est importée. Rien n’est visible des membres tant que vous n’ouvrez pas la communauté.")
    case .importUndone: ui("L’import est annulé.")
    }
}
