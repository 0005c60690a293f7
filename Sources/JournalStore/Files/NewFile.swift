import Glibc

/// A file that is complete or absent: it has no name before everything is in it, so that nothing stays of it when the
/// program is killed.
struct NewFile: ~Copyable {
    let file: OpenFile
    private let path: String
    /// The folder it is in, behind a link too.
    private let folder: String
    /// Its name until then, where the file system wants one.
    private let draft: String?

    /// A folder is opened in its place, and the file is made in it (`O_TMPFILE`, which is no constant for Swift).
    private static let nameless: CInt = 0o20_000_000 | O_DIRECTORY | O_WRONLY

    /// The owner's alone; the folder must be there.
    init(_ path: String) throws(JournalError) {
        self.path = path
        folder = "\(Folder.parent(of: path))/."
        do throws(JournalError) {
            file = try OpenFile(folder, NewFile.nameless)
            draft = nil
        } catch {
            guard [EOPNOTSUPP, EISDIR].contains(where: { error.reason == .system(call: "open", errno: $0) }) else {
                throw JournalError(path, error.reason)
            }
            let draft = SmallFile.draft(of: path)
            file = try OpenFile(draft, O_WRONLY | O_CREAT | O_TRUNC)
            self.draft = draft
        }
    }

    deinit { if let draft { unlink(draft) } }

    /// Puts the bytes on disk and the file in its place, where nothing may be.
    func appear() throws(JournalError) {
        try file.sync()
        let own = draft ?? "/proc/self/fd/\(file.descriptor)"
        guard linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else { throw .lastCall("link", on: path) }
        try Folder.sync(folder)
    }
}
