import NIOCore
import Ruche

enum WordRuleRoutes {
    static func add(to routes: inout Routes) {
        reading(&routes)
        writing(&routes)
    }

    private static func reading(_ routes: inout Routes) {
        routes.get("c/:community/regles-de-mots", for: .member) { request in
            try await page(WordRuleForm(), request)
        }

        routes.post("c/:community/regles-de-mots/essai", for: .member) { request in
            let text = String(request.form["essai"].prefix(QuestionDraft.bodyLimit))
            var form = WordRuleForm()
            let (matches, replaced) = try await request.view { view in
                (try view.wordRules.matches(in: text), try view.wordRules.replaced(text).text)
            }
            form.trial = (text, matches, replaced)
            return try await page(form, request)
        }

        routes.get("c/:community/regles-de-mots/regles.csv", for: .facilitator) { request in
            let rules = try await request.view { try $0.wordRules.all() }
            let rows = rules.map { [$0.kind.name, $0.words, $0.instead, $0.reason] }
            return .file(
                ByteBuffer(string: semicolonTable([WordRuleList.columns] + rows)), name: "regles-de-mots.csv",
                type: "text/csv; charset=utf-8")
        }
    }

    private static func writing(_ routes: inout Routes) {
        routes.post("c/:community/regles-de-mots", for: .facilitator) { request in
            let typed = request.form
            var form = WordRuleForm()
            form.draft = WordRuleDraft(
                kind: typed["type"], words: typed["mot"], instead: typed["par"], reason: typed["raison"])
            do {
                let (draft, stamp) = (form.draft, Int64.random(in: .min ... .max))
                try await request.act { try $0.wordRules.add(draft, stamp: stamp) }
                return .seeOther(.wordRules, flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                form.refusal = refusal
            }
            return try await page(form, request)
        }

        routes.post("c/:community/regles-de-mots/:id/retirer", for: .facilitator) { request in
            let (id, stamp) = (try request.id(WordRule.self), Int64.random(in: .min ... .max))
            try await request.act { try $0.wordRules.remove(id, stamp: stamp) }
            return .seeOther(.wordRules, flash: .removed)
        }

        routes.post("c/:community/regles-de-mots/import", for: .facilitator, takesFile: true) { request in
            var form = WordRuleForm()
            (form.lines, form.isWhole) = (request.form["lignes"], request.form.has("tout"))
            do {
                let file = request.form.files["fichier"]?.first { $0.bytes.readableBytes > 0 }
                let bytes = file.map { Array($0.bytes.readableBytesView) } ?? Array(form.lines.utf8)
                guard !bytes.isEmpty else {
                    throw Refusal("Choisissez un fichier, ou collez des lignes.", field: "fichier")
                }
                let list = try WordRuleList(bytes)
                guard list.problems.isEmpty else {
                    form.problems = list.problems
                    return try await page(form, request)
                }
                let (isWhole, stamp) = (form.isWhole, Int64.random(in: .min ... .max))
                try await request.act { try $0.wordRules.take(list, isWhole: isWhole, stamp: stamp) }
                return .seeOther(.wordRules, flash: .added)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                form.refusal = refusal
            }
            return try await page(form, request)
        }
    }

    private static func page(_ form: WordRuleForm, _ request: WebRequest) async throws -> Answer {
        let query = request.query
        let model = try await request.view { try WordRulesOnPage(query, $0) }
        let isRefused = form.refusal != nil || !form.problems.isEmpty
        return .page(wordRulesPage(model, form, request.ui), status: isRefused ? .unprocessableContent : .ok)
    }
}

extension Link {
    static let wordRules = Link.inside("/regles-de-mots")
    static let tryWordRules = Link.inside("/regles-de-mots/essai")
    static let importWordRules = Link.inside("/regles-de-mots/import")
    static let wordRuleTable = Link.inside("/regles-de-mots/regles.csv")
    static func removeWordRule(_ id: WordRule.ID) -> Link { .inside("/regles-de-mots/\(id)/retirer") }

    /// Another page of the same rules.
    static func wordRules(_ model: WordRulesOnPage, page: Int) -> Link {
        let kind = model.kind?.name.percentEncoded ?? ""
        return .inside("/regles-de-mots?genre=\(kind)&debut=\(model.words.percentEncoded)&page=\(page)")
    }
}
