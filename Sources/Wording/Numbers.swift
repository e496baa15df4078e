extension Interface {
    /// `1 234`
    package func number(_ number: Int) -> String { language.phrasing.number(number) }

    /// `1,4`: rounded to `decimals` figures (at most 9), half away from zero; `–` for what is no finite number.
    package func number(_ number: Double, decimals: Int = 1) -> String {
        language.phrasing.number(number, decimals: decimals, signed: false)
    }

    /// `+1,4`, `−0,3`, and `0,0` without a sign.
    package func signed(_ number: Double, decimals: Int = 1) -> String {
        language.phrasing.number(number, decimals: decimals, signed: true)
    }

    /// `81 %` for the share 0.81.
    package func percent(_ share: Double, decimals: Int = 0) -> String {
        language.phrasing.number(share * 100, decimals: decimals, signed: false) + language.phrasing.percentSign
    }

    /// `40 min`, `19 h`, `9 jours`: rounded minutes under an hour, hours under 48, days of 24 hours beyond. Less than
    /// nothing counts as nothing; `–` for what is no finite number.
    package func duration(hours: Double) -> String {
        guard hours.isFinite, hours < 1e9 else { return "–" }
        let hours = max(0, hours)
        let minutes = (hours * 60).rounded()
        if minutes < 60 { return language.phrasing.duration(Int(minutes), .minutes) }
        if hours < 48 { return language.phrasing.duration(Int(hours.rounded()), .hours) }
        return language.phrasing.duration(Int((hours / 24).rounded()), .days)
    }

    /// `depuis 2 jours`, at least a minute.
    /// - Parameter milliseconds: the instant of the beginning, UTC.
    package func since(_ milliseconds: Int64) -> String {
        let (elapsed, overflow) = now.subtractingReportingOverflow(milliseconds)
        let minutes = overflow ? .infinity : max(1, Double(elapsed) / 60_000)
        return language.phrasing.since(duration(hours: minutes / 60))
    }

    /// `a, b et c`
    package func list(_ items: [String]) -> String { language.phrasing.list(items) }

    /// `1er`, `1re`, `2e`
    package func ordinal(_ number: Int, feminine: Bool = false) -> String {
        language.phrasing.ordinal(number, feminine: feminine)
    }
}
