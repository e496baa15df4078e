import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// Claire joined a file to her question; everything is taken along in one archive.
private struct ArchiveScene {
    let ruche: TestRuche
    let file: URL

    init(_ engine: TestEngine) async throws {
        ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let hash = try ruche.site.files.keep(Array("le protocole".utf8))
        try await ruche.alter(
            """
            insert into attachment (question_id, number, name, type, size, hash)
            values (\(question), 0, 'protocole.txt', 'text/plain', 12, \(hash))
            """)
        file = URL(fileURLWithPath: try #require(ruche.site.files.paths.first))
    }

    /// The archive of the community, and Claire's own.
    func archives() async throws -> [TestBrowser.Page] {
        let claire = try await ruche.browser(as: .claire)
        if try await claire.get("/moi/donnees/copie").status != .ok {
            try await claire.post("/moi/donnees")
            try await ruche.deliver()
        }
        return [
            try await ruche.browser(as: .nadia).get("/c/nuit/vie/export.zip"),
            try await claire.get("/moi/donnees/copie.zip"),
        ]
    }
}

@Suite("A file in an archive to take along")
struct ArchiveFileTests {
    @Test("that is gone from the store is left out, and named", arguments: TestEngine.available)
    func gone(_ engine: TestEngine) async throws {
        let scene = try await ArchiveScene(engine)
        for archive in try await scene.archives() {
            #expect(archive.status == .ok && archive.text.contains("le protocole"))
            #expect(!archive.text.contains("manquants.txt"))
        }
        try FileManager.default.removeItem(at: scene.file)
        for archive in try await scene.archives() {
            #expect(archive.status == .ok && archive.text.contains("manquants.txt"))
            #expect(!archive.text.contains("le protocole"))
        }
    }

    @Test("that the disk cannot give fails the archive: nobody takes half for all", arguments: TestEngine.available)
    func unreadable(_ engine: TestEngine) async throws {
        let scene = try await ArchiveScene(engine)
        // What stands there is no file: reading it is an error of the disk.
        try FileManager.default.removeItem(at: scene.file)
        try FileManager.default.createDirectory(at: scene.file, withIntermediateDirectories: false)
        for archive in try await scene.archives() {
            #expect(archive.status == .internalServerError && !archive.text.hasPrefix("PK"))
        }
        try FileManager.default.removeItem(at: scene.file)
        try Data("le protocole".utf8).write(to: scene.file)
        for archive in try await scene.archives() {
            #expect(archive.status == .ok && archive.text.contains("le protocole"), "asked for again")
        }
    }
}
