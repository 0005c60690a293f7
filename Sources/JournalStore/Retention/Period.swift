public import CourseModel

/// A span of the calendar as ISO 8601 writes it: `P3Y`, `P6M`, `P2W`, `P30D`, `P1Y6M`; no hours.
public struct Period: Hashable, Sendable, CustomStringConvertible {
    public let months: Int64
    public let days: Int64
    /// As it was written.
    public let description: String

    /// Refuses an empty span, fractions, and what is longer than a thousand years.
    public init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        var (months, days) = (Int64(0), Int64(0))
        var units = Array("YMWD".utf8)[...]
        while !rest.isEmpty {
            let digits = rest.prefix { (48...57).contains($0) }
            rest = rest.dropFirst(digits.count)
            guard (1...6).contains(digits.count), let number = Int64(String(decoding: digits, as: UTF8.self)),
                let unit = rest.popFirst(), let place = units.firstIndex(of: unit)
            else { return nil }
            units = units[(place + 1)...]
            switch unit {
            case UInt8(ascii: "Y"): months += number * 12
            case UInt8(ascii: "M"): months += number
            case UInt8(ascii: "W"): days += number * 7
            default: days += number
            }
        }
        guard months + days > 0, months <= 12_000, days <= 365_000 else { return nil }
        (self.months, self.days, description) = (months, days, text)
    }

    /// The moment this long before another one; where the month is shorter, its last day.
    public func before(_ moment: Instant) -> Instant {
        let day: Int64 = 86_400_000
        let inDay = (moment.milliseconds % day + day) % day
        let date = CivilDate(daysSince1970: (moment.milliseconds - inDay) / day)
        let month = date.year * 12 + date.month - 1 - months
        let (year, inYear) = (max(0, month / 12), max(0, month) % 12 + 1)
        let target = (0...3).lazy.compactMap { CivilDate(year: year, month: inYear, day: date.day - $0) }.first
        let start = (target?.daysSince1970 ?? 0) - days
        return Instant(milliseconds: start * day + inDay)
    }
}
