import CourseModel
import FoundationEssentials
import JournalStore
import Learning
import Testing

@testable import CourseHost

@Suite("A course version on the shelf")
struct AlteredVersionTests {
    @Test("is what its hash says, until a byte of it changes")
    func altered() throws {
        let place = try Place()
        let desk = try place.desk(writer: "one")
        #expect(try CourseShelf.alteredVersions(in: place.folder).isEmpty)
        let id = desk.session.courseware.course.identifier
        let version = try #require(try place.folder.versions(ofCourse: id).first)
        let path = try #require(place.folder.path(ofCourse: id, version: version))
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: path).first { $0.utf8.count == 64 })
        var bytes = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
        bytes[0] ^= 1
        try bytes.write(to: URL(filePath: "\(path)/\(name)"))
        #expect(try CourseShelf.alteredVersions(in: place.folder).map(\.version) == [version])
    }
}
