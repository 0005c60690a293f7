/// A course as a manifest describes it: organizations of activities and the resources they show. Immutable once read.
public struct Course: Hashable, Sendable {
    /// The manifest's identifier.
    public var identifier: String
    /// The title of the manifest's metadata, or of the default organization.
    public var title: String
    /// Which edition's rules hold.
    public var edition: Edition
    /// All ways through the content; never empty.
    public var organizations: [Organization]
    /// The place in `organizations` of the one that opens.
    public var defaultOrganization: Int
    /// What can be shown, in manifest order.
    public var resources: [Resource]
    /// What the manifest says of the course, and the organization that opens where the manifest does not.
    public var metadata = CourseMetadata()

    /// A course from its parts; `nil` when there is no organization to open.
    public init?(
        identifier: String, title: String, edition: Edition, organizations: [Organization],
        defaultOrganization: Int = 0, resources: [Resource] = []
    ) {
        guard organizations.indices.contains(defaultOrganization) else { return nil }
        self.identifier = identifier
        self.title = title
        self.edition = edition
        self.organizations = organizations
        self.defaultOrganization = defaultOrganization
        self.resources = resources
    }

    /// What the metadata says of it, in its own language.
    public var about: String? { metadata.description }
    /// The language it is written in, where the metadata gives a tag of RFC 5646: `fr`, `en-GB`.
    public var language: String? { metadata.language.flatMap { $0.isLanguageTag ? $0 : nil } }

    /// The way through the content that opens.
    public var organization: Organization { organizations[defaultOrganization] }
}

/// One way through the content: a tree of activities, kept flat in document order (the root first, each activity
/// right before its descendants).
public struct Organization: Hashable, Sendable {
    /// The tree; `activities[0]` is the organization itself.
    public let activities: [Activity]
    /// Sequencing definitions, shared by the activities that name the same one.
    public let definitions: [SequencingDefinition]
    /// Global objectives hold for the learner everywhere (true) or in this course only (adlseq).
    public let objectivesGlobalToSystem: Bool
    /// Shared data lives for the learner everywhere (true) or in this course only (adlcp).
    public let sharedDataGlobalToSystem: Bool

    /// A tree from a flat list; `nil` unless it is one: `parent` and `subtreeEnd` must fit document order, and every
    /// `definition` must exist.
    public init?(
        activities: [Activity], definitions: [SequencingDefinition],
        objectivesGlobalToSystem: Bool = true, sharedDataGlobalToSystem: Bool = true
    ) {
        guard Organization.isTree(activities), activities.allSatisfy({ definitions.indices.contains($0.definition) })
        else { return nil }
        self.activities = activities
        self.definitions = definitions
        self.objectivesGlobalToSystem = objectivesGlobalToSystem
        self.sharedDataGlobalToSystem = sharedDataGlobalToSystem
    }

    /// The sequencing definition of the activity at a place.
    public func definition(of place: Int) -> SequencingDefinition { definitions[activities[place].definition] }

    /// The place of an activity by its identifier; the first in document order where a package repeats one.
    public func place(of id: ActivityID) -> Int? { activities.firstIndex { $0.id == id } }

    private static func isTree(_ activities: [Activity]) -> Bool {
        guard let root = activities.first, root.parent == nil, root.subtreeEnd == activities.count else { return false }
        for place in activities.indices {
            let end = activities[place].subtreeEnd
            guard end > place, end <= activities.count else { return false }
            var next = place + 1
            for child in activities[place].children {
                guard child == next, activities.indices.contains(child), activities[child].parent == place else {
                    return false
                }
                next = activities[child].subtreeEnd
            }
            guard next == end else { return false }
        }
        return true
    }
}

/// A resource of the manifest: what an activity shows, and the files it needs.
public struct Resource: Hashable, Sendable {
    /// The manifest's identifier of it.
    public var identifier: String
    /// The `type` attribute: `webcontent`, `imsqti_test_xmlv3p0` …
    public var type: String
    /// Talks to the run-time environment (`sco`) or does not (`asset`); `nil` where the manifest does not say.
    public var isSCO: Bool?
    /// The launch address, resolved against every `xml:base`, relative to the package root; may be absolute (http).
    public var href: String?
    /// Every file it lists, resolved likewise, in manifest order.
    public var files: [String]
    /// Identifiers of the resources it depends on.
    public var dependencies: [String]

    /// A resource from its parts.
    public init(
        identifier: String, type: String, isSCO: Bool?, href: String?, files: [String] = [],
        dependencies: [String] = []
    ) {
        self.identifier = identifier
        self.type = type
        self.isSCO = isSCO
        self.href = href
        self.files = files
        self.dependencies = dependencies
    }
}

extension String {
    /// Looks like a language tag: letters, digits and hyphens, at most 35.
    fileprivate var isLanguageTag: Bool {
        !isEmpty && utf8.count <= 35
            && utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
    }
}
