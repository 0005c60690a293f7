public import CourseModel

extension CMI {
    /// What a snapshot keeps of an attempt's data: values by the names of the table, so that another table cannot take
    /// them for something else.
    public struct State: Codable, Sendable {
        let written: [Value]
        let said: [Value]
        let given: [Value]
        let counts: [Count]
        let isStrict: Bool

        struct Value: Codable {
            let e: String
            var n: Int?
            var m: Int?
            var v: String?
        }

        struct Count: Codable {
            let c: String
            var n: Int?
            let count: Int
        }
    }

    /// What to keep; nothing waits for a commit.
    public var state: State {
        State(
            written: values(written), said: said.map { value($0, nil) }, given: values(given),
            counts: counts.map { slot, count in
                State.Count(
                    c: model.tree.containers[slot.definition].definition.container, n: slot.n < 0 ? nil : slot.n,
                    count: count)
            },
            isStrict: isStrict)
    }

    private func values(_ values: [Slot: String]) -> [State.Value] { values.map { value($0, $1) } }

    private func value(_ slot: Slot, _ text: String?) -> State.Value {
        State.Value(
            e: model.tree.elements[slot.definition].definition.element, n: slot.n < 0 ? nil : slot.n,
            m: slot.m < 0 ? nil : slot.m, v: text)
    }

    /// Takes up what was kept; `nil` where the table has no such names.
    public init?(_ state: State, model: DataModel, maps: [DataMap]) {
        self.init(model: model, maps: maps, isStrict: state.isStrict)
        for (kept, path) in [(state.written, \CMI.written), (state.given, \CMI.given)] {
            for value in kept {
                guard let slot = slot(of: value), let text = value.v else { return nil }
                self[keyPath: path][slot] = text
            }
        }
        for value in state.said {
            guard let slot = slot(of: value) else { return nil }
            said.insert(slot)
        }
        for kept in state.counts {
            guard let place = model.tree.containers.firstIndex(where: { $0.definition.container == kept.c }) else {
                return nil
            }
            counts[Slot(definition: place, n: kept.n ?? -1)] = kept.count
        }
        size = written.keys.reduce(0) { $0 + weight(of: $1) }
    }

    private func slot(of value: State.Value) -> Slot? {
        model.tree.place(of: value.e).map { Slot(definition: $0, n: value.n ?? -1, m: value.m ?? -1) }
    }
}
