/// Where an address of the manifest leads.
enum Address: Hashable, Sendable {
    /// A file of the package, by its decoded path from the root; what follows it is kept as written (`?a=b#c`).
    case inside(path: String, suffix: String)
    /// Somewhere else, under http or https.
    case remote(String)

    /// The address to give to a browser: relative to the root, encoded; or absolute.
    var href: String {
        switch self {
        case .inside(let path, let suffix): path.percentEncodedPath + suffix
        case .remote(let address): address
        }
    }

    /// The address for a person: nothing encoded.
    var readable: String {
        switch self {
        case .inside(let path, let suffix): path + suffix
        case .remote(let address): address
        }
    }
}

/// An address, and what is strange about it.
struct AddressReading {
    var address: Address?
    var faults: [Fault] = []

    private let isFile: Bool

    /// The longest an address may be with its bases, in bytes.
    static let limit = 8_192

    /// Resolves an address against the chain of `xml:base` values, outermost first, on the virtual root of the package.
    /// A mere file has neither query nor fragment: `#` and `?` belong to its name.
    init(_ written: String, bases: [String] = [], isFile: Bool = false) {
        self.isFile = isFile
        if written.isPlainPath, bases.allSatisfy(\.isEmpty) {
            address = .inside(path: written, suffix: "")
            return
        }
        let text = written.trimmed
        let length = bases.reduce(text.utf8.count) { $0 + $1.utf8.count }
        guard length <= AddressReading.limit else {
            faults.append(.refusedScheme(String(text.prefix(100)), isFile: isFile))
            return
        }
        var slashed = text
        if text.contains("\\") {
            slashed = String(text.map { $0 == "\\" ? "/" : $0 })
            faults.append(.backslash(text))
        }
        if slashed.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) {
            if slashed.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                slashed = String(
                    String.UnicodeScalarView(slashed.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
            }
            faults.append(.blankInAddress(text))
        }
        address = resolve(slashed, bases: bases, written: text)
    }

    private mutating func resolve(_ text: String, bases: [String], written: String) -> Address? {
        switch AddressForm(text) {
        case .remote: return .remote(text)
        case .refused:
            faults.append(.refusedScheme(written, isFile: isFile))
            return nil
        case .drive:
            faults.append(.drivePath(written))
            return nil
        case .relative: break
        }
        var parts = isFile ? AddressParts(file: text) : AddressParts(text)
        if parts.path.hasPrefix("/") {
            faults.append(.rootedAddress(written))
            return inside(String(parts.path.drop { $0 == "/" }), parts.suffix, written)
        }
        for base in bases.reversed() where !base.isEmpty {
            let base = String(base.map { $0 == "\\" ? "/" : $0 })
            switch AddressForm(base) {
            case .remote: return .remote(remoteFolder(base) + parts.path + parts.suffix)
            case .refused, .drive:
                faults.append(.refusedScheme(base, isFile: isFile))
                return nil
            case .relative:
                let folder = AddressParts(base).path
                let upTo = folder.lastIndex(of: "/").map { folder[...$0] } ?? ""
                parts.path = upTo + parts.path
                if upTo.hasPrefix("/") { return inside(String(parts.path.drop { $0 == "/" }), parts.suffix, written) }
            }
        }
        return inside(parts.path, parts.suffix, written)
    }

    /// Dot segments resolved, each segment decoded once.
    private mutating func inside(_ path: String, _ suffix: String, _ written: String) -> Address? {
        var segments: [String] = []
        var isRaw = false
        for raw in path.split(separator: "/", omittingEmptySubsequences: true) {
            let segment = String(raw).percentDecoded
            isRaw = isRaw || segment == nil
            switch segment ?? String(raw) {
            case ".": continue
            case "..":
                guard segments.popLast() != nil else {
                    faults.append(.leavesPackage(written, isFile: isFile))
                    return nil
                }
            case let name:
                guard !name.unicodeScalars.contains(where: { $0 == "/" || $0 == "\\" || $0.value < 0x20 }) else {
                    faults.append(.leavesPackage(written, isFile: isFile))
                    return nil
                }
                if name.isDrive { faults.append(.drivePath(written)) }
                segments.append(name)
            }
        }
        if isRaw || (isFile && path.contains { $0 == "#" || $0 == "?" }) { faults.append(.rawName(written)) }
        return segments.isEmpty ? nil : .inside(path: segments.joined(separator: "/"), suffix: suffix)
    }

