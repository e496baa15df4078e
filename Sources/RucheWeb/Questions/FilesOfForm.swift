import Documents
import Markup
import Measures
import Ruche

/// The files joined to what is being written: those that lie in its basket, and those that were not taken in.
struct Basket: Sendable {
    /// The basket's secret; empty as long as nothing lies in it.
    var secret = ""
    var uploads: [Upload] = []
    var refused: [RefusedUpload] = []
    /// Documents whose words may tell who a patient is.
    var doubtful: Set<Upload.ID> = []
    /// A file was joined or taken out: the form is shown again, nothing is published yet.
    var isTouched = false

    struct RefusedUpload: Sendable {
        let name: String
        let refusal: Refusal
    }

    static let empty = Basket()

    private init() {}

    /// What lies in a basket already, as a draft remembers it.
    init(_ secret: String, in view: View) throws {
        self.secret = secret
        guard let known = Secret(shown: secret) else { return }
        uploads = try view.questions.uploads(in: known)
        let texts = try view.questions.texts(in: secret)
        let named = try zip(texts, view.mayTell(texts)).filter { $1 }.map(\.0.name)
        doubtful = Set(uploads.filter { named.contains($0.name) }.map(\.id))
    }

    static let field = "corbeille"
    static let files = "fichiers"
    static func description(of id: Upload.ID) -> String { "montre-\(id)" }
}

extension WebRequest {
    /// Takes in what the form brings: files to join, one to take out, what its pictures show.
    /// - Parameter page: where its reader has no name.
    func basket(on page: AnonymousPage? = nil) async throws -> Basket {
        let files = form.files[Basket.files] ?? []
        var secret = Secret(shown: form[Basket.field])
        if secret == nil, !files.isEmpty { secret = newSecret() }
        guard let secret else { return .empty }
        try await keepDescriptions(in: secret)
        if let id = Upload.ID(form["ressortir"]) { try await takeOut(id, of: secret) }
        var refused: [Basket.RefusedUpload] = []
        for file in files {
            do {
                try await join(file, to: secret)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                refused.append(.init(name: file.name, refusal: refusal))
            }
        }
        var basket = try await view { try Basket(secret.text, in: page?.standing(in: $0) ?? $0) }
        basket.refused = refused
        basket.isTouched = form.has("joindre") || form.has("ressortir") || !refused.isEmpty
        return basket
    }

    /// The files whose name may tell who a patient is take a neutral one, with the passages that are replaced.
    func neutralNames(in basket: Basket) async throws -> Basket {
        if basket.secret.isEmpty { return basket }
        try await act { try $0.questions.giveNeutralNames(in: basket.secret) }
        var named = try await view { try Basket(basket.secret, in: $0) }
        (named.refused, named.isTouched) = (basket.refused, basket.isTouched)
        return named
    }

    private func keepDescriptions(in basket: Secret) async throws {
        let typed = form.fields { $0.hasPrefix("montre-") }
        let descriptions = Dictionary(
            uniqueKeysWithValues: typed.compactMap { name, text in
                Upload.ID(name.dropFirst("montre-".count)).map { ($0, text) }
            })
        if descriptions.isEmpty { return }
        try await act { try $0.questions.describe(descriptions, in: basket) }
    }

    private func takeOut(_ id: Upload.ID, of basket: Secret) async throws {
        let unused = try await act { try $0.questions.takeOut(id, of: basket) }
        for hash in unused { try site.files.remove(hash) }
    }

    private func join(_ file: Form.File, to basket: Secret) async throws {
        let wait = site.wait(for: [("files by/\(visitor?.person.id.description ?? address)", .files)])
        if wait != nil { throw Refusal("Trop de fichiers à la suite. Réessayez dans une minute.", field: "fichiers") }
        let clean = try await site.intake.clean(Array(file.bytes.readableBytesView), name: file.name)
        try await keep(clean.bytes, near: Basket.files) { act, hash in
            try act.questions.keep(clean, hash: hash, in: basket)
        }
    }
}

/// The field of files: what is joined, with a sentence asked for each picture, and the way to join more. Without
/// script the button joins; with it, files are taken in as soon as they are chosen, dropped or pasted.
/// - Parameter isOutside: on a page without sign-in, where only the button joins.
func filesField(_ basket: Basket, _ refusal: Refusal?, isOutside: Bool = false, _ ui: Screen) -> HTML {
    let isWrong = refusal?.field == Basket.files || !basket.refused.isEmpty
    return """
        <fieldset class="field files\(if: isWrong, " field--error")"\(if: !isOutside, " data-files=\"\(ui.path(.uploads))\"")><legend class="label">\(ui("Fichiers")) <span class="field__opt">(\(ui("facultatif")))</span></legend>
        <p class="hint" id="fichiers-h">\(ui("PDF, bureautique, texte ou image, 25 Mo chacun. L’auteur du document et le lieu de la photo en sont retirés. Rien qui identifie un patient."))</p>
        \(if: isWrong, "<div class=\"error\" id=\"fichiers-e\" role=\"alert\">\(icon(.alert))<div>\(if: refusal?.field == Basket.files, "<p>\(refusal?(ui.words) ?? "")</p>")\(each: basket.refused, { "<p>\(ui("« %@ » : %@", $0.name, $0.refusal(ui.words)))</p>" })</div></div>")
        \(if: !basket.secret.isEmpty, "<input type=\"hidden\" name=\"\(Basket.field)\" value=\"\(basket.secret)\">")
        \(if: !basket.uploads.isEmpty, "<ul class=\"files__list\">\(each: basket.uploads, { joined($0, basket, isOutside: isOutside, ui) })</ul>")
        \(if: basket.uploads.count < Attachment.limit, """
            <div class="files__add"><label class="vh" for="fichiers">\(ui("Choisir des fichiers"))</label><input class="input" id="fichiers" name="\(Basket.files)" type="file" multiple accept="\(acceptedFiles)" aria-describedby="fichiers-h\(if: isWrong, " fichiers-e")"><button class="btn" name="joindre" value="1" formnovalidate>\(icon(.file))\(ui("Joindre"))</button></div>
            """)
        <progress class="files__progress" max="100" value="0" aria-label="\(ui("Envoi du fichier"))" hidden></progress><p class="meta" role="status" data-files-said data-sending="\(ui("Envoi…"))" data-sent="\(ui("C’est joint."))" data-most="\(String(FileKind.bytesAtMost))" data-large="\(ui(" : ce fichier dépasse 25 Mo, il n’est pas envoyé."))" data-failed="\(ui("L’envoi n’a pas abouti. Réessayez."))"></p></fieldset>
        """
}

