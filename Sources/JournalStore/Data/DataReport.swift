/// What a look at every journal of a data folder says.
public struct DataReport: Hashable, Sendable {
    /// One journal.
    public struct Entry: Hashable, Sendable {
        public let learner: LearnerID
        /// The course's folder under the learner's.
        public let folder: FolderName
        public let path: String
        /// What is in it; `nil` when it could not be read, and then `error` says why.
        public let report: JournalReport?
        public let error: JournalError?

        /// What to say about it; `nil` when it is clean.
        public var finding: JournalError? {
            guard let report else { return error }
            return report.status == .damaged ? JournalError(path, .damaged(line: report.bad.first ?? 1)) : nil
        }

        fileprivate var json: String {
            let result = report?.json ?? "null"
            let code = error.map { jsonString($0.code) } ?? "null"
            return "{\"learner\":\(jsonString(learner.text)),\"course\":\(jsonString(folder.text)),"
                + "\"file\":\(jsonString(path)),\"journal\":\(result),\"error\":\(code)}"
        }
    }

    /// Every journal, by learner and course.
    public let entries: [Entry]

    /// Whether a journal is damaged or cannot be read.
    public var isDamaged: Bool { entries.contains { $0.finding != nil } }

    /// 0, or 5 when a journal is damaged or cannot be read; a torn end mends itself at the next append.
    public var exitCode: Int32 { isDamaged ? 5 : 0 }

    /// `{"status","journals":[{"learner","course","file","journal":{…}|null,"error":code|null}]}` on one line.
    public var json: String {
        let journals = entries.map(\.json).joined(separator: ",")
        return "{\"status\":\"\(isDamaged ? "damaged" : "clean")\",\"journals\":[\(journals)]}"
    }
}

extension DataFolder {
    /// Verifies every journal, one after the other; changes nothing.
    public func check() throws(JournalError) -> DataReport {
        var entries: [DataReport.Entry] = []
        for learner in try learners() {
            for enrolment in try enrolments(of: learner) { entries.append(enrolment.checked()) }
        }
        return DataReport(entries: entries)
    }
}

extension Enrolment {
    fileprivate func checked() -> DataReport.Entry {
        do {
            let report = try Journal.verify(journalPath, lockPath: lockPath)
            return .init(learner: learner, folder: folder, path: journalPath, report: report, error: nil)
        } catch {
            return .init(learner: learner, folder: folder, path: journalPath, report: nil, error: error)
        }
    }
}
