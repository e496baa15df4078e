import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOPosix

/// The web face, ready to run: the routes of every room behind one dispatcher.
package struct WebServer: Sendable {
    package let site: Site
    let routes: Routes

    package init(_ site: Site) { (self.site, routes) = (site, Self.table) }

    /// Every way in, in the order of the rooms.
    package static var table: Routes {
        var routes = Routes()
        AccountRoutes.add(to: &routes)
        AdministrationRoutes.add(to: &routes)
        ShortcutRoutes.add(to: &routes)
        CommunityRoutes.add(to: &routes)
        LaunchRoutes.add(to: &routes)
        CharterRoutes.add(to: &routes)
        NeedRoutes.add(to: &routes)
        SurveyRoutes.add(to: &routes)
        ObjectiveRoutes.add(to: &routes)
        DecisionRoutes.add(to: &routes)
        MeetingRoutes.add(to: &routes)
        QuestionRoutes.add(to: &routes)
        FileRoutes.add(to: &routes)
        LiveRoutes.add(to: &routes)
        MovingRoutes.add(to: &routes)
        ReshapingRoutes.add(to: &routes)
        ArrangingRoutes.add(to: &routes)
        PrivateTalkRoutes.add(to: &routes)
        PromiseRoutes.add(to: &routes)
        ExchangeRoutes.add(to: &routes)
        AnonymousRoutes.add(to: &routes)
        ConversationRoutes.add(to: &routes)
        TopicRoutes.add(to: &routes)
        FrontPageRoutes.add(to: &routes)
        SalonRoutes.add(to: &routes)
        LifeRoutes.add(to: &routes)
        EvaluationRoutes.add(to: &routes)
        SearchRoutes.add(to: &routes)
        SynonymRoutes.add(to: &routes)
        AcquaintanceRoutes.add(to: &routes)
        TransferRoutes.add(to: &routes)
        SafetyRoutes.add(to: &routes)
        WordRuleRoutes.add(to: &routes)
        AnnouncementRoutes.add(to: &routes)
        DriftRoutes.add(to: &routes)
        FacilitationRoutes.add(to: &routes)
        return routes
    }

    func router() -> Router<WebContext> {
        let dispatcher = Dispatcher(site: site)
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: Nowhere(dispatcher: dispatcher))
        for route in routes.all {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                await dispatcher.respond(route, request, context)
            }
        }
        router.get("**") { request, context in await dispatcher.respondNowhere(request, context) }
        return router
    }

    /// - Parameter port: 0 takes a free one.
    package func application(host: String, port: Int, onStart: @escaping @Sendable (Int) async -> Void = { _ in })
        -> some ApplicationProtocol
    {
        Application(
            router: router(),
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil, backlog: 1_024),
            onServerRunning: { channel in await onStart(channel.localAddress?.port ?? port) },
            // One loop for two cores: the same throughput as two, and a shorter tail (measured).
            eventLoopGroupProvider: .shared(
                MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 2))),
            logger: site.logger)
    }
}

/// A plain page where the router knows no such address or no such method.
private struct Nowhere: RouterMiddleware {
    let dispatcher: Dispatcher

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return await dispatcher.respondNowhere(request, context)
        }
    }
}
