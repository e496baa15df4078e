import Persistence

/// What time it is: the wall clock, or a clock that a test moves.
package protocol Clock: Sendable {
    var now: Instant { get }
}

/// One running Ruche: its database and its clock. Everything that reads or acts passes here.
package struct Instance: Sendable {
    package let database: Database
    package let clock: any Clock

    package init(_ database: Database, clock: any Clock) { (self.database, self.clock) = (database, clock) }

    package func view<T: Sendable>(
        by actor: Actor = .nobody, _ body: @escaping @Sendable (View) throws -> T
    ) async throws -> T {
        let now = clock.now
        return try await database.read { try body(View($0, by: actor, at: now)) }
    }

    @discardableResult
    package func act<T: Sendable>(
        by actor: Actor = .nobody, through channel: Channel, _ body: @escaping @Sendable (Act) throws -> T
    ) async throws -> T {
        let now = clock.now
        return try await database.write { transaction in
            let act = Act(transaction, by: actor, at: now, through: channel)
            try act.confirmRole()
            return try body(act)
        }
    }

    /// Every migration, in the order in which rooms know each other.
    package static let schema: [Migration] =
        AccountSchema.migrations + CommunitySchema.migrations + InvitationLinkSchema.migrations
        + JoinRequestSchema.migrations
        + WelcomeSchema.migrations + JournalSchema.migrations + JobSchema.migrations
        + MailSchema.migrations + LaunchSchema.migrations + DecisionSchema.migrations + MeetingSchema.migrations
        + PreparationSchema.migrations + CharterAcceptanceSchema.migrations + MandateSchema.migrations
        + QuestionSchema.migrations + TransferSchema.migrations + MemberImportSchema.migrations
        + DigestSchema.migrations + DataCopySchema.migrations + SelfCheckSchema.migrations
        + SurveySchema.migrations + ReviewSchema.migrations + SafetySchema.migrations + AttachmentSchema.migrations
        + PrivateTalkSchema.migrations + MovingSchema.migrations
        + AnnouncementSchema.migrations + DriftSchema.migrations + FacilitationSchema.migrations
        + SearchSchema.migrations + LifeSchema.migrations + RulesSchema.migrations + ExchangeSchema.migrations
        + EditingSchema.migrations + AccountLifeSchema.migrations + FlaggedSchema.migrations
        + SearchSchema.laterMigrations + ReshapingSchema.migrations + TopicSchema.migrations
        + FrontPageSchema.migrations + DigestMomentSchema.migrations + SalonSchema.migrations
        + WordRuleSchema.migrations + SearchSchema.latestMigrations + RenderingSchema.migrations
}

extension Act {
    /// Roles change between the page and the act: whoever acts as a member must still be one, in the same transaction.
    fileprivate func confirmRole() throws {
        guard let member = actor.member, let role = actor.role else { return }
        let found = try transaction.value(
            "select role from member where id = \(member) and left_at is null", as: Role.self)
        guard found == role else { throw Refusal.forbidden }
    }
}
