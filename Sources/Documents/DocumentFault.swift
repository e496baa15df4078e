/// Why nothing can be made of a document that was recognised.
package enum DocumentFault: Error, CaseIterable, Sendable {
    /// Broken, or not what its first bytes say.
    case damaged
    /// It needs a password.
    case locked
    /// It swells past what is read of one file, or asks for more time or memory than one file gets.
    case tooLarge
    /// Signed: the signature names who signed, and would be broken by taking the name away.
    case signed
    /// It carries a file or a picture of a kind that cannot be cleaned.
    case holdsFiles
}
