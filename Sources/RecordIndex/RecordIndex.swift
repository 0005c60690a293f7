internal import Glibc
internal import Records

/// What every list and report reads: a cache of the journals, never the truth. A file of another layout or program, or
/// one that is damaged, is emptied and filled again.
public struct RecordIndex: Sendable {
    private let file: IndexFile

    /// Opens the index of a data folder. `program` names the build: what another one computed is computed again.
    public init(at path: String, program: String) throws(IndexTrouble) {
        do {
            file = try RecordIndex.opened(path, program)
        } catch .corrupt {
            try RecordIndex.remove(path)
            file = try RecordIndex.opened(path, program)
        }
    }

    /// An index in memory, for a data folder that cannot be written.
    public init(program: String) throws(IndexTrouble) {
        file = try RecordIndex.opened(nil, program)
    }

    /// Removes the file with what SQLite keeps beside it; nothing when it is not there.
    public static func remove(_ path: String) throws(IndexTrouble) {
        for name in [path, "\(path)-journal", "\(path)-wal", "\(path)-shm"] {
            guard unlink(name) == 0 || errno == ENOENT else {
                throw .unusable("\(name): \(String(cString: strerror(errno)))")
            }
        }
    }

    /// How an index on disk was found.
    public enum State: String, Hashable, Sendable {
        case absent, clean
        /// It will be made anew by the next command that needs it.
        case damaged
    }

    /// Reads every row of an index on disk against its checksum; changes nothing.
    public static func state(at path: String) -> State {
        guard access(path, F_OK) == 0 else { return .absent }
        do throws(IndexTrouble) {
            let file = try IndexFile(path)
            guard try file.number(of: "user_version") == IndexTable.layout else { return .damaged }
            for table in IndexTable.all { _ = try file.rows(of: table) }
            return .clean
        } catch {
            return .damaged
        }
    }

    private static func opened(_ path: String?, _ program: String) throws(IndexTrouble) -> IndexFile {
        let file = try IndexFile(path)
        if try file.number(of: "user_version") == IndexTable.layout,
            try file.rows(of: .maker) == [[.text(program)]]
        {
            return file
        }
        try file.write { writer in
            for table in IndexTable.all {
                try writer.run("DROP TABLE IF EXISTS \(table.name)")
                try writer.run(table.creation)
                if let index = table.courseIndex { try writer.run(index) }
            }
            try writer.insert([.text(program)], into: .maker)
            try writer.run("PRAGMA user_version = \(IndexTable.layout)")
        }
        return file
    }

    /// An enrolment with its activities and questions.
    public struct Entry: Hashable, Sendable {
        public var enrolment: IndexedEnrolment
        /// In the order of the course.
        public var activities: [IndexedEnrolment.Activity]
        /// In the order in which they were first answered.
        public var questions: [IndexedEnrolment.Question]

        /// An entry from its parts.
        public init(
            enrolment: IndexedEnrolment, activities: [IndexedEnrolment.Activity],
            questions: [IndexedEnrolment.Question]
        ) {
            (self.enrolment, self.activities, self.questions) = (enrolment, activities, questions)
        }
    }

    /// Takes over what was read, in place of what it knew of these enrolments, and forgets others.
    public func take(_ entries: [Entry], forgetting gone: [IndexedEnrolment.Key] = []) throws(IndexTrouble) {
        try file.write { writer in
            for key in gone + entries.map(\.enrolment.key) {
                for table in [IndexTable.enrolments, .activities, .questions] {
                    try writer.remove(
                        from: table,
                        where: [("apprenant_id", .text(key.learner)), ("dossier", .text(key.folder))])
                }
            }
            for entry in entries {
                let (key, course) = (entry.enrolment.key, entry.enrolment.record.courseCode)
                try writer.insert(entry.enrolment.cells, into: .enrolments)
                for (place, activity) in entry.activities.enumerated() {
                    try writer.insert(activity.cells(of: key, course: course, at: place), into: .activities)
                }
                for (place, question) in entry.questions.enumerated() {
                    try writer.insert(question.cells(of: key, course: course, at: place), into: .questions)
                }
            }
        }
    }

    /// The enrolments by learner and folder: all, or those of one course or one learner.
    public func enrolments(ofCourse course: String? = nil, ofLearner learner: String? = nil) throws(IndexTrouble)
        -> [IndexedEnrolment]
    {
        var enrolments: [IndexedEnrolment] = []
        for cells in try file.rows(of: .enrolments, where: RecordIndex.wanted(course, learner)) {
            enrolments.append(try IndexedEnrolment(cells))
        }
        return enrolments
    }

    /// What was attempted, each with its enrolment, in the order of the course.
    public func activities(ofCourse course: String? = nil, ofLearner learner: String? = nil) throws(IndexTrouble)
        -> [(key: IndexedEnrolment.Key, course: String, activity: IndexedEnrolment.Activity)]
    {
        var found: [(key: IndexedEnrolment.Key, course: String, activity: IndexedEnrolment.Activity)] = []
        for cells in try file.rows(of: .activities, where: RecordIndex.wanted(course, learner)) {
            var row = RowReading(cells)
            let (key, course) = try RecordIndex.owner(&row)
            found.append((key, course, try IndexedEnrolment.Activity(&row)))
        }
        return found
    }

    /// The questions of a course over all learners, or these, the most often missed first.
    public func questions(
        ofCourse course: String, ofLearners learners: Set<String>? = nil
    ) throws(IndexTrouble) -> [IndexedEnrolment.Question] {
        var sums: [[String]: IndexedEnrolment.Question] = [:]
        for cells in try file.rows(of: .questions, where: RecordIndex.wanted(course, nil)) {
            var row = RowReading(cells)
            let (key, _) = try RecordIndex.owner(&row)
            guard learners?.contains(key.learner) ?? true else { continue }
            let question = try IndexedEnrolment.Question(&row)
            var sum =
                sums[[question.activity, question.item]]
                ?? .init(activity: question.activity, item: question.item, attempts: 0, right: 0, wrong: 0)
            sum.attempts += question.attempts
            sum.right += question.right
            sum.wrong += question.wrong
            sums[[question.activity, question.item]] = sum
        }
        return sums.values.sorted {
            ($1.missed, $0.activity, $0.item) < ($0.missed, $1.activity, $1.item)
        }
    }

    private static func wanted(_ course: String?, _ learner: String?) -> [(column: String, value: IndexFile.Cell)] {
        [("cours_code", course), ("apprenant_id", learner)].compactMap { column, value in
            value.map { (column, .text($0)) }
        }
    }

    private static func owner(_ row: inout RowReading) throws(IndexTrouble) -> (IndexedEnrolment.Key, String) {
        let key = IndexedEnrolment.Key(learner: try row.text(), folder: try row.text())
        _ = try row.whole()
        return (key, try row.text())
    }
}

extension IndexedEnrolment.Question {
    /// The part of the answers that were not wholly right, in thousandths.
    fileprivate var missed: Int { attempts > 0 ? wrong * 1000 / attempts : 0 }
}
