import CourseModel
import RuntimeData
import Testing

@Suite("Long values and many records")
struct LimitTests {
    static let long: [(String, Int)] = [
        ("cmi.location", 1000), ("cmi.suspend_data", 64_000), ("cmi.comments_from_learner.0.comment", 4000),
        ("cmi.comments_from_learner.0.location", 250), ("cmi.objectives.0.id", 4000),
    ]

    @Test("Beyond the smallest permitted maximum a value is kept and flagged, or refused when strict", arguments: long)
    func beyondSPM(element: String, spm: Int) throws {
        var lenient = try attempt(Models.fourth)
        try lenient.set(element, to: String(repeating: "é", count: spm))
        #expect(lenient.flags.isEmpty)
        try lenient.set(element.replacingZero, to: String(repeating: "é", count: spm + 1))
        #expect(lenient.flags.map(\.element) == [element.replacingZero])
        var strict = try attempt(Models.fourth) { $0.isStrict = true }
        let error = #expect(throws: CMIError.self) {
            try strict.set(element, to: String(repeating: "é", count: spm + 1))
        }
        #expect(error?.code == 406)
        try strict.set(element, to: String(repeating: "é", count: spm))
    }

    @Test("The language in front of a text does not count")
    func localized() throws {
        var cmi = try attempt(Models.fourth) { $0.isStrict = true }
        try cmi.set("cmi.comments_from_learner.0.comment", to: "{lang=fr}" + String(repeating: "x", count: 4000))
    }

    @Test("More than 1 MiB is refused")
    func megabyte() throws {
        var cmi = try attempt(Models.fourth)
        try cmi.set("cmi.suspend_data", to: String(repeating: "x", count: 1 << 20))
        let error = #expect(throws: CMIError.self) {
            try cmi.set("cmi.location", to: String(repeating: "x", count: (1 << 20) + 1))
        }
        #expect(error?.code == 351)
        #expect(error?.reason == .overLimit)
    }

    @Test("All values together stay under 16 MiB, and what is overwritten makes room")
    func total() throws {
        var cmi = try attempt(Models.fourth)
        let text = String(repeating: "x", count: 1_000_000)
        for n in 0..<16 { try cmi.set("cmi.comments_from_learner.\(n).comment", to: text) }
        let error = #expect(throws: CMIError.self) { try cmi.set("cmi.comments_from_learner.16.comment", to: text) }
        #expect(error?.code == 351)
        try cmi.set("cmi.comments_from_learner.0.comment", to: "")
        try cmi.set("cmi.comments_from_learner.16.comment", to: text)
    }

    @Test("Appended comments stay under 1 MiB together")
    func appended() throws {
        var cmi = try attempt(Models.oneTwo)
        try cmi.set("cmi.comments", to: String(repeating: "x", count: 1_000_000))
        let error = #expect(throws: CMIError.self) {
            try cmi.set("cmi.comments", to: String(repeating: "x", count: 100_000))
        }
        #expect(error?.code == 101)
    }

    @Test("2,000 interactions and not one more; those beyond 250 are flagged")
    func interactions() throws {
        var cmi = try attempt(Models.fourth)
        for n in 0..<2000 { try cmi.set("cmi.interactions.\(n).id", to: "i") }
        let error = #expect(throws: CMIError.self) { try cmi.set("cmi.interactions.2000.id", to: "i") }
        #expect(error?.code == 351)
        #expect(cmi.flags.map(\.element) == ["cmi.interactions"])
        #expect(try cmi.get("cmi.interactions._count") == "2000")
    }

    @Test("Strict, a collection ends at its smallest permitted maximum")
    func strictCollection() throws {
        var cmi = try attempt(Models.fourth) { $0.isStrict = true }
        try cmi.set("cmi.interactions.0.id", to: "i")
        for m in 0..<10 { try cmi.set("cmi.interactions.0.objectives.\(m).id", to: "o\(m)") }
        let error = #expect(throws: CMIError.self) { try cmi.set("cmi.interactions.0.objectives.10.id", to: "o") }
        #expect(error?.code == 351)
    }

    @Test("Identifiers compare by bytes: two forms of é are two objectives")
    func bytes() throws {
        var cmi = try attempt(Models.fourth)
        try cmi.set("cmi.objectives.0.id", to: "\u{E9}")
        try cmi.set("cmi.objectives.1.id", to: "e\u{301}")
        let error = #expect(throws: CMIError.self) { try cmi.set("cmi.objectives.1.id", to: "\u{E9}") }
        #expect(error?.reason == .writeOnce)
    }

    @Test("Diagnostics name the element, what was given and what is expected, in 255 characters")
    func diagnostics() throws {
        var cmi = try attempt(Models.fourth)
        let error = #expect(throws: CMIError.self) { try cmi.set("cmi.score.scaled", to: "1.5") }
        #expect(error?.diagnostic == "cmi.score.scaled: 1.5 given, expects real(10,7) from -1 to 1")
        let long = String(repeating: "👩‍👩‍👧", count: 1000)
        let other = #expect(throws: CMIError.self) { try cmi.set(long, to: long) }
        #expect((other?.diagnostic.utf16.count ?? 0) <= 255)
    }
}

extension String {
    /// An identifier is written once, so its longer form goes into a record of its own.
    fileprivate var replacingZero: String {
        self == "cmi.objectives.0.id" ? "cmi.objectives.1.id" : self
    }
}
