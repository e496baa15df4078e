extension Letter {
    /// Whether it leads to an exchange.
    func isAbout(_ question: Question.ID) throws -> Bool {
        let json = try JSONText.encode(self)
        return json.contains("\"question\":\(question),") || json.contains("\"question\":\(question)}")
    }
}
