import CourseModel

/// A number for people: at most two decimals, a comma in French.
func decimal(_ value: Double) -> Sentence {
    guard value.isFinite, abs(value) < 1e12 else { return Sentence(fr: "–", en: "–") }
    let hundredths = Int64((abs(value) * 100).rounded())
    let sign = value < 0 && hundredths > 0 ? "−" : ""
    var digits = String(hundredths % 100)
    if digits.count == 1 { digits = "0" + digits }
    while digits.last == "0" { digits.removeLast() }
    let whole = "\(sign)\(hundredths / 100)"
    return digits.isEmpty
        ? Sentence(fr: whole, en: whole) : Sentence(fr: "\(whole),\(digits)", en: "\(whole).\(digits)")
}

/// A part of one as percent, rounded down so that 100 is all and a threshold shown as reached is reached.
func percent(_ part: Double) -> Sentence {
    guard part.isFinite else { return Sentence(fr: "–", en: "–") }
    let number = Int((min(max(part, -10), 10) * 100 + 1e-9).rounded(.down))
    return Sentence(fr: "\(number)\u{A0}%", en: "\(number)%")
}

/// A length of time in hours and minutes, at least one minute; `nil` for none.
func duration(_ seconds: Int64?) -> String? {
    guard let seconds, seconds > 0 else { return nil }
    let minutes = max(1, seconds / 60 + (seconds % 60 >= 30 ? 1 : 0))
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return "\(rest)\u{A0}min" }
    return rest == 0 ? "\(hours)\u{A0}h" : "\(hours)\u{A0}h\u{A0}\(rest < 10 ? "0" : "")\(rest)"
}
