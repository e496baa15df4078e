import HTTPTypes
import NIOCore
import Ruche
import Synchronization

enum SelfCheckRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/verification", for: .inside) { request in
            .page(selfCheckPage(try await model(request), SelfCheckForm(), request.ui))
        }

        // The server's clock, for a script to compare with the computer's.
        routes.get("c/:community/verification/heure", for: .inside) { request in
            .text(String(request.ui.now.milliseconds))
        }

        // One event, then silence: what waits for the end of an answer before it passes it on never tells it.
        routes.get("c/:community/verification/direct", for: .inside) { request in
            try request.slowDown("direct/\(request.actor.member?.description ?? "")", .documents)
            return .stream(trialStream())
        }

        routes.post("c/:community/verification", for: .inside) { request in
            var findings = SelfCheck.Findings()
            let browser = BrowserName(request.headers[.userAgent] ?? "")
            (findings.browser, findings.isOld) = (browser.words, browser.isOld)
            findings.hasScript = request.form["script"] == "1"
            // A clock is some days wrong at most; anything else is no clock.
            findings.clockInSeconds = Int(request.form["horloge"]).map { min(max($0, -604_800), 604_800) }
            findings.reachesServer = request.form["atteint"].isEmpty ? nil : request.form["atteint"] == "1"
            findings.hearsLive = request.form["direct"].isEmpty ? nil : request.form["direct"] == "1"
            findings.words = request.form["mots"]
            do {
                let kept = findings
                try await request.act { try $0.selfChecks.keep(kept) }
                return .seeOther(.selfCheck, flash: .toolsChecked)
            } catch let refusal as Refusal where refusal.field != nil {
                return try await again(refusal, findings.words, request)
            } catch let wall as GuardWall {
                return try await again(wall.refusal(field: "mots"), findings.words, request)
            }
        }

        routes.post("c/:community/verification/courriel", for: .inside) { request in
            try request.slowDown("trial/\(request.actor.member?.description ?? "")", .linkPerAccount)
            let secret = request.newSecret()
            try await request.act { try $0.selfChecks.tryMail(secret) }
            return .seeOther(.selfCheck, flash: .mailTried)
        }

        // Opening the letter's link is what is tried; it opens nothing else.
        routes.get("c/:community/verification/courriel/:secret", for: .inside) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            return .page(mailTrialPage(secret, request.ui))
        }

        routes.post("c/:community/verification/courriel/:secret", for: .inside) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            try await request.act { try $0.selfChecks.noteMail(secret) }
            return .seeOther(.selfCheck, flash: .mailReceived)
        }
    }

    private static func trialStream() -> AsyncStream<ByteBuffer> {
        let turn = Turn()
        return AsyncStream<ByteBuffer>(unfolding: {
            if turn.isFirst() { return ByteBuffer(string: "event: essai\ndata: 1\n\n") }
            // A browser that has heard goes away; the end of its wait is no fault.
            try? await Task.sleep(for: .seconds(15))
            return nil
        })
    }

    private final class Turn: Sendable {
        private let isTaken = Mutex(false)
        func isFirst() -> Bool {
            isTaken.withLock { taken in
                defer { taken = true }
                return !taken
            }
        }
    }

    private static func again(_ refusal: Refusal, _ words: String, _ request: WebRequest) async throws -> Answer {
        let form = SelfCheckForm(words: words, refusal: refusal)
        return .page(selfCheckPage(try await model(request), form, request.ui), status: refusal.status)
    }

    private static func model(_ request: WebRequest) async throws -> SelfCheckOnPage {
        let browser = BrowserName(request.headers[.userAgent] ?? "")
        return try await request.view { view in
            let member = try view.member
            return SelfCheckOnPage(
                browser: browser, last: try view.selfChecks.own(), mailReceivedAt: try view.selfChecks.mailReceivedAt(),
                tried: view.actor.role == .guest || view.actor.role == .observer
                    ? nil : try view.selfChecks.firstActs(of: member))
        }
    }
}

/// A browser as it names itself: its family and the number of its version.
struct BrowserName: Sendable, Equatable {
    let family: String
    let version: Int?
    let system: String?

    /// The oldest that pages are made for: the long-lived Firefox and the Edge of three years ago (FEATURES IN6).
    private static let oldest = ["Firefox": 115, "Chrome": 119, "Edge": 119, "Safari": 16]

    init(_ agent: String) {
        func number(after mark: String) -> Int? {
            agent.firstRange(of: mark).flatMap { Int(agent[$0.upperBound...].prefix(while: \.isNumber)) }
        }
        let families = [
            ("Edg/", "Edge"), ("Edge/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Version/", "Safari"),
        ]
        if agent.contains("Trident/") || agent.contains("MSIE ") {
            (family, version) = ("Internet Explorer", number(after: "rv:") ?? number(after: "MSIE "))
        } else if let found = families.first(where: { agent.contains($0.0) }) {
            (family, version) = (found.1, number(after: found.0))
        } else {
            (family, version) = ("", nil)
        }
        let systems = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("Mac OS X", "Mac"), ("Linux", "Linux"),
        ]
        system = systems.first { agent.contains($0.0) }?.1
    }

    var isOld: Bool {
        if family == "Internet Explorer" { return true }
        guard let version, let oldest = Self.oldest[family] else { return false }
        return version < oldest
    }

    /// "Firefox 128 · Windows"
    var words: String {
        [family.isEmpty ? "?" : "\(family)\(version.map { " \($0)" } ?? "")", system].compactMap { $0 }
            .joined(separator: " · ")
    }
}

extension Link {
    static let selfCheck = Link.inside("/verification")
    static let serverClock = Link.inside("/verification/heure")
    static let liveTrial = Link.inside("/verification/direct")
    static let mailTrial = Link.inside("/verification/courriel")
    static func confirmMailTrial(_ secret: String) -> Link { .inside("/verification/courriel/\(secret)") }
}
