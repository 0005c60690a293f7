internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import Glibc
internal import JournalStore
internal import RecordIndex

extension Workplace {
    /// Reads from the fresh index; one that turns out to be damaged is made anew, and read again.
    func readingIndex<Result>(
        of folder: DataFolder, _ read: (RecordIndex, Indexing.Outcome) throws -> Result
    ) throws -> Result {
        let (index, outcome) = try freshIndex(of: folder)
        do {
            return try read(index, outcome)
        } catch is IndexTrouble {
            let (index, outcome) = try freshIndex(of: folder, rebuilds: true)
            return try read(index, outcome)
        }
    }

    /// The index of a data folder, brought up to its journals. What could not be indexed is in the outcome; that the
    /// file itself could not be written is said here.
    func freshIndex(
        of folder: DataFolder, rebuilds: Bool = false
    ) throws(Failure) -> (index: RecordIndex, outcome: Indexing.Outcome) {
        let indexing = Indexing(folder, CourseShelf(folder, models: models), program: Workplace.program)
        var line = ProgressLine(IndexSentences.indexing, global)
        defer { line.finish() }
        do {
            let (index, outcome) = try indexing.refreshed(rebuilds: rebuilds) { line.show($0, of: $1) }
            if let trouble = outcome.trouble, !global.quiet {
                line.finish()
                Console.say(IndexSentences.inMemory(folder.indexPath, trouble).text(global.language))
            }
            return (index, outcome)
        } catch {
            throw Failure.keeping(folder.indexPath, error)
        }
    }

    /// Makes the index forget learners who are gone; where it cannot, it goes as a whole and is made again later.
    static func forget(_ learners: [LearnerID], in folder: DataFolder) throws(Failure) {
        guard access(folder.indexPath, F_OK) == 0 else { return }
        do {
            let index = try RecordIndex(at: folder.indexPath, program: program)
            for learner in learners {
                try index.take([], forgetting: index.enrolments(ofLearner: learner.text).map(\.key))
            }
        } catch {
            do { try RecordIndex.remove(folder.indexPath) } catch { throw Failure.keeping(folder.indexPath, error) }
        }
    }

    /// Names this build by its file, so that the index of another one is computed anew.
    static var program: String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return Parcours.configuration.version }
        return "\(Parcours.configuration.version) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}

extension Indexing.Outcome {
    /// Why enrolments are missing in the index: all, or those of one course.
    func failures(ofCourse course: String?) -> [Failure] {
        failures.filter { $0.enrolment.isOf(course) }.map(\.failure)
    }
}

extension Indexing.Missed {
    /// Why the enrolment is missing, for people: 5.
    var failure: Failure {
        switch error {
        case Indexing.Gap.noVersion(let course, let version):
            Failure(5, CommandSentences.versionMissing(course, version))
        default: Failure.replaying(enrolment.journalPath, error)
        }
    }
}

extension Enrolment {
    /// Whether it is of the course that a command names, or no course is named; one with a very long identifier is
    /// known by its folder only.
    func isOf(_ course: String?) -> Bool {
        guard let course else { return true }
        return courseID.map { $0.isSameCourse(as: course) } ?? (FolderName(course) == folder)
    }
}

extension String {
    /// Course identifiers are found whatever the case of their letters.
    func isSameCourse(as other: String) -> Bool { lowercased() == other.lowercased() }
}
