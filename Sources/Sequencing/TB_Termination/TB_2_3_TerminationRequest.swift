internal import CourseModel

extension Sequencer {
    /// TB.2.3 Termination Request Process: ends what runs. A sequencing request that it returns replaces the pending one.
    mutating func TB_2_3(
        _ request: TerminationRequest, using dice: inout some RandomNumberGenerator
    ) throws(SequencingRefusal) -> SequencingRequest? {
        guard let current = state.current else { throw SequencingRefusal(.terminationWithoutSession) }
        let isActive = state.activities[current].isActive
        switch request {
        case .exit:
            guard isActive else { throw SequencingRefusal(.terminationOfEndedAttempt, current) }
            return try exit(current, using: &dice)
        case .exitAll:
            return exitAll(andThen: nil, using: &dice)
        case .suspendAll:
            guard let target = isActive || state.activities[current].isSuspended ? current : parent(current)
            else { throw SequencingRefusal(.rootCannotBeSuspended) }
            take(.suspendAll(target))
            return .exit
        case .abandon:
            guard isActive else { throw SequencingRefusal(.terminationOfEndedAttempt, current) }
            take(.abandon(current))
            return nil
        case .abandonAll:
            take(.abandonAll(current))
            return .exit
        }
    }

    private mutating func exit(
        _ leaving: Int, using dice: inout some RandomNumberGenerator
    ) throws(SequencingRefusal) -> SequencingRequest? {
        end(leaving, using: &dice)
        TB_2_1(using: &dice)
        while let current = state.current {
            switch TB_2_2() {
            case .exitAll: return exitAll(andThen: nil, using: &dice)
            case .retryAll: return exitAll(andThen: .retry, using: &dice)
            case .exitParent:
                guard let parent = parent(current) else { throw SequencingRefusal(.rootHasNoParent) }
                take(.move(parent))
                end(parent, using: &dice)
            case .retry: return current == 0 ? exitAll(andThen: .retry, using: &dice) : .retry
            case .continue: return current == 0 ? .exit : .continue
            case .previous: return current == 0 ? .exit : .previous
            case nil: return current == 0 ? .exit : nil
            }
        }
        return nil
    }

    private mutating func exitAll(
        andThen next: SequencingRequest?, using dice: inout some RandomNumberGenerator
    ) -> SequencingRequest {
        if let current = state.current, state.activities[current].isActive { end(current, using: &dice) }
        UP_3(0, using: &dice)
        end(0, using: &dice)
        take(.move(0))
        if next == .retry, !tree.objectivesGlobalToSystem { take(.resetObjectives) }
        return next ?? .exit
    }

    /// The state change of Suspend All: the path from `place` to the root is suspended, the root becomes current.
    mutating func suspendAll(from place: Int) {
        if place == state.current { RB_1_5(place) }
        state.suspended = place
        for step in pathFromRoot(to: place).reversed() {
            change(step) {
                $0.isActive = false
                $0.isSuspended = true
            }
        }
        state.current = 0
    }

    /// The state change of Abandon All: the path from `place` to the root ends without rollup.
    mutating func abandonAll(from place: Int) {
        for step in pathFromRoot(to: place).reversed() { change(step) { $0.isActive = false } }
        state.current = 0
    }
}
