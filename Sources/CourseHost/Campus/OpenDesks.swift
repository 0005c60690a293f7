/// The desks in memory, the least used put away first.
struct OpenDesks {
    /// Whose desk, in which course.
    struct Key: Hashable {
        var learner: String
        var course: String
    }

    private struct Place {
        var desk: SharedDesk
        var lastUse: Int
    }

    private let limit: Int
    private var places: [Key: Place] = [:]
    private var uses = 0
    private var lane = 0

    /// At least one desk stays.
    init(limit: Int) { self.limit = max(1, limit) }

    /// A desk that is open, and from now on the one used last.
    subscript(key: Key) -> SharedDesk? {
        mutating get {
            guard let place = places[key] else { return nil }
            uses += 1
            places[key]?.lastUse = uses
            return place.desk
        }
    }

    /// Opens a desk; where there are too many, a tenth of them, those not used for longest, are put away.
    mutating func add(_ desk: SharedDesk, as key: Key) {
        uses += 1
        places[key] = Place(desk: desk, lastUse: uses)
        guard places.count > limit else { return }
        let oldest = places.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(max(1, limit / 10))
        for (key, _) in oldest { places[key] = nil }
    }

    /// The lanes take turns.
    mutating func nextLane() -> DiskLane {
        lane = (lane + 1) % DiskLane.all.count
        return DiskLane.all[lane]
    }
}
