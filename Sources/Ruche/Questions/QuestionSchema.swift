import Persistence

enum QuestionSchema {
    /// What members look for, in questions and replies. A row is a post: see `PostNumber`.
    static let search = SearchIndex("post_search")

    static let migrations = [
        Migration(
            "questions",
            """
            create table topic (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              name         text not null check (name <> ''),
              description  text not null default '',
              unique (community_id, name)
            ) \(.strict)
            """,
            """
            create table question (
              id               \(.id),
              community_id     \(.integer) not null references community (id) on delete cascade,
              author_id        \(.integer) not null references member (id),
              title            text not null check (title <> ''),
              body             text not null,
              html             text not null,
              renderer         \(.integer) not null,
              asked_at         \(.instant) not null,
              setting          text,
              moment           text,
              constraints      text,
              tried            text,
              sought           text not null default '',
              needed_by        text,
              is_urgent        \(.integer) not null default 0,
              objective_id     \(.integer) references objective (id) on delete set null,
              need_id          \(.integer) references need (id) on delete set null,
              version          \(.integer) not null default 1,
              edited_at        \(.instant),
              deleted_at       \(.instant),
              last_activity_at \(.instant) not null,
              asker_wrote_at   \(.instant) not null,
              reply_count      \(.integer) not null default 0,
              last_number      \(.integer) not null default 0,
              answered_at      \(.instant),
              useful_at        \(.instant),
              resolved_at      \(.instant),
              closed_at        \(.instant),
              closing_word     text,
              retained_id      \(.integer),
              -- Whose reply it is, kept here so that their news are read by one index.
              retained_author_id \(.integer),
              thanks           text,
              batch_id         \(.integer)
            ) \(.strict)
            """,
            "create index question_by_activity on question (community_id, last_activity_at, id) where deleted_at is null",
            """
            create index question_waiting on question (community_id, last_activity_at, id)
            where deleted_at is null and resolved_at is null and closed_at is null
            """,
            "create index question_by_date on question (community_id, asked_at)",
            "create index question_by_author on question (author_id, last_activity_at, id)",
            """
            create index question_by_retained_author on question (retained_author_id, resolved_at)
            where retained_author_id is not null
            """,
            "create index question_by_objective on question (objective_id) where objective_id is not null",
            "create index question_by_need on question (need_id) where need_id is not null",
            "create index question_by_batch on question (batch_id) where batch_id is not null",
            """
            create table question_topic (
              question_id \(.integer) not null references question (id) on delete cascade,
              topic_id    \(.integer) not null references topic (id) on delete cascade,
              primary key (question_id, topic_id)
            ) \(.strict)
            """,
            "create index question_topic_by_topic on question_topic (topic_id, question_id)",
            """
            create table reply (
              id           \(.id),
              question_id  \(.integer) not null references question (id) on delete cascade,
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id),
              number       \(.integer) not null,
              answers_id   \(.integer) references reply (id) on delete set null,
              replied_at   \(.instant) not null,
              kind         text not null check (kind in ('answer', 'clarification')),
              knowledge    text check (knowledge in ('experiential', 'technical', 'scientific')),
              at_ours      text,
              body         text not null check (body <> ''),
              html         text not null,
              renderer     \(.integer) not null,
              version      \(.integer) not null default 1,
              edited_at    \(.instant),
              deleted_at   \(.instant),
              useful_count \(.integer) not null default 0,
              batch_id     \(.integer),
              unique (question_id, number)
            ) \(.strict)
            """,
            "create index reply_by_author on reply (author_id, replied_at)",
            "create index reply_in_thread on reply (question_id, author_id) where deleted_at is null",
            "create index reply_thread_by_author on reply (author_id, replied_at, question_id) where deleted_at is null",
            // All that an evaluation reads of a reply: the texts, as long as the archive, are not touched.
            """
            create index reply_by_community on reply
              (community_id, replied_at, question_id, author_id, answers_id, useful_count, deleted_at)
            """,
            "create index reply_by_answered on reply (answers_id) where answers_id is not null",
            "create index reply_by_batch on reply (batch_id) where batch_id is not null"
        ),
        Migration(
            "useful marks",
            """
            create table useful_mark (
              reply_id  \(.integer) not null references reply (id) on delete cascade,
              member_id \(.integer) not null references member (id) on delete cascade,
              voice     text not null check (voice in ('asker', 'peer', 'on_behalf')),
              marked_at \(.instant) not null,
              -- Whose reply it is, kept here so that their news are read by one index.
              author_id \(.integer) not null references member (id) on delete cascade,
              primary key (reply_id, member_id, voice)
            ) \(.strict)
            """,
            "create index useful_mark_by_member on useful_mark (member_id, marked_at)",
            "create index useful_mark_by_author on useful_mark (author_id, marked_at)",
            """
            create table me_too (
              question_id \(.integer) not null references question (id) on delete cascade,
              member_id   \(.integer) not null references member (id) on delete cascade,
              line        text not null default '',
              said_at     \(.instant) not null,
              primary key (question_id, member_id)
            ) \(.strict)
            """,
            "create index me_too_by_member on me_too (member_id, said_at)"
        ),
        Migration(
            "versions and drafts",
            """
            create table post_version (
              object     text not null,
              version    \(.integer) not null,
              title      text not null,
              body       text not null,
              written_at \(.instant) not null,
              reason     text not null default '',
              primary key (object, version)
            ) \(.strict)
            """,
            """
            create table draft (
              member_id \(.integer) not null references member (id) on delete cascade,
              place     text not null,
              fields    text not null,
              saved_at  \(.instant) not null,
              primary key (member_id, place)
            ) \(.strict)
            """,
            """
            create table read_position (
              member_id   \(.integer) not null references member (id) on delete cascade,
              question_id \(.integer) not null references question (id) on delete cascade,
              number      \(.integer) not null,
              primary key (member_id, question_id)
            ) \(.strict)
            """,
            "create index read_position_by_question on read_position (question_id)",
            """
            create table attachment (
              id          \(.id),
              question_id \(.integer) not null references question (id) on delete cascade,
              number      \(.integer) not null,
              name        text not null,
              type        text not null,
              size        \(.integer) not null,
              hash        text not null
            ) \(.strict)
            """,
            "create index attachment_by_post on attachment (question_id, number)"
        ),
        Migration("search", search.migration),
        Migration(
            "neighbours",
            """
            create table neighbour (
              question_id \(.integer) not null references question (id) on delete cascade,
              other_id    \(.integer) not null references question (id) on delete cascade,
              likeness    \(.integer) not null,
              primary key (question_id, other_id)
            ) \(.strict)
            """,
            "create index neighbour_by_other on neighbour (other_id)"
        ),
        Migration(
            "promise",
            "alter table question add column waiting_since \(.instant)",
            "alter table question add column round \(.integer) not null default 0",
            "alter table question add column choice_asked_at \(.instant)",
            "alter table question add column agenda_at \(.instant)",
            "alter table question add column applied_at \(.instant)",
            """
            create table solicitation (
              id          \(.id),
              question_id \(.integer) not null references question (id) on delete cascade,
              member_id   \(.integer) not null references member (id) on delete cascade,
              -- Nobody: the rule of the promise.
              asked_by    \(.integer) references member (id) on delete set null,
              reason      text not null,
              hash        \(.blob) not null unique,
              asked_at    \(.instant) not null,
              declined_at \(.instant),
              unique (question_id, member_id)
            ) \(.strict)
            """,
            "create index solicitation_by_member on solicitation (member_id, asked_at)",
            "create index solicitation_by_asker on solicitation (asked_by) where asked_by is not null",
            """
            create table follow_up (
              question_id \(.integer) not null references question (id) on delete cascade,
              number      \(.integer) not null check (number between 1 and 2),
              -- Null when it was told before any letter.
              hash        \(.blob) unique,
              asked_at    \(.instant) not null,
              outcome     text check (outcome in ('not yet', 'tried', 'adopted', 'not for us')),
              sentence    text,
              answered_at \(.instant),
              primary key (question_id, number)
            ) \(.strict)
            """,
            """
            create table without_us (
              reply_id  \(.integer) not null references reply (id) on delete cascade,
              member_id \(.integer) not null references member (id) on delete cascade,
              answer    text not null check (answer in ('faster', 'same', 'longer', 'not found')),
              said_at   \(.instant) not null,
              primary key (reply_id, member_id)
            ) \(.strict)
            """,
            "create index without_us_by_member on without_us (member_id, said_at)"
        ),
        Migration(
            "kinds of exchange",
            "alter table question add column kind text not null default 'question'",
            "alter table question add column became text",
            "alter table question add column became_id \(.integer)",
            "alter table question add column became_word text",
            "alter table question add column became_at \(.instant)",
            // Of a case: who looked it over before it was published.
            "alter table question add column checked_by \(.integer) references member (id) on delete set null",
            "create index question_by_checker on question (checked_by) where checked_by is not null",
            "drop index question_waiting",
            """
            create index question_waiting on question (community_id, last_activity_at, id)
            where deleted_at is null and resolved_at is null and closed_at is null and kind = 'question'
            """,
            "create index question_by_kind on question (community_id, kind, last_activity_at, id) where deleted_at is null",
            """
            create table synthesis (
              question_id \(.integer) primary key references question (id) on delete cascade,
              body        text not null check (body <> ''),
              html        text not null,
              renderer    \(.integer) not null,
              version     \(.integer) not null,
              author_id   \(.integer) not null references member (id),
              written_at  \(.instant) not null
            ) \(.strict)
            """,
            "create index synthesis_by_author on synthesis (author_id)",
            """
            create table proposed_case (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id) on delete cascade,
              reader_id    \(.integer) references member (id) on delete set null,
              draft        text not null,
              proposed_at  \(.instant) not null,
              remark       text not null default '',
              is_sent_back \(.integer) not null default 0
            ) \(.strict)
            """,
            "create index proposed_case_by_community on proposed_case (community_id)",
            "create index proposed_case_by_author on proposed_case (author_id)",
            "create index proposed_case_by_reader on proposed_case (reader_id) where reader_id is not null"
        ),
        Migration(
            "anonymous questions",
            "alter table community add column takes_anonymous \(.integer) not null default 1",
            // Nothing here or elsewhere ties an alias to a person.
            """
            create table alias (
              member_id   \(.integer) primary key references member (id) on delete cascade,
              question_id \(.integer) not null references question (id) on delete cascade,
              hash        \(.blob) not null unique
            ) \(.strict)
            """,
            "create index alias_by_question on alias (question_id)"
        ),
        Migration(
            "conversation",
            """
            create table evidence (
              id           \(.id),
              question_id  \(.integer) not null references question (id) on delete cascade,
              number       \(.integer) not null,
              title        text not null check (title <> ''),
              form         text not null,
              year         \(.integer) check (year between 1800 and 2100),
              reference    text not null default '',
              is_retracted \(.integer) not null default 0
            ) \(.strict)
            """,
            "create index evidence_by_post on evidence (question_id, number)",
            """
            create table reaction (
              question_id \(.integer) not null references question (id) on delete cascade,
              number      \(.integer) not null,
              member_id   \(.integer) not null references member (id) on delete cascade,
              kind        text not null check (kind in ('thanks', 'confirm', 'wonder')),
              primary key (question_id, number, member_id, kind)
            ) \(.strict)
            """,
            "create index reaction_by_member on reaction (member_id)",
            """
            create table follow (
              member_id   \(.integer) not null references member (id) on delete cascade,
              question_id \(.integer) not null references question (id) on delete cascade,
              level       text not null check (level in ('all', 'normal', 'mute')),
              primary key (question_id, member_id)
            ) \(.strict)
            """,
            "create index follow_by_member on follow (member_id)",
            """
            create table bookmark (
              member_id   \(.integer) not null references member (id) on delete cascade,
              question_id \(.integer) not null references question (id) on delete cascade,
              name        text not null default '',
              remind_on   text not null default '',
              kept_at     \(.instant) not null,
              primary key (member_id, question_id)
            ) \(.strict)
            """,
            "create index bookmark_by_question on bookmark (question_id)"
        ),
        Migration(
            "questions that wait for help",
            // All that ranks them on the home page: no row is read for it.
            """
            create index question_for_help on question
              (community_id, kind, last_activity_at, id, setting, answered_at, author_id)
            where kind = 'question' and deleted_at is null and resolved_at is null and closed_at is null
              and useful_at is null
            """
        ),
    ]
}

