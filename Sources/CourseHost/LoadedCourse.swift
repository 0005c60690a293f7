public import Assessment
public import CourseModel
public import Learning
public import Packaging

/// A package read whole: the course with its lessons and quizzes, and everything there is to say about it.
public struct LoadedCourse: Sendable {
    public let courseware: Courseware
    public let findings: [Finding]
    public let files: PackageFiles
    /// What the manifest says.
    public var course: Course { courseware.course }

    /// Why a package that can be read cannot be taken as a course: nothing opens, or a lesson or quiz has errors that
    /// would cheat its learners.
    public struct Unusable: Error, Sendable {
        /// At least one error, or no data model for the edition.
        public var findings: [Finding]
    }

    /// Reads a folder, a zip or a lone manifest. Throws a `PackageError`, `Unusable` when there is no course
    /// in it, or a `DataModels.Trouble`. The manifest is held against `rules` where there are any.
    public init(path: String, models: DataModels, rules: ManifestRules? = nil) throws {
        try self.init(PackageFiles(at: path), models: models, rules: rules)
    }

    /// Reads a package whose files are known, held against `rules` where there are any. Throws as the other one.
    public init(_ packageFiles: PackageFiles, models: DataModels, rules: ManifestRules? = nil) throws {
        let reading = readPackage(packageFiles, rules: rules)
        guard let course = reading.course else { throw Unusable(findings: reading.findings) }
        let native = NativeContent(of: course, in: reading.files)
        guard !native.findings.contains(where: { $0.severity == .error }) else {
            throw Unusable(findings: native.findings)
        }
        courseware = Courseware(
            course: course, lessons: native.lessons, quizzes: native.quizzes,
            dataModel: try models.model(of: course.edition))
        findings = reading.findings + native.findings
        files = reading.files
    }
}

/// The lessons and quizzes that the activities of a course show.
public struct NativeContent: Sendable {
    /// By path in the package.
    public private(set) var lessons: [String: Lesson] = [:]
    /// By path in the package.
    public private(set) var quizzes: [String: Quiz] = [:]
    public private(set) var findings: [Finding] = []

    /// Reads every file once; one that cannot be read is left out, and a finding says so.
    public init(of course: Course, in files: PackageFiles) {
        let contents = course.organizations.lazy.flatMap { $0.activities.lazy.map(\.content) }
        for content in contents {
            switch content {
            case .lesson(let path) where lessons[path] == nil:
                guard let bytes = bytes(of: path, in: files) else { continue }
                let (lesson, found) = readLesson(bytes, file: path)
                lessons[path] = lesson
                findings += found
            case .quiz(let path) where quizzes[path] == nil:
                guard let bytes = bytes(of: path, in: files) else { continue }
                let (quiz, found) = readQuiz(bytes, file: path)
                quizzes[path] = quiz
                findings += found
            case .lesson, .quiz, .web, .none: continue
            }
        }
    }

    /// A file that is not there was reported with the manifest; one that cannot be read is reported here.
    private mutating func bytes(of path: String, in files: PackageFiles) -> [UInt8]? {
        guard files.place(of: path) != nil else { return nil }
        do {
            return try files.readNative(path)
        } catch {
            findings.append(error.finding(in: path))
            return nil
        }
    }
}
