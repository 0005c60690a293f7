internal import CourseModel
internal import JournalStore
internal import Learning

/// A data folder as a headless player uses it: courses on the shelf, learners by login, enrolments with their journals.
struct HeadlessStore {
    let folder: DataFolder
    let shelf: CourseShelf
    /// The writer's name in the journals.
    let writer: String

    init(_ folder: DataFolder, models: DataModels) {
        self.folder = folder
        shelf = CourseShelf(folder, models: models)
        var chance = SystemRandomNumberGenerator()
        writer = "headless-" + String(chance.next(), radix: 36)
    }

    /// What is put on the shelf: a whole package, so for a manifest the folder it lies in.
    static func package(at path: String) -> String {
        let name = "imsmanifest.xml"
        guard path.hasSuffix(name) else { return path }
        let folder = path.dropLast(name.utf8.count)
        return folder.isEmpty ? "." : folder.last == "/" ? String(folder) : path
    }

    /// Takes up an enrolment in the version to which it is pinned, else in the one on offer.
    func seat(
        course id: String, login: String, name: String?, clock: HeadlessClock, dice: AnyDice, isStrict: Bool
    ) throws -> DeskSeat {
        guard let offered = try folder.currentVersion(ofCourse: id) else {
            throw HeadlessTrouble("open: there is no course \(id)")
        }
        var chance = SystemRandomNumberGenerator()
        let fresh = LearnerProfile(login: login, name: name ?? login)
        let learner = try folder.findOrCreate(fresh, as: LearnerID(using: &chance))
        let profile = try folder.profile(of: learner) ?? fresh
        let enrolment = folder.enrolment(of: learner, in: id)
        try folder.prepare(enrolment)
        var journal = enrolment.journal
        let lines = try journal.read()
        if let obstacle = journal.obstacle { throw obstacle }
        let version = Desk.pinnedVersion(lines) ?? offered
        guard let course = try shelf.course(id, version: version) else {
            throw HeadlessTrouble("open: version \(version) of \(id), to which the enrolment is pinned, is missing")
        }
        var desk = try Desk(
            course.courseware, learner: Learner(id: learner.text, name: profile.name), course: id, version: version,
            journal: journal, lines: lines, writer: writer, clock: { clock.now }, dice: dice.base)
        desk.session.isStrict = isStrict
        return DeskSeat(desk: desk)
    }
}
