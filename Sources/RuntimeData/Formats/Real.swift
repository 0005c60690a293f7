/// `real(10,7)`: a decimal number, cut after seven digits of its fraction.
struct Real: Hashable, Comparable, Sendable {
    /// Ten-millionths; a number too large for them stays at the end of the scale.
    let units: Int64

    private static let scale: Int64 = 10_000_000

    /// Reads an optional sign, digits and an optional point with digits; `nil` for anything else, exponents too.
    init?(_ text: some Sequence<UInt8>) {
        var digits = 0
        var fraction = -1
        var total: Int64 = 0
        var isNegative = false
        for (place, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where place == 0: isNegative = true
            case UInt8(ascii: "+") where place == 0: break
            case UInt8(ascii: ".") where fraction < 0: fraction = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                guard fraction < 7 else { continue }
                total = total.saturatingTimes10(plus: Int64(byte - UInt8(ascii: "0")))
                if fraction >= 0 { fraction += 1 }
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        for _ in max(fraction, 0)..<7 { total = total.saturatingTimes10(plus: 0) }
        units = isNegative ? -total : total
    }

    /// The nearest one; `nil` for what is no number.
    init?(_ value: Double) {
        let scaled = (value * Double(Real.scale)).rounded()
        guard !scaled.isNaN else { return nil }
        units = Int64(exactly: scaled) ?? (scaled < 0 ? -Int64.max : Int64.max)
    }

    var value: Double { Double(units) / Double(Real.scale) }

    /// Without exponent, without zeros at the end.
    var text: String {
        let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: Real.scale.magnitude)
        let sign = units < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        var fraction = String(String(rest + Real.scale.magnitude).dropFirst())
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return "\(sign)\(whole).\(fraction)"
    }

    static func < (left: Real, right: Real) -> Bool { left.units < right.units }
}

extension Int64 {
    /// `self * 10 + digit`, or the largest number there is.
    func saturatingTimes10(plus digit: Int64) -> Int64 {
        let (tenfold, isTooLarge) = multipliedReportingOverflow(by: 10)
        return isTooLarge ? .max : tenfold.saturatingPlus(digit)
    }

    /// The sum of two numbers that are not negative, or the largest number there is.
    func saturatingPlus(_ other: Int64) -> Int64 {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        return isTooLarge ? .max : sum
    }

    /// The product of two numbers that are not negative, or the largest number there is.
    func saturatingTimes(_ other: Int64) -> Int64 {
        let (product, isTooLarge) = multipliedReportingOverflow(by: other)
        return isTooLarge ? .max : product
    }
}
