import CCurl
import Glibc

/// One conversation with a mail server by libcurl, used by one thread and then thrown away.
final class CurlHandle {
    /// Why a conversation failed, as libcurl and the server say it.
    struct Failure: Error {
        let code: CURLcode
        /// The last reply code of the server, 0 when it said nothing.
        let reply: Int
        let message: String
    }

    private static let start: Void = { curl_global_init(Int(CURL_GLOBAL_DEFAULT)) }()

    private let handle: OpaquePointer?
    private let received = Sink()
    private let headers = Sink()
    private var source: Source?
    private var recipients: UnsafeMutablePointer<curl_slist>?

    /// - Parameter seconds: for the whole conversation; reaching the server may take 10 of them.
    init(url: String, user: String?, password: String?, seconds: Int) {
        _ = Self.start
        handle = curl_easy_init().map { OpaquePointer($0) }
        set(CURLOPT_URL, url)
        if let user { set(CURLOPT_USERNAME, user) }
        if let password { set(CURLOPT_PASSWORD, password) }
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, 10_000)
        set(CURLOPT_TIMEOUT_MS, seconds * 1000)
        receive(CURLOPT_WRITEDATA, CURLOPT_WRITEFUNCTION, received)
        receive(CURLOPT_HEADERDATA, CURLOPT_HEADERFUNCTION, headers)
    }

    deinit {
        curl_slist_free_all(recipients)
        if let raw { curl_easy_cleanup(raw) }
    }

    func set(_ option: CURLoption, _ value: String) { if let raw { _ = ruche_curl_set_str(raw, option, value) } }

    func set(_ option: CURLoption, _ value: Int) { if let raw { _ = ruche_curl_set_long(raw, option, value) } }

    func addRecipient(_ address: String) { recipients = curl_slist_append(recipients, "<\(address)>") }

    /// What is sent after the recipients.
    func upload(_ message: [UInt8]) {
        guard let raw else { return }
        let source = Source(message)
        self.source = source
        _ = ruche_curl_set_slist(raw, CURLOPT_MAIL_RCPT, recipients)
        set(CURLOPT_UPLOAD, 1)
        _ = ruche_curl_set_ptr(raw, CURLOPT_READDATA, Unmanaged.passUnretained(source).toOpaque())
        _ = ruche_curl_set_io(raw, CURLOPT_READFUNCTION) { buffer, size, count, user in
            guard let buffer, let user else { return 0 }
            return Unmanaged<Source>.fromOpaque(user).takeUnretainedValue().copy(to: buffer, at: size * count)
        }
    }

    /// Holds the conversation. Blocking.
    func perform() throws(Failure) -> (body: [UInt8], headers: [UInt8]) {
        guard let raw else { throw Failure(code: CURLE_FAILED_INIT, reply: 0, message: "out of memory") }
        let code = curl_easy_perform(raw)
        guard code == CURLE_OK else {
            var reply = 0
            _ = ruche_curl_get_long(raw, CURLINFO_RESPONSE_CODE, &reply)
            let lines = String(decoding: headers.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            let said = lines.last { $0.hasPrefix(String(reply)) }
            let reason = String(cString: curl_easy_strerror(code))
            throw Failure(code: code, reply: reply, message: said.map { "\(reason): \($0)" } ?? reason)
        }
        return (received.bytes, headers.bytes)
    }

    private var raw: UnsafeMutableRawPointer? { handle.map { UnsafeMutableRawPointer($0) } }

    private func receive(_ data: CURLoption, _ function: CURLoption, _ sink: Sink) {
        guard let raw else { return }
        _ = ruche_curl_set_ptr(raw, data, Unmanaged.passUnretained(sink).toOpaque())
        _ = ruche_curl_set_io(raw, function) { buffer, size, count, user in
            guard let user else { return 0 }
            let bytes = UnsafeRawBufferPointer(start: buffer, count: size * count)
            Unmanaged<Sink>.fromOpaque(user).takeUnretainedValue().bytes.append(contentsOf: bytes)
            return size * count
        }
    }

    private final class Sink { var bytes: [UInt8] = [] }

    private final class Source {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: [UInt8]) { rest = bytes[...] }

        func copy(to buffer: UnsafeMutablePointer<CChar>, at most: Int) -> Int {
            let part = rest.prefix(most)
            part.withUnsafeBytes { bytes in
                if let start = bytes.baseAddress { memcpy(buffer, start, bytes.count) }
            }
            rest = rest.dropFirst(part.count)
            return part.count
        }
    }
}
