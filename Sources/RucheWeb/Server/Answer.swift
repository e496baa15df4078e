import HTTPTypes
import Markup
import NIOCore

/// What a route answers.
package enum Answer: Sendable {
    case page(HTML, status: HTTPResponse.Status = .ok)
    /// After an act: the page to see now, with what to say there once.
    case seeOther(Link, flash: Flash? = nil)
    /// To a path of this site that was checked.
    case redirect(String)
    case text(String, type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok)
    case file(ByteBuffer, name: String, type: String)
    /// A picture that was made anew, shown in its page.
    case picture(ByteBuffer, type: String)
    case asset(Asset)
    /// Events as they come (server-sent events), until the stream ends or the browser goes.
    case stream(AsyncStream<ByteBuffer>)
    case noContent
    /// An answer and the cookies that go with it.
    indirect case with(cookies: [String], Answer)
}
