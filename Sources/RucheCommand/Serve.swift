import ArgumentParser
import Documents
import Foundation
import Logging
import Ruche
import RucheMail
import RucheWeb
import ServiceLifecycle
import Wording

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The web server and the workers.")

    @OptionGroup var settings: Settings

    @Option(help: "HOST:PORT (RUCHE_LISTEN)")
    var listen: String?

    func run() async throws {
        let logger = settings.logger()
        let instance = try await settings.open()
        let words = try Words.bundled()
        let site = try Site(
            instance,
            settings: .init(
                url: settings.url, secret: settings.value("secret") ?? UUID().uuidString + UUID().uuidString,
                isDemonstration: settings.isDemonstration, files: settings.files,
                trustsProxy: settings.value("trust_proxy") == "1",
                isLimited: !(settings.isDemonstration && settings.value("limits") == "off"),
                pwnedPasswords: settings.value("pwned_passwords"), virusScan: try virusScan(),
                operator: try settings.`operator`()),
            words: words, logger: logger)
        let (host, port) = try address()
        OpenFiles.raiseLimit()
        let worker = MailWorker(
            instance: instance, transport: try transport(), words: words, url: settings.url,
            keepsTexts: settings.isDemonstration, files: FileStore(folder: settings.files), logger: logger)
        let server = WebServer(site).application(host: host, port: port) { port in
            print("Ruche: http://\(host == "127.0.0.1" ? "localhost" : host):\(port)")
            // Whoever reads through a pipe waits for this line.
            fflush(nil)
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: server), .init(service: Worker { await worker.run() }),
                    .init(service: Worker { await site.comings.run() }),
                    .init(service: Worker { await site.evaluationsAhead.run() }),
                    // The last to begin is the first to end: its readers go before the server waits for them.
                    .init(service: Worker { await site.live.run() }),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await withTaskExecutorPreference(instance.database.threads) { try await group.run() }
        await site.comings.write()
        try await instance.database.close()
    }

    private func address() throws -> (String, Int) {
        let text = listen ?? settings.value("listen") ?? "127.0.0.1:8080"
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { throw ValidationError("\(text) is not HOST:PORT") }
        return (String(text[..<colon]), port)
    }

    private func virusScan() throws -> VirusScan.Address? {
        guard let text = settings.value("clamd") else { return nil }
        guard let address = VirusScan.Address(text) else {
            throw Failed(
                "RUCHE_CLAMD is neither the socket of clamd (/run/clamav/clamd.ctl) nor its port (127.0.0.1:3310).")
        }
        return address
    }

    private func transport() throws -> any MailTransport {
        guard let url = settings.value("smtp") else {
            guard settings.isDemonstration else {
                throw Failed("RUCHE_SMTP is missing: without a mail server nobody could sign in.")
            }
            return NoTransport()
        }
        guard let server = MailServer(url: url, sender: settings.sender) else {
            throw Failed(
                "RUCHE_SMTP is not the address of a mail server (smtp://host:port, smtps://user:password@host).")
        }
        return server
    }
}

/// Work that goes on until the program ends.
private struct Worker: Service {
    let work: @Sendable () async -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown { await work() }
    }
}