    private func remoteFolder(_ base: String) -> String {
        guard let slash = base.lastIndex(of: "/"), !base[..<slash].hasSuffix("/") else { return base + "/" }
        return String(base[...slash])
    }
}

/// What kind of address a text is, before anything is resolved.
enum AddressForm {
    case relative, remote, drive, refused

    init(_ text: String) {
        if text.hasPrefix("//") {
            self = .refused
            return
        }
        guard let colon = text.firstIndex(of: ":") else {
            self = .relative
            return
        }
        let scheme = text[..<colon]
        guard let first = scheme.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A,
            scheme.utf8.allSatisfy({
                ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x30...0x39).contains($0)
                    || [0x2B, 0x2D, 0x2E].contains($0)
            })
        else {
            self = .relative
            return
        }
        switch scheme.lowercased() {
        case "http", "https": self = AddressForm.hasHost(text[colon...]) ? .remote : .refused
        case let name where name.utf8.count == 1: self = .drive
        default: self = .refused
        }
    }

    /// `://`, then a host without blanks, user names or strange characters.
    private static func hasHost(_ rest: Substring) -> Bool {
        guard rest.hasPrefix("://") else { return false }
        let host = rest.dropFirst(3).prefix { !"/?#".contains($0) }
        return !host.isEmpty
            && host.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || "-._:[]%~".unicodeScalars.contains($0)
            }
    }
}

/// Path and what follows it, split at the first `?` or `#`.
struct AddressParts {
    var path: String
    var suffix: String

    init(_ text: String) {
        let end = text.firstIndex { $0 == "?" || $0 == "#" } ?? text.endIndex
        path = String(text[..<end])
        suffix = String(text[end...])
    }

    /// All of it is path.
    init(file text: String) {
        path = text
        suffix = ""
    }
}

extension String {
    /// `C:`, as Windows names a drive.
    fileprivate var isDrive: Bool {
        let bytes = Array(utf8)
        return bytes.count == 2 && bytes[1] == UInt8(ascii: ":") && (0x61...0x7A).contains(bytes[0] | 0x20)
    }

    /// A relative path that means what it says: nothing encoded, no dot segment, no empty one, no scheme.
    fileprivate var isPlainPath: Bool {
        let isPlain = UInt8.pathCharacters
        var last = UInt8(ascii: "/")
        for byte in utf8 {
            guard isPlain[Int(byte)], last != UInt8(ascii: "/") || (byte != last && byte != UInt8(ascii: ".")) else {
                return false
            }
            last = byte
        }
        return last != UInt8(ascii: "/")
    }

    /// Each `%XX` once; `nil` when one is malformed or the bytes are not UTF-8.
    var percentDecoded: String? {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// What a path may not hold in an address, as `%XX`.
    var percentEncodedPath: String {
        let isPlain = UInt8.pathCharacters
        if utf8.allSatisfy({ isPlain[Int($0)] }) { return self }
        let hex = Array("0123456789ABCDEF")
        var text = ""
        for byte in utf8 {
            if isPlain[Int(byte)] {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
            }
        }
        return text
    }
}

extension UInt8 {
    fileprivate var hexValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }

    /// By their number: the bytes that a path holds as they are.
    fileprivate static let pathCharacters: [Bool] = (UInt8.min...UInt8.max).map { byte in
        byte.isASCIILetter || (0x30...0x39).contains(byte) || "-._~!$&'()*+,;=@/".utf8.contains(byte)
    }
}

/// Joins the `parameters` of an item to an address (RTE book, launching): leading `?` and `&` go, a query is continued, a
/// fragment stays last and is never doubled.
func joined(_ href: String, parameters: String?) -> String {
    let wanted = (parameters ?? "").trimmed.drop { $0 == "?" || $0 == "&" }
    guard !wanted.isEmpty else { return href }
    let hash = href.firstIndex(of: "#") ?? href.endIndex
    let (address, fragment) = (href[..<hash], href[hash...])
    if wanted.hasPrefix("#") { return fragment.isEmpty ? String(address) + wanted : href }
    let own = wanted.firstIndex(of: "#") ?? wanted.endIndex
    let query = wanted[..<own]
    let join = address.contains("?") ? (address.hasSuffix("?") || address.hasSuffix("&") ? "" : "&") : "?"
    return "\(address)\(join)\(query)\(fragment.isEmpty ? wanted[own...] : fragment)"
}
