internal import CourseModel

/// Keeps the tallies true. They follow from the state alone: whether one is counted or not never changes an answer.
extension Sequencer {
    /// An activity has changed, and so has what it adds to its cluster.
    mutating func touch(_ place: Int) {
        guard let parent = parent(place), tallies.ofCluster[tree.nodes[parent].cluster] != nil,
            !tallies.isTouched[place]
        else { return }
        tallies.isTouched[place] = true
        tallies.touched.append(place)
    }

    /// The children of a cluster have changed all at once: its tally is made anew when it is next asked for.
    mutating func uncount(_ cluster: Int) {
        guard !isLeaf(cluster) else { return }
        tallies.ofCluster[tree.nodes[cluster].cluster] = nil
    }

    /// Counts what was touched.
    mutating func settle() {
        while let place = tallies.touched.popLast() {
            tallies.isTouched[place] = false
            guard let cluster = parent(place), let rank = rank(place) else { continue }
            let counted = tree.nodes[cluster].cluster
            guard tallies.ofCluster[counted] != nil else { continue }
            let (before, after) = (tallies.contributions[place], contribution(of: place, to: cluster))
            guard before != after else { continue }
            tallies.ofCluster[counted]?.count(before, rank: rank, sign: -1)
            tallies.ofCluster[counted]?.count(after, rank: rank, sign: 1)
            tallies.contributions[place] = after
        }
    }

    /// What the children of a cluster come to now.
    mutating func tally(of cluster: Int) -> Tally {
        let rules = tree.definitions[tree.nodes[cluster].definition].rollupRules.count
        if recounts || rules > Contribution.mostRules { return walkedTally(of: cluster) }
        settle()
        if let tally = tallies.ofCluster[tree.nodes[cluster].cluster] { return tally }
        let tally = walkedTally(of: cluster) { place, part in tallies.contributions[place] = part }
        tallies.ofCluster[tree.nodes[cluster].cluster] = tally
        return tally
    }

    /// The tally of a cluster where it is at hand and true.
    func readyTally(of cluster: Int) -> Tally? {
        tallies.touched.isEmpty && !recounts ? tallies.ofCluster[tree.nodes[cluster].cluster] : nil
    }

    /// The same by looking at every child: how the book puts it, and what the kept tally must equal.
    func walkedTally(of cluster: Int, keeping keep: (Int, Contribution) -> Void = { _, _ in }) -> Tally {
        let rules = tree.definitions[tree.nodes[cluster].definition].rollupRules
        var tally = Tally(rules: rules.count)
        for (rank, child) in availableChildren(cluster).enumerated() {
            if isTracked(child) {
                tally.measure.weights = tally.measure.weights + measureWeight(child)
                tally.progress.weights = tally.progress.weights + progressWeight(child)
            }
            let part = contribution(of: child, to: cluster)
            keep(child, part)
            tally.count(part, rank: rank, sign: 1)
            guard isTracked(child) else { continue }
            for rule in rules.indices.dropFirst(Contribution.mostRules) {
                tally.count(answer(of: child, to: rules[rule], isSkipped: part.isSkipped), to: rule, sign: 1)
            }
        }
        return tally
    }

    /// What a child adds to the tally of its cluster, from its state.
    private func contribution(of child: Int, to cluster: Int) -> Contribution {
        var part = Contribution()
        part.isSuspended = state.activities[child].isSuspended
        part.isSkipped = fires(.skip, at: child)
        part.isStopping = fires(.stopForwardTraversal, at: child)
        guard isTracked(child) else { return part }
        part.measure = measure(of: 0, at: child).map { measureWeight(child).times($0.value) }
        part.progress = progress(child).map { progressWeight(child).times($0.value) }
        let definition = tree.nodes[cluster].definition
        for rule in tree.definitions[definition].rollupRules.indices.prefix(Contribution.mostRules) {
            let rollup = tree.definitions[definition].rollupRules[rule]
            part.add(answer(of: child, to: rollup, isSkipped: part.isSkipped), to: rule)
        }
        return part
    }

    private func answer(of child: Int, to rule: RollupRule, isSkipped: Bool) -> Contribution.Answer {
        guard RB_1_4_2(child, rule.action, isSkipped: isSkipped) else { return .outside }
        return RB_1_4_1(child, rule).map { $0 ? .yes : .no } ?? .unknown
    }

    private func measureWeight(_ child: Int) -> FixedPoint {
        tree.definitions[tree.nodes[child].definition].measureWeight
    }

    private func progressWeight(_ child: Int) -> FixedPoint {
        FixedPoint(tree.nodes[child].completionThreshold?.progressWeight ?? 1)
    }
}
