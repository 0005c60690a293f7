internal import CourseModel

/// What flow forwards (SB.2.1, SB.2.2) would deliver from every activity on, found in one pass from the last to the
/// first.
struct FlowSurvey {
    /// Where flow ends.
    enum End: Hashable, Sendable {
        case deliver(Int)
        /// Refused; the activity to blame, if any.
        case refused(Int?)
        case pastTheEnd
    }

    private let sequencer: Sequencer
    /// Where flow ends that has come to an activity as its candidate.
    private var ends: [End]

    init(_ sequencer: Sequencer) {
        self.sequencer = sequencer
        ends = [End](repeating: .pastTheEnd, count: sequencer.tree.nodes.count)
        for place in FlowSurvey.order(of: sequencer).reversed() { ends[place] = end(at: place) }
    }

    /// Where flow ends that enters a cluster (SB.2.3 Forward, children considered).
    func into(_ cluster: Int) -> End {
        if let first = sequencer.availableChildren(cluster).first { return ends[first] }
        return sequencer.edition.flowsPastTheEnd && sequencer.SB_2_9_2(cluster, .forward) == nil
            ? .pastTheEnd : .refused(cluster)
    }

    /// SB.2.2 with a candidate.
    private func end(at place: Int) -> End {
        if let parent = sequencer.parent(place), !sequencer.controls(parent).flow { return .refused(parent) }
        if sequencer.fires(.skip, at: place) {
            if let next = sequencer.SB_2_9_2(place, .forward) { return ends[next] }
            return sequencer.edition.flowsPastTheEnd ? .pastTheEnd : .refused(place)
        }
        if sequencer.isClosed(place) { return .refused(place) }
        return sequencer.isLeaf(place) ? .deliver(place) : into(place)
    }

    /// All activities that can be reached, each before what it holds, as chance ordered them.
    private static func order(of sequencer: Sequencer) -> [Int] {
        guard !sequencer.state.draws.isEmpty else { return Array(sequencer.tree.nodes.indices) }
        var order: [Int] = []
        var waiting = [0]
        while let place = waiting.popLast() {
            order.append(place)
            waiting += sequencer.availableChildren(place).reversed()
        }
        return order
    }
}
