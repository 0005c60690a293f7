internal import CourseModel

extension Sequencer {
    /// What to keep of it; the organization gives the rest.
    public var remembered: SequencingState { state }

    /// Takes up what was kept; `false`, and nothing has changed, where it does not fit the organization.
    public mutating func recall(_ kept: SequencingState) -> Bool {
        guard kept.activities.count == state.activities.count, kept.objectives.count == state.objectives.count,
            kept.globals.count == state.globals.count,
            [kept.current, kept.suspended].allSatisfy({ $0.map(tree.nodes.indices.contains) ?? true }),
            kept.draws.allSatisfy({ fits(.draw($0.key, $0.value.children)) })
        else { return false }
        state = kept
        tallies = Tallies(clusters: tree.clusterCount, activities: tree.nodes.count)
        affected = []
        return true
    }
}
