import NIOCore
import NIOPosix

/// The antivirus of the machine, where there is one: ClamAV's daemon, asked by its command INSTREAM (clamd(8)).
package struct VirusScan: Sendable {
    /// What the antivirus says of a file.
    package enum Verdict: Equatable, Sendable {
        case clean
        /// The name that ClamAV gives to what it found.
        case infected(String)
        /// No verdict, with the reason for whoever runs the server: away, too slow, or a file larger than clamd takes
        /// (`StreamMaxLength`). Whether the file waits or passes is for who asks to decide.
        case unavailable(String)
    }

    /// Where clamd listens: on this machine only, since files travel in the clear.
    package enum Address: Equatable, Sendable {
        case socket(path: String)
        case loopback(port: Int)

        /// Reads a setting: `/run/clamav/clamd.ctl`, or `127.0.0.1:3310`; nil for anything else.
        package init?(_ setting: String) {
            if setting.hasPrefix("/") {
                self = .socket(path: setting)
                return
            }
            let parts = setting.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0] == "127.0.0.1" || parts[0] == "localhost",
                let port = Int(parts[1]), (1...65_535).contains(port)
            else { return nil }
            self = .loopback(port: port)
        }
    }

    package static let longestWait = Duration.seconds(60)
    private static let bytesOfPiece = 64 << 10
    private static let bytesOfReply = 4 << 10

    private let address: Address
    private let wait: Duration

    /// - Parameter wait: for the verdict on one file.
    package init(at address: Address, wait: Duration = longestWait) {
        self.address = address
        self.wait = wait
    }

    /// Asks for a verdict on a file.
    package func verdict(on bytes: [UInt8]) async -> Verdict {
        await withTaskGroup(of: Verdict.self) { group in
            group.addTask {
                do { return try await ask(about: bytes) } catch { return .unavailable("\(error)") }
            }
            group.addTask {
                // A wait that is cut short means that the verdict is there.
                try? await Task.sleep(for: wait)
                return .unavailable("no answer within \(wait)")
            }
            let first = await group.next() ?? .unavailable("no answer")
            group.cancelAll()
            return first
        }
    }

    private func ask(about bytes: [UInt8]) async throws -> Verdict {
        try await connection().executeThenClose { replies, pieces in
            // clamd may refuse a file before it has received all of it: what it says counts, not that it hung up.
            async let _ = try? send(bytes, to: pieces)
            var reply = ByteBuffer()
            for try await piece in replies {
                reply.writeImmutableBuffer(piece)
                if reply.readableBytes > Self.bytesOfReply || reply.readableBytesView.contains(0) { break }
            }
            return Self.verdict(of: String(buffer: reply))
        }
    }

    private func connection() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connectTimeout(.seconds(5))
        switch address {
        case .socket(let path):
            return try await bootstrap.connect(unixDomainSocketPath: path) { channel in
                channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
            }
        case .loopback(let port):
            return try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
            }
        }
    }

    /// The command, then each piece after its length in four bytes, then a length of zero.
    private func send(_ bytes: [UInt8], to pieces: NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws {
        try await pieces.write(ByteBuffer(string: "zINSTREAM\0"))
        for start in stride(from: 0, to: bytes.count, by: Self.bytesOfPiece) {
            let piece = bytes[start..<min(start + Self.bytesOfPiece, bytes.count)]
            var buffer = ByteBuffer(integer: UInt32(piece.count))
            buffer.writeBytes(piece)
            try await pieces.write(buffer)
        }
        try await pieces.write(ByteBuffer(integer: UInt32(0)))
    }

    /// Reads `stream: OK`, `stream: Eicar-Signature FOUND`, or an error.
    private static func verdict(of reply: String) -> Verdict {
        let line = reply.prefix { $0 != "\0" && !$0.isNewline }
        if line == "stream: OK" { return .clean }
        if line.hasPrefix("stream: "), line.hasSuffix(" FOUND") {
            return .infected(String(line.dropFirst("stream: ".count).dropLast(" FOUND".count)))
        }
        return .unavailable(line.isEmpty ? "the connection ended without an answer" : String(line))
    }
}
