internal import CourseHost
internal import CourseModel

/// What an import did, for programs.
struct ImportAnswer: Encodable {
    var file: String
    var course: String
    var version: String
    var outcome: String
    var title: String
    var edition: String
    var organizations: Int
    var activities: Int
    var files: Int
    var bytes: Int
    var hosts: [String]
    var previous: String?
    var changes: Changes?
    var findings: [FindingLine]

    /// Activities by identifier, files by path.
    struct Changes: Encodable {
        var added: [String]
        var removed: [String]
        var renamed: [String]
        var moved: [String]
        var resequenced: [String]
        var relaunched: [String]
        var filesAdded: [String]
        var filesChanged: [String]
        var filesRemoved: [String]
    }

    init(_ report: ImportReport, _ path: String, _ language: Language) {
        file = path
        (course, version, outcome) = (report.course, report.version, report.outcome.rawValue)
        (title, edition, organizations) = (report.title, report.edition.rawValue, report.organizations)
        (activities, files, bytes) = (report.activities, report.files, report.bytes)
        (hosts, previous) = (report.hosts, report.previous)
        changes = report.changes.map(Changes.init)
        findings = report.findings.map { FindingLine($0, language) }
    }

    /// One line of JSON, keys sorted.
    var json: String {
        get throws { try jsonLine(self) }
    }
}

extension ImportAnswer.Changes {
    init(_ changes: CourseChanges) {
        func ids(_ activities: [CourseChanges.Named]) -> [String] { activities.map(\.id.text) }
        self.init(
            added: ids(changes.added), removed: ids(changes.removed), renamed: ids(changes.renamed),
            moved: ids(changes.moved), resequenced: ids(changes.resequenced), relaunched: ids(changes.relaunched),
            filesAdded: changes.filesAdded, filesChanged: changes.filesChanged, filesRemoved: changes.filesRemoved)
    }
}
