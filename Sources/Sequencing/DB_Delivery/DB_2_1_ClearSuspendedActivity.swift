internal import CourseModel

extension Sequencer {
    /// DB.2.1 Clear Suspended Activity Subprocess, when another activity than the suspended one is delivered.
    mutating func DB_2_1(_ place: Int) {
        guard let suspended = state.suspended else { return }
        let ancestor = commonAncestor(suspended, place)
        for step in pathFromRoot(to: suspended).reversed().prefix(while: { $0 != ancestor }) {
            let isSuspended = !isLeaf(step) && tally(of: step).suspended > 0
            change(step) { $0.isSuspended = isSuspended }
        }
        state.suspended = nil
    }
}
