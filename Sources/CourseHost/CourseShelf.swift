public import JournalStore
public import Packaging

/// The course store of a data folder: package versions by hash, immutable.
public struct CourseShelf: Sendable {
    public let folder: DataFolder
    let models: DataModels

    /// The shelf of a data folder.
    public init(_ folder: DataFolder, models: DataModels) {
        self.folder = folder
        self.models = models
    }

    /// The SHA-256 that names the version of a package, the same for a folder and its zip. Throws a `PackageError`.
    public static func version(of files: PackageFiles) throws(PackageError) -> String {
        var hash = SHA256Stream()
        try files.hashInput { hash.update($0) }
        return hash.name()
    }

    /// Puts a package on the shelf, unless it is there, and offers it from now on.
    public func keep(_ course: LoadedCourse) throws -> (id: String, version: String) {
        let report = try importCourse(course)
        return (report.course, report.version)
    }

    /// The files of a version that is on the shelf; `nil` when it is not.
    public func files(_ id: String, version: String) throws -> PackageFiles? {
        guard try folder.versions(ofCourse: id).contains(version),
            let path = folder.path(ofCourse: id, version: version)
        else { return nil }
        return try PackageFiles(keptIn: path)
    }

    /// A version that is on the shelf; `nil` when it is not.
    public func course(_ id: String, version: String) throws -> LoadedCourse? {
        try files(id, version: version).map { try LoadedCourse($0, models: models) }
    }

    /// The version that is offered now; `nil` when the course is not on the shelf.
    public func offered(_ id: String) throws -> (course: LoadedCourse, version: String)? {
        guard let version = try folder.currentVersion(ofCourse: id), let course = try course(id, version: version)
        else {
            return nil
        }
        return (course, version)
    }
}
