internal import CourseModel
internal import JournalStore
internal import Learning
internal import Sequencing

/// What a learner's courses tell each other: global objectives and shared data.
///
/// Each statement has a number higher than all that its course knew of, given under the learner's lock: the highest
/// holds, whatever clocks say.
struct SharedFacts: Codable, Hashable, Sendable {
    /// What one line of a journal says.
    struct Statement: Hashable {
        var revision: Int
        var objectives: [ObjectiveID: ObjectiveProgress]
        var shared: [String: String]
    }

    private struct Fact<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
        var revision: Int
        var value: Value
    }

    private var objectives: [String: Fact<ObjectiveProgress>] = [:]
    private var shared: [String: Fact<String>] = [:]
    /// The highest number seen.
    private(set) var revision = 0

    /// Takes note of a statement, whichever came first.
    mutating func take(_ statement: Statement) {
        revision = max(revision, statement.revision)
        for (id, value) in statement.objectives where objectives[id.text]?.revision ?? -1 <= statement.revision {
            objectives[id.text] = Fact(revision: statement.revision, value: value)
        }
        for (name, value) in statement.shared where shared[name]?.revision ?? -1 <= statement.revision {
            shared[name] = Fact(revision: statement.revision, value: value)
        }
    }

    /// What is newer than what `others` know, and differs from what the session holds; `nil` for nothing.
    func news(after others: SharedFacts, for session: Session) -> Statement? {
        var news = Statement(revision: max(revision, others.revision), objectives: [:], shared: [:])
        for (id, value) in session.sharedObjectives {
            guard let fact = objectives[id.text], fact.revision > others.objectives[id.text]?.revision ?? -1,
                fact.value != value
            else { continue }
            news.objectives[id] = fact.value
        }
        for name in session.sharedStores {
            guard let fact = shared[name], fact.revision > others.shared[name]?.revision ?? -1,
                fact.value != session.sharedData[name]
            else { continue }
            news.shared[name] = fact.value
        }
        return news.objectives.isEmpty && news.shared.isEmpty ? nil : news
    }

    /// What the session holds and nobody was told yet; `nil` for nothing. `latest` is the highest number of all courses.
    func statement(of session: Session, latest: Int) -> Statement? {
        var statement = Statement(revision: max(revision, latest) + 1, objectives: [:], shared: [:])
        for (id, value) in session.sharedObjectives
        where value != objectives[id.text]?.value ?? ObjectiveProgress() {
            statement.objectives[id] = value
        }
        for name in session.sharedStores {
            guard let value = session.sharedData[name], value != shared[name]?.value else { continue }
            statement.shared[name] = value
        }
        return statement.objectives.isEmpty && statement.shared.isEmpty ? nil : statement
    }
}

extension Session {
    /// The objectives that this course shares with the learner's others.
    fileprivate var sharedObjectives: [ObjectiveID: ObjectiveProgress] {
        organization.objectivesGlobalToSystem ? sequencer.globalObjectives : [:]
    }

    /// The data stores that this course shares with the learner's others.
    fileprivate var sharedStores: Set<String> {
        guard organization.sharedDataGlobalToSystem else { return [] }
        return Set(organization.activities.flatMap { $0.dataMaps.map(\.targetID) })
    }

    /// Whether there is anything that this course could share.
    var sharesAnything: Bool { !sharedObjectives.isEmpty || !sharedStores.isEmpty }
}
