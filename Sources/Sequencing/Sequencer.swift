public import CourseModel

/// Sequencing as a value: one organization, one learner. Requests are decided, steps are applied.
///
/// `decide` leaves the state as it found it; `apply` cannot fail, so steps replay.
public struct Sequencer: Sendable {
    let tree: ActivityTree
    /// What the edition's book does differently.
    let edition: EditionRules
    var state: SequencingState
    /// What the children of clusters come to.
    var tallies: Tallies
    /// Clusters with a child that reads a global objective which has changed; empty outside a rollup.
    var affected: [Int] = []
    /// Tallies are not kept but made anew each time: the plain path, for comparison.
    package var recounts = false
    /// Where the processes write down what they look at; `nil` when nobody asks.
    var trace: [TraceEntry]?
    /// What a decision has done so far; `nil` outside `decide`.
    var draft: Draft?

    /// An organization that nobody has begun.
    public init(_ organization: Organization, edition: Edition = .scorm2004Fourth) {
        let rules = EditionRules(edition)
        let tree = ActivityTree(organization, rules)
        (self.tree, self.edition) = (tree, rules)
        state = SequencingState(
            activities: [ActivityState](repeating: ActivityState(), count: tree.nodes.count),
            objectives: [ObjectiveProgress](repeating: ObjectiveProgress(), count: tree.objectiveCount),
            globals: [ObjectiveProgress](repeating: ObjectiveProgress(), count: tree.globals.count))
        tallies = Tallies(clusters: tree.clusterCount, activities: tree.nodes.count)
    }

    /// AM.1.2 Current Activity, a place in the organization.
    public var current: Int? { state.current }
    /// AM.1.2 Suspended Activity.
    public var suspended: Int? { state.suspended }
    /// A session is under way, with or without content.
    public var isOpen: Bool { state.isOpen }
    /// The activity whose content runs now.
    public var delivered: Int? {
        state.current.flatMap { isLeaf($0) && state.activities[$0].isActive ? $0 : nil }
    }

    /// The place of an activity by its identifier.
    public func place(of id: ActivityID) -> Int? { tree.place(of: id) }

    /// What a request would lead to. The state is as before afterwards.
    public mutating func decide(
        _ request: Navigation, using dice: inout some RandomNumberGenerator
    ) -> Decision {
        draft = Draft(state)
        defer { rollBack() }
        OP_1(request, using: &dice)
        return draft?.decision ?? Decision()
    }

    /// Carries out what was decided. Cannot fail; a step that names no place of the tree changes nothing.
    public mutating func apply(_ steps: [Step]) {
        for step in steps where fits(step) { perform(step) }
        settle()
    }

    /// Global objectives by name: what is known of them.
    public var globalObjectives: [ObjectiveID: ObjectiveProgress] {
        get {
            Dictionary(zip(tree.globals, state.globals), uniquingKeysWith: { first, _ in first })
        }
        set {
            for (place, name) in tree.globals.enumerated() {
                if let progress = newValue[name] { changeGlobal(place, to: progress) }
            }
            affected = []
            settle()
        }
    }

    func fits(_ step: Step) -> Bool {
        switch step {
        case .open, .resetObjectives, .endSession: true
        case .endAttempt(let place), .suspendAll(let place), .abandon(let place), .abandonAll(let place),
            .move(let place), .deliver(let place), .record(let place, _, _):
            tree.nodes.indices.contains(place)
        case .draw(let place, let children):
            tree.nodes.indices.contains(place) && Set(children).isSubset(of: tree.nodes[place].children)
        }
    }
}

extension Sequencer {
    /// Does a step now and keeps it in the decision.
    mutating func take(_ step: Step) {
        draft?.decision.steps.append(step)
        perform(step)
        settle()
    }

    private mutating func perform(_ step: Step) {
        switch step {
        case .open: state.isOpen = true
        case .endAttempt(let place): UP_4(place)
        case .suspendAll(let place): suspendAll(from: place)
        case .abandon(let place): change(place) { $0.isActive = false }
        case .abandonAll(let place): abandonAll(from: place)
        case .move(let place): state.current = place
        case .deliver(let place): DB_2(place)
        case .draw(let place, let children): changeDraw(place, to: Draw(children))
        case .resetObjectives:
            for place in state.globals.indices { changeGlobal(place, to: ObjectiveProgress()) }
            affected = []
        case .endSession:
            state.current = nil
            state.isOpen = false
        case .record(let place, let progress, let isSuspended):
            record(progress, at: place, isSuspended: isSuspended)
        }
    }
}
