import Markup
import Persistence
import Ruche

enum MeetingRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/rencontres", for: .member) { request in
            let model = try await request.view { (coming: try $0.meetings.coming(), past: try $0.meetings.past()) }
            return .page(meetingsPage(model.coming, model.past, request.ui))
        }

        routes.get("c/:community/rencontres/nouvelle", for: .member) { request in
            .page(meetingFormPage(nil, MeetingForm(), request.ui))
        }

        routes.post("c/:community/rencontres", for: .member) { request in
            try await keep(request, nil)
        }

        routes.get("c/:community/rencontres/:id", for: .member) { request in
            let id = try request.id(Meeting.self)
            return .page(try await page(of: id, request, nil))
        }

        routes.get("c/:community/rencontres/:id/modifier", for: .member) { request in
            let id = try request.id(Meeting.self)
            let meeting = try await request.view { try $0.meetings.find(id) }
            return .page(meetingFormPage(meeting, MeetingForm(meeting), request.ui))
        }

        routes.post("c/:community/rencontres/:id/modifier", for: .member) { request in
            try await keep(request, try request.id())
        }

        routes.post("c/:community/rencontres/:id/annuler", for: .member) { request in
            let id = try request.id(Meeting.self)
            let reason = request.form["raison"]
            do {
                try await request.act { try $0.meetings.cancel(id, because: reason) }
                return .seeOther(.meetings, flash: .meetingCancelled)
            } catch let refusal as Refusal where refusal.field != nil {
                return .page(try await page(of: id, request, refusal), status: refusal.status)
            }
        }
    }

    private static func page(of id: Meeting.ID, _ request: WebRequest, _ refusal: Refusal?) async throws -> HTML {
        let (meeting, questions) = try await request.view { view in
            let meeting = try view.meetings.find(id)
            let isNext = try view.meetings.next()?.id == id
            return (meeting, isNext ? try view.questions.forMeeting(at: meeting.startsAt) : nil)
        }
        return meetingPage(meeting, questions, refusal, request.ui)
    }

    private static func keep(_ request: WebRequest, _ id: Meeting.ID?) async throws -> Answer {
        var form = MeetingForm(request.form)
        do {
            let (draft, version) = (form.draft, form.version)
            let kept = try await request.act { act in
                guard let id else { return try act.meetings.schedule(draft) }
                try act.meetings.change(id, draft, from: version)
                return id
            }
            return .seeOther(.meeting(kept), flash: .meetingKept)
        } catch let refusal as Refusal where refusal.field != nil {
            form.refusal = refusal
        } catch let wall as GuardWall {
            form.refusal = wall.refusal(field: "ordre")
        } catch let conflict as EditConflict {
            (form.conflict, form.version) = (conflict, conflict.version)
        }
        let known = try await request.view { view in try id.map { try view.meetings.find($0) } }
        return .page(
            meetingFormPage(known, form, request.ui), status: form.conflict == nil ? .unprocessableContent : .conflict)
    }
}

extension Link {
    static let meetings = Link.inside("/rencontres")
    static let newMeeting = Link.inside("/rencontres/nouvelle")
    static func meeting(_ id: Meeting.ID) -> Link { .inside("/rencontres/\(id)") }
    static func editMeeting(_ id: Meeting.ID) -> Link { .inside("/rencontres/\(id)/modifier") }
    static func cancelMeeting(_ id: Meeting.ID) -> Link { .inside("/rencontres/\(id)/annuler") }
}

struct MeetingForm {
    var draft = MeetingDraft()
    var version = 0
    var refusal: Refusal? = nil
    var conflict: EditConflict? = nil

    init() {}
    init(_ meeting: Meeting) { (draft, version) = (MeetingDraft(meeting), meeting.version) }

    init(_ form: Form) {
        (draft.title, draft.date, draft.time) = (form["titre"], form["jour"], form["heure"])
        (draft.place, draft.link, draft.agenda) = (form["lieu"], form["lien"], form["ordre"])
        draft.minutes = Int(form["duree"]) ?? 0
        draft.mode = Meeting.Mode(rawValue: form["mode"]) ?? .hybrid
        version = Int(form["version"]) ?? 0
    }
}
