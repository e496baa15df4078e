/// How much a sentence reads as the story of something that went wrong: a fault, a failure, an accident or care that
/// was not given, told in the past, of somebody in care. No word decides alone; what is wished, asked, counted or
/// expected weighs against it.
struct AdverseEventStory {
    /// From so much on, a sentence tells of an event.
    private static let threshold = 7

    let weight: Int
    var isTold: Bool { weight >= Self.threshold }

    init(_ sentence: ReadSentence) {
        let words = sentence.words
        var traits = TraitCount()
        var place = 0
        while place < words.count {
            var (found, length) = Self.lexicon.traits(at: place, in: words)
            // "sans chute", "aucune erreur": said to say that there was none.
            if !found.isDisjoint(with: .wrong), Self.isNegated(place, in: words) { found.subtract(.wrong) }
            traits.add(found)
            place += length
        }
        weight = Self.weight(traits, of: sentence)
    }

    private static func weight(_ traits: TraitCount, of sentence: ReadSentence) -> Int {
        let isAboutSomebody =
            traits[.victim] > 0 || sentence.words.contains { ["il", "elle", "ils", "elles"].contains($0) }
        var wrong = hasDeniedCare(sentence) ? 4 : 0
        if traits[.error] > 0 { wrong += 4 + min(traits[.error], 3) }
        if traits[.failure] > 0 { wrong += 4 }
        if traits[.harm] > 0 { wrong += 3 + min(traits[.harm], 3) }
        let accidents = traits[.accident] + (isAboutSomebody ? traits[.stumble] : 0)
        if accidents > 0 { wrong += 4 + min(accidents, 2) }
        if wrong == 0 { return 0 }
        let isPast = hasPast(sentence)
        let care = min(max(traits[.victim], isAboutSomebody ? 1 : 0), 2) + min(traits[.thing], 2)
        let told = (isPast ? 2 : -3) + min(traits[.discovery], 2) + min(traits[.moment], 1) + care
        let thoughts = min(traits[.thought] + (isPast ? 0 : traits[.condition]), 3)
        var against = 3 * thoughts + (sentence.isQuestion ? 3 : 0)
        if traits[.elsewhere] > 0 { against += 5 }
        if traits[.calm] > 0 { against += 4 }
        if traits[.background] > 0 { against += 4 }
        if care == 0 { against += 2 }
        return wrong + told - against
    }

    // MARK: Verbs

    private static let negations: Set<String> = [
        "sans", "aucun", "aucune", "pas", "ni", "jamais", "zero", "evite", "moins",
    ]

    private static let plurals: Set<String> = ["les", "aux", "nos", "vos", "leurs", "des"]

    /// Denied ("sans chute", "aucune erreur"), or meant in general ("sur les chutes").
    private static func isNegated(_ place: Int, in words: [String]) -> Bool {
        if place > 0, words[place].hasSuffix("s"), plurals.contains(words[place - 1]) { return true }
        return words[max(0, place - 3)..<place].contains(where: negations.contains)
    }

    private static let having: Set<String> = [
        "a", "ai", "as", "avons", "avez", "ont", "avait", "avaient", "avais", "avions",
    ]
    private static let being: Set<String> = ["est", "sont", "suis", "sommes", "etait", "etaient", "etais"]
    private static let reflexives: Set<String> = ["s", "se", "m", "me", "nous"]
    /// Of verbs whose past is made with *être*.
    private static let moving: Set<String> = [
        "tombe", "tombee", "tombes", "tombees", "retombe", "retombee", "parti", "partie", "partis", "sorti", "sortie",
        "revenu", "revenue", "revenus", "arrive", "arrivee", "mort", "morte", "reste", "restee", "restes", "passe",
        "passee", "ne", "nee", "decede", "decedee", "descendu", "descendue", "monte", "rentre", "rentree", "apparu",
        "apparue", "devenu", "devenue", "survenu", "survenue", "entre",
    ]
    private static let shortParticiples: Set<String> = [
        "eu", "mis", "fait", "dit", "pu", "bu", "vu", "su", "lu", "pris", "du",
    ]
    private static let endings = [
        "çu", "ri", "ndu", "ndue", "ni", "nie", "nis", "uit", "uite", "ert", "erte", "aru", "cu", "cue", "pris",
        "prise", "prises", "mis", "mise", "li", "lie", "lu", "lue", "nu", "nue", "ti", "tie", "it", "ite", "di", "int",
        "inte", "ru", "rue", "du", "faits", "faite", "faites",
    ]

    /// A verb of the past: "a donné", "s’est ouvert", "est tombée", "manquait".
    private static func hasPast(_ sentence: ReadSentence) -> Bool {
        let words = sentence.words
        return words.indices.contains { place in
            let word = words[place]
            if having.contains(word) { return hasParticiple(after: place, in: sentence) }
            if being.contains(word) {
                let isReflexive = place > 0 && reflexives.contains(words[place - 1])
                return word.hasPrefix("et") || (isReflexive && hasParticiple(after: place, in: sentence))
                    || words[(place + 1)...].prefix(3).contains(where: moving.contains)
            }
            return isImperfect(word)
        }
    }

    private static func isImperfect(_ word: String) -> Bool {
        guard word.utf8.count > 5, word.hasSuffix("ait") || word.hasSuffix("aient") else { return false }
        return !word.hasSuffix("rait") && !word.hasSuffix("raient")
    }

