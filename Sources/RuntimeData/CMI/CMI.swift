import CourseModel

/// The run-time data of one attempt: what content reads and writes as `cmi.*` and `adl.*`.
///
/// What the environment gave and what the content wrote are kept apart, so that sequencing hears only of what the
/// content said. Values are text, as the content wrote it.
public struct CMI: Hashable, Sendable {
    /// The edition's table.
    public let model: DataModel
    /// What the content wrote.
    var written: [Slot: String] = [:]
    /// What of it was written in this session.
    var said: Set<Slot> = []
    /// What the environment gave.
    var given: [Slot: String] = [:]
    /// How many records each collection holds.
    var counts: [Slot: Int] = [:]
    /// The manifest's maps of `adl.data`, record by record.
    var maps: [DataMap]
    /// What is longer than every environment must take is refused.
    public let isStrict: Bool
    /// UTF-8 bytes of what the content wrote.
    var size = 0
    /// What was written since the last commit.
    var pending: [Write] = []

    /// The place of a value: an element or container of the model, and its records.
    struct Slot: Hashable, Sendable {
        var definition: Int
        var n = -1
        var m = -1

        /// One number tells all slots apart: no collection has a million records.
        func hash(into hasher: inout Hasher) { hasher.combine((definition &* 1_048_576 &+ n) &* 1_048_576 &+ m) }
    }

    /// One accepted SetValue. In JSON `["cmi.location","3"]`.
    public struct Write: Hashable, Sendable {
        public var element: String
        public var value: String

        /// A write from its parts.
        public init(_ element: String, _ value: String) {
            self.element = element
            self.value = value
        }
    }

    /// A new attempt, ready for its first session.
    public init(model: DataModel, launch: Launch) {
        self.model = model
        isStrict = launch.isStrict
        maps = launch.dataStores.map(\.map)
        give(launch)
        beginSession(entry: launch.entry)
    }

    /// An attempt of which nothing is known yet.
    init(model: DataModel, maps: [DataMap], isStrict: Bool) {
        (self.model, self.maps, self.isStrict) = (model, maps, isStrict)
    }

    /// What was accepted since the last commit, in order.
    public var writes: [Write] { pending }

    /// The content wrote something in this session.
    public var hasSpoken: Bool { !said.isEmpty }

    /// Gives what was accepted since the last commit, and starts anew.
    public mutating func drainWrites() -> [Write] {
        defer { pending = [] }
        return pending
    }

    /// The value as it is stored, computed statuses aside; `nil` before there is one.
    func stored(_ slot: Slot) -> String? { written[slot] ?? given[slot] }

    func slot(_ role: Role, _ n: Int = -1) -> Slot? { model.element(playing: role).map { Slot(definition: $0, n: n) } }

    /// The stored value of what plays a role; `nil` before there is one.
    func stored(_ role: Role, _ n: Int = -1) -> String? { slot(role, n).flatMap { stored($0) } }

    /// The stored value as a number.
    func number(_ role: Role, _ n: Int = -1) -> Real? { stored(role, n).flatMap { Real($0.utf8) } }

    func definition(of slot: Slot) -> ElementDefinition { model.tree.elements[slot.definition].definition }

    /// The name that content uses: `cmi.objectives.2.id`.
    func name(of slot: Slot) -> String {
        let parts = definition(of: slot).element.split(separator: ".").map { part in
            part == "n" ? "\(slot.n)" : part == "m" ? "\(slot.m)" : String(part)
        }
        return parts.joined(separator: ".")
    }

    func count(_ container: Int, _ n: Int = -1) -> Int { counts[Slot(definition: container, n: n)] ?? 0 }
}

extension CMI.Write: Codable {
    /// Reads the pair.
    public init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        self.init(try pair.decode(String.self), try pair.decode(String.self))
    }

    /// Writes the pair.
    public func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(element)
        try pair.encode(value)
    }
}
