import Calendaring
import Measures
import Persistence

/// One measure of a rate, on a day: so many of so many, for a team or for all.
package struct SeriesPoint: Sendable, Equatable {
    package let id: Int64
    package let day: CivilDate
    /// Empty when the figure is of all.
    package let team: String
    package let numerator: Int
    package let denominator: Int

    /// From 0 to 1.
    package var rate: Double { Double(numerator) / Double(denominator) }

    var isOfAll: Bool { team.isEmpty || Self.totals.contains(fold(team)) }

    /// How sheets call the line that adds the others up.
    static let totals: Set<String> = [
        "total", "total general", "totaux", "ensemble", "tous", "toutes", "all", "overall",
    ]
}

/// The measures of an objective, in order of days. The first is its T0.
package struct ObjectiveSeries: Sendable, Equatable {
    package let points: [SeriesPoint]

    package init(_ points: [SeriesPoint]) { self.points = points.sorted { ($0.day, $0.team) < ($1.day, $1.team) } }

    /// The teams that have figures of their own, by name.
    package var teams: [String] { Set(points.filter { !$0.isOfAll }.map(\.team)).sorted { fold($0) < fold($1) } }

    /// Of one team; or of all: the figure of all where a day has one, else those of its teams added up.
    package func rates(of team: String? = nil) -> [(day: CivilDate, numerator: Int, denominator: Int)] {
        let chosen = team.map { team in points.filter { $0.team == team } } ?? days.flatMap(\.points)
        return Dictionary(grouping: chosen, by: \.day).sorted { $0.key < $1.key }.map { day, points in
            (day, points.reduce(0) { $0 + $1.numerator }, points.reduce(0) { $0 + $1.denominator })
        }
    }

    /// Whether the days of the curve of all do not stand on the same teams: it then moves by that too.
    package var isUneven: Bool { Set(days.map { Set($0.points.map(\.team)) }).count > 1 && !teams.isEmpty }

    /// What counts for all, day by day.
    private var days: [(day: CivilDate, points: [SeriesPoint])] {
        Dictionary(grouping: points, by: \.day).sorted { $0.key < $1.key }.map { day, points in
            (day, points.last { $0.isOfAll }.map { [$0] } ?? points)
        }
    }
}

/// A figure as it is typed, or a line as it is pasted.
package struct SeriesDraft: Sendable, Equatable {
    package var day = ""
    package var team = ""
    package var numerator = ""
    package var denominator = ""

    package init() {}

    /// From cells: day, numerator, denominator; or day, team, numerator, denominator.
    fileprivate init(cells: [String]) {
        day = cells.first ?? ""
        let numbers = cells.suffix(2)
        (numerator, denominator) = (numbers.first ?? "", numbers.last ?? "")
        team = cells.count > 3 ? cells[1] : ""
    }

    fileprivate func checked(today: CivilDate, line: Int? = nil) throws(Refusal) -> (CivilDate, String, Int, Int) {
        let field = line == nil ? nil : "lignes"
        let team = SeriesPoint.totals.contains(fold(team.trimmingWhitespace())) ? "" : team
        let place = line.map(String.init) ?? ""
        guard let date = CivilDate(listed: day), date <= today else {
            throw line == nil
                ? Refusal("Choisissez un jour, aujourd’hui au plus tard.", field: "jour")
                : Refusal("Ligne %@ : le jour ne se lit pas, ou il est à venir.", place, field: field)
        }
        guard let over = Self.whole(numerator), let all = Self.whole(denominator), (1...1_000_000).contains(all),
            (0...all).contains(over)
        else {
            throw line == nil
                ? Refusal(
                    "Combien, sur combien ? Deux nombres entiers, le premier au plus égal au second.", field: "sur")
                : Refusal("Ligne %@ : il faut deux nombres, le premier au plus égal au second.", place, field: field)
        }
        return (date, try team.line(limit: 80, field: field ?? "equipe") ?? "", over, all)
    }

    /// A whole number as sheets write it: "1 000", whatever the space.
    fileprivate static func whole(_ text: String) -> Int? { Int(text.filter { !$0.isWhitespace }) }
}

