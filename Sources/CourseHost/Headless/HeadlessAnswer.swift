internal import CourseModel
internal import FoundationEssentials
internal import Learning
internal import Sequencing

/// An answer of the headless protocol; absent members are left out, unknown values are `null`.
struct HeadlessAnswer: Encodable {
    var error: String?
    /// The identifier of an imported course in the data folder.
    var id: String?
    var results: [CallResult]?
    var findings: [FindingLine]?
    var state: StateAnswer?
    var scored: Scored?
    var activities: [String: Tracked]?
    var objectives: [String: Known]?
    var explanation: Explained?

    private enum Keys: String, CodingKey {
        case error, id, results, findings, activities, objectives, score, max, feedback, activity, open, reason,
            sentence
        case wayOut, trace
    }

    func encode(to encoder: any Encoder) throws {
        try state?.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encodeIfPresent(error, forKey: .error)
        try container.encodeIfPresent(id, forKey: .id)
        try container.encodeIfPresent(results, forKey: .results)
        try container.encodeIfPresent(findings, forKey: .findings)
        try container.encodeIfPresent(activities, forKey: .activities)
        try container.encodeIfPresent(objectives, forKey: .objectives)
        if let scored {
            try container.encode(scored.score, forKey: .score)
            try container.encode(scored.max, forKey: .max)
            try container.encode(scored.feedback, forKey: .feedback)
        }
        if let explanation {
            try container.encode(explanation.activity, forKey: .activity)
            try container.encode(explanation.open, forKey: .open)
            try container.encode(explanation.reason, forKey: .reason)
            try container.encode(explanation.sentence, forKey: .sentence)
            try container.encode(explanation.wayOut, forKey: .wayOut)
            try container.encode(explanation.trace, forKey: .trace)
        }
    }

    /// One line.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            return #"{"error":"the answer holds what is no JSON number"}"#
        }
    }

    /// A value and the last error after a call.
    struct CallResult: Encodable {
        var value: String
        var error: Int

        func encode(to encoder: any Encoder) throws {
            var pair = encoder.unkeyedContainer()
            try pair.encode(value)
            try pair.encode(String(error))
        }
    }

    /// What an answer to a question earned.
    struct Scored {
        var score: Double
        var max: Double
        var feedback: [String]
    }

    /// Why an activity can or cannot be chosen.
    struct Explained {
        var activity: String
        var open: Bool
        var reason: String?
        var sentence: String?
        var wayOut: [String]
        var trace: [Trace]
    }

    /// One process that decided.
    struct Trace: Encodable {
        var process: String
        var activity: String?
        var rule: String
        var facts: [String]
    }

    /// What is recorded of an activity.
    struct Tracked: Encodable {
        var active: Bool
        var suspended: Bool
        var attempts: Int
        var progress: Double?
        var completion: Bool?
        var objectives: [String: Status]

        struct Status: Encodable {
            var status: Bool?
            var measure: Double?

            private enum Keys: String, CodingKey { case status, measure }

            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Keys.self)
                try container.encode(status, forKey: .status)
                try container.encode(measure, forKey: .measure)
            }
        }

        private enum Keys: String, CodingKey { case active, suspended, attempts, progress, completion, objectives }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(active, forKey: .active)
            try container.encode(suspended, forKey: .suspended)
            try container.encode(attempts, forKey: .attempts)
            try container.encode(progress, forKey: .progress)
            try container.encode(completion, forKey: .completion)
            try container.encode(objectives, forKey: .objectives)
        }

        init(_ tracking: Sequencer.ActivityTracking) {
            (active, suspended) = (tracking.isActive, tracking.isSuspended)
            (attempts, completion) = (tracking.attemptCount, tracking.isCompleted)
            progress = tracking.progress?.value
            objectives = Dictionary(
                tracking.objectives.map {
                    ($0.id?.text ?? "", Status(status: $0.isSatisfied, measure: $0.measure?.value))
                },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// What is known of a global objective.
    struct Known: Encodable {
        var progress: ObjectiveProgress

        private enum Keys: String, CodingKey { case status, measure, completion, progress, raw, min, max }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(progress.isSatisfied, forKey: .status)
            try container.encode(progress.measure?.value, forKey: .measure)
            try container.encode(progress.isCompleted, forKey: .completion)
            try container.encode(progress.progress?.value, forKey: .progress)
            try container.encode(progress.raw, forKey: .raw)
            try container.encode(progress.min, forKey: .min)
            try container.encode(progress.max, forKey: .max)
        }
    }
}

/// What a shell would show: where the session stands, its controls and its table of contents.
struct StateAnswer: Encodable {
    var delivered: String?
    var ended: Bool
    var exception: String?
    var sco_nav: String?
    var nav: Controls
    var toc: [Entry]

    private enum Keys: String, CodingKey { case delivered, ended, exception, sco_nav, nav, toc }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(delivered, forKey: .delivered)
        try container.encode(ended, forKey: .ended)
        try container.encode(exception, forKey: .exception)
        try container.encodeIfPresent(sco_nav, forKey: .sco_nav)
        try container.encode(nav, forKey: .nav)
        try container.encode(toc, forKey: .toc)
    }

    /// The learner's controls, what the content hides taken away.
    struct Controls: Encodable {
        var `continue`: Bool
        var previous: Bool
        var exit: Bool
        var exitAll: Bool
        var suspendAll: Bool
        var abandon: Bool
        var abandonAll: Bool
        var choice: [String]
        var jump: [String]
    }

    /// One line of the table of contents.
    struct Entry: Encodable {
        var id: String
        var title: String
        var depth: Int
        var visible: Bool
        var enabled: Bool
        var current: Bool
        var leaf: Bool
    }

    init(_ session: Session, exception: String?, requested: String?) {
        let sequencer = session.sequencer
        let activities = session.organization.activities
        delivered = session.delivered.map { activities[$0].id.text }
        ended = !sequencer.isOpen
        self.exception = exception
        sco_nav = requested
        let hidden = session.delivered.map { activities[$0].hiddenControls } ?? []
        func offers(_ name: String, _ isUsable: Bool) -> Bool { isUsable && !hidden.contains(name) && sequencer.isOpen }
        let prospects = sequencer.prospects()
        let heldBack = session.placesHeldBack
        toc = activities.indices.map { place in
            let prospect = prospects[place]
            return Entry(
                id: activities[place].id.text, title: activities[place].title, depth: activities[place].depth,
                visible: prospect.isListed && sequencer.isOpen,
                enabled: prospect.refusal == nil && !heldBack.contains(place) && sequencer.isOpen,
                current: place == sequencer.current, leaf: activities[place].isLeaf)
        }
        nav = Controls(
            continue: offers("continue", sequencer.canContinue), previous: offers("previous", sequencer.canPrevious),
            exit: offers("exit", sequencer.isValid(.exit)), exitAll: offers("exitAll", true),
            suspendAll: offers("suspendAll", sequencer.isValid(.suspendAll)),
            abandon: offers("abandon", sequencer.isValid(.abandon)), abandonAll: offers("abandonAll", true),
            choice: toc.filter { $0.visible && $0.enabled }.map(\.id),
            jump: activities.indices.filter { activities[$0].isLeaf && sequencer.canJump(to: $0) }
                .map { activities[$0].id.text })
    }
}
