extension Letter {
    /// Whether it leads to an exchange.
    func isAbout(_ question: Question.ID) throws -> Bool {
        let json = try JSONText.encode(self)
        return json.contains("\"question\":\(question),") || json.contains("\"question\":\(question)}")
    }

    /// Whether it tells, about another exchange of the same community, the title of this one.
    func names(_ title: String, in slug: String) -> Bool {
        switch self {
        case .threadSplit(let other, let from, _, _), .threadMerged(let other, let from, _, _):
            other.slug == slug && from == title
        case .mergeProposed(let other, let into, _, _): other.slug == slug && into == title
        default: false
        }
    }
}
