import CourseModel
import RuntimeData

/// Courses of any size and shape, the same each time.
struct TreeGenerator {
    /// How many children an activity of each level has; the last ones are leaves.
    var widths: [Int]
    /// Every activity has rules, limits, weights and rollup rules; all sections are closed once the first is failed.
    var hasRules: Bool

    /// How many activities it makes.
    var count: Int {
        var (all, level) = (1, 1)
        for width in widths {
            level *= width
            all += level
        }
        return all
    }

    /// The course as a reader would hand it over: definitions that repeat are shared.
    func course() -> Course? {
        var build = Build(hasRules: hasRules)
        build.add(widths[...], parent: nil)
        guard let organization = Organization(activities: build.activities, definitions: build.definitions) else {
            return nil
        }
        return Course(identifier: "bench", title: "Bench", edition: .scorm2004Fourth, organizations: [organization])
    }

    private struct Build {
        let hasRules: Bool
        var activities: [Activity] = []
        var definitions: [SequencingDefinition] = []
        var shared: [String: Int] = [:]
        var firstSection: Int?

        init(hasRules: Bool) { self.hasRules = hasRules }

        mutating func add(_ widths: ArraySlice<Int>, parent: Int?) {
            let place = activities.count
            var activity = Activity(
                id: ActivityID("ITEM-\(place)"), title: "Activity \(place)", parent: parent, subtreeEnd: 0)
            activity.depth = parent.map { activities[$0].depth + 1 } ?? 0
            if widths.isEmpty { activity.content = .web(href: "sco.html", isSCO: true) }
            activity.definition = definition(of: place, isLeaf: widths.isEmpty, isSection: widths.count == 1)
            activities.append(activity)
            for _ in 0..<(widths.first ?? 0) {
                activities[place].children.append(activities.count)
                add(widths.dropFirst(), parent: place)
            }
            activities[place].subtreeEnd = activities.count
        }

        private mutating func definition(of place: Int, isLeaf: Bool, isSection: Bool) -> Int {
            if isSection, firstSection == nil { firstSection = place }
            let name = !hasRules ? "\(isLeaf)" : "\(isLeaf) \(isSection) \(place == firstSection)"
            if let known = shared[name] { return known }
            var definition = SequencingDefinition()
            definition.controlMode.flow = !isLeaf
            if hasRules { isLeaf ? setLeaf(&definition) : setCluster(&definition, place, isSection: isSection) }
            definitions.append(definition)
            shared[name] = definitions.count - 1
            return definitions.count - 1
        }

        private func setLeaf(_ definition: inout SequencingDefinition) {
            definition.primaryObjective = Objective(id: "primary")
            definition.primaryObjective.satisfiedByMeasure = true
            definition.primaryObjective.minNormalizedMeasure = Measure(0.6)
            definition.preConditionRules = [
                SequencingRule(.any, [RuleCondition(.attemptLimitExceeded)], .disabled),
                SequencingRule(
                    .all,
                    [RuleCondition(.attempted), RuleCondition(.objectiveMeasureLessThan, threshold: Measure(-0.5))],
                    .skip),
            ]
            definition.postConditionRules = [
                SequencingRule(
                    .all, [RuleCondition(.satisfied, not: true), RuleCondition(.completed, not: true)], .retry)
            ]
            definition.rollup.objectiveMeasureWeight = 0.5
            definition.limits.attemptLimit = 1_000_000
        }

        private func setCluster(_ definition: inout SequencingDefinition, _ place: Int, isSection: Bool) {
            definition.rollupRules = [
                RollupRule(.atLeastPercent(0.6), .any, [RollupCondition(.satisfied)], .satisfied),
                RollupRule(
                    .any, .all, [RollupCondition(.attempted), RollupCondition(.satisfied, not: true)], .notSatisfied),
                RollupRule(.all, .any, [RollupCondition(.completed), RollupCondition(.satisfied)], .completed),
            ]
            definition.considerations.requiredForNotSatisfied = .ifAttempted
            guard isSection else { return }
            definition.exitConditionRules = [
                SequencingRule(.all, [RuleCondition(.objectiveMeasureGreaterThan, threshold: Measure(0.99))], .exit)
            ]
            if place == firstSection {
                definition.primaryObjective.maps = [
                    ObjectiveMap(target: "FIRST", reads: [], writes: [.satisfiedStatus, .normalizedMeasure])
                ]
            } else {
                var gate = Objective(id: "gate")
                gate.maps = [ObjectiveMap(target: "FIRST", reads: [.satisfiedStatus], writes: [])]
                definition.objectives = [gate]
                definition.preConditionRules = [
                    SequencingRule(.all, [RuleCondition(.satisfied, not: true, objective: "gate")], .disabled)
                ]
            }
        }
    }
}
