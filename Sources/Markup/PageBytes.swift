import Glibc

/// The growing bytes of one page. A class without copy-on-write: only its `HTML.Writer` writes, before the `HTML`
/// exists; from then on nobody does, which is what makes it safe to share between threads.
@usableFromInline final class PageBytes: @unchecked Sendable {
    @exclusivity(unchecked) @usableFromInline var base: UnsafeMutableRawPointer
    @exclusivity(unchecked) @usableFromInline var count = 0
    @exclusivity(unchecked) @usableFromInline var capacity: Int

    @inlinable init(capacity: Int) {
        self.capacity = max(capacity, 64)
        base = Self.allocated(malloc(self.capacity))
    }

    @inlinable deinit { free(base) }

    @inlinable var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    @usableFromInline @inline(never) func grow(by extra: Int) {
        capacity = max(capacity * 2, count + extra)
        base = Self.allocated(realloc(base, capacity))
    }

    @inlinable @inline(__always) func reserve(_ extra: Int) {
        if count &+ extra > capacity { grow(by: extra) }
    }

    @usableFromInline static func allocated(_ memory: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer {
        guard let memory else { preconditionFailure("The system has no memory left for a page.") }
        return memory
    }

    @inlinable func append(_ more: UnsafeRawBufferPointer) {
        guard let start = more.baseAddress else { return }
        reserve(more.count)
        memcpy(base + count, start, more.count)
        count &+= more.count
    }

    @inlinable func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inlinable func append(decimal number: Int) {
        reserve(20)
        if number < 0 {
            (base + count).storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
            count &+= 1
        }
        var rest = number.magnitude
        var digits = 1
        var bound: UInt = 10
        while rest >= bound {
            digits &+= 1
            if digits == 20 { break }
            bound &*= 10
        }
        var place = count &+ digits
        count = place
        repeat {
            place &-= 1
            (base + place).storeBytes(of: UInt8(truncatingIfNeeded: rest % 10) &+ 0x30, as: UInt8.self)
            rest /= 10
        } while rest > 0
    }

    /// Copies eight bytes at a time while none of them is & < > " ' (or #, which shares the bits tested: it only
    /// costs a slower step).
    @inlinable func escape(_ text: UnsafeRawBufferPointer) {
        guard let start = text.baseAddress else { return }
        let length = text.count
        reserve(length &+ 8)
        var to = base + count
        var at = 0
        while at < length {
            if at &+ 8 <= length {
                let word = (start + at).loadUnaligned(as: UInt64.self)
                if !Self.mayNeedEscape(word) {
                    to.storeBytes(of: word, as: UInt64.self)
                    to += 8
                    at &+= 8
                    continue
                }
            }
            let end = min(at &+ 8, length)
            while at < end {
                let byte = (start + at).load(as: UInt8.self)
                at &+= 1
                let entity: StaticString
                switch byte {
                case Byte.ampersand: entity = "&amp;"
                case Byte.less: entity = "&lt;"
                case Byte.greater: entity = "&gt;"
                case Byte.quote: entity = "&quot;"
                case Byte.apostrophe: entity = "&#39;"
                default:
                    to.storeBytes(of: byte, as: UInt8.self)
                    to += 1
                    continue
                }
                count = to - base
                append(entity)
                reserve(length &- at &+ 8)
                to = base + count
            }
        }
        count = to - base
    }

    /// `(b & 0xFA) == 0x22` holds for " & ' # alone, `(b & 0xFD) == 0x3C` for < > alone.
    @inlinable @inline(__always) static func mayNeedEscape(_ word: UInt64) -> Bool {
        let quotes = (word & 0xFAFA_FAFA_FAFA_FAFA) ^ 0x2222_2222_2222_2222
        let angles = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
        let zeros = ((quotes &- 0x0101_0101_0101_0101) & ~quotes) | ((angles &- 0x0101_0101_0101_0101) & ~angles)
        return zeros & 0x8080_8080_8080_8080 != 0
    }

    @usableFromInline func append(percentEncoding text: String) {
        reserve(text.utf8.count * 3)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                (base + count).storeBytes(of: byte, as: UInt8.self)
                count += 1
            default:
                let digits: StaticString = "0123456789ABCDEF"
                (base + count).storeBytes(of: UInt8(ascii: "%"), as: UInt8.self)
                (base + count + 1).storeBytes(of: digits.utf8Start[Int(byte >> 4)], as: UInt8.self)
                (base + count + 2).storeBytes(of: digits.utf8Start[Int(byte & 15)], as: UInt8.self)
                count += 3
            }
        }
    }

    @inlinable var endsInQuote: Bool { count > 0 && (base + count - 1).load(as: UInt8.self) == Byte.quote }

    /// Whether what is written ends with `href="`, `src="`, `action="`… : the next text is an address.
    @usableFromInline @inline(never) var opensAddress: Bool {
        guard count > 6, (base + count - 2).load(as: UInt8.self) == Byte.equal else { return false }
        return addressAttributes.contains { name in
            let length = name.utf8CodeUnitCount
            guard count >= length + 2 else { return false }
            let tail = base + count - 2 - length
            return (0..<length).allSatisfy { ((tail + $0).load(as: UInt8.self) | 0x20) == name.utf8Start[$0] }
        }
    }
}
