import HTTPTypes
import Ruche

/// One way into Ruche: a method, an address, who may come, and what is done.
package struct Route: Sendable {
    package let method: HTTPRequest.Method
    /// "c/:community/questions/:id"
    package let path: String
    package let access: Access
    /// The largest body that is read.
    let bodyLimitInBytes: Int
    /// Still done in a community that is closed, where one only reads: leaving it, one's own card.
    var isLasting = false
    /// What its pages are in the daily counters of what is read; nil: not counted.
    var countsAs: PageKind? = nil
    let handler: @Sendable (WebRequest) async throws -> Answer

    var takesFile: Bool { bodyLimitInBytes > Self.formLimit }

    /// A form's fields; a route that takes a file says so (`takesFile`).
    static let formLimit = 512 << 10
    /// 25 MB of file and the form around it (FEATURES QU8).
    static let fileLimit = 26 << 20
}

/// The table of routes, filled by each room, printed by `ruche routes`, and walked by a test with every role.
package struct Routes {
    package private(set) var all: [Route] = []

    package init() {}

    mutating func get(
        _ path: String, for access: Access, countsAs: PageKind? = nil,
        _ handler: @escaping @Sendable (WebRequest) async throws -> Answer
    ) {
        all.append(
            Route(
                method: .get, path: path, access: access, bodyLimitInBytes: 0, countsAs: countsAs, handler: handler))
    }

    mutating func post(
        _ path: String, for access: Access, takesFile: Bool = false, isLasting: Bool = false,
        _ handler: @escaping @Sendable (WebRequest) async throws -> Answer
    ) {
        all.append(
            Route(
                method: .post, path: path, access: access,
                bodyLimitInBytes: takesFile ? Route.fileLimit : Route.formLimit, isLasting: isLasting,
                handler: handler))
    }
}
