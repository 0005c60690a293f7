internal import Assessment
internal import CourseModel
public import Packaging

/// What `check` was pointed at.
public enum CheckTarget: Hashable, Sendable {
    /// A folder, a zip or a lone manifest.
    case package(path: String)
    /// A Markdown file on its own.
    case lesson(path: String)
    case quiz(path: String)

    /// Where it is.
    public var path: String {
        switch self {
        case .package(let path), .lesson(let path), .quiz(let path): path
        }
    }

    /// Everything there is to check at a path: one thing, or each package of a folder that is none itself.
    public static func all(at path: String) throws(PackageError) -> [CheckTarget] {
        if path.lowercased().hasSuffix(".md") { return [try markdown(at: path)] }
        let files = try PackageFiles(at: path)
        guard files.manifestPath == nil else { return [.package(path: path)] }
        let inside = packages(among: files.paths)
        guard files.isFolder, !inside.isEmpty else { return [.package(path: path)] }
        let folder = path.hasSuffix("/") ? path : path + "/"
        return inside.map { .package(path: folder + $0) }
    }

    /// A Markdown file with a question in it, or under `quizzes`, is a quiz.
    private static func markdown(at path: String) throws(PackageError) -> CheckTarget {
        let files = try PackageFiles(at: path)
        let text = String(decoding: try files.read(files.paths.first ?? path), as: UTF8.self)
        let isQuiz =
            path.split(separator: "/").dropLast().last == "quizzes"
            || text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("## ") && $0.contains("{#") }
        return isQuiz ? .quiz(path: path) : .lesson(path: path)
    }

    /// Folders with a manifest, and zips, that lie in no other package.
    private static func packages(among paths: [String]) -> [String] {
        let folders = paths.compactMap { path -> String? in
            let parts = path.split(separator: "/")
            let isManifest = PackageFiles.manifestNames.contains(parts.last?.lowercased() ?? "")
            return isManifest ? parts.dropLast().joined(separator: "/") : nil
        }
        let outer = Set(folders).filter { folder in !folders.contains { folder.hasPrefix($0 + "/") } }
        let zips = paths.filter { path in
            path.lowercased().hasSuffix(".zip") && !outer.contains { path.hasPrefix($0 + "/") }
        }
        return (outer + zips).sorted()
    }
}

/// What `check` found at one place.
public struct CheckResult: Sendable {
    public var target: CheckTarget
    public var reading: PackageReading

    /// A result from its parts.
    public init(target: CheckTarget, reading: PackageReading) {
        self.target = target
        self.reading = reading
    }
}

/// Reads a lesson or a quiz that stands on its own; of a package, the manifest and its files.
public func checkReading(of target: CheckTarget, rules: ManifestRules) throws(PackageError) -> PackageReading {
    let files = try PackageFiles(at: target.path)
    var summary = PackageSummary()
    summary.standard = "Parcours"
    summary.items = 1
    let name = files.paths.first ?? target.path
    let findings: [Finding]
    switch target {
    case .package: return try readPackage(at: target.path, rules: rules)
    case .lesson:
        let (lesson, found) = readLesson(try files.read(name), file: name)
        summary.title = lesson?.title
        findings = found
    case .quiz:
        let (quiz, found) = readQuiz(try files.read(name), file: name)
        summary.title = quiz?.title
        findings = found
    }
    summary.firstLaunch = name
    return PackageReading(course: nil, summary: summary, findings: findings, files: files)
}
