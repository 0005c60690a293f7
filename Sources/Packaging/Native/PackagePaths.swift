/// Where the addresses written in a file of the package lead: nowhere outside the package.
struct PackagePaths {
    /// The folders above the file, from the package root.
    private let folders: [String]

    /// Addresses are relative to this file.
    init(of file: String) {
        folders = file.split(separator: "/").dropLast().map(String.init)
    }

    /// The path in the package of a relative address, percent signs decoded once; `nil` where it leaves the package or
    /// is no path.
    func path(at address: String) -> String? {
        guard !address.isEmpty, !address.hasPrefix("/"), !PackagePaths.hasScheme(address),
            let plain = PackagePaths.decoded(address)
        else { return nil }
        let isUnfit = plain.unicodeScalars.contains { $0.value < 32 || (127...159).contains($0.value) || $0 == "\\" }
        guard !isUnfit, !address.contains("?"), !address.contains("#") else { return nil }
        var path = folders
        for step in plain.split(separator: "/", omittingEmptySubsequences: false) {
            switch step {
            case "", ".": continue
            case "..":
                if path.isEmpty { return nil }
                path.removeLast()
            default: path.append(String(step))
            }
        }
        return path.isEmpty || plain.hasSuffix("/") ? nil : path.joined(separator: "/")
    }

    /// Where a link leads: an address of the web as written, or a path in the package with its fragment; `nil` for
    /// what must not be followed.
    func destination(of address: String) -> String? {
        if PackagePaths.hasScheme(address) {
            let lowercased = address.lowercased()
            let isPlain = !address.unicodeScalars.contains { $0.value < 33 || (127...159).contains($0.value) }
            let schemes = ["https://", "http://", "mailto:", "tel:"]
            return isPlain && schemes.contains(where: lowercased.hasPrefix) ? address : nil
        }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let file = parts.first, let path = path(at: String(file)) else { return nil }
        return parts.count == 2 ? "\(path)#\(parts[1])" : path
    }

    /// A colon before any slash: also `C:`, and names that only look like one.
    private static func hasScheme(_ address: String) -> Bool {
        address.prefix { $0 != "/" && $0 != "#" && $0 != "?" }.contains(":")
    }

    /// `%20` and the like, decoded once; `nil` for a broken escape or bytes that are no UTF-8.
    private static func decoded(_ address: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(address.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let high = hexDigit(rest.removeFirst()), let low = hexDigit(rest.removeFirst())
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
