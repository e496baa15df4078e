import ArgumentParser
import Foundation
import Ruche

/// What the program asks of another process of itself, to prove an erasing.
struct SearchBytes: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: ByteSearch.command, shouldDisplay: false)

    func run() throws {
        let search = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        write(Data(try ByteSearch.answer(to: search).utf8))
    }
}
