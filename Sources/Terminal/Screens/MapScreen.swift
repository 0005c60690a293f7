import CourseModel
import Learning

extension OutlineEntry {
    /// Cannot be chosen, for a reason that can be told.
    var isLocked: Bool { !isOpen && lock != nil }
}

extension Drawing {
    /// The tree of the path: each step with its state as a sign and a word, its time and score, and why it is locked.
    ///
    /// `selected` is a place in the outline; in plain mode steps are numbered from 1 instead.
    func mapScreen(_ view: SessionView, selected: Int?) -> Screen {
        var body: [Line] = []
        var focus: Range<Int>?
        var lastReason: String?
        for (place, entry) in view.outline.enumerated() {
            if !isPlain, entry.depth <= 1, !entry.isLeaf, place > 0 { body.append(.empty) }
            let isSelected = place == selected && !isPlain
            let start = body.count
            body += mapEntry(entry, number: place + 1, isSelected: isSelected)
            if let lock = entry.lock, entry.isLocked {
                let reason = say(lock.sentence)
                if !isPlain, isSelected || reason != lastReason { body += reasonLines(reason, depth: entry.depth) }
                lastReason = reason
            }
            if isSelected { focus = start..<body.count }
        }
        let canReturn = view.current != .map
        let special = [
            KeyHint("↑↓", Words.move), KeyHint(say(Words.enterKey), Words.open), KeyHint("w", Words.toWhy),
        ]
        var plain: [Sentence] = []
        if !view.outline.isEmpty { plain += [Words.numberOpens(view.outline.count), Words.whyNumber] }
        if canReturn { plain.append(Words.enterAloneReturns) }
        let commands: [Command] = canReturn ? [.back, .help, .quit] : [.next, .help, .quit]
        return Screen(
            header: header(view, say(Words.map)), body: body,
            footer: footer(special: special, sentences: plain, commands), focus: focus)
    }

    private func mapEntry(_ entry: OutlineEntry, number: Int, isSelected: Bool) -> [Line] {
        var style: Style = entry.isLeaf ? [] : .bold
        if isSelected { style.insert(.reversed) }
        let title = Span(entry.title.isEmpty ? entry.id.text : entry.title, style)
        let facts = self.facts(entry)
        if isPlain {
            let label = Line("\(number). ")
            let level = String(repeating: "  ", count: min(max(0, entry.depth), 6))
            return hang(Line(level) + label, width: width) {
                wrap([title, Span(entryColon(facts) + facts + reason(entry))], width: $0)
            }
        }
        let sign = stateSign(entry)
        let indent = min(max(0, entry.depth) * 2, width / 4)
        let lead = Line([
            Span(isSelected ? "› " : "  ", [.bold, .accent]), Span(String(repeating: " ", count: indent)),
            Span(sign.text + " ", sign.style),
        ])
        return hang(lead, width: width) { inner in
            let beside = Line([Span(facts, entry.isCurrent ? .bold : .dim)])
            if inner >= 48, beside.width + 20 <= inner {
                var titles = wrap([title], width: inner - beside.width - 2)
                if titles.isEmpty { titles = [.empty] }
                titles[0] = titles[0].padded(to: inner - beside.width) + beside
                return titles
            }
            return wrap([title], width: inner) + wrap(beside.spans, width: inner)
        }
    }

    private func entryColon(_ facts: String) -> String { facts.isEmpty ? "" : colon }

    /// Why an entry is locked, after its facts in plain mode.
    private func reason(_ entry: OutlineEntry) -> String {
        guard let lock = entry.lock, entry.isLocked else { return "" }
        return ". \(say(Words.reason)) \(say(lock.sentence))"
    }

    private func reasonLines(_ reason: String, depth: Int) -> [Line] {
        let indent = min(max(0, depth) * 2, width / 4) + 4
        return hang(Line(String(repeating: " ", count: indent)), width: width) { inner in
            paragraph(reason, [.dim, .italic], width: inner)
        }
    }

    /// State, score, time and "you are here", in words.
    private func facts(_ entry: OutlineEntry) -> String {
        var facts: [String] = []
        if entry.isCurrent { facts.append(say(Words.youAreHere)) }
        if entry.isLeaf || entry.status != .notStarted { facts.append(say(stateWord(entry.status))) }
        if entry.isLocked {
            if entry.status == .notStarted, entry.isLeaf { facts.removeLast() }
            facts.append(say(Words.locked))
        }
        if let measure = entry.measure { facts.append(say(percent(measure.value))) }
        if let time = duration(entry.durationSeconds) { facts.append(time) }
        return facts.joined(separator: dot)
    }

    private func stateWord(_ status: OutlineEntry.Status) -> Sentence {
        switch status {
        case .notStarted: Words.notStarted
        case .inProgress: Words.inProgress
        case .completed: Words.completed
        case .passed: Words.passed
        case .failed: Words.failed
        }
    }

    /// One column wide each.
    private func stateSign(_ entry: OutlineEntry) -> Span {
        if entry.isLocked, entry.status == .notStarted { return Span("⊘", .dim) }
        return sign(of: entry.status)
    }

    private func sign(of status: OutlineEntry.Status) -> Span {
        switch status {
        case .notStarted: Span("○", .dim)
        case .inProgress: Span("◐", .accent)
        case .completed: Span("●", .good)
        case .passed: Span("✓", .good)
        case .failed: Span("✗", .bad)
        }
    }

    /// The signs of the map and their words, for the help.
    var legend: [Line] {
        let states = OutlineEntry.Status.allCases.map { (sign(of: $0), stateWord($0)) }
        return (states + [(Span("⊘", .dim), Words.locked)]).flatMap { sign, word in
            hang(Line([Span("  "), sign, Span("  ")]), width: width) { paragraph(say(word), width: $0) }
        }
    }
}
