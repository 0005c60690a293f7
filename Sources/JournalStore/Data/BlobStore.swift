extension Enrolment {
    /// Keeps a value that is too large for a line; it is on disk when this returns its name, the SHA-256 of its
    /// bytes, which a line may then hold.
    public func storeBlob(_ bytes: [UInt8]) throws(JournalError) -> String {
        let name = sha256Name(of: bytes)
        guard try blob(name) != bytes else { return name }
        try Folder.make("\(home)/blobs")
        try SmallFile.replace(blobPath(name), with: bytes)
        return name
    }

    /// Where the blob of a name is.
    func blobPath(_ name: String) -> String { "\(home)/blobs/\(name)" }

    /// The bytes of a blob; `nil` when it is absent or no longer what its name says.
    public func blob(_ name: String) throws(JournalError) -> [UInt8]? {
        guard FolderName(name).text == name,
            let bytes = try SmallFile.read(blobPath(name), largest: 64 * SmallFile.largest),
            sha256Name(of: bytes) == name
        else { return nil }
        return bytes
    }
}

extension DataFolder {
    /// Every blob of a learner, those that no line names any more too.
    func blobPaths(of learner: LearnerID) throws(JournalError) -> [String] {
        let folder = "\(home(of: learner))/blobs"
        return try Folder.names(in: folder).filter { $0.utf8.count == 64 }.map { "\(folder)/\($0)" }
    }
}
