/// Why a request is refused: the exception codes of the SN book, and no other.
public enum SequencingException: String, Error, Hashable, Sendable, CaseIterable {
    case sessionAlreadyRunning = "NB.2.1-1"
    case noSession = "NB.2.1-2"
    case nothingSuspended = "NB.2.1-3"
    case flowForbidsContinue = "NB.2.1-4"
    case flowForbidsPrevious = "NB.2.1-5"
    case nothingBeforeRoot = "NB.2.1-6"
    case requestNotSupported = "NB.2.1-7"
    case choiceExitForbidsLeaving = "NB.2.1-8"
    case emptyActivityPath = "NB.2.1-9"
    case choiceForbidden = "NB.2.1-10"
    case noSuchActivity = "NB.2.1-11"
    case attemptAlreadyEnded = "NB.2.1-12"
    case unknownRequest = "NB.2.1-13"
    case terminationWithoutSession = "TB.2.3-1"
    case terminationOfEndedAttempt = "TB.2.3-2"
    case rootCannotBeSuspended = "TB.2.3-3"
    case rootHasNoParent = "TB.2.3-4"
    case nothingToSuspend = "TB.2.3-5"
    case nothingToAbandon = "TB.2.3-6"
    case unknownTermination = "TB.2.3-7"
    case lastActivityReached = "SB.2.1-1"
    case noAvailableChildren = "SB.2.1-2"
    case firstActivityReached = "SB.2.1-3"
    case forwardOnlyForbidsBackward = "SB.2.1-4"
    case flowForbidsTraversal = "SB.2.2-1"
    case activityUnavailable = "SB.2.2-2"
    case forwardTraversalStopped = "SB.2.4-1"
    case forwardOnlyForbidsChoice = "SB.2.4-2"
    case nothingBeforeRootByChoice = "SB.2.4-3"
    case startDuringSession = "SB.2.5-1"
    case resumeDuringSession = "SB.2.6-1"
    case resumeWithoutSuspended = "SB.2.6-2"
    case continueWithoutSession = "SB.2.7-1"
    case continueWithoutFlow = "SB.2.7-2"
    case previousWithoutSession = "SB.2.8-1"
    case previousWithoutFlow = "SB.2.8-2"
    case choiceWithoutTarget = "SB.2.9-1"
    case targetUnavailable = "SB.2.9-2"
    case targetHidden = "SB.2.9-3"
    case targetChoiceForbidden = "SB.2.9-4"
    case emptyChoicePath = "SB.2.9-5"
    case activationPrevented = "SB.2.9-6"
    case choiceExitForbidden = "SB.2.9-7"
    case choiceConstrained = "SB.2.9-8"
    case clusterDeliversNothing = "SB.2.9-9"
    case retryWithoutSession = "SB.2.10-1"
    case retryOfRunningAttempt = "SB.2.10-2"
    case retryDeliversNothing = "SB.2.10-3"
    case exitWithoutSession = "SB.2.11-1"
    case exitOfRunningAttempt = "SB.2.11-2"
    case unknownSequencingRequest = "SB.2.12-1"
    case jumpWithoutSession = "SB.2.13-1"
    case deliveryOfCluster = "DB.1.1-1"
    case deliveryOfNothing = "DB.1.1-2"
    case deliveryOfUnavailable = "DB.1.1-3"
    case deliveryDuringAttempt = "DB.2-1"
}

/// A refusal and the activity that caused it: the one whose rule, limit or control mode says no.
public struct SequencingRefusal: Error, Hashable, Sendable {
    public var exception: SequencingException
    /// A place in the organization; `nil` where no activity is to blame.
    public var activity: Int?

    init(_ exception: SequencingException, _ activity: Int? = nil) {
        self.exception = exception
        self.activity = activity
    }
}
