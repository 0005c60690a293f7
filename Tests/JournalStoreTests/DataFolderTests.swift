import CourseModel
import Glibc
import Testing

@testable import JournalStore

private let version = String(repeating: "a", count: 64)

@Suite("A data folder")
struct DataFolderTests {
    @Test("is made with its format, and opened again")
    func format() throws {
        let scratch = Scratch()
        let data = try DataFolder(scratch.file("a/b"))
        #expect(try scratch.bytes("a/b/FORMAT") == Array("parcours-data 1\n".utf8))
        #expect(try DataFolder(existing: data.path) == data)
        #expect(try DataFolder(data.path) == data)
        var status = stat()
        #expect(stat(data.path, &status) == 0 && status.st_mode & 0o777 == 0o700)
    }

    @Test(
        "of another format is refused, politely",
        arguments: [("parcours-data 2\n", "newer-format"), ("hello\n", "unreadable"), ("", "unreadable")])
    func otherFormat(text: String, code: String) throws {
        let scratch = Scratch()
        try scratch.put(Array(text.utf8), in: "FORMAT")
        let error = #expect(throws: JournalError.self) { try DataFolder(scratch.path) }
        #expect(error?.code == code)
        #expect(try scratch.bytes("FORMAT") == Array(text.utf8))
    }

    @Test("is not made among other things, nor where it must exist")
    func otherThings() throws {
        let scratch = Scratch()
        try scratch.put([1], in: "thesis.txt")
        #expect(throws: JournalError(scratch.path, .notADataFolder)) { try DataFolder(scratch.path) }
        #expect(throws: JournalError(scratch.path, .notADataFolder)) { try DataFolder(existing: scratch.path) }
    }

    @Test("finds learners by login, by bytes, and has one local learner")
    func learners() throws {
        let scratch = Scratch()
        let data = try DataFolder(scratch.file("data"))
        let (ana, local, other) = try (#require(LearnerID("0a")), #require(LearnerID("0b")), #require(LearnerID("0c")))
        let profile = LearnerProfile(login: "é\"\u{2028}", name: "Ana", email: "ana@exemple.fr")
        #expect(try data.learner(login: nil) == nil)
        try data.create(ana, profile)
        #expect(try data.findOrCreate(LearnerProfile(login: nil, name: "Vous"), as: local) == local)
        #expect(try data.findOrCreate(LearnerProfile(login: nil, name: "Moi"), as: other) == local)
        #expect(try data.profile(of: ana) == profile)
        #expect(try data.learner(login: profile.login) == ana)
        #expect(try data.learner(login: "e\u{301}\"\u{2028}") == nil)
        #expect(try data.learners() == [ana, local])
        #expect(throws: JournalError.self) { try data.create(other, profile) }
        #expect(throws: JournalError.self) { try data.create(ana, LearnerProfile(login: "x", name: "X")) }
        try data.set(LearnerProfile(login: "ana", name: "Ana"), of: ana)
        #expect(try data.learner(login: "ana") == ana)
    }

    @Test(
        "names folders so that no identifier leaves its place",
        arguments: [
            ("abc-12", "abc-12"), ("../../etc", "%2E%2E%2F%2E%2E%2Fetc"), ("Été", "%C3%89t%C3%A9"), ("A_b", "%41%5Fb"),
            ("lock", "%6Cock"), ("blobs", "%62lobs"), ("", "%"), (".", "%2E"), ("a b%", "a%20b%25"),
        ])
    func folderNames(identifier: String, name: String) {
        #expect(FolderName(identifier).text == name)
        #expect(FolderName(identifier).identifier == identifier)
        #expect(FolderName(onDisk: name)?.identifier == identifier)
    }

    @Test("cuts long names and keeps them apart")
    func longNames() {
        let (one, two) = (String(repeating: "é", count: 300), String(repeating: "é", count: 301))
        #expect(FolderName(one) != FolderName(two))
        #expect(FolderName(one).text.utf8.count <= 233)
        #expect(FolderName(one).identifier == nil)
        #expect(FolderName(String(repeating: "a", count: 200)).identifier?.count == 200)
        for name in ["", "a.b", "%zz", "%2e", "A", "%61"] { #expect(FolderName(onDisk: name) == nil, "\(name)") }
    }

    @Test("keeps package versions whole or not at all, and offers one")
    func courses() throws {
        let scratch = Scratch()
        let data = try DataFolder(scratch.file("data"))
        struct Broken: Error {}
        #expect(throws: Broken.self) {
            try data.staging { staging in
                try staging.write([1])
                throw Broken()
            }
        }
        #expect(try data.versions(ofCourse: "C 1") == [])
        #expect(throws: JournalError.self) { try data.setCurrentVersion(version, ofCourse: "C 1") }
        for isNew in [true, false] {
            let (name, placed) = try data.staging { staging in
                try staging.write([1])
                let name = try staging.endFile()
                try staging.finish(index: "")
                return (name, try staging.place(version: version, ofCourse: "C 1"))
            }
            #expect(placed == isNew)
            #expect(name == sha256Name(of: [1]))
            #expect(try SmallFile.read("\(data.path(ofCourse: "C 1"))/\(version)/\(name)") == [1])
        }
        #expect(try data.versions(ofCourse: "C 1") == [version])
        #expect(try data.courseIDs() == ["C 1"])
        #expect(try data.currentVersion(ofCourse: "C 1") == nil)
        try data.setCurrentVersion(version, ofCourse: "C 1")
        #expect(try data.currentVersion(ofCourse: "C 1") == version)
        #expect(throws: JournalError.self) {
            try data.staging { staging in try staging.place(version: "../x", ofCourse: "c") }
        }
        #expect(try Folder.names(in: data.path(ofCourse: "C 1"), hiddenToo: true) == [version, "current"])
        #expect(try Folder.names(in: data.coursesPath, hiddenToo: true) == ["%43%201"])
    }

