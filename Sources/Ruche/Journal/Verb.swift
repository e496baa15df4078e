import Persistence

/// What was done, for the journal. A closed list: each says what it counts for in the evaluation (DOMAIN §10.0).
package enum Verb: String, Bindable, Sendable, CaseIterable {
    // Accounts and communities
    case createdAccount = "created account"
    case madeAdministrator = "made administrator"
    case gaveSignInLink = "gave sign-in link"
    case signedIn = "signed in"
    case signedOut = "signed out"
    case chosePassword = "chose password"
    case removedPassword = "removed password"
    case askedAddressChange = "asked address change"
    case changedAddress = "changed address"
    case droppedAddressChange = "dropped address change"
    case askedForData = "asked for data"
    case erasedAccount = "erased account"
    case erasedMember = "erased member"
    case createdCommunity = "created community"
    case invited
    case askedToJoin = "asked to join"
    case acceptedRequest = "accepted request"
    case declinedRequest = "declined request"
    case withdrewInvitation = "withdrew invitation"
    case openedInvitationLink = "opened invitation link"
    case closedInvitationLink = "closed invitation link"
    case joined
    case saidHello = "said hello"
    case putWelcomeAway = "put welcome away"
    case left
    case paused
    case resumed
    case changedRole = "changed role"
    case changedProfile = "changed profile"
    case changedSettings = "changed settings"
    case changedSynonyms = "changed synonyms"
    case changedWordRules = "changed word rules"
    case wroteFrontPage = "wrote front page"
    case openedFrontPage = "opened front page"
    case shutFrontPage = "shut front page"
    case acceptedCharter = "accepted charter"
    case revokedCharter = "revoked charter"
    case remindedCharter = "reminded charter"
    case tookFunction = "took function"
    case endedFunction = "ended function"
    case renewedTerm = "renewed term"
    case handedOver = "handed over"
    case openedInvitation = "opened invitation"
    case opened
    // Exchanges
    case asked
    case replied
    case edited
    case deleted
    case restored
    case detachedFile = "detached file"
    case movedThread = "moved thread"
    case splitThread = "split thread"
    case mergedThread = "merged thread"
    case proposedMerge = "proposed merge"
    case declinedMerge = "declined merge"
    case proposedTitle = "proposed title"
    case declinedTitle = "declined title"
    case pinnedThread = "pinned thread"
    case unpinnedThread = "unpinned thread"
    case pinnedForSelf = "pinned for self"
    case unpinnedForSelf = "unpinned for self"
    case wroteInPrivate = "wrote in private"
    case tookBackPrivateWord = "took back private word"
    case leftPrivateTalk = "left private talk"
    case markedUseful = "marked useful"
    case withdrewUsefulMark = "withdrew useful mark"
    case retained
    case withdrewRetained = "withdrew retained"
    case thanked
    case metToo = "me too"
    case withdrewMeToo = "withdrew me too"
    case resolved
    case closed
    case reopened
    case cited
    case reacted
    case withdrewReaction = "withdrew reaction"
    case followed
    case followedTopic = "followed topic"
    case changedTopic = "changed topic"
    case mergedTopics = "merged topics"
    case bookmarked
    case gaveContext = "gave context"
    case beganExchange = "began exchange"
    case saidWhatItBecame = "said what it became"
    case synthesised
    case proposedCase = "proposed case"
    case passedCase = "passed case"
    case sentCaseBack = "sent case back"
    case withdrewCase = "withdrew case"
    case solicited
    case declinedSolicitation = "declined solicitation"
    case offeredChoice = "offered choice"
    case choseForUnanswered = "chose for unanswered"
    case putOnAgenda = "put on agenda"
    case tookOffAgenda = "took off agenda"
    case askedWhatBecame = "asked what became"
    case toldWhatBecame = "told what became"
    case saidWithoutUs = "said without us"
    case confirmedNotPatient = "confirmed not a patient"
    // Preparing
    case preparedStep = "prepared step"
    case completedStep = "completed step"
    case notedTime = "noted time"
    case checkedTools = "checked tools"
    case preparedSurvey = "prepared survey"
    case openedSurvey = "opened survey"
    case closedSurvey = "closed survey"
    case launched
    case confirmedStage = "confirmed stage"
    case openedReview = "opened review"
    case votedReview = "voted review"
    case concludedReview = "concluded review"
    case closedCommunity = "closed community"
    case reopenedCommunity = "reopened community"
    case purgedCommunity = "purged community"
    case raisedNeed = "raised need"
    case votedNeeds = "voted needs"
    case retainedNeed = "retained need"
    case setAsideNeed = "set aside need"
    case draftedObjective = "drafted objective"
    case changedObjective = "changed objective"
    case measuredObjective = "measured objective"
    case reviewedObjective = "reviewed objective"
    case closedObjective = "closed objective"
    case scheduledMeeting = "scheduled meeting"
    case changedMeeting = "changed meeting"
    case cancelledMeeting = "cancelled meeting"
    case addedResource = "added resource"
    // Deciding
    case proposedDecision = "proposed decision"
    case answeredDecision = "answered decision"
    case concludedDecision = "concluded decision"
    // Keeping safe
    case flagged
    case hidPost = "hid post"
    case readHiddenPost = "read hidden post"
    case putBackPost = "put back post"
    case askedCorrection = "asked correction"
    case correctedPost = "corrected post"
    case removedPost = "removed post"
    case purgedPost = "purged post"
    case provedPurge = "proved purge"
    case changedSignature = "changed signature"
    case sawConfirmation = "saw confirmation"
    // Informing
    case announced
    case changedAnnouncement = "changed announcement"
    case withdrewAnnouncement = "withdrew announcement"
    case restoredAnnouncement = "restored announcement"
    // Looking at what it becomes
    case movedGauge = "moved gauge"
    case linkedResource = "linked resource"
    // Facilitating
    case tookGesture = "took gesture"
    case postponedGesture = "postponed gesture"
    case resumedGesture = "resumed gesture"
    case mutedGesture = "muted gesture"
    case unmutedGesture = "unmuted gesture"
    case wroteByHand = "wrote by hand"
    case notedGesture = "noted gesture"
    case changedTemplate = "changed template"
    case leftQuietList = "left quiet list"
    case joinedQuietList = "joined quiet list"
    case declaredHierarchy = "declared hierarchy"
    case withdrewHierarchy = "withdrew hierarchy"
    // Past lives
    case imported
    case beganMemberList = "began member list"
    case preparedInvitations = "prepared invitations"
    case undidImport = "undid import"

    /// New words or knowledge given to the others.
    package var isContribution: Bool {
        switch self {
        case .asked, .beganExchange, .replied, .synthesised, .addedResource: true
        default: false
        }
    }

    /// Taking part: a contribution, a vote, a useful mark, a *moi aussi*. Reading never is.
    package var isAct: Bool {
        switch self {
        case .asked, .beganExchange, .replied, .synthesised, .addedResource, .markedUseful, .metToo, .votedNeeds,
            .answeredDecision, .votedReview:
            true
        default: false
        }
    }

    /// A power used, that members may look at: invitations, roles, rules, what was set aside or closed.
    package var isAudited: Bool {
        switch self {
        case .hidPost, .readHiddenPost, .putBackPost, .askedCorrection, .removedPost, .purgedPost, .sawConfirmation,
            .createdCommunity, .opened, .invited, .acceptedRequest, .declinedRequest, .withdrewInvitation,
            .openedInvitationLink, .closedInvitationLink,
            .changedRole, .changedSettings, .changedSynonyms, .changedWordRules, .wroteFrontPage, .openedFrontPage,
            .shutFrontPage,
            .changedTopic, .mergedTopics, .remindedCharter, .tookFunction, .endedFunction,
            .renewedTerm, .handedOver,
            .completedStep, .launched, .confirmedStage, .openedReview, .concludedReview, .closedCommunity,
            .reopenedCommunity, .retainedNeed, .setAsideNeed, .closedObjective, .cancelledMeeting,
            .concludedDecision, .movedThread, .splitThread, .mergedThread, .proposedMerge, .proposedTitle,
            .pinnedThread,
            .unpinnedThread, .announced, .withdrewAnnouncement, .restoredAnnouncement, .imported,
            .undidImport, .preparedInvitations, .wroteByHand, .changedTemplate, .declaredHierarchy,
            .withdrewHierarchy:
            true
        default: false
        }
    }

    package static let audited = allCases.filter(\.isAudited)
    /// What members do with their own words, and facilitators with those of others: audited then, as `facilitating`
    /// in its details says.
    static let auditedOfFacilitators: [Verb] = [.restored, .markedUseful, .saidWhatItBecame, .solicited]
    static let facilitating = ["facilitating": "yes"]
    /// What adds to the day on which it is done, and changes no figure of a day that is over.
    static let ofTheDay: [Verb] = [
        .asked, .beganExchange, .replied, .edited, .markedUseful, .metToo, .reacted, .withdrewReaction, .followed,
        .bookmarked, .cited, .gaveContext, .thanked, .retained, .resolved, .closed, .solicited, .declinedSolicitation,
        .offeredChoice, .askedWhatBecame, .toldWhatBecame, .saidWithoutUs, .wroteInPrivate, .signedIn, .signedOut,
        .saidHello, .invited, .openedInvitation, .joined, .left, .tookGesture, .postponedGesture, .notedGesture,
        .notedTime, .flagged,
    ]
    package static let contributions = allCases.filter(\.isContribution)
    package static let acts = allCases.filter(\.isAct)
}
