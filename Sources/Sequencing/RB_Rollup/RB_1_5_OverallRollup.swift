internal import CourseModel

extension Sequencer {
    /// RB.1.5 Overall Rollup Process: the clusters from `place` to the root, deepest first, and those whose children
    /// read a global objective that changed on the way.
    mutating func RB_1_5(_ place: Int) {
        var waiting = Set(pathFromRoot(to: place).filter { !isLeaf($0) })
        waiting.formUnion(readersOfGlobals(writtenBy: place))
        var done: Set<Int> = []
        while let cluster = waiting.max(by: { (tree.nodes[$0].depth, $0) < (tree.nodes[$1].depth, $1) }) {
            waiting.remove(cluster)
            done.insert(cluster)
            guard isTracked(cluster) else { continue }
            freshen(cluster)
            RB_1_1_a(cluster)
            if edition.rollsUpProgress { RB_1_1_b(cluster) }
            RB_1_2(cluster)
            RB_1_3(cluster)
            waiting.formUnion(readersOfGlobals(writtenBy: cluster).subtracting(done))
        }
    }

    /// The clusters on the paths of all activities that read what `place` writes.
    private func readersOfGlobals(writtenBy place: Int) -> Set<Int> {
        var clusters: Set<Int> = []
        for objective in definition(place).objectives {
            for map in objective.maps where !map.writes.isEmpty {
                for reader in tree.readers[map.global] where reader != place {
                    clusters.formUnion(pathFromRoot(to: reader).dropLast())
                }
            }
        }
        return clusters
    }
}
