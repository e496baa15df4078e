import HTTPTypes
import Ruche
import Wording

enum AccountRoutes {
    static func add(to routes: inout Routes) {
        entering(&routes)
        account(&routes)
        PasswordRoutes.add(to: &routes)
        AddressRoutes.add(to: &routes)
        PersonalDataRoutes.add(to: &routes)
    }

    private static func entering(_ routes: inout Routes) {
        routes.get("connexion", for: .visitor) { request in
            if request.visitor != nil { return .seeOther(.start) }
            return .page(signInPage(SignInForm(leadsTo: request.query["suite"]), request.ui))
        }

        // One and the same answer whether or not the address is known.
        routes.post("connexion", for: .visitor) { request in
            var form = SignInForm(leadsTo: request.form["suite"])
            form.email = request.form["courriel"]
            do {
                let email = try EmailAddress(typed: form.email)
                try request.slowDown("link/\(email.rawValue)", .linkPerAccount)
                try request.slowDown("sign-in/\(request.address)", .signInPerAddress)
                let (path, secret) = (WebRequest.localPath(form.leadsTo), request.newSecret())
                try await request.act { try $0.accounts.requestLink(for: email, leadingTo: path, secret: secret) }
                return .seeOther(.signInSent)
            } catch let refusal as Refusal {
                form.refusal = refusal
                return .page(signInPage(form, request.ui), status: refusal.status)
            }
        }

        routes.get("connexion/envoye", for: .visitor) { request in .page(linkSentPage(request.ui)) }

        // Opening the link signs nobody in: scanners open links too. Only the button does.
        routes.get("connexion/lien/:secret", for: .visitor) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            let state = try await request.view { try $0.accounts.state(of: secret) }
            return .page(linkPage(secret, state, nil, request.ui))
        }

        routes.post("connexion/lien/:secret", for: .visitor) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            try request.slowDown("sign-in/\(request.address)", .signInPerAddress)
            let (session, device) = (request.newSecret(), request.device)
            let isOwn = request.form.has("mon-appareil")
            do {
                let path = try await request.act {
                    try $0.accounts.signIn(with: secret, session: session, device: device, isOwnDevice: isOwn)
                }
                return .with(
                    cookies: [request.site.cookies.opening(session, isOwnDevice: isOwn)], .redirect(path ?? "/"))
            } catch let refusal as Refusal {
                let state = try await request.view { try $0.accounts.state(of: secret) }
                return .page(linkPage(secret, state, refusal, request.ui), status: refusal.status)
            }
        }

        routes.post("connexion/demo", for: .demonstration) { request in
            let role = request.form["role"]
            let (session, device) = (request.newSecret(), request.device)
            let slug = try await request.act { act in
                guard let found = try act.view.accounts.demonstrationPerson(role) else { throw Refusal.notFound }
                try act.accounts.open(session, for: found.person, device: device, isOwnDevice: false)
                return found.slug
            }
            return .with(
                cookies: [request.site.cookies.opening(session, isOwnDevice: false)],
                .redirect(slug.map { Link.community($0).path(in: nil) } ?? "/"))
        }

        routes.post("deconnexion", for: .account) { request in
            guard let session = request.visitor?.session else { throw Refusal.notFound }
            try await request.act { try $0.accounts.end(session) }
            return .with(cookies: [request.site.cookies.closing], .seeOther(.signIn, flash: .signedOut))
        }
    }

    private static func account(_ routes: inout Routes) {
        routes.get("moi", for: .account) { request in
            guard let visitor = request.visitor else { throw Refusal.notFound }
            let model = try await request.view { try AccountOnPage($0, visitor.person.id) }
            return .page(accountPage(visitor, model, request.ui))
        }

        routes.post("moi/sessions/autres", for: .account) { request in
            guard let session = request.visitor?.session else { throw Refusal.notFound }
            try await request.act { try $0.accounts.endOthers(than: session) }
            return .seeOther(.account, flash: .sessionEnded)
        }

        routes.post("moi/sessions/:id/fin", for: .account) { request in
            let id = try request.id(Session.self)
            try await request.act { try $0.accounts.end(id) }
            guard id != request.visitor?.session else {
                return .with(cookies: [request.site.cookies.closing], .seeOther(.signIn, flash: .signedOut))
            }
            return .seeOther(.account, flash: .sessionEnded)
        }

        routes.post("moi/nom", for: .account) { request in
            guard let visitor = request.visitor else { throw Refusal.notFound }
            let name = request.form["nom"]
            do {
                try await request.act { try $0.accounts.rename(name) }
                return .seeOther(.account, flash: .kept)
            } catch let refusal as Refusal where refusal.field != nil {
                var model = try await request.view { try AccountOnPage($0, visitor.person.id) }
                (model.name, model.refusal) = (name, refusal)
                return .page(accountPage(visitor, model, request.ui), status: refusal.status)
            }
        }

        routes.post("moi/fuseau", for: .account) { request in
            let zone = request.form["fuseau"]
            try await request.act { try $0.accounts.choose(zone: zone.isEmpty ? nil : zone) }
            return .seeOther(.account, flash: .kept)
        }

        routes.post("preferences/apparence", for: .visitor) { request in
            guard let theme = Theme(rawValue: request.form["theme"]) else { throw Refusal.notFound }
            if request.visitor != nil { try await request.act { try $0.accounts.choose(theme: theme) } }
            return .with(
                cookies: [request.preference("ruche-theme", theme.rawValue)],
                .redirect(WebRequest.localPath(request.form["retour"]) ?? "/"))
        }

        routes.post("preferences/langue", for: .visitor) { request in
            guard let language = Language(rawValue: request.form["langue"]) else { throw Refusal.notFound }
            if request.visitor != nil { try await request.act { try $0.accounts.choose(language: language) } }
            return .with(
                cookies: [request.preference("ruche-langue", language.rawValue)],
                .redirect(WebRequest.localPath(request.form["retour"]) ?? "/"))
        }
    }
}

extension WebRequest {
    /// Refuses what comes too often: guesses, and letters that somebody else would receive.
    func slowDown(_ key: String, _ rate: RateLimiter.Rate) throws(Refusal) {
        guard let wait = site.limiter.wait(key, rate, at: site.instance.clock.now) else { return }
        let minutes = max(1, Int((wait.hours * 60).rounded(.up)))
        throw Refusal("Trop de demandes à la suite. Réessayez dans %@ min.", String(minutes), kind: .tooMany)
    }

    /// What a browser remembers of somebody who is not signed in. Nothing secret: no `HttpOnly` needed, yet given.
    func preference(_ name: String, _ value: String) -> String {
        "\(name)=\(value); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly" + (site.isSecure ? "; Secure" : "")
    }
}

extension Refusal {
    var status: HTTPResponse.Status {
        switch kind {
        case .notAllowed: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .invalid: .unprocessableContent
        case .tooMany: .tooManyRequests
        case .tooLarge: .contentTooLarge
        }
    }
}
