import Glibc

/// An XML text in UTF-8, its declaration and byte order mark blanked, and what was wrong with its encoding.
struct DecodedText {
    var utf8: [UInt8]
    var faults: [Fault] = []
}

/// Brings an XML text to UTF-8: by its byte order mark, else as declared, else (bytes that fit neither) as windows-1252.
func decodedText(_ bytes: [UInt8]) throws(PackageError) -> DecodedText {
    guard bytes.count <= XMLLimit.bytes else { throw .manifestTooLarge(bytes: bytes.count) }
    var text = DecodedText(utf8: [])
    if let wide = utf16Units(bytes) {
        text.utf8 = Array(String(decoding: wide, as: UTF16.self).utf8)
        if let declared = declaredEncoding(text.utf8), !declared.isWide {
            text.faults.append(.wrongEncoding(declared, readAs: "UTF-16"))
        }
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]), String(validating: bytes, as: UTF8.self) != nil {
        // The mark says UTF-8, whatever is declared behind it.
        text.utf8 = Array(bytes[3...])
        if let declared = declaredEncoding(text.utf8), !["utf-8", "utf8"].contains(declared.lowercased()) {
            text.faults.append(.wrongEncoding(declared, readAs: "UTF-8"))
        }
    } else {
        text = decodedBytes(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes)
    }
    guard text.utf8.count <= XMLLimit.bytes else { throw .manifestTooLarge(bytes: text.utf8.count) }
    blankDeclaration(in: &text)
    // Line ends of old Macs: the parser counts lines by line feeds.
    if !text.utf8.contains(0x0A) {
        for place in text.utf8.indices where text.utf8[place] == 0x0D { text.utf8[place] = 0x0A }
    }
    return text
}

/// The units of a UTF-16 text, recognised by its mark or by the zeros around its first `<`.
private func utf16Units(_ bytes: [UInt8]) -> [UInt16]? {
    guard bytes.count >= 2 else { return nil }
    let isLittle: Bool
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (0x3C, 0x00): isLittle = true
    case (0xFE, 0xFF), (0x00, 0x3C): isLittle = false
    default: return nil
    }
    let start = bytes[0] == 0xFF || bytes[0] == 0xFE ? 2 : 0
    return stride(from: start, to: bytes.count - 1, by: 2).map { place in
        let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
    }
}

private func decodedBytes(_ bytes: [UInt8]) -> DecodedText {
    let declared = declaredEncoding(bytes)
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    switch declared?.lowercased() {
    case nil, "utf-8", "utf8", "us-ascii", "ascii":
        if isUTF8 { return DecodedText(utf8: bytes) }
        return DecodedText(
            utf8: fromWindows1252(bytes), faults: [.wrongEncoding(declared ?? "UTF-8", readAs: "windows-1252")])
    case "iso-8859-1", "latin1", "iso8859-1", "windows-1252", "cp1252":
        return DecodedText(utf8: fromWindows1252(bytes))
    case let name?:
        if name.isWide, isUTF8 {
            return DecodedText(utf8: bytes, faults: [.wrongEncoding(declared ?? name, readAs: "UTF-8")])
        }
        if let converted = converted(bytes, from: name) { return DecodedText(utf8: converted) }
        return DecodedText(
            utf8: isUTF8 ? bytes : fromWindows1252(bytes),
            faults: [.wrongEncoding(declared ?? name, readAs: isUTF8 ? "UTF-8" : "windows-1252")])
    }
}

/// The encoding that `<?xml … encoding="…"?>` names.
private func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(400), as: UTF8.self)
    guard let open = head.firstRange(of: "<?xml"), let close = head[open.upperBound...].firstRange(of: "?>") else {
        return nil
    }
    let declaration = head[open.upperBound..<close.lowerBound]
    guard let name = declaration.firstRange(of: "encoding") else { return nil }
    let value = declaration[name.upperBound...].drop { $0 != "\"" && $0 != "'" }
    guard let quote = value.first else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
}

extension String {
    /// An encoding of two bytes a character.
    fileprivate var isWide: Bool {
        let name = lowercased()
        return ["utf-16", "utf16", "ucs-2", "ucs2", "iso-10646-ucs-2", "unicode"].contains { name.hasPrefix($0) }
    }
}

private func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard name.utf8.allSatisfy({ $0.isASCIIWord }), let converter = iconv_open("UTF-8", name),
        Int(bitPattern: converter) != -1
    else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    let written: Int? = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            var (from, left) = (source.baseAddress, source.count)
            var (to, room) = (target.baseAddress, target.count)
            guard iconv(converter, &from, &left, &to, &room) != -1, left == 0 else { return nil }
            return target.count - room
        }
    }
    return written.map { output.prefix($0).map { UInt8(bitPattern: $0) } }
}

extension UInt8 {
    /// A character of an encoding's name.
    fileprivate var isASCIIWord: Bool {
        (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self)
            || [45, 46, 58, 95].contains(self)
    }
}

/// Windows-1252 to UTF-8; the five bytes it leaves open become the C1 control of that number.
func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
        let code = byte >= 0x80 && byte < 0xA0 ? windows1252High[Int(byte) - 0x80] : UInt32(byte)
        text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
    return Array(String(text).utf8)
}

private let windows1252High: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
]

/// Turns the declaration into blanks, so that positions stay and the parser does not convert a second time. Blanks
/// before it are an error of the book that many tools make; they do no harm.
private func blankDeclaration(in text: inout DecodedText) {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    if text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) { text.utf8.removeFirst(3) }
    let start = text.utf8.firstIndex { !blanks.contains($0) } ?? 0
    guard text.utf8[start...].starts(with: Array("<?xml".utf8)), start + 5 < text.utf8.count,
        blanks.contains(text.utf8[start + 5])
    else { return }
    if start > 0 { text.faults.append(.blankBeforeDeclaration) }
    var place = start
    while place < text.utf8.count {
        let byte = text.utf8[place]
        if !blanks.contains(byte) { text.utf8[place] = 0x20 }
        if byte == UInt8(ascii: ">") { return }
        place += 1
    }
}
