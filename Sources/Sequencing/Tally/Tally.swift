internal import CourseModel

/// What the children of a cluster come to: all that a rollup and a look ahead ask of them, kept as counts and sums, so
/// that a changed child is taken out and put back and the others are not looked at.
struct Tally: Hashable, Sendable {
    /// A weighted mean in the making.
    struct Mean: Hashable, Sendable {
        /// Of all tracked children, those whose value is unknown too.
        var weights = FixedPoint.zero
        var sum = FixedPoint.zero
        var known = 0

        /// `nil` while no value is known, or where nothing has weight.
        var value: Double? { known > 0 && weights.steps > 0 ? sum.divided(by: weights) : nil }
    }

    /// What the children say to one rollup rule; those that do not count for it are not in it.
    struct Answers: Hashable, Sendable {
        var yes = 0
        var no = 0
        var unknown = 0
    }

    var measure = Mean()
    var progress = Mean()
    var suspended = 0
    /// One a rollup rule of the cluster.
    var answers: [Answers]
    /// Ranks of those that a skip rule passes over, and of those that a stopForwardTraversal rule stops at.
    var skipped = RankSet()
    var stopping = RankSet()

    init(rules: Int) { answers = [Answers](repeating: Answers(), count: rules) }

    /// Counts a child in (`sign` 1) or out (-1); its answers to rules with it.
    mutating func count(_ part: Contribution, rank: Int, sign: Int) {
        add(part.measure, to: &measure, sign)
        add(part.progress, to: &progress, sign)
        if part.isSuspended { suspended += sign }
        if part.isSkipped { skipped.set(rank, to: sign > 0) }
        if part.isStopping { stopping.set(rank, to: sign > 0) }
        for rule in answers.indices.prefix(Contribution.mostRules) {
            count(part.answer(to: rule), to: rule, sign: sign)
        }
    }

    /// Counts one answer.
    mutating func count(_ answer: Contribution.Answer, to rule: Int, sign: Int) {
        switch answer {
        case .yes: answers[rule].yes += sign
        case .no: answers[rule].no += sign
        case .unknown: answers[rule].unknown += sign
        case .outside: return
        }
    }

    private func add(_ value: FixedPoint?, to mean: inout Mean, _ sign: Int) {
        guard let value else { return }
        mean.known += sign
        mean.sum = sign > 0 ? mean.sum + value : mean.sum - value
    }
}

/// What one child adds to the tally of its cluster.
struct Contribution: Hashable, Sendable {
    /// What a child says to a rollup rule.
    enum Answer: UInt64, Sendable { case outside, yes, no, unknown }

    /// Weighted; `nil` where unknown or not tracked.
    var measure: FixedPoint?
    var progress: FixedPoint?
    var isSuspended = false
    var isSkipped = false
    var isStopping = false
    /// Two bits a rule.
    private var bits: UInt64 = 0

    /// How many rules have room; a cluster with more is counted anew each time.
    static let mostRules = 32

    func answer(to rule: Int) -> Answer { Answer(rawValue: bits >> UInt64(rule * 2) & 3) ?? .outside }

    /// Takes the answer to a rule that has none yet.
    mutating func add(_ answer: Answer, to rule: Int) { bits |= answer.rawValue << UInt64(rule * 2) }
}

/// The tallies of all clusters, as far as they were counted.
struct Tallies: Sendable {
    /// By the cluster's place among the clusters; `nil` before it is counted.
    var ofCluster: [Tally?]
    /// What each activity adds to the tally of its cluster, by its place.
    var contributions: [Contribution]
    /// Activities that have changed since they were counted.
    var touched: [Int] = []
    var isTouched: [Bool]

    init(clusters: Int, activities: Int) {
        ofCluster = [Tally?](repeating: nil, count: clusters)
        contributions = [Contribution](repeating: Contribution(), count: activities)
        isTouched = [Bool](repeating: false, count: activities)
    }
}
