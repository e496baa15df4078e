import Ruche

extension Link {
    static let privateTalks = Link.inside("/mots")
    static let newPrivateTalk = Link.inside("/mots/nouveau")
    static func privateTalk(_ id: PrivateTalk.ID) -> Link { .inside("/mots/\(id)") }
    static func leavePrivateTalk(_ id: PrivateTalk.ID) -> Link { .inside("/mots/\(id)/quitter") }
    static func takeBackWord(_ id: PrivateWord.ID) -> Link { .inside("/mots/reprendre/\(id)") }
}
