import CZlib
import NIOCore
import Synchronization

/// Compresses whole texts for browsers that take gzip.
///
/// A deflate state takes 256 KiB to allocate and clear: a few are kept and used again.
final class Gzip: Sendable {
    private let idle = Mutex<[Deflater]>([])
    private static let kept = 4

    /// Level 4 for what is made for one answer; 9 for what is made once.
    func compress(_ input: ByteBuffer, level: Int32 = 4) -> ByteBuffer? {
        let known = idle.withLock { level == 4 ? $0.popLast() : nil }
        guard let deflater = known ?? Deflater(level: level) else { return nil }
        defer { if level == 4 { idle.withLock { if $0.count < Self.kept { $0.append(deflater) } } } }
        return deflater.compress(input)
    }
}

/// One zlib stream; used by one caller at a time, whoever took it from `Gzip`.
private final class Deflater: @unchecked Sendable {
    private var stream = z_stream()

    init?(level: Int32) {
        guard ruche_gzip_init(&stream, level) == Z_OK else { return nil }
    }
    deinit { deflateEnd(&stream) }

    func compress(_ input: ByteBuffer) -> ByteBuffer? {
        deflateReset(&stream)
        let bound = Int(deflateBound(&stream, UInt(input.readableBytes))) + 32
        var output = ByteBufferAllocator().buffer(capacity: bound)
        let isWhole = input.withUnsafeReadableBytes { source in
            var isWhole = false
            output.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { target in
                stream.next_in = UnsafeMutablePointer(mutating: source.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = UInt32(target.count)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                return Int(stream.total_out)
            }
            return isWhole
        }
        return isWhole ? output : nil
    }
}
