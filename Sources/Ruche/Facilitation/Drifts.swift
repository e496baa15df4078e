import Calendaring
import Persistence

extension View {
    package var drift: DriftQueries { DriftQueries(view: self) }
}

extension Act {
    package var drift: DriftActs { DriftActs(act: self) }
}

/// A part as it was computed on a Monday.
package struct DriftReading: Sendable, Equatable, RowDecodable {
    package let monday: CivilDate
    package let part: DriftPart
    package let k: Int
    package let n: Int
    package let value: Double?
    package let state: DriftState
    /// The Monday on which it came to this state.
    package let since: CivilDate
    package let missing: DriftFigure.Missing?

    static let columns: SQL = "monday, part, numerator, denominator, value, state, since, missing"

    package init(_ row: borrowing Row) throws {
        func day(_ position: Int) throws -> CivilDate {
            guard let day = CivilDate(try row[position] as String) else {
                throw DatabaseError(.programming, "a gauge has a day that is none")
            }
            return day
        }
        (monday, since) = (try day(0), try day(6))
        (part, k, n, value) = (try row[1], try row[2], try row[3], try row[4])
        (state, missing) = (try row[5], try row[7])
    }

    /// This Monday's value is over a threshold that the Monday before was not over: not yet a state.
    package var isToBeConfirmed: Bool { value.map { part.threshold.level(of: $0) > state } ?? false }
}

/// One of the four gauges, over the last Mondays.
package struct GaugeReading: Sendable, Equatable {
    package let gauge: Gauge
    /// Of each Monday, the earliest first, those of the part together.
    package let readings: [DriftReading]

    package func readings(of part: DriftPart) -> [DriftReading] { readings.filter { $0.part == part } }

    /// Each part as the last Monday computed it.
    package var last: [DriftReading] { gauge.parts.compactMap { readings(of: $0).last } }

    /// The part that speaks for the gauge: the worst, the first of equals.
    package var worst: DriftReading? {
        last.reduce(nil) { worst, reading in
            guard let worst else { return reading }
            return reading.state > worst.state ? reading : worst
        }
    }

    package var state: DriftState { worst?.state ?? .unknown }
}

/// A document that nothing leads to.
package struct UnlinkedDocument: Sendable, Equatable {
    package let id: Int64
    package let title: String
    package let address: String
}

package struct DriftQueries {
    let view: View

    /// Weeks of history that are shown, and computed at once on the first Monday.
    package static let weeks = 13

    /// The four gauges; empty of readings before the first Monday.
    package func gauges() throws -> [GaugeReading] {
        let readings = try view.transaction.all(
            DriftReading.self,
            """
            select \(DriftReading.columns) from drift_reading
            where community_id = \(try view.community) and monday in (
              select distinct monday from drift_reading where community_id = \(try view.community)
              order by monday desc limit \(Self.weeks))
            order by monday, part
            """)
        return Gauge.allCases.map { gauge in
            GaugeReading(gauge: gauge, readings: readings.filter { $0.part.gauge == gauge })
        }
    }

    /// The gauges in *dérive* on the last Monday, with the part that says so: its sentence is its `finding`, its figure
    /// and the gauge's `warning`, and it has stood there since `worst?.since`.
    package func drifting() throws -> [GaugeReading] {
        let readings = try view.transaction.all(
            DriftReading.self,
            """
            select \(DriftReading.columns) from drift_reading
            where community_id = \(try view.community) and state = 'drift' and monday = (
              select max(monday) from drift_reading where community_id = \(try view.community))
            order by part
            """)
        return Gauge.allCases.compactMap { gauge in
            let own = readings.filter { $0.part.gauge == gauge }
            return own.isEmpty ? nil : GaugeReading(gauge: gauge, readings: own)
        }
    }

    /// Documents of the last thirteen weeks that answer no need and that no exchange leads to.
    package func unlinkedDocuments(limit: Int = 5) throws -> [UnlinkedDocument] {
        try view.transaction.all(
            """
            select r.id, r.title, r.address from journal j
            join resource r on j.object = 'resource/' || cast(r.id as text)
            where r.community_id = \(try view.community) and r.need_id is null
              and j.verb = \(Verb.addedResource) and j.at > \(view.now - .days(91))
              and not exists (select 1 from resource_use u where u.resource_id = r.id) and not \(.isGivenAtMeeting)
            order by r.id limit \(limit)
            """
        ) { row in UnlinkedDocument(id: try row[0], title: try row[1], address: try row[2]) }
    }
}
