internal import CourseModel

extension Sequencer {
    /// NB.2.1 Navigation Request Process: what a request means, or why it cannot be carried out.
    mutating func NB_2_1(
        _ request: Navigation
    ) throws(SequencingRefusal) -> (termination: TerminationRequest?, sequencing: SequencingRequest?) {
        switch request {
        case .start:
            guard state.current == nil else { throw SequencingRefusal(.sessionAlreadyRunning) }
            return (nil, .start)
        case .resumeAll:
            guard state.current == nil else { throw SequencingRefusal(.sessionAlreadyRunning) }
            guard state.suspended != nil else { throw SequencingRefusal(.nothingSuspended) }
            return (nil, .resumeAll)
        case .continue:
            let current = try currentActivity()
            guard let parent = parent(current), controls(parent).flow else {
                throw SequencingRefusal(.flowForbidsContinue, parent(current))
            }
            return (exitIfActive, .continue)
        case .previous:
            let current = try currentActivity()
            guard let parent = parent(current) else { throw SequencingRefusal(.nothingBeforeRoot) }
            guard controls(parent).flow, !controls(parent).forwardOnly else {
                throw SequencingRefusal(.flowForbidsPrevious, parent)
            }
            return (exitIfActive, .previous)
        case .choice(let id): return (exitIfActive, try choiceRequest(id))
        case .jump(let id):
            guard edition.hasJump else { throw SequencingRefusal(.unknownRequest) }
            guard let target = tree.place(of: id), isReachable(target) else {
                throw SequencingRefusal(.noSuchActivity)
            }
            return (exitIfActive, .jump(target))
        case .exit:
            try activeCurrent()
            return (.exit, .exit)
        case .exitAll:
            _ = try currentActivity()
            return (.exitAll, .exit)
        case .suspendAll:
            _ = try currentActivity()
            return (.suspendAll, .exit)
        case .abandon:
            try activeCurrent()
            return (.abandon, .exit)
        case .abandonAll:
            _ = try currentActivity()
            return (.abandonAll, .exit)
        }
    }

    /// The part of NB.2.1 that checks a choice.
    private mutating func choiceRequest(_ id: ActivityID) throws(SequencingRefusal) -> SequencingRequest {
        guard let target = tree.place(of: id) else { throw SequencingRefusal(.noSuchActivity) }
        try checkChoice(of: target)
        return .choice(target)
    }

    /// Whether a choice of `target` may be asked for at all: its parent's control mode, and leaving where we are.
    mutating func checkChoice(of target: Int) throws(SequencingRefusal) {
        if let parent = parent(target) {
            note("NB.2.1", parent, "choice", is: controls(parent).choice)
            if !controls(parent).choice { throw SequencingRefusal(.choiceForbidden, parent) }
        }
        guard let current = state.current else { return }
        if edition.choiceExitBindsAnyChoice, state.activities[current].isActive, !controls(current).choiceExit {
            throw SequencingRefusal(.choiceExitForbidsLeaving, current)
        }
        guard target != current, parent(target) != parent(current) || current == 0 else { return }
        let ancestor = commonAncestor(current, target)
        var step = current
        while step != ancestor, let parent = parent(step) {
            note("NB.2.1", step, "choiceExit", is: controls(step).choiceExit)
            if state.activities[step].isActive, !controls(step).choiceExit {
                throw SequencingRefusal(.choiceExitForbidsLeaving, step)
            }
            step = parent
        }
    }

    private var exitIfActive: TerminationRequest? {
        state.current.flatMap { state.activities[$0].isActive ? .exit : nil }
    }

    private func currentActivity() throws(SequencingRefusal) -> Int {
        guard let current = state.current else { throw SequencingRefusal(.noSession) }
        return current
    }

    private func activeCurrent() throws(SequencingRefusal) {
        let current = try currentActivity()
        guard state.activities[current].isActive else { throw SequencingRefusal(.attemptAlreadyEnded, current) }
    }
}
