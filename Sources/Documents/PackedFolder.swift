/// A folder as one ZIP archive, to be taken along.
package struct PackedFolder: Sendable {
    private struct Entry: Sendable {
        let name: String
        let isPacked: Bool
        /// Nil when it is not there any more.
        let read: @Sendable () throws -> [UInt8]?
    }

    private var entries: [Entry] = []

    package init() {}

    package mutating func add(_ name: String, _ text: String) {
        entries.append(Entry(name: name, isPacked: true) { Array(text.utf8) })
    }

    /// A file of members: pictures and documents are compressed already, and stand as they are.
    /// - Parameter read: gives nil when the file is not there any more, and throws when it is and cannot be read.
    package mutating func add(_ name: String, reading read: @escaping @Sendable () throws -> [UInt8]?) {
        entries.append(Entry(name: name, isPacked: false, read: read))
    }

    /// The archive. A file that is not there any more is left out, and named in a list; what cannot be read fails the
    /// whole, so that nobody takes half of it along for all.
    /// - Parameter missing: the name of that list, and its first line.
    package func zip(listing missing: (name: String, heading: String)) async throws -> [UInt8] {
        let entries = entries
        return try await onWorkingThread {
            var writer = ZipWriter()
            var gone: [String] = []
            for entry in entries {
                guard let bytes = try entry.read() else {
                    gone.append(entry.name)
                    continue
                }
                if entry.isPacked { try writer.add(entry.name, bytes) } else { writer.store(entry.name, bytes) }
            }
            if !gone.isEmpty {
                let list = ([missing.heading, ""] + gone.map { "- \($0)" } + [""]).joined(separator: "\n")
                try writer.add(missing.name, Array(list.utf8))
            }
            return writer.finished()
        }
    }
}
