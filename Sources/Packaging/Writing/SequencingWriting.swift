import CourseModel

extension SequencingDefinition {
    /// `imsss:sequencing`: what differs from the book's defaults.
    var element: XMLWriting {
        let objectives =
            [primaryObjective.element("imsss:primaryObjective")] + objectives.map { $0.element("imsss:objective") }
        let hasObjectives = primaryObjective != Objective() || objectives.count > 1
        let parts = [
            controlMode.element,
            XMLWriting(
                "imsss:sequencingRules", [],
                preConditionRules.map { $0.element("imsss:preConditionRule") }
                    + exitConditionRules.map { $0.element("imsss:exitConditionRule") }
                    + postConditionRules.map { $0.element("imsss:postConditionRule") }),
            XMLWriting(
                "imsss:limitConditions",
                [
                    ("attemptLimit", limits.attemptLimit.map { "\($0)" }),
                    ("attemptAbsoluteDurationLimit", limits.attemptAbsoluteDurationLimit),
                ]),
            rollupElement,
            XMLWriting("imsss:objectives", [], hasObjectives ? objectives : []),
            XMLWriting(
                "imsss:randomizationControls",
                [
                    ("randomizationTiming", word(randomization.timing, unless: .never)),
                    ("selectCount", selection.count.map { "\($0)" }),
                    ("reorderChildren", word(randomization.reorderChildren, unless: false)),
                    ("selectionTiming", word(selection.timing, unless: .never)),
                ]),
            XMLWriting(
                "imsss:deliveryControls",
                [
                    ("tracked", word(delivery.tracked, unless: true)),
                    ("completionSetByContent", word(delivery.completionSetByContent, unless: false)),
                    ("objectiveSetByContent", word(delivery.objectiveSetByContent, unless: false)),
                ]),
            XMLWriting(
                "adlseq:constrainedChoiceConsiderations",
                [
                    ("preventActivation", word(constrainedChoice.preventActivation, unless: false)),
                    ("constrainChoice", word(constrainedChoice.constrainChoice, unless: false)),
                ]),
            considerations.element,
            XMLWriting("adlseq:objectives", [], ([primaryObjective] + self.objectives).compactMap(\.addedElement)),
        ]
        return XMLWriting("imsss:sequencing", [], parts.filter { !$0.isEmpty })
    }

    private var rollupElement: XMLWriting {
        XMLWriting(
            "imsss:rollupRules",
            [
                ("rollupObjectiveSatisfied", word(rollup.objectiveSatisfied, unless: true)),
                ("rollupProgressCompletion", word(rollup.progressCompletion, unless: true)),
                (
                    "objectiveMeasureWeight",
                    rollup.objectiveMeasureWeight == 1 ? nil : plain(rollup.objectiveMeasureWeight)
                ),
            ], rollupRules.map(\.element))
    }
}

/// A value as the standard writes it, where it is not the default.
private func word<Value: Equatable>(_ value: Value, unless fallback: Value) -> String? {
    value == fallback ? nil : "\(value)"
}

extension ControlMode {
    fileprivate var element: XMLWriting {
        XMLWriting(
            "imsss:controlMode",
            [
                ("choice", word(choice, unless: true)), ("choiceExit", word(choiceExit, unless: true)),
                ("flow", word(flow, unless: false)), ("forwardOnly", word(forwardOnly, unless: false)),
                ("useCurrentAttemptObjectiveInfo", word(useCurrentAttemptObjectiveInfo, unless: true)),
                ("useCurrentAttemptProgressInfo", word(useCurrentAttemptProgressInfo, unless: true)),
            ])
    }
}

extension SequencingRule where Action: RawRepresentable<String> {
    fileprivate func element(_ name: String) -> XMLWriting {
        let list = XMLWriting(
            "imsss:ruleConditions", [("conditionCombination", conditionCombination.rawValue)], conditions.map(\.element)
        )
        return XMLWriting(
            name, [],
            (conditions.isEmpty ? [] : [list]) + [XMLWriting("imsss:ruleAction", [("action", action.rawValue)])])
    }
}

