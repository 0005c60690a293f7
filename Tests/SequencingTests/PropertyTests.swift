import CourseModel
import Foundation
import Testing

@testable import Sequencing

/// `PARCOURS_WALKS` trees, 60 requests each; without it as many as a unit test has time for.
extension PropertyTests {
    static let seeds = 0..<(ProcessInfo.processInfo.environment["PARCOURS_WALKS"].flatMap { Int($0) } ?? 12)
}

@Suite("What always holds of sequencing")
struct PropertyTests {
    /// A walk of chance through a tree of chance; `body` sees each stop before its request is made.
    static func walk(
        seed: Int, _ body: (inout Walk, Navigation, Organization) throws -> Void
    ) throws -> Walk {
        var dice = SeededDice(state: UInt64(seed) &* 7919)
        let plan = Plans.plan(&dice)
        let organization = try plan.organization(global: Bool.random(using: &dice))
        var walk = try Walk(plan, edition: Plans.pick(Edition.allCases, &dice))
        for _ in 0..<60 {
            let request = Plans.request(organization.activities.map(\.id), &dice)
            try body(&walk, request, organization)
            if let delivered = walk.sequencer.delivered, Bool.random(using: &dice) {
                let step = Step.record(
                    delivered, Plans.said(&dice), isSuspended: Plans.chance(4, &dice))
                walk.sequencer.apply([step])
                walk.steps.append(step)
            }
        }
        return walk
    }

    @Test("deciding changes nothing, replay equals live, and what is delivered may be delivered", arguments: seeds)
    func randomWalks(seed: Int) throws {
        let walk = try PropertyTests.walk(seed: seed) { walk, request, organization in
            let before = walk.sequencer.state
            let decision = walk.sequencer.decide(request, using: &walk.dice)
            #expect(walk.sequencer.state == before, "deciding \(request.text) changed the state")
            for step in decision.steps {
                if case .deliver(let place) = step {
                    #expect(organization.activities[place].isLeaf)
                    #expect((try? walk.sequencer.DB_1_1(place)) != nil, "\(request.text) delivered a locked activity")
                }
                walk.sequencer.apply([step])
            }
            walk.steps += decision.steps
            #expect(walk.sequencer.delivered == nil || walk.sequencer.isOpen)
            if let place = decision.delivered { #expect(walk.sequencer.delivered == place) }
        }
        #expect(walk.replayed().state == walk.sequencer.state)
    }

    @Test(
        "the kept tallies are what walking over all children comes to, also after a decision is undone",
        arguments: seeds)
    func tallies(seed: Int) throws {
        _ = try PropertyTests.walk(seed: seed) { walk, request, organization in
            walk.ask(request)
            _ = walk.sequencer.decide(request, using: &walk.dice)
            for place in organization.activities.indices where !organization.activities[place].isLeaf {
                let kept = walk.sequencer.readyTally(of: place)
                #expect(kept == nil || kept == walk.sequencer.walkedTally(of: place), "after \(request.text)")
            }
        }
    }

    @Test("keeping tallies gives what making them anew gives", arguments: seeds)
    func keptEqualsWalked(seed: Int) throws {
        var plain: [SequencingState] = []
        _ = try PropertyTests.walk(seed: seed) { walk, request, _ in
            walk.sequencer.recounts = true
            walk.ask(request)
            plain.append(walk.sequencer.state)
        }
        var stop = 0
        _ = try PropertyTests.walk(seed: seed) { walk, request, _ in
            walk.ask(request)
            #expect(walk.sequencer.state == plain[stop])
            stop += 1
        }
    }

    @Test("the table of contents in one pass says what the processes say of each activity", arguments: seeds)
    func onePass(seed: Int) throws {
        _ = try PropertyTests.walk(seed: seed) { walk, request, organization in
            walk.ask(request)
            let prospects = walk.sequencer.prospects()
            for place in organization.activities.indices {
                let one = walk.sequencer.prospect(of: place)
                #expect(prospects[place] == one, "\(organization.activities[place].id) after \(request.text)")
            }
        }
    }

    @Test("what the table of contents, previous and jump promise happens", arguments: seeds)
    func promises(seed: Int) throws {
        _ = try PropertyTests.walk(seed: seed) { walk, request, organization in
            walk.ask(request)
            guard !PropertyTests.isDiverted(walk) else { return }
            let prospects = walk.sequencer.prospects()
            for place in organization.activities.indices {
                let id = organization.activities[place].id
                var twin = walk
                let answer = twin.ask(.choice(id))
                #expect((prospects[place].refusal == nil) == !answer.contains("."), "\(id): \(answer)")
                twin = walk
                let jump = twin.ask(.jump(id))
                #expect(walk.sequencer.canJump(to: place) == !jump.contains("."), "\(id): \(jump)")
            }
            var twin = walk
            let answer = twin.ask(.previous)
            #expect(walk.sequencer.canPrevious == !answer.contains("."), "previous: \(answer)")
            twin = walk
            #expect(walk.sequencer.canContinue == !twin.ask(.continue).hasPrefix("NB."))
        }
    }

    /// Leaving the current activity fires a rule of it or of its ancestors that leads elsewhere than was asked for.
    private static func isDiverted(_ walk: Walk) -> Bool {
        guard walk.sequencer.delivered != nil else { return false }
        var twin = walk
        let current = twin.sequencer.current
        return twin.ask(.exit) != "nothing" || twin.sequencer.current != current
    }
}
