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
    static func flag(_ post: Post) -> Link { .inside("\(path(of: post))/signaler") }
    static func correct(_ post: Post) -> Link { .inside("\(path(of: post))/corriger") }

    static func signature(_ post: Post) -> Link { .inside("\(path(of: post))/signature") }

    private static func path(of post: Post) -> String {
        switch post {
        case .question(let id): "/questions/\(id)"
        case .reply(let id): "/reponses/\(id)"
        }
    }
}
