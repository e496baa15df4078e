import Foundation
import HTTPTypes
import Persistence
import Ruche
import Wording

/// A request that was admitted to its route: who comes, what was typed, and the ways to read and to act.
package struct WebRequest: Sendable {
    let site: Site
    let route: Route
    let method: HTTPRequest.Method
    let headers: HTTPFields
    /// The path with its query, to come back to.
    let target: String
    let parameters: [String: String]
    let query: Form
    let form: Form
    let visitor: Visitor?
    /// The network address, as far as it can be trusted.
    let address: String
    let ui: Screen

    /// The identifier in the address; what is none leads nowhere.
    func id<Subject>(_ type: Subject.Type = Subject.self, _ name: String = "id") throws(Refusal) -> Identifier<Subject>
    {
        guard let id = Identifier<Subject>(parameters[name] ?? "") else { throw .notFound }
        return id
    }

    func parameter(_ name: String) -> String { parameters[name] ?? "" }

    var actor: Actor { visitor?.actor ?? .nobody }

    func view<T: Sendable>(_ body: @escaping @Sendable (View) throws -> T) async throws -> T {
        try await site.instance.view(by: actor, body)
    }

    @discardableResult
    func act<T: Sendable>(_ body: @escaping @Sendable (Act) throws -> T) async throws -> T {
        try await site.instance.act(by: actor, through: .web, body)
    }

    /// One more page of this kind was read in the community, by nobody in particular.
    func noteView(_ kind: PageKind) {
        if let community = visitor?.community?.id { site.comings.note(view: kind, in: community) }
    }

    /// Whether somebody reads the page: no program that follows links, checks them, or fetches what may be read next.
    var isReadByAPerson: Bool {
        let agent = (headers[.userAgent] ?? "").lowercased()
        let programs = ["bot", "crawl", "spider", "preview", "slurp", "curl", "wget", "python", "monitor"]
        let fetches = ["Sec-Purpose", "Purpose", "X-Purpose"].compactMap { HTTPField.Name($0) }.compactMap {
            headers[$0]
        }
        return method == .get && !programs.contains { agent.contains($0) }
            && !fetches.contains { $0.contains("prefetch") || $0.contains("preview") }
    }

    func newSecret() -> Secret {
        var random = SystemRandomNumberGenerator()
        return Secret(&random)
    }

    /// "Firefox sur Windows": enough to recognise one's own session in a list.
    var device: String {
        let agent = headers[.userAgent] ?? ""
        let browser =
            [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]
            .first { agent.contains($0.0) }?.1
        let system =
            [
                ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
                ("Mac OS X", "Mac"), ("Linux", "Linux"),
            ].first { agent.contains($0.0) }?.1
        return [browser ?? "Navigateur", system].compactMap { $0 }.joined(separator: " · ")
    }

    /// A path of this site typed in an address: where to go after sign-in. Anything that could lead elsewhere is dropped.
    static func localPath(_ text: String) -> String? {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"), text.utf8.count <= 500,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C })
        else { return nil }
        return text
    }
}
