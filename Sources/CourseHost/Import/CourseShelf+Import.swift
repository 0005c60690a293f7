internal import CourseModel
internal import JournalStore
internal import Learning
public import Packaging

extension CourseShelf {
    /// Imports a package: a folder, or a zip; for an open file give `/proc/self/fd/N`.
    ///
    /// It is validated before a byte lands, and held against `rules`; it then appears whole and on disk, or not at all, and is
    /// offered from now on. `course` names the course whose version it is, where its own identifier should not decide; `seconds`
    /// is how long reading it may take.
    ///
    /// Throws a `PackageError`, a `LoadedCourse.Unusable`, a `DataModels.Trouble`, or a `JournalError` where the data folder
    /// does not take it.
    public func importPackage(
        at path: String, as course: String? = nil, rules: ManifestRules? = nil,
        seconds: Int = PackageLimit.seconds.value,
        progress: (ImportProgress) -> Void = { _ in }
    ) throws -> ImportReport {
        let deadline = ContinuousClock.now + .seconds(seconds)
        let files = try PackageFiles(at: path)
        guard !files.isLoneManifest else { throw PackageError.notAPackage }
        let loaded = try LoadedCourse(files, models: models, rules: rules)
        return try importCourse(loaded, as: course, until: deadline, progress: progress)
    }

    /// Imports a package that has been read.
    func importCourse(
        _ course: LoadedCourse, as id: String? = nil, until deadline: ContinuousClock.Instant? = nil,
        progress: (ImportProgress) -> Void = { _ in }
    ) throws -> ImportReport {
        guard !course.files.isLoneManifest else { throw PackageError.notAPackage }
        let copying = PackageCopying(course.files, until: deadline)
        let likely = try likelyTwins(of: course, in: id)
        if !likely.isEmpty {
            let version = try copying.hash(progress: progress)
            if let known = likely.first(where: { $0.version == version }) {
                return try offer(course, as: known.id, version, isNew: false)
            }
        }
        return try folder.staging { staging in
            let version = try copying.copy(into: &staging, progress: progress)
            let staged = try LoadedCourse(PackageFiles(keptIn: staging.path), models: models)
            guard staged.courseware.course == course.courseware.course else {
                throw PackageError.refusedEntry(name: PackageFiles.manifestName, .changed)
            }
            let lock = try folder.lockCourses()
            let id = try id ?? identifier(of: course, version: version)
            let isNew = try staging.place(version: version, ofCourse: id)
            return try offer(course, as: id, version, isNew: isNew, under: lock)
        }
    }

    private func offer(_ course: LoadedCourse, as id: String, _ version: String, isNew: Bool) throws -> ImportReport {
        try offer(course, as: id, version, isNew: isNew, under: try folder.lockCourses())
    }

    private func offer(
        _ course: LoadedCourse, as id: String, _ version: String, isNew: Bool, under lock: borrowing JournalLock
    ) throws -> ImportReport {
        let previous = try folder.currentVersion(ofCourse: id).flatMap { $0 == version ? nil : $0 }
        let isOffered = try folder.currentVersion(ofCourse: id) == version
        if !isOffered { try folder.setCurrentVersion(version, ofCourse: id) }
        let read = course.courseware.course
        let outcome: ImportReport.Outcome =
            isOffered ? .same : previous == nil ? .new : isNew ? .updated : .restored
        return ImportReport(
            course: id, version: version, outcome: outcome, title: read.title, edition: read.edition,
            organizations: read.organizations.count, activities: read.organization.activities.count,
            files: course.files.entries.count, bytes: course.files.entries.reduce(0) { $0 + $1.size },
            hosts: read.hosts, previous: previous, changes: try changes(in: id, from: previous, to: version),
            findings: course.findings)
    }

    private func changes(in id: String, from previous: String?, to version: String) throws -> CourseChanges? {
        guard let previous, let new = try course(id, version: version) else { return nil }
        do {
            return try course(id, version: previous).map { try CourseChanges(from: $0, to: new) }
        } catch is LoadedCourse.Unusable, is PackageError {
            return nil  // a version that an older program let in; comparing is a courtesy
        }
    }

    /// Versions on the shelf with the very same paths and sizes.
    private func likelyTwins(of course: LoadedCourse, in id: String?) throws -> [(id: String, version: String)] {
        let paths = course.files.entries.map { [UInt8]($0.path.utf8) }
        let sizes = course.files.entries.map(\.size)
        var found: [(id: String, version: String)] = []
        for id in try id.map({ [$0] }) ?? homes(of: course) {
            for version in try folder.versions(ofCourse: id) {
                guard let kept = try files(id, version: version), kept.entries.map(\.size) == sizes,
                    kept.entries.map({ [UInt8]($0.path.utf8) }) == paths
                else { continue }
                found.append((id, version))
            }
        }
        return found
    }

    /// The courses on the shelf that this package may be a version of.
    private func homes(of course: LoadedCourse) throws -> [String] {
        let (own, title) = (course.courseware.course.identifier, course.courseware.course.title)
        return try folder.courseIDs().filter { $0.utf8.elementsEqual(own.utf8) || isHome($0, ofTitle: title) }
    }

    /// Whether a course got its identifier from a title and a hash.
    private func isHome(_ id: String, ofTitle title: String) -> Bool {
        let suffix = Array(id.utf8.dropFirst(title.utf8.count))
        return id.utf8.starts(with: "\(title)-".utf8) && suffix.count == 13
            && suffix.dropFirst().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// The manifest's identifier; the title and the hash of its first version where it is empty, or where a course of another
    /// title has it, as tools that reuse a template make it.
    private func identifier(of course: LoadedCourse, version: String) throws -> String {
        let (own, title) = (course.courseware.course.identifier, course.courseware.course.title)
        let named = try homes(of: course).first { isHome($0, ofTitle: title) } ?? "\(title)-\(version.prefix(12))"
        guard !own.isEmpty else { return named }
        guard let offered = try folder.currentVersion(ofCourse: own), offered != version,
            let known = try self.course(own, version: offered), known.courseware.course.title != title
        else { return own }
        return named
    }
}
