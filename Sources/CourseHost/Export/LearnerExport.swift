internal import Assessment
internal import CourseModel
public import JournalStore
internal import Learning
internal import RecordIndex
internal import Records

/// All that is kept of a learner in one zip: a page to read, CSV and JSON, and the files as they are.
public struct LearnerExport {
    /// What went into the zip.
    public struct Report: Sendable {
        public var courses = 0
        public var files = 0
        /// Journals that could not be read: they are in the zip as they are, and not on the page.
        public var failures: [Indexing.Missed] = []
        /// Links, pipes and devices among the learner's files, by path in the data folder: they are not in the zip.
        public var skipped: [String] = []
    }

    /// Why there is no zip.
    public struct Trouble: Error, Hashable, Sendable {
        public var path: String
        public var what: String
    }

    private let folder: DataFolder
    private let shelf: CourseShelf

    /// Exports from a data folder.
    public init(_ folder: DataFolder, _ shelf: CourseShelf) { (self.folder, self.shelf) = (folder, shelf) }

    /// Writes the zip, under the learner's lock, so that it is of one moment. The same data give the same bytes.
    public func write(_ learner: LearnerID, to path: String) throws -> Report {
        let lock = try JournalLock(reading: folder.lockPath(of: learner))
        let profile = try folder.profile(of: learner)
        let (courses, failures) = try self.courses(of: learner, profile, under: lock)
        let dossier = Dossier(id: learner.text, profile: profile?.named ?? [], courses: courses)
        do {
            let files = try folder.erasurePlan(of: learner)?.files ?? []
            let regular = files.filter(\.isRegular).map(\.path)
            let written = try write(dossier, regular, of: learner, to: path)
            _ = consume lock
            return Report(
                courses: courses.count, files: written, failures: failures,
                skipped: files.filter { !$0.isRegular }.map(\.path))
        } catch let trouble as ZipWriting.Trouble {
            throw Trouble(path: trouble.path, what: trouble.what)
        }
    }

    private func write(
        _ dossier: Dossier, _ files: [String], of learner: LearnerID, to path: String
    ) throws(ZipWriting.Trouble) -> Int {
        let records = dossier.courses.map(\.record)
        let home = "learners/\(learner)/"
        let kept = files.map { $0.dropFirst(home.utf8.count) }
            .filter { $0 != "lock" && !$0.hasSuffix("/snapshot.json") }
        var zip = try ZipWriting(path)
        try zip.add("lisez-moi.html", dossier.html)
        try zip.add("etats.csv", records.csv)
        try zip.add("etats.json", records.json(cursor: records.compactMap(\.lastAccess).max()?.description ?? ""))
        for name in kept { try zip.add("donnees/\(name)", file: "\(folder.path)/\(home)\(name)") }
        try zip.close()
        return kept.count
    }

    private func courses(
        of learner: LearnerID, _ profile: LearnerProfile?, under lock: borrowing JournalLock
    ) throws -> ([Dossier.Course], [Indexing.Missed]) {
        var courses: [Dossier.Course] = []
        var failures: [Indexing.Missed] = []
        for enrolment in try folder.enrolments(of: learner) {
            do {
                var journal = enrolment.journal
                let lines = try journal.read(under: lock)
                if let obstacle = journal.obstacle { throw obstacle }
                guard let (id, version) = Desk.pinned(lines), let look = try enrolment.look() else { continue }
                guard let course = try shelf.course(id, version: version) else {
                    throw Indexing.Gap.noVersion(course: id, version: version)
                }
                courses.append(try .init(enrolment, profile, look, lines, id, course.courseware))
            } catch {
                failures.append(.init(enrolment: enrolment, error: error))
            }
        }
        return (courses, failures)
    }
}

extension Dossier.Course {
    fileprivate init(
        _ enrolment: Enrolment, _ profile: LearnerProfile?, _ look: JournalLook, _ lines: [JournalLine], _ id: String,
        _ courseware: Courseware
    ) throws {
        let entry = try RecordIndex.Entry(enrolment, look: look, lines: lines, course: id, courseware)
        var answers: [Dossier.Answer] = []
        var session = Session(courseware, learner: Learner(id: enrolment.learner.text, name: ""))
        try Desk.apply(lines, to: &session, EventCoding(courseware.course.organization, enrolment: enrolment)) {
            events, time in
            answers += events.compactMap { courseware.answer($0, at: time) }
        }
        self.init(
            record: entry.enrolment.record.naming(profile),
            activities: entry.activities.map {
                .init(title: $0.title, status: $0.status, attempts: $0.attempts, lastSeen: $0.lastSeen)
            }, answers: answers)
    }
}

extension Courseware {
    /// An answer to a native question in words: the question, and the options that were chosen.
    fileprivate func answer(_ event: Event, at time: Instant) -> Dossier.Answer? {
        guard case .answered(let place, let id, let response, let score, _) = event,
            course.organization.activities.indices.contains(place),
            case .quiz(let path) = course.organization.activities[place].content,
            let item = quizzes[path]?.items.first(where: { $0.id == id })
        else { return nil }
        let question = item.prompt.lazy.compactMap { block -> String? in
            switch block {
            case .heading(_, let text), .paragraph(let text): text.plainText
            case .list, .quote, .callout, .table, .code, .image: nil
            }
        }.first
        let words: [String] =
            switch item.interaction {
            case .choice(let choice):
                response.values.map { value in
                    choice.options.first { $0.id == value }.map { "\(value) : \($0.text.plainText)" } ?? value
                }
            case .textEntry, .numericEntry: response.values
            }
        return Dossier.Answer(
            date: time, question: question.map { "\(id) : \($0)" } ?? id, response: words.joined(separator: " ; "),
            score: score)
    }
}

extension LearnerProfile {
    /// What `learner.json` says, field by field.
    fileprivate var named: [(name: Sentence, value: String)] {
        let fields: [(Sentence, String?)] = [
            (Sentence(fr: "Nom de connexion", en: "Login"), login),
            (Sentence(fr: "Nom affiché", en: "Name shown"), name),
            (Sentence(fr: "Prénom", en: "Given name"), givenName), (Sentence(fr: "Nom", en: "Family name"), familyName),
            (Sentence(fr: "Adresse électronique", en: "E-mail"), email),
            (Sentence(fr: "Organisme", en: "Organization"), organization),
        ]
        return fields.compactMap { name, value in value.map { (name, $0) } }
    }
}
