import HTTPTypes

/// What every answer carries so that a browser refuses what Ruche never sends: scripts of others, frames, guesses.
enum SecurityHeaders {
    static func add(to headers: inout HTTPFields, isSecure: Bool) {
        headers[.contentSecurityPolicy] = policy
        headers[.xContentTypeOptions] = "nosniff"
        headers[.referrerPolicy] = "same-origin"
        headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        headers[.crossOriginOpenerPolicy] = "same-origin"
        headers[.crossOriginResourcePolicy] = "same-origin"
        headers[.frameOptions] = "DENY"
        if isSecure { headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    }

    private static let policy = """
        default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """
}