private func joined(_ upload: Upload, _ basket: Basket, isOutside: Bool, _ ui: Screen) -> HTML {
    let preview = "\(ui.path(.upload(upload.id)))?\(Basket.field)=\(basket.secret)"
    let field = Basket.description(of: upload.id)
    return """
        <li class="files__item">\(if: upload.kind.isPicture && !isOutside, "<img class=\"files__thumb\" src=\"\(preview)\" alt=\"\">", else: icon(.file))<div class="files__what"><p>\(upload.name) <span class="meta">(\(ui.size(upload.sizeInBytes)))</span></p>
        \(if: upload.kind.isPicture, "<label class=\"hint\" for=\"\(field)\">\(ui("Ce que montre l’image, en une phrase"))</label><input class=\"input\" id=\"\(field)\" name=\"\(field)\" value=\"\(upload.description)\" maxlength=\"\(Attachment.descriptionLimit)\">")
        \(if: basket.doubtful.contains(upload.id), "<p class=\"note note--clay\">\(icon(.shield))\(ui("Ce document permet peut-être de reconnaître un patient : relisez-le avant de publier."))</p>")</div>
        <button class="btn btn--quiet" name="ressortir" value="\(upload.id.description)" formnovalidate aria-label="\(ui("Retirer %@", upload.name))">\(icon(.close))\(ui("Retirer"))</button></li>
        """
}

/// What the window to choose files offers; the content decides.
private let acceptedFiles = FileKind.allCases.flatMap(\.extensions).map { ".\($0)" }.joined(separator: ",")

/// The files of a post: pictures are seen, documents are fetched, or read here by their words.
func attached(_ files: [Attachment], _ ui: Screen) -> HTML {
    if files.isEmpty { return "" }
    let pictures = files.filter { $0.kind?.isPicture == true }
    let documents = files.filter { $0.kind?.isPicture != true }
    return """
        \(each: pictures, { file in
            "<figure class=\"picture\"><a href=\"\(ui.path(.attachment(file.id)))\"><img src=\"\(ui.path(.attachment(file.id)))\" alt=\"\(file.description)\" loading=\"lazy\"></a><figcaption class=\"meta\">\(file.description)</figcaption></figure>"
        })\(if: !documents.isEmpty, "<ul class=\"cluster attached-list\">\(each: documents, { document($0, ui) })</ul>")
        """
}

private func document(_ file: Attachment, _ ui: Screen) -> HTML {
    """
    <li class="cluster"><a class="attached" href="\(ui.path(.attachment(file.id)))">\(icon(.file))\(file.name) (\(ui.size(file.sizeInBytes)))</a>\(if: file.hasText, "<a class=\"link meta\" href=\"\(ui.path(.textOfFile(file.id)))\" aria-label=\"\(ui("Lire ici le texte de %@", file.name))\">\(ui("Lire ici"))</a>")</li>
    """
}

/// The words of a document, for who cannot open it: on a telephone, at an old desk, with a screen reader.
func textOfFilePage(_ file: Attachment, of question: Question, _ text: String, _ ui: Screen) -> HTML {
    // What is no table is read as a text.
    let table = file.name.hasSuffix(".csv") ? try? SeparatedText.rows(of: text) : nil
    let rows = table?.map(\.cells)
    return page(
        Page(
            file.name, at: .questions,
            """
            \(crumbs(to: question, ui))
            \(pageHead(file.name, lede: rows == nil ? ui("Le texte seul, sans sa mise en page.") : ui("Les lignes du tableau.")))
            <div class="btn-row mb-3"><a class="btn" href="\(ui.path(.attachment(file.id)))">\(icon(.file))\(ui("Télécharger"))</a></div>
            \(some: rows, { tableOf($0, ui) })
            \(if: rows == nil, "<div class=\"card prose prose--kept\">\(String(text.prefix(200_000)))</div>")
            """), ui)
}

private func tableOf(_ rows: [[String]], _ ui: Screen) -> HTML {
    let (head, body) = (rows.first ?? [], rows.dropFirst().prefix(500))
    return """
        <div class="table-wrap" tabindex="0" role="region" aria-label="\(ui("Tableau"))"><table class="table"><thead><tr>\(each: head, { "<th scope=\"col\">\($0)</th>" })</tr></thead><tbody>\(each: Array(body), { row in "<tr>\(each: row, { "<td>\($0)</td>" })</tr>" })</tbody></table></div>
        """
}
