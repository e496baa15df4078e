import Calendaring
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Markup
import NIOCore
import Persistence
import Ruche
import Wording

/// What a connection tells of a request.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress
    }
}

/// The way of every request, in one place: limits, who comes, may they, is the form ours, the act, the answer.
struct Dispatcher: Sendable {
    let site: Site

    /// A page that takes longer is given up; its statement is interrupted.
    static let timeLimit = Swift.Duration.seconds(20)
    /// A file is looked at, scanned and made anew.
    static let fileTimeLimit = Swift.Duration.seconds(120)
    /// Enough for a file of 26 MB at 1 Mbit/s.
    static let bodyTimeLimit = Swift.Duration.seconds(240)

    func respond(_ route: Route, _ request: Request, _ context: WebContext) async -> Response {
        let address = remoteAddress(request, context)
        let slug = context.parameters.get("community")
        var visitor: Visitor?
        var answer: Answer
        var ui = screen(request, visitor: nil, slug: slug)
        do {
            // A proxy on this machine speaks for everybody, and limits by itself.
            if address != "127.0.0.1", address != "::1" { try limit("anything/\(address)", .anything) }
            visitor = try await find(request, in: slug)
            ui = screen(request, visitor: visitor, slug: visitor?.community == nil ? nil : slug)
            let form = try await readForm(route, request, visitor, from: address)
            switch Admission(route.access, visitor: visitor, isDemonstration: site.settings.isDemonstration) {
            case .granted: break
            case .signInFirst: return finish(signInFirst(request, form, ui), request, ui)
            case .forbidden: throw Refusal.forbidden
            case .notFound: throw Refusal.notFound
            }
            if route.method == .post, route.access.isInCommunity, !route.isLasting,
                visitor?.community?.closedAt != nil
            {
                throw Community.isClosed
            }
            note(visitor)
            let web = WebRequest(
                site: site, route: route, method: request.method, headers: request.headers, target: request.uri.string,
                parameters: parameters(context), query: Form(urlEncoded: (request.uri.query ?? "").utf8), form: form,
                visitor: visitor, address: address, ui: ui)
            let limit = route.takesFile ? Self.fileTimeLimit : Self.timeLimit
            answer = try await Deadline.within(limit) { try await route.handler(web) }
            if let kind = route.countsAs, request.method == .get { web.noteView(kind) }
        } catch {
            answer = explain(error, route, request, ui)
        }
        return finish(answer, request, ui)
    }

    /// An address that no route has.
    func respondNowhere(_ request: Request, _ context: WebContext) async -> Response {
        let visitor = try? await find(request, in: nil)  // the page says the same to all
        let ui = screen(request, visitor: visitor, slug: nil)
        if let asset = site.assets.find(request.uri.path), request.method == .get || request.method == .head {
            return finish(.asset(asset), request, ui)
        }
        return finish(errorPage(.notFound, reference: nil, ui), request, ui)
    }

    private func remoteAddress(_ request: Request, _ context: WebContext) -> String {
        if site.settings.trustsProxy, let last = request.headers[.forwardedFor]?.split(separator: ",").last {
            return String(last).trimmingWhitespace()
        }
        return context.remoteAddress ?? "-"
    }

    private func find(_ request: Request, in slug: String?) async throws -> Visitor? {
        guard let secret = site.cookies.session(of: request.headers) else { return nil }
        return try await site.instance.view { try $0.accounts.visitor(secret, in: slug) }
    }

    private func note(_ visitor: Visitor?) {
        guard let visitor else { return }
        let now = site.instance.clock.now
        if visitor.needsToBeNoted(at: now) { site.comings.note(use: visitor.session) }
        if let member = visitor.member, member.lastVisitAt.map({ now - $0 >= .minutes(5) }) ?? true {
            site.comings.note(visit: member.id, by: visitor.actor)
        }
    }

    private func screen(_ request: Request, visitor: Visitor?, slug: String?) -> Screen {
        let session = site.cookies.session(of: request.headers)?.text ?? ""
        let preferences = Preferences(of: request.headers)
        return Screen(
            words: Interface(
                language: visitor?.person.language ?? preferences.language,
                zone: (visitor?.zone ?? visitor?.community?.zone).flatMap { Zone($0) } ?? .paris,
                theme: visitor?.person.theme ?? preferences.theme, now: site.instance.clock.now.milliseconds,
                words: site.words),
            visitor: visitor, assets: site.assets, slug: slug, flash: site.cookies.flash(of: request.headers),
            target: request.method == .get ? request.uri.string : "/", isDemonstration: site.settings.isDemonstration,
            accessibility: site.settings.operator.accessibility(at: site.instance.clock.now),
            token: FormToken { site.crossSite.token(session: session) })
    }

    private func parameters(_ context: WebContext) -> [String: String] {
        Dictionary(context.parameters.map { (String($0.key), String($0.value)) }) { first, _ in first }
    }

