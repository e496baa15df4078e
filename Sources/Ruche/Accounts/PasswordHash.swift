import CArgon2
import Persistence

/// A password as it is kept: Argon2id, with its salt and its costs, in the usual text form.
///
/// Making one and trying one take some twenty milliseconds and `memoryInKiB` on purpose: never within a transaction.
package struct PasswordHash: RawRepresentable, Bindable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// The costs that OWASP advises: 19 MiB, two passes, one lane.
    private static let memoryInKiB: UInt32 = 19_456
    private static let passes: UInt32 = 2

    package init(_ password: Password, _ random: inout some RandomNumberGenerator) throws {
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let length = argon2_encodedlen(Self.passes, Self.memoryInKiB, 1, 16, 32, Argon2_id)
        let secret = Array(password.text.utf8)
        var encoded = [CChar](repeating: 0, count: length)
        let status = argon2id_hash_encoded(
            Self.passes, Self.memoryInKiB, 1, secret, secret.count, salt, salt.count, 32, &encoded, length)
        guard status == ARGON2_OK.rawValue else {
            throw DatabaseError(.programming, "argon2: \(String(cString: argon2_error_message(status)))")
        }
        rawValue = String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    package func matches(_ password: Password) -> Bool {
        let secret = Array(password.text.utf8)
        return argon2id_verify(rawValue, secret, secret.count) == ARGON2_OK.rawValue
    }

    /// Of no password: tried where there is no account, so that an unknown address takes as long as a known one.
    package static let ofNobody = PasswordHash(
        rawValue: "$argon2id$v=19$m=19456,t=2,p=1$c2VsIGRlIHBlcnNvbm5lIQ$"
            + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE")
}
