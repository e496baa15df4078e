import Foundation
import Ruche

/// What a phone reads to put Ruche among its applications: a name, a mark, where it opens.
struct Manifest: Encodable {
    let name = "Ruche"
    let short_name = "Ruche"
    let description: String
    let lang: String
    let start_url = "/"
    let scope = "/"
    let display = "standalone"
    // `--paper` of the style sheet.
    let background_color = "#faf7f1"
    let theme_color = "#faf7f1"
    let icons: [Icon]

    struct Icon: Encodable {
        let src: String
        let sizes = "any"
        let type = "image/svg+xml"
        let purpose: String
    }

    init(_ ui: Screen) {
        description = ui("Communautés de pratique entre professionnels de santé")
        lang = ui.language.rawValue
        icons = ["any", "maskable"].map {
            Icon(src: $0 == "any" ? ui.assets.mark : ui.assets.maskableMark, purpose: $0)
        }
    }

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
