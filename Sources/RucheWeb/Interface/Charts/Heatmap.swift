import Markup

/// Contributions day by day over weeks, darker where there were more; readings are never counted (DESIGN §8.9).
package struct Heatmap: Sendable {
    package enum Mark: Sendable { case meeting, holiday }

    package struct Day: Sendable {
        /// From 0, none, to 4.
        package var step: Int
        package var mark: Mark?
        /// What a mouse resting on it reads; only where there is a mark.
        package var title: String?

        package init(step: Int, mark: Mark? = nil, title: String? = nil) {
            self.step = step
            self.mark = mark
            self.title = title
        }
    }

    /// A word over the first of the weeks that it names.
    package struct Month: Sendable {
        package var week: Int
        package var name: String

        package init(week: Int, _ name: String) {
            self.week = week
            self.name = name
        }
    }

    package struct Words: Sendable {
        /// Monday first, seven short names; every other one is shown.
        package var days: [String]
        package var less: String
        package var more: String
        /// "niveau": names a step to a screen reader.
        package var level: String
        package var meeting: String
        package var holiday: String

        package init(days: [String], less: String, more: String, level: String, meeting: String, holiday: String) {
            self.days = days
            self.less = less
            self.more = more
            self.level = level
            self.meeting = meeting
            self.holiday = holiday
        }
    }

    /// At most 26 weeks of at most seven days from Monday; the current week may be shorter.
    package var weeks: [[Day]]
    package var months: [Month]
    package var words: Words

    package init(weeks: [[Day]], months: [Month], words: Words) {
        self.weeks = weeks
        self.months = months
        self.words = words
    }

    /// The step of a day with `count` contributions when the busiest day has `greatest`: none, then four equal parts.
    package static func step(of count: Int, greatest: Int) -> Int {
        guard count > 0, greatest > 0 else { return 0 }
        return min(4, (count * 4 + greatest - 1) / greatest)
    }
}

/// Draws `map`, or explains itself when no day has any contribution.
package func heatmap(_ map: Heatmap?, in frame: ChartFrame) -> HTML {
    guard let map, map.weeks.contains(where: { $0.contains { $0.step > 0 } }) else { return frame.figure(nil) }
    var drawing = Drawing(width: 400, height: 128, .image(label: frame.label))
    for (day, name) in map.words.days.prefix(7).enumerated() where day.isMultiple(of: 2) {
        drawing.text(name, at: .init(0, 35 + Double(day) * pitch))
    }
    var free = 0.0
    for month in map.months where (0..<26).contains(month.week) && left + Double(month.week) * pitch >= free {
        let x = min(left + Double(month.week) * pitch, 400 - estimatedWidth(of: month.name))
        drawing.text(month.name, at: .init(x, 14))
        free = x + estimatedWidth(of: month.name) + 4
    }
    for (week, days) in map.weeks.suffix(26).enumerated() {
        for (day, cell) in days.prefix(7).enumerated() {
            let corner = Drawing.Point(left + Double(week) * pitch, 24 + Double(day) * pitch)
            draw(cell, at: corner, in: &drawing)
        }
    }
    return frame.figure(drawing.html(), legend: legend(of: map))
}

private let left = 38.0
private let pitch = 13.9
private let side = 12.4

private func draw(_ day: Heatmap.Day, at corner: Drawing.Point, in drawing: inout Drawing) {
    let step = min(max(day.step, 0), 4)
    drawing.rect(at: corner, width: side, height: side, radius: 2.5, class: stepClasses[step], title: day.title)
    switch day.mark {
    case .meeting: drawing.rect(at: corner, width: side, height: side, radius: 2.5, class: "mine", title: day.title)
    case .holiday: drawHoliday(at: corner, side: side, in: &drawing)
    case nil: break
    }
}

/// A stroke across the cell: legible on every step and in black and white.
private func drawHoliday(at corner: Drawing.Point, side: Double, in drawing: inout Drawing) {
    let end = Drawing.Point(corner.x + side - 2, corner.y + 2)
    drawing.line(from: .init(corner.x + 2, corner.y + side - 2), to: end, class: "axis axis--strong")
}

private func legend(of map: Heatmap) -> [LegendEntry] {
    let steps = stepClasses.enumerated().map { step, names in
        LegendEntry("\(map.words.level) \(step)", square: names, isHidden: true)
    }
    var entries = [LegendEntry(map.words.less)] + steps + [LegendEntry(map.words.more)]
    let marks = map.weeks.suffix(26).joined().compactMap(\.mark)
    if marks.contains(.meeting) {
        entries.append(
            LegendEntry(map.words.meeting) {
                $0.rect(at: .init(1, 1), width: 12, height: 12, radius: 3, class: "mine")
            }
        )
    }
    if marks.contains(.holiday) {
        entries.append(
            LegendEntry(map.words.holiday) {
                $0.rect(at: .init(0, 0), width: 14, height: 14, radius: 3, class: "h0")
                drawHoliday(at: .init(0, 0), side: 14, in: &$0)
            }
        )
    }
    return entries
}
