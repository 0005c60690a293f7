internal import CourseModel

extension Sequencer {
    /// SB.2.5 Start Sequencing Request Process. Where one leaf is all there is to choose, it is begun at once.
    mutating func SB_2_5() throws(SequencingRefusal) -> SequencingOutcome {
        guard state.current == nil else { throw SequencingRefusal(.startDuringSession) }
        if isLeaf(0) { return .deliver(0) }
        if let leaf = onlyChoice { return .deliver(leaf) }
        return try SB_2_3(0, .forward, considersChildren: true)
    }

    /// The leaf of an organization that has one leaf and no flow, but choice: the default control modes.
    var onlyChoice: Int? {
        let leaf = tree.nodes.count - 1
        guard leaf > 0, tree.nodes[leaf].depth == leaf else { return nil }
        return (0..<leaf).allSatisfy { !controls($0).flow && controls($0).choice } ? leaf : nil
    }
}
