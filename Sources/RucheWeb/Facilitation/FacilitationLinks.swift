import Ruche

extension Link {
    static let desk = Link.inside("/animation")
    static let gesture = Link.inside("/animation/gestes")
    static let writeMessage = Link.inside("/animation/ecrire")
    static func writeMessage(_ kind: String, _ object: String) -> Link {
        .inside("/animation/ecrire?geste=\(kind.percentEncoded)&objet=\(object.percentEncoded)")
    }
    static let messageTemplates = Link.inside("/animation/modeles")
    static let deskJournal = Link.inside("/animation/carnet")
    static func deskJournal(before id: DoneGesture.ID) -> Link { .inside("/animation/carnet?avant=\(id)") }
    static func noteGesture(_ id: DoneGesture.ID) -> Link { .inside("/animation/carnet/\(id)") }
    static let deskTime = Link.inside("/animation/temps")
    static let hierarchy = Link.inside("/animation/hierarchie")
    static let ownSilence = Link.inside("/membres/moi/animation")
    static func askAbout(_ on: Gesture.Reason.On, _ id: Int64) -> Link {
        .inside("/questions/nouvelle?\(on == .need ? "besoin" : "objectif")=\(id)")
    }
}
