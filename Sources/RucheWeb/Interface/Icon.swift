import Markup

/// The signs of the interface, drawn for Ruche on a grid of 24 units with a stroke of 1.75 (DESIGN §3).
package enum Icon: String, CaseIterable, Sendable {
    case alert, ask, bedside, bell, bold, book, calendar, chart, check, clock, close, compass
    case done, download, edit, file, filter, gear, half, hand, home, info, italic, link, list
    case lock, logout, mail, menu, moon, path, pin, plus, practice, print, quote, reply, right
    case scale, search, send, shield, sun, survey, todo, tool, users, video
    case eyeOff = "eyeoff"

    /// What is inside the symbol: outlines only, coloured by the text around.
    package var outline: HTML {
        switch self {
        case .alert: "<path d=\"M12 4.2 21 19.5H3z\"/><path d=\"M12 10v4.5M12 17v.1\"/>"
        case .ask:
            """
            <path d="M4.5 5.5h15a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1H11l-4.5 3.5V17h-2a1 1 0 0 1-1-1V6.5a1 1 0 0 1 \
            1-1z"/><path d="M10 9.3a2.1 2.1 0 1 1 2.9 1.9c-.6.3-.9.7-.9 1.3M12 14.4v.1"/>
            """
        case .bedside:
            """
            <path d="M7.5 12.5V6.8a1.5 1.5 0 0 1 3 0v4.4M10.5 11V5a1.5 1.5 0 0 1 3 0v6M13.5 11V6.3a1.5 1.5 0 0 1 3 \
            0V12M16.5 12v-1.5a1.5 1.5 0 0 1 3 0V14c0 4-2.6 6.5-6.2 6.5-3 0-4.6-1.2-6.1-3.7l-2.5-4.1a1.4 1.4 0 0 1 \
            2.4-1.5l1.4 1.8"/>
            """
        case .bell: "<path d=\"M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4\"/>"
        case .bold: "<path d=\"M7.5 5h5.3a3.4 3.4 0 0 1 0 6.8H7.5zM7.5 11.8h6a3.6 3.6 0 0 1 0 7.2h-6z\"/>"
        case .book:
            """
            <path d="M12 6.5C10 5 7.5 4.5 4 4.7v13.5c3.5-.2 6 .3 8 1.8 2-1.5 4.5-2 8-1.8V4.7c-3.5-.2-6 .3-8 1.8zM12 \
            6.5V20"/>
            """
        case .calendar:
            """
            <path d="M5 6.2h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7.2a1 1 0 0 1 1-1zM4 10.5h16M8.5 \
            4v4M15.5 4v4"/>
            """
        case .chart: "<path d=\"M4 4v15a1 1 0 0 0 1 1h15\"/><path d=\"m7.5 15 3.8-4.6 3 2.6 4.7-6\"/>"
        case .check: "<path d=\"m5 12.5 4.5 4.5L19.5 7\"/>"
        case .clock: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7.2V12l3.2 2\"/>"
        case .close: "<path d=\"m6 6 12 12M18 6 6 18\"/>"
        case .compass: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"m15.4 8.6-1.8 5-5 1.8 1.8-5z\"/>"
        case .done: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"m8.3 12.3 2.6 2.6 4.9-5.2\"/>"
        case .download: "<path d=\"M12 4.5v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14\"/>"
        case .edit: "<path d=\"M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5z\"/><path d=\"m13.5 7 3.5 3.5\"/>"
        case .eyeOff:
            """
            <path d="M4 4l16 16M9.5 5.9A9.6 9.6 0 0 1 12 5.5c4.5 0 7.5 3.5 9 6.5-.6 1.2-1.5 2.5-2.7 3.6M6.2 7.5C4.7 \
            8.7 3.6 10.4 3 12c1.5 3 4.5 6.5 9 6.5 1.6 0 3-.4 4.2-1.1M10 10.2a2.7 2.7 0 0 0 3.8 3.8"/>
            """
        case .file:
            """
            <path d="M7 3.5h7l4.5 4.5V19.5a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1z"/>\
            <path d="M14 3.5V8h4.5M9 12.5h6M9 16h4"/>
            """
        case .filter: "<path d=\"M4 6.5h16M7 12h10M10 17.5h4\"/>"
        case .gear:
            """
            <circle cx="12" cy="12" r="3"/><path d="M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.1M15.9 15.9 18 \
            18M18 6l-2.1 2.1M8.1 15.9 6 18"/>
            """
        case .half:
            """
            <circle cx="12" cy="12" r="8.5"/><path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor"/>
            """
        case .hand:
            """
            <path d="M12 20.5c-4.8-3-8-6.1-8-9.9A4.3 4.3 0 0 1 8.3 6.2c1.6 0 2.9.8 3.7 2.1.8-1.3 2.1-2.1 \
            3.7-2.1a4.3 4.3 0 0 1 4.3 4.4c0 3.8-3.2 6.9-8 9.9z"/>
            """
        case .home: "<path d=\"M4 11.2 12 4.5l8 6.7V19a1 1 0 0 1-1 1h-4.5v-5h-5v5H5a1 1 0 0 1-1-1z\"/>"
        case .info: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 11.2v5M12 8v.1\"/>"
        case .italic: "<path d=\"M10 5h7M7 19h7M14 5l-4 14\"/>"
        case .link:
            """
            <path d="M10 14a3.7 3.7 0 0 0 5.3 0l3-3A3.7 3.7 0 0 0 13 5.7l-1 1M14 10a3.7 3.7 0 0 0-5.3 0l-3 3A3.7 \
            3.7 0 0 0 11 18.3l1-1"/>
            """
        case .list: "<path d=\"M9 7h11M9 12h11M9 17h11M4.5 7v.1M4.5 12v.1M4.5 17v.1\"/>"
        case .lock:
            """
            <path d="M6.5 10.5h11a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1zM8.5 \
            10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>
            """
        case .logout: "<path d=\"M10 4.5H5.5a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1H10M15 8l4.5 4-4.5 4M19.5 12H9.5\"/>"
        case .mail:
            """
            <path d="M4.5 6h15a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1z"/>\
            <path d="m4 7.5 8 6 8-6"/>
            """
        case .menu: "<path d=\"M4.5 7h15M4.5 12h15M4.5 17h15\"/>"
        case .moon: "<path d=\"M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z\"/>"
        case .path:
            """
            <path d="M6 19.5h9a3.5 3.5 0 0 0 0-7H9a3.5 3.5 0 0 1 0-7h8"/><circle cx="5" cy="19.5" r="1.5"/>\
            <path d="m15.5 3.5 2.5 2-2.5 2"/>
            """
        case .pin:
            """
            <path d="M12 20.5c4.2-4.3 6.3-7.5 6.3-10.2a6.3 6.3 0 0 0-12.6 0c0 2.7 2.1 5.9 6.3 10.2z"/>\
            <circle cx="12" cy="10.2" r="2.3"/>
            """
        case .plus: "<path d=\"M12 5v14M5 12h14\"/>"
        case .practice:
            """
            <path d="M12 3.2 19.6 7.6v8.8L12 20.8 4.4 16.4V7.6z"/><path d="m8.6 12.2 2.4 2.4 4.5-4.7"/>
            """
        case .print:
            """
            <path d="M7 8.5V4h10v4.5M7 17H4.5a1 1 0 0 1-1-1v-6.5a1 1 0 0 1 1-1h15a1 1 0 0 1 1 1V16a1 1 0 0 1-1 \
            1H17"/><path d="M7 14h10v6H7z"/>
            """
        case .quote: "<path d=\"M10 7.5c-3 .8-4.5 2.7-4.5 5.8V17h5v-5H8M19 7.5c-3 .8-4.5 2.7-4.5 5.8V17h5v-5H17\"/>"
        case .reply: "<path d=\"m9.5 6.5-5 5 5 5\"/><path d=\"M4.5 11.5h9a6 6 0 0 1 6 6v1\"/>"
        case .right: "<path d=\"m9.5 6 6 6-6 6\"/>"
        case .scale: "<path d=\"M4 17.5h16M6 17.5v-3M10 17.5v-6M14 17.5v-9.5M18 17.5v-6\"/>"
        case .search: "<circle cx=\"10.8\" cy=\"10.8\" r=\"6.3\"/><path d=\"m15.5 15.5 4.7 4.7\"/>"
        case .send: "<path d=\"m4 11.5 16-7-6.5 16-2.5-6.5z\"/><path d=\"m11 14 4-4.5\"/>"
        case .shield:
            """
            <path d="M12 3.5 19 6v5.5c0 4.3-2.7 7.2-7 9-4.3-1.8-7-4.7-7-9V6z"/><path d="M12 8.5v4M12 15.4v.1"/>
            """
        case .sun:
            """
            <circle cx="12" cy="12" r="3.8"/><path d="M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6 \
            18 18M18 6l-1.4 1.4M7.4 16.6 6 18"/>
            """
        case .survey:
            """
            <path d="M6 4h12a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z"/>\
            <path d="m8 9 1.2 1.2L11.3 8M14 9.2h2.5M8 15l1.2 1.2 2.1-2.2M14 15.2h2.5"/>
            """
        case .todo: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/>"
        case .tool:
            """
            <path d="M14.2 6.6a4.3 4.3 0 0 1 5.3-1.2l-2.8 2.8 1.6 1.6 2.2-2.7a4.3 4.3 0 0 1-5.9 5L8 19.5a2 2 0 0 \
            1-3-3l7.8-6.6a4.2 4.2 0 0 1 1.4-3.3z"/>
            """
        case .users:
            """
            <circle cx="9" cy="8.5" r="3.3"/><path d="M3 19.5c.4-3.4 2.8-5.3 6-5.3s5.6 1.9 6 5.3M15.5 5.5a3.1 3.1 0 \
            0 1 .3 6.1M17.5 14.6c2 .7 3.3 2.4 3.5 4.9"/>
            """
        case .video:
            """
            <path d="M4.5 7h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM14.5 11l6-3v8l-6-3"/>
            """
        }
    }
}

