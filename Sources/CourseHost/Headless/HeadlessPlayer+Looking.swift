internal import Assessment
internal import CourseModel
internal import FoundationEssentials
internal import Learning
internal import Sequencing

/// Tracking set directly, native quizzes, and what there is to see.
extension HeadlessPlayer {
    mutating func report(_ request: HeadlessRequest) throws {
        guard let place = try current().delivered else { throw HeadlessTrouble("report: nothing is delivered") }
        var said = ActivityProgress()
        said.isCompleted = request.completion
        said.progress = request.progress.flatMap { ProgressMeasure($0) }
        var objective = ObjectiveProgress()
        objective.isSatisfied = request.success
        objective.measure = request.measure.flatMap { Measure($0) }
        guard (request.measure == nil) == (objective.measure == nil),
            (request.progress == nil) == (said.progress == nil)
        else { throw HeadlessTrouble("report: a measure lies between -1 and 1, progress between 0 and 1") }
        if let id = request.objective {
            said.objectives[ObjectiveID(id)] = objective
        } else {
            said.primary = objective
        }
        let event = Event.sequenced(.record(place, said, isSuspended: request.suspended ?? false))
        try act { _, _, _ throws(Refusal) in Ruling(events: [event]) }
    }

    mutating func answerItem(_ request: HeadlessRequest) throws -> HeadlessAnswer {
        guard let item = request.item, let values = request.responses?["RESPONSE"] ?? request.responses?.values.first
        else { throw HeadlessTrouble("answer: give item and responses") }
        try act { session, now, dice throws(Refusal) in
            try session.ruling(on: .answer(item: item, Response(values)), at: now, using: &dice)
        }
        var answer = stateAnswer()
        if case .quiz(let view) = try current().view(at: clock.now).current, let given = view.answers[item] {
            answer.scored = HeadlessAnswer.Scored(
                score: given.outcome.score, max: given.outcome.max, feedback: given.outcome.feedback.map(\.plainText))
        }
        return answer
    }

    func stateAnswer() -> HeadlessAnswer {
        var answer = HeadlessAnswer()
        if let seat, let session = seats[seat]?.session {
            answer.state = StateAnswer(session, exception: exception, requested: requested)
        }
        return answer
    }

    func tracking() throws -> HeadlessAnswer {
        let session = try current()
        var answer = HeadlessAnswer()
        answer.activities = Dictionary(
            session.organization.activities.indices.map { place in
                (
                    session.organization.activities[place].id.text,
                    HeadlessAnswer.Tracked(session.sequencer.tracking(of: place))
                )
            }, uniquingKeysWith: { first, _ in first })
        return answer
    }

    func objectives() -> HeadlessAnswer {
        var all = seat.flatMap { globals[$0.learner] } ?? [:]
        if let seat, let session = seats[seat]?.session {
            all.merge(session.sequencer.globalObjectives) { _, new in new }
        }
        var answer = HeadlessAnswer()
        answer.objectives = Dictionary(
            all.map { ($0.key.text, HeadlessAnswer.Known(progress: $0.value)) }, uniquingKeysWith: { first, _ in first }
        )
        return answer
    }

    func explain(_ request: HeadlessRequest) throws -> HeadlessAnswer {
        let session = try current()
        guard let id = request.activity, let place = session.sequencer.place(of: ActivityID(id)) else {
            throw HeadlessTrouble("explain: no such activity")
        }
        let advice = session.advice(at: place, clock.now)
        let activities = session.organization.activities
        var answer = HeadlessAnswer()
        answer.explanation = HeadlessAnswer.Explained(
            activity: id, open: advice == nil, reason: advice?.lock.reason,
            sentence: advice?.lock.sentence.text(language), wayOut: (advice?.wayOut ?? []).map(\.text),
            trace: session.trace(of: place).map { entry in
                HeadlessAnswer.Trace(
                    process: entry.process, activity: entry.activity.map { activities[$0].id.text }, rule: entry.rule,
                    facts: entry.facts)
            })
        return answer
    }
}

extension Block {
    /// The text alone.
    fileprivate var plainText: String {
        switch self {
        case .heading(_, let text), .paragraph(let text): text.plainText
        case .list(_, let items): items.joined().map(\.plainText).joined(separator: "\n")
        case .quote(let blocks), .callout(_, _, let blocks): blocks.map(\.plainText).joined(separator: "\n")
        case .table(let table):
            ([table.header] + table.rows).map { $0.map(\.plainText).joined(separator: " | ") }.joined(separator: "\n")
        case .code(_, let text): text
        case .image(_, let alternative, _): alternative
        }
    }
}
