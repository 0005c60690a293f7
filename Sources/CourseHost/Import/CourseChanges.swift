public import CourseModel
internal import JournalStore
internal import Learning
internal import Packaging

/// What is different in another version of a course. Activities are the same when their identifiers are.
public struct CourseChanges: Hashable, Sendable {
    /// An activity as one of the versions has it.
    public struct Named: Hashable, Sendable {
        public var id: ActivityID
        public var title: String
    }

    public var added: [Named] = []
    public var removed: [Named] = []
    /// With their new titles.
    public var renamed: [Named] = []
    /// Under another parent, or in another order among those that stayed.
    public var moved: [Named] = []
    /// Whose sequencing rules differ.
    public var resequenced: [Named] = []
    /// That show another file or address.
    public var relaunched: [Named] = []
    public var filesAdded: [String] = []
    public var filesChanged: [String] = []
    public var filesRemoved: [String] = []

    /// Nothing that a learner could notice.
    public var isEmpty: Bool { self == CourseChanges() }
}

extension CourseChanges {
    /// What `new` has otherwise than `old`.
    init(from old: LoadedCourse, to new: LoadedCourse) throws {
        compare(old.courseware.course.organization, new.courseware.course.organization)
        try compare(old.files, new.files)
    }

    private mutating func compare(_ old: Organization, _ new: Organization) {
        let (before, after) = (ActivityIndex(old), ActivityIndex(new))
        let common = new.activities.map(\.id).filter { before[$0] != nil }
        let stayed = old.activities.map(\.id).filter { after[$0] != nil }
        removed = old.activities.filter { after[$0.id] == nil }.map(Named.init)
        for (place, activity) in new.activities.enumerated() {
            guard let known = before[activity.id] else {
                added.append(Named(activity))
                continue
            }
            let former = old.activities[known]
            if former.title != activity.title { renamed.append(Named(activity)) }
            let parents = [former.parent.map { old.activities[$0].id }, activity.parent.map { new.activities[$0].id }]
            if parents[0] != parents[1], activity.parent != nil || former.parent != nil {
                moved.append(Named(activity))
            }
            if old.definition(of: known) != new.definition(of: place) { resequenced.append(Named(activity)) }
            if former.content != activity.content { relaunched.append(Named(activity)) }
        }
        guard moved.isEmpty, common != stayed else { return }
        let pairs = zip(common, stayed).filter { $0 != $1 }
        moved = pairs.compactMap { id, _ in after[id].map { Named(new.activities[$0]) } }
    }

    private mutating func compare(_ old: PackageFiles, _ new: PackageFiles) throws {
        for path in new.paths where old.place(of: path) == nil { filesAdded.append(path) }
        for path in old.paths {
            if new.place(of: path) == nil {
                filesRemoved.append(path)
            } else if try contentHash(of: path, in: old) != contentHash(of: path, in: new) {
                filesChanged.append(path)
            }
        }
    }
}

/// The SHA-256 of a file's content; `nil` when there is no such file.
private func contentHash(of path: String, in files: PackageFiles) throws(PackageError) -> String? {
    if let known = files.hash(of: path) { return known }
    guard let place = files.place(of: path) else { return nil }
    var hash = SHA256Stream()
    try files.forEachChunk(of: [files.entries[place]]) { _, chunk in
        hash.update(chunk)
        return true
    }
    return hash.name()
}

extension CourseChanges.Named {
    fileprivate init(_ activity: Activity) {
        id = activity.id
        title = activity.title
    }
}

/// The places of activities by identifier, the first where a package repeats one.
struct ActivityIndex {
    private let places: [ActivityID: Int]

    init(_ organization: Organization) {
        let pairs = organization.activities.enumerated().map { ($0.element.id, $0.offset) }
        places = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    subscript(_ id: ActivityID) -> Int? { places[id] }
}
