import Ruche

extension Link {
    static let queue = Link.inside("/a-relire")
    static let takeItem = Link.inside("/a-relire/prendre")
    static func rereading(_ id: Rereading.ID) -> Link { .inside("/a-relire/\(id)") }
    static func readHidden(_ id: Rereading.ID) -> Link { .inside("/a-relire/\(id)/lire") }
    static func decideRereading(_ id: Rereading.ID) -> Link { .inside("/a-relire/\(id)/decider") }
    static func seeConfirmation(_ id: Confirmation.ID) -> Link { .inside("/a-relire/confirmations/\(id)/vu") }
    static let incidents = Link.inside("/incidents")
    static func incident(_ id: Incident.ID) -> Link { .inside("/incidents/\(id)") }
    static func searchAgain(_ id: Incident.ID) -> Link { .inside("/incidents/\(id)/chercher") }
    static func flag(_ object: Flagged) -> Link { .inside("\(path(of: object))/signaler") }
    static func correct(_ object: Flagged) -> Link { .inside("\(path(of: object))/corriger") }
    static func signature(_ post: Post) -> Link { .inside("\(path(of: .post(post)))/signature") }

    private static func path(of object: Flagged) -> String {
        switch object {
        case .post(.question(let id)): "/questions/\(id)"
        case .post(.reply(let id)): "/reponses/\(id)"
        case .announcement(let id): "/annonces/\(id)"
        case .word(let id): "/mots/mot/\(id)"
        }
    }

    /// Where a flagged text stands.
    static func place(_ place: FlaggedPlace) -> Link {
        switch place {
        case .thread(let id, 0): .question(id)
        case .thread(let id, let number): .reply(id, number)
        case .announcement(let id): .announcement(id)
        case .talk(let id): .privateTalk(id)
        }
    }
}

extension Screen {
    /// What leads to where a flagged text stands.
    func name(of place: FlaggedPlace) -> String {
        switch place {
        case .thread: self("L’échange")
        case .announcement: self("L’annonce")
        case .talk: self("Le mot en privé")
        }
    }
}

extension Page.Place {
    /// The entry of the navigation under which a flagged text stands.
    init(of place: FlaggedPlace) {
        switch place {
        case .thread: self = .questions
        case .announcement: self = .announcements
        case .talk: self = .members
        }
    }
}
