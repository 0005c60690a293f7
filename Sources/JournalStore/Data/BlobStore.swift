extension DataFolder {
    /// Keeps a value that is too large for a line; it is on disk when this returns its name, the SHA-256 of its
    /// bytes, which a line may then hold.
    public func storeBlob(_ bytes: [UInt8], of learner: LearnerID) throws(JournalError) -> String {
        let name = sha256Name(of: bytes)
        let folder = "\(home(of: learner))/blobs"
        guard try blob(name, of: learner) != bytes else { return name }
        try Folder.make(folder)
        try SmallFile.replace("\(folder)/\(name)", with: bytes)
        return name
    }

    /// The bytes of a blob; `nil` when it is absent or no longer what its name says.
    public func blob(_ name: String, of learner: LearnerID) throws(JournalError) -> [UInt8]? {
        guard FolderName(name).text == name,
            let bytes = try SmallFile.read("\(home(of: learner))/blobs/\(name)", largest: 16 * SmallFile.largest),
            sha256Name(of: bytes) == name
        else { return nil }
        return bytes
    }
}
