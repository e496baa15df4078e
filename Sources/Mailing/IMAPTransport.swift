import CCurl

/// Reads a mailbox by IMAP, one command at a time. Blocking: call it on a worker thread.
package enum IMAPTransport {
    /// What the server or the way to it refused.
    package struct Failure: Error, Sendable, Equatable {
        package let code: UInt32
        package let message: String
    }

    /// One command ("UID SEARCH UNSEEN", "UID FETCH 1:* (UID FLAGS BODY.PEEK[])") on `imap://host/INBOX`.
    ///
    /// Untagged lines come in `lines`; libcurl 7.88 gives literals (whole messages) to the header callback alone:
    /// `headers`.
    package static func run(
        _ command: String, url: String, user: String, password: String,
    ) throws(Failure) -> (lines: [UInt8], headers: [UInt8]) {
        let curl = CurlHandle(url: url, user: user, password: password, seconds: 30)
        curl.set(CURLOPT_CUSTOMREQUEST, command)
        do throws(CurlHandle.Failure) {
            let (lines, headers) = try curl.perform()
            return (lines, headers)
        } catch {
            throw Failure(code: error.code.rawValue, message: error.message)
        }
    }
}