extension ObjectiveQueries {
    package func series(of id: Objective.ID) throws -> ObjectiveSeries {
        ObjectiveSeries(
            try view.transaction.all(
                """
                select p.id, p.day, p.team, p.numerator, p.denominator from objective_point p
                join objective b on b.id = p.objective_id
                where b.id = \(id) and b.community_id = \(try view.community) order by p.day, p.id
                """
            ) { row in
                guard let day = CivilDate(try row[1] as String) else {
                    throw DatabaseError(.programming, "no day is written so")
                }
                return SeriesPoint(
                    id: try row[0], day: day, team: try row[2], numerator: try row[3], denominator: try row[4])
            })
    }
}

extension ObjectiveActs {
    package static let linesAtMost = 500

    /// Notes a figure; one of the same day and team is corrected.
    package func note(_ draft: SeriesDraft, of id: Objective.ID) throws {
        _ = try underWay(id)
        let (day, team, numerator, denominator) = try draft.checked(today: try today())
        try keep(day, team, numerator, denominator, of: id)
        try act.record(.measuredObjective, .objective(id), ["points": "1"])
    }

    /// Notes what was pasted from a sheet: a line each, with `;` or tabs; one or two lines of headings are passed over.
    /// All or none.
    /// - Returns: how many were noted.
    @discardableResult
    package func note(pasted text: String, of id: Objective.ID) throws -> Int {
        _ = try underWay(id)
        let rows: [SeparatedText.Row]
        do {
            rows = try SeparatedText.rows(of: text)
        } catch {
            throw Refusal("Un guillemet ouvert à la ligne %@ ne se ferme pas.", String(error.line), field: "lignes")
        }
        let headings = rows.prefix(Self.headingsAtMost).prefix { Self.isHeading($0.cells) }.count
        let figures = rows.dropFirst(headings)
        guard !figures.isEmpty else { throw Refusal("Collez au moins une ligne.", field: "lignes") }
        guard figures.count <= Self.linesAtMost else {
            throw Refusal("Cinq cents lignes au plus à la fois.", field: "lignes")
        }
        let today = try today()
        for row in figures {
            let (day, team, numerator, denominator) = try SeriesDraft(cells: row.cells).checked(
                today: today, line: row.line)
            try keep(day, team, numerator, denominator, of: id)
        }
        try act.record(.measuredObjective, .objective(id), ["points": String(figures.count)])
        return figures.count
    }

    private static let headingsAtMost = 2

    /// A line without a day and without a figure; one that has figures is a measure, whose day is then said to be wrong.
    private static func isHeading(_ cells: [String]) -> Bool {
        CivilDate(listed: cells.first ?? "") == nil && !cells.dropFirst().contains { SeriesDraft.whole($0) != nil }
    }

    package func removePoint(_ point: Int64, of id: Objective.ID) throws {
        _ = try underWay(id)
        let removed = try act.execute("delete from objective_point where id = \(point) and objective_id = \(id)")
        guard removed == 1 else { throw Refusal.notFound }
        try act.record(.measuredObjective, .objective(id), ["points": "-1"])
    }

    private func today() throws -> CivilDate {
        (Zone(try act.view.communities.current().zone) ?? .paris).date(at: act.now.milliseconds)
    }

    private func keep(_ day: CivilDate, _ team: String, _ numerator: Int, _ denominator: Int, of id: Objective.ID)
        throws
    {
        try act.execute(
            """
            insert into objective_point (objective_id, day, team, numerator, denominator, noted_by, noted_at)
            values (\(id), \(day.description), \(team), \(numerator), \(denominator), \(try act.member), \(act.now))
            on conflict (objective_id, day, team) do update
            set numerator = excluded.numerator, denominator = excluded.denominator, noted_by = excluded.noted_by,
                noted_at = excluded.noted_at
            """)
    }
}
