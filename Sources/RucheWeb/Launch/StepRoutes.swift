import Documents
import Foundation
import NIOCore
import Persistence
import Ruche

enum LaunchRoutes {
    static func add(to routes: inout Routes) {
        reading(&routes)
        writing(&routes)
        lists(&routes)
        besides(&routes)
        SelfCheckRoutes.add(to: &routes)
    }

    private static func reading(_ routes: inout Routes) {
        routes.get("c/:community/mise-en-place", for: .member) { request in
            .page(pathPage(try await overview(request), LaunchForm(), request.ui))
        }

        routes.get("c/:community/mise-en-place/dossier", for: .observer) { request in
            .page(dossierPage(try await request.view { try Dossier($0) }, request.ui))
        }

        routes.get("c/:community/mise-en-place/dossier.pdf", for: .observer) { request in
            try request.slowDown("document/\(request.visitor?.session.description ?? "")", .documents)
            let dossier = try await request.view { try Dossier($0) }
            do {
                let bytes = try await dossierPDF(dossier, request.ui)
                return .file(
                    ByteBuffer(bytes: bytes), name: "dossier-\(request.ui.slug ?? "").pdf", type: "application/pdf")
            } catch is PrintedDocument.NotMade {
                throw Refusal("Le PDF n’a pas pu être fait. Imprimez la page depuis votre navigateur.", kind: .conflict)
            }
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
            // The community's documents stand there.
            if step == .resources { request.noteView(.document) }
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

        routes.post("c/:community/mise-en-place/calendrier", for: .core) { request in
            let (title, reason) = (
                request.ui("Rencontre de la communauté"), request.ui("Le rythme de la communauté a changé.")
            )
            return try await answer(
                request, .meetings, nil, success: .seeOther(.step(.meetings), flash: .calendarFixed)
            ) {
                try $0.preparation.applyCalendar(title: title, reason: reason)
            }
        }

        routes.post("c/:community/mise-en-place/:step", for: .core) { request in
            let step = try request.step()
            let form = StepForm(step, request.form)
            if request.form["auto"] == "1" { return try await autosave(request, step, form) }
            return try await answer(request, step, form, success: .seeOther(.step(step), flash: .kept)) { act in
                try act.preparation.keep(
                    step, form.values, readiness: form.readiness, core: form.core, rules: form.rules,
                    followUp: form.followUp, from: form.version)
            }
        }

        routes.post("c/:community/mise-en-place/:step/faite", for: .core) { request in
            let step = try request.step()
            let sentence = request.form.has("reprendre") ? nil : request.form["phrase"]
            let success: Answer = .seeOther(.launch, flash: sentence == nil ? .kept : .stepDone)
            return try await answer(request, step, nil, success: success) {
                try $0.preparation.consider(step, sentence)
            }
        }
    }

    private static func lists(_ routes: inout Routes) {
        routes.post("c/:community/mise-en-place/canaux", for: .core) { request in
            let form = request.form
            return try await answer(request, .needs, nil, success: .seeOther(.step(.needs), flash: .added)) {
                try $0.preparation.addChannel(form["canal"], lacks: form["manque"])
            }
        }
        routes.post("c/:community/mise-en-place/profils", for: .core) { request in
            let form = request.form
            return try await answer(request, .members, nil, success: .seeOther(.step(.members), flash: .added)) {
                try $0.preparation.addTarget(
                    profession: form["metier"], setting: form["lieu"], territory: form["territoire"],
                    wanted: Int(form["combien"]) ?? 0)
            }
        }
        routes.post("c/:community/mise-en-place/profils/:id/renoncer", for: .core) { request in
            guard let id = Int64(request.parameter("id")) else { throw Refusal.notFound }
            let sentence = request.form.has("reprendre") ? nil : request.form["phrase"]
            return try await answer(request, .members, nil, success: .seeOther(.step(.members), flash: .kept)) {
                try $0.preparation.waive(id, sentence)
            }
        }
        routes.post("c/:community/mise-en-place/documents", for: .core) { request in
            let form = request.form
            return try await answer(request, .resources, nil, success: .seeOther(.step(.resources), flash: .added)) {
                try $0.preparation.addResource(
                    title: form["titre"], address: form["lien"], licence: form["licence"], reviewOn: form["relecture"],
                    need: Need.ID(form["besoin"]))
            }
        }
        routes.post("c/:community/mise-en-place/indicateurs", for: .core) { request in
            let draft = PlanDraft(request.form)
            return try await answer(request, .evaluation, nil, success: .seeOther(.step(.evaluation), flash: .added)) {
                try $0.preparation.plan(draft)
            }
        }
        routes.post("c/:community/mise-en-place/indicateurs/:id", for: .core) { request in
            guard let id = Int64(request.parameter("id")) else { throw Refusal.notFound }
            let draft = PlanDraft(request.form)
            return try await answer(request, .evaluation, nil, success: .seeOther(.step(.evaluation), flash: .kept)) {
                try $0.preparation.changePlan(id, draft)
            }
        }
        routes.post("c/:community/mise-en-place/lignes/:list/:id/retirer", for: .core) { request in
            guard let list = PreparationActs.List(rawValue: request.parameter("list")),
                let id = Int64(request.parameter("id"))
            else { throw Refusal.notFound }
            try await request.act { try $0.preparation.remove(id, from: list) }
            return .seeOther(.step(list.step), flash: .removed)
        }
    }

    /// Kept while somebody writes: what is wrong waits for the button.
    private static func autosave(_ request: WebRequest, _ step: Step, _ form: StepForm) async throws -> Answer {
        struct Said: Encodable { let version: Int?, said: String }
        var said: Said
        do {
            let (version, now) = try await request.act { act in
                // The promise of a group is not changed by half a number: its rules wait for the button.
                try act.preparation.keep(
                    step, form.values, readiness: form.readiness, core: form.core, followUp: form.followUp,
                    from: form.version)
                let rules = try act.view.preparation.followedRules()
                return (try act.view.preparation.current().versions[step], rules)
            }
            let kept = request.ui("Gardé à %@", request.ui.time(request.ui.now))
            let typed = form.rules.map { request.ui.words(of: $0) } ?? []
            let waiting = zip(request.ui.words(of: now), typed).filter { $0.1 != $1.1 }
                .map { now, _ in request.ui.name(of: now.0) }
            said = Said(
                version: version,
                said: waiting.isEmpty
                    ? kept
                    : kept + ". " + request.ui("Attend le bouton : %@.", request.ui.words.list(waiting)))
        } catch let refusal as Refusal where refusal.field != nil {
            said = Said(version: nil, said: refusal(request.ui.words))
        } catch is StepConflict {
            said = Said(
                version: nil,
                said: request.ui("Quelqu’un d’autre a gardé cette étape : gardez la vôtre pour voir les deux."))
        }
        let json = String(decoding: try JSONEncoder().encode(said), as: UTF8.self)
        return .text(json, type: "application/json")
    }

    /// What is beside the form of a step: papers, time, a plan.
    private static func besides(_ routes: inout Routes) {
        routes.post("c/:community/mise-en-place/:step/pieces", for: .core, takesFile: true) { request in
            let step = try request.step()
            // Kept before the act, which may run again; one that is refused is told by the page.
            let isLetter = request.form["lettre"] == "1"
            let paper = Result { try Paper(request.form.files["piece"]?.first, keptIn: request.site.files) }
            return try await answer(request, step, nil, success: .seeOther(.step(step), flash: .added)) { act in
                let paper = try paper.get()
                try act.preparation.attach(
                    paper.name, type: paper.type, size: paper.size, hash: paper.hash, to: step, isLetter: isLetter)
            }
        }
        routes.get("c/:community/mise-en-place/pieces/:id", for: .member, countsAs: .document) { request in
            let id = try request.id(StepFile.self)
            let file = try await request.view { try $0.preparation.file(id) }
            let bytes = try request.site.files.read(file.hash)
            return .file(ByteBuffer(bytes: bytes), name: file.name, type: file.type)
        }
        routes.post("c/:community/mise-en-place/pieces/:id/retirer", for: .core) { request in
            let id = try request.id(StepFile.self)
            let (step, orphan) = try await request.act { act in
                (try act.view.preparation.file(id).step, try act.preparation.detach(id))
            }
            if let orphan { try request.site.files.remove(orphan) }
            return .seeOther(.step(step), flash: .removed)
        }
        routes.post("c/:community/mise-en-place/temps", for: .core) { request in
            let form = request.form
            return try await answer(request, .resources, nil, success: .seeOther(.step(.resources), flash: .added)) {
                try $0.preparation.noteTime(form["duree"], on: form["jour"], what: form["quoi"])
            }
        }
        routes.post("c/:community/mise-en-place/temps/:id/retirer", for: .core) { request in
            guard let id = Int64(request.parameter("id")) else { throw Refusal.notFound }
            try await request.act { try $0.preparation.takeBackTime(id) }
            return .seeOther(.step(.resources), flash: .removed)
        }
        routes.post("c/:community/mise-en-place/plan", for: .core) { request in
            let ui = request.ui
            let (objectives, promise) = try await request.view { view in
                (
                    try view.objectives.all().filter { $0.closedAt == nil }.prefix(3).map { ui.planned($0) },
                    try view.communities.current().promise
                )
            }
            let definitions: [Indicator.ID: String] = [
                .ef1: promise.unit == .hours
                    ? ui("Le temps avant la première réponse d’un collègue.")
                    : ui(
                        "Le temps avant la première réponse d’un collègue, nuits et week-ends compris. La promesse, elle, est de %@.",
                        ui.name(of: promise)),
                .ef2: ui("Le temps avant la première réponse utile."),
                .ef3: ui("La part des questions résolues en trente jours."),
                .ef5: (objectives.joined(separator: " · ").excerpt(500) ?? ""),
                .ef6: ui("La part des besoins retenus pour lesquels quelque chose a changé."),
                .vi1: ui("La part des membres qui ont fait un geste en treize semaines."),
                .vi9: ui("La part des nouveaux qui contribuent dans leurs trente premiers jours."),
                .sa7: ui("La part des questions qui ont reçu une réponse utile."),
                .ef9: ui("La part des réponses utiles qui ont été essayées ou adoptées."),
                .va3: ui("La part des réponses qui seraient venues plus tard, ou jamais, sans la communauté."),
            ]
            try await request.act { try $0.preparation.proposePlan(definitions, source: ui("Ruche")) }
            return .seeOther(.step(.evaluation), flash: .added)
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
            form.differences = form.differences(from: model, request.ui)
            form.complete(from: model)
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
    static let dossierFile = Link.inside("/mise-en-place/dossier.pdf")
    static let supportLetter = Link.inside("/mise-en-place/lettre")
    static let quickStart = Link.inside("/mise-en-place/fiche")
    static let launchNow = Link.inside("/mise-en-place/lancer")
    /// Where a document stands among the others.
    static func resource(_ id: Int64) -> Link { .inside("/mise-en-place/\(Step.resources.rawValue)#document-\(id)") }
    static func step(_ step: Step) -> Link { .inside("/mise-en-place/\(step.rawValue)") }
    static let noteTime = Link.inside("/mise-en-place/temps")
    static func takeBackTime(_ id: Int64) -> Link { .inside("/mise-en-place/temps/\(id)/retirer") }
    static func changePlan(_ id: Int64) -> Link { .inside("/mise-en-place/indicateurs/\(id)") }
    static let proposePlan = Link.inside("/mise-en-place/plan")
    static func attach(_ step: Step) -> Link { .inside("/mise-en-place/\(step.rawValue)/pieces") }
    static func stepFile(_ id: StepFile.ID) -> Link { .inside("/mise-en-place/pieces/\(id)") }
    static func removeStepFile(_ id: StepFile.ID) -> Link { .inside("/mise-en-place/pieces/\(id)/retirer") }
    static let applyCalendar = Link.inside("/mise-en-place/calendrier")
    static func considerDone(_ step: Step) -> Link { .inside("/mise-en-place/\(step.rawValue)/faite") }
    static func list(_ list: PreparationActs.List) -> Link { .inside("/mise-en-place/\(list.rawValue)") }
    static func removeLine(_ list: PreparationActs.List, _ id: Int64) -> Link {
        .inside("/mise-en-place/lignes/\(list.rawValue)/\(id)/retirer")
    }
    static func waive(_ id: Int64) -> Link { .inside("/mise-en-place/profils/\(id)/renoncer") }
}

/// A file that came with a form, looked at, then kept.
private struct Paper {
    let name: String
    let type: String
    let size: Int
    let hash: String

    private static let sizeLimit = 10 << 20

    init(_ file: Form.File?, keptIn store: FileStore) throws {
        guard let file, file.bytes.readableBytes > 0 else {
            throw Refusal("Choisissez un fichier sur votre poste.", field: "piece")
        }
        guard file.bytes.readableBytes <= Self.sizeLimit else {
            throw Refusal("Ce fichier dépasse 10 Mo.", field: "piece")
        }
        guard let type = StepFile.type(of: file.bytes.readableBytesView) else {
            throw Refusal("Un PDF, ou une photo JPEG ou PNG.", field: "piece")
        }
        (name, self.type, size) = (file.name, type, file.bytes.readableBytes)
        hash = try store.keep(Array(file.bytes.readableBytesView))
    }
}
