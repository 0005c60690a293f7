import CourseModel
import FoundationEssentials
import Glibc
import JournalStore
import Learning
import Packaging
import Testing

@testable import CourseHost

/// A data folder and a copy of the SPASER course that may be changed; both go away with the test.
final class Workshop {
    let path = "/tmp/parcours-import-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let shelf: CourseShelf
    var package: String { path + "/package" }

    init() throws {
        shelf = CourseShelf(try DataFolder(path + "/data"), models: DataModels(folder: "Scorm"))
        try FileManager.default.copyItem(atPath: "Courses/spaser", toPath: path + "/package")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Rewrites the manifest.
    func change(_ old: String, to new: String) throws {
        let manifest = package + "/imsmanifest.xml"
        let text = try String(contentsOfFile: manifest, encoding: .utf8)
        #expect(text.contains(old))
        try text.replacing(old, with: new).write(toFile: manifest, atomically: false, encoding: .utf8)
    }

    /// Takes an item out of the manifest.
    func cut(item id: String) throws {
        let manifest = package + "/imsmanifest.xml"
        let text = try String(contentsOfFile: manifest, encoding: .utf8)
        let start = try #require(text.firstRange(of: "<item identifier=\"\(id)\"")).lowerBound
        let end = try #require(text[start...].firstRange(of: "</item>")).upperBound
        try (text[..<start] + text[end...]).write(toFile: manifest, atomically: false, encoding: .utf8)
    }

    func desk(_ writer: String, learner login: String? = nil) throws -> Desk {
        let id = "parcours-mission-spaser"
        var chance = SplitMix(seed: UInt64(login?.utf8.count ?? 0))
        let learner = try shelf.folder.findOrCreate(
            LearnerProfile(login: login, name: "Inès"), as: LearnerID(using: &chance))
        let enrolment = shelf.folder.enrolment(of: learner, in: id)
        try shelf.folder.prepare(enrolment)
        var journal = enrolment.journal
        let lines = try journal.read()
        let offered = try shelf.folder.currentVersion(ofCourse: id)
        let version = try #require(Desk.pinnedVersion(lines) ?? offered)
        let course = try #require(try shelf.course(id, version: version))
        return try Desk(
            course.courseware, learner: Learner(id: learner.text, name: "Inès"), course: id, version: version,
            journal: journal, lines: lines, writer: writer, clock: { Instant(milliseconds: 5000) },
            dice: SplitMix(seed: 2))
    }
}

@Suite("Importing a package")
struct ImportTests {
    @Test("new, the same again, another version with what changed, the first one again")
    func outcomes() throws {
        let shop = try Workshop()
        let first = try shop.shelf.importPackage(at: shop.package)
        #expect(first.outcome == .new && first.course == "parcours-mission-spaser" && first.changes == nil)
        #expect(try shop.shelf.importPackage(at: shop.package).outcome == .same)
        try shop.change("Pourquoi un SPASER", to: "Un SPASER, pourquoi")
        try shop.cut(item: "M1-L2")
        try "x".write(toFile: shop.package + "/media/new.txt", atomically: false, encoding: .utf8)
        let second = try shop.shelf.importPackage(at: shop.package)
        #expect(second.outcome == .updated && second.previous == first.version)
        let changes = try #require(second.changes)
        #expect(changes.removed.map(\.id) == ["M1-L2"])
        #expect(changes.renamed.map(\.id) == ["M1-L1"])
        #expect(changes.filesAdded == ["media/new.txt"] && changes.filesChanged == ["imsmanifest.xml"])
        let again = try shop.shelf.importPackage(at: "Courses/spaser")
        #expect(again.outcome == .restored && again.version == first.version)
        #expect(try shop.shelf.folder.currentVersion(ofCourse: first.course) == first.version)
    }

    @Test("progress ends with every byte; the clock stops a slow import, and nothing of it is kept")
    func clock() throws {
        let shop = try Workshop()
        #expect(throws: PackageError.tooLarge(.seconds)) { try shop.shelf.importPackage(at: shop.package, seconds: 0) }
        #expect(try shop.shelf.folder.courseIDs() == [])
        var last = ImportProgress(bytesDone: 0, bytesTotal: 0)
        let report = try shop.shelf.importPackage(at: shop.package) { last = $0 }
        #expect(last == ImportProgress(bytesDone: report.bytes, bytesTotal: report.bytes))
    }

