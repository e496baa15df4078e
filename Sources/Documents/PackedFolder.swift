/// A folder as one ZIP archive, to be taken along.
package struct PackedFolder: Sendable {
    private struct Entry: Sendable {
        let name: String
        let isPacked: Bool
        let read: @Sendable () throws -> [UInt8]
    }

    private var entries: [Entry] = []

    package init() {}

    package mutating func add(_ name: String, _ text: String) {
        entries.append(Entry(name: name, isPacked: true) { Array(text.utf8) })
    }

    /// A file of members: pictures and documents are compressed already, and stand as they are.
    package mutating func add(_ name: String, reading read: @escaping @Sendable () throws -> [UInt8]) {
        entries.append(Entry(name: name, isPacked: false, read: read))
    }

    /// The archive. A file that cannot be read any more is left out.
    package func zip() async throws -> [UInt8] {
        let entries = entries
        return try await onWorkingThread {
            var writer = ZipWriter()
            for entry in entries {
                if entry.isPacked {
                    try writer.add(entry.name, entry.read())
                } else if let bytes = try? entry.read() {  // gone from the store: the list names it all the same
                    writer.store(entry.name, bytes)
                }
            }
            return writer.finished()
        }
    }
}