    @Test("an import that was killed is swept away by the next, one under way is not")
    func leftovers() throws {
        let scratch = Scratch()
        let data = try DataFolder(scratch.file("data"))
        try Folder.make("\(data.coursesPath)/.import-0000000000000000/x")
        try data.staging { staging in
            try staging.write([1])
            #expect(try Folder.names(in: data.coursesPath, hiddenToo: true).count == 1)
            try data.staging { inner in
                try inner.write([2])
                #expect(try Folder.names(in: data.coursesPath, hiddenToo: true).count == 2)
            }
            _ = try staging.endFile()
        }
        #expect(try Folder.names(in: data.coursesPath, hiddenToo: true) == [])
    }

    @Test("checks every journal and names the damaged one")
    func check() throws {
        let scratch = Scratch()
        let data = try DataFolder(scratch.file("data"))
        let ana = try #require(LearnerID("0a"))
        try data.create(ana, LearnerProfile(login: "ana", name: "Ana"))
        #expect(try data.check() == DataReport(entries: [], blobs: []))
        for course in ["one", "two"] {
            let enrolment = data.enrolment(of: ana, in: course)
            try data.prepare(enrolment)
            var bytes = Array(sampleLines(3).joined())
            if course == "two" { bytes[7] ^= 1 }
            try SmallFile.replace(enrolment.journalPath, with: bytes)
        }
        #expect(try data.enrolments(of: ana).map(\.courseID) == ["one", "two"])
        let report = try data.check()
        #expect(report.exitCode == 5)
        #expect(report.entries.map(\.report?.status) == [.clean, .damaged])
        #expect(report.entries.map(\.finding?.line) == [nil, 1])
        #expect(report.jsonMembers.first?.hasPrefix(#""journals":[{"learner":"0a","course":"one","file":""#) == true)
    }

    @Test("gives a journal its learner's lock, and any other file a lock of its own")
    func locks() throws {
        let scratch = Scratch()
        let data = try DataFolder(scratch.file("data"))
        let ana = try #require(LearnerID("0a"))
        try data.create(ana, LearnerProfile(login: "ana", name: "Ana"))
        let enrolment = data.enrolment(of: ana, in: "one")
        try data.prepare(enrolment)
        #expect(try DataFolder.lockPath(forJournal: enrolment.journalPath) == enrolment.lockPath)
        #expect(try DataFolder.lockPath(forJournal: scratch.file("x")) == scratch.file("x.lock"))
        #expect(throws: JournalError.self) { try DataFolder.lockPath(forJournal: scratch.file("no/x")) }
        try SmallFile.replace("\(data.path)/FORMAT", with: Array("parcours-data 2\n".utf8))
        let error = #expect(throws: JournalError.self) { try DataFolder.lockPath(forJournal: enrolment.journalPath) }
        #expect(error?.code == "newer-format")
    }

    @Test("keeps values too large for a line by their hash, and notices when they change")
    func blobs() throws {
        let scratch = Scratch()
        let data = try DataFolder(scratch.file("data"))
        let ana = try #require(LearnerID("0a"))
        try data.create(ana, LearnerProfile(login: "ana", name: "Ana"))
        let bytes = [UInt8](repeating: 7, count: 500_000)
        let enrolment = data.enrolment(of: ana, in: "one")
        let name = try enrolment.storeBlob(bytes)
        #expect(try enrolment.storeBlob(bytes) == name)
        #expect(try enrolment.blob(name) == bytes)
        try SmallFile.replace("\(data.path)/learners/0a/blobs/\(name)", with: [1])
        #expect(try enrolment.blob(name) == nil)
        #expect(try enrolment.blob("../learner.json") == nil)
    }

    @Test("makes learners by chance of 128 bits")
    func learnerIDs() {
        struct Fixed: RandomNumberGenerator {
            mutating func next() -> UInt64 { 0xAB }
        }
        var dice = Fixed()
        #expect(LearnerID(using: &dice).text == "00000000000000ab00000000000000ab")
        for text in ["", "..", "a/b", "A", "é", String(repeating: "a", count: 65)] { #expect(LearnerID(text) == nil) }
    }
}
