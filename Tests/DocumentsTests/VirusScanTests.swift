import Documents
import Foundation
import NIOCore
import NIOPosix
import Testing

@Suite("Antivirus")
struct VirusScanTests {
    private static let file = [UInt8]("Protocole".utf8)

    @Test(
        "What ClamAV answers is the verdict",
        arguments: [
            ("stream: OK\0", .clean), ("stream: Eicar-Test-Signature FOUND\0", .infected("Eicar-Test-Signature")),
            ("INSTREAM size limit exceeded. ERROR\0", .unavailable("INSTREAM size limit exceeded. ERROR")),
            ("", .unavailable("the connection ended without an answer")),
        ] as [(String, VirusScan.Verdict)])
    func verdicts(answer: String, expected: VirusScan.Verdict) async throws {
        let verdict = try await TestClamd.asked(answering: answer) { await VirusScan(at: $0).verdict(on: Self.file) }
        #expect(verdict.result == expected)
    }

    @Test("The file arrives whole, in pieces after their length, and its end is said", arguments: [0, 9, 200_000])
    func stream(count: Int) async throws {
        let sent = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let asked = try await TestClamd.asked(answering: "stream: OK\0") { await VirusScan(at: $0).verdict(on: sent) }
        #expect(asked.result == .clean)
        #expect(asked.received == sent)
    }

    @Test("ClamAV is reached by a socket of the machine too")
    func socket() async throws {
        let asked = try await TestClamd.asked(answering: "stream: OK\0", bySocket: true) {
            await VirusScan(at: $0).verdict(on: Self.file)
        }
        #expect(asked.result == .clean)
        #expect(asked.received == Self.file)
    }

    @Test("An antivirus that is away gives no verdict")
    func away() async throws {
        let address = try #require(VirusScan.Address("/nowhere/clamd.ctl"))
        let verdict = await VirusScan(at: address).verdict(on: Self.file)
        guard case .unavailable = verdict else { Issue.record("\(verdict)"); return }
    }

    @Test("An antivirus that does not answer is not waited for")
    func slow() async throws {
        let asked = try await TestClamd.asked(answering: nil) {
            await VirusScan(at: $0, wait: .milliseconds(200)).verdict(on: Self.file)
        }
        #expect(asked.result == .unavailable("no answer within 0.2 seconds"))
    }

    @Test(
        "Where it listens: on this machine only",
        arguments: [
            ("/run/clamav/clamd.ctl", .socket(path: "/run/clamav/clamd.ctl")),
            ("127.0.0.1:3310", .loopback(port: 3310)), ("localhost:3310", .loopback(port: 3310)),
            ("10.0.0.8:3310", nil), ("127.0.0.1", nil), ("127.0.0.1:0", nil), ("127.0.0.1:99999", nil), ("", nil),
        ] as [(String, VirusScan.Address?)])
    func addresses(_ setting: String, _ expected: VirusScan.Address?) {
        #expect(VirusScan.Address(setting) == expected)
    }
}
