import Testing

@testable import Web

@Suite("The pace of a body")
struct BodyPaceTests {
    @Test(
        "ends who sends a byte now and then, and nobody who sends slowly",
        arguments: [
            (1, 19, false), (20, 21, true), (21 * 1024, 21, false), (60 * 1024 - 1, 60, true), (60 * 1024, 60, false),
        ])
    func pace(received: Int, seconds: Int, isTooSlow: Bool) {
        #expect(BodyPace.isTooSlow(received, after: .seconds(seconds)) == isTooSlow)
    }
}
