public import CourseModel
internal import Learning
internal import Packaging

/// What a package would bring, before anything of it is published.
public struct PackageLook: Sendable {
    /// Nothing that forbids to publish it.
    public var isUsable: Bool
    public var title: String?
    public var edition: Edition?
    /// Places in the path, the root not counted.
    public var activities = 0
    public var files = 0
    /// Of all files, unpacked.
    public var bytes = 0
    /// Other sites that activities lead to.
    public var hosts: [String] = []
    public var findings: [Finding]

    init(_ loaded: LoadedCourse) {
        let course = loaded.courseware.course
        isUsable = true
        (title, edition, activities) = (course.title, course.edition, course.organization.activities.count - 1)
        (files, bytes) = (loaded.files.entries.count, loaded.files.entries.reduce(0) { $0 + $1.size })
        (hosts, findings) = (course.hosts, loaded.findings)
    }

    /// A package that cannot be taken.
    init(refusedFor findings: [Finding]) {
        isUsable = false
        self.findings = findings
    }
}
