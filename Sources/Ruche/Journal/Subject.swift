import Persistence

/// What an act bears on, as the journal writes it: "reply/7".
package enum Subject: Sendable, Equatable, Bindable {
    case person(Person.ID)
    case community(Community.ID)
    case member(Member.ID)
    case invitation(Invitation.ID)
    case invitationLink(InvitationLink.ID)
    case joinRequest(JoinRequest.ID)
    case question(Question.ID)
    case reply(Reply.ID)
    case need(Need.ID)
    case objective(Objective.ID)
    case meeting(Meeting.ID)
    case decision(Decision.ID)
    case resource(Int64)
    case step(Int)
    case batch(Int64)
    case memberImport(MemberImport.ID)
    case survey(Survey.ID)
    case announcement(Announcement.ID)
    case privateWord(PrivateWord.ID)
    case topic(Topic.ID)

    package var text: String {
        switch self {
        case .person(let id): "person/\(id)"
        case .community(let id): "community/\(id)"
        case .member(let id): "member/\(id)"
        case .invitation(let id): "invitation/\(id)"
        case .invitationLink(let id): "invitation link/\(id)"
        case .joinRequest(let id): "join request/\(id)"
        case .question(let id): "question/\(id)"
        case .reply(let id): "reply/\(id)"
        case .need(let id): "need/\(id)"
        case .objective(let id): "objective/\(id)"
        case .meeting(let id): "meeting/\(id)"
        case .decision(let id): "decision/\(id)"
        case .resource(let id): "resource/\(id)"
        case .step(let number): "step/\(number)"
        case .batch(let id): "batch/\(id)"
        case .memberImport(let id): "member import/\(id)"
        case .survey(let id): "survey/\(id)"
        case .announcement(let id): "announcement/\(id)"
        case .privateWord(let id): "private word/\(id)"
        case .topic(let id): "topic/\(id)"
        }
    }

    package static var kind: Value.Kind { .text }
    package var value: Value { .text(text) }

    package init(_ column: Column) throws {
        let text = try column.text()
        let parts = text.split(separator: "/")
        guard parts.count == 2, let kind = parts.first, let id = parts.last.flatMap({ Int64($0) }) else {
            throw DatabaseError(.programming, "no subject is named \(text)")
        }
        switch kind {
        case "person": self = .person(.init(id))
        case "community": self = .community(.init(id))
        case "member": self = .member(.init(id))
        case "invitation": self = .invitation(.init(id))
        case "invitation link": self = .invitationLink(.init(id))
        case "join request": self = .joinRequest(.init(id))
        case "question": self = .question(.init(id))
        case "reply": self = .reply(.init(id))
        case "need": self = .need(.init(id))
        case "objective": self = .objective(.init(id))
        case "meeting": self = .meeting(.init(id))
        case "decision": self = .decision(.init(id))
        case "resource": self = .resource(id)
        case "step": self = .step(Int(id))
        case "survey": self = .survey(.init(id))
        case "announcement": self = .announcement(.init(id))
        case "private word": self = .privateWord(.init(id))
        case "topic": self = .topic(.init(id))
        case "member import": self = .memberImport(.init(id))
        case "batch": self = .batch(id)
        default: throw DatabaseError(.programming, "no subject is named \(text)")
        }
    }
}
