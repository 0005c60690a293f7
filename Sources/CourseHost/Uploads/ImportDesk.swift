public import CourseModel
internal import Glibc
internal import JournalStore
internal import Learning
internal import Packaging

/// Packages that come from browsers: looked at first, put on the shelf then, one at a time.
public actor ImportDesk {
    private let shelf: CourseShelf
    private let folder: String
    private let lane = DiskLane(DiskLane.all.count + 1)

    public nonisolated var unownedExecutor: UnownedSerialExecutor { lane.asUnownedSerialExecutor() }

    /// The desk of a campus.
    public init(_ campus: Campus) {
        shelf = campus.shelf
        folder = "\(campus.folder.path)/uploads"
    }

    /// Room for a package that is about to come; what nobody decided about for an hour is thrown away. Throws a
    /// `CampusTrouble`.
    public func receive() throws -> Upload {
        tidy()
        return try Upload(in: folder)
    }

    /// Puts an upload on the shelf and forgets it, whether or not it could be. Throws a `PackageError`, a
    /// `LoadedCourse.Unusable`, or a `CampusTrouble`.
    public func publish(_ upload: Upload) throws -> (course: String, findings: [Finding]) {
        defer { unlink(upload.path) }
        let loaded = try LoadedCourse(path: upload.path, models: shelf.models)
        return (try shelf.keep(loaded).id, loaded.findings)
    }

    private func tidy() {
        guard let listing = opendir(folder) else { return }  // nothing was ever uploaded
        defer { closedir(listing) }
        while let item = readdir(listing) {
            var status = stat()
            let name = withUnsafeBytes(of: &item.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            let path = "\(folder)/\(name)"
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            if time(nil) - status.st_mtim.tv_sec > 3600 { unlink(path) }
        }
    }
}
