import Crypto
import Foundation
import HTTPTypes
import NIOCore

/// A file known when the program starts: compressed once, named by its content, kept by browsers for a year.
package struct Asset: Sendable {
    let path: String
    let type: String
    let plain: ByteBuffer
    let compressed: ByteBuffer?
    let hash: String

    init(name: String, _ bytes: ByteBuffer, gzip: Gzip) {
        let (stem, ending) = Self.split(name)
        hash = SHA256.hash(data: Data(bytes.readableBytesView)).prefix(9).map { String($0, radix: 16) }.joined()
        path = "/static/\(stem).\(hash).\(ending)"
        switch ending {
        case "css": type = "text/css; charset=utf-8"
        case "js": type = "text/javascript; charset=utf-8"
        case "svg": type = "image/svg+xml"
        case "woff2": type = "font/woff2"
        case "png": type = "image/png"
        default: type = "application/octet-stream"
        }
        plain = bytes
        compressed = ending == "woff2" || ending == "png" ? nil : gzip.compress(bytes, level: 9)
    }

    private static func split(_ name: String) -> (String, String) {
        guard let dot = name.lastIndex(of: ".") else { return (name, "") }
        return (String(name[..<dot]), String(name[name.index(after: dot)...]))
    }
}

/// The style sheet, the script, the signs and the fonts. One set for the whole program.
package struct Assets: Sendable {
    private let byPath: [String: Asset]
    let styleSheet: String
    /// The style of documents that are made into PDF.
    let documentStyle: String
    let script: String
    /// The mark of Ruche, for the browser's tab.
    let mark: String
    /// The same for a phone's home screen.
    let maskableMark: String
    let fonts: [String]

    /// Reads what stands in `folder`. A font that was not made is left out: the system's serves instead.
    init(folder: URL, gzip: Gzip) throws {
        var byPath: [String: Asset] = [:]
        func add(_ name: String, _ bytes: Data) -> String {
            let asset = Asset(name: name, ByteBuffer(bytes: bytes), gzip: gzip)
            byPath[asset.path] = asset
            return asset.path
        }
        var style = try String(contentsOf: folder.appending(path: "ruche.css"), encoding: .utf8)
        var fonts: [String] = []
        let fontFolder = folder.appending(path: "fonts")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: fontFolder.path)) ?? []  // none were made
        for name in names.sorted() where name.hasSuffix(".woff2") {
            let path = add(name, try Data(contentsOf: fontFolder.appending(path: name)))
            style = style.replacing("fonts/\(name)", with: path)
            fonts.append(path)
        }
        styleSheet = add("ruche.css", Data(style.utf8))
        documentStyle = String(decoding: try Data(contentsOf: folder.appending(path: "document.css")), as: UTF8.self)
        let scripts = try ["ruche", "redaction", "recherche", "citation", "raccourcis"].map {
            try Data(contentsOf: folder.appending(path: "\($0).js"))
        }
        script = add("ruche.js", Data(scripts.joined()))
        mark = add("marque.svg", Data(markSheet.utf8))
        maskableMark = add("marque-pleine.svg", Data(maskableMarkSheet.utf8))
        byPath[Icon.sheetPath] = Asset(name: "signes.svg", ByteBuffer(string: Icon.sheet), gzip: gzip)
        self.fonts = fonts
        self.byPath = byPath
    }

    func find(_ path: String) -> Asset? { byPath[path] }
}
