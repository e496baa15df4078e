import Foundation
import Persistence
import Testing

/// The engines on which a test runs: SQLite always, PostgreSQL when `RUCHE_TEST_POSTGRES` gives its address.
enum TestEngine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    static let available = allCases.filter { $0 == .sqlite || postgresAddress != nil }
    private static let postgresAddress = ProcessInfo.processInfo.environment["RUCHE_TEST_POSTGRES"]

    var testDescription: String { rawValue }

    /// The address of an empty database of its own.
    func address() async throws -> String {
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        switch self {
        case .sqlite:
            return "sqlite:\(NSTemporaryDirectory())/\(name).sqlite"
        case .postgres:
            let base = try #require(Self.postgresAddress)
            let setup = try Database(base, readers: 1)
            try await setup.write { try $0.script("create schema \(SQL(stringLiteral: name))") }
            try await setup.close()
            return "\(base) options='-c search_path=\(name)'"
        }
    }
}
