import Documents
import Foundation
import Ruche

extension CommunityExport {
    /// One text that is read from top to bottom, by a person or by any editor.
    func markdown(_ ui: Screen) -> String {
        var text = ["# \(name)", ""]
        if !domain.isEmpty { text += [domain, ""] }
        if !farewell.isEmpty { text += farewell.split(separator: "\n").map { "> \($0)" } + [""] }
        if let charter { text += ["## \(ui("La charte"))", "", charter, ""] }
        text += chapter(
            ui("Membres"),
            members.map { member in
                let trade = Profession(code: member.profession).map { ui.name(of: $0) }
                return "- " + [member.name, trade, member.establishment].compactMap { $0 }.joined(separator: ", ")
            })
        text += chapter(ui("Besoins"), needs.flatMap { lines(of: $0, ui) })
        text += chapter(ui("Objectifs"), objectives.flatMap { lines(of: $0, ui) })
        text += chapter(ui("Enquêtes"), surveys.flatMap { lines(of: $0, ui) })
        text += chapter(ui("Décisions"), decisions.map { "- \($0.sentence) (\(ui.day(of: $0.openedAt)))" })
        text += chapter(ui("Rencontres"), meetings.map { "- \(ui.day(of: $0.startsAt)) : \($0.title)" })
        text += ["## \(ui("Échanges"))", ""]
        for question in questions { text += lines(of: question, ui) }
        return text.joined(separator: "\n")
    }

    private func chapter(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["## \(title)", ""] + lines + [""]
    }

    private func lines(of need: Need, _ ui: Screen) -> [String] {
        var lines = ["- \(need.statement)"]
        if let reason = need.setAsideBecause { lines.append("  - \(ui("mis de côté")) : \(reason)") }
        if let owner = need.owner { lines.append("  - \(ui("suivi par %@", owner))") }
        if !need.baseline.isEmpty { lines.append("  - \(ui("Situation de départ")) : \(need.baseline)") }
        lines += need.measures.map { "  - \(ui("Après %d mois", $0.months)) : \($0.words)" }
        return lines
    }

    private func lines(of objective: Objective, _ ui: Screen) -> [String] {
        let facts: [(String, String?)] = [
            (ui("Né du besoin"), needs.first { $0.id == objective.need }?.statement),
            (ui("Pratique visée"), objective.practice), (ui("Pour qui"), objective.forWhom),
            (ui("Mesure"), objective.measure), (ui("Situation de départ"), objective.baseline),
            (ui("Pour quand"), objective.dueAt.map { ui.day(of: $0.addingTimeInterval(-1)) }),
            (ui("Suivi par"), objective.owner),
            (ui("Où il avance"), objective.cells.filter(\.isOn).map(\.label).joined(separator: ", ")),
            (ui("À mi-chemin"), objective.midReview),
            (ui("Issue"), objective.outcome.flatMap(Ruche.Objective.Outcome.init(rawValue:)).map { ui.name(of: $0) }),
        ]
        let points = objective.series.map { point in
            "  - \([point.day, point.team].filter { !$0.isEmpty }.joined(separator: ", ")) : \(ui("%@ sur %@", String(point.numerator), String(point.denominator)))"
        }
        return ["- \(objective.title)\(objective.closing.map { " : \($0)" } ?? "")"]
            + facts.compactMap { name, fact in
                fact.flatMap { $0.isEmpty ? nil : "  - \(name) : \($0)" }
            } + points
    }

    private func lines(of survey: Survey, _ ui: Screen) -> [String] {
        var lines = ["### \(survey.title) (\(survey.round))", ""]
        if !survey.returnWords.isEmpty { lines += ["> \(survey.returnWords)", ""] }
        for question in survey.questions {
            lines.append("- \(question.text)")
            if let mean = question.mean { lines.append("  - \(ui("en moyenne %@, sur 5", ui.words.number(mean)))") }
            for (option, count) in zip(question.options, question.counts) {
                lines.append("  - \(option) : \(count.map { ui.words.number($0) } ?? ui("non montré"))")
            }
            lines += question.words.map { "  - \($0)" }
        }
        return lines + [""]
    }

