/// A length of time. Years and months stay what they are, because nobody can say how long they last.
struct Duration: Hashable, Sendable {
    var years: Int64 = 0
    var months: Int64 = 0
    var centiseconds: Int64 = 0

    /// `timeinterval(second,10,2)`: `P1Y2M3DT4H5M6.78S`, every part optional, at least one there.
    init?(timeinterval text: some Sequence<UInt8>) {
        var reading = Reading(text)
        guard reading.take("P"), !reading.isAtEnd else { return nil }
        guard readParts(of: &reading, designators: ["Y", "M", "D"], isTime: false) else { return nil }
        if reading.take("T") {
            guard !reading.isAtEnd, readParts(of: &reading, designators: ["H", "M", "S"], isTime: true) else {
                return nil
            }
        }
        guard reading.isAtEnd else { return nil }
    }

    /// `CMITimespan`: `HHHH:MM:SS.SS`, two to four digits of hours, the fraction optional.
    init?(timespan text: some Sequence<UInt8>) {
        var reading = Reading(text)
        guard let hours = reading.number(), (2...4).contains(hours.digits), reading.take(":"),
            let minutes = reading.number(digits: 2), reading.take(":"), let seconds = reading.number(digits: 2)
        else { return nil }
        guard let fraction = Duration.fraction(of: &reading), reading.isAtEnd else { return nil }
        centiseconds = (hours.value * 3600 + minutes * 60 + seconds) * 100 + fraction
    }

    /// One after the other.
    static func + (left: Duration, right: Duration) -> Duration {
        var sum = left
        sum.years = left.years.saturatingPlus(right.years)
        sum.months = left.months.saturatingPlus(right.months)
        sum.centiseconds = left.centiseconds.saturatingPlus(right.centiseconds)
        return sum
    }

    /// The shortest form; nothing at all is `PT0S`.
    var timeinterval: String {
        let (days, inDay) = centiseconds.quotientAndRemainder(dividingBy: 8_640_000)
        let (hours, minutes) = (inDay / 360_000, inDay / 6000 % 60)
        let date = [(years, "Y"), (months, "M"), (days, "D")].filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
        var time = [(hours, "H"), (minutes, "M")].filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
        let (seconds, fraction) = (inDay / 100 % 60, inDay % 100)
        if fraction > 0 {
            time += "\(seconds).\(Duration.twoDigits(fraction))S"
        } else if seconds > 0 {
            time += "\(seconds)S"
        }
        return date.isEmpty && time.isEmpty ? "PT0S" : "P\(date)\(time.isEmpty ? "" : "T")\(time)"
    }

    /// Hours of four digits; 9999 of them at most, as the type allows no more.
    var timespan: String {
        let limited = min(centiseconds, (9999 * 3600 + 3599) * 100 + 99)
        let hours = String(String(10_000 + limited / 360_000).dropFirst())
        let rest = [limited / 6000 % 60, limited / 100 % 60].map(Duration.twoDigits)
        return "\(hours):\(rest[0]):\(rest[1]).\(Duration.twoDigits(limited % 100))"
    }

    private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// `.s` or `.ss` in hundredths, 0 where there is none; `nil` for a point without digits or with too many.
    private static func fraction(of reading: inout Reading) -> Int64? {
        guard reading.take(".") else { return 0 }
        guard let digits = reading.number(), digits.digits <= 2 else { return nil }
        return digits.digits == 1 ? digits.value * 10 : digits.value
    }

    private mutating func readParts(
        of reading: inout Reading, designators: [Unicode.Scalar], isTime: Bool
    ) -> Bool {
        var following = designators[...]
        while let number = reading.number() {
            var fraction: Int64 = 0
            let before = reading.rest.count
            if isTime {
                guard let read = Duration.fraction(of: &reading) else { return false }
                fraction = read
            }
            let hasFraction = reading.rest.count < before
            guard let designator = following.first(where: { reading.take($0) }),
                let place = designators.firstIndex(of: designator), !hasFraction || designator == "S"
            else { return false }
            following = designators[(place + 1)...]
            add(number.value, of: designator, isTime: isTime)
            centiseconds = centiseconds.saturatingPlus(fraction)
        }
        return true
    }

    private mutating func add(_ number: Int64, of designator: Unicode.Scalar, isTime: Bool) {
        switch (designator, isTime) {
        case ("Y", false): years = years.saturatingPlus(number)
        case ("M", false): months = months.saturatingPlus(number)
        case ("D", false): centiseconds = centiseconds.saturatingPlus(number.saturatingTimes(8_640_000))
        case ("H", true): centiseconds = centiseconds.saturatingPlus(number.saturatingTimes(360_000))
        case ("M", true): centiseconds = centiseconds.saturatingPlus(number.saturatingTimes(6000))
        default: centiseconds = centiseconds.saturatingPlus(number.saturatingTimes(100))
        }
    }
}
