/// How large a picture says it is, in CSS pixels, so that its place is kept before it comes.
struct PictureSize: Hashable, Sendable {
    var width: Int
    var height: Int

    /// Reads the head of a PNG, GIF, JPEG or SVG; `nil` where it does not say.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 {
            self.init(PictureSize.number(bytes[18..<20]), PictureSize.number(bytes[22..<24]))
        } else if bytes.starts(with: [0x47, 0x49, 0x46]), bytes.count >= 10 {
            self.init(PictureSize.number(bytes[6..<8].reversed()), PictureSize.number(bytes[8..<10].reversed()))
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            self.init(jpeg: bytes)
        } else {
            self.init(svg: bytes)
        }
    }

    private init?(_ width: Int, _ height: Int) {
        guard (1...20_000).contains(width), (1...20_000).contains(height) else { return nil }
        (self.width, self.height) = (width, height)
    }

    /// The frame header is the first segment from C0 to CF that is no table.
    private init?(jpeg bytes: [UInt8]) {
        var place = 2
        while place + 9 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                self.init(
                    PictureSize.number(bytes[(place + 7)..<(place + 9)]),
                    PictureSize.number(bytes[(place + 5)..<(place + 7)]))
                return
            }
            place += 2 + PictureSize.number(bytes[(place + 2)..<(place + 4)])
        }
        return nil
    }

    /// `viewBox` of the first tag.
    private init?(svg bytes: [UInt8]) {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
        guard
            let tag = head.split(separator: "<svg", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first?
                .prefix(while: { $0 != ">" }),
            let box = tag.split(separator: "viewBox=\"", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
                .first?
                .prefix(while: { $0 != "\"" })
        else { return nil }
        let numbers = box.split { $0 == " " || $0 == "," }.map { Double($0) ?? 0 }
        guard numbers.count == 4, (1...20_000).contains(numbers[2]), (1...20_000).contains(numbers[3]) else {
            return nil
        }
        self.init(Int(numbers[2].rounded()), Int(numbers[3].rounded()))
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
