import CSodium

/// SHA-256 through libsodium; the only file that knows the library.
enum SHA256 {
    /// The 32 bytes of the digest.
    static func digest(_ bytes: Span<UInt8>) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        bytes.withUnsafeBufferPointer { input in
            _ = crypto_hash_sha256(&digest, input.baseAddress, UInt64(input.count))
        }
        return digest
    }

    /// The first 8 bytes of the digest as one number, most significant first.
    static func prefix(_ bytes: Span<UInt8>) -> UInt64 {
        digest(bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// The SHA-256 of bytes as 64 lower-case hexadecimal digits, the name of a blob.
public func sha256Name(of bytes: [UInt8]) -> String {
    SHA256.digest(bytes.span).reduce(into: "") { $0 += JournalHash.hexadecimal(UInt64($1), digits: 2) }
}

/// A SHA-256 over bytes that come piece by piece.
public struct SHA256Stream {
    private var state = crypto_hash_sha256_state()

    /// Nothing hashed yet.
    public init() { crypto_hash_sha256_init(&state) }

    /// Takes the next bytes.
    public mutating func update(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { piece in
            _ = crypto_hash_sha256_update(
                &state, piece.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(piece.count))
        }
    }

    /// The hash as 64 hex digits; the stream is used up.
    public consuming func name() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256_final(&state, &digest)
        return digest.reduce(into: "") { $0 += JournalHash.hexadecimal(UInt64($1), digits: 2) }
    }
}
