extension PatientGuard {
    /// Whether these passages together could denote one patient, so that the text must wait for its author
    /// (DOMAIN §13): any S or Q8; three kinds of Q; two among date, place in the ward and initials; a contact with an
    /// age, a place in the ward or initials; an age of 90 or more with any other kind. Fewer are only a hint.
    package static func isWall(_ passages: [Passage]) -> Bool {
        let kinds = Set(passages.map(\.kind))
        if kinds.contains(where: \.stopsAlone) || kinds.count >= 3 { return true }
        if kinds.intersection([.date, .placeInWard, .initials]).count >= 2 { return true }
        if kinds.contains(.contact), !kinds.isDisjoint(with: [.age, .placeInWard, .initials]) { return true }
        return kinds.count >= 2 && passages.contains { ($0.age ?? 0) >= 90 }
    }
}
