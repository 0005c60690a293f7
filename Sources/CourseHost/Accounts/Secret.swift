internal import JournalStore

/// A secret that its bearer shows: a session's token, an invitation's code. 256 bits of chance; we keep its hash only.
public struct Secret: Hashable, Sendable {
    /// 64 hexadecimal digits.
    public let text: String

    /// A new one, of the system's own chance: nothing else may make a secret.
    public init() {
        var chance = SystemRandomNumberGenerator()
        text = (0..<4).reduce(into: "") { text, _ in
            let digits = String(chance.next() as UInt64, radix: 16)
            text += String(repeating: "0", count: 16 - digits.count) + digits
        }
    }

    /// What a client shows; `nil` when it cannot be a secret of ours.
    public init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return nil
        }
        self.text = text
    }

    /// What is kept of it.
    public var hash: String { sha256Name(of: Array(text.utf8)) }

    /// A further secret that only who knows this one can tell, for a purpose: the token of a form against forgery.
    public func derived(for purpose: String) -> String { sha256Name(of: Array("\(purpose):\(text)".utf8)) }
}
