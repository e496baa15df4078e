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

    /// The secret pages of anonymous questions that this device keeps. Sent to them alone, and kept by no server.
    func keeping(_ pages: [Secret]) -> String {
        let text = pages.prefix(Self.keptAtMost).map(\.text).joined(separator: ".")
        let age = pages.isEmpty ? 0 : 180 * 86_400
        return "\(keptName)=\(text); Path=/anonyme; HttpOnly; SameSite=Lax; Max-Age=\(age)"
            + (isSecure ? "; Secure" : "")
    }
    func kept(of headers: HTTPFields) -> [Secret] {
        value(named: keptName, in: headers)?.split(separator: ".").prefix(Self.keptAtMost).compactMap {
            Secret(shown: $0)
        } ?? []
    }
    private static let keptAtMost = 20
    private var keptName: String { (isSecure ? "__Secure-" : "") + "ruche-gardees" }

    private func value(_ name: String, in headers: HTTPFields) -> Substring? {
        value(named: "\(prefix)\(name)", in: headers)
    }

    private func value(named name: String, in headers: HTTPFields) -> Substring? {
        let wanted = "\(name)="
        for header in headers[values: .cookie] {
            for piece in header.split(separator: ";") {
                let pair = piece.drop { $0 == " " }
                if pair.hasPrefix(wanted) { return pair.dropFirst(wanted.count) }
            }
        }
        return nil
    }
}
