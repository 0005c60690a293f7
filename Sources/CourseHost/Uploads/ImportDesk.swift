public import CourseModel
internal import Glibc
internal import JournalStore
internal import Learning
public import Packaging

/// Packages that come from browsers: looked at first, put on the shelf then, one at a time.
public actor ImportDesk {
    private let shelf: CourseShelf
    private let rules: ManifestRules
    private let folder: String
    private let lane = DiskLane(DiskLane.all.count + 1)

    public nonisolated var unownedExecutor: UnownedSerialExecutor { lane.asUnownedSerialExecutor() }

    /// The desk of a campus, which holds manifests against `rules`.
    public init(_ campus: Campus, rules: ManifestRules) {
        (shelf, self.rules) = (campus.shelf, rules)
        folder = "\(campus.folder.path)/uploads"
    }

    /// Room for a package that is about to come; what nobody decided about for an hour is thrown away. Throws a
    /// `CampusTrouble`.
    public func receive() throws -> Upload {
        tidy()
        return try Upload(in: folder)
    }

    /// Says what an upload holds. One that cannot be taken is thrown away.
    public func look(at upload: Upload) -> PackageLook {
        do {
            return PackageLook(try LoadedCourse(path: upload.path, models: shelf.models, rules: rules))
        } catch {
            unlink(upload.path)
            return PackageLook(refusedFor: ImportDesk.findings(of: error))
        }
    }

    /// Puts an upload on the shelf and forgets it, whether or not it could be; `nil` where it is not there (any more).
    public func publish(_ name: String) -> Published? {
        let path = "\(folder)/\(name)"
        guard Upload.isName(name), access(path, F_OK) == 0 else { return nil }
        defer { unlink(path) }
        do {
            let report = try shelf.importPackage(at: path, rules: rules)
            return .course(report.course, report.findings)
        } catch {
            return .refused(ImportDesk.findings(of: error))
        }
    }

    /// What became of an upload.
    public enum Published: Sendable {
        case course(String, [Finding])
        /// Nothing was kept.
        case refused([Finding])
    }

    private static func findings(of error: any Error) -> [Finding] {
        switch error {
        case let error as PackageError: [error.finding(in: "imsmanifest.xml")]
        case let error as LoadedCourse.Unusable: error.findings
        default:
            [
                Finding(
                    "SHELF", .error, file: "", message: CampusTrouble(error).sentence,
                    cure: Sentence(fr: "Rien n’a changé.", en: "Nothing has changed."))
            ]
        }
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
