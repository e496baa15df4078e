import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import RucheWeb

/// A browser without script: it keeps cookies and posts forms, through the real router.
final class TestBrowser: Sendable {
    private let responder: any HTTPResponder<WebContext>
    private let home: TestDatabase
    private let cookies: Mutex<[String: String]>

    init(responder: any HTTPResponder<WebContext>, home: TestDatabase, cookies: [String: String] = [:]) {
        (self.responder, self.home) = (responder, home)
        self.cookies = Mutex(cookies)
    }

    struct Page: Sendable {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let text: String
        /// Where a redirect leads.
        var location: String? { headers[.location] }
    }

    var session: String? { cookies.withLock { $0["ruche"] } }

    @discardableResult
    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Page {
        try await send(.get, path, headers, ByteBuffer())
    }

    /// - Parameter fields: several values of one name are given as several pairs.
    @discardableResult
    func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:], headers: HTTPFields? = nil) async throws
        -> Page
    {
        try await post(path, fields.map { ($0.key, $0.value) }, headers: headers)
    }

    @discardableResult
    func post(_ path: String, _ fields: [(key: String, value: String)], headers: HTTPFields? = nil) async throws -> Page
    {
        let body = fields.map { "\($0.key.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
        var headers = headers ?? [.secFetchSite: "same-origin"]
        headers[.contentType] = headers[.contentType] ?? "application/x-www-form-urlencoded"
        return try await send(.post, path, headers, ByteBuffer(string: body))
    }

    /// Sends a form with one file.
    @discardableResult
    func upload(_ path: String, field: String, name: String, content: String) async throws -> Page {
        let body = """
            --cut\r\nContent-Disposition: form-data; name="\(field)"; filename="\(name)"\r
            Content-Type: application/octet-stream\r\n\r\n\(content)\r\n--cut--\r\n
            """
        let headers: HTTPFields = [.secFetchSite: "same-origin", .contentType: "multipart/form-data; boundary=cut"]
        return try await send(.post, path, headers, ByteBuffer(string: body))
    }

    /// Sends a form as a browser does when it carries files.
    @discardableResult
    func post(_ path: String, _ fields: KeyValuePairs<String, String>, files: [(name: String, bytes: [UInt8])])
        async throws -> Page
    {
        var body = ByteBuffer()
        for (name, value) in fields {
            body.writeString("--cut\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        for file in files {
            body.writeString(
                "--cut\r\nContent-Disposition: form-data; name=\"fichiers\"; filename=\"\(file.name)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            )
            body.writeBytes(file.bytes)
            body.writeString("\r\n")
        }
        body.writeString("--cut--\r\n")
        let headers: HTTPFields = [.secFetchSite: "same-origin", .contentType: "multipart/form-data; boundary=cut"]
        return try await send(.post, path, headers, body)
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, _ more: HTTPFields, _ body: ByteBuffer) async throws
        -> Page
    {
        var headers = more
        let kept = cookies.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if !kept.isEmpty { headers[.cookie] = kept }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: path.hasPrefix("/") ? path : "/" + path,
            headerFields: headers)
        let request = Request(head: head, body: RequestBody(buffer: body))
        let context = WebContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
        let response = try await responder.respond(to: request, context: context)
        for value in response.headers[values: .setCookie] { keep(value) }
        let writer = Collector()
        // What goes on for minutes is listened to by its own tests.
        if response.headers[.contentType] != "text/event-stream" { try await response.body.write(writer) }
        return Page(status: response.status, headers: response.headers, text: writer.text)
    }

    private func keep(_ cookie: String) {
        guard let pair = cookie.split(separator: ";").first?.split(separator: "=", maxSplits: 1), let name = pair.first
        else { return }
        cookies.withLock { $0[String(name)] = pair.count > 1 && !cookie.contains("Max-Age=0") ? String(pair[1]) : nil }
    }

    private struct Collector: ResponseBodyWriter {
        private let bytes = Bytes()
        private final class Bytes: Sendable { let buffer = Mutex(ByteBuffer()) }
        var text: String { bytes.buffer.withLock { String(buffer: $0) } }
        func write(_ buffer: ByteBuffer) async throws { bytes.buffer.withLock { _ = $0.writeImmutableBuffer(buffer) } }
        consuming func finish(_ trailers: HTTPFields?) async throws {}
    }
}
