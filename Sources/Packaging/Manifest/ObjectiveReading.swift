import CourseModel

extension ManifestReader {
    /// `imsss:objectives`: the primary one and the others.
    mutating func readObjectives(_ part: Element, into definition: inout SequencingDefinition) {
        var hasPrimary = false
        for element in part.children {
            switch element.name {
            case "primaryObjective" where !hasPrimary:
                hasPrimary = true
                definition.primaryObjective = objective(element)
            case "objective", "primaryObjective":
                let objective = objective(element)
                guard let id = objective.id else { continue }
                guard !definition.objectives.contains(where: { $0.id == id }) else {
                    report(.repeatedObjective(id.text), at: element)
                    continue
                }
                definition.objectives.append(objective)
            default: break
            }
        }
    }

    private mutating func objective(_ element: Element) -> Objective {
        let name = element.attribute("objectiveID").map(objectiveID)
        var objective = Objective(id: name?.text.isEmpty == true ? nil : name)
        objective.satisfiedByMeasure = bool("satisfiedByMeasure", of: element, default: false)
        if let least = element.child("minNormalizedMeasure"),
            let value = number(least.text, in: -1...1)
        {
            objective.minNormalizedMeasure = Measure(value)
        }
        for map in element.children("mapInfo") {
            guard let target = target(of: map) else { continue }
            var reads: Set<ObjectiveElement> = []
            var writes: Set<ObjectiveElement> = []
            if bool("readSatisfiedStatus", of: map, default: true) { reads.insert(.satisfiedStatus) }
            if bool("readNormalizedMeasure", of: map, default: true) { reads.insert(.normalizedMeasure) }
            if bool("writeSatisfiedStatus", of: map, default: false) { writes.insert(.satisfiedStatus) }
            if bool("writeNormalizedMeasure", of: map, default: false) { writes.insert(.normalizedMeasure) }
            merge(ObjectiveMap(target: target, reads: reads, writes: writes), into: &objective)
        }
        return objective
    }

    private mutating func target(of map: Element) -> ObjectiveID? {
        let target = map.attribute("targetObjectiveID").map(objectiveID)
        return target?.text.isEmpty == false ? target : nil
    }

    private func merge(_ map: ObjectiveMap, into objective: inout Objective) {
        if let place = objective.maps.firstIndex(where: { $0.target == map.target }) {
            objective.maps[place].reads.formUnion(map.reads)
            objective.maps[place].writes.formUnion(map.writes)
        } else {
            objective.maps.append(map)
        }
    }

    /// `adlseq:objectives` of the 4th Edition: more elements for the objectives that `imsss:objectives` declares.
    mutating func mergeObjectives(_ part: Element, into definition: inout SequencingDefinition) {
        for element in part.children("objective") {
            guard let id = element.attribute("objectiveID").map(objectiveID), !id.text.isEmpty else { continue }
            let maps = element.children("mapInfo").compactMap { addedMap($0) }
            if definition.primaryObjective.id == id {
                for map in maps { merge(map, into: &definition.primaryObjective) }
            } else if let place = definition.objectives.firstIndex(where: { $0.id == id }) {
                for map in maps { merge(map, into: &definition.objectives[place]) }
            } else {
                report(.unknownObjective(id.text), at: element)
            }
        }
    }

    private mutating func addedMap(_ map: Element) -> ObjectiveMap? {
        guard let target = target(of: map) else { return nil }
        let names: [(String, ObjectiveElement)] = [
            ("RawScore", .rawScore), ("MinScore", .minScore), ("MaxScore", .maxScore),
            ("CompletionStatus", .completionStatus), ("ProgressMeasure", .progressMeasure),
        ]
        var merged = ObjectiveMap(target: target, reads: [], writes: [])
        for (name, element) in names {
            if bool("read" + name, of: map, default: true) { merged.reads.insert(element) }
            if bool("write" + name, of: map, default: false) { merged.writes.insert(element) }
        }
        return merged
    }

    /// References inside the activity must lead somewhere, and two objectives must not write the same thing.
    mutating func checkObjectives(of definition: SequencingDefinition, at element: Element) {
        let objectives = [definition.primaryObjective] + definition.objectives
        let names = Set(objectives.compactMap(\.id))
        let conditions =
            definition.preConditionRules.flatMap(\.conditions) + definition.exitConditionRules.flatMap(\.conditions)
            + definition.postConditionRules.flatMap(\.conditions)
        for name in Set(conditions.compactMap(\.referencedObjective)).subtracting(names).sorted() {
            report(.unknownObjective(name.text), at: element)
        }
        var writers: [ObjectiveID: Set<ObjectiveElement>] = [:]
        for map in objectives.flatMap(\.maps) where !map.writes.isEmpty {
            if writers[map.target]?.isDisjoint(with: map.writes) == false {
                report(.sharedTarget(map.target.text), at: element)
            }
            writers[map.target, default: []].formUnion(map.writes)
        }
    }
}
