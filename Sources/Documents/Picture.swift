import Foundation

/// A member's picture made anew by libvips: upright, of a size for a page, in sRGB, and without anything but its pixels
/// (no EXIF, hence no place; no XMP, comment, thumbnail or colour profile).
package struct Picture: Sendable {
    /// Why a picture is not taken in.
    package enum NotMade: Error, CaseIterable, Sendable {
        /// More than `FileKind.bytesAtMost`.
        case tooLarge
        /// More than `pixelsAtMost`, by what the file announces: nothing was decoded.
        case tooManyPixels
        /// Cut, broken, or past the limits of time and memory.
        case damaged
        /// Of a kind for which `FileKind.isPicture` is false.
        case notPicture
    }

    package let bytes: [UInt8]
    /// `jpeg`, or `png` where the picture may let what is behind it be seen, or was drawn (PNG, GIF).
    package let kind: FileKind
    /// In pixels.
    package let width, height: Int

    package static let pixelsAtMost = 50_000_000
    /// The longest side, in pixels, of what is made.
    package static let sideAtMost = 2_000
    /// Of JPEG, from 1 to 100.
    package static let quality = 82
    package static let secondsAtMost = 30

    private static let limits = ProgramLimits(
        seconds: secondsAtMost, memoryInBytes: 1_500 << 20, outputInBytes: FileKind.bytesAtMost)
    /// Readers that its makers call unfit for files from outside stay closed; one thread keeps memory foreseeable.
    private static let vips = ["env", "VIPS_BLOCK_UNTRUSTED=1", "VIPS_CONCURRENCY=1"]

    /// Makes a picture anew. Of one that moves, the first image is kept.
    /// - Parameter kind: as `FileKind` recognised it.
    /// - Throws: `NotMade`; another error when libvips cannot be started.
    package static func anew(from bytes: [UInt8], _ kind: FileKind) async throws -> Picture {
        guard kind.isPicture else { throw NotMade.notPicture }
        guard bytes.count <= FileKind.bytesAtMost else { throw NotMade.tooLarge }
        return try await limits.inFolder(with: ["in": Data(bytes)]) { folder in
            let given = try await header(of: "in", in: folder)
            guard given.width * given.height <= pixelsAtMost else { throw NotMade.tooManyPixels }
            let made: FileKind = kind == .png || kind == .gif || given.isTransparent ? .png : .jpeg
            let options = made == .png ? "strip" : "strip,Q=\(quality),optimize_coding"
            let command =
                vips + [
                    "vips", "thumbnail", "in", "out.\(made)[\(options)]", "\(sideAtMost)", "--height", "\(sideAtMost)",
                    "--size", "down", "--export-profile", "srgb", "--fail-on", "error",
                ]
            guard try await limits.succeeds(command, in: folder),
                let content = try? Data(contentsOf: folder.appending(path: "out.\(made)"))  // it may have made none
            else { throw NotMade.damaged }
            let size = try await header(of: "out.\(made)", in: folder)
            return Picture(bytes: [UInt8](content), kind: made, width: size.width, height: size.height)
        }
    }

    private struct Header {
        let width, height: Int
        let isTransparent: Bool
    }

    /// What a picture says of itself before any pixel is read.
    private static func header(of file: String, in folder: URL) async throws -> Header {
        guard let lines = try await limits.printed(by: vips + ["vipsheader", file], in: folder),
            // in: 3000x2000 uchar, 4 bands, srgb, pngload
            let match = lines.firstMatch(of: /: (\d{1,9})x(\d{1,9}) \w+, (\d+) bands?, ([\w-]+)/),
            let width = Int(match.1), let height = Int(match.2), let bands = Int(match.3)
        else { throw NotMade.damaged }
        let opaqueBands = match.4 == "cmyk" ? 4 : match.4.hasPrefix("b-w") || match.4.hasPrefix("grey") ? 1 : 3
        return Header(width: width, height: height, isTransparent: bands > opaqueBands)
    }
}
