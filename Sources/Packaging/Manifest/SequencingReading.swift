import CourseModel

extension ManifestReader {
    /// Gathers the sequencings that others refer to.
    mutating func readCollection(of manifest: Element) {
        for list in manifest.children("sequencingCollection") {
            for element in list.children("sequencing") {
                guard let name = element.attribute("ID"), !name.isEmpty else {
                    report(.unnamed("ID", in: "sequencing"), at: element)
                    continue
                }
                collection[ExactName(name)] = element
                collectionSizes[ExactName(name)] = element.size(upTo: ManifestReader.sequencingLimit)
            }
        }
    }

    /// The definition that an `imsss:sequencing` element gives; what it says itself replaces, child by child, what it refers to.
    mutating func sequencing(_ element: Element) -> SequencingDefinition {
        guard element.children.isEmpty, let name = element.attribute("IDRef") else { return readSequencing(element) }
        if let definition = citedDefinitions[ExactName(name)] { return definition }
        let definition = readSequencing(element)
        if collection[ExactName(name)] != nil { citedDefinitions[ExactName(name)] = definition }
        return definition
    }

    private mutating func readSequencing(_ element: Element) -> SequencingDefinition {
        let cited = element.attribute("IDRef").flatMap { collectionSizes[ExactName($0)] } ?? 0
        guard element.size(upTo: ManifestReader.sequencingLimit) + cited <= ManifestReader.sequencingLimit,
            cited <= sequencingBudget
        else {
            report(.tooMuchSequencing, at: element)
            return SequencingDefinition()
        }
        sequencingBudget -= cited
        var parts = Array(element.children)
        if let referenced = element.attribute("IDRef").flatMap({ collection[ExactName($0)] }) {
            let own = Set(parts.map(PartName.init))
            parts = referenced.children.filter { !own.contains(PartName($0)) } + parts
        }
        var definition = SequencingDefinition()
        var added: [Element] = []
        for part in parts {
            if part.name == "objectives", part.vocabulary == .adlSequencing {
                added.append(part)
            } else {
                read(part, into: &definition)
            }
        }
        for part in added { mergeObjectives(part, into: &definition) }
        checkObjectives(of: definition, at: element)
        return definition
    }

    /// One activity may not have more elements of sequencing: what compares them with each other takes the square of it.
    static let sequencingLimit = 5_000

    /// `objectives` exists in two vocabularies.
    private struct PartName: Hashable {
        var name: String
        var isADL: Bool

        init(_ element: Element) {
            name = element.name
            isADL = element.vocabulary == .adlSequencing
        }
    }

    private mutating func read(_ part: Element, into definition: inout SequencingDefinition) {
        switch part.name {
        case "controlMode": definition.controlMode = controlMode(part)
        case "sequencingRules": readRules(part, into: &definition)
        case "limitConditions":
            definition.limits.attemptLimit = count("attemptLimit", of: part)
            definition.limits.attemptAbsoluteDurationLimit = part.attribute("attemptAbsoluteDurationLimit")
        case "rollupRules": readRollup(part, into: &definition)
        case "objectives": readObjectives(part, into: &definition)
        case "randomizationControls":
            definition.randomization.timing = word("randomizationTiming", of: part, default: .never)
            definition.randomization.reorderChildren = bool("reorderChildren", of: part, default: false)
            definition.selection.timing = word("selectionTiming", of: part, default: .never)
            definition.selection.count = count("selectCount", of: part)
        case "deliveryControls":
            definition.delivery.tracked = bool("tracked", of: part, default: true)
            definition.delivery.completionSetByContent = bool("completionSetByContent", of: part, default: false)
            definition.delivery.objectiveSetByContent = bool("objectiveSetByContent", of: part, default: false)
        case "constrainedChoiceConsiderations", "constrainChoiceConsiderations":
            definition.constrainedChoice.preventActivation = bool("preventActivation", of: part, default: false)
            definition.constrainedChoice.constrainChoice = bool("constrainChoice", of: part, default: false)
        case "rollupConsiderations": definition.considerations = considerations(part)
        default: break
        }
    }

    private mutating func controlMode(_ part: Element) -> ControlMode {
        var mode = ControlMode()
        mode.choice = bool("choice", of: part, default: true)
        mode.choiceExit = bool("choiceExit", of: part, default: true)
        mode.flow = bool("flow", of: part, default: false)
        mode.forwardOnly = bool("forwardOnly", of: part, default: false)
        mode.useCurrentAttemptObjectiveInfo = bool("useCurrentAttemptObjectiveInfo", of: part, default: true)
        mode.useCurrentAttemptProgressInfo = bool("useCurrentAttemptProgressInfo", of: part, default: true)
        return mode
    }

