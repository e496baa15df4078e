import Markup

/// Finds, along a level of a chart, where its words stand clear of the lines and of other words.
struct LevelLabels {
    private let lines: [[Drawing.Point]]
    private let plot: Plot
    private var taken: [(start: Double, end: Double, middle: Double)] = []

    init(lines: [[Drawing.Point]], plot: Plot) {
        self.lines = lines
        self.plot = plot
    }

    /// Writes `words` just above or just below the height `y`, wherever there is the most room.
    mutating func write(_ words: String, at y: Double, in drawing: inout Drawing) {
        let width = estimatedWidth(of: words)
        let last = max(plot.right - width - 4, plot.left + 8)
        var best = (start: plot.left + 8, baseline: y - 7, room: -1.0)
        for baseline in [y - 7, y + 17] where baseline < plot.bottom {
            for start in stride(from: plot.left + 8, through: last, by: 8) {
                let room = room(from: start, to: start + width, around: baseline - 5)
                if room > best.room { best = (start, baseline, room) }
            }
        }
        taken.append((best.start, best.start + width, best.baseline - 5))
        drawing.text(words, at: .init(best.start, best.baseline))
    }

    /// The distance to what is nearest, up and down; past 24 units, further is not clearer.
    private func room(from start: Double, to end: Double, around middle: Double) -> Double {
        var room = 24.0
        let pieces = lines.flatMap { zip($0, $0.dropFirst()) }
        for (one, next) in pieces where one.x <= end + 6 && next.x >= start - 6 {
            for x in stride(from: max(start - 6, one.x), through: min(end + 6, next.x), by: 6) {
                let y = one.y + (next.y - one.y) * (x - one.x) / max(next.x - one.x, 1e-9)
                room = min(room, abs(y - middle))
            }
        }
        for other in taken where other.start < end + 8 && other.end > start - 8 {
            room = min(room, abs(other.middle - middle) - 6)
        }
        return room
    }
}
