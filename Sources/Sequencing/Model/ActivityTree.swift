internal import CourseModel

/// The part of sequencing that never changes: the tree of one organization, with names resolved to places.
struct ActivityTree: Hashable, Sendable {
    /// One activity, as the processes walk it.
    struct Node: Hashable, Sendable {
        var id: ActivityID
        var parent: Int?
        /// The place among the parent's children.
        var rank: Int
        /// How many siblings before it have a rule that can stop a choice (stopForwardTraversal).
        var stopsBefore = 0
        var children: [Int]
        var subtreeEnd: Int
        var depth: Int
        var isVisible: Bool
        /// The place in `definitions`.
        var definition: Int
        var completionThreshold: CompletionThreshold?
    }

    let nodes: [Node]
    let definitions: [ResolvedDefinition]
    /// Every global objective that the organization names, in the order of their first mention.
    let globals: [ObjectiveID]
    /// For each global objective, the activities whose primary objective reads it.
    let readers: [[Int]]
    let objectivesGlobalToSystem: Bool
    private let places: [ActivityID: Int]

    init(_ organization: Organization, _ edition: EditionRules) {
        var globals = GlobalNames()
        definitions = organization.definitions.map { ResolvedDefinition($0, edition, &globals) }
        var nodes = organization.activities.map { activity in
            Node(
                id: activity.id, parent: activity.parent, rank: 0, children: activity.children,
                subtreeEnd: activity.subtreeEnd, depth: activity.depth, isVisible: activity.isVisible,
                definition: activity.definition, completionThreshold: activity.completionThreshold)
        }
        for node in nodes {
            var stops = 0
            for (rank, child) in node.children.enumerated() {
                nodes[child].rank = rank
                nodes[child].stopsBefore = stops
                let rules = definitions[nodes[child].definition].preConditionRules
                if rules.contains(where: { $0.action == .stopForwardTraversal }) { stops += 1 }
            }
        }
        self.nodes = nodes
        self.globals = globals.names
        var readers = [[Int]](repeating: [], count: globals.names.count)
        for (place, node) in nodes.enumerated() {
            for map in definitions[node.definition].objectives[0].maps
            where !map.reads.isDisjoint(with: [
                .satisfiedStatus, .normalizedMeasure, .completionStatus, .progressMeasure,
            ]) {
                readers[map.global].append(place)
            }
        }
        self.readers = readers
        objectivesGlobalToSystem = organization.objectivesGlobalToSystem
        places = Dictionary(nodes.indices.map { (nodes[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func place(of id: ActivityID) -> Int? { places[id] }
}
