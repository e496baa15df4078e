import CMime

/// The words behind the bytes of a text, whatever its charset is said to be: never nothing.
package enum CharsetText {
    /// Western mail lies about its charset more often than not, so that UTF-8 is recognised under any western name,
    /// undeclared text is UTF-8 or else windows-1252, and a declared charset that does not fit gives way to those two.
    /// NUL characters are removed: no database keeps them.
    package static func decoded(_ bytes: [UInt8], charset: String?) -> String {
        let name = (charset ?? "").lowercased()
        let text: String
        if western.contains(name) {
            text = utf8(bytes) ?? windows1252(bytes)
        } else if let converted = converted(bytes, from: supersets[name] ?? name) {
            text = converted
        } else {
            text = utf8(bytes) ?? windows1252(bytes)
        }
        return text.utf8.contains(0) ? text.filter { $0 != "\0" } : text
    }

    private static func utf8(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }

    private static func converted(_ bytes: [UInt8], from charset: String) -> String? {
        _ = startGMime
        var count = 0
        let start = bytes.withUnsafeBytes { bytes in
            ruche_mime_convert(
                bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, g_mime_charset_iconv_name(charset), &count)
        }
        guard let start else { return nil }
        defer { g_free(start) }
        return String(validating: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// Each byte has a meaning here: the five that the standard leaves free stay control characters.
    static func windows1252(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let isSpecial = (0x80...0x9F).contains(byte)
            text.append(isSpecial ? windowsSpecials[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return String(text)
    }
}

/// 0x80 to 0x9F in windows-1252.
private let windowsSpecials: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
]

private let western: Set<String> = [
    "", "utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "iso-8859-1", "iso8859-1", "latin1", "iso_8859-1",
    "windows-1252", "cp1252", "unknown", "unknown-8bit", "x-unknown", "8bit", "none", "default",
]

/// What programs send under a name is often the larger set that Windows made of it.
private let supersets = [
    "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932",
    "iso-8859-9": "windows-1254", "iso-8859-11": "windows-874", "tis-620": "windows-874",
]
