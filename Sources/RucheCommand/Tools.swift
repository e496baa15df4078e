import ArgumentParser
import Foundation

/// A file, or standard input for "-".
func read(_ file: String) throws -> Data {
    if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    guard let data = FileManager.default.contents(atPath: file) else { throw Failed("\(file) cannot be read.") }
    return data
}

func write(_ data: Data) { FileHandle.standardOutput.write(data) }
