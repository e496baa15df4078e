import Markup

/// Places the nodes of a network so that those who talk to each other stand close (Fruchterman and Reingold, "Graph
/// drawing by force-directed placement", Software: Practice and Experience 21, 1991).
///
/// The same network and seed give the same picture. Work is bounded: nodes² × rounds, with fewer rounds for more nodes.
struct ForceLayout {
    /// Most nodes that are laid out; a caller draws the others otherwise.
    static let mostNodes = 500

    /// In a square of side 1 around the origin, before `fit`.
    private(set) var places: [Drawing.Point]

    /// - Parameter edges: pairs of indexes of nodes; what is out of bounds is ignored.
    init(nodes count: Int, edges: [(Int, Int)], seed: UInt64) {
        var chance = Chance(seed: seed)
        places = (0..<min(count, Self.mostNodes)).map { _ in .init(chance.next() - 0.5, chance.next() - 0.5) }
        guard places.count > 1 else { return }
        let edges = edges.filter { places.indices.contains($0.0) && places.indices.contains($0.1) && $0.0 != $0.1 }
        let rounds = min(300, max(60, 60_000_000 / (places.count * places.count)))
        let ideal = 1 / Double(places.count).squareRoot()
        for round in 0..<rounds {
            let pull = pulls(along: edges, ideal: ideal)
            let heat = 0.12 * (1 - Double(round) / Double(rounds))
            move(by: pull, atMost: heat)
        }
    }

    /// Stretches the picture over `box` less `margin`, then pushes apart nodes that overlap.
    mutating func fit(left: Double, right: Double, top: Double, bottom: Double, radii: [Double]) {
        spread()
        guard let first = places.first else { return }
        var (least, most) = (first, first)
        for place in places {
            least = .init(min(least.x, place.x), min(least.y, place.y))
            most = .init(max(most.x, place.x), max(most.y, place.y))
        }
        let (width, height) = (max(most.x - least.x, 1e-9), max(most.y - least.y, 1e-9))
        for index in places.indices {
            places[index].x = left + (places[index].x - least.x) / width * (right - left)
            places[index].y = top + (places[index].y - least.y) / height * (bottom - top)
        }
        if places.count == 1 { places[0] = .init((left + right) / 2, (top + bottom) / 2) }
        for _ in 0..<8 {
            separate(radii)
            for index in places.indices {
                places[index].x = min(max(places[index].x, left), right)
                places[index].y = min(max(places[index].y, top), bottom)
            }
        }
    }

    /// Opens the middle, where those who talk most crowd together, and brings the outskirts closer; directions stay.
    private mutating func spread() {
        let count = Double(max(places.count, 1))
        let middle = Drawing.Point(places.reduce(0) { $0 + $1.x } / count, places.reduce(0) { $0 + $1.y } / count)
        for index in places.indices {
            let (dx, dy) = (places[index].x - middle.x, places[index].y - middle.y)
            let distance = max((dx * dx + dy * dy).squareRoot(), 1e-9)
            let shrink = 1 / distance.squareRoot().squareRoot()
            places[index] = .init(dx * shrink, dy * shrink)
        }
    }

    private func pulls(along edges: [(Int, Int)], ideal: Double) -> [Drawing.Point] {
        // Pushes are by far the most work: plain arrays of numbers, one pass over the pairs.
        let (xs, ys) = (places.map(\.x), places.map(\.y))
        // A light pull to the middle, so that groups apart from each other stay in the picture.
        var pullX = xs.map { -$0 * 0.6 * ideal }
        var pullY = ys.map { -$0 * 0.6 * ideal }
        let strength = ideal * ideal
        for one in 0..<xs.count {
            let (x, y) = (xs[one], ys[one])
            var (sumX, sumY) = (0.0, 0.0)
            for other in one + 1..<xs.count {
                let (dx, dy) = (x - xs[other], y - ys[other])
                let push = strength / max(dx * dx + dy * dy, 1e-6)
                sumX += dx * push
                sumY += dy * push
                pullX[other] -= dx * push
                pullY[other] -= dy * push
            }
            pullX[one] += sumX
            pullY[one] += sumY
        }
        for (one, other) in edges {
            let (dx, dy) = (xs[one] - xs[other], ys[one] - ys[other])
            let pull = (dx * dx + dy * dy).squareRoot() / ideal
            pullX[one] -= dx * pull
            pullY[one] -= dy * pull
            pullX[other] += dx * pull
            pullY[other] += dy * pull
        }
        return zip(pullX, pullY).map { Drawing.Point($0, $1) }
    }

    private mutating func move(by pulls: [Drawing.Point], atMost heat: Double) {
        for index in places.indices {
            let (x, y) = (pulls[index].x, pulls[index].y)
            let length = max((x * x + y * y).squareRoot(), 1e-12)
            places[index].x += x / length * min(length, heat)
            places[index].y += y / length * min(length, heat)
        }
    }

    private mutating func separate(_ radii: [Double]) {
        for one in places.indices {
            for other in places.indices.dropFirst(one + 1) {
                let (dx, dy) = (places[one].x - places[other].x, places[one].y - places[other].y)
                let apart = radii[one] + radii[other] + 1.5
                let distance = (dx * dx + dy * dy).squareRoot()
                guard distance < apart else { continue }
                let push = (apart - distance) / 2
                let (x, y) = distance > 1e-6 ? (dx / distance * push, dy / distance * push) : (push, 0)
                places[one] = .init(places[one].x + x, places[one].y + y)
                places[other] = .init(places[other].x - x, places[other].y - y)
            }
        }
    }
}

/// Numbers between 0 and 1 whose whole course follows from a seed (SplitMix64).
private struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
    }
}
