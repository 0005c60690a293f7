import Testing

@testable import Sequencing

@Suite("What tallies are made of")
struct TallyTests {
    @Test("a set of ranks answers as a plain set would", arguments: 0..<20)
    func rankSet(seed: Int) {
        var dice = SeededDice(state: UInt64(seed))
        var (set, plain) = (RankSet(), Set<Int>())
        for _ in 0..<200 {
            let rank = Int.random(in: 0..<200, using: &dice)
            let isMember = Int.random(in: 0..<4, using: &dice) > 0
            set.set(rank, to: isMember)
            if isMember { plain.insert(rank) } else { plain.remove(rank) }
        }
        for rank in 0..<260 {
            #expect(set.contains(rank) == plain.contains(rank))
            let end = Int.random(in: rank...280, using: &dice)
            #expect(set.first(in: rank..<end) == (rank..<end).first { plain.contains($0) })
            guard plain.contains(rank) else { continue }
            #expect(set.endOfRun(from: rank, .forward) == ((rank...).first { !plain.contains($0) } ?? 0) - 1)
            #expect(set.endOfRun(from: rank, .backward) == (0...rank).last { !plain.contains($0) }.map { $0 + 1 } ?? 0)
        }
        var again = RankSet()
        for rank in plain.sorted() { again.set(rank, to: true) }
        #expect(again == set)
    }

    @Test("sums of weighted values are exact, in any order, and come back to where they were")
    func fixedPoint() {
        let values = (0..<1_000).map { FixedPoint(Double($0) / 1_000).times(0.7) }
        let sum = values.reduce(.zero, +)
        #expect(values.reversed().reduce(.zero, +) == sum)
        #expect(values.shuffled().reduce(sum, -) == .zero)
        #expect(FixedPoint(0.8).divided(by: FixedPoint(1)) == 0.8)
        #expect((FixedPoint(0.1) + FixedPoint(0.2) + FixedPoint(0.3)).divided(by: FixedPoint(1)) == 0.6)
        #expect(
            FixedPoint(.nan) == .zero && FixedPoint(1e300) == FixedPoint(1) && FixedPoint(-.infinity) == FixedPoint(-1))
    }
}
