import Persistence
import Wording

/// What a facilitator writes from the desk, always in their own name.
package enum MessageKind: String, Codable, Bindable, Sendable, CaseIterable {
    case solicit
    case askIfHelped = "ask if helped"
    case welcome
    case firstExchange = "first exchange"
    /// Where no open question answers to what their card says.
    case firstQuestion = "first question"
    case reread
    case turnFunction = "turn function"
    case thank
    /// To somebody who is quieter than usual.
    case news
    /// To somebody whose question was left without a solution.
    case takeUp = "take up"
}

extension MessageKind {
    /// Ruche's own words, which a community may replace. `{titre}` stands for what it is about, `{communaute}` for the
    /// community.
    package func standard(_ ui: Interface) -> String {
        switch self {
        case .solicit: ui("J’ai pensé à vous pour cette question : vous connaissez le sujet, et une piste suffirait.")
        case .askIfHelped:
            ui(
                "Vous aviez demandé : « {titre} ». Des collègues vous ont répondu. L’une de ces réponses vous a-t-elle servi ? « Utile pour moi », sous la réponse, le dit à son auteur et à ceux qui se posent la même question. Si rien ne convient, dites-le-moi : nous chercherons encore."
            )
        case .welcome:
            ui(
                "Bienvenue dans « {communaute} ». Si quelque chose vous échappe ou vous manque, écrivez-moi. Une question, même d’une ligne, est la meilleure façon de faire connaissance."
            )
        case .firstExchange:
            ui(
                "Vous avez rejoint « {communaute} » il y a quelques semaines. Cet échange pourrait vous parler : « {titre} ». Une expérience de chez vous, même courte, y serait utile."
            )
        case .firstQuestion:
            ui(
                "Vous avez rejoint « {communaute} » il y a quelques semaines. Y a-t-il, dans votre travail, une question qui revient ces temps-ci ? Posez-la en une ligne : d’autres se la posent sûrement."
            )
        case .reread:
            ui(
                "« {titre} » devait être relu avant aujourd’hui. Pouvez-vous y jeter un œil : toujours juste, à corriger, à retirer ?"
            )
        case .turnFunction:
            ui(
                "Une fonction tourne, et celle-ci change bientôt de mains : {titre}. Accepteriez-vous de la prendre quelques mois ? Vous pouvez dire non sans raison."
            )
        case .thank:
            ui("Votre réponse sur « {titre} » a servi à d’autres. Merci du temps que vous y avez mis.")
        case .news:
            ui(
                "Je pensais à vous : cela fait un moment que nous ne vous avons pas lu. Rien n’est attendu ; si votre travail a changé, ou si quelque chose ne va pas ici, je veux bien le savoir."
            )
        case .takeUp:
            ui(
                "Votre question « {titre} » est restée sans suite. Se pose-t-elle toujours ? Nous pouvons la reprendre ensemble : la dire autrement, ou la porter à une rencontre."
            )
        }
    }

    /// Whether what it is about has a title to put in.
    package var hasTitle: Bool {
        switch self {
        case .solicit, .welcome, .firstQuestion, .news: false
        case .askIfHelped, .firstExchange, .reread, .turnFunction, .thank, .takeUp: true
        }
    }

    /// Letters that say something of how somebody takes part: nobody else learns to whom they went.
    var isPrivate: Bool {
        switch self {
        case .firstExchange, .firstQuestion, .news, .takeUp: true
        case .solicit, .askIfHelped, .welcome, .reread, .turnFunction, .thank: false
        }
    }

    static let lengthAtMost = 2_000
}

/// A letter that a facilitator wrote themselves: the subject and the greeting are in the reader's language, the words
/// are theirs.
package struct HandwrittenLetter: Codable, Sendable, Equatable {
    package let kind: MessageKind
    package let community: String
    package let slug: String
    /// The reader.
    package let to: String
    package let from: String
    /// The address of who writes: answers go to them, not to Ruche.
    package let replyTo: String
    package let words: String
    /// What it is about.
    package let title: String
    package let question: Int64?
    /// The place of a reply in its thread.
    package let number: Int?

    package init(
        _ kind: MessageKind, community: String, slug: String, to: String, from: String, replyTo: String, words: String,
        title: String, question: Int64?, number: Int?
    ) {
        (self.kind, self.community, self.slug, self.to) = (kind, community, slug, to)
        (self.from, self.replyTo, self.words, self.title) = (from, replyTo, words, title)
        (self.question, self.number) = (question, number)
    }

    /// After the address of the server.
    package var path: String {
        guard let question else { return "/c/\(slug)" }
        return "/c/\(slug)/questions/\(question)" + (number.map { "#r\($0)" } ?? "")
    }
}

extension Interface {
    package func subject(of kind: MessageKind, from: String, title: String, community: String) -> String {
        switch kind {
        case .solicit: self("%@ a besoin de vous : %@", from, title)
        case .askIfHelped: self("Une réponse vous a-t-elle servi ? %@", title)
        case .welcome: self("Bienvenue dans « %@ »", community)
        case .firstExchange: self("Un échange qui pourrait vous parler : %@", title)
        case .firstQuestion: self("%@ vous écrit, de « %@ »", from, community)
        case .reread: self("À relire : %@", title)
        case .turnFunction: self("Prendriez-vous le relais ? %@", title)
        case .thank: self("Merci pour votre réponse : %@", title)
        case .news: self("%@ prend de vos nouvelles", from)
        case .takeUp: self("On reprend votre question ? %@", title)
        }
    }

    /// "Bonjour Claire,"
    package func greeting(_ name: String) -> String {
        self("Bonjour %@,", name.split(separator: " ").first.map(String.init) ?? name)
    }

    package func closing(from name: String) -> String {
        self("Pour répondre à %@, répondez simplement à ce courriel.", name)
    }
}
