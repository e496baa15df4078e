/// Why a file is not taken in: the page has a sentence for each.
package enum RefusedFile: Error, CaseIterable, Sendable {
    /// More than `FileKind.bytesAtMost`.
    case tooLarge
    case empty
    /// A program or a script.
    case program
    /// HTML, SVG or other XML: a browser would run what it holds.
    case page
    /// A document that brings programs of its own (VBA, Basic, ActiveX, sheets of macros).
    case macros
    /// A ZIP, gzip, 7z… whose content nobody has looked at.
    case archive
    /// A medical image, which names its patient.
    case dicom
    case sound, film
    /// A document of Office 97, RTF, or a message of Outlook: to be saved in a format of today.
    case oldOffice
    /// A document that a password or a right locks: it can be neither searched nor cleaned.
    case locked
    /// A picture that is not made anew here: TIFF, BMP, AVIF, Photoshop…
    case otherPicture
    /// It begins as a kind that is taken in, and is broken.
    case damaged
    case unknown
}
