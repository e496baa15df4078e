import Documents
import Ruche

/// How much of each text the two pages hold. What is left out is marked, or counted: nothing is cut in silence.
enum DossierRoom: CaseIterable, Sendable {
    case wide, close, tight

    var needs: Int { self == .tight ? 5 : 6 }
    var objectives: Int {
        switch self {
        case .wide: 6
        case .close: 5
        case .tight: 4
        }
    }
    var plan: Int {
        switch self {
        case .wide: 10
        case .close: 9
        case .tight: 8
        }
    }

    /// A text at most so long where there is room.
    func fit(_ text: String, _ limit: Int) -> String? {
        switch self {
        case .wide: text.excerpt(limit)
        case .close: text.excerpt(limit * 7 / 10)
        case .tight: text.excerpt(limit * 45 / 100)
        }
    }
}

extension Dossier {
    /// About how many characters a line of the sheet holds: alone, beside its name, in a cell of the objectives.
    private static let (line, half, cell) = (112, 80, 36)
    private static let linesAtMost = (first: 55, second: 59)

    /// The most that holds on two pages when a browser prints them. The PDF is counted, and takes less if it must.
    var room: DossierRoom {
        DossierRoom.allCases.first {
            firstLines($0) <= Self.linesAtMost.first && secondLines($0) <= Self.linesAtMost.second
        } ?? .tight
    }

    private func firstLines(_ room: DossierRoom) -> Int {
        var lines = 15 + height(room.fit(preparation[.domain], 240), Self.line)
        for need in needs.prefix(room.needs) {
            lines += height(room.fit(need.statement, 160).map { $0 + "  (32 points au vote)" }, Self.line)
            lines += height(room.fit(need.baseline, 140).map { "Situation de départ : " + $0 }, Self.line)
        }
        let beside: [(String, Int)] = [
            (preparation.core.map(\.name).joined(separator: ", "), 220),
            (facilitators.map(\.name).joined(separator: ", "), 160),
            (preparation[.sponsorName] + ", " + preparation[.sponsorTitle], 160), (preparation[.practice], 290),
            (preparation[.budget], 220), (preparation[.lifetime], 160),
        ]
        for (text, limit) in beside { lines += height(room.fit(text, limit), Self.half) }
        for objective in objectives.prefix(room.objectives) {
            lines += max(
                height(room.fit(objective.title, 110), Self.cell), height(room.fit(objective.measure, 100), Self.cell),
                height(room.fit(objective.baseline, 60), 26), 1)
        }
        return lines
    }

    private func secondLines(_ room: DossierRoom) -> Int {
        var lines = 27
        let beside: [(String, Int)] = [
            (preparation[.quorum], 160), (preparation[.agendaRule], 300), (preparation[.dpo], 160),
            (preparation[.hosting], 260), (preparation[.risks], 800),
        ]
        let evaluators = preparation[.evaluators].replacing("\n", with: ", ")
        lines += height(room.fit(evaluators, 220), Self.line)
        for (text, limit) in beside { lines += height(room.fit(text, limit), Self.half) }
        for line in preparation.plan.prefix(room.plan) { lines += max(1, height(room.fit(line.reader, 60), 28)) }
        return lines
    }

    /// The lines of a text in a column so wide; none for no text.
    private func height(_ text: String?, _ width: Int) -> Int {
        (text ?? "").split { $0.isNewline }.reduce(0) { $0 + ($1.count + width - 1) / width }
    }
}

/// Two pages: made again with less room while there are more.
/// - Throws: `PrintedDocument.NotMade`.
func dossierPDF(_ dossier: Dossier, _ ui: Screen) async throws -> [UInt8] {
    let style = ui.assets.documentStyle
    for room in DossierRoom.allCases where room != .tight {
        let bytes = try await PrintedDocument.pdf(of: dossierDocument(dossier, room, ui).markup, style: style)
        if PrintedDocument.pages(in: bytes).map({ $0 <= 2 }) ?? true { return bytes }
    }
    return try await PrintedDocument.pdf(of: dossierDocument(dossier, .tight, ui).markup, style: style)
}
