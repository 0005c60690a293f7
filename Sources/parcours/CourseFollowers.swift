internal import CourseHost
internal import JournalStore
internal import RecordIndex
internal import Records

/// Who follows each course, by the index: the version of everybody who has begun it.
struct CourseFollowers {
    /// By the name of the course's folder; `nil` for a journal that the index could not read.
    private var versions: [String: [String?]] = [:]

    init(in workplace: Workplace, of folder: DataFolder) throws {
        versions = try workplace.readingIndex(of: folder) { index, outcome in
            var versions: [String: [String?]] = [:]
            for enrolment in try index.enrolments() {
                versions[enrolment.key.folder, default: []].append(enrolment.record.courseVersion)
            }
            for missed in outcome.failures { versions[missed.enrolment.folder.text, default: []].append(nil) }
            return versions
        }
    }

    /// The versions of those who follow a course, one of each.
    func versions(ofCourse id: String) -> [String?] { versions[FolderName(id).text] ?? [] }
}
