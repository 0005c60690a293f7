/// The one way of foreign text to the screen: what could command a terminal or turn the reading order is taken out.
///
/// C0, C1 and DEL go, and so do ESC with them, bidi controls, the soft hyphen and the byte order mark; line ends and
/// tabs become blanks. What is left of an escape sequence is harmless text that shows that somebody tried.
func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isHarmless($0) }) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if isHarmless(scalar) {
            clean.append(scalar)
        } else if isBlank(scalar) {
            clean.append(" ")
        }
    }
    return String(clean)
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
}

private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD: false
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF: false
    case 0xFFF9...0xFFFB, 0xE0001: false
    default: true
    }
}
