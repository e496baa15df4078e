import Persistence
import Ruche

enum LaunchRoutes {
    static func add(to routes: inout Routes) {
        reading(&routes)
        writing(&routes)
        lists(&routes)
    }

    private static func reading(_ routes: inout Routes) {
        routes.get("c/:community/mise-en-place", for: .member) { request in
            .page(pathPage(try await overview(request), LaunchForm(), request.ui))
        }

        routes.get("c/:community/mise-en-place/dossier", for: .observer) { request in
            .page(dossierPage(try await request.view { try Dossier($0) }, request.ui))
        }

        routes.get("c/:community/mise-en-place/lettre", for: .member) { request in
            .page(supportLetterPage(try await request.view { try Dossier($0) }, request.ui))
        }

        routes.get("c/:community/mise-en-place/fiche", for: .member) { request in
            let address = request.site.settings.url + request.ui.path(.home)
            return .page(quickStartPage(try await request.view { try Dossier($0) }, address: address, request.ui))
        }

        routes.get("c/:community/mise-en-place/:step", for: .member) { request in
            let step = try request.step()
            let model = try await request.view { try StepOnPage(step, $0) }
            return .page(stepPage(model, StepForm(model), request.ui))
        }
    }

    private static func writing(_ routes: inout Routes) {
        routes.post("c/:community/mise-en-place/lancer", for: .facilitator) { request in
            var form = LaunchForm()
            for marker in Marker.allCases { form.sentences[marker] = request.form[marker.rawValue].line() }
            do {
                let sentences = form.sentences
                try await request.act { try $0.preparation.launch(sentences) }
                return .seeOther(.launch, flash: .launched)
            } catch let refusal as Refusal where refusal.field != nil {
                form.refusal = refusal
                return .page(pathPage(try await overview(request), form, request.ui), status: refusal.status)
            }
        }

        routes.post("c/:community/mise-en-place/calendrier", for: .facilitator) { request in
            let (title, reason) = (
                request.ui("Rencontre de la communauté"), request.ui("Le rythme de la communauté a changé.")
            )
            return try await answer(
                request, .meetings, nil, success: .seeOther(.step(.meetings), flash: .calendarFixed)
            ) {
                try $0.preparation.applyCalendar(title: title, reason: reason)
            }
        }

        routes.post("c/:community/mise-en-place/:step", for: .facilitator) { request in
            let step = try request.step()
            let form = StepForm(step, request.form)
            return try await answer(request, step, form, success: .seeOther(.step(step), flash: .kept)) { act in
                try act.preparation.keep(
                    step, form.values, readiness: form.readiness, core: form.core, rules: form.rules, from: form.version
                )
            }
        }

        routes.post("c/:community/mise-en-place/:step/faite", for: .facilitator) { request in
            let step = try request.step()
            let sentence = request.form.has("reprendre") ? nil : request.form["phrase"]
            let success: Answer = .seeOther(.launch, flash: sentence == nil ? .kept : .stepDone)
            return try await answer(request, step, nil, success: success) {
                try $0.preparation.consider(step, sentence)
            }
        }
    }

    private static func lists(_ routes: inout Routes) {
        routes.post("c/:community/mise-en-place/canaux", for: .facilitator) { request in
            let form = request.form
            return try await answer(request, .needs, nil, success: .seeOther(.step(.needs), flash: .added)) {
                try $0.preparation.addChannel(form["canal"], lacks: form["manque"])
            }
        }
        routes.post("c/:community/mise-en-place/profils", for: .facilitator) { request in
            let form = request.form
            return try await answer(request, .members, nil, success: .seeOther(.step(.members), flash: .added)) {
                try $0.preparation.addTarget(
                    profession: form["metier"], setting: form["lieu"], territory: form["territoire"],
                    wanted: Int(form["combien"]) ?? 0)
            }
        }
        routes.post("c/:community/mise-en-place/profils/:id/renoncer", for: .facilitator) { request in
            guard let id = Int64(request.parameter("id")) else { throw Refusal.notFound }
            let sentence = request.form["phrase"]
            try await request.act { try $0.preparation.waive(id, sentence) }
            return .seeOther(.step(.members), flash: .kept)
        }
        routes.post("c/:community/mise-en-place/documents", for: .facilitator) { request in
            let form = request.form
            return try await answer(request, .resources, nil, success: .seeOther(.step(.resources), flash: .added)) {
                try $0.preparation.addResource(
                    title: form["titre"], address: form["lien"], licence: form["licence"], reviewOn: form["relecture"],
                    need: Need.ID(form["besoin"]))
            }
        }
        routes.post("c/:community/mise-en-place/indicateurs", for: .facilitator) { request in
            let form = request.form
            return try await answer(request, .evaluation, nil, success: .seeOther(.step(.evaluation), flash: .added)) {
                try $0.preparation.plan(
                    form["indicateur"], definition: form["definition"], source: form["source"],
                    baseline: form["depart"],
                    target: form["cible"], reader: form["lecteur"], dueOn: form["pour-le"])
            }
        }
        routes.post("c/:community/mise-en-place/lignes/:list/:id/retirer", for: .facilitator) { request in
            guard let list = PreparationActs.List(rawValue: request.parameter("list")),
                let id = Int64(request.parameter("id"))
            else { throw Refusal.notFound }
            try await request.act { try $0.preparation.remove(id, from: list) }
            return .seeOther(.step(list.step), flash: .removed)
        }
    }

    private static func overview(_ request: WebRequest) async throws -> PathOnPage {
        try await request.view { try PathOnPage($0) }
    }

    /// An act of a step's page; refused, the page comes back as it was typed.
    private static func answer(
        _ request: WebRequest, _ step: Step, _ typed: StepForm?, success: Answer,
        _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws -> Answer {
        do {
            try await request.act(body)
            return success
        } catch let refusal as Refusal where refusal.field != nil {
            let model = try await request.view { try StepOnPage(step, $0) }
            var form = typed ?? StepForm(model)
            form.refusal = refusal
            form.lines = request.form
            return .page(stepPage(model, form, request.ui), status: refusal.status)
        } catch is StepConflict {
            let model = try await request.view { try StepOnPage(step, $0) }
            var form = typed ?? StepForm(model)
            form.isConflict = true
            form.version = model.preparation.versions[step] ?? 0
            return .page(stepPage(model, form, request.ui), status: .conflict)
        }
    }
}

extension WebRequest {
    func step() throws(Refusal) -> Step {
        guard let number = Int(parameter("step")), let step = Step(rawValue: number) else { throw .notFound }
        return step
    }
}

extension Link {
    static let launch = Link.inside("/mise-en-place")
    static let dossier = Link.inside("/mise-en-place/dossier")
    static let supportLetter = Link.inside("/mise-en-place/lettre")
    static let quickStart = Link.inside("/mise-en-place/fiche")
    static let launchNow = Link.inside("/mise-en-place/lancer")
    static func step(_ step: Step) -> Link { .inside("/mise-en-place/\(step.rawValue)") }
    static let applyCalendar = Link.inside("/mise-en-place/calendrier")
    static func considerDone(_ step: Step) -> Link { .inside("/mise-en-place/\(step.rawValue)/faite") }
    static func list(_ list: PreparationActs.List) -> Link { .inside("/mise-en-place/\(list.rawValue)") }
    static func removeLine(_ list: PreparationActs.List, _ id: Int64) -> Link {
        .inside("/mise-en-place/lignes/\(list.rawValue)/\(id)/retirer")
    }
    static func waive(_ id: Int64) -> Link { .inside("/mise-en-place/profils/\(id)/renoncer") }
}