    @Test("a template's identifier under another title is another course, and its next version the same one")
    func templates() throws {
        let shop = try Workshop()
        _ = try shop.shelf.importPackage(at: shop.package)
        try shop.change("Mission SPASER", to: "Autre cours")
        let other = try shop.shelf.importPackage(at: shop.package)
        #expect(other.outcome == .new && other.course == "Autre cours-\(other.version.prefix(12))")
        try shop.change("Pourquoi un SPASER", to: "Un SPASER, pourquoi")
        #expect(try shop.shelf.importPackage(at: shop.package).course == other.course)
        #expect(try shop.shelf.importPackage(at: shop.package, as: "mine").course == "mine")
        #expect(try shop.shelf.folder.courseIDs().count == 3)
    }

    @Test("what is kept is read like the package, and a version kept by an older program too")
    func kept() throws {
        let shop = try Workshop()
        let report = try shop.shelf.importPackage(at: shop.package)
        let kept = try #require(try shop.shelf.files(report.course, version: report.version))
        let given = try PackageFiles(at: shop.package)
        #expect(kept.paths == given.paths)
        for path in given.paths { #expect(try kept.read(path) == given.read(path)) }
        #expect(try CourseShelf.version(of: kept) == report.version)
        let place = try #require(kept.location(of: "imsmanifest.xml"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: place)) == Data(given.read("imsmanifest.xml")))
        let old = String(repeating: "a", count: 64)
        let folder = try #require(shop.shelf.folder.path(ofCourse: report.course, version: old))
        try FileManager.default.copyItem(atPath: shop.package, toPath: folder)
        #expect(try shop.shelf.files(report.course, version: old)?.paths == given.paths)
    }

    @Test("hosts of launch addresses")
    func hosts() throws {
        let shop = try Workshop()
        let manifest = """
            <manifest identifier="H" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2">
            <organizations><organization identifier="O"><title>T</title>
            <item identifier="A" identifierref="R"><title>A</title></item></organization></organizations>
            <resources><resource identifier="R" type="webcontent" href="https://Example.org:8443/a?b"/></resources></manifest>
            """
        try FileManager.default.removeItem(atPath: shop.package)
        try FileManager.default.createDirectory(atPath: shop.package, withIntermediateDirectories: true)
        try manifest.write(toFile: shop.package + "/imsmanifest.xml", atomically: false, encoding: .utf8)
        #expect(try shop.shelf.importPackage(at: shop.package).hosts == ["example.org:8443"])
    }

    @Test("a course leaves only when nobody follows it, and the version that is offered not before the others")
    func removal() throws {
        let shop = try Workshop()
        let first = try shop.shelf.importPackage(at: shop.package)
        var desk = try shop.desk("one")
        _ = try desk.open()
        try shop.change("Pourquoi un SPASER", to: "Un SPASER, pourquoi")
        let second = try shop.shelf.importPackage(at: shop.package)
        #expect(throws: CourseShelf.Obstacle.self) { try shop.shelf.remove(first.course) }
        #expect(throws: CourseShelf.Obstacle.self) { try shop.shelf.remove(first.course, version: first.version) }
        #expect(throws: CourseShelf.Obstacle.self) { try shop.shelf.remove(first.course, version: second.version) }
        #expect(throws: CourseShelf.Obstacle.self) { try shop.shelf.remove("other") }
        #expect(try shop.shelf.folder.versions(ofCourse: first.course).count == 2)
        let learner = try #require(try shop.shelf.folder.learners().first)
        _ = try shop.shelf.move(
            learner, in: first.course, to: second.version, by: "test", writer: "m",
            clock: { Instant(milliseconds: 9000) })
        #expect(try shop.shelf.remove(first.course, version: first.version) == [first.version])
        #expect(try shop.shelf.folder.versions(ofCourse: first.course) == [second.version])
    }
}
