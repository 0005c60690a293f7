import Glibc

extension DataFolder {
    /// The folder of all courses.
    var coursesPath: String { "\(path)/courses" }

    /// The folder of a course, with its versions.
    public func path(ofCourse id: String) -> String { "\(coursesPath)/\(FolderName(id))" }

    /// The folder of a package version, whether it is there or not; `nil` when `version` is no SHA-256 in 64
    /// lower-case digits.
    public func path(ofCourse id: String, version: String) -> String? {
        guard version.utf8.count == 64, version.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        return "\(path(ofCourse: id))/\(version)"
    }

    /// The courses that have a folder, by identifier; those with a very long one by their folder's name. Begun imports
    /// have none.
    public func courseIDs() throws(JournalError) -> [String] {
        try Folder.names(in: coursesPath).compactMap { name in
            FolderName(onDisk: name).map { $0.identifier ?? name }
        }
    }

    /// The versions of a course that are there, in the order of their hashes.
    public func versions(ofCourse id: String) throws(JournalError) -> [String] {
        try Folder.names(in: path(ofCourse: id)).filter { path(ofCourse: id, version: $0) != nil }
    }

    /// The version that new enrolments get; `nil` when none is offered.
    public func currentVersion(ofCourse id: String) throws(JournalError) -> String? {
        let file = "\(path(ofCourse: id))/current"
        guard let bytes = try SmallFile.read(file) else { return nil }
        let version = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        guard path(ofCourse: id, version: version) != nil else { throw JournalError(file, .unreadable) }
        return version
    }

    /// Offers a version, which must be there, to new enrolments.
    public func setCurrentVersion(_ version: String, ofCourse id: String) throws(JournalError) {
        guard let folder = path(ofCourse: id, version: version) else {
            throw JournalError(path(ofCourse: id), .malformedRecord)
        }
        guard FileStatus(at: folder)?.isFolder ?? false else {
            throw JournalError(folder, .system(call: "open", errno: ENOENT))
        }
        try SmallFile.replace("\(path(ofCourse: id))/current", with: Array("\(version)\n".utf8))
    }
}
