import NIOPosix
import Ruche

enum PasswordRoutes {
    static func add(to routes: inout Routes) {
        // The same answer, after the same time, for a wrong password and for an address that has none.
        routes.post("connexion/mot-de-passe", for: .visitor) { request in
            var form = SignInForm(leadsTo: request.form["suite"])
            (form.email, form.isByPassword) = (request.form["courriel"], true)
            do {
                let email = try EmailAddress(typed: form.email)
                try request.slowDown("password/\(email.rawValue)", .passwordPerAccount)
                try request.slowDown("sign-in/\(request.address)", .signInPerAddress)
                return try await enter(email, request)
            } catch let refusal as Refusal {
                form.refusal = refusal
                return .page(signInPage(form, request.ui), status: refusal.status)
            }
        }

        routes.get("moi/mot-de-passe", for: .account) { request in
            .page(passwordPage(try await passwordForm(request), request.ui))
        }

        routes.post("moi/mot-de-passe", for: .account) { request in
            guard let visitor = request.visitor else { throw Refusal.notFound }
            let password = Password(typed: request.form["nouveau"])
            do {
                try request.slowDown("password/\(visitor.person.email.rawValue)", .passwordPerAccount)
                let places = try await request.view { try $0.accounts.places(of: visitor.person.id) }
                try password.check(for: visitor.person, in: places, against: request.site.knownPasswords)
                let hash = try await slowly {
                    var random = SystemRandomNumberGenerator()
                    return try PasswordHash(password, &random)
                }
                try await request.act { try $0.accounts.choose(hash, in: visitor.session) }
                return .seeOther(.account, flash: .passwordChosen)
            } catch let refusal as Refusal {
                var form = try await passwordForm(request)
                form.refusal = refusal
                return .page(passwordPage(form, request.ui), status: refusal.status)
            }
        }

        routes.post("moi/mot-de-passe/retirer", for: .account) { request in
            guard let session = request.visitor?.session else { throw Refusal.notFound }
            try await request.act { try $0.accounts.forgetPassword(in: session) }
            return .seeOther(.account, flash: .passwordRemoved)
        }
    }

    private static func enter(_ email: EmailAddress, _ request: WebRequest) async throws -> Answer {
        let password = Password(typed: request.form["mot-de-passe"])
        let known = try await request.view { try $0.accounts.password(of: email) }
        let hash = known?.hash ?? .ofNobody
        let matches = try await slowly { hash.matches(password) }
        guard let known, matches else { throw AccountActs.unknownPassword }
        let (session, device) = (request.newSecret(), request.device)
        let (isOwn, before) = (request.form.has("mon-appareil"), request.visitor)
        try await request.act { act in
            try act.accounts.signIn(
                known.person, knowing: hash, session: session, device: device, isOwnDevice: isOwn)
            // Whoever shows again that it is them does not leave the session before open behind.
            if let before, before.person.id == known.person { try act.accounts.end(before.session) }
        }
        return .with(
            cookies: [request.site.cookies.opening(session, isOwnDevice: isOwn)],
            .redirect(WebRequest.localPath(request.form["suite"]) ?? "/"))
    }

    /// Hashing is slow on purpose: on threads that neither pages nor the database need.
    private static func slowly<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await NIOThreadPool.singleton.runIfActive(body)
    }

    private static func passwordForm(_ request: WebRequest) async throws -> PasswordForm {
        guard let visitor = request.visitor else { throw Refusal.notFound }
        return try await request.view { view in
            PasswordForm(
                email: visitor.person.email, chosenAt: try view.accounts.passwordChosenAt(by: visitor.person.id),
                isFresh: try view.accounts.isFresh(visitor.session))
        }
    }
}
