/// How the files that are refused begin, so that the page may say what they are.
struct RefusedMarks {
    private let marks: [(mark: [UInt8], offset: Int, reason: RefusedFile)]

    func reason(for content: FileContent) -> RefusedFile? {
        marks.first { content.has($0.mark, at: $0.offset) }?.reason
    }
}

extension RefusedMarks {
    /// Of files without any control character.
    static let plain = RefusedMarks(
        marks: [
            ("#!", 0, .program), ("%!PS", 0, .program), ("[InternetShortcut]", 0, .program), ("{\\rtf", 0, .oldOffice),
        ].map { (Array($0.utf8), $1, $2) })

    /// Of all other files.
    static let binary = RefusedMarks(marks: lettered.map { (Array($0.utf8), $1, $2) } + numbered)

    private static let lettered: [(String, Int, RefusedFile)] = [
        ("MZ", 0, .program), ("\u{7F}ELF", 0, .program), ("\0asm", 0, .program), ("ITSF", 0, .program),
        ("dex\n", 0, .program), ("#!AMR", 0, .sound), ("#!", 0, .program), ("%!PS", 0, .program),
        ("{\\rtf", 0, .oldOffice),
        ("PK", 0, .archive), ("Rar!", 0, .archive), ("BZh", 0, .archive), ("MSCF", 0, .archive),
        ("!<arch>", 0, .archive), ("ustar", 257, .archive), ("CD001", 32_769, .archive),
        ("ID3", 0, .sound), ("OggS", 0, .sound), ("fLaC", 0, .sound), ("MThd", 0, .sound), ("WAVE", 8, .sound),
        ("AVI ", 8, .film), ("FLV", 0, .film),
        ("BM", 0, .otherPicture), ("8BPS", 0, .otherPicture), ("II*\0", 0, .otherPicture),
        ("MM\0*", 0, .otherPicture),
    ]

    private static let numbered: [([UInt8], Int, RefusedFile)] = [
        // Mach-O on four kinds of machine, Java, a shortcut of Windows.
        ([0xFE, 0xED, 0xFA, 0xCE], 0, .program), ([0xFE, 0xED, 0xFA, 0xCF], 0, .program),
        ([0xCE, 0xFA, 0xED, 0xFE], 0, .program), ([0xCF, 0xFA, 0xED, 0xFE], 0, .program),
        ([0xCA, 0xFE, 0xBA, 0xBE], 0, .program), ([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], 0, .program),
        // 7z, gzip, xz, zstd.
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, .archive), ([0x1F, 0x8B], 0, .archive),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], 0, .archive), ([0x28, 0xB5, 0x2F, 0xFD], 0, .archive),
        // MP3 without a title, AAC.
        ([0xFF, 0xFB], 0, .sound), ([0xFF, 0xF3], 0, .sound), ([0xFF, 0xF2], 0, .sound), ([0xFF, 0xF1], 0, .sound),
        ([0xFF, 0xF9], 0, .sound),
        // Matroska and WebM, Windows Media, MPEG.
        ([0x1A, 0x45, 0xDF, 0xA3], 0, .film), ([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], 0, .film),
        ([0x00, 0x00, 0x01, 0xBA], 0, .film), ([0x00, 0x00, 0x01, 0xB3], 0, .film),
        // An icon, JPEG 2000.
        ([0x00, 0x00, 0x01, 0x00], 0, .otherPicture),
        ([0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20], 0, .otherPicture),
    ]
}
