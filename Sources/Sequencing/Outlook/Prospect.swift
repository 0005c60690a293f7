public import CourseModel

/// What a learner could do next, asked without doing it.
extension Sequencer {
    /// Whether a learner may choose an activity, and whether it is listed at all.
    public struct Prospect: Hashable, Sendable {
        /// Shown in the table of contents.
        public var isListed: Bool
        /// Why it cannot be chosen; `nil` when it can.
        public var refusal: SequencingRefusal?
    }

    /// `continue` is offered wherever the book's navigation process lets it pass.
    public var canContinue: Bool { isValid(.continue) }

    /// `previous` is offered when it leads to a delivery.
    public var canPrevious: Bool {
        guard isValid(.previous) else { return false }
        var leaving = leaving
        guard case .deliver(let place)? = try? leaving.SB_2_8() else { return false }
        return (try? leaving.DB_1_1(place)) != nil
    }

    var leavesActive: Bool { state.current.map { state.activities[$0].isActive } ?? false }

    /// The sequencer once the current activity has ended, as it does before anything else is delivered: what rules say
    /// then decides. Post-condition and exit rules may still lead elsewhere.
    var leaving: Sequencer {
        guard let current = state.current, leavesActive else { return self }
        var leaving = self
        leaving.trace = nil
        leaving.UP_4(current)
        leaving.trace = trace
        return leaving
    }

    /// Whether a request other than a choice passes NB.2.1.
    public func isValid(_ request: Navigation) -> Bool {
        var asked = self
        return (try? asked.NB_2_1(request)) != nil
    }

    /// Whether a jump leads to a delivery.
    public func canJump(to place: Int) -> Bool {
        guard edition.hasJump, state.current != nil, tree.nodes.indices.contains(place), isReachable(place) else {
            return false
        }
        var leaving = leaving
        return (try? leaving.DB_1_1(place)) != nil
    }

    /// One activity of the table of contents; for all of them at once, `prospects`.
    public func prospect(of place: Int) -> Prospect {
        Prospect(of: place, in: tree, refusal: refusalOfChoice(of: place), isReachable: isReachable(place), onlyChoice)
    }

    /// The whole table of contents in one pass over the tree, in document order.
    public func prospects() -> [Prospect] { Outlook(self).prospects }

    /// Why a choice of an activity leads nowhere; `nil` when it delivers something.
    public func refusalOfChoice(of place: Int) -> SequencingRefusal? {
        var trial = self
        return trial.tryChoice(of: place)
    }

    /// Tries a choice out; only `trace` changes.
    mutating func tryChoice(of place: Int) -> SequencingRefusal? {
        do throws(SequencingRefusal) {
            try checkChoice(of: place)
            var leaving = leaving
            defer { trace = leaving.trace }
            switch try leaving.SB_2_9(place) {
            case .deliver(let leaf): try leaving.DB_1_1(leaf)
            case .stranded(_, _, let refusal): throw refusal
            case .nothing, .endSession: throw SequencingRefusal(.clusterDeliversNothing, place)
            }
            return nil
        } catch {
            return error
        }
    }

}

extension Sequencer.Prospect {
    /// Exceptions that hide an activity rather than grey it out (the reference implementation's choice).
    init(
        of place: Int, in tree: ActivityTree, refusal: SequencingRefusal?, isReachable: Bool, _ onlyChoice: Int?
    ) {
        let isHidden =
            switch refusal?.exception {
            case .choiceExitForbidsLeaving, .activationPrevented, .choiceExitForbidden, .choiceConstrained,
                .targetHidden, .targetUnavailable, .choiceForbidden, .targetChoiceForbidden:
                true
            default: false
            }
        isListed = tree.nodes[place].isVisible && !isHidden && isReachable && onlyChoice == nil
        self.refusal = refusal
    }
}
