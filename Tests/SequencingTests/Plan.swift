import CourseModel

@testable import Sequencing

/// A tree as a test writes it down: an activity, what is special about it, and its children.
struct Plan {
    var id: String
    var children: [Plan]
    var change: (inout SequencingDefinition) -> Void
    var changeActivity: (inout Activity) -> Void

    /// A leaf.
    static func leaf(
        _ id: String, _ change: @escaping (inout SequencingDefinition) -> Void = { _ in },
        activity: @escaping (inout Activity) -> Void = { _ in }
    ) -> Plan {
        Plan(id: id, children: [], change: change, changeActivity: activity)
    }

    /// A cluster that flows, unless `change` says otherwise.
    static func cluster(
        _ id: String, _ children: [Plan], _ change: @escaping (inout SequencingDefinition) -> Void = { _ in }
    ) -> Plan {
        Plan(
            id: id, children: children,
            change: { definition in
                definition.controlMode.flow = true
                change(&definition)
            }, changeActivity: { _ in })
    }

    /// The flat list that the engine takes.
    func organization(global: Bool = true) throws -> Organization {
        var activities: [Activity] = []
        var definitions: [SequencingDefinition] = []
        add(to: &activities, &definitions, parent: nil, depth: 0)
        guard
            let organization = Organization(
                activities: activities, definitions: definitions, objectivesGlobalToSystem: global)
        else { throw PlanError.noTree }
        return organization
    }

    private func add(
        to activities: inout [Activity], _ definitions: inout [SequencingDefinition], parent: Int?, depth: Int
    ) {
        let place = activities.count
        var activity = Activity(id: ActivityID(id), title: id, parent: parent, subtreeEnd: 0)
        activity.depth = depth
        activity.definition = definitions.count
        changeActivity(&activity)
        var definition = SequencingDefinition()
        change(&definition)
        definitions.append(definition)
        activities.append(activity)
        for child in children {
            activities[place].children.append(activities.count)
            child.add(to: &activities, &definitions, parent: place, depth: depth + 1)
        }
        activities[place].subtreeEnd = activities.count
    }
}

extension SequencingRule where Action: Sendable {
    /// A rule of one condition.
    static func when(
        _ condition: Condition, not isNegated: Bool = false, objective: ObjectiveID? = nil, threshold: Measure? = nil,
        _ action: Action
    ) -> SequencingRule {
        SequencingRule(
            .all, [RuleCondition(condition, not: isNegated, objective: objective, threshold: threshold)], action)
    }
}

enum PlanError: Error { case noTree }

/// Dice that always fall alike.
struct SeededDice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A learner who asks and reports, and what stood there after each request.
struct Walk {
    var sequencer: Sequencer
    var dice = SeededDice(state: 1)
    /// All steps so far, to replay.
    var steps: [Step] = []
    private let organization: Organization
    private let edition: Edition

    init(_ plan: Plan, global: Bool = true, edition: Edition = .scorm2004Fourth) throws {
        organization = try plan.organization(global: global)
        self.edition = edition
        sequencer = Sequencer(organization, edition: edition)
    }

    /// What each request of a list led to.
    mutating func ask(_ requests: Navigation...) -> [String] { requests.map { ask($0) } }

    /// Asks; returns the activity delivered, `end` when the session ended, or the exception's code.
    @discardableResult
    mutating func ask(_ request: Navigation) -> String {
        let decision = sequencer.decide(request, using: &dice)
        sequencer.apply(decision.steps)
        steps += decision.steps
        if let refusal = decision.refusal { return refusal.exception.rawValue }
        if decision.endsSession { return "end" }
        return decision.delivered.map { organization.activities[$0].id.text } ?? "nothing"
    }

    /// The content of the current activity reports.
    mutating func report(
        completed: Bool? = nil, satisfied: Bool? = nil, measure: Double? = nil, progress: Double? = nil,
        suspended: Bool = false
    ) {
        guard let current = sequencer.current else { return }
        var said = ActivityProgress()
        said.isCompleted = completed
        said.primary.isSatisfied = satisfied
        said.primary.measure = measure.flatMap { Measure($0) }
        said.progress = progress.flatMap { ProgressMeasure($0) }
        let step = Step.record(current, said, isSuspended: suspended)
        sequencer.apply([step])
        steps.append(step)
    }

    func tracking(_ id: String) -> Sequencer.ActivityTracking? {
        sequencer.place(of: ActivityID(id)).map { sequencer.tracking(of: $0) }
    }

    /// A fresh learner to whom the same steps happened.
    func replayed() -> Sequencer {
        var fresh = Sequencer(organization, edition: edition)
        fresh.apply(steps)
        return fresh
    }
}