extension RuleCondition {
    fileprivate var element: XMLWriting {
        XMLWriting(
            "imsss:ruleCondition",
            [
                ("referencedObjective", referencedObjective?.text),
                ("measureThreshold", measureThreshold.map { plain($0.value) }), ("operator", isNegated ? "not" : nil),
                ("condition", condition.rawValue),
            ])
    }
}

extension RollupRule {
    fileprivate var element: XMLWriting {
        var set: [(String, String?)] = []
        switch childActivitySet {
        case .all: break
        case .any: set = [("childActivitySet", "any")]
        case .none: set = [("childActivitySet", "none")]
        case .atLeastCount(let count): set = [("childActivitySet", "atLeastCount"), ("minimumCount", "\(count)")]
        case .atLeastPercent(let share):
            set = [("childActivitySet", "atLeastPercent"), ("minimumPercent", plain(share))]
        }
        let tests = conditions.map {
            XMLWriting(
                "imsss:rollupCondition",
                [("operator", $0.isNegated ? "not" : nil), ("condition", $0.condition.rawValue)])
        }
        return XMLWriting(
            "imsss:rollupRule", set,
            [
                XMLWriting("imsss:rollupConditions", [("conditionCombination", conditionCombination.rawValue)], tests),
                XMLWriting("imsss:rollupAction", [("action", action.rawValue)]),
            ])
    }
}

extension RollupConsiderations {
    fileprivate var element: XMLWriting {
        XMLWriting(
            "adlseq:rollupConsiderations",
            [
                ("requiredForSatisfied", word(requiredForSatisfied, unless: .always)),
                ("requiredForNotSatisfied", word(requiredForNotSatisfied, unless: .always)),
                ("requiredForCompleted", word(requiredForCompleted, unless: .always)),
                ("requiredForIncomplete", word(requiredForIncomplete, unless: .always)),
                ("measureSatisfactionIfActive", word(measureSatisfactionIfActive, unless: true)),
            ])
    }
}

extension Objective {
    fileprivate func element(_ name: String) -> XMLWriting {
        let least = minNormalizedMeasure == Measure(1) ? nil : minNormalizedMeasure
        return XMLWriting(
            name, [("objectiveID", id?.text), ("satisfiedByMeasure", satisfiedByMeasure ? "true" : nil)],
            (least.map { [XMLWriting("imsss:minNormalizedMeasure", text: plain($0.value))] } ?? [])
                + maps.compactMap(\.element))
    }

    /// `adlseq:objective`, where a map holds what the 4th Edition added.
    fileprivate var addedElement: XMLWriting? {
        let added = maps.compactMap(\.addedElement)
        return added.isEmpty ? nil : XMLWriting("adlseq:objective", [("objectiveID", id?.text)], added)
    }
}

extension ObjectiveMap {
    private static let own: [(String, ObjectiveElement)] = [
        ("SatisfiedStatus", .satisfiedStatus), ("NormalizedMeasure", .normalizedMeasure),
    ]
    /// What the 4th Edition added.
    private static let added: [(String, ObjectiveElement)] = [
        ("RawScore", .rawScore), ("MinScore", .minScore), ("MaxScore", .maxScore),
        ("CompletionStatus", .completionStatus), ("ProgressMeasure", .progressMeasure),
    ]

    /// A map that neither reads nor writes anything is one of the base vocabulary.
    fileprivate var element: XMLWriting? {
        let used = reads.union(writes)
        return used.isEmpty || !used.isDisjoint(with: ObjectiveMap.own.map(\.1))
            ? element("imsss:mapInfo", ObjectiveMap.own) : nil
    }

    fileprivate var addedElement: XMLWriting? {
        reads.union(writes).isDisjoint(with: ObjectiveMap.added.map(\.1))
            ? nil : element("adlseq:mapInfo", ObjectiveMap.added)
    }

    private func element(_ name: String, _ parts: [(String, ObjectiveElement)]) -> XMLWriting {
        XMLWriting(
            name,
            [("targetObjectiveID", target.text)]
                + parts.map { ("read" + $0, "\(reads.contains($1))") }
                + parts.map { ("write" + $0, "\(writes.contains($1))") })
    }
}
