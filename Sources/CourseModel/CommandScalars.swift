extension Unicode.Scalar {
    /// Commands a terminal, turns the reading order or ends a line: C0, C1, bidi controls and separators. Such a scalar
    /// never leaves the engine raw.
    public var isCommand: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
