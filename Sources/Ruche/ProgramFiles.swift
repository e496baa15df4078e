import Foundation

/// The files that come with the program.
enum ProgramFiles {
    /// Beside the executable first, since `Bundle.module` ends the program where it finds nothing.
    static var folder: URL {
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        let beside = program?.appending(path: "ruche_Ruche.resources")
        if let beside, FileManager.default.fileExists(atPath: beside.path) { return beside }
        return Bundle.module.bundleURL
    }
}
