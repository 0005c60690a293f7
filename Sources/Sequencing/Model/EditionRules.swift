internal import CourseModel

/// What the editions' books do differently, in one place; all that is not here is the same in each. SCORM 1.2 has no
/// such book: its courses are walked by the latest one, without the requests that it does not know.
struct EditionRules: Hashable, Sendable {
    /// NB.2.1 and SB.2.13 know Jump.
    var hasJump: Bool
    /// RB.1.1 b and RB.1.3 a: progress rolls up into clusters.
    var rollsUpProgress: Bool
    /// SB.2.1: flow past the last activity ends the session; else it is SB.2.1-1.
    var flowsPastTheEnd: Bool
    /// NB.2.1: a current activity without choiceExit refuses every choice; else only those that leave its cluster.
    var choiceExitBindsAnyChoice: Bool
    /// What an objective map may carry: scores, completion and progress came with `adlseq:mapInfo`.
    var mappedElements: ObjectiveElements

    init(_ edition: Edition) {
        switch edition {
        case .scorm2004Fourth:
            self.init(true, true, true, true, .all)
        case .scorm2004Third:
            self.init(false, false, true, false, .status)
        case .scorm2004Second:
            self.init(false, false, false, false, .status)
        case .scorm12:
            self.init(false, true, true, true, [])
        }
    }

    private init(
        _ hasJump: Bool, _ rollsUpProgress: Bool, _ flowsPastTheEnd: Bool, _ choiceExitBindsAnyChoice: Bool,
        _ mappedElements: ObjectiveElements
    ) {
        self.hasJump = hasJump
        self.rollsUpProgress = rollsUpProgress
        self.flowsPastTheEnd = flowsPastTheEnd
        self.choiceExitBindsAnyChoice = choiceExitBindsAnyChoice
        self.mappedElements = mappedElements
    }
}
