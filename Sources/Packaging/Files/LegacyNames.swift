/// Text of a name that is not UTF-8. The zip does not say what it is: windows-1252 by tools of Windows, cp850 or cp437 by
/// older ones. The reading that looks most like a name wins; where several do, the one named first.
func legacyText(_ name: [UInt8]) -> String {
    let readings = [
        String(decoding: fromWindows1252(name), as: UTF8.self), text(name, cp437High), text(name, cp850High),
    ]
    let marks = readings.map(likeness)
    let best = marks.max() ?? 0
    return zip(readings, marks).first { $0.1 == best }?.0 ?? readings[0]
}

private func text(_ name: [UInt8], _ high: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for byte in name { text.append(byte < 0x80 ? Unicode.Scalar(byte) : high[Int(byte) - 0x80]) }
    return String(text)
}

/// One for each accented letter in its place, one off for each sign, foreign letter, or capital amid small letters.
private func likeness(_ text: String) -> Int {
    var mark = 0
    var last: Unicode.Scalar = "/"
    for scalar in text.unicodeScalars {
        defer { last = scalar }
        guard scalar.value >= 0x80 else { continue }
        let isLatin = (0xC0...0x17F).contains(scalar.value) && scalar.properties.isAlphabetic
        if isLatin, scalar.properties.isLowercase || !last.properties.isLowercase {
            mark += 1
        } else if !"\u{2019}\u{201C}\u{201D}\u{2013}\u{2014}\u{2026}«»°\u{A0}".unicodeScalars.contains(scalar) {
            mark -= 1
        }
    }
    return mark
}

private let cp437High: [Unicode.Scalar] = Array(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}"
        .unicodeScalars)

private let cp850High: [Unicode.Scalar] = Array(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"
        .unicodeScalars)
