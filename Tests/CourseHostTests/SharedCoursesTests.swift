import CourseModel
import FoundationEssentials
import JournalStore
import Learning
import RuntimeData
import Sequencing
import Testing

@testable import CourseHost

/// A course whose one activity says whether "G" is satisfied, and one whose second activity waits for it.
private func manifest(_ name: String, reads: Bool) -> String {
    let map = reads ? #"readSatisfiedStatus="true""# : #"writeSatisfiedStatus="true""#
    let objective = """
        <imsss:objectives><imsss:primaryObjective objectiveID="own">
          <imsss:mapInfo targetObjectiveID="G" \(map)/></imsss:primaryObjective></imsss:objectives>
        """
    let rule = """
        <imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions conditionCombination="any">
          <imsss:ruleCondition condition="satisfied" operator="not"/>
          <imsss:ruleCondition condition="objectiveStatusKnown" operator="not"/></imsss:ruleConditions>
          <imsss:ruleAction action="disabled"/></imsss:preConditionRule></imsss:sequencingRules>
        """
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest identifier="\(name)" version="1.0" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
          <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
          <organizations default="ORG"><organization identifier="ORG"><title>\(name)</title>
            <item identifier="FREE" identifierref="R"><title>Free</title>
              <adlcp:data><adlcp:map targetID="store" readSharedData="true" writeSharedData="true"/></adlcp:data>
              \(reads ? "" : "<imsss:sequencing>\(objective)</imsss:sequencing>")</item>
            <item identifier="GATED" identifierref="R"><title>Gated</title>
              \(reads ? "<imsss:sequencing>\(rule)\(objective)</imsss:sequencing>" : "")</item>
            <imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>
          </organization></organizations>
          <resources><resource identifier="R" type="webcontent" adlcp:scormType="sco" href="a.html">
            <file href="a.html"/></resource></resources>
        </manifest>
        """
}

private func package(_ name: String, reads: Bool, in place: Place) throws -> String {
    let folder = "\(place.path).sources/\(name)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(manifest(name, reads: reads).utf8).write(to: URL(filePath: "\(folder)/imsmanifest.xml"))
    try Data("<p>a</p>".utf8).write(to: URL(filePath: "\(folder)/a.html"))
    return folder
}

extension Desk {
    fileprivate mutating func commit(_ writes: [(String, String)], number: Int, page: String = "page") throws {
        let state = try #require(session.contentState)
        let commit = ContentCommit(
            activity: state.activity, attempt: state.attempt, writes: writes.map { CMI.Write($0, $1) }, ends: false)
        guard case .kept(let refused, _) = try keep(commit, page: page, number: number) else {
            Issue.record("the commit was not kept")
            return
        }
        #expect(refused.isEmpty)
    }

    fileprivate func isOpen(_ id: ActivityID) -> Bool? { view.outline.first { $0.id == id }?.isOpen }
}

@Suite("A learner's courses")
struct SharedCoursesTests {
    @Test("tell each other of global objectives and shared data, in memory and from the files alone")
    func tell() throws {
        let place = try Place()
        defer { try? FileManager.default.removeItem(atPath: "\(place.path).sources") }
        let writing = try package("writer", reads: false, in: place)
        let reading = try package("reader", reads: true, in: place)
        var reader = try place.desk(writer: "r", course: reading)
        _ = try reader.open()
        #expect(reader.isOpen("GATED") == false)
        var writer = try place.desk(writer: "w", course: writing)
        _ = try writer.open()
        try writer.commit([("cmi.success_status", "passed"), ("adl.data.0.store", "kept")], number: 1)

        _ = try reader.open()
        #expect(reader.isOpen("GATED") == true)
        #expect(reader.session.sharedData["store"] == "kept")
        let last = reader.journal.lastNumber
        _ = try reader.open()
        #expect(reader.journal.lastNumber == last, "what is known already is not written again")
        let fresh = try place.desk(writer: "s", course: reading)
        #expect(fresh.view == reader.view)
        #expect(fresh.session.sequencer.globalObjectives == reader.session.sequencer.globalObjectives)

        // The other way, and the later word holds, although its clock is behind.
        try writer.commit([("cmi.success_status", "failed")], number: 2)
        var late = try place.desk(writer: "t", at: 1000, course: reading)
        _ = try late.open()
        #expect(late.isOpen("GATED") == false)
        try writer.commit([("cmi.success_status", "passed")], number: 3)
        _ = try late.perform(.navigate(.choice("GATED")))
        #expect(late.session.delivered == 2)
    }

    @Test("are held up by no damage of another")
    func damage() throws {
        let place = try Place()
        defer { try? FileManager.default.removeItem(atPath: "\(place.path).sources") }
        var writer = try place.desk(writer: "w", course: package("writer", reads: false, in: place))
        _ = try writer.open()
        var bytes = try Data(contentsOf: URL(filePath: writer.journal.path))
        bytes[30] ^= 1
        try (bytes + bytes).write(to: URL(filePath: writer.journal.path))
        var reader = try place.desk(writer: "r", course: package("reader", reads: true, in: place))
        guard case .done = try reader.open() else {
            Issue.record("the course next to a damaged one does not open")
            return
        }
    }
}

@Suite("Web content in two windows")
struct TwoWindowsTests {
    private let foreign = "Tests/Fixtures/scorm2004-foreign"

    private func commit(_ desk: Desk, _ location: String) throws -> ContentCommit {
        let state = try #require(desk.session.contentState)
        return ContentCommit(
            activity: state.activity, attempt: state.attempt, writes: [CMI.Write("cmi.location", location)], ends: false
        )
    }

    @Test("the one that opened it last has it; the other is told, in both programs and after a restart")
    func takeOver() throws {
        let place = try Place()
        var one = try place.desk(writer: "one", course: foreign)
        _ = try one.open()
        _ = try one.takeOver(page: "a", number: 0)
        _ = try one.keep(commit(one, "1"), page: "a", number: 1)
        var two = try place.desk(writer: "two", course: foreign)
        let last = two.journal.lastNumber
        _ = try two.takeOver(page: "b", number: 0)
        #expect(two.journal.lastNumber == last + 1)
        _ = try two.takeOver(page: "b", number: 1)
        #expect(two.journal.lastNumber == last + 1, "who has it takes nothing over")
        guard case .refused(let refusal) = try one.keep(commit(one, "2"), page: "a", number: 2) else {
            Issue.record("the first window still writes")
            return
        }
        #expect(refusal == .takenOver)
        #expect(one.session.contentState?.values["cmi.entry"] == "resume")
        _ = try two.keep(commit(two, "3"), page: "b", number: 2)
        var three = try place.desk(writer: "three", course: foreign)
        guard case .refused = try three.keep(commit(three, "4"), page: "a", number: 3) else {
            Issue.record("the first window writes after a restart")
            return
        }
        _ = try three.takeOver(page: "a", number: 4)
        guard case .kept = try three.keep(commit(three, "5"), page: "a", number: 5) else {
            Issue.record("the first window took it back and cannot write")
            return
        }
        guard case .refused = try two.keep(commit(two, "6"), page: "b", number: 3) else {
            Issue.record("the second window still writes")
            return
        }
    }

    @Test("what an earlier page could not send is kept when the one that has the content sends it")
    func leftBehind() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one", course: foreign)
        _ = try desk.open()
        _ = try desk.takeOver(page: "a", number: 0)
        let late = try commit(desk, "1")
        _ = try desk.takeOver(page: "b", number: 0)
        guard case .refused(.takenOver) = try desk.keep(late, page: "a", number: 1) else {
            Issue.record("the earlier page still writes")
            return
        }
        guard case .kept = try desk.keep(late, page: "a", number: 1, from: "b") else {
            Issue.record("the later page cannot send what was left")
            return
        }
    }

    @Test("a repeated commit is kept once")
    func repeated() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one", course: foreign)
        _ = try desk.open()
        let same = try commit(desk, "1")
        for _ in 0..<3 { _ = try desk.keep(same, page: "a", number: 1) }
        #expect(desk.journal.lastNumber == 2)
    }
}
