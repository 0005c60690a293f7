/// A moment in time: milliseconds since 1970-01-01T00:00:00Z. It comes in by argument; no room reads a clock.
public struct Instant: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// Milliseconds since 1970, UTC.
    public let milliseconds: Int64

    /// A moment by its milliseconds since 1970, UTC.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The earlier one is the lesser one.
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// `2026-11-23T16:24:58.123Z`, the form of the journal; years 0000 to 9999.
    public var description: String { String(decoding: bytes, as: UTF8.self) }

    /// The characters of `description`.
    public var bytes: [UInt8] {
        let (day, inDay) = (milliseconds.flooredDivision(by: 86_400_000))
        let date = CivilDate(daysSince1970: day)
        var bytes = Array("0000-00-00T00:00:00.000Z".utf8)
        func put(_ number: Int64, before end: Int, _ width: Int) {
            var rest = number
            for place in 1...width {
                bytes[end - place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
                rest /= 10
            }
        }
        put(date.year, before: 4, 4)
        put(date.month, before: 7, 2)
        put(date.day, before: 10, 2)
        put(inDay / 3_600_000, before: 13, 2)
        put(inDay / 60_000 % 60, before: 16, 2)
        put(inDay / 1000 % 60, before: 19, 2)
        put(inDay % 1000, before: 23, 3)
        return bytes
    }

    /// Reads exactly the form that `description` writes; anything else is `nil`.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let template = Array("0000-00-00T00:00:00.000Z".utf8)
        guard bytes.count == template.count else { return nil }
        for (byte, pattern) in zip(bytes, template) {
            let fits = pattern == UInt8(ascii: "0") ? (48...57).contains(byte) : byte == pattern
            guard fits else { return nil }
        }
        func number(_ range: Range<Int>) -> Int64 { bytes[range].reduce(0) { $0 * 10 + Int64($1 - 48) } }
        guard let date = CivilDate(year: number(0..<4), month: number(5..<7), day: number(8..<10)),
            number(11..<13) < 24, number(14..<16) < 60, number(17..<19) < 60
        else { return nil }
        let seconds = number(11..<13) * 3600 + number(14..<16) * 60 + number(17..<19)
        self.init(milliseconds: date.daysSince1970 * 86_400_000 + seconds * 1000 + number(20..<23))
    }
}

/// A day of the Gregorian calendar.
public struct CivilDate: Hashable, Sendable, CustomStringConvertible {
    /// The parts as people count them: month and day from 1.
    public let year: Int64, month: Int64, day: Int64

    /// Refuses a day that the calendar does not have.
    public init?(year: Int64, month: Int64, day: Int64) {
        guard (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        guard CivilDate(daysSince1970: daysSince1970) == self else { return nil }
    }

    /// Days are counted in eras of 400 years that begin in March, so that the leap day comes last.
    public init(daysSince1970 days: Int64) {
        let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01, negative before.
    public var daysSince1970: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shiftedYear.flooredDivision(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// `2026-11-23`.
    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
