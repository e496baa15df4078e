import Markup
import Ruche

enum AdministrationRoutes {
    static func add(to routes: inout Routes) {
        routes.get("sante", for: .visitor) { request in
            try await request.view { view in _ = try view.transaction.value("select 1", as: Int.self) }
            return .text("ok\n")
        }

        routes.get("manifeste", for: .visitor) { request in
            .text(try Manifest(request.ui).text(), type: "application/manifest+json")
        }

        routes.get("administration", for: .administrator) { request in
            let model = try await request.view { view in
                (communities: try view.communities.volumes(), mails: try view.mails.latest(50))
            }
            return .page(administrationPage(model.communities, model.mails, request.ui))
        }

        routes.get("courrier", for: .demonstration) { request in
            let mails = try await request.view { try $0.mails.latest(60) }
            return .page(mailboxPage(mails, request.ui))
        }

        routes.get("aide", for: .visitor) { request in .page(helpPage(request.ui)) }
        routes.get("donnees", for: .visitor) { request in
            .page(personalDataPage(request.site.settings.operator, request.ui))
        }
        routes.get("accessibilite", for: .visitor) { request in
            let settings = request.site.settings
            return .page(accessibilityPage(settings.operator, of: settings.url, request.ui))
        }
    }
}
