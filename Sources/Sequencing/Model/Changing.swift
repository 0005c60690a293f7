internal import CourseModel

/// What a decision has changed so far, and what stood there before.
struct Draft: Sendable {
    var decision = Decision()
    var activities: [(place: Int, before: ActivityState)] = []
    var objectives: [(place: Int, index: Int, before: ObjectiveProgress)] = []
    var globals: [(global: Int, before: ObjectiveProgress)] = []
    var draws: [(cluster: Int, before: Draw?)] = []
    let current: Int?
    let suspended: Int?
    let isOpen: Bool

    init(_ state: SequencingState) {
        current = state.current
        suspended = state.suspended
        isOpen = state.isOpen
    }
}

/// Every change of the state goes through here, so that a decision can be undone and the tallies follow.
extension Sequencer {
    /// Changes the state of one activity.
    mutating func change(_ place: Int, _ body: (inout ActivityState) -> Void) {
        let before = state.activities[place]
        body(&state.activities[place])
        guard before != state.activities[place] else { return }
        draft?.activities.append((place, before))
        touch(place)
        if before.attemptCount != state.activities[place].attemptCount { uncount(place) }
    }

    /// Changes an objective of an activity; `index` is its place in the state.
    mutating func changeObjective(_ index: Int, of place: Int, to value: ObjectiveProgress) {
        let before = state.objectives[index]
        guard before != value else { return }
        draft?.objectives.append((place, index, before))
        state.objectives[index] = value
        touch(place)
    }

    /// Changes some elements of a global objective; the clusters of those that read them are affected.
    mutating func changeGlobal(_ global: Int, to value: ObjectiveProgress, _ elements: ObjectiveElements = .all) {
        let before = state.globals[global]
        guard before != value else { return }
        draft?.globals.append((global, before))
        state.globals[global] = value
        for reader in tree.readers[global] where !reader.elements.isDisjoint(with: elements) {
            touch(reader.place)
            if reader.rollsUp, let cluster = parent(reader.place) { affected.append(cluster) }
        }
    }

    /// Sets Available Children.
    mutating func changeDraw(_ cluster: Int, to draw: Draw?) {
        draft?.draws.append((cluster, state.draws[cluster]))
        state.draws[cluster] = draw
        uncount(cluster)
    }

    /// Puts back what a decision has changed.
    mutating func rollBack() {
        guard let draft else { return }
        self.draft = nil
        for (place, before) in draft.activities.reversed() { change(place) { $0 = before } }
        for (place, index, before) in draft.objectives.reversed() { changeObjective(index, of: place, to: before) }
        for (global, before) in draft.globals.reversed() { changeGlobal(global, to: before) }
        for (cluster, before) in draft.draws.reversed() { changeDraw(cluster, to: before) }
        state.current = draft.current
        state.suspended = draft.suspended
        state.isOpen = draft.isOpen
        affected = []
        settle()
    }
}
