import Glibc

/// Why a file could not be read, in the words of the system.
package struct FileFailure: Error, Sendable, Equatable {
    package let path: String
    package let message: String

    package init(path: String, message: String) { (self.path, self.message) = (path, message) }
}

/// A file open for reading, closed with its last user. One reader at a time.
final class OpenFile {
    private let descriptor: Int32
    private let path: String

    init(_ path: String, offset: Int) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path: path, message: String(cString: strerror(errno))) }
        guard offset == 0 || lseek(descriptor, offset, SEEK_SET) == offset else {
            throw FileFailure(path: path, message: String(cString: strerror(errno)))
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// At most `count` bytes, `nil` at the end.
    func read(_ count: Int) throws -> [UInt8]? {
        var length = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            repeat { length = Glibc.read(descriptor, buffer.baseAddress, count) } while length < 0 && errno == EINTR
            initialized = max(length, 0)
        }
        guard length >= 0 else { throw FileFailure(path: path, message: String(cString: strerror(errno))) }
        return length == 0 ? nil : bytes
    }
}
