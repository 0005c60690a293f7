import CourseModel
import Testing

@testable import Sequencing

@Suite("What always holds of sequencing")
struct PropertyTests {
    /// A tree of chance with rules, limits, weights and shared objectives.
    static func plan(_ dice: inout SeededDice, depth: Int = 3, id: String = "r") -> Plan {
        let isLeaf = depth == 0 || (id != "r" && Int.random(in: 0..<3, using: &dice) == 0)
        let children =
            isLeaf
            ? [] : (0..<Int.random(in: 1...4, using: &dice)).map { plan(&dice, depth: depth - 1, id: "\(id)\($0)") }
        var definition = SequencingDefinition()
        definition.controlMode.flow = Int.random(in: 0..<5, using: &dice) > 0
        definition.controlMode.choice = Int.random(in: 0..<6, using: &dice) > 0
        definition.controlMode.choiceExit = Int.random(in: 0..<8, using: &dice) > 0
        definition.controlMode.forwardOnly = Int.random(in: 0..<8, using: &dice) == 0
        definition.constrainedChoice.constrainChoice = Int.random(in: 0..<10, using: &dice) == 0
        definition.constrainedChoice.preventActivation = Int.random(in: 0..<10, using: &dice) == 0
        if Int.random(in: 0..<6, using: &dice) == 0 {
            definition.limits.attemptLimit = Int.random(in: 0...3, using: &dice)
        }
        var shared = Objective(id: "s")
        let target = ObjectiveID("g\(Int.random(in: 0..<4, using: &dice))")
        shared.maps = [
            ObjectiveMap(
                target: target, reads: [.satisfiedStatus, .normalizedMeasure],
                writes: Bool.random(using: &dice) ? [.satisfiedStatus] : [])
        ]
        if Bool.random(using: &dice) { definition.objectives = [shared] } else { definition.primaryObjective = shared }
        let conditions = Condition.allCases
        func condition(_ dice: inout SeededDice) -> RuleCondition {
            RuleCondition(
                conditions.randomElement(using: &dice) ?? .always, not: Bool.random(using: &dice),
                objective: Bool.random(using: &dice) ? "s" : nil, threshold: Measure(0.5))
        }
        if Int.random(in: 0..<3, using: &dice) == 0 {
            definition.preConditionRules = [
                SequencingRule(
                    .all, [condition(&dice), condition(&dice)],
                    PreConditionAction.allCases.randomElement(using: &dice) ?? .skip)
            ]
        }
        if Int.random(in: 0..<3, using: &dice) == 0 {
            definition.postConditionRules = [
                SequencingRule(
                    .any, [condition(&dice)], PostConditionAction.allCases.randomElement(using: &dice) ?? .retry)
            ]
        }
        if Int.random(in: 0..<6, using: &dice) == 0 {
            definition.exitConditionRules = [SequencingRule(.all, [condition(&dice)], .exit)]
        }
        if Int.random(in: 0..<6, using: &dice) == 0 {
            definition.selection.timing = .onEachNewAttempt
            definition.selection.count = 2
            definition.randomization.timing = .onEachNewAttempt
            definition.randomization.reorderChildren = true
        }
        return Plan(id: id, children: children, change: { $0 = definition }, changeActivity: { _ in })
    }

    static func request(_ ids: [ActivityID], _ dice: inout SeededDice) -> Navigation {
        let plain: [Navigation] = [
            .start, .resumeAll, .continue, .previous, .exit, .exitAll, .suspendAll, .abandon, .abandonAll,
        ]
        switch Int.random(in: 0..<10, using: &dice) {
        case 0..<4: return .choice(ids.randomElement(using: &dice) ?? "r")
        case 4: return .jump(ids.randomElement(using: &dice) ?? "r")
        case 5..<8: return .continue
        default: return plain.randomElement(using: &dice) ?? .start
        }
    }

    @Test("deciding changes nothing, replay equals live, and what is delivered may be delivered", arguments: 0..<60)
    func randomWalks(seed: Int) throws {
        var dice = SeededDice(state: UInt64(seed) &* 7919)
        let plan = PropertyTests.plan(&dice)
        let organization = try plan.organization()
        var walk = try Walk(plan)
        for _ in 0..<60 {
            let request = PropertyTests.request(organization.activities.map(\.id), &dice)
            let before = walk.sequencer.state
            let decision = walk.sequencer.decide(request, using: &walk.dice)
            #expect(walk.sequencer.state == before, "deciding \(request.text) changed the state")
            if let place = decision.delivered {
                #expect(organization.activities[place].isLeaf)
            }
            walk.sequencer.apply(decision.steps)
            walk.steps += decision.steps
            #expect(walk.sequencer.delivered == nil || walk.sequencer.isOpen)
            if let place = decision.delivered { #expect(walk.sequencer.delivered == place) }
            if Bool.random(using: &dice), walk.sequencer.delivered != nil {
                walk.report(
                    completed: Bool.random(using: &dice), satisfied: Bool.random(using: &dice),
                    measure: Double.random(in: -1...1, using: &dice),
                    suspended: Int.random(in: 0..<4, using: &dice) == 0)
            }
        }
        #expect(walk.replayed().state == walk.sequencer.state)
    }

    @Test("an activity that the outlook opens is delivered when it is chosen", arguments: 0..<40)
    func outlookAgrees(seed: Int) throws {
        var dice = SeededDice(state: UInt64(seed) &* 104_729)
        let plan = PropertyTests.plan(&dice)
        let organization = try plan.organization()
        var walk = try Walk(plan)
        walk.ask(.start)
        for place in organization.activities.indices where walk.sequencer.delivered == nil {
            let isOpen = walk.sequencer.refusalOfChoice(of: place) == nil
            var twin = walk
            let answer = twin.ask(.choice(organization.activities[place].id))
            #expect(
                isOpen == (twin.sequencer.delivered != nil), "choosing \(organization.activities[place].id): \(answer)")
        }
    }
}
