import ArgumentParser
import Foundation
import Persistence
import Ruche
import RucheWeb

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Brings the database up to date.")
    @OptionGroup var settings: Settings

    func run() async throws {
        let instance = try await settings.open()
        try await instance.database.close()
        print("The database is up to date.")
    }
}

struct RoutesTable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Every way in: method, path, who may use it.")
    @Flag(help: "One JSON document.") var json = false

    func run() async throws {
        let routes = WebServer.table.all
        if json {
            let rows = routes.map { ["method": $0.method.rawValue, "path": "/" + $0.path, "who": $0.access.rawValue] }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(rows), as: UTF8.self))
        } else {
            for route in routes {
                let method = route.method.rawValue.padding(toLength: 5, withPad: " ", startingAt: 0)
                print(method, "/" + route.path, "·", route.access.rawValue)
            }
        }
    }
}

struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Accounts.", subcommands: [Create.self, LinkCommand.self, Address.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Creates an account, or finds it.")
        @OptionGroup var settings: Settings
        @Argument var email: String
        @Option var name: String
        @Flag var administrator = false

        func run() async throws {
            let instance = try await settings.open()
            let address = try typed(email)
            let (name, administrator) = (name, administrator)
            try await instance.act(through: .command) { act in
                _ = try act.accounts.create(address, name: name, isAdministrator: administrator)
            }
            print("\(address.rawValue) has an account.")
        }
    }

    struct LinkCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "link", abstract: "A sign-in link, for whoever runs the server.")
        @OptionGroup var settings: Settings
        @Argument var email: String

        func run() async throws {
            let instance = try await settings.open()
            let address = try typed(email)
            var random = SystemRandomNumberGenerator()
            let secret = Secret(&random)
            try await instance.act(through: .command) { act in
                guard let person = try act.view.accounts.find(address) else {
                    throw Failed("\(address.rawValue) has no account: create it with ruche user create.")
                }
                try act.accounts.createLink(for: person.id, leadingTo: nil, secret: secret)
                try act.record(.gaveSignInLink, .person(person.id))
            }
            print("\(settings.url)\(RucheWeb.Link.signInLink(secret.text).path(in: nil))")
        }
    }
}

extension User {
    struct Address: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Moves an account to another address, for somebody who has lost the mailbox: check who asks.")
        @OptionGroup var settings: Settings
        @Argument var email: String
        @Argument var to: String

        func run() async throws {
            let instance = try await settings.open()
            let (address, new) = (try typed(email), try typed(to))
            do {
                try await instance.act(through: .command) { act in
                    guard let person = try act.view.accounts.find(address) else {
                        throw Failed("\(address.rawValue) has no account.")
                    }
                    try act.accounts.move(person.id, to: new)
                }
            } catch let refusal as Refusal {
                throw Failed(refusal.sentence)
            }
            print("The account is now \(new.rawValue).")
        }
    }
}

struct CommunityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "community", abstract: "Communities.", subcommands: [Create.self, List.self, Purge.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Creates a community.")
        @OptionGroup var settings: Settings
        @Argument var slug: String
        @Option var name: String
        @Option(help: "The address of its first facilitator, who gets an account if needed.") var facilitator: String?

        func run() async throws {
            let instance = try await settings.open()
            let slug = try refused { try Slug(typed: self.slug) }
            let (name, facilitator) = (name, try facilitator.map(typed))
            try await instance.act(through: .command) { act in
                guard try act.view.communities.find(slug.text) == nil else {
                    throw Failed("There is already a community \(slug.text).")
                }
                let id = try act.communities.create(slug, name: name, domain: "", isOpen: true)
                if let facilitator {
                    let person = try act.accounts.create(facilitator, name: facilitator.rawValue)
                    try act.members.enter(
                        id, person: person, as: MemberDraft(name: facilitator.rawValue), role: .facilitator)
                }
            }
            print("/c/\(slug.text)")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The communities of the server.")
        @OptionGroup var settings: Settings

        func run() async throws {
            let instance = try await settings.open()
            for volume in try await instance.view({ try $0.communities.volumes() }) {
                print(
                    volume.slug, "·", volume.members, "members ·", volume.questions, "questions ·", volume.replies,
                    "replies")
            }
        }
    }
}

extension CommunityCommand {
    struct Purge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erases a community, a year after it was closed: nothing of it stays.")
        @OptionGroup var settings: Settings
        @Argument var slug: String

        func run() async throws {
            let instance = try await settings.open()
            let slug = slug
            do {
                let files = try await instance.act(through: .command) { try $0.communities.purge(slug) }
                let store = FileStore(folder: settings.files)
                for file in files { try store.remove(file) }
            } catch let refusal as Refusal {
                throw Failed(refusal.sentence)
            }
            print("\(slug) is erased.")
        }
    }
}

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the embedded database into a new file, while it is in use.")
    @OptionGroup var settings: Settings
    @Argument var file: String

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: file) else { throw Failed("\(file) is there already.") }
        let instance = try await settings.open()
        try await instance.database.backup(to: file)
        print("Kept in \(file).")
    }
}

func typed(_ email: String) throws -> EmailAddress { try refused { try EmailAddress(typed: email) } }

/// A refusal of the domain, as a sentence of the command line.
func refused<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let refusal as Refusal { throw Failed(refusal.sentence) }
}
