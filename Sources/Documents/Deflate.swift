import CZlib

/// The compression of ZIP archives (RFC 1951), by zlib.
enum Deflate {
    /// - Throws: `DocumentFault.damaged`; `tooLarge` as soon as more than `limit` bytes come out, whatever the archive
    ///   announced.
    static func inflated(_ input: ArraySlice<UInt8>, atMost limit: Int) throws -> [UInt8] {
        var stream = z_stream()
        guard ruche_raw_inflate_init(&stream) == Z_OK else { throw DocumentFault.tooLarge }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        try input.withUnsafeBufferPointer { source in
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = UInt32(source.count)
            var state = Z_OK
            while state != Z_STREAM_END {
                let written = piece.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    state = inflate(&stream, Z_NO_FLUSH)
                    return target.count - Int(stream.avail_out)
                }
                guard state == Z_OK || state == Z_STREAM_END else { throw DocumentFault.damaged }
                guard output.count + written <= limit else { throw DocumentFault.tooLarge }
                output += piece[..<written]
            }
        }
        return output
    }

    static func deflated(_ input: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        guard ruche_raw_deflate_init(&stream, 6) == Z_OK else { throw DocumentFault.tooLarge }
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
        let state = input.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard state == Z_STREAM_END else { throw DocumentFault.tooLarge }
        return Array(output[..<Int(stream.total_out)])
    }

    /// The checksum that a ZIP keeps of a file.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
    }
}
