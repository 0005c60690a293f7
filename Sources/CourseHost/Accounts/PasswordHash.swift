internal import CSodium

/// Passwords as Argon2id hashes, through libsodium; the only file of this room that knows the library.
public enum PasswordHash {
    /// The cost: two passes over 19 MiB, the least that is advised; a hash says with which it was made.
    static let passes: UInt64 = 2
    static let memory = 19 * 1024 * 1024

    /// How long a password must and may be, in characters. No other rule of composition.
    public static let lengths = 12...128

    /// The hash of a password with fresh salt; `nil` when there is no memory for it.
    static func make(_ password: String) -> String? {
        guard sodium_init() >= 0 else { return nil }
        var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        guard crypto_pwhash_str(&hash, bytes, UInt64(bytes.count), passes, memory) == 0 else { return nil }
        return String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether a hash was made from this password; takes the same time either way.
    static func fits(_ password: String, _ hash: String) -> Bool {
        guard sodium_init() >= 0 else { return false }
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        return crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
    }

    /// Whether a hash was made at another cost than is used now, and should be made anew at the next sign-in.
    static func isOutdated(_ hash: String) -> Bool {
        sodium_init() >= 0 && crypto_pwhash_str_needs_rehash(hash, passes, memory) != 0
    }
}