    private func lines(of question: Question, _ ui: Screen) -> [String] {
        let origin = [
            objectives.first { $0.id == question.objective }.map { "\(ui("Objectif")) : \($0.title)" },
            needs.first { $0.id == question.need }.map { "\(ui("Besoin")) : \($0.statement)" },
        ].compactMap { $0 }
        var text = ["### \(question.title)", "", "*\(question.author), \(ui.day(of: question.askedAt))*", ""]
        if !origin.isEmpty { text += [origin.joined(separator: " · "), ""] }
        text += [question.body, ""] + question.files.map(line)
        for reply in question.replies {
            let mark = reply.isRetained ? " (\(ui("solution retenue")))" : ""
            text += ["**\(reply.author)**, \(ui.day(of: reply.repliedAt))\(mark)", "", reply.body, ""]
            text += reply.files.map(line)
        }
        return text
    }

    private func line(_ file: File) -> String { "- \(file.name) : \(file.path)" }

    /// Everything in one archive: the text to read, the same for a program, tables, the files, and what each of them is.
    /// - Parameter read: the bytes of a stored file, by its hash; nil when it is gone.
    func folder(_ ui: Screen, read: @escaping @Sendable (String) throws -> [UInt8]?) throws -> PackedFolder {
        var folder = PackedFolder()
        folder.add("README.md", readme(ui))
        folder.add("lire.md", markdown(ui))
        folder.add("donnees.json", try json)
        folder.add(
            "membres.csv",
            EvaluationTable.csv(
                [["nom", "profession", "etablissement", "arrivee", "depart"]]
                    + members.map { member in
                        [
                            member.name, Profession(code: member.profession).map { ui.name(of: $0) } ?? "",
                            member.establishment ?? "", ui.isoDay(member.joinedAt),
                            member.leftAt.map { ui.isoDay($0) } ?? "",
                        ]
                    }))
        folder.add(
            "mesures.csv",
            EvaluationTable.csv(
                [["objectif", "jour", "equipe", "combien", "sur"]]
                    + objectives.flatMap { objective in
                        objective.series.map {
                            [objective.title, $0.day, $0.team, String($0.numerator), String($0.denominator)]
                        }
                    }))
        for file in files {
            let hash = file.hash
            folder.add(file.path) { try read(hash) }
        }
        return folder
    }

    private func readme(_ ui: Screen) -> String {
        let lines: [(String, String)] = [
            ("lire.md", ui("Tout ce qui s’est écrit, à lire de haut en bas.")),
            (
                "donnees.json",
                ui("La même chose pour un logiciel : une clé par sorte d’objet, les dates en temps universel.")
            ),
            (
                "membres.csv",
                ui(
                    "Un membre par ligne : nom, profession, établissement, jour d’arrivée, jour de départ. Aucune adresse."
                )
            ),
            (
                "mesures.csv",
                ui("Une mesure par ligne : objectif, jour, équipe (vide quand elle est de tous), combien, sur combien.")
            ),
            (
                "fichiers/",
                ui("Les fichiers des échanges : lire.md et donnees.json disent de quel message ils viennent.")
            ),
        ]
        return
            (["# \(name)", "", ui("Archive faite le %@.", ui.day(of: exportedAt)), ""]
            + lines.map { "- `\($0.0)` : \($0.1)" } + [""]).joined(separator: "\n")
    }
}

/// What an archive says of the files that are not in it.
func missingFiles(_ ui: Screen) -> (name: String, heading: String) {
    ("manquants.txt", ui("Ces fichiers ne sont plus sur le serveur :"))
}

extension Screen {
    /// With its year: who opens an archive later does not know in which it was made.
    fileprivate func day(of date: Date) -> String {
        let day = words.zone.date(at: Int64(date.timeIntervalSince1970 * 1_000))
        let (text, year) = (words.day(day), String(day.year))
        return text.hasSuffix(year) ? text : "\(text) \(year)"
    }

    fileprivate func isoDay(_ date: Date) -> String {
        words.zone.date(at: Int64(date.timeIntervalSince1970 * 1_000)).description
    }
}
