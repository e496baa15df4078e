import Foundation
import Measures
import PatientGuard

/// What `ruche measures` computes: the formulas of DOMAIN §10 and §11 on cases that someone brings (the contract of
/// ARCHITECTURE §7), so that any figure of the product can be checked.
enum MeasureCases {
    /// Why cases can't be read, in a sentence for the person who wrote them.
    struct Fault: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// Reads one case or a list of cases, and writes the list of their results in the same order.
    /// - Parameter json: in UTF-8. Keys that the contract does not name are passed over.
    /// - Throws: `Fault`, which names the case (from 1) and the key.
    static func results(of json: Data) throws(Fault) -> Data {
        let results = try cases(in: json).enumerated().map { index, one throws(Fault) in
            try one.result(position: index + 1)
        }
        return JSONOutput.list(results).data
    }

    private static func cases(in json: Data) throws(Fault) -> [MeasureCase] {
        let blanks = Data(" \t\r\n\u{FEFF}".utf8)
        guard let first = json.first(where: { !blanks.contains($0) }) else {
            throw Fault(description: "L’entrée est vide : un cas ou une liste de cas en JSON est attendu.")
        }
        do {
            if first == UInt8(ascii: "[") { return try JSONDecoder().decode([MeasureCase].self, from: json) }
            return [try JSONDecoder().decode(MeasureCase.self, from: json)]
        } catch let error as DecodingError {
            throw Fault(error)
        } catch {
            throw Fault(description: "L’entrée n’est pas du JSON bien formé.")
        }
    }
}

extension MeasureCases.Fault {
    init(case position: Int, _ key: String, _ why: String) {
        self.init(description: "Cas \(position), « \(key) » : \(why).")
    }

    /// Says where a value is not what the contract asks for.
    fileprivate init(_ error: DecodingError) {
        let (path, why) = Self.place(of: error)
        guard let first = path.first else {
            self.init(description: "L’entrée n’est pas un cas, ni une liste de cas, en JSON bien formé.")
            return
        }
        // The path of a list of cases begins by the case; that of a single case does not.
        let position = (first.intValue ?? 0) + 1
        let keys = first.intValue == nil ? path[...] : path.dropFirst()
        guard !keys.isEmpty else {
            self.init(description: "Cas \(position) : \(why).")
            return
        }
        let name = keys.reduce(into: "") { name, key in
            name += key.intValue.map { "[\($0)]" } ?? (name.isEmpty ? key.stringValue : ".\(key.stringValue)")
        }
        self.init(case: position, name, why)
    }

    private static func place(of error: DecodingError) -> (path: [any CodingKey], why: String) {
        let wrongSort = "la valeur n’est pas de la sorte attendue"
        return switch error {
        case .keyNotFound(let key, let context): (context.codingPath + [key], "cette clé manque")
        case .valueNotFound(_, let context): (context.codingPath, "une valeur manque")
        case .typeMismatch(_, let context): (context.codingPath, wrongSort)
        case .dataCorrupted(let context):
            (context.codingPath, (context.underlyingError as? WrongShape)?.why ?? wrongSort)
        @unknown default: ([], wrongSort)
        }
    }
}

extension MeasureCase {
    /// What each formula asked for gives, under the name of the formula.
    func result(position: Int) throws(MeasureCases.Fault) -> JSONOutput {
        let reader = CaseReader(position: position)
        var result: [String: JSONOutput] = [:]
        if let durations { result["kaplan_meier"] = try reader.kaplanMeier(durations.map(\.wait), promise) }
        if let proportion { result["wilson"] = try reader.wilson(proportion.map(\.value)) }
        if let counts { result["gini"] = try reader.gini(counts.map(\.value)) }
        if let graph { result["graph"] = try reader.graph(graph) }
        if let ratings {
            result["ratings"] = try reader.ratings(ratings, excludable: excludable?.value ?? 0, round: round?.value)
        }
        if let rounds { result["stability"] = try reader.stability(rounds) }
        if let ranks { result["kendall"] = try reader.kendall(ranks) }
        if let paired { result["paired"] = try reader.paired(paired) }
        if let nps { result["nps"] = try reader.netRecommendation(nps.map(\.value)) }
        if let apmo { result["apmo"] = try reader.majorities(apmo) }
        if let nir { result["nir"] = .list(nir.map { .bool(isValidNIR($0)) }) }
        if let luhn { result["luhn"] = .list(luhn.map { .bool(isValidLuhn($0)) }) }
        if let finess { result["finess"] = .list(finess.map { .bool(isValidFINESS($0)) }) }
        guard !result.isEmpty else {
            throw MeasureCases.Fault(description: "Cas \(position) : aucune clé connue, « durations » par exemple.")
        }
        if let name { result["name"] = name.output }
        return .object(result)
    }
}

