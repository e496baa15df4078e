import Markup

/// A cell standing on its corner.
func hexagon(at center: Drawing.Point, radius: Double) -> Drawing.Path {
    let (x, y, side) = (center.x, center.y, radius * 0.866)
    return Drawing.Path(polygon: [
        .init(x, y - radius), .init(x + side, y - radius / 2), .init(x + side, y + radius / 2),
        .init(x, y + radius), .init(x - side, y + radius / 2), .init(x - side, y - radius / 2),
    ])
}

/// A triangle with a level base, of about the same weight to the eye as a disc of `radius`.
func triangle(at center: Drawing.Point, radius: Double) -> Drawing.Path {
    let (x, y) = (center.x, center.y)
    return Drawing.Path(polygon: [
        .init(x, y - radius * 1.18), .init(x + radius * 1.09, y + radius * 0.65),
        .init(x - radius * 1.09, y + radius * 0.65),
    ])
}

/// A square standing on its corner.
func diamond(at center: Drawing.Point, radius: Double) -> Drawing.Path {
    let (x, y, reach) = (center.x, center.y, radius * 1.25)
    return Drawing.Path(polygon: [
        .init(x, y - reach), .init(x + reach, y), .init(x, y + reach), .init(x - reach, y),
    ])
}
