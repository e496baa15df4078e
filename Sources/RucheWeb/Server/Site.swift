import Crypto
import Documents
import Foundation
import Logging
import Ruche
import Wording

/// Everything that the web face needs, made once at start and handed down.
package struct Site: Sendable {
    package let instance: Instance
    package let settings: Settings
    let words: Words
    let assets: Assets
    let crossSite: CrossSite
    let cookies: Cookies
    let limiter: RateLimiter
    let gzip: Gzip
    let searches = SearchMemory()
    let evaluations = EvaluationMemory()
    package let evaluationsAhead: EvaluationAhead
    package let comings: Comings
    package let live: Live
    let files: FileStore
    let intake: FileIntake
    let knownPasswords: KnownPasswords
    package let logger: Logger

    package struct Settings: Sendable {
        /// The address that browsers and mails use: "https://ruche.example.fr".
        package var url: String
        /// Keys the form tokens; a new one at each start only makes open forms of browsers without headers stale.
        package var secret: String
        package var isDemonstration: Bool
        /// Where files are kept.
        package var files: String
        /// Behind a proxy, whose `X-Forwarded-For` tells the visitor's address.
        package var trustsProxy: Bool
        /// How often an account or an address may ask for something; a measure of speed asks without pause.
        package var isLimited: Bool
        /// The file of Pwned Passwords, where the operator has it.
        package var pwnedPasswords: String?
        /// Where the antivirus listens, where there is one.
        package var virusScan: VirusScan.Address?
        /// Who runs the service, for its legal pages.
        package var `operator`: Operator

        package init(
            url: String, secret: String, isDemonstration: Bool = false, files: String = "var/files",
            trustsProxy: Bool = false, isLimited: Bool = true, pwnedPasswords: String? = nil,
            virusScan: VirusScan.Address? = nil, operator: Operator = Operator()
        ) {
            (self.url, self.secret, self.isDemonstration) = (url, secret, isDemonstration)
            (self.files, self.trustsProxy, self.isLimited) = (files, trustsProxy, isLimited)
            (self.pwnedPasswords, self.virusScan, self.operator) = (pwnedPasswords, virusScan, `operator`)
        }
    }

    package init(_ instance: Instance, settings: Settings, words: Words, logger: Logger) throws {
        self.instance = instance
        self.settings = settings
        self.words = words
        self.logger = logger
        limiter = RateLimiter(isOn: settings.isLimited)
        gzip = Gzip()
        assets = try Assets(folder: Bundle.module.bundleURL.appending(path: "Resources"), gzip: gzip)
        crossSite = CrossSite(key: SymmetricKey(data: SHA256.hash(data: Data(settings.secret.utf8))))
        cookies = Cookies(isSecure: settings.url.hasPrefix("https:"))
        files = FileStore(folder: settings.files)
        intake = FileIntake(scan: settings.virusScan.map { VirusScan(at: $0) })
        knownPasswords = KnownPasswords(hashes: settings.pwnedPasswords)
        evaluationsAhead = EvaluationAhead(instance: instance, memory: evaluations, logger: logger)
        comings = Comings(instance: instance, logger: logger)
        live = Live(instance: instance, words: words, assets: assets, logger: logger)
    }

    var isSecure: Bool { cookies.isSecure }
}
