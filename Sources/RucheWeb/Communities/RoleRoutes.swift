import Ruche

enum RoleRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/roles", for: .inside) { request in
            let model = try await request.view { try RolesOnPage($0) }
            return .page(rolesPage(model, FunctionForm(), request.ui))
        }

        routes.post("c/:community/roles", for: .member) { request in
            guard let function = Function(rawValue: request.form["fonction"]) else { throw Refusal.notFound }
            var form = FunctionForm()
            (form.function, form.member, form.until) = (function, request.form["membre"], request.form["jusqu-au"])
            let (member, until) = (Member.ID(form.member), form.until)
            return try await answer(request, form, flash: .functionTaken) {
                try $0.mandates.take(function, for: member, until: until)
            }
        }

        routes.post("c/:community/roles/passer-la-main", for: .facilitator) { request in
            var form = FunctionForm()
            (form.successor, form.words) = (request.form["a-qui"], request.form["mot"])
            let (successor, words) = (Member.ID(form.successor), form.words)
            return try await answer(request, form, flash: .handedOver) { act in
                guard let successor else { throw Refusal("Choisissez un membre.", field: "a-qui") }
                try act.mandates.handOver(to: successor, words: words)
            }
        }

        routes.post("c/:community/roles/:id/rendre", for: .member) { request in
            let id = try request.id(Mandate.self)
            try await request.act { try $0.mandates.end(id) }
            return .seeOther(.roles, flash: .functionEnded)
        }

        routes.post("c/:community/roles/:id/renouveler", for: .facilitator) { request in
            let id = try request.id(Mandate.self)
            try await request.act { try $0.mandates.renew(id) }
            return .seeOther(.roles, flash: .termRenewed)
        }

        routes.get("c/:community/journal", for: .member) { request in
            let before = Int64(request.query["avant"])
            let lines = try await request.view { try $0.auditLog.page(before: before) }
            return .page(auditPage(lines, isFirst: before == nil, request.ui))
        }
    }

    /// An act of the page; refused, the page comes back as it was typed.
    private static func answer(
        _ request: WebRequest, _ form: FunctionForm, flash: Flash, _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws -> Answer {
        do {
            try await request.act(body)
            return .seeOther(.roles, flash: flash)
        } catch let refusal as Refusal where refusal.field != nil {
            var form = form
            form.refusal = refusal
            let model = try await request.view { try RolesOnPage($0) }
            return .page(rolesPage(model, form, request.ui), status: refusal.status)
        }
    }
}
