/// The character references of HTML that mail programs write.
enum Entities {
    /// "&eacute;t&#233; &amp; &#x153;" → "été & œ". What is not known stays as it was.
    static func decoded(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            let name = rest[rest.index(after: mark)...].prefix(12).prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#")
            }
            if let character = character(name) {
                result.unicodeScalars.append(character)
                rest = rest[name.endIndex...]
                if rest.first == ";" { rest = rest.dropFirst() }
            } else {
                result += "&"
                rest = rest[rest.index(after: mark)...]
            }
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> Unicode.Scalar? {
        if name.hasPrefix("#x") || name.hasPrefix("#X") { return UInt32(name.dropFirst(2), radix: 16).flatMap(scalar) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(scalar) }
        if let index = latin1.firstIndex(of: String(name)) { return Unicode.Scalar(UInt32(160 + index)) }
        return others[String(name)]
    }

    /// Numbers from 128 to 159 mean windows-1252, whatever the standard first said.
    private static func scalar(_ number: UInt32) -> Unicode.Scalar? {
        if (128...159).contains(number) { return CharsetText.windows1252([UInt8(number)]).unicodeScalars.first }
        return number == 0 ? nil : Unicode.Scalar(number)
    }
}

/// U+00A0 to U+00FF, in order.
private let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
    para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
    Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
    Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
    thorn yuml
    """.split(separator: " ").map(String.init)

private let others: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "euro": "€", "oelig": "œ", "OElig": "Œ", "Yuml": "Ÿ",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "hellip": "…", "bull": "•", "trade": "™", "rarr": "→", "larr": "←", "le": "≤", "ge": "≥", "ne": "≠",
    "lsaquo": "‹", "rsaquo": "›", "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}", "zwnj": "\u{200C}",
    "zwj": "\u{200D}", "alpha": "α", "beta": "β", "gamma": "γ", "mu": "μ", "minus": "−", "permil": "‰",
]
