import Persistence

extension PersonalData {
    /// What a member left in one table, beside their questions and their replies.
    package enum Record: String, Sendable, CaseIterable {
        // What they said of themselves, and how they want things.
        case earlierNames = "earlier_names"
        case hello, follows, bookmarks, reactions
        case topicFollows = "topic_follows"
        case mutedGestures = "muted_gestures"
        case selfCheck = "self_check"
        // What they wrote beside posts.
        case sources
        case whatBecame = "what_became"
        case withoutUs = "without_us"
        case privateWords = "private_words"
        case announcements, syntheses, cases, flags
        case confirmations, moves
        // What they did with the group.
        case needVotes = "need_votes"
        case reviewVoices = "review_voices"
        case measures, resources, surveys, charters, templates
        case facilitationTime = "facilitation_time"
        case preparation
        case invitations
        case invitationLinks = "invitation_links"
        case lists, requests
        case facilitationNotes = "facilitation_notes"
        case rereadings
        // What others asked of them, or keep for them.
        case solicitations, waiting, welcomed
    }
}

extension View {
    /// The rows of a member in every table that has some, a line each: about what, the words, when.
    func records(of member: Member.ID) throws -> [String: [PersonalData.Line]] {
        var records: [String: [PersonalData.Line]] = [:]
        for record in PersonalData.Record.allCases {
            let lines = try transaction.all(record.sql(of: member)) { row in
                PersonalData.Line(about: try row[0], text: try row[1], at: (try row[2] as Instant).date)
            }
            if !lines.isEmpty { records[record.rawValue] = lines }
        }
        return records
    }
}

