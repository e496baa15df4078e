import Documents
import NIOCore
import NIOPosix
import Ruche

enum PersonalDataRoutes {
    static func add(to routes: inout Routes) {
        routes.get("moi/donnees", for: .account) { request in
            .page(ownDataPage(try await model(request), request.ui))
        }

        routes.post("moi/donnees", for: .account) { request in
            try await request.act { try $0.dataCopies.ask() }
            return .seeOther(.ownData, flash: .dataAsked)
        }

        routes.get("moi/donnees/copie", for: .account) { request in
            let data = try PersonalData(json: try await request.view { try $0.dataCopies.json() })
            return .page(dataCopyPage(data, request.ui))
        }

        routes.get("moi/donnees/copie.json", for: .account) { request in
            let json = try await request.view { try $0.dataCopies.json() }
            return .file(ByteBuffer(string: json), name: "ruche-mes-donnees.json", type: "application/json")
        }

        routes.get("moi/donnees/copie.zip", for: .account) { request in
            let json = try await request.view { try $0.dataCopies.json() }
            let (ui, files, style) = (request.ui, request.site.files, request.site.assets.documentStyle)
            // Reading it takes the processor for a while: on threads that pages do not need.
            let folder = try await NIOThreadPool.singleton.runIfActive {
                let data = try PersonalData(json: json)
                var folder = PackedFolder()
                folder.add("mes-donnees.json", json)
                folder.add("mes-donnees.html", String(buffer: dataCopyDocument(data, style: style, ui).buffer))
                for file in data.files { folder.add(file.path) { try files.find(file.sha256) } }
                return folder
            }
            let archive = try await folder.zip(listing: missingFiles(ui))
            return .file(ByteBuffer(bytes: archive), name: "ruche-mes-donnees.zip", type: "application/zip")
        }

        routes.get("moi/effacer", for: .account) { request in
            .page(erasingPage(try await erasingForm(request), request.ui))
        }

        routes.post("moi/effacer", for: .account) { request in
            guard let session = request.visitor?.session else { throw Refusal.notFound }
            var form = try await erasingForm(request)
            form.texts = OwnTexts(rawValue: request.form["textes"]) ?? .keep
            do {
                guard request.form.has("compris") else {
                    throw Refusal("Cochez la case pour confirmer : cela ne se défait pas.", field: "compris")
                }
                let (texts, number) = (form.texts, request.newSecret())
                let done = try await request.act { try $0.eraseSelf(texts, receipt: number, in: session) }
                for file in done.files { try request.site.files.remove(file) }
                return .with(
                    cookies: [request.site.cookies.closing], .page(erasedPage(done.receipt, request.ui.unsigned)))
            } catch let refusal as Refusal {
                form.refusal = refusal
                return .page(erasingPage(form, request.ui), status: refusal.status)
            }
        }
    }

    private static func model(_ request: WebRequest) async throws -> OwnDataOnPage {
        try await request.view { OwnDataOnPage(copy: try $0.dataCopies.current()) }
    }

    private static func erasingForm(_ request: WebRequest) async throws -> ErasingForm {
        guard let visitor = request.visitor else { throw Refusal.notFound }
        return try await request.view { view in
            ErasingForm(
                email: visitor.person.email,
                hasPassword: try view.accounts.passwordChosenAt(by: visitor.person.id) != nil,
                isFresh: try view.accounts.isFresh(visitor.session))
        }
    }
}
