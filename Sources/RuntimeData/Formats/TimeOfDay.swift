import CourseModel

/// The moments of both standards; only their form is checked, the text is kept as written.
enum TimeOfDay {
    /// `time(second,10,0)`: `YYYY[-MM[-DD[Thh[:mm[:ss[.s[s]][TZ]]]]]]`, 1970 to 2038.
    static func isTime(_ text: some Sequence<UInt8>) -> Bool {
        var reading = Reading(text)
        guard let year = reading.number(digits: 4), (1970...2038).contains(year) else { return false }
        if reading.isAtEnd { return true }
        guard reading.take("-"), let month = reading.number(digits: 2), (1...12).contains(month) else { return false }
        if reading.isAtEnd { return true }
        guard reading.take("-"), let day = reading.number(digits: 2),
            CivilDate(year: year, month: month, day: day) != nil
        else { return false }
        if reading.isAtEnd { return true }
        guard reading.take("T") else { return false }
        return isClock(&reading)
    }

    /// `CMITime`: `HH:MM:SS[.s[s]]`, 24 hours.
    static func isCMITime(_ text: some Sequence<UInt8>) -> Bool {
        var reading = Reading(text)
        guard number(&reading, below: 24), reading.take(":"), number(&reading, below: 60), reading.take(":"),
            number(&reading, below: 60)
        else { return false }
        return fraction(&reading) && reading.isAtEnd
    }

    private static func isClock(_ reading: inout Reading) -> Bool {
        guard number(&reading, below: 24) else { return false }
        if reading.isAtEnd { return true }
        guard reading.take(":"), number(&reading, below: 60) else { return false }
        if reading.isAtEnd { return true }
        guard reading.take(":"), number(&reading, below: 60), fraction(&reading) else { return false }
        return isZone(&reading)
    }

    private static func isZone(_ reading: inout Reading) -> Bool {
        if reading.isAtEnd { return true }
        if reading.take("Z") { return reading.isAtEnd }
        guard reading.take("+") || reading.take("-"), number(&reading, below: 24) else { return false }
        if reading.isAtEnd { return true }
        return reading.take(":") && number(&reading, below: 60) && reading.isAtEnd
    }

    private static func number(_ reading: inout Reading, below limit: Int64) -> Bool {
        guard let number = reading.number(digits: 2) else { return false }
        return number < limit
    }

    private static func fraction(_ reading: inout Reading) -> Bool {
        guard reading.take(".") else { return true }
        guard let digits = reading.number() else { return false }
        return digits.digits <= 2
    }
}
