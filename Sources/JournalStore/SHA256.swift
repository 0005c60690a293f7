import CCrypto

/// SHA-256 through OpenSSL, which uses the processor's own instructions; the only file that knows the library.
enum SHA256 {
    /// The 32 bytes of the digest.
    static func digest(_ bytes: Span<UInt8>) -> [UInt8] {
        var stream = SHA256Stream()
        stream.update(bytes)
        return stream.digest()
    }

    /// The first 8 bytes of the digest as one number, most significant first.
    static func prefix(_ bytes: Span<UInt8>) -> UInt64 {
        var state = SHA256_CTX()
        SHA256_Init(&state)
        bytes.withUnsafeBufferPointer { _ = SHA256_Update(&state, $0.baseAddress, $0.count) }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 4) { words in
            SHA256_Final(UnsafeMutableRawPointer(words.baseAddress)?.assumingMemoryBound(to: UInt8.self), &state)
            return UInt64(bigEndian: words[0])
        }
    }
}

/// The SHA-256 of bytes as 64 lower-case hexadecimal digits, the name of a blob.
public func sha256Name(of bytes: [UInt8]) -> String {
    var stream = SHA256Stream()
    stream.update(bytes.span)
    return stream.name()
}

/// A SHA-256 over bytes that come piece by piece.
public struct SHA256Stream {
    private var state = SHA256_CTX()

    /// Nothing hashed yet.
    public init() { SHA256_Init(&state) }

    /// Takes the next bytes.
    public mutating func update(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { _ = SHA256_Update(&state, $0.baseAddress, $0.count) }
    }

    mutating func update(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { _ = SHA256_Update(&state, $0.baseAddress, $0.count) }
    }

    /// The hash as 64 hex digits; the stream is used up.
    public consuming func name() -> String {
        digest().reduce(into: "") { $0 += JournalHash.hexadecimal(UInt64($1), digits: 2) }
    }

    consuming func digest() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        SHA256_Final(&digest, &state)
        return digest
    }
}
