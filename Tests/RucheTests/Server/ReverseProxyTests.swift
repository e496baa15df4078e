import Foundation
import Testing

@testable import RucheWeb

@Suite("The nginx configuration that operators copy")
struct ReverseProxyTests {
    @Test("writes down no secret of an address")
    func secrets() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let text = try String(contentsOf: root.appending(path: "docs/operate/nginx.conf"), encoding: .utf8)
        let secrets = WebServer.table.all.map(\.path).compactMap { path in
            path.firstRange(of: "/:secret").map { String(path[..<$0.lowerBound]) }
        }
        #expect(secrets.count > 8)
        for path in Set(secrets) {
            let kept = path.replacing("c/:community/", with: "")
            #expect(
                text.contains("|\(kept)|") || text.contains("(?<kept>\(kept)|") || text.contains("|\(kept))")
                    || text.contains("/\(kept))"), "\(path)")
        }
        #expect(text.contains("$ruche_reader [$time_iso8601] \"$request_method $ruche_path\""))
        #expect(!text.contains("\"$request_method $uri\""))
    }
}
