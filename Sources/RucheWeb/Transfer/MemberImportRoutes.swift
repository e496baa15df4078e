import NIOCore
import Ruche

enum MemberImportRoutes {
    static func add(to routes: inout Routes) {
        begin(&routes)
        act(&routes)
    }

    private static func begin(_ routes: inout Routes) {
        routes.get("c/:community/invitations/listes", for: .facilitator) { request in
            .page(memberImportsPage(try await open(request), text: "", nil, request.ui))
        }

        routes.post("c/:community/invitations/listes", for: .facilitator, takesFile: true) { request in
            let typed = request.form["lignes"]
            do {
                let file = request.form.files["fichier"]?.first
                let bytes = file.map { Array($0.bytes.readableBytesView) } ?? Array(typed.utf8)
                guard !bytes.isEmpty else {
                    throw Refusal("Choisissez un fichier, ou collez des lignes.", field: "fichier")
                }
                let list = try await MemberList.read(bytes)
                let name = file?.name ?? request.ui("Lignes collées")
                let id = try await request.act { try $0.memberImports.begin(list, file: name) }
                return .seeOther(.memberImport(id))
            } catch let refusal as Refusal where refusal.field == "fichier" {
                return .page(
                    memberImportsPage(try await open(request), text: typed, refusal, request.ui),
                    status: refusal.status)
            }
        }

        routes.get("c/:community/invitations/listes/:id", for: .facilitator) { request in
            let id = try request.id(MemberImport.self)
            let model = try await request.view { try MemberImportOnPage(id, $0) }
            return .page(memberImportPage(model, request.ui))
        }

        routes.get("c/:community/invitations/listes/:id/erreurs.csv", for: .facilitator) { request in
            let id = try request.id(MemberImport.self)
            let model = try await request.view { try MemberImportOnPage(id, $0) }
            return .file(
                ByteBuffer(string: errors(model, request.ui)), name: "erreurs.csv", type: "text/csv; charset=utf-8")
        }
    }

    private static func open(_ request: WebRequest) async throws -> [(id: MemberImport.ID, file: String, at: String)] {
        let ui = request.ui
        return try await request.view { view in
            try view.memberImports.open().map { (id: $0.id, file: $0.file, at: ui.relative($0.at)) }
        }
    }

    /// The same rows, as they came, and why each was left aside.
    private static func errors(_ model: MemberImportOnPage, _ ui: Screen) -> String {
        let list = model.list.list
        let wrong = zip(list.rows, model.people).filter { $0.1.problem != nil }
        return semicolonTable(
            [list.headings + ["erreur"]]
                + wrong.map { row, person in
                    list.headings.indices.map { row[$0] } + [ui.sentence(of: person.problem)]
                })
    }

    private static func act(_ routes: inout Routes) {
        routes.post("c/:community/invitations/listes/:id", for: .facilitator) { request in
            let id = try request.id(MemberImport.self)
            var reading = ListReading(columns: [])
            while request.form.has("colonne-\(reading.columns.count)") {
                let typed = request.form["colonne-\(reading.columns.count)"]
                reading.columns.append(PersonColumn(rawValue: typed) ?? .ignored)
            }
            (reading.reason, reading.takesRoles) = (request.form["raison"], request.form.has("roles"))
            reading.order = NameOrder(rawValue: request.form["ordre"])
            do {
                try await request.act { [reading] in try $0.memberImports.read(id, as: reading) }
                return .seeOther(.memberImport(id), flash: .listRead)
            } catch let refusal as Refusal where refusal.field != nil {
                var model = try await request.view { try MemberImportOnPage(id, $0) }
                (model.reading, model.refusal) = (reading, refusal)
                return .page(memberImportPage(model, request.ui), status: refusal.status)
            }
        }

        routes.post("c/:community/invitations/listes/:id/preparer", for: .facilitator) { request in
            let id = try request.id(MemberImport.self)
            try await request.act { try $0.memberImports.prepare(id) }
            return .seeOther(.memberImport(id), flash: .invitationsPrepared)
        }

        routes.post("c/:community/invitations/listes/:id/envoyer", for: .facilitator) { request in
            let id = try request.id(MemberImport.self)
            try await request.act { try $0.memberImports.send(id, makeSecret: request.newSecret) }
            return .seeOther(.memberImport(id), flash: .invitationsSent)
        }

        routes.post("c/:community/invitations/listes/:id/oublier", for: .facilitator) { request in
            let id = try request.id(MemberImport.self)
            try await request.act { try $0.memberImports.forget(id) }
            return .seeOther(.memberImports, flash: .listForgotten)
        }
    }
}
