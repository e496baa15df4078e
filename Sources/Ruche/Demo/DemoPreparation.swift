/// What the community prepared before its launch, and decided since, as its file holds it.
struct DemoPreparation: Decodable, Sendable {
    let community: Place
    let topics: [Named]
    let needs: [Need]
    let objectives: [Objective]
    let steps: Steps
    let charter: String
    let meetings: [Meeting]
    let decisions: [Decision]
    let launch: Launch

    struct Place: Decodable, Sendable {
        let name: String
        let slug: String
        let facilitators: [String]
    }

    struct Named: Decodable, Sendable {
        let name: String
        let description: String
    }

    struct Need: Decodable, Sendable {
        let key: String
        let statement: String
        let reach: String
        let votes: Int
        let t0: String
        let state: String
        let reason: String?
        let owner: String?
    }

    struct Objective: Decodable, Sendable {
        let key: String
        let title: String
        let practice: String
        let forWhom: String
        let measure: String
        let t0: String
        /// Days from today.
        let start: Int
        let target: Int
        let owner: String
        let need: String
        let cells: [Cell]
        let score: String?
        let closing: String?

        struct Cell: Decodable, Sendable {
            let label: String
            let on: Bool
        }

        enum CodingKeys: String, CodingKey {
            case key, title, practice, measure, t0, owner, need, cells, score, closing
            case forWhom = "for_whom"
            case start = "start_offset"
            case target = "target_offset"
        }
    }

    struct Meeting: Decodable, Sendable {
        let title: String
        let day: Int
        let hour: Int
        let minute: Int
        let minutes: Int
        let mode: String
        let place: String
        let agenda: String

        enum CodingKeys: String, CodingKey {
            case title, mode, place, agenda
            case day = "offset_days"
            case hour = "start_hour"
            case minute = "start_minute"
            case minutes = "duration_minutes"
        }
    }

    struct Decision: Decodable, Sendable {
        let sentence: String
        let day: Int

        enum CodingKeys: String, CodingKey {
            case sentence
            case day = "offset_days"
        }
    }

    struct Launch: Decodable, Sendable {
        let day: Int
        let markers: [Marker]
        let stepSentences: [String: String]

        struct Marker: Decodable, Sendable {
            let key: String
            let sentence: String?
        }

        enum CodingKeys: String, CodingKey {
            case markers
            case day = "offset_days"
            case stepSentences = "step_sentences"
        }
    }
}

extension DemoPreparation {
    /// The data of the steps.
    struct Steps: Decodable, Sendable {
        let group: Group
        let needs: Needs
        let members: Members
        let meetings: Meetings
        let resources: Resources
        let tools: Tools
        let evaluation: Evaluation

        enum CodingKeys: String, CodingKey {
            case group = "preparation"
            case needs = "besoins"
            case members = "recrutement"
            case meetings = "configuration"
            case resources = "ressources"
            case tools = "outils"
            case evaluation
        }

        struct Group: Decodable, Sendable {
            let sponsor_name: String
            let sponsor_title: String
            let support_letter: String
            let hours_per_month_per_member: Int
            let core_group: [String]
            let domain: String
            let community_description: String
            let practice_description: String
            let readiness: [Answer]
            let risks: [Risk]
            let lifetime: String
            let dpo: String
            let hosting: String

            struct Answer: Decodable, Sendable { let answer: String }
            struct Risk: Decodable, Sendable {
                let risk: String
                let answer: String
            }
        }

        struct Needs: Decodable, Sendable {
            let survey: Survey
            let interviews: String
            let unanswered_questions: [String]
            let channels: [Channel]

            struct Survey: Decodable, Sendable { let sentence: String }
            struct Channel: Decodable, Sendable {
                let name: String
                let lacks: String
            }
        }

        struct Members: Decodable, Sendable {
            let cells: [Cell]
            let invitation: String
            let hosts: [String]

            struct Cell: Decodable, Sendable {
                let profession: String
                let setting: String
                let wanted: Int
                let waived: String?
            }
        }

        struct Meetings: Decodable, Sendable {
            let rhythm_minutes: Int
            let rhythm_weeks: Int
            let mode: String
            let quorum: String
            let agenda_rule: String
            let functions: [Function]
            let silence: String

            struct Function: Decodable, Sendable {
                let name: String
                let holder: String
            }
        }

        struct Resources: Decodable, Sendable {
            let facilitation_hours_promised_per_month: Int
            let facilitation_hours_given: [Given]
            let budget: String
            let training: String
            let documents: [Document]

            struct Given: Decodable, Sendable {
                let month: Int
                let hours: Int
            }
            struct Document: Decodable, Sendable {
                let title: String
                let need: String?
                let licence: String
                let review_offset: Int
            }
        }

        struct Tools: Decodable, Sendable {
            let checked: [Check]
            let migration: String

            struct Check: Decodable, Sendable {
                let name: String
                let note: String?
            }
        }

        struct Evaluation: Decodable, Sendable {
            let plan: [Line]
            let pulse: String
            let evaluators: [String]
            let outside_evaluator: String

            struct Line: Decodable, Sendable {
                let id: String
                let source: String
                let t0: Double?
                let t0_text: String
                let target: Double?
                let target_text: String
                let reader: String
                let date_offset: Int
            }
        }
    }
}
