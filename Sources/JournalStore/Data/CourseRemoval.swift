import Glibc

extension DataFolder {
    /// Removes a version of a course, all at once, and the course with its last version. `isFree` is asked when nobody can begin
    /// in the version any more; where it says no, the version is put back and `false` comes out.
    public func remove(
        version: String, ofCourse id: String, when isFree: () throws -> Bool
    ) throws -> Bool {
        guard let target = path(ofCourse: id, version: version) else {
            throw JournalError(path(ofCourse: id), .malformedRecord)
        }
        let lock = try lockCourses()
        let aside = CourseStaging.freshPath(in: self)
        guard rename(target, aside) == 0 else { throw JournalError.lastCall("rename", on: target) }
        do {
            guard try isFree() else {
                try putBack(aside, target)
                return false
            }
            if try versions(ofCourse: id).isEmpty { try Folder.remove(path(ofCourse: id)) }
            try Folder.sync(coursesPath)
        } catch {
            try putBack(aside, target)
            throw error
        }
        try Folder.remove(aside)
        _ = consume lock
        return true
    }

    private func putBack(_ aside: String, _ target: String) throws(JournalError) {
        try Folder.make(Folder.parent(of: target))
        guard rename(aside, target) == 0 else { throw .lastCall("rename", on: target) }
    }
}