extension PersonalData.Record {
    /// `select about, text, at …`
    fileprivate func sql(of member: Member.ID) -> SQL {
        switch self {
        case .earlierNames:
            "select 'name', name, until from earlier_name where member_id = \(member) order by until"
        case .hello:
            "select 'hello', hello, began_at from welcome where member_id = \(member) and hello <> ''"
        case .follows:
            """
            select 'question/' || f.question_id, f.level, q.asked_at from follow f join question q on q.id = f.question_id
            where f.member_id = \(member) order by f.question_id
            """
        case .topicFollows:
            """
            select 'topic/' || f.topic_id, t.name || ' · ' || f.level, f.chosen_at from topic_follow f
            join topic t on t.id = f.topic_id where f.member_id = \(member) order by f.chosen_at
            """
        case .bookmarks:
            """
            select 'question/' || question_id, name || case when remind_on = '' then '' else ' · ' || remind_on end, kept_at
            from bookmark where member_id = \(member) order by kept_at
            """
        case .reactions:
            """
            select 'question/' || r.question_id || '/' || r.number, r.kind, q.asked_at from reaction r
            join question q on q.id = r.question_id where r.member_id = \(member) order by r.question_id, r.number
            """
        case .mutedGestures:
            "select 'gesture', kind, muted_at from gesture_mute where member_id = \(member) order by muted_at"
        case .selfCheck:
            """
            select 'browser', s.browser || case when s.words = '' then '' else ' · ' || s.words end,
              coalesce(s.mail_received_at, s.mail_sent_at, m.joined_at)
            from self_check s join member m on m.id = s.member_id where s.member_id = \(member)
            """
        case .sources:
            """
            select 'question/' || e.question_id || '/' || e.number,
              e.title || case when e.reference = '' then '' else ' · ' || e.reference end, q.asked_at
            from evidence e join question q on q.id = e.question_id
            left join reply r on r.question_id = e.question_id and r.number = e.number
            where (e.number = 0 and q.author_id = \(member)) or (e.number > 0 and r.author_id = \(member)) order by e.id
            """
        case .whatBecame:
            """
            select 'question/' || f.question_id,
              coalesce(f.outcome, '') || case when f.sentence is null then '' else ' · ' || f.sentence end, f.answered_at
            from follow_up f join question q on q.id = f.question_id
            where q.author_id = \(member) and f.answered_at is not null order by f.answered_at
            """
        case .withoutUs:
            "select 'reply/' || reply_id, answer, said_at from without_us where member_id = \(member) order by said_at"
        case .privateWords:
            """
            select 'talk/' || talk_id, body, written_at from private_word
            where author_id = \(member) and body <> '' order by id
            """
        case .announcements:
            """
            select 'announcement/' || id, title || case when body = '' then '' else ' · ' || body end, sent_at
            from announcement where author_id = \(member) order by sent_at, id
            """
        case .syntheses:
            """
            select 'question/' || question_id, body, written_at from synthesis
            where author_id = \(member) order by written_at
            """
        case .cases:
            """
            select 'case/' || id, draft || case when remark = '' then '' else ' · ' || remark end, proposed_at
            from proposed_case where author_id = \(member) order by id
            """
        case .flags:
            """
            select r.object, f.reason || case when f.words = '' then '' else ' · ' || f.words end, f.flagged_at
            from flag f join rereading r on r.id = f.rereading_id where f.member_id = \(member) order by f.flagged_at
            """
        case .confirmations:
            "select 'post', kinds, confirmed_at from confirmation where member_id = \(member) order by id"
        case .moves:
            """
            select 'question/' || question_id, reason, moved_at from thread_move where mover_id = \(member)
            union all select 'question/' || into_id, reason, made_at from reshaping where mover_id = \(member)
            union all select 'question/' || question_id, reason, proposed_at from merge_proposal where proposer_id = \(member)
            union all select 'question/' || question_id, title || ' · ' || reason, proposed_at from title_proposal
              where proposer_id = \(member)
            union all select 'question/' || question_id, reason, pinned_at from pin where pinned_by = \(member)
            order by 3
            """
        case .needVotes:
            """
            select 'need/' || need_id, cast(dots as text), voted_at from need_vote
            where member_id = \(member) order by voted_at, need_id
            """
        case .reviewVoices:
            """
            select 'review/' || v.review_id, v.choice, r.opened_at from review_voice v join review r on r.id = v.review_id
            where v.member_id = \(member) order by v.review_id
            """
        case .measures:
            """
            select 'objective/' || objective_id, day || ' · ' || cast(numerator as text) || '/' || cast(denominator as text),
              noted_at
            from objective_point where noted_by = \(member) order by id
            """
        case .resources:
            """
            select 'resource/' || r.id, r.title || case when r.address = '' then '' else ' · ' || r.address end, m.joined_at
            from resource r join member m on m.id = r.author_id where r.author_id = \(member) order by r.id
            """
        case .surveys:
            "select 'survey/' || id, title, created_at from survey where author_id = \(member) order by id"
        case .charters:
            "select 'charter/' || id, text, written_at from charter where author_id = \(member) order by id"
        case .templates:
            "select kind, text, written_at from message_template where written_by = \(member) order by written_at"
        case .facilitationTime:
            """
            select t.day, cast(t.minutes as text) || case when t.what = '' then '' else ' · ' || t.what end, m.joined_at
            from facilitation_time t join member m on m.id = t.member_id where t.member_id = \(member) order by t.id
            """
        case .preparation:
            """
            select 'step/' || o.number, 'owner', m.joined_at from step_owner o join member m on m.id = o.member_id
            where o.member_id = \(member)
            union all
            select 'core', 'member', m.joined_at from core_member k join member m on m.id = k.member_id
            where k.member_id = \(member)
            """
        case .invitations:
            """
            select 'invitation/' || id, role || case when words = '' then '' else ' · ' || words end, sent_at
            from invitation where invited_by = \(member) order by id
            """
        case .invitationLinks:
            """
            select 'invitation link/' || id, leads_to || case when domain = '' then '' else ' · ' || domain end, created_at
            from invitation_link where author_id = \(member) order by id
            """
        case .lists:
            "select 'member import/' || id, file, created_at from member_import where author_id = \(member) order by id"
        case .requests:
            """
            select 'join request/' || id, coalesce(outcome, ''), decided_at from join_request
            where decided_by = \(member) and decided_at is not null order by id
            """
        case .facilitationNotes:
            "select kind, note, done_at from gesture_done where done_by = \(member) order by id"
        case .rereadings:
            """
            select object, coalesce(outcome, '') || case when word = '' then '' else ' · ' || word end, decided_at
            from rereading where decided_by = \(member) and decided_at is not null
            union all
            select object, 'purged', purged_at from incident where purged_by = \(member)
            order by 3
            """
        case .solicitations:
            """
            select 'question/' || question_id, case when declined_at is null then 'asked' else 'declined' end, asked_at
            from solicitation where member_id = \(member) order by id
            """
        case .waiting:
            """
            select 'question/' || question_id, 'digest', noted_at from digest_line
            where member_id = \(member) order by noted_at
            """
        case .welcomed:
            "select 'member/' || member_id, 'host', began_at from welcome where host_id = \(member) order by began_at"
        }
    }
}
