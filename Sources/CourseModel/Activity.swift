/// One activity of a course: the organization, a cluster, or a leaf that shows something.
public struct Activity: Hashable, Sendable {
    /// The identifier of the organization or item.
    public var id: ActivityID
    /// The title, trimmed; the identifier where the manifest has none.
    public var title: String
    /// Listed in the table of contents; its children may be even if it is not.
    public var isVisible: Bool = true
    /// The place of the parent in the organization's list; `nil` for the root.
    public var parent: Int?
    /// The places of the children, in document order.
    public var children: [Int] = []
    /// One past the place of the last descendant.
    public var subtreeEnd: Int
    /// 0 for the root.
    public var depth: Int = 0
    /// Which of the organization's sequencing definitions holds.
    public var definition: Int = 0
    /// What a leaf shows.
    public var content: Content = .none
    /// `adlcp:dataFromLMS` or `datafromlms`: handed to the content as launch data.
    public var launchData: String?
    /// `adlcp:timeLimitAction`: `exit,message` and the like.
    public var timeLimitAction: String?
    /// `adlcp:completionThreshold` and its rollup weight.
    public var completionThreshold: CompletionThreshold?
    /// `adlcp:data`: the shared data stores the content may use, in manifest order.
    public var dataMaps: [DataMap] = []
    /// `adlnav:hideLMSUI`: controls that the shell must not show: `continue`, `exitAll` …
    public var hiddenControls: Set<String> = []
    /// `adlcp:prerequisites` of SCORM 1.2, an AICC script.
    public var prerequisites: String?
    /// `adlcp:masteryscore` of SCORM 1.2, 0 to 100.
    public var masteryScore: Double?
    /// `adlcp:maxtimeallowed` of SCORM 1.2, a CMITimespan.
    public var maxTimeAllowed: String?
    /// What only this engine understands (`urn:parcours:1`).
    public var local: LocalExtension = LocalExtension()

    /// An activity by what every one has; the rest are defaults to change.
    public init(id: ActivityID, title: String, parent: Int? = nil, children: [Int] = [], subtreeEnd: Int) {
        self.id = id
        self.title = title
        self.parent = parent
        self.children = children
        self.subtreeEnd = subtreeEnd
    }

    /// Shows something itself; has no children.
    public var isLeaf: Bool { children.isEmpty }
}

/// What an activity shows.
public enum Content: Hashable, Sendable {
    /// A cluster, or an item without a resource.
    case none
    /// A Markdown lesson of our own, by its path in the package.
    case lesson(path: String)
    /// A quiz of our own (Markdown dialect or QTI 3), by its path in the package.
    case quiz(path: String)
    /// Somebody's web content: an address relative to the package root, parameters applied; talks to the API if a SCO.
    case web(href: String, isSCO: Bool)
}

/// When progress alone completes an activity (`adlcp:completionThreshold`).
public struct CompletionThreshold: Hashable, Sendable {
    /// Progress decides, not what the content says.
    public var completedByMeasure: Bool
    /// How much is enough, 0 to 1.
    public var minProgressMeasure: ProgressMeasure
    /// The weight in the parent's completion measure, 0 to 1.
    public var progressWeight: Double

    /// A threshold from its parts.
    public init(completedByMeasure: Bool, minProgressMeasure: ProgressMeasure, progressWeight: Double) {
        self.completedByMeasure = completedByMeasure
        self.minProgressMeasure = minProgressMeasure
        self.progressWeight = progressWeight
    }
}

/// A shared data store that the content of an activity may use (`adlcp:map`).
public struct DataMap: Hashable, Sendable {
    /// The name of the store, shared by all activities that map it.
    public var targetID: String
    /// The content may read it.
    public var readSharedData: Bool
    /// The content may write it.
    public var writeSharedData: Bool

    /// A map from its parts.
    public init(targetID: String, readSharedData: Bool = true, writeSharedData: Bool = false) {
        self.targetID = targetID
        self.readSharedData = readSharedData
        self.writeSharedData = writeSharedData
    }
}

/// What SCORM cannot say (namespace `urn:parcours:1`); other platforms ignore it.
public struct LocalExtension: Hashable, Sendable {
    /// The roles the activity is for; empty means everyone.
    public var audience: [String] = []
    /// How long it takes, in seconds.
    public var durationSeconds: Int64?
    /// Seconds to wait before the second, third … attempt.
    public var attemptDelaySeconds: [Int64] = []
    /// The day the law in it was last checked, `2026-11-23`.
    public var legalDate: String?
    /// Which recognition its completion leads to.
    public var recognition: String?
    /// On the organization: content must keep to the standard's smallest permitted maxima; what is longer is refused.
    public var isStrict = false

    /// Nothing said.
    public init() {}
}
