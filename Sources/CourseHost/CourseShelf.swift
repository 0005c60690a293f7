internal import CourseModel
internal import Learning
internal import FoundationEssentials
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
        let version = try CourseShelf.version(of: course.files)
        let id = try identifier(of: course, version: version)
        _ = try folder.store(version: version, ofCourse: id) { target in
            for path in course.files.paths {
                try DataFolder.put(course.files.read(path), at: "\(target)/\(path)")
            }
        }
        if try folder.currentVersion(ofCourse: id) != version {
            try folder.setCurrentVersion(version, ofCourse: id)
        }
        return (id, version)
    }

    /// The manifest's identifier; the title and the hash where it is empty, or where a course of another title has it, as
    /// tools that reuse a template make it.
    private func identifier(of course: LoadedCourse, version: String) throws -> String {
        let (own, title) = (course.courseware.course.identifier, course.courseware.course.title)
        guard !own.isEmpty else { return "\(title)-\(version.prefix(12))" }
        guard let offered = try folder.currentVersion(ofCourse: own), offered != version,
            let known = try self.course(own, version: offered), known.courseware.course.title != title
        else { return own }
        return "\(title)-\(version.prefix(12))"
    }

    /// A version that is on the shelf; `nil` when it is not.
    public func course(_ id: String, version: String) throws -> LoadedCourse? {
        guard let path = folder.path(ofCourse: id, version: version), FileManager.default.fileExists(atPath: path)
        else {
            return nil
        }
        return try LoadedCourse(path: path, models: models)
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
