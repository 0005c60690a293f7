import Assessment
import CourseModel
import Testing

@Suite("Scoring a quiz")
struct ScoringTests {
    static let items: [Item] = [.choice(multiple: false, points: 1, [true, false]), .article, .spending]

    @Test("the correct response of every kind earns all points", arguments: items)
    func correctResponse(item: Item) throws {
        #expect(try item.outcome(of: item.interaction.correctResponse).isCorrect)
    }

    @Test("the measure is the part of the points", arguments: [(4.0, 1.0), (3, 0.75), (0, 0), (5, 1), (-1, 0)])
    func measure(score: Double, part: Double) {
        #expect(Quiz(title: "", items: Self.items).measure(ofScore: score) == Measure(part))
    }

    @Test("tenths that add up to the threshold pass")
    func tenths() {
        let tenth = Item.choice(multiple: false, points: 0.7, [true])
        let quiz = Quiz(title: "", mastery: Measure(0.8), items: Array(repeating: tenth, count: 10))
        let outcomes = Array(repeating: Outcome(score: 0.7, max: 0.7, feedback: []), count: 8)
        let measure = quiz.measure(of: outcomes)
        #expect(measure == Measure(0.8))
        #expect(measure.flatMap(quiz.isPassed) == true)
        #expect(quiz.measure(of: outcomes.dropLast()).flatMap(quiz.isPassed) == false)
    }

    @Test("a quiz without points has no measure, one without mastery no verdict")
    func unknown() {
        #expect(Quiz(title: "", items: []).measure(ofScore: 0) == nil)
        #expect(Measure(1).flatMap(Quiz(title: "", items: Self.items).isPassed) == nil)
    }
}
