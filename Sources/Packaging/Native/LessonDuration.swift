/// How long a lesson takes, as ISO 8601 writes it: days, hours, minutes and whole seconds.
struct LessonDuration {
    let seconds: Int64

    /// Refuses all but `P…DT…H…M…S` with at least one part, at most a year in all.
    init?(_ text: String) {
        var rest = text.utf8[...]
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        var total: Int64 = 0
        var units: [(letter: UInt8, seconds: Int64)] = [(UInt8(ascii: "D"), 86_400)]
        var (isInTime, isEmpty) = (false, true)
        while let first = rest.first {
            if first == UInt8(ascii: "T") {
                guard !isInTime, rest.count > 1 else { return nil }
                rest.removeFirst()
                units = [(UInt8(ascii: "H"), 3600), (UInt8(ascii: "M"), 60), (UInt8(ascii: "S"), 1)]
                isInTime = true
            }
            let digits = rest.prefix { (48...57).contains($0) }
            rest = rest.dropFirst(digits.count)
            guard (1...8).contains(digits.count), let letter = rest.popFirst(),
                let unit = units.firstIndex(where: { $0.letter == letter })
            else { return nil }
            total += digits.reduce(0) { $0 * 10 + Int64($1 - 48) } * units[unit].seconds
            units.removeFirst(unit + 1)
            isEmpty = false
        }
        guard !isEmpty, total <= 366 * 86_400 else { return nil }
        seconds = total
    }
}
