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
    case asset(Asset)
    case noContent
    /// An answer and the cookies that go with it.
    indirect case with(cookies: [String], Answer)
}
