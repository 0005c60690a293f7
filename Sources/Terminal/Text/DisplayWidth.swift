private import CTerminal

extension Character {
    /// Columns of a terminal that the character covers: 0, 1 or 2.
    ///
    /// A picture that several scalars build (U+FE0F, joiners, skin tones) is two columns wide, whatever its parts add
    /// up to.
    var displayWidth: Int {
        let scalars = unicodeScalars
        guard let first = scalars.first else { return 0 }
        if first.isASCII, scalars.count == 1 { return first.value >= 0x20 && first.value < 0x7F ? 1 : 0 }
        if scalars.contains(where: \.buildsPicture) { return 2 }
        let sum = scalars.reduce(0) { $0 + Swift.max(0, Int(terminal_scalar_width($1.value))) }
        return Swift.min(sum, 2)
    }
}

extension Unicode.Scalar {
    /// Makes an emoji of the character it stands in.
    fileprivate var buildsPicture: Bool {
        switch value {
        case 0xFE0F, 0x1F3FB...0x1F3FF: true
        default: false
        }
    }
}

extension String {
    /// Columns of a terminal that the text covers, when it has no control characters.
    var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}
