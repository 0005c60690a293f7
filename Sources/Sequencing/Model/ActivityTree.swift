internal import CourseModel

/// The part of sequencing that never changes: the tree of one organization, with names resolved to places.
///
/// A class, so that a copy of a sequencer costs one reference and not one for each list in here.
final class ActivityTree: Sendable {
    /// One activity, as the processes walk it.
    struct Node: Sendable {
        var parent: Int?
        /// The place among the parent's children, in document order.
        var rank = 0
        var children: [Int]
        var subtreeEnd: Int
        var depth: Int
        /// The place in `definitions`.
        var definition: Int
        /// The place of the primary objective in the state; the others follow it.
        var firstObjective = 0
        /// The place among the clusters; for a leaf it means nothing.
        var cluster = 0
        var isVisible: Bool
        var completionThreshold: CompletionThreshold?
    }

    /// An activity that reads a global objective.
    struct Reader: Sendable {
        var place: Int
        var elements: ObjectiveElements
        /// Its primary objective does, so that its cluster rolls up what is read.
        var rollsUp: Bool
    }

    let nodes: [Node]
    private let ids: [ActivityID]
    let definitions: [ResolvedDefinition]
    let clusterCount: Int
    let objectiveCount: Int
    /// The clusters that select or reorder their children.
    let drawing: [Int]
    /// Every global objective that the organization names, in the order of their first mention.
    let globals: [ObjectiveID]
    /// For each global objective, who reads it.
    let readers: [[Reader]]
    /// For each global objective, who writes what a rollup looks at.
    let writers: [[Int]]
    let objectivesGlobalToSystem: Bool
    private let places: [ActivityID: Int]

    init(_ organization: Organization, _ edition: EditionRules) {
        var globals = GlobalNames()
        let definitions = organization.definitions.map { ResolvedDefinition($0, edition, &globals) }
        var nodes: [Node] = []
        nodes.reserveCapacity(organization.activities.count)
        var places = [ActivityID: Int](minimumCapacity: organization.activities.count)
        var (clusters, objectives, drawing) = (0, 0, [Int]())
        for (place, activity) in organization.activities.enumerated() {
            var node = Node(
                parent: activity.parent, children: activity.children, subtreeEnd: activity.subtreeEnd,
                depth: activity.depth, definition: activity.definition, isVisible: activity.isVisible,
                completionThreshold: activity.completionThreshold)
            node.firstObjective = objectives
            node.cluster = clusters
            objectives += definitions[node.definition].objectives.count
            if !node.children.isEmpty {
                clusters += 1
                if definitions[node.definition].draws { drawing.append(place) }
            }
            nodes.append(node)
            if places[activity.id] == nil { places[activity.id] = place }
        }
        for place in nodes.indices {
            for (rank, child) in nodes[place].children.enumerated() { nodes[child].rank = rank }
        }
        self.nodes = nodes
        ids = organization.activities.map(\.id)
        self.definitions = definitions
        self.places = places
        self.drawing = drawing
        self.globals = globals.names
        (clusterCount, objectiveCount) = (clusters, objectives)
        (readers, writers) = ActivityTree.users(of: globals.names.count, nodes, definitions)
        objectivesGlobalToSystem = organization.objectivesGlobalToSystem
    }

    /// Who reads and who writes each global objective.
    private static func users(
        of globals: Int, _ nodes: [Node], _ definitions: [ResolvedDefinition]
    ) -> (readers: [[Reader]], writers: [[Int]]) {
        var readers = [[Reader]](repeating: [], count: globals)
        var writers = [[Int]](repeating: [], count: globals)
        guard globals > 0 else { return (readers, writers) }
        for (place, node) in nodes.enumerated() {
            for (objective, resolved) in definitions[node.definition].objectives.enumerated() {
                for map in resolved.maps {
                    if !map.reads.isDisjoint(with: .rollup) {
                        readers[map.global].append(Reader(place: place, elements: map.reads, rollsUp: objective == 0))
                    }
                    if !map.writes.isDisjoint(with: .rollup), writers[map.global].last != place {
                        writers[map.global].append(place)
                    }
                }
            }
        }
        return (readers, writers)
    }

    func id(of place: Int) -> ActivityID { ids[place] }

    func place(of id: ActivityID) -> Int? { places[id] }
}
