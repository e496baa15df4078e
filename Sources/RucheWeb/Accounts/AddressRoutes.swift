import Ruche

enum AddressRoutes {
    static func add(to routes: inout Routes) {
        routes.get("moi/adresse", for: .account) { request in
            .page(addressPage(try await form(request), request.ui))
        }

        routes.post("moi/adresse", for: .account) { request in
            guard let visitor = request.visitor else { throw Refusal.notFound }
            let typed = request.form["courriel"]
            do {
                try request.slowDown("address/\(visitor.person.id)", .linkPerAccount)
                let (old, new) = (request.newSecret(), request.newSecret())
                try await request.act {
                    try $0.accounts.changeAddress(to: typed, in: visitor.session, old: old, new: new)
                }
                return .seeOther(.account, flash: .addressAsked)
            } catch let refusal as Refusal {
                var form = try await form(request)
                (form.typed, form.refusal) = (typed, refusal)
                return .page(addressPage(form, request.ui), status: refusal.status)
            }
        }

        routes.post("moi/adresse/annuler", for: .account) { request in
            try await request.act { try $0.accounts.dropAddressChange() }
            return .seeOther(.account, flash: .addressDropped)
        }

        // Opening the letter's link changes nothing: scanners open links too. Only the button does.
        routes.get("adresse/:secret", for: .visitor) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            let shown = try await request.view { try $0.accounts.addressChange(secret) }
            return .page(
                confirmAddressPage(secret, shown?.change, isOldMailbox: shown?.isOldMailbox ?? false, request.ui))
        }

        routes.post("adresse/:secret", for: .visitor) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            let isDone = try await request.act { try $0.accounts.confirmAddress(secret) }
            return .page(addressConfirmedPage(isDone: isDone, request.ui))
        }

        routes.post("adresse/:secret/refuser", for: .visitor) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            try await request.act { try $0.accounts.refuseAddress(secret) }
            return .page(addressRefusedPage(request.ui))
        }
    }

    private static func form(_ request: WebRequest) async throws -> AddressForm {
        guard let visitor = request.visitor else { throw Refusal.notFound }
        return try await request.view { view in
            AddressForm(
                email: visitor.person.email,
                hasPassword: try view.accounts.passwordChosenAt(by: visitor.person.id) != nil,
                isFresh: try view.accounts.isFresh(visitor.session))
        }
    }
}
