import Ruche

/// What to do about a check, and where.
struct CheckAction {
    let label: String
    let link: Link

    init(_ label: String, _ link: Link) { (self.label, self.link) = (label, link) }
}

extension Screen {
    /// Nil when it is done and needs nothing, and for whom cannot do it.
    /// - Parameter isOnPath: whether the page of the step, with its forms, is elsewhere.
    func action(of check: StepCheck, _ preparation: Preparation, isOnPath: Bool) -> CheckAction? {
        guard isPreparing else { return nil }
        let (isDone, facts) = (check.progress == .done, preparation.facts)
        switch check.name {
        case .charter: return CheckAction(facts.hasCharter ? self("Relire") : self("Écrire"), .charter)
        case .invitations:
            guard isFacilitator else { return nil }
            let isWaiting = facts.invitationsSent > facts.invitationsAccepted
            return CheckAction(isWaiting ? self("Relancer") : self("Inviter"), .invitations)
        case _ where isDone: return nil
        case .members, .targets: return isFacilitator ? CheckAction(self("Inviter"), .invitations) : nil
        case .hosts: return CheckAction(preparation[.hosts].isEmpty ? self("Choisir") : self("Confirmer"), .roles)
        case .rules: return CheckAction(self("Faire adopter"), .newDecision)
        case .needOwned, .votes: return CheckAction(self("Ouvrir"), .needs)
        case .letter: return CheckAction(self("Imprimer"), .supportLetter)
        case .tried: return CheckAction(self("Vérifier mon poste"), .selfCheck)
        case .sponsor, .time, .domain, .core: return complete(.group, isOnPath)
        case .baseline, .channels: return complete(.needs, isOnPath)
        case .meetings, .rhythm: return complete(.meetings, isOnPath)
        case .hours, .hoursGiven, .linked, .resources: return complete(.resources, isOnPath)
        case .migration: return complete(.tools, isOnPath)
        case .dimensions, .planBaseline, .pulse: return complete(.evaluation, isOnPath)
        }
    }

    private func complete(_ step: Step, _ isOnPath: Bool) -> CheckAction? {
        isOnPath ? CheckAction(self("Compléter"), .step(step)) : nil
    }
}
