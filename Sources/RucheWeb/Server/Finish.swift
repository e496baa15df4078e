import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Ruche

extension Dispatcher {
    /// An answer as it leaves: status, headers, cookies, gzip.
    func finish(_ answer: Answer, _ request: Request, _ ui: Screen) -> Response {
        var cookies: [String] = []
        var response = response(to: answer, request, ui, &cookies)
        SecurityHeaders.add(to: &response.headers, isSecure: site.isSecure)
        for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }

    private func response(_ status: HTTPResponse.Status, _ type: String, _ body: ByteBuffer, _ request: Request)
        -> Response
    {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "private, no-store"]
        guard body.readableBytes >= 1_024 else {
            return Response(status: status, headers: headers, body: .init(byteBuffer: body))
        }
        headers[.vary] = "Accept-Encoding"
        guard acceptsGzip(request.headers), let compressed = site.gzip.compress(body) else {
            return Response(status: status, headers: headers, body: .init(byteBuffer: body))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: status, headers: headers, body: .init(byteBuffer: compressed))
    }

    private func response(
        to answer: Answer, _ request: Request, _ ui: Screen, _ cookies: inout [String]
    ) -> Response {
        switch answer {
        case .page(let html, let status):
            if ui.flash != nil { cookies.append(site.cookies.said) }
            return response(status, "text/html; charset=utf-8", html.buffer, request)
        case .seeOther(let link, let flash):
            if let flash { cookies.append(site.cookies.saying(flash)) }
            return redirect(to: ui.path(link))
        case .redirect(let path): return redirect(to: path)
        case .text(let text, let type, let status):
            return response(status, type, ByteBuffer(string: text), request)
        case .file(let bytes, let name, let type):
            // Never shown in our pages' place: whatever it holds, it is only kept.
            let headers: HTTPFields = [
                .contentType: type, .cacheControl: "private, no-store",
                .contentDisposition: "attachment; filename*=UTF-8''\(name.percentEncoded)",
            ]
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: bytes))
        case .picture(let bytes, let type):
            // A ward shares its computer: nothing of a post stays on its disk.
            return Response(
                status: .ok, headers: [.contentType: type, .cacheControl: "private, no-store"],
                body: .init(byteBuffer: bytes))
        case .asset(let asset): return response(asset, request)
        case .stream(let events):
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/event-stream", .cacheControl: "private, no-store", .accelBuffering: "no",
                ],
                body: .init { writer in
                    for await event in events { try await writer.write(event) }
                    try await writer.finish(nil)
                })
        case .noContent: return Response(status: .noContent)
        case .with(let more, let answer):
            cookies += more
            return response(to: answer, request, ui, &cookies)
        }
    }

    private func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "private, no-store"])
    }

    private func response(_ asset: Asset, _ request: Request) -> Response {
        let compressed = acceptsGzip(request.headers) ? asset.compressed : nil
        var headers: HTTPFields = [
            .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable", .vary: "Accept-Encoding",
        ]
        // A strong tag names exact bytes, so each form has its own.
        let tag = compressed == nil ? "\"\(asset.hash)\"" : "\"\(asset.hash)-gz\""
        headers[.eTag] = tag
        if request.headers[.ifNoneMatch]?.contains(tag) == true {
            return Response(status: .notModified, headers: headers)
        }
        if compressed != nil { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: compressed ?? asset.plain))
    }

    private func acceptsGzip(_ headers: HTTPFields) -> Bool {
        guard let encodings = headers[.acceptEncoding] else { return false }
        return encodings.split(separator: ",").contains { encoding in
            let parts = encoding.split(separator: ";").map { $0.filter { $0 != " " } }
            return parts.first == "gzip" && !parts.dropFirst().contains { $0 == "q=0" || $0 == "q=0.0" }
        }
    }
}

extension HTTPField.Name {
    /// Tells a proxy (nginx) to pass each event on at once.
    fileprivate static let accelBuffering = HTTPField.Name("X-Accel-Buffering") ?? .cacheControl
}

extension HTML {
    /// The bytes of a page, copied once.
    var buffer: ByteBuffer { withBytes { ByteBuffer(bytes: $0) } }
}