/// The row of a post in the search index: its community, its thread and its place there, in one number. The rows of a
/// community are a range, the newest threads come first, and results group by thread without a look at the tables.
struct PostNumber: Sendable, Hashable {
    let row: Int64

    /// 65,536 posts in a thread, 1,073,741,824 threads, 131,072 communities: past the first, the last post of a thread
    /// takes the place of the one before it.
    private static let (threadShift, communityShift): (Int64, Int64) = (16, 46)

    /// - Parameter number: 0 for the question itself, else the reply's.
    init(_ question: Question.ID, _ number: Int, in community: Community.ID) {
        let last = 1 << Self.threadShift - 1
        row =
            community.rawValue << Self.communityShift | question.rawValue << Self.threadShift
            | min(Int64(number), Int64(last))
    }
    init(row: Int64) { self.row = row }

    var question: Question.ID {
        Question.ID(row >> Self.threadShift & (1 << (Self.communityShift - Self.threadShift) - 1))
    }
    var number: Int { Int(row & (1 << Self.threadShift - 1)) }

    /// The row from which the exchanges before another's row stand, so many of them at most.
    static func row(_ exchanges: Int64, exchangesBefore row: Int64) -> Int64 {
        (row >> threadShift - exchanges) << threadShift
    }

    /// The rows of a thread: the question and its replies.
    static func rows(of question: Question.ID, in community: Community.ID) -> ClosedRange<Int64> {
        PostNumber(question, 0, in: community).row...PostNumber(question, .max, in: community).row
    }

    /// The rows of a community.
    static func rows(in community: Community.ID) -> ClosedRange<Int64> {
        let first = community.rawValue << communityShift
        return first...(first | (1 << communityShift - 1))
    }
}
