import HTTPTypes
import Ruche

/// The cookies of Ruche: the session, and what to say once on the next page.
///
/// Behind https they carry the `__Host-` prefix; on plain http, which only a loopback address may use, they go without.
struct Cookies: Sendable {
    let isSecure: Bool

    private var prefix: String { isSecure ? "__Host-" : "" }
    private var attributes: String { "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "") }

    func session(of headers: HTTPFields) -> Secret? { value("ruche", in: headers).flatMap { Secret(shown: $0) } }
    func flash(of headers: HTTPFields) -> Flash? { value("ruche-fait", in: headers).flatMap { Flash(String($0)) } }

    /// A shared workstation keeps it until the browser closes; one's own device for ninety days.
    func opening(_ session: Secret, isOwnDevice: Bool) -> String {
        "\(prefix)ruche=\(session.text)\(attributes)" + (isOwnDevice ? "; Max-Age=\(90 * 86_400)" : "")
    }
    var closing: String { "\(prefix)ruche=; Max-Age=0\(attributes)" }
    func saying(_ flash: Flash) -> String { "\(prefix)ruche-fait=\(flash.text); Max-Age=120\(attributes)" }
    var said: String { "\(prefix)ruche-fait=; Max-Age=0\(attributes)" }

    private func value(_ name: String, in headers: HTTPFields) -> Substring? {
        let wanted = "\(prefix)\(name)="
        for header in headers[values: .cookie] {
            for piece in header.split(separator: ";") {
                let pair = piece.drop { $0 == " " }
                if pair.hasPrefix(wanted) { return pair.dropFirst(wanted.count) }
            }
        }
        return nil
    }
}
