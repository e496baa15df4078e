import Foundation
import Synchronization

/// How far long work has come: a bar on a terminal, a line now and then elsewhere. On standard error.
final class Progress: Sendable {
    private let name: String
    private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
    private let shown = Mutex(-1)

    init(_ name: String) { self.name = name }

    /// - Parameter share: from 0 to 1.
    func show(_ share: Double) {
        let step = isTerminal ? Int(share * 100) : Int(share * 10) * 10
        let isNew = shown.withLock { shown in
            defer { shown = max(shown, step) }
            return step > shown
        }
        guard isNew else { return }
        if isTerminal {
            let full = step * 30 / 100
            let bar = String(repeating: "█", count: full) + String(repeating: "·", count: 30 - full)
            say("\r\(name) \(bar) \(step) %")
        } else {
            say("\(name): \(step) %\n")
        }
    }

    func end(_ sentence: String) { say((isTerminal ? "\r\u{1B}[K" : "") + sentence + "\n") }

    private func say(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
