extension Sequencer {
    /// UP.3 Terminate Descendent Attempts Process: ends what lies between the current activity and its common ancestor
    /// with `place`, the deepest first; `place` itself goes on.
    mutating func UP_3(_ place: Int, using dice: inout some RandomNumberGenerator) {
        for step in descendentAttempts(of: place) { end(step, using: &dice) }
    }

    /// The same without chance, for a replayed delivery: what to end has been ended by then.
    func descendentAttempts(of place: Int) -> [Int] {
        guard let current = state.current else { return [] }
        let ancestor = commonAncestor(current, place)
        return pathFromRoot(to: current).reversed().prefix { $0 != ancestor }.filter { state.activities[$0].isActive }
    }

    /// Ends one attempt, and draws for the next one.
    mutating func end(_ place: Int, using dice: inout some RandomNumberGenerator) {
        take(.endAttempt(place))
        drawForNextAttempt(place, using: &dice)
    }
}
