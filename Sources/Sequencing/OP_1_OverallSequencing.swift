internal import CourseModel

extension Sequencer {
    /// OP.1 Overall Sequencing Process, one pass: a navigation request, until content is delivered, the session ends
    /// or a process refuses.
    mutating func OP_1(_ request: Navigation, using dice: inout some RandomNumberGenerator) {
        do throws(SequencingRefusal) {
            if !state.isOpen {
                take(.open)
                drawAtStart(using: &dice)
            }
            let valid = try NB_2_1(request)
            var sequencing = valid.sequencing
            if let termination = valid.termination {
                sequencing = try TB_2_3(termination, using: &dice) ?? sequencing
            }
            guard let sequencing else { return }
            try deliver(SB_2_12(sequencing), using: &dice)
        } catch {
            draft?.decision.refusal = error
        }
    }

    private mutating func deliver(
        _ outcome: SequencingOutcome, using dice: inout some RandomNumberGenerator
    ) throws(SequencingRefusal) {
        switch outcome {
        case .nothing: return
        case .endSession:
            endAll(using: &dice)
            take(.endSession)
            draft?.decision.endsSession = true
        case .deliver(let place):
            try DB_1_1(place)
            UP_3(place, using: &dice)
            draft?.decision.resumes = state.activities[place].isSuspended
            take(.deliver(place))
            draft?.decision.delivered = place
        case .stranded(let ancestor, let target, let refusal):
            UP_3(ancestor, using: &dice)
            end(ancestor, using: &dice)
            take(.move(target))
            throw refusal
        }
    }

    private mutating func endAll(using dice: inout some RandomNumberGenerator) {
        UP_3(0, using: &dice)
        if state.activities[0].isActive { end(0, using: &dice) }
    }
}

/// What a sequencing request leads to.
enum SequencingOutcome: Hashable, Sendable {
    case nothing
    case endSession
    case deliver(Int)
    /// SB.2.9-9: the attempts up to the ancestor end and the target becomes current, but nothing is delivered.
    case stranded(ancestor: Int, target: Int, SequencingRefusal)
}

/// What is asked of the sequencing processes.
enum SequencingRequest: Hashable, Sendable {
    case start, resumeAll, `continue`, previous, exit, retry
    case choice(Int)
    case jump(Int)
}

/// What is asked of the termination process.
enum TerminationRequest: Hashable, Sendable { case exit, exitAll, suspendAll, abandon, abandonAll }