    private func readForm(_ route: Route, _ request: Request, _ visitor: Visitor?, from address: String) async throws
        -> Form
    {
        guard route.method == .post else { return Form() }
        let session = site.cookies.session(of: request.headers)?.text ?? ""
        // A cookie that nobody gave would make a bucket of its own, or one for all strangers.
        if visitor == nil { try limit("writing/\(address)", .writingByStrangers) }
        let wait = visitor.flatMap { visitor in
            site.wait(
                for: [
                    ("writing by/\(visitor.person.id)", .writing), ("writing from/\(address)", .writingFromOnePlace),
                ])
        }
        let type = request.headers[.contentType] ?? ""
        let mayHoldFiles = type.lowercased().hasPrefix("multipart/form-data")
        // Only files may be long: a form without them stays one.
        let limit = mayHoldFiles ? route.bodyLimitInBytes : min(route.bodyLimitInBytes, Route.formLimit)
        let body = try await collect(request.body, upTo: limit)
        let form =
            mayHoldFiles
            ? Form(multipart: body, contentType: type) : Form(urlEncoded: body.readableBytesView)
        guard let form else { throw Self.incomplete }
        let host = request.head.authority
        guard site.crossSite.accepts(request.headers, host: host, session: session, token: form["jeton"]) else {
            throw Refusal(
                "Cet envoi ne vient pas d’une page de Ruche. Rechargez la page, puis réessayez.", kind: .notAllowed)
        }
        // Only now: what was typed is given back.
        if let wait { throw TooOften(wait: wait, form: form) }
        return form
    }

    private func collect(_ body: RequestBody, upTo limit: Int) async throws -> ByteBuffer {
        let latest = ContinuousClock.now + Self.bodyTimeLimit
        var whole = ByteBuffer()
        do {
            for try await var piece in body {
                guard whole.readableBytes + piece.readableBytes <= limit else {
                    throw Refusal("Cet envoi est trop volumineux.", kind: .tooLarge)
                }
                // One byte now and then would hold the connection for days.
                guard ContinuousClock.now < latest else { throw Self.incomplete }
                whole.writeBuffer(&piece)
            }
            return whole
        } catch let error where error is Refusal || error is CancellationError {
            throw error
        } catch {
            // The body broke off, or isn't HTTP any more: the sender's fault or the network's.
            throw Self.incomplete
        }
    }

    private static let incomplete = Refusal("Cet envoi est arrivé incomplet. Réessayez.")

    private func limit(_ key: String, _ rate: RateLimiter.Rate) throws {
        guard site.limiter.wait(key, rate, at: site.instance.clock.now) == nil else {
            throw Refusal("Trop de demandes à la suite. Réessayez dans un instant.", kind: .tooMany)
        }
    }

    private func signInFirst(_ request: Request, _ form: Form, _ ui: Screen) -> Answer {
        let typed = form.fields {
            !["jeton", "version", "vu", "vu-les-deux", "confirme", "declarer-vu", "envoi"].contains($0)
        }
        // The session ended while somebody wrote: their words are given back.
        if typed.values.contains(where: { $0.count > 20 }) {
            return .page(endedSessionPage(typed, ui), status: .unauthorized)
        }
        let path = request.method == .get ? WebRequest.localPath(request.uri.string) : nil
        return .redirect("/connexion\(path.map { "?suite=\($0.percentEncoded)" } ?? "")")
    }

    /// What went wrong, in words: a refusal as it is; anything else is logged with a reference that the page shows.
    private func explain(_ error: any Error, _ route: Route, _ request: Request, _ ui: Screen) -> Answer {
        func trouble(_ trouble: Trouble) -> Answer {
            let reference = Reference.new()
            log(error, reference, route)
            return errorPage(trouble, reference: reference, ui)
        }
        return switch error {
        case let refusal as Refusal: refusalPage(refusal, ui)
        case let often as TooOften: .page(tooOftenPage(often, request.uri.path, ui), status: .tooManyRequests)
        // Never logged: it holds what must be kept nowhere.
        case let wall as GuardWall: refusalPage(wall.refusal(), ui)
        case let many as ManyCalled: refusalPage(many.refusal(), ui)
        case let error as DatabaseError where error.kind == .connection: trouble(.databaseAway)
        case let error as DatabaseError where error.kind == .full: trouble(.full)
        case let error as DatabaseError where error.kind == .interrupted: trouble(.tookTooLong)
        case is CancellationError: trouble(.tookTooLong)
        default: trouble(.fault)
        }
    }

    private func log(_ error: any Error, _ reference: String, _ route: Route) {
        // Not the address itself: it may hold a secret, or what somebody looked for.
        site.logger.error(
            "a request failed",
            metadata: ["reference": "\(reference)", "route": "\(route.method) /\(route.path)", "cause": "\(error)"])
    }
}

/// A short name for a fault, to say on the telephone: "4F2-118".
enum Reference {
    static func new() -> String {
        let number = Int.random(in: 0..<0xFFF_FFF)
        let text = String(number, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 6 - text.count)) + text
        return "\(padded.prefix(3))-\(padded.dropFirst(3).prefix(3))"
    }
}

/// Language and theme of somebody who is not signed in: their browser's, or what they chose here.
struct Preferences {
    let language: Language
    let theme: Theme

    init(of headers: HTTPFields) {
        var language: Language?
        var theme: Theme?
        for header in headers[values: .cookie] {
            for piece in header.split(separator: ";") {
                let pair = piece.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
                guard pair.count == 2 else { continue }
                if pair[0] == "ruche-langue" { language = Language(rawValue: String(pair[1])) }
                if pair[0] == "ruche-theme" { theme = Theme(rawValue: String(pair[1])) }
            }
        }
        let accepted = headers[.acceptLanguage]?.lowercased() ?? "fr"
        self.language = language ?? (accepted.hasPrefix("en") ? .english : .french)
        self.theme = theme ?? .auto
    }
}
