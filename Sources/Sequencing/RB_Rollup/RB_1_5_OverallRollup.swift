internal import CourseModel

extension Sequencer {
    /// RB.1.5 Overall Rollup Process: the clusters from `place` to the root, and those whose children read a global
    /// objective that has changed, with what lies above them as far as something changes; each once, deepest first.
    mutating func RB_1_5(_ place: Int) {
        var next = isLeaf(place) ? parent(place) : place
        while affected.isEmpty, let cluster = next {
            roll(cluster)
            next = parent(cluster)
        }
        if !affected.isEmpty { rollAffected(pathFromRoot(to: place).filter { !isLeaf($0) }, from: next) }
        settle()
    }

    /// The rest of a rollup that global objectives have spread: `next` is the deepest cluster of the path to do.
    private mutating func rollAffected(_ path: [Int], from next: Int?) {
        var queue = RollupQueue(done: path.filter { $0 > next ?? -1 })
        for cluster in path where cluster <= next ?? -1 { queue.add(cluster, depth: tree.nodes[cluster].depth) }
        while true {
            for cluster in affected { queue.add(cluster, depth: tree.nodes[cluster].depth) }
            affected = []
            guard let cluster = queue.takeDeepest() else { return }
            if roll(cluster), let parent = parent(cluster) { queue.add(parent, depth: tree.nodes[parent].depth) }
        }
    }

    /// Rolls up one cluster; whether that changed what is known of it.
    @discardableResult
    private mutating func roll(_ cluster: Int) -> Bool {
        guard isTracked(cluster) else { return false }
        let before = (state.activities[cluster], localObjective(0, at: cluster))
        freshen(cluster)
        let tally = tally(of: cluster)
        RB_1_1_a(cluster, tally)
        if edition.rollsUpProgress { RB_1_1_b(cluster, tally) }
        RB_1_2(cluster, tally)
        RB_1_3(cluster, tally)
        return before != (state.activities[cluster], localObjective(0, at: cluster))
    }
}

/// Clusters that wait for their rollup: each once, the deepest first, the later one of the same depth first.
private struct RollupQueue {
    private var waiting: [(depth: Int, cluster: Int)] = []
    private var seen: Set<Int>

    init(done: some Sequence<Int>) { seen = Set(done) }

    mutating func add(_ cluster: Int, depth: Int) {
        guard seen.insert(cluster).inserted else { return }
        var (low, high) = (0, waiting.count)
        while low < high {
            let middle = (low + high) / 2
            if waiting[middle] < (depth, cluster) { low = middle + 1 } else { high = middle }
        }
        waiting.insert((depth, cluster), at: low)
    }

    mutating func takeDeepest() -> Int? { waiting.popLast()?.cluster }
}
