import Crypto
import Foundation

/// A secret that its holder proves by showing it: a sign-in link, a session, an invitation. The database keeps only
/// its hash, so that a copy of it opens nothing.
package struct Secret: Sendable, Equatable {
    /// 256 random bits, as they stand in an address: 43 letters, digits, - and _.
    package let text: String

    package init(_ random: inout some RandomNumberGenerator) {
        self.init((0..<4).flatMap { _ in withUnsafeBytes(of: random.next() as UInt64) { Array($0) } })
    }

    private init(_ bytes: [UInt8]) {
        text = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }

    /// A secret that somebody shows. Nil when it cannot be one.
    package init?(shown text: some StringProtocol) {
        guard text.utf8.count == 43,
            text.utf8.allSatisfy({
                ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F
            })
        else { return nil }
        self.text = String(text)
    }

    /// Another secret, that whoever has this one finds again, and nobody else.
    package func another(for purpose: StaticString) -> Secret {
        Secret(Array(SHA256.hash(data: Data("\(purpose)/\(text)".utf8))))
    }

    package var hash: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }
}
