public import CourseModel

/// What the environment tells the content when it starts.
public struct Launch: Hashable, Sendable {
    public var learnerID: String
    /// "Last, First" in SCORM 1.2.
    public var learnerName: String
    public var entry = Entry.abInitio
    public var credit = Credit.credit
    public var mode = Mode.normal
    /// `adlcp:dataFromLMS`.
    public var launchData: String?
    /// `adlcp:timeLimitAction`.
    public var timeLimitAction: String?
    /// A duration as the manifest writes it.
    public var maxTimeAllowed: String?
    /// From 0 to 1; `nil` unless completion follows the measure.
    public var completionThreshold: Double?
    /// From -1 to 1; `nil` unless success follows the measure.
    public var scaledPassingScore: Double?
    /// From 0 to 100, SCORM 1.2.
    public var masteryScore: Double?
    /// The objectives of the activity that have an identifier, in manifest order.
    public var objectives: [Objective] = []
    /// The data stores of the activity, in manifest order.
    public var dataStores: [DataStore] = []
    public var preferences = Preferences()
    /// Values beyond the smallest permitted maximum are refused, not kept.
    public var isStrict = false

    /// A first, ordinary launch.
    public init(learnerID: String, learnerName: String) {
        self.learnerID = learnerID
        self.learnerName = learnerName
    }

    /// `cmi.entry`.
    public enum Entry: String, Hashable, Codable, Sendable, CaseIterable {
        case abInitio = "ab-initio"
        case resume
        /// Neither first nor resumed.
        case neither = ""
    }

    /// `cmi.credit`.
    public enum Credit: String, Hashable, Codable, Sendable, CaseIterable {
        case credit
        case noCredit = "no-credit"
    }

    /// `cmi.mode`.
    public enum Mode: String, Hashable, Codable, Sendable, CaseIterable { case browse, normal, review }

    /// An objective and what is known of it.
    public struct Objective: Hashable, Codable, Sendable {
        public var id: ObjectiveID
        public var progress: ObjectiveProgress

        /// An objective from its parts.
        public init(id: ObjectiveID, progress: ObjectiveProgress = ObjectiveProgress()) {
            self.id = id
            self.progress = progress
        }
    }

    /// A shared data store and what it holds; `nil` before anything was stored.
    public struct DataStore: Hashable, Sendable {
        public var map: DataMap
        public var value: String?

        /// A store from its parts.
        public init(map: DataMap, value: String? = nil) {
            self.map = map
            self.value = value
        }
    }

    /// What the learner prefers, in the words of `cmi.learner_preference`; what does not fit the edition is left out.
    public struct Preferences: Hashable, Codable, Sendable {
        public var audioLevel: String?
        public var language: String?
        public var deliverySpeed: String?
        public var audioCaptioning: String?

        /// No preference.
        public init() {}
    }
}
