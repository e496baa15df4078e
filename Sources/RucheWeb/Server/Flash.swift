import Ruche

/// The result of the last act, said once on the next page, with its undo where there is one.
package enum Flash: Sendable, Equatable {
    case asked, replied, draftKept, edited, retained, resolved, reopened, closed, meToo
    case questionDeleted(Question.ID), replyDeleted(Reply.ID), announcementWithdrawn(Announcement.ID), restored
    case passwordChosen, passwordRemoved, addressAsked, addressDropped, dataAsked, toolsChecked, mailTried, mailReceived
    case surveyOpened, surveyClosed
    case saidHello, reviewOpened, reviewConcluded, communityClosed, communityReopened
    case signedOut, sessionEnded, invited, invitationWithdrawn, signInToJoin, joined
    case linkCreated, linkClosed, invitationReminded
    case profileKept, roleChanged, left, paused, resumed, cameBack
    case communityCreated, communityOpened
    case kept, stepDone, calendarFixed, launched, voted, needRaised, needRetained, needSetAside
    case measuresKept(Int)
    case objectiveKept, objectiveClosed, meetingKept, meetingCancelled, proposalOpened, answered, concluded
    case added, removed, imported, importUndone
    case charterAccepted, charterRevoked, charterReminded
    case requestAccepted, requestDeclined
    case listRead, invitationsPrepared, invitationsSent, listForgotten
    case invitedToAnswer, published, caseProposed, caseChangeProposed, wordSent, moved
    case functionTaken, functionEnded, termRenewed, handedOver
    case messageSent, gestureTaken, gesturePostponed, gestureMuted, gestureBack, templateKept, noteKept, timeNoted
    case quietListLeft, quietListJoined, hierarchyDeclared, managerDeclared, hierarchyWithdrawn
    case split, merged, mergeProposed, keptApart, pinned, unpinned, pinAside(Question.ID), retitled, titleProposed,
        titleKept
    case unread, allRead
    case flagged, patientFlagged, corrected, correctedAndBack, purged, rereadingAnswered, seen

    /// As the cookie carries it: a word, and the number of what can be undone.
    var text: String {
        switch self {
        case .questionDeleted(let id): "questionDeleted.\(id)"
        case .replyDeleted(let id): "replyDeleted.\(id)"
        case .announcementWithdrawn(let id): "announcementWithdrawn.\(id)"
        case .pinAside(let id): "pinAside.\(id)"
        case .measuresKept(let count): "measuresKept.\(count)"
        default: "\(self)"
        }
    }

    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        if parts.count == 2, let id = Int64(parts[1]) {
            switch parts[0] {
            case "questionDeleted": self = .questionDeleted(.init(id))
            case "replyDeleted": self = .replyDeleted(.init(id))
            case "announcementWithdrawn": self = .announcementWithdrawn(.init(id))
            case "pinAside": self = .pinAside(.init(id))
            case "measuresKept": self = .measuresKept(Int(id))
            default: return nil
            }
            return
        }
        guard let plain = Self.plain.first(where: { "\($0)" == text }) else { return nil }
        self = plain
    }

    private static let plain: [Flash] = [
        .wordSent, .moved, .asked, .replied, .draftKept, .edited, .retained, .resolved, .reopened, .closed, .meToo,
        .restored,
        .passwordChosen,
        .passwordRemoved, .addressAsked, .addressDropped, .dataAsked,
        .toolsChecked, .surveyOpened, .surveyClosed, .saidHello, .reviewOpened, .reviewConcluded, .communityClosed,
        .communityReopened, .mailTried, .mailReceived, .signedOut,
        .sessionEnded, .invited, .invitationWithdrawn, .signInToJoin, .joined, .linkCreated, .linkClosed,
        .invitationReminded, .profileKept, .roleChanged, .left,
        .paused, .resumed, .cameBack,
        .communityCreated,
        .communityOpened, .kept, .stepDone, .calendarFixed, .launched, .voted, .needRaised, .needRetained,
        .needSetAside,
        .objectiveKept, .objectiveClosed, .meetingKept, .meetingCancelled, .proposalOpened, .answered, .concluded,
        .added, .removed, .imported, .importUndone, .charterAccepted, .charterRevoked, .charterReminded,
        .requestAccepted, .requestDeclined,
        .listRead, .invitationsPrepared, .invitationsSent, .listForgotten,
        .functionTaken, .invitedToAnswer, .published, .caseProposed, .caseChangeProposed,
        .functionEnded, .termRenewed, .handedOver,
        .messageSent, .gestureTaken, .gesturePostponed, .gestureMuted, .gestureBack, .templateKept, .noteKept,
        .timeNoted, .quietListLeft, .quietListJoined, .hierarchyDeclared, .managerDeclared,
        .hierarchyWithdrawn,
        .flagged, .patientFlagged, .corrected, .correctedAndBack, .purged, .rereadingAnswered, .seen,
        .split, .merged, .mergeProposed, .keptApart, .pinned, .unpinned, .retitled, .titleProposed, .titleKept, .unread,
        .allRead,
    ]
}
