import Crypto
import Foundation
import HTTPTypes
import Synchronization

/// Refuses what another site makes a browser send.
///
/// Browsers say where a request comes from (`Sec-Fetch-Site`, else `Origin`). One that says neither must show the token
/// of the form, bound to its session. The token is masked anew in each page: compressed pages reveal nothing of it.
struct CrossSite: Sendable {
    let key: SymmetricKey

    func accepts(_ headers: HTTPFields, host: String?, session: String, token: @autoclosure () -> String) -> Bool {
        if let site = headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        if let origin = headers[.origin], origin != "null" {
            guard let host, let authority = origin.split(separator: "/").last else { return false }
            return authority.lowercased() == host.lowercased()
        }
        return isValid(token(), session: session)
    }

    /// For a hidden field of each form.
    func token(session: String) -> String {
        var random = SystemRandomNumberGenerator()
        let mask = (0..<4).flatMap { _ in withUnsafeBytes(of: random.next() as UInt64) { Array($0) } }
        return Self.hexadecimal(mask + zip(code(session), mask).map { $0 ^ $1 })
    }

    private func isValid(_ token: String, session: String) -> Bool {
        let bytes = Self.bytes(token)
        guard bytes.count == 64 else { return false }
        let shown = zip(bytes.prefix(32), bytes.suffix(32)).map { $0 ^ $1 }
        return HMAC<SHA256>.isValidAuthenticationCode(shown, authenticating: Data(session.utf8), using: key)
    }

    private func code(_ session: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(session.utf8), using: key))
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        func digit(_ four: UInt8) -> UInt8 { four < 10 ? 0x30 + four : 0x57 + four }
        return String(decoding: bytes.flatMap { [digit($0 >> 4), digit($0 & 15)] }, as: UTF8.self)
    }

    private static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Substring(text)
        while rest.count >= 2 {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return [] }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}

/// The token of one page: made at the first form that asks for it, the same for its other forms.
final class FormToken: Sendable {
    private let make: @Sendable () -> String
    private let made = Mutex<String?>(nil)

    init(_ make: @escaping @Sendable () -> String) { self.make = make }

    var text: String {
        made.withLock { made in
            if let made { return made }
            let text = make()
            made = text
            return text
        }
    }
}

extension HTTPField.Name {
    // The names are written here and well-formed, so that each is made once and none can fail.
    static let secFetchSite = Self.known("Sec-Fetch-Site")
    static let secFetchUser = Self.known("Sec-Fetch-User")
    static let contentSecurityPolicy = Self.known("Content-Security-Policy")
    static let referrerPolicy = Self.known("Referrer-Policy")
    static let permissionsPolicy = Self.known("Permissions-Policy")
    static let crossOriginOpenerPolicy = Self.known("Cross-Origin-Opener-Policy")
    static let crossOriginResourcePolicy = Self.known("Cross-Origin-Resource-Policy")
    static let forwardedFor = Self.known("X-Forwarded-For")
    static let frameOptions = Self.known("X-Frame-Options")

    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a header") }
        return name
    }
}