    private static func hasParticiple(after place: Int, in sentence: ReadSentence) -> Bool {
        let (words, last) = (sentence.words, min(place + 4, sentence.words.count - 1))
        guard place < last else { return false }
        return (place + 1...last).contains { at in
            sentence.endsWithAccent[at] || shortParticiples.contains(words[at])
                || (words[at].utf8.count > 2 && endings.contains { words[at].hasSuffix($0) })
        }
    }

    private static let denials: Set<String> = ["pas", "plus", "jamais", "rien", "personne", "aucun", "aucune", "que"]

    /// Care that was not given, seen or said: "n’a pas été surveillée", "personne n’a vérifié", "sans que".
    private static func hasDeniedCare(_ sentence: ReadSentence) -> Bool {
        let words = sentence.words
        return words.indices.contains { place in
            if words[place] == "nul" { return place + 1 < words.count && words[place + 1] == "ne" }
            if words[place] == "sans" { return place + 1 < words.count && words[place + 1] == "que" }
            guard words[place] == "n" || words[place] == "ne" else { return false }
            let after = words[(place + 1)...].prefix(5)
            let isPast = after.contains {
                having.contains($0) || $0 == "s" || $0 == "etait" || $0 == "etaient" || isImperfect($0)
                    || moving.contains($0)
            }
            let isBlind =
                after.contains("est") && after.contains { ["apercu", "rendu", "inquiete", "occupe"].contains($0) }
            let isDenied =
                after.contains(where: denials.contains) || words[max(0, place - 2)..<place].contains("personne")
            return (isPast || isBlind) && isDenied && !after.contains("y") && !after.contains("encore")
        }
    }

    private static let lexicon = AdverseEventLexicon.read()
}

/// What a word, or a few words in a row, says of its sentence.
struct StoryTraits: OptionSet, Hashable {
    let rawValue: UInt16
    static let victim = StoryTraits(rawValue: 1 << 0), thing = StoryTraits(rawValue: 1 << 1)
    static let error = StoryTraits(rawValue: 1 << 2), failure = StoryTraits(rawValue: 1 << 3)
    static let accident = StoryTraits(rawValue: 1 << 4), harm = StoryTraits(rawValue: 1 << 5)
    /// An accident when it befalls somebody: a fever falls too.
    static let stumble = StoryTraits(rawValue: 1 << 6)
    static let discovery = StoryTraits(rawValue: 1 << 7), moment = StoryTraits(rawValue: 1 << 8)
    static let thought = StoryTraits(rawValue: 1 << 9), condition = StoryTraits(rawValue: 1 << 10)
    static let elsewhere = StoryTraits(rawValue: 1 << 11), calm = StoryTraits(rawValue: 1 << 12)
    static let background = StoryTraits(rawValue: 1 << 13)

    static let wrong: StoryTraits = [.error, .failure, .accident, .stumble, .harm]
    static let count = 14
}

private struct TraitCount {
    private var counts = [Int](repeating: 0, count: StoryTraits.count)

    mutating func add(_ traits: StoryTraits) {
        var rest = traits.rawValue
        while rest != 0 {
            counts[rest.trailingZeroBitCount] += 1
            rest &= rest - 1
        }
    }

    subscript(trait: StoryTraits) -> Int { counts[trait.rawValue.trailingZeroBitCount] }
}

/// Words, beginnings of words and runs of words, looked up by how they begin.
struct StoryLexicon {
    private struct Entry {
        let words: [String]
        let isBeginning: Bool
        let traits: StoryTraits
    }

    private var byFirst: [String: [Entry]] = [:]
    private var beginnings: [String: [Entry]] = [:]
    private let drugEndings: [String: [String]]
    private static let letters = 3

    init(_ lists: [(text: String, traits: StoryTraits)], drugEndings: [String]) {
        self.drugEndings = Dictionary(grouping: drugEndings) { String($0.suffix(Self.letters)) }
        for list in lists {
            for piece in list.text.split(whereSeparator: \.isWhitespace) {
                let words = piece.split { $0 == "_" || $0 == "*" }.map(String.init)
                let entry = Entry(words: words, isBeginning: piece.hasSuffix("*"), traits: list.traits)
                if entry.isBeginning, words.count == 1 {
                    beginnings[String(words[0].prefix(Self.letters)), default: []].append(entry)
                } else {
                    byFirst[words[0], default: []].append(entry)
                }
            }
        }
    }

    /// What the word at `place` says with those that go on with it, the longest run first, and how many they are.
    func traits(at place: Int, in words: [String]) -> (StoryTraits, length: Int) {
        let word = words[place]
        var (found, length): (StoryTraits, Int) = ([], 1)
        for entry in byFirst[word] ?? [] where stands(entry, at: place, in: words) {
            if entry.words.count > length {
                (found, length) = (entry.traits, entry.words.count)
            } else if entry.words.count == length {
                found.formUnion(entry.traits)
            }
        }
        if length > 1 || word.utf8.count < Self.letters { return (found, length) }
        for entry in beginnings[String(word.prefix(Self.letters))] ?? [] where word.hasPrefix(entry.words[0]) {
            found.formUnion(entry.traits)
        }
        if word.utf8.count > 6, let endings = drugEndings[String(word.suffix(Self.letters))],
            endings.contains(where: { word.hasSuffix($0) })
        {
            found.insert(.thing)
        }
        return (found, 1)
    }

    private func stands(_ entry: Entry, at place: Int, in words: [String]) -> Bool {
        guard place + entry.words.count <= words.count else { return false }
        return entry.words.indices.allSatisfy { offset in
            let (wanted, there) = (entry.words[offset], words[place + offset])
            let isLast = offset == entry.words.count - 1
            return entry.isBeginning && isLast ? there.hasPrefix(wanted) : there == wanted
        }
    }
}
