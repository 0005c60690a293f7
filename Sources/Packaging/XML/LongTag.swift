/// Where a tag longer than the limit begins: the parser's own work grows with the square of a tag's attributes, so such
/// a tag must not reach it.
func offsetOfLongTag(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
        var place = 0
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                place += 1
                continue
            }
            if let end = offsetAfterMarkup(in: bytes, from: place) {
                place = end
                continue
            }
            let end = offsetOfTagEnd(in: bytes, from: place)
            if end - place > XMLLimit.tagBytes { return place }
            place = end + 1
        }
        return nil
    }
}

/// Where `>` ends a tag, quoted values aside; no further than the limit.
private func offsetOfTagEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var quote: UInt8 = 0
    var end = start + 1
    while end < bytes.count, end - start <= XMLLimit.tagBytes {
        let byte = bytes[end]
        if quote != 0 {
            if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: ">") {
            return end
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
        }
        end += 1
    }
    return end
}

/// Comments, CDATA and processing instructions hold anything; the offset behind one, `nil` for another kind of tag.
private func offsetAfterMarkup(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?") else {
        return nil
    }
    let kinds: [(open: StaticString, close: StaticString)] = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    for kind in kinds {
        let open = kind.open.withUTF8Buffer { Array($0) }
        let close = kind.close.withUTF8Buffer { Array($0) }
        guard bytes[start...].starts(with: open) else { continue }
        var place = start + open.count
        while place < bytes.count {
            if bytes[place] == close[0], bytes[place...].starts(with: close) { return place + close.count }
            place += 1
        }
        return bytes.count
    }
    return nil
}