/// The sign itself, mute: the word that says it stands beside it, or in a `vh`.
package func icon(_ icon: Icon, class names: StaticString = "icon") -> HTML {
    "<svg\(class: names) aria-hidden=\"true\" focusable=\"false\"><use href=\"\(Icon.sheetPath)#i-\(piece: icon.rawValue)\"/></svg>"
}

extension Icon {
    /// Every sign as a symbol of one sheet, which browsers fetch once and keep.
    static let sheet: String = {
        let symbols: HTML =
            "\(each: allCases, { "<symbol id=\"i-\($0.rawValue)\" viewBox=\"0 0 24 24\">\($0.outline)</symbol>" })"
        return (("<svg xmlns=\"http://www.w3.org/2000/svg\">\(symbols)</svg>") as HTML).markup
    }()

    /// The address of the sheet, named by its content.
    static let sheetPath: String = {
        let hash = sheet.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return "/static/signes.\(String(hash, radix: 36)).svg"
    }()
}

/// The mark of Ruche, a cell with a leaf, beside its name in the bar.
package let brandMark: HTML = """
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">\(brandOutline)</svg>
    """

/// The same mark alone, as at the top of the menu of a phone; 30 pixels wide.
package let smallBrandMark: HTML = """
    <svg class="brand-mini" width="30" height="30" viewBox="0 0 32 32" aria-hidden="true" focusable="false">\
    \(brandOutline)</svg>
    """

