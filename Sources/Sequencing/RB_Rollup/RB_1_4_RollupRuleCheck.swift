internal import CourseModel

extension Sequencer {
    /// RB.1.4 Rollup Rule Check Subprocess: whether a rule with that action fires. Where no child counts, `all` and
    /// `none` hold of them, as in the reference implementation.
    func RB_1_4(_ cluster: Int, _ rules: [RollupRule], _ action: RollupAction) -> Bool {
        let children = availableChildren(cluster).filter { isTracked($0) && RB_1_4_2($0, action) }
        return rules.contains { rule in
            guard rule.action == action else { return false }
            var (yes, no, unknown) = (0, 0, 0)
            for child in children {
                switch RB_1_4_1(child, rule) {
                case true?: yes += 1
                case false?: no += 1
                case nil: unknown += 1
                }
            }
            return switch rule.childActivitySet {
            case .all: no == 0 && unknown == 0
            case .any: yes > 0
            case .none: yes == 0 && unknown == 0
            case .atLeastCount(let count): !children.isEmpty && yes >= count
            case .atLeastPercent(let part): !children.isEmpty && Double(yes) / Double(children.count) >= part
            }
        }
    }
}
