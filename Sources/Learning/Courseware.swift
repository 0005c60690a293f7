public import Assessment
public import CourseModel
public import RuntimeData

/// A course with everything needed to take it: what the manifest says and what its native files hold.
public struct Courseware: Sendable {
    public var course: Course
    /// By path in the package.
    public var lessons: [String: Lesson]
    /// By path in the package.
    public var quizzes: [String: Quiz]
    /// The run-time data model of the course's edition.
    public var dataModel: DataModel

    /// A course from its parts.
    public init(course: Course, lessons: [String: Lesson], quizzes: [String: Quiz], dataModel: DataModel) {
        self.course = course
        self.lessons = lessons
        self.quizzes = quizzes
        self.dataModel = dataModel
    }
}

/// Who learns, as content may know it.
public struct Learner: Hashable, Sendable {
    /// Opaque.
    public var id: String
    public var name: String

    /// A learner from its parts.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
