internal import Dispatch
public import JournalStore
internal import Learning
internal import Synchronization
public import RecordIndex

/// Brings the index of a data folder up to its journals: only those that changed are read.
public struct Indexing: Sendable {
    /// How the index came to be what it is now.
    public struct Outcome: Sendable {
        /// Journals that were read.
        public var read = 0
        /// Journals that the index knew already.
        public var known = 0
        /// Enrolments that are gone.
        public var forgotten = 0
        /// Journals that are not in the index, by the order of the folders, and why. They are tried again each time.
        public var failures: [Missed] = []
        /// The index could not be written, so that this is one in memory.
        public var trouble: IndexTrouble?
    }

    /// An enrolment that is not in the index, and why.
    public struct Missed: Sendable {
        public let enrolment: Enrolment
        public let error: any Error
    }

    /// Why a journal is not in the index, besides what its reading throws.
    public enum Gap: Error, Hashable, Sendable {
        /// The version of the course is not in `courses/`.
        case noVersion(course: String, version: String)
    }

    /// How many enrolments are written at once.
    private static let portion = 100

    private let folder: DataFolder
    private let shelf: CoursesAtHand
    private let program: String

    /// The index of a data folder. `program` names the build.
    public init(_ folder: DataFolder, _ shelf: CourseShelf, program: String) {
        (self.folder, self.shelf, self.program) = (folder, CoursesAtHand(shelf), program)
    }

    /// Opens the index and makes it fresh; with `rebuilds`, from nothing. An index that cannot be written is left alone,
    /// and one in memory takes its place. `progress` is told how many of all journals are done.
    public func refreshed(
        rebuilds: Bool = false, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> (index: RecordIndex, outcome: Outcome) {
        do {
            if rebuilds { try RecordIndex.remove(folder.indexPath) }
            return try refreshed(RecordIndex(at: folder.indexPath, program: program), progress)
        } catch .corrupt as IndexTrouble {
            try RecordIndex.remove(folder.indexPath)
            return try refreshed(RecordIndex(at: folder.indexPath, program: program), progress)
        } catch let trouble as IndexTrouble {
            var (index, outcome) = try refreshed(RecordIndex(program: program), progress)
            outcome.trouble = trouble
            return (index, outcome)
        }
    }

    private func refreshed(
        _ index: RecordIndex, _ progress: (Int, Int) -> Void
    ) throws -> (index: RecordIndex, outcome: Outcome) {
        var known: [IndexedEnrolment.Key: IndexedEnrolment.Position] = [:]
        for enrolment in try index.enrolments() { known[enrolment.key] = enrolment.position }
        var outcome = Outcome()
        var changed: [Changed] = []
        let learners = try folder.learners()
        for (place, learner) in learners.enumerated() {
            for enrolment in try folder.enrolments(of: learner) {
                let look: JournalLook?
                do {
                    look = try enrolment.look()
                } catch {
                    outcome.failures.append(Missed(enrolment: enrolment, error: error))
                    continue
                }
                guard let look else { continue }
                if let position = known[enrolment.key], look.fits(position) {
                    known[enrolment.key] = nil
                    outcome.known += 1
                } else {
                    changed.append(Changed(enrolment: enrolment, look: look))
                }
            }
            guard changed.count >= Indexing.portion || place == learners.count - 1 else { continue }
            for key in try take(changed, into: index, &outcome) { known[key] = nil }
            changed.removeAll(keepingCapacity: true)
            progress(place + 1, learners.count)
        }
        outcome.forgotten = known.count
        if !known.isEmpty { try index.take([], forgetting: Array(known.keys)) }
        return (index, outcome)
    }

    /// An enrolment whose journal is not as the index knows it.
    private struct Changed {
        let enrolment: Enrolment
        let look: JournalLook
    }

    /// Reads journals on all cores, and writes what they hold; gives the enrolments that are in the index now.
    private func take(
        _ changed: [Changed], into index: RecordIndex, _ outcome: inout Outcome
    ) throws -> [IndexedEnrolment.Key] {
        guard !changed.isEmpty else { return [] }
        let readings = Mutex<[Int: Result<RecordIndex.Entry?, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: changed.count) { place in
            let reading = Result { try read(changed[place]) }
            readings.withLock { $0[place] = reading }
        }
        var entries: [RecordIndex.Entry] = []
        for (place, reading) in readings.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            switch reading {
            case .success(let entry?): entries.append(entry)
            case .success(nil): continue
            case .failure(let error):
                outcome.failures.append(Missed(enrolment: changed[place].enrolment, error: error))
            }
        }
        try index.take(entries)
        outcome.read += entries.count
        return entries.map(\.enrolment.key)
    }

    /// One enrolment from its journal; `nil` before it has begun.
    private func read(_ changed: Changed) throws -> RecordIndex.Entry? {
        var journal = changed.enrolment.journal
        let lines = try journal.read()
        if let obstacle = journal.obstacle { throw obstacle }
        guard let (id, version) = Desk.pinned(lines) else { return nil }
        let courseware = try shelf.courseware(id, version)
        return try RecordIndex.Entry(
            changed.enrolment, look: changed.look, lines: lines, course: id, courseware)
    }
}

/// Course versions in memory, for all threads that read journals; a class because they share it.
private final class CoursesAtHand: Sendable {
    /// How many are held.
    private static let room = 24

    private let shelf: CourseShelf
    private let known = Mutex<[String: Courseware]>([:])

    init(_ shelf: CourseShelf) { self.shelf = shelf }

    func courseware(_ id: String, _ version: String) throws -> Courseware {
        let key = "\(version)/\(id)"
        return try known.withLock { known in
            if let courseware = known[key] { return courseware }
            guard let found = try shelf.course(id, version: version)?.courseware else {
                throw Indexing.Gap.noVersion(course: id, version: version)
            }
            if known.count >= CoursesAtHand.room { known.removeAll() }
            known[key] = found
            return found
        }
    }
}

extension JournalLook {
    /// Whether the file is as it was when the index read it.
    func fits(_ position: IndexedEnrolment.Position) -> Bool {
        bytes == position.bytes && modified == position.modified && lastHash == position.hash
    }
}