/// Checks what a case brings, and writes the figures under their names.
private struct CaseReader {
    typealias Fault = MeasureCases.Fault

    let position: Int

    func kaplanMeier(_ waits: [Wait], _ promise: Double?) throws(Fault) -> JSONOutput {
        guard promise.map({ $0 >= 0 }) ?? true else {
            throw Fault(case: position, "promise", "un nombre d’heures positif est attendu")
        }
        let times = KaplanMeier(waits)
        return .object([
            "n": .whole(times.n), "answered": .whole(times.answered), "median": .number(times.median),
            "p90": .number(times.p90),
            "share_within_promise": .number(promise.flatMap { times.share(within: $0) }),
        ])
    }

    func wilson(_ numbers: [Int]) throws(Fault) -> JSONOutput {
        guard numbers.count == 2, let k = numbers.first, let n = numbers.last, 0 <= k, k <= n else {
            throw Fault(case: position, "proportion", "[k, n] est attendu, avec 0 ≤ k ≤ n")
        }
        let proportion = Proportion(k, of: n)
        return .object([
            "k": .whole(k), "n": .whole(n), "share": .number(proportion.share), "low": .number(proportion.low),
            "high": .number(proportion.high),
        ])
    }

    func gini(_ counts: [Int]) throws(Fault) -> JSONOutput {
        guard counts.allSatisfy((0...greatestCount).contains) else {
            throw Fault(case: position, "counts", "des nombres entiers de 0 à \(greatestCount) sont attendus")
        }
        let concentration = Concentration(counts)
        return .object([
            "n": .whole(concentration.n), "gini": .number(concentration.gini),
            "gini_corrected": .number(concentration.giniCorrected),
            "top3_share": .number(concentration.top3Share),
        ])
    }

    func graph(_ brought: GraphCase) throws(Fault) -> JSONOutput {
        let figures: GraphFigures
        switch brought.graph() {
        case .success(let graph): figures = graph.figures()
        case .failure(.stranger):
            throw Fault(case: position, "graph.edges", "un lien nomme quelqu’un qui n’est pas dans « nodes »")
        case .failure(.count):
            throw Fault(case: position, "graph.nodes", "moins de membres que les liens n’en nomment, ou trop")
        }
        return .object([
            "N": .whole(figures.members), "m": .whole(figures.edges), "T": .whole(figures.weight),
            "density": .number(figures.density), "reciprocity": .number(figures.reciprocity),
            "rho": .number(figures.rho), "weighted_reciprocity": .number(figures.weightedReciprocity),
            "two_way_members": .whole(figures.twoWayMembers),
            "two_way_share_of_active": .number(figures.twoWayShareOfActive),
            "isolates": .whole(figures.isolates), "isolates_share": .number(figures.isolatesShare),
            "degree_below_2_share": .number(figures.degreeBelow2Share),
            "median_partners_of_active": .number(figures.medianPartnersOfActive),
            "in_degree_centralisation": .number(figures.inDegreeCentralisation),
            "core_k": .whole(figures.coreK), "core_members": .whole(figures.coreMembers),
        ])
    }

