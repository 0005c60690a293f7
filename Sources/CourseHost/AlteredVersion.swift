public import JournalStore
internal import Packaging

/// A package version whose files do not give the hash that names it.
public struct AlteredVersion: Hashable, Encodable, Sendable {
    /// The course's identifier.
    public let course: String
    /// The hash that its folder is named by.
    public let version: String
    public let path: String
}

extension CourseShelf {
    /// The versions on the shelf that are not what their names say, or cannot be read any more.
    public static func alteredVersions(in folder: DataFolder) throws(JournalError) -> [AlteredVersion] {
        var altered: [AlteredVersion] = []
        for course in try folder.courseIDs() {
            for version in try folder.versions(ofCourse: course) {
                guard let path = folder.path(ofCourse: course, version: version) else { continue }
                let found = try? CourseShelf.version(of: PackageFiles(keptIn: path))
                if found != version { altered.append(AlteredVersion(course: course, version: version, path: path)) }
            }
        }
        return altered
    }
}
