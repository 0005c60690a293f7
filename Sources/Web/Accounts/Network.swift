/// The part of an address that says where somebody is, and not who: the first 24 bits of IPv4, the first 64 of IPv6.
struct Network: Hashable, Sendable {
    let text: String

    init(of address: String) {
        let plain = address.hasPrefix("::ffff:") ? String(address.dropFirst(7)) : address
        if plain.contains(".") {
            text = plain.split(separator: ".").prefix(3).joined(separator: ".") + ".0/24"
        } else {
            text = Network.groups(of: plain).prefix(4).joined(separator: ":") + "::/64"
        }
    }

    /// The eight groups of an IPv6 address, `::` filled up.
    private static func groups(of address: String) -> [String] {
        let bare = address.prefix { $0 != "%" }
        let halves = bare.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.split(separator: ":").map(String.init) }
        guard let first = halves.first else { return [] }
        let last = halves.count == 2 ? halves[1] : []
        return first + [String](repeating: "0", count: max(0, 8 - first.count - last.count)) + last
    }
}
