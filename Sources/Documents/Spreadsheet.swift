import Foundation

/// A workbook as offices send it, read by a program of its own, within limits of time, memory and size: what comes from
/// outside may be broken, or made to exhaust its reader.
package enum Spreadsheet {
    /// The workbook could not be read: damaged, locked by a password, or too large.
    package struct Unreadable: Error {}

    package static let secondsAtMost = 20
    private static let limits = ProgramLimits(
        seconds: secondsAtMost, memoryInBytes: 800 << 20, outputInBytes: 30 << 20)

    /// Whether the bytes begin as a workbook of Excel 2007 or later, or of LibreOffice, does (a ZIP archive).
    package static func isWorkbook(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    /// Whether the bytes begin as a workbook of Excel 97 does, or as one that a password locks: neither is read.
    package static func isOldWorkbook(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    /// A sheet, by its number from 1: cells between `;`, dates as 2026-11-25. Nil when there is none of this number.
    /// - Throws: `Unreadable` when not even the first one can be read.
    package static func sheet(_ number: Int, of bytes: [UInt8]) async throws -> String? {
        // With merged cells each saying what the first one says; without, where xlsx2csv (0.7.8) fails on an empty first one.
        for merged in [["-m"], []] {
            let text = try await limits.made(
                "out.csv", from: ["in.xlsx": Data(bytes)],
                by: ["xlsx2csv", "-s", String(number)] + merged + ["-d", ";", "-f", "%Y-%m-%d", "in.xlsx", "out.csv"])
            guard let text else { continue }
            return text.isEmpty && number > 1 ? nil : String(decoding: text, as: UTF8.self)
        }
        if number == 1 { throw Unreadable() }
        return nil
    }
}
