internal import CourseModel

extension Sequencer {
    /// TB.2.1 Sequencing Exit Action Rules Subprocess: the first ancestor, from the root, whose exit rule fires ends
    /// and becomes current.
    mutating func TB_2_1(using dice: inout some RandomNumberGenerator) {
        guard let current = state.current else { return }
        let path = pathFromRoot(to: current).dropLast()
        guard let target = path.first(where: { UP_2(definition($0).exitConditionRules, at: $0) != nil }) else { return }
        UP_3(target, using: &dice)
        end(target, using: &dice)
        take(.move(target))
    }
}
