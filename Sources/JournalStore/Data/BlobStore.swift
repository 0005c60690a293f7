extension Enrolment {
    /// Keeps a value that is too large for a line; it is on disk when this returns its name, the SHA-256 of its
    /// bytes, which a line may then hold.
    public func storeBlob(_ bytes: [UInt8]) throws(JournalError) -> String {
        let name = sha256Name(of: bytes)
        guard try blob(name) != bytes else { return name }
        try Folder.make("\(home)/blobs")
        try SmallFile.replace("\(home)/blobs/\(name)", with: bytes)
        return name
    }

    /// The bytes of a blob; `nil` when it is absent or no longer what its name says.
    public func blob(_ name: String) throws(JournalError) -> [UInt8]? {
        guard FolderName(name).text == name,
            let bytes = try SmallFile.read("\(home)/blobs/\(name)", largest: 64 * SmallFile.largest),
            sha256Name(of: bytes) == name
        else { return nil }
        return bytes
    }
}
