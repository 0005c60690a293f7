import CourseModel
import Packaging
import Testing

/// Random damage to our own manifests: the reader may refuse or tell, never stop.
struct FuzzTests {
    /// The same numbers from the same seed.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var bits = state
            bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
            return bits ^ bits >> 31
        }
    }

    static let pieces = [
        "", "<", ">", "\"", "&amp;", "%2e%2e/", "../", "\\", "C:", "#", "?", "99999999999999999999", "-1", "1e999",
        "NaN",
        "true", " ", "\u{301}", "\u{0}", "<item>", "</item>", "<manifest identifier=\"S\">", "</manifest>",
        "xml:base=\"../\"", "identifierref=\"S1\"", "IDRef=\"S1\"", "PT99999999999999999S", "é", "http://", "//h/",
        "<!DOCTYPE a>", "]]>", "encoding=\"utf-16\"",
    ]

    static func seeds() throws -> [[UInt8]] {
        [try Fixture.bytes("sequenced.xml"), try Fixture.bytes("cmi5.xml"), Array(Fixture.scorm12().utf8)]
    }

    static func damaged(_ seed: [UInt8], with dice: inout Dice) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 0...20, using: &dice))
            switch Int.random(in: 0..<4, using: &dice) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.replaceSubrange(place..<end, with: (pieces.randomElement(using: &dice) ?? "").utf8)
            default:
                bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &dice))
            }
        }
        return bytes
    }

    @Test("no damage stops the reader, and what it says of damage is whole", arguments: 0..<4)
    func mutations(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        var (opened, refused) = (0, 0)
        for text in try FuzzTests.seeds() {
            for _ in 0..<150 {
                let reading = Fixture.reading(FuzzTests.damaged(text, with: &dice))
                if reading.course == nil { refused += 1 } else { opened += 1 }
                #expect(reading.course != nil || !reading.findings.isEmpty)
                for finding in reading.findings {
                    #expect(finding.code.hasPrefix("PKG") && finding.line ?? 1 >= 1 && finding.column ?? 1 >= 1)
                }
            }
        }
        #expect(opened > 0 && refused > 0)
    }

    /// A manifest made to take long, by what it repeats.
    enum Weight: String, CaseIterable {
        case items, entities, objectives, references, submanifests, bases, dangling, depth
    }

    static func heavy(_ weight: Weight) -> String {
        func many(_ count: Int, _ piece: String) -> String { String(repeating: piece, count: count) }
        let plain = #"<item identifier="I1" identifierref="R1"><title>T</title></item>"#
        let leaf = #"<item identifier="I" identifierref="X"/>"#
        let collection =
            "</resources><sequencingCollection><sequencing ID='S'><objectives>"
            + many(4_000, "<objective objectiveID='o'/>") + "</objectives></sequencing></sequencingCollection>"
        switch weight {
        case .items: return Fixture.scorm12(items: many(11_000, plain))
        case .entities:
            return Fixture.scorm12(
                items: "<item identifier='I'><title>" + many(200_000, "&amp;&#233;") + "</title></item>")
        case .objectives:
            return Fixture.scorm12(
                items: plain + "<sequencing><objectives>" + many(50_000, "<objective objectiveID='o'/>")
                    + "</objectives></sequencing>")
        case .references:
            let item =
                "<item identifier='I'><title>T</title><sequencing IDRef='S'><controlMode flow='true'/></sequencing></item>"
            return Fixture.scorm12(items: many(3_000, item)).replacing("</resources>", with: collection)
        case .submanifests:
            return Fixture.scorm12(items: many(3_000, leaf)).replacing(
                "</resources>", with: "</resources>" + many(20_000, "<manifest identifier='S'/>"))
        case .bases:
            let base = "<manifest identifier='S' xml:base='" + many(2_000, "../a/") + "'>"
            return Fixture.scorm12().replacing(
                "</resources>",
                with: "</resources>" + many(50, base) + "<resources><resource identifier='R'>"
                    + many(20_000, "<file href='a'/>")
                    + "</resource></resources>" + many(50, "</manifest>"))
        case .dangling:
            return Fixture.scorm12(
                items: many(3_000, leaf), resources: many(20_000, "<resource identifier='R' href='a'/>"))
        case .depth: return Fixture.scorm12(items: many(60, "<item identifier='I'>") + many(60, "</item>"))
        }
    }

    @Test("what is made to take long is read in time", arguments: Weight.allCases)
    func heavy(weight: Weight) {
        let text = FuzzTests.heavy(weight)
        let start = ContinuousClock.now
        let reading = Fixture.reading(text)
        #expect(ContinuousClock.now - start < .seconds(20), "a debug build on a busy machine takes at most a few")
        #expect(!reading.findings.isEmpty)
        #expect((reading.course?.organization.activities.count ?? 0) <= 10_001)
    }
}
