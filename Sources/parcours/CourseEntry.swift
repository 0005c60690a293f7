internal import CourseHost
internal import CourseModel
internal import JournalStore
internal import Packaging

/// A course in a list, for programs.
struct CourseEntry: Encodable {
    var course: String
    var title: String
    var edition: String
    var current: String?
    var versions: [String]
    var learners: Int

    /// `nil` where no version is kept. Where none is offered, as after a crash, the first kept one tells the title.
    init?(_ id: String, on shelf: CourseShelf, _ followers: CourseFollowers) throws {
        versions = try shelf.folder.versions(ofCourse: id)
        current = try shelf.folder.currentVersion(ofCourse: id)
        guard let shown = current ?? versions.first, let read = try shelf.course(id, version: shown) else { return nil }
        course = id
        (title, edition) = (read.course.title, read.course.edition.rawValue)
        learners = followers.versions(ofCourse: id).count
    }

    /// One line: identifier, title, edition, versions, learners; tabs between them.
    func line(_ language: Language) -> String {
        let counts = CourseSentences.counts(versions: versions.count, learners: learners).text(language)
        return [course, title, edition, counts].map(plain).joined(separator: "\t") + "\n"
    }
}

/// A course with its versions and its path, for programs.
struct CourseDetail: Encodable {
    var course: String
    var title: String
    var edition: String
    var current: String?
    var versions: [Version]
    var activities: [Activity]
    var hosts: [String]
    var findings: Findings

    /// A package version that is kept.
    struct Version: Encodable {
        var version: String
        var files: Int
        var bytes: Int
        var learners: Int
        var offered: Bool
    }

    /// One activity of the path that opens.
    struct Activity: Encodable {
        var id: String
        var title: String
        var depth: Int
        var visible: Bool
    }

    /// How many of each severity.
    struct Findings: Encodable {
        var errors: Int
        var warnings: Int
        var notes: Int
    }

    init?(_ id: String, on shelf: CourseShelf, _ followers: CourseFollowers) throws {
        let known = try shelf.folder.versions(ofCourse: id)
        let offered = try shelf.folder.currentVersion(ofCourse: id)
        guard let shown = offered ?? known.first, let read = try shelf.course(id, version: shown) else { return nil }
        let followed = followers.versions(ofCourse: id)
        (course, current) = (id, offered)
        (title, edition, hosts) = (read.course.title, read.course.edition.rawValue, read.course.hosts)
        versions = try known.compactMap { version in
            guard let files = try shelf.files(id, version: version) else { return nil }
            return Version(
                version: version, files: files.entries.count, bytes: files.entries.reduce(0) { $0 + $1.size },
                learners: followed.count { $0 == version }, offered: version == offered)
        }
        activities = read.course.organization.activities.map {
            Activity(id: $0.id.text, title: $0.title, depth: $0.depth, visible: $0.isVisible)
        }
        func count(_ severity: Finding.Severity) -> Int { read.findings.count { $0.severity == severity } }
        findings = Findings(errors: count(.error), warnings: count(.warning), notes: count(.note))
    }

    /// For people.
    func text(_ language: Language) -> String {
        var lines = ["\(plain(title)) — \(plain(course)) (\(edition))"]
        lines += versions.map { CourseSentences.version($0).text(language) }
        lines += activities.map { "\(String(repeating: "  ", count: $0.depth))\(plain($0.title)) (\(plain($0.id)))" }
        if !hosts.isEmpty { lines.append(CourseSentences.hosts(hosts).text(language)) }
        lines.append(CourseSentences.findings(findings).text(language))
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Text of a package without what commands a terminal.
private func plain(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(scalar.isCommand ? " " : scalar) }
    return String(clean)
}
