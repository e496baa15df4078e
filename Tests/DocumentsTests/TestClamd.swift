import Documents
import Foundation
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// A daemon that speaks as ClamAV's does, on this machine, for one question.
enum TestClamd {
    struct Asked {
        let result: VirusScan.Verdict
        /// The file as the daemon put it together.
        let received: [UInt8]
    }

    /// - Parameter answer: said once the file is there; nil to stay silent, empty to hang up.
    static func asked(
        answering answer: String?, bySocket: Bool = false,
        _ ask: (VirusScan.Address) async -> VirusScan.Verdict
    ) async throws -> Asked {
        let received = NIOLockedValueBox<[UInt8]>([])
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Conversation(answer: answer, received: received))
                }
            }
        let path = FileManager.default.temporaryDirectory.appending(path: "clamd-\(UUID().uuidString.prefix(8))").path
        let channel =
            bySocket
            ? try await bootstrap.bind(unixDomainSocketPath: path).get()
            : try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port ?? 0
        let result = await ask(bySocket ? .socket(path: path) : .loopback(port: port))
        try await channel.close()
        return Asked(result: result, received: received.withLockedValue { $0 })
    }

    /// Reads `zINSTREAM`, then pieces until one of no length.
    private final class Conversation: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let answer: String?
        private let received: NIOLockedValueBox<[UInt8]>
        private var waiting = ByteBuffer()
        private var isCommanded = false

        init(answer: String?, received: NIOLockedValueBox<[UInt8]>) {
            self.answer = answer
            self.received = received
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            var piece = unwrapInboundIn(data)
            waiting.writeBuffer(&piece)
            let command = "zINSTREAM\0"
            if !isCommanded, waiting.readableBytes >= command.utf8.count {
                guard waiting.readString(length: command.utf8.count) == command else {
                    context.close(promise: nil)
                    return
                }
                isCommanded = true
            }
            while isCommanded, let length = waiting.getInteger(at: waiting.readerIndex, as: UInt32.self),
                waiting.readableBytes >= 4 + Int(length)
            {
                waiting.moveReaderIndex(forwardBy: 4)
                if length == 0 { return end(context) }
                let bytes = waiting.readBytes(length: Int(length)) ?? []
                received.withLockedValue { $0 += bytes }
            }
        }

        private func end(_ context: ChannelHandlerContext) {
            guard let answer else { return }
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)))
                .whenComplete { _ in bound.value.close(promise: nil) }
        }
    }
}
