internal import CourseHost
internal import CourseModel
internal import Glibc
internal import JournalStore
internal import Learning
internal import Packaging

/// What a command works with: the shared files, the data folder and the courses in it.
struct Workplace {
    let global: GlobalOptions
    let share: ShareFolder
    let models: DataModels

    init(_ global: GlobalOptions) throws(Failure) {
        self.global = global
        share = try ShareFolder()
        models = DataModels(folder: share.scorm)
    }

    /// The data folder, made when it is not there yet.
    func dataFolder() throws(Failure) -> DataFolder {
        try Failure.translating { () throws(JournalError) in try DataFolder(global.dataFolderPath) }
    }

    /// The data folder, as it is.
    func existingDataFolder() throws(Failure) -> DataFolder {
        try global.existingDataFolder()
    }

    /// Reads a package where it lies.
    func load(_ path: String) throws(Failure) -> LoadedCourse {
        do {
            return try LoadedCourse(path: path, models: models)
        } catch let unusable as LoadedCourse.Unusable {
            throw Failure(4, CommandSentences.unusable(path, unusable.findings))
        } catch {
            throw Failure.reading(path, error)
        }
    }

    /// The course that a command names: a path, the identifier of one on the shelf, or one that comes with the engine;
    /// without a name the SPASER course. What is not on the shelf yet is put there.
    func course(_ name: String?, on shelf: CourseShelf) throws(Failure) -> (
        course: LoadedCourse, id: String, version: String
    ) {
        let path = name.map { access($0, F_OK) == 0 ? $0 : "\(share.courses)/\($0)" } ?? "\(share.courses)/spaser"
        if access(path, F_OK) == 0 {
            let loaded = try load(path)
            do {
                let (id, version) = try shelf.keep(loaded)
                return (loaded, id, version)
            } catch {
                throw Failure.keeping(path, error)
            }
        }
        let id = name ?? "spaser"
        do {
            guard let (course, version) = try shelf.offered(id) else {
                throw Failure(4, CommandSentences.noSuchCourse(id))
            }
            return (course, id, version)
        } catch {
            throw Failure.keeping(id, error)
        }
    }

    /// The learner of a login, or the local one of this data folder; made when new.
    func learner(_ login: String?, in folder: DataFolder) throws(Failure) -> (id: LearnerID, profile: LearnerProfile) {
        if let login, !LearnerProfile.isUsable(login: login) { throw Failure(2, CommandSentences.badLearner) }
        return try Failure.translating { () throws(JournalError) in
            var chance = SystemRandomNumberGenerator()
            let fresh = LearnerProfile(login: login, name: login ?? CommandSentences.localLearner.text(global.language))
            let id = try folder.findOrCreate(fresh, as: LearnerID(using: &chance))
            return (id, try folder.profile(of: id) ?? fresh)
        }
    }
}

extension GlobalOptions {
    /// The data folder, as it is; nothing is made.
    func existingDataFolder() throws(Failure) -> DataFolder {
        guard access(dataFolderPath, F_OK) == 0 else { throw Failure(4, CommandSentences.noData(dataFolderPath)) }
        return try Failure.translating { () throws(JournalError) in try DataFolder(existing: dataFolderPath) }
    }
}

extension Failure {
    /// Why a package could not be read: 4.
    static func reading(_ path: String, _ error: any Error) -> Failure {
        guard let error = error as? PackageError else { return keeping(path, error) }
        return Failure(4, CommandSentences.unreadable(path, error))
    }

    /// Replays, and says where a journal does not fit its course.
    static func replaying<Result>(_ path: String, _ body: () throws -> Result) throws(Failure) -> Result {
        do {
            return try body()
        } catch {
            throw replaying(path, error)
        }
    }

    /// Why a journal cannot be replayed: 5.
    static func replaying(_ path: String, _ error: any Error) -> Failure {
        switch error as? DeskError {
        case .unfitting(let line): Failure(5, CommandSentences.unfitting(path, line: line))
        case .blobMissing(let name, let line): Failure(5, JournalSentences.blobMissing(path, line: line, name))
        case .badWriter, .moved, nil: keeping(path, error)
        }
    }

    /// Why the data folder did not take something: 5, or what it already says.
    static func keeping(_ path: String, _ error: any Error) -> Failure {
        switch error {
        case let failure as Failure: failure
        case DeskError.moved: Failure(3, CourseSentences.movedMeanwhile)
        case let error as JournalError: Failure(error)
        case let error as PackageError: Failure(4, CommandSentences.unreadable(path, error))
        case let trouble as DataModels.Trouble:
            Failure(4, CommandSentences.tablesUnreadable(trouble.file, trouble.what))
        case let unusable as LoadedCourse.Unusable: Failure(4, CommandSentences.unusable(path, unusable.findings))
        default: Failure(5, CommandSentences.notKept(path, "\(error)"))
        }
    }
}
