internal import Assessment
internal import CourseModel
internal import Learning
internal import RecordIndex
internal import RuntimeData
internal import Sequencing

/// What a replay passes by and a session does not keep: every answer of every attempt, and when each activity was last
/// seen.
struct AnswerTally {
    private(set) var lastSeen: [Int: Instant] = [:]
    private var sums: [IndexedEnrolment.Question] = []
    private var places: [[String]: Int] = [:]
    /// The interactions that foreign content has reported in the attempt under way, by activity and number.
    private var reported: [Int: [String: Interaction]] = [:]

    /// What content said of an interaction so far.
    private struct Interaction {
        var id: String?
        var result: String?
    }

    /// Takes note of an event of the course.
    mutating func note(_ event: Event, at time: Instant, in courseware: Courseware) {
        let activities = courseware.course.organization.activities
        switch event {
        case .sequenced(.deliver(let place)): see(place, time)
        case .answered(let place, let item, let response, _, _):
            see(place, time)
            guard activities.indices.contains(place), case .quiz(let path) = activities[place].content,
                let asked = courseware.quizzes[path]?.items.first(where: { $0.id == item }),
                let outcome = try? asked.outcome(of: response)
            else { return }
            add(activities[place].id.text, item, isRight: outcome.isCorrect)
        case .wrote(let place, let writes, let ends):
            see(place, time)
            guard activities.indices.contains(place), case .web = activities[place].content else { return }
            for write in writes { note(write, at: place) }
            if ends { settle(place, activities[place].id.text) }
        case .opened, .sequenced, .navigated, .noted, .tracked, .moved, .tookOver, .learned: return
        }
    }

    /// The questions, those of an attempt under way too.
    func questions(in courseware: Courseware) -> [IndexedEnrolment.Question] {
        var rest = self
        let activities = courseware.course.organization.activities
        for place in reported.keys.sorted() { rest.settle(place, activities[place].id.text) }
        return rest.sums
    }

    private mutating func see(_ place: Int, _ time: Instant) { lastSeen[place] = time }

    /// `cmi.interactions.n.id` and `cmi.interactions.n.result`.
    private mutating func note(_ write: CMI.Write, at place: Int) {
        let parts = write.element.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "cmi", parts[1] == "interactions" else { return }
        let number = String(parts[2])
        if parts[3] == "id" { reported[place, default: [:]][number, default: Interaction()].id = write.value }
        if parts[3] == "result" { reported[place, default: [:]][number, default: Interaction()].result = write.value }
    }

    /// The session of the content is over: its interactions count.
    private mutating func settle(_ place: Int, _ activity: String) {
        let interactions = reported.removeValue(forKey: place) ?? [:]
        for (_, interaction) in interactions.sorted(by: { (Int($0.key) ?? 0, $0.key) < (Int($1.key) ?? 0, $1.key) }) {
            guard let id = interaction.id, let result = interaction.result, result != "neutral" else { continue }
            add(activity, id, isRight: result == "correct")
        }
    }

    private mutating func add(_ activity: String, _ item: String, isRight: Bool) {
        let key = [activity, item]
        let place = places[key] ?? sums.count
        if place == sums.count {
            places[key] = place
            sums.append(.init(activity: activity, item: item, attempts: 0, right: 0, wrong: 0))
        }
        sums[place].attempts += 1
        if isRight { sums[place].right += 1 } else { sums[place].wrong += 1 }
    }
}
