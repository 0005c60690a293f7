internal import CourseHost
internal import CourseModel
internal import JournalStore
internal import Learning

/// The state after a line of a journal.
struct ReplayAnswer: Encodable {
    var line: Int
    var time: String?
    var activities: [Activity]
    /// What was asked for up to that line, and where it led.
    var decisions: [Decision]

    /// One activity of the path.
    struct Activity: Encodable, Hashable {
        var id: String
        var title: String
        var depth: Int
        var status: String
        var current: Bool
        var open: Bool
        var reason: String?
        var sentence: String?
        var wayOut: [String]
        /// What the standard's processes found, where the activity cannot be chosen.
        var trace: [Trace]
    }

    /// One step of a decision.
    struct Trace: Encodable, Hashable {
        var process: String
        var activity: String?
        var rule: String
        var facts: [String]
    }

    /// A request of the journal.
    struct Decision: Encodable {
        var line: Int
        var time: String
        var request: String
        var to: String?
    }

    init(_ session: Session, at line: Int, _ decisions: [Decision], _ language: Language) {
        self.line = line
        self.decisions = decisions
        time = session.lastEvent?.description
        activities = session.view(at: session.lastEvent ?? Instant(milliseconds: 0)).outline.map { entry in
            let steps = entry.lock == nil ? [] : session.decisionSteps(of: entry.id)
            return Activity(
                id: entry.id.text, title: entry.title, depth: entry.depth, status: entry.status.rawValue,
                current: entry.isCurrent, open: entry.isOpen, reason: entry.lock?.reason,
                sentence: entry.lock?.sentence.text(language), wayOut: (entry.lock?.wayOut ?? []).map(\.text),
                trace: steps.map {
                    Trace(process: $0.process, activity: $0.activity, rule: $0.rule, facts: $0.facts)
                })
        }
    }

    /// The map, a line an activity, with why it is locked.
    func text(_ language: Language) -> String {
        let head = CommandSentences.after(line: line, time ?? "").text(language)
        let rows = activities.map { activity in
            let mark = activity.current ? ">" : " "
            let indent = String(repeating: "  ", count: activity.depth)
            return "\(mark) \(indent)\(activity.title.withoutCommands()) \(activity.standing)"
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }
}

extension ReplayAnswer.Activity {
    /// `(inProgress) — sentence [reason; SB.2.9 controlChoice …]`
    fileprivate var standing: String {
        let steps = trace.map { ["\($0.process) \($0.rule)", $0.activity].compactMap { $0 }.joined(separator: " ") }
        let why = sentence.map { " — \($0) [\(([reason ?? ""] + steps).joined(separator: "; "))]" } ?? ""
        return "(\(status))\(why.withoutCommands())"
    }
}

/// What changed between two lines of a journal.
struct ReplayChange: Encodable {
    var from: Int
    var to: Int
    var lines: [Line]
    var changes: [Change]

    /// A line of the journal after the first state.
    struct Line: Encodable {
        var line: Int
        var time: String
        var kinds: [String]
    }

    /// An activity that is not as it was; `nil` where it was not, or is no longer, on the map.
    struct Change: Encodable {
        var id: String
        var before: ReplayAnswer.Activity?
        var after: ReplayAnswer.Activity?
    }

    init(from: ReplayAnswer, to: ReplayAnswer, by lines: [JournalLine]) {
        (self.from, self.to) = (from.line, to.line)
        self.lines = lines.map { line in
            Line(
                line: line.number, time: line.time.description,
                kinds: (line.event.events ?? []).map(\.kind.text))
        }
        let before = Dictionary(from.activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(to.activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let gone = from.activities.filter { after[$0.id] == nil }.map(\.id)
        changes = (to.activities.map(\.id) + gone).filter { before[$0] != after[$0] }.map {
            Change(id: $0, before: before[$0], after: after[$0])
        }
    }

    /// The lines, then each activity as it was and as it is.
    func text(_ language: Language) -> String {
        var rows = lines.map { "\($0.line) \($0.time) \($0.kinds.joined(separator: ", "))" }
        for change in changes {
            rows.append((change.after ?? change.before)?.title.withoutCommands() ?? change.id)
            rows.append("  - \(change.before?.state ?? "")")
            rows.append("  + \(change.after?.state ?? "")")
        }
        if changes.isEmpty { rows.append(ReplaySentences.nothingChanged.text(language)) }
        return rows.joined(separator: "\n") + "\n"
    }
}

extension ReplayAnswer.Activity {
    fileprivate var state: String { (current ? "> " : "") + standing }
}
