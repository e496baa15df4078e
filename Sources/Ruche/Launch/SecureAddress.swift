import Foundation

/// An address that a page may lead to, outside of Ruche.
enum SecureAddress {
    private static let limit = 500

    /// Whether it begins with https, names a host, and hides no name or password.
    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count <= limit, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let parts = URLComponents(string: text)
        else { return false }
        return parts.scheme?.lowercased() == "https" && parts.host?.contains(".") == true && parts.user == nil
            && parts.password == nil
    }
}
