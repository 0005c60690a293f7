public import JournalStore
internal import Learning
public import RecordIndex

/// Brings the index of a data folder up to its journals: only those that changed are read.
public struct Indexing {
    /// How the index came to be what it is now.
    public struct Outcome: Sendable {
        /// Journals that were read.
        public var read = 0
        /// Journals that the index knew already.
        public var known = 0
        /// Enrolments that are gone.
        public var forgotten = 0
        /// Journals that are not in the index, by the order of the folders, and why. They are tried again each time.
        public var failures: [(enrolment: Enrolment, error: any Error)] = []
        /// The index could not be written, so that this is one in memory.
        public var trouble: IndexTrouble?
    }

    /// Why a journal is not in the index, besides what its reading throws.
    public enum Gap: Error, Hashable, Sendable {
        /// The version of the course is not in `courses/`.
        case noVersion(course: String, version: String)
    }

    /// How many enrolments are written at once.
    private static let portion = 250
    /// How many course versions are held in memory.
    private static let shelfRoom = 24

    private let folder: DataFolder
    private let shelf: CourseShelf
    private let program: String
    private var courses: [String: Courseware] = [:]

    /// The index of a data folder. `program` names the build.
    public init(_ folder: DataFolder, _ shelf: CourseShelf, program: String) {
        (self.folder, self.shelf, self.program) = (folder, shelf, program)
    }

    /// Opens the index and makes it fresh; with `rebuilds`, from nothing. An index that cannot be written is left alone,
    /// and one in memory takes its place. `progress` is told how many of all journals are done.
    public mutating func refreshed(
        rebuilds: Bool = false, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> (index: RecordIndex, outcome: Outcome) {
        do {
            return try refreshed(RecordIndex(at: folder.indexPath, program: program), rebuilds, progress)
        } catch .corrupt as IndexTrouble {
            try RecordIndex.remove(folder.indexPath)
            return try refreshed(RecordIndex(at: folder.indexPath, program: program), rebuilds, progress)
        } catch let trouble as IndexTrouble {
            var (index, outcome) = try refreshed(RecordIndex(program: program), rebuilds, progress)
            outcome.trouble = trouble
            return (index, outcome)
        }
    }

    private mutating func refreshed(
        _ index: RecordIndex, _ rebuilds: Bool, _ progress: (Int, Int) -> Void
    ) throws -> (index: RecordIndex, outcome: Outcome) {
        if rebuilds { try index.clear() }
        var known: [IndexedEnrolment.Key: IndexedEnrolment.Position] = [:]
        for enrolment in try index.enrolments() { known[enrolment.key] = enrolment.position }
        var outcome = Outcome()
        var entries: [RecordIndex.Entry] = []
        let learners = try folder.learners()
        for (place, learner) in learners.enumerated() {
            for enrolment in try folder.enrolments(of: learner) {
                do {
                    let look = try enrolment.look()
                    let position = known[enrolment.key]
                    if let look, let position, look.fits(position) {
                        known[enrolment.key] = nil
                        outcome.known += 1
                    } else if let look, let entry = try read(enrolment, look) {
                        known[enrolment.key] = nil
                        outcome.read += 1
                        entries.append(entry)
                    }
                } catch let trouble as IndexTrouble {
                    throw trouble
                } catch {
                    outcome.failures.append((enrolment, error))
                }
            }
            if entries.count >= Indexing.portion {
                try index.take(entries)
                entries.removeAll(keepingCapacity: true)
            }
            progress(place + 1, learners.count)
        }
        outcome.forgotten = known.count
        if !entries.isEmpty || !known.isEmpty { try index.take(entries, forgetting: Array(known.keys)) }
        return (index, outcome)
    }

    /// One enrolment from its journal; `nil` before it has begun.
    private mutating func read(_ enrolment: Enrolment, _ look: JournalLook) throws -> RecordIndex.Entry? {
        var journal = enrolment.journal
        let lines = try journal.read()
        if let obstacle = journal.obstacle { throw obstacle }
        guard let (id, version) = Desk.pinned(lines) else { return nil }
        let courseware = try courseware(id, version)
        return try RecordIndex.Entry(enrolment, look: look, lines: lines, course: id, courseware)
    }

    private mutating func courseware(_ id: String, _ version: String) throws -> Courseware {
        let key = "\(version)/\(id)"
        if let known = courses[key] { return known }
        guard let found = try shelf.course(id, version: version)?.courseware else {
            throw Gap.noVersion(course: id, version: version)
        }
        if courses.count >= Indexing.shelfRoom { courses.removeAll() }
        courses[key] = found
        return found
    }
}

extension JournalLook {
    /// Whether the file is as it was when the index read it.
    fileprivate func fits(_ position: IndexedEnrolment.Position) -> Bool {
        bytes == position.bytes && modified == position.modified && lastHash == position.hash
    }
}
