internal import CourseModel

extension Sequencer {
    /// SR.1 Select Children Process: as many children as the cluster asks for, in document order.
    func SR_1(_ children: [Int], of cluster: Int, using dice: inout some RandomNumberGenerator) -> [Int] {
        guard let count = definition(cluster).selection.count, count < children.count else { return children }
        return children.shuffled(using: &dice).prefix(Swift.max(0, count)).sorted()
    }
}
