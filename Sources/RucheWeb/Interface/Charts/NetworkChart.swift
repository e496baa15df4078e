import Markup

/// Who answers whom, nobody named: a shape and a colour for a group of professions, a size for the number of
/// partners, a warm line when the exchange goes both ways, members without a link in a row below (DESIGN §8.8).
package struct NetworkChart: Sendable {
    /// The look of a group of professions; the page says which is which, and puts groups of fewer than five members
    /// with the others.
    package enum Group: Int, CaseIterable, Sendable { case disc, square, triangle, cell, diamond }

    /// An exchange between two members, by their places in `members`.
    package struct Link: Sendable {
        package var one: Int
        package var other: Int
        package var isBothWays: Bool

        package init(_ one: Int, _ other: Int, isBothWays: Bool) {
            self.one = one
            self.other = other
            self.isBothWays = isBothWays
        }
    }

    /// Most members in the picture; beyond, those with the fewest partners are left out, as the meta line should say.
    package static let mostMembers = ForceLayout.mostNodes

    /// Most lines in the picture, those that go both ways first, then in the order given: more would be a blot, and a
    /// page too heavy for an old workstation.
    package static let mostLinks = 2_000

    package var members: [Group]
    package var links: [Link]
    /// The names of the groups present, in the order of the legend.
    package var groups: [(group: Group, name: String)]
    /// "Pas encore de lien"
    package var isolatesText: String
    package var seed: UInt64

    package init(
        members: [Group],
        links: [Link],
        groups: [(group: Group, name: String)],
        isolatesText: String,
        seed: UInt64
    ) {
        self.members = members
        self.links = links
        self.groups = groups
        self.isolatesText = isolatesText
        self.seed = seed
    }
}

/// Draws `chart`, or explains itself when fewer than five members are linked: fewer would be recognised.
package func networkChart(_ chart: NetworkChart?, in frame: ChartFrame) -> HTML {
    guard let chart else { return frame.figure(nil) }
    let linked = LinkedMembers(chart)
    guard linked.groups.count >= 5 else { return frame.figure(nil) }
    let isolates = chart.members.count - linked.total
    let rows = IsolateRows(count: isolates)
    var drawing = Drawing(width: 400, height: 274 + rows.height, .image(label: frame.label))
    let radii = linked.radii
    var layout = ForceLayout(nodes: radii.count, edges: linked.links.map { ($0.one, $0.other) }, seed: chart.seed)
    layout.fit(left: 14, right: 386, top: 13, bottom: 257, radii: radii)
    let places = layout.places
    for isBothWays in [false, true] {
        var path = Drawing.Path()
        for link in linked.drawnLinks where link.isBothWays == isBothWays {
            add(from: places[link.one], to: places[link.other], to: &path)
        }
        let names: StaticString = isBothWays ? "edge edge--2" : "edge"
        drawing.path(path, class: names, strokeWidth: (isBothWays ? 2.2 : 1) * max(0.5, linked.scale))
    }
    for group in NetworkChart.Group.allCases {
        for (index, place) in places.enumerated() where linked.groups[index] == group {
            draw(group, at: place, radius: radii[index], in: &drawing)
        }
    }
    rows.draw(in: &drawing)
    return frame.figure(drawing.html(), legend: legend(of: chart, hasIsolates: isolates > 0))
}

/// A slight bend, so that two lines between neighbours do not lie on each other.
private func add(from start: Drawing.Point, to end: Drawing.Point, to path: inout Drawing.Path) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    path.move(to: .init(start.x.rounded(), start.y.rounded()))
    let control = Drawing.Point((start.x + end.x) / 2 + dy * 0.1, (start.y + end.y) / 2 - dx * 0.1)
    path.curve(to: .init(end.x.rounded(), end.y.rounded()), control: .init(control.x.rounded(), control.y.rounded()))
}

private func draw(_ group: NetworkChart.Group, at place: Drawing.Point, radius: Double, in drawing: inout Drawing) {
    switch group {
    case .disc: drawing.circle(at: place, radius: radius, class: "node node--inf")
    case .square:
        let side = radius * 1.8
        let corner = Drawing.Point(place.x - side / 2, place.y - side / 2)
        drawing.rect(at: corner, width: side, height: side, radius: 2, class: "node node--pha")
    case .triangle: drawing.path(triangle(at: place, radius: radius), class: "node node--med")
    case .cell: drawing.path(hexagon(at: place, radius: radius * 1.05), class: "node node--qua")
    case .diamond: drawing.path(diamond(at: place, radius: radius), class: "node h3")
    }
}

private func legend(of chart: NetworkChart, hasIsolates: Bool) -> [LegendEntry] {
    let groups = chart.groups.map { group, name in
        LegendEntry(name) { draw(group, at: .init(7, 7), radius: 6, in: &$0) }
    }
    let isolates = LegendEntry(chart.isolatesText) { $0.circle(at: .init(7, 7), radius: 5, class: "node node--iso") }
    return groups + (hasIsolates ? [isolates] : [])
}

/// The members who exchange with somebody, those with the most partners first if there are too many to draw.
private struct LinkedMembers {
    /// How many there are, drawn or not.
    let total: Int
    let groups: [NetworkChart.Group]
    let partners: [Int]
    let links: [NetworkChart.Link]

    init(_ chart: NetworkChart) {
        let members = chart.members
        let known = chart.links.filter {
            members.indices.contains($0.one) && members.indices.contains($0.other) && $0.one != $0.other
        }
        var counts = [Int](repeating: 0, count: members.count)
        for link in known {
            counts[link.one] += 1
            counts[link.other] += 1
        }
        let linked = members.indices.filter { counts[$0] > 0 }
        total = linked.count
        let shown = linked.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.prefix(NetworkChart.mostMembers).sorted()
        var places = [Int?](repeating: nil, count: members.count)
        for (place, member) in shown.enumerated() { places[member] = place }
        groups = shown.map { members[$0] }
        partners = shown.map { counts[$0] }
        links = known.compactMap { link in
            guard let one = places[link.one], let other = places[link.other] else { return nil }
            return .init(one, other, isBothWays: link.isBothWays)
        }
    }

    var drawnLinks: [NetworkChart.Link] {
        Array((links.filter(\.isBothWays) + links.filter { !$0.isBothWays }).prefix(NetworkChart.mostLinks))
    }

    /// Smaller in a crowd, so that the picture stays airy.
    var scale: Double { max(0.4, min(1, (60 / Double(max(groups.count, 1))).squareRoot())) }

    var radii: [Double] { partners.map { min(12, 3.9 + 0.565 * Double($0)) * scale } }
}

/// The members without a link, side by side below the network; past 120 the row would say no more.
private struct IsolateRows {
    private let count: Int
    private let inRow: Int

    init(count: Int) {
        self.count = min(count, 120)
        inRow = self.count <= 10 ? 10 : 30
    }

    var height: Double { count == 0 ? 0 : 26 + Double((count - 1) / inRow) * 13 }

    func draw(in drawing: inout Drawing) {
        let pitch = inRow == 10 ? 40.0 : 12.8
        for index in 0..<count {
            let (row, column) = (index / inRow, index % inRow)
            let inThisRow = min(inRow, count - row * inRow)
            let x = 200 + (Double(column) - Double(inThisRow - 1) / 2) * pitch
            let radius = inRow == 10 ? 5.0 : 4.2
            drawing.circle(at: .init(x, 286 + Double(row) * 13), radius: radius, class: "node node--iso")
        }
    }
}
