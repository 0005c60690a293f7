import CourseModel
import Learning
import Testing

@testable import CourseHost

@Suite("Passes for the pages of foreign content")
struct AttemptPassesTests {
    private var passes = AttemptPasses()
    private var dice = SplitMix(seed: 7)
    private let start = Instant(milliseconds: 1_800_000_000_000)

    private func grant(_ learner: String = "a", course: String = "c") -> AttemptPasses.Grant {
        AttemptPasses.Grant(
            learner: Learner(id: learner, name: learner), course: course, version: String(repeating: "0", count: 64),
            shell: "http://localhost:1", language: .french, hasWindow: false)
    }

    private mutating func token(_ grant: AttemptPasses.Grant, at now: Instant) throws -> String {
        let code = passes.code(for: grant, at: now, using: &dice)
        return try passes.token(for: code, at: now, using: &dice)
    }

    @Test("A launch code works once")
    mutating func codeWorksOnce() throws {
        let code = passes.code(for: grant(), at: start, using: &dice)
        #expect(code.utf8.count == 64)
        _ = try passes.token(for: code, at: start, using: &dice)
        #expect(throws: AttemptPasses.Refusal.unknown) { try passes.token(for: code, at: start, using: &dice) }
    }

    @Test("A launch code lives for a minute")
    mutating func codeIsShortLived() throws {
        let late = passes.code(for: grant(), at: start, using: &dice)
        #expect(throws: AttemptPasses.Refusal.unknown) { try passes.token(for: late, at: start + 60_001, using: &dice) }
        let timely = passes.code(for: grant(), at: start, using: &dice)
        #expect(throws: Never.self) { try passes.token(for: timely, at: start + 60_000, using: &dice) }
    }

    @Test("A token that was never given out opens nothing; a code is no token")
    mutating func unknownTokens() throws {
        let code = passes.code(for: grant(), at: start, using: &dice)
        for token in [code, "", String(repeating: "0", count: 64)] {
            #expect(throws: AttemptPasses.Refusal.unknown) { try passes.grant(of: token, at: start) }
        }
    }

    @Test("A token lives twelve hours from its last use")
    mutating func tokenSlides() throws {
        let token = try token(grant(), at: start)
        let hours = { [start] (count: Int64) in start + count * 3_600_000 }
        #expect(try passes.grant(of: token, at: hours(11)) == grant())
        #expect(try passes.grant(of: token, at: hours(22)) == grant())
        #expect(throws: AttemptPasses.Refusal.unknown) { try passes.grant(of: token, at: hours(35)) }
    }

    @Test("Opened again, the older page reads on and commits no more")
    mutating func olderIsElsewhere() throws {
        let older = try token(grant(), at: start)
        _ = try passes.start(page: "web-1", with: older, at: start)
        let other = try token(grant("b"), at: start)
        let newer = try token(grant(), at: start)
        #expect(try passes.grant(of: older, at: start) == grant())
        #expect(throws: AttemptPasses.Refusal.elsewhere) {
            try passes.admit(page: "web-1", bytes: 1, with: older, at: start)
        }
        #expect(throws: AttemptPasses.Refusal.elsewhere) { try passes.start(page: "web-9", with: older, at: start) }
        _ = try passes.start(page: "web-2", with: newer, at: start)
        #expect(try passes.admit(page: "web-2", bytes: 1, with: newer, at: start) == grant())
        _ = try passes.start(page: "web-3", with: other, at: start)
        #expect(try passes.admit(page: "web-3", bytes: 1, with: other, at: start) == grant("b"))
    }

    @Test("Only the page that a token runs may commit with it")
    mutating func pageMustBeTheOne() throws {
        let token = try token(grant(), at: start)
        for page in ["web-1", "web-2"] { _ = try passes.start(page: page, with: token, at: start) }
        #expect(throws: AttemptPasses.Refusal.elsewhere) {
            try passes.admit(page: "web-1", bytes: 1, with: token, at: start)
        }
        #expect(throws: Never.self) { try passes.admit(page: "web-2", bytes: 1, with: token, at: start) }
    }

    @Test("After the end a token lives a minute longer")
    mutating func endHasGrace() throws {
        let token = try token(grant(), at: start)
        passes.end(token, at: start)
        #expect(throws: Never.self) { try passes.grant(of: token, at: start + 60_000) }
        #expect(throws: AttemptPasses.Refusal.over) { try passes.grant(of: token, at: start + 60_001) }
    }

    @Test("Signing out ends every pass and code of a learner")
    mutating func revoked() throws {
        let token = try token(grant(), at: start)
        let code = passes.code(for: grant(course: "d"), at: start, using: &dice)
        passes.revoke(learner: "a")
        #expect(throws: AttemptPasses.Refusal.unknown) { try passes.grant(of: token, at: start) }
        #expect(throws: AttemptPasses.Refusal.unknown) { try passes.token(for: code, at: start, using: &dice) }
    }

    @Test("Eight commits at once, then four a second")
    func pace() throws {
        var allowance = CommitAllowance()
        for _ in 0..<8 { try allowance.take(1, at: start) }
        #expect(throws: AttemptPasses.Refusal.tooFast(wait: 250)) { try allowance.take(1, at: start) }
        for second in 1...5 {
            for _ in 0..<4 { try allowance.take(1, at: start + Int64(second) * 1000) }
            #expect(throws: AttemptPasses.Refusal.self) { try allowance.take(1, at: start + Int64(second) * 1000) }
        }
    }

    @Test("Four MiB a day, and again the next day")
    func daily() throws {
        var allowance = CommitAllowance()
        let quarter = 1024 * 1024
        for hour in 0..<4 { try allowance.take(quarter, at: start + Int64(hour) * 60_000) }
        #expect(throws: AttemptPasses.Refusal.tooMuch) { try allowance.take(1, at: start + 300_000) }
        #expect(throws: Never.self) { try allowance.take(quarter, at: start + 86_400_000) }
    }
}