    /// - Parameter brought: `null` is a missing rating.
    func ratings(_ brought: [WholeNumber?], excludable: Int, round: Int?) throws(Fault) -> JSONOutput {
        let ratings = try read(brought, "ratings")
        guard excludable >= 0 else {
            throw Fault(case: position, "excludable", "un nombre entier positif est attendu")
        }
        let (classic, ipras) = (ClassicRule(ratings), IPRASRule(ratings))
        return .object([
            "n": .whole(ratings.n), "median": .number(ratings.median), "p30": .number(ipras?.p30),
            "p70": .number(ipras?.p70), "ipr": .number(ipras?.ipr), "ipras": .number(ipras?.ipras),
            "ipras_disagreement": .bool(ipras?.isDisagreement), "class_ipras": .text(ratings.iprasClass()?.rawValue),
            "classic": .text(classic?.agreement.rawValue), "classic_outside": .whole(classic?.outside),
            "classic_k": .whole(classic?.k), "class_classic": .text(ratings.classicClass?.rawValue),
            "delphi_70_15": .text(ratings.delphi7015(isFirstRound: round == 1)?.rawValue),
            "delphi_75": .bool(ratings.agree(atLeast: 75)), "delphi_80": .bool(ratings.agree(atLeast: 80)),
            "q1": .number(ratings.percentile(25)), "q3": .number(ratings.percentile(75)),
            "iqr": .number(ratings.interquartileRange), "madm": .number(ratings.meanDeviation),
            "has_like": .text(FormalConsensus(ratings)?.text),
            "has_like_after_exclusion": .text(FormalConsensus(ratings, excludable: excludable)?.text),
        ])
    }

    func stability(_ rounds: [[WholeNumber?]]) throws(Fault) -> JSONOutput {
        guard rounds.count == 2, let first = rounds.first, let second = rounds.last else {
            throw Fault(case: position, "rounds", "deux listes de cotations sont attendues")
        }
        let stability = Stability(from: try read(first, "rounds[0]"), to: try read(second, "rounds[1]"))
        return .object([
            "changed": .number(stability?.changed), "stable_below_15_percent": .bool(stability?.isStable),
        ])
    }

    func kendall(_ ranks: [[Double]]) throws(Fault) -> JSONOutput {
        guard let agreement = RankAgreement(ranks) else {
            throw Fault(case: position, "ranks", "une ligne n’a pas autant de rangs que les autres")
        }
        return .object(["W": .number(agreement.w), "S": .number(agreement.s)])
    }

    func paired(_ brought: MeasureCase.PairedCase) throws(Fault) -> JSONOutput {
        guard brought.pre.count == brought.post.count else {
            throw Fault(case: position, "paired", "« pre » et « post » n’ont pas autant de valeurs")
        }
        let change = PairedChange(zip(brought.pre, brought.post).map { (before: $0, now: $1) })
        return .object([
            "n": .whole(change.n), "mean": .number(change.mean), "improved": .number(change.improved),
            "sd": .number(change.sd), "dz": .number(change.dz),
        ])
    }

    func netRecommendation(_ scores: [Int]) throws(Fault) -> JSONOutput {
        guard scores.allSatisfy((0...10).contains) else {
            throw Fault(case: position, "nps", "des notes entières de 0 à 10 sont attendues")
        }
        let recommendation = NetRecommendation(scores)
        return .object([
            "n": .whole(recommendation.n), "promoters": .whole(recommendation.promoters),
            "detractors": .whole(recommendation.detractors), "net": .whole(recommendation.net),
        ])
    }

    func majorities(_ brought: MeasureCase.OpinionCase) throws(Fault) -> JSONOutput {
        let items = try brought.items.map { numbers throws(Fault) in
            let item = numbers.map(\.value)
            guard item.count == 3, item.allSatisfy((0...greatestCount).contains), item[0] + item[1] <= item[2] else {
                let why = "[accords, désaccords, opinions] est attendu, les opinions comprenant les deux autres"
                throw Fault(case: position, "apmo.items", why)
            }
            return Opinions(agree: item[0], disagree: item[1], of: item[2])
        }
        return .object(["threshold": .number(Opinions.majorityThreshold(items))])
    }

    private func read(_ brought: [WholeNumber?], _ key: String) throws(Fault) -> Ratings {
        guard let ratings = Ratings(brought.compactMap { $0?.value }) else {
            throw Fault(case: position, key, "des cotations entières de 1 à 9 sont attendues")
        }
        return ratings
    }
}
