/// A language that pages and letters speak. French is the source: its words stand in the code.
package enum Language: String, Sendable, CaseIterable {
    case french = "fr"
    case english = "en"

    /// Whether `count` takes the singular: 0 and 1 in French, 1 alone in English.
    package func isSingular(_ count: Int) -> Bool {
        switch self {
        case .french: count.magnitude < 2
        case .english: count.magnitude == 1
        }
    }

    var phrasing: any Phrasing {
        switch self {
        case .french: French()
        case .english: English()
        }
    }

    /// The text with the spaces and apostrophes that its printers expect.
    func typeset(_ text: String) -> String {
        switch self {
        case .french: Typography.french(text)
        case .english: Typography.english(text)
        }
    }
}

/// How pages look: `auto` follows the reader's device.
package enum Theme: String, Sendable, CaseIterable {
    case auto, light, dark
}
