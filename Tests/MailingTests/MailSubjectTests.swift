import Mailing
import Testing

@Suite("Subject")
struct MailSubjectTests {
    @Test(
        "List names and reply marks go, the rest stays",
        arguments: [
            ("[douleur] Re: [douleur] RE : Plaies\u{A0}: lesquelles ?", "Plaies : lesquelles ?", true, false),
            ("Re\u{A0}: Re[2]: réunion", "réunion", true, false),
            ("TR : Réf : dossier", "dossier", true, true),
            ("Tr: AW: R: x", "x", true, true),
            ("Fwd: Fw: protocole", "protocole", false, true),
            ("Recommandations : la HAS", "Recommandations : la HAS", false, false),
            ("Rein: greffe", "Rein: greffe", false, false),
            ("[liste]", "", false, false), ("Re:", "", true, false), ("", "", false, false),
            ("Question\n\t sur deux lignes", "Question sur deux lignes", false, false),
        ])
    func cleaned(_ raw: String, _ cleaned: String, _ isReply: Bool, _ isForward: Bool) {
        let subject = MailSubject(raw)
        #expect(subject.cleaned == cleaned)
        #expect(subject.isReply == isReply)
        #expect(subject.isForward == isForward)
    }

    @Test("The list names are kept apart, each once")
    func prefixes() {
        #expect(MailSubject("[douleur] Re: [douleur] [urgent] x").prefixes == ["douleur", "urgent"])
    }

    @Test(
        "Messages without subject have nothing in common", arguments: ["Re:", "(no subject)", "Re: Sans objet", "[l] "])
    func absent(_ raw: String) { #expect(MailSubject(raw).key.isEmpty) }
}

@Suite("Date of a mail")
struct MailDateTests {
    @Test(
        "The same instant in the writings of forty years",
        arguments: [
            "Tue, 1 Mar 2005 02:47:31 +0100", "Tue, 01 Mar 05 01:47:31 GMT", "1 Mar 105 01:47:31 UT",
            "Mon, 28 Feb 2005 20:47:31 EST", "Tue Mar  1 01:47:31 2005", "Tue Mar  1 01:47:31 GMT 2005",
            "2005-03-01T01:47:31Z", "2005-03-01 02:47:31+01:00", "01-Mar-2005 01:47:31",
            "mar., 1 mars 2005 02:47:31 +0100",
            "Tue, 1 Mar 2005 01:47:31 -0000 (GMT (comment))", "Tue, 1 March 2005 01:47:31 AM +0000",
            "Tue, 1 Mar 2005 01:47:31 +9900", "Tue, 1 Mar 2005 02:47:31 GMT+0100",
        ])
    func writings(_ text: String) { #expect(MailDate.milliseconds(of: text) == 1_109_641_651_000) }

    @Test(
        "What is no date gives none",
        arguments: [
            "", "never", "Tue, 30 Feb 2005 01:00:00 +0000", "Tue, 1 Mar 2005", "1 2005 10:00",
            "Tue, 1 Mar 2005 25:00:00",
            "99999999999999999999 Mar 2005 10:00", ":::", "2005-13-01T00:00:00Z",
        ])
    func none(_ text: String) { #expect(MailDate.milliseconds(of: text) == nil) }

    @Test("February has 29 days when it has")
    func leapYears() {
        #expect(MailDate.milliseconds(of: "29 Feb 2000 00:00 +0000") == 951_782_400_000)
        #expect(MailDate.milliseconds(of: "29 Feb 1900 00:00 +0000") == nil)
        #expect(MailDate.milliseconds(of: "31 Dec 1969 23:59:59 +0000") == -1000)
    }
}
