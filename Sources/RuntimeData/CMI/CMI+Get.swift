import CourseModel

extension CMI {
    /// GetValue. `navigation` says whether a request would be valid; `nil` means unknown.
    public func get(
        _ element: String, navigation: (NavigationQuestion) -> Bool? = { _ in nil }
    ) throws(CMIError) -> String {
        switch try locate(element, for: .get) {
        case .keyword(let keyword, let node, let records):
            return try get(keyword, of: model.tree.nodes[node], records, element)
        case .element(let slot, let target, _):
            let definition = definition(of: slot)
            if let question = definition.asks {
                return navigation(question.asked(of: target)).map { $0 ? "true" : "false" } ?? "unknown"
            }
            guard isReadable(slot, definition) else { throw error(.writeOnly, element, "can be written, not read") }
            guard let value = current(slot) ?? definition.default else {
                throw error(.notInitialized, element, "has no value yet")
            }
            return value
        }
    }

    /// The value now: a status that follows its measure, or what is stored.
    func current(_ slot: Slot) -> String? {
        guard let computed = model.computed[slot.definition], stored(Slot(definition: computed.threshold)) != nil else {
            return stored(slot)
        }
        return status(computed) ?? computed.rule.unknown
    }

    /// The status that threshold and measure give; `nil` unless both are known.
    func status(_ computed: ComputedStatus) -> String? {
        guard let threshold = stored(Slot(definition: computed.threshold)).flatMap({ Real($0.utf8) }),
            let measure = stored(Slot(definition: computed.measure)).flatMap({ Real($0.utf8) })
        else { return nil }
        return measure >= threshold ? computed.rule.reached : computed.rule.missed
    }

    func isReadable(_ slot: Slot, _ definition: ElementDefinition) -> Bool {
        switch definition.access {
        case .ro, .rw: true
        case .wo: false
        case .byMap: maps.indices.contains(slot.n) && maps[slot.n].readSharedData
        }
    }

    private func get(
        _ keyword: Keyword, of node: ElementTree.Node, _ records: Slot, _ element: String
    ) throws(CMIError) -> String {
        let container = node.container.map { model.tree.containers[$0].definition }
        switch keyword {
        case .children:
            guard let children = container?.children else { throw error(.noChildren, element, "has no children") }
            return children.joined(separator: ",")
        case .count:
            guard let place = node.container, container?.collection != nil else {
                throw error(.noCount, element, "is no collection, so it has no count")
            }
            return String(count(place, records.n))
        case .version:
            guard let version = container?.version else { throw error(.noVersion, element, "has no version") }
            return version
        }
    }
}

extension ElementDefinition.Question {
    /// The question about a target; without one it is about no activity at all.
    func asked(of target: String?) -> NavigationQuestion {
        switch self {
        case .continue: .continue
        case .previous: .previous
        case .choice: .choice(ActivityID(target ?? ""))
        case .jump: .jump(ActivityID(target ?? ""))
        }
    }
}