private let brandOutline: HTML = """
    <path class="brand__hex" d="M16 1.500 28.500 8.700v14.400L16 30.300l-4.200-2.400-7.300 2.600 1.900-5.700-2.900-1.700V8.700z"/>\
    <path class="brand__cell" d="m16 9.600 5.500 3.200v6.300L16 22.300l-5.500-3.200v-6.300z"/>
    """

/// The mark on a ground that a phone may cut to its own shape: what matters stands in the middle.
let maskableMarkSheet = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 52 52"><path fill="#faf7f1" d="M-10-10h52v52h-52z"/>\
    <path fill="#dd9f27" d="M16 1.5 28.5 8.7v14.4L16 30.3l-4.2-2.4-7.3 2.6 1.9-5.7-2.9-1.7V8.7z"/>\
    <path fill="#fff" d="m16 9.6 5.5 3.2v6.3L16 22.3l-5.5-3.2v-6.3z"/></svg>
    """

/// The mark as a picture of its own, in its colours: a browser's tab has no style sheet of ours.
let markSheet = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#dd9f27" d="M16 1.5 28.5 8.7v14.4L16 30.3l-4.2-2.4\
    -7.3 2.6 1.9-5.7-2.9-1.7V8.7z"/><path fill="#fff" d="m16 9.6 5.5 3.2v6.3L16 22.3l-5.5-3.2v-6.3z"/></svg>
    """
