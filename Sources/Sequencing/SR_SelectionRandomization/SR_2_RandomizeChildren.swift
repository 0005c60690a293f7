internal import CourseModel

extension Sequencer {
    /// SR.2 Randomize Children Process: the children in an order of chance.
    func SR_2(_ children: [Int], using dice: inout some RandomNumberGenerator) -> [Int] {
        children.shuffled(using: &dice)
    }

    /// Draws for the clusters that nobody has attempted yet; selection comes before randomization.
    mutating func drawAtStart(using dice: inout some RandomNumberGenerator) {
        for place in tree.drawing where state.draws[place] == nil {
            let definition = definition(place)
            guard state.activities[place].attemptCount == 0 else { continue }
            draw(
                place, selects: definition.selection.timing != .never,
                reorders: definition.randomization.timing != .never, using: &dice)
        }
    }

    /// Draws again for a cluster whose attempt has ended for good.
    mutating func drawForNextAttempt(_ place: Int, using dice: inout some RandomNumberGenerator) {
        guard !isLeaf(place), !state.activities[place].isSuspended, !state.activities[place].isActive else { return }
        let definition = definition(place)
        draw(
            place, selects: definition.selection.timing == .onEachNewAttempt,
            reorders: definition.randomization.timing == .onEachNewAttempt, using: &dice)
    }

    private mutating func draw(
        _ place: Int, selects: Bool, reorders: Bool, using dice: inout some RandomNumberGenerator
    ) {
        let selects = selects && definition(place).selection.count != nil
        let reorders = reorders && definition(place).randomization.reorderChildren
        guard selects || reorders else { return }
        var children = selects ? tree.nodes[place].children : availableChildren(place)
        if selects { children = SR_1(children, of: place, using: &dice) }
        if reorders { children = SR_2(children, using: &dice) }
        take(.draw(place, children))
    }
}
