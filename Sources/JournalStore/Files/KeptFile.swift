/// An open file and which one it is, so that it can be told from another that has its path meanwhile.
///
/// A class because it goes from the writer that opened it to the next.
final class KeptFile: Sendable {
    let file: OpenFile
    let identity: FileStatus.Identity

    /// Asks the system which file it is.
    convenience init(_ file: consuming OpenFile) throws(JournalError) {
        let identity = try file.status().identity
        self.init(file, identity)
    }

    init(_ file: consuming OpenFile, _ identity: FileStatus.Identity) {
        self.identity = identity
        self.file = file
    }

    /// What is at its path is still this file.
    var isInPlace: Bool { FileStatus(at: file.path)?.identity == identity }
}