    private mutating func considerations(_ part: Element) -> RollupConsiderations {
        var considerations = RollupConsiderations()
        considerations.requiredForSatisfied = word("requiredForSatisfied", of: part, default: .always)
        considerations.requiredForNotSatisfied = word("requiredForNotSatisfied", of: part, default: .always)
        considerations.requiredForCompleted = word("requiredForCompleted", of: part, default: .always)
        considerations.requiredForIncomplete = word("requiredForIncomplete", of: part, default: .always)
        considerations.measureSatisfactionIfActive = bool("measureSatisfactionIfActive", of: part, default: true)
        return considerations
    }

    // MARK: Rules

    private mutating func readRules(_ part: Element, into definition: inout SequencingDefinition) {
        for rule in part.children {
            switch rule.name {
            case "preConditionRule":
                if let rule: SequencingRule<PreConditionAction> = self.rule(rule) {
                    definition.preConditionRules.append(rule)
                }
            case "exitConditionRule":
                if let rule: SequencingRule<ExitAction> = self.rule(rule) {
                    definition.exitConditionRules.append(rule)
                }
            case "postConditionRule":
                if let rule: SequencingRule<PostConditionAction> = self.rule(rule) {
                    definition.postConditionRules.append(rule)
                }
            default: break
            }
        }
    }

    /// A rule that is not understood as a whole would mean something else: it goes.
    private mutating func rule<Action: RawRepresentable & CaseIterable & Hashable & Sendable>(
        _ element: Element
    ) -> SequencingRule<Action>? where Action.RawValue == String {
        let list = element.child("ruleConditions")
        let elements = list?.children("ruleCondition") ?? []
        let conditions = elements.compactMap { condition($0) }
        let action: Action? = element.child("ruleAction").flatMap { element in
            element.attribute("action").flatMap { word($0) }
        }
        guard let action, conditions.count == elements.count else { return nil }
        let combination: ConditionCombination =
            list.map { word("conditionCombination", of: $0, default: .all) } ?? .all
        return SequencingRule(combination, conditions, action)
    }

    private mutating func condition(_ element: Element) -> RuleCondition? {
        guard let text = element.attribute("condition"),
            let condition: Condition = word(text)
        else { return nil }
        let operation: Operator = word("operator", of: element, default: .noOp)
        let threshold = number(element.attribute("measureThreshold"), in: -1...1)
        let reference = element.attribute("referencedObjective").map(objectiveID)
        return RuleCondition(
            condition, not: operation == .not, objective: reference?.text.isEmpty == true ? nil : reference,
            threshold: threshold.flatMap(Measure.init))
    }

    private enum Operator: String, CaseIterable { case noOp, not }

    // MARK: Rollup

    private mutating func readRollup(_ part: Element, into definition: inout SequencingDefinition) {
        definition.rollup.objectiveSatisfied = bool("rollupObjectiveSatisfied", of: part, default: true)
        definition.rollup.progressCompletion = bool("rollupProgressCompletion", of: part, default: true)
        let weight = number(part.attribute("objectiveMeasureWeight"), in: 0...1)
        definition.rollup.objectiveMeasureWeight = weight ?? 1
        definition.rollupRules = part.children("rollupRule").compactMap { rollupRule($0) }
    }

    private mutating func rollupRule(_ element: Element) -> RollupRule? {
        let list = element.child("rollupConditions")
        let elements = list?.children("rollupCondition") ?? []
        let conditions: [RollupCondition] = elements.compactMap { element in
            guard let text = element.attribute("condition"),
                let condition: RollupConditionKind = word(text)
            else { return nil }
            let operation: Operator = word("operator", of: element, default: .noOp)
            return RollupCondition(condition, not: operation == .not)
        }
        let action: RollupAction? = element.child("rollupAction").flatMap { element in
            element.attribute("action").flatMap { word($0) }
        }
        guard let action, !conditions.isEmpty, conditions.count == elements.count else { return nil }
        let combination: ConditionCombination =
            list.map { word("conditionCombination", of: $0, default: .any) } ?? .any
        return RollupRule(childActivitySet(element), combination, conditions, action)
    }

    private enum ChildSetName: String, CaseIterable { case all, any, none, atLeastCount, atLeastPercent }

    private mutating func childActivitySet(_ element: Element) -> ChildActivitySet {
        let name: ChildSetName = word("childActivitySet", of: element, default: .all)
        switch name {
        case .all: return .all
        case .any: return .any
        case .none: return .none
        case .atLeastCount: return .atLeastCount(count("minimumCount", of: element) ?? 0)
        case .atLeastPercent:
            let share = number(element.attribute("minimumPercent"), in: 0...1)
            return .atLeastPercent(share ?? 0)
        }
    }
}
