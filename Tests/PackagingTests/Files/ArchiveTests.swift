import CourseModel
import Testing

@testable import Packaging

struct ArchiveTests {
    private func reading(_ bytes: [UInt8]) throws -> PackageReading {
        try Fixture.withFolder { folder in
            try Fixture.write(bytes, to: folder + "/p.zip")
            return try readPackage(at: folder + "/p.zip")
        }
    }

    @Test("a zip opens, stored or deflated", arguments: [UInt16(0), 8])
    func opens(method: UInt16) throws {
        var entries = [TestZip.manifest, TestZip.page]
        for place in entries.indices { entries[place].method = method }
        let reading = try reading(TestZip.bytes(entries))
        #expect(reading.findings == [])
        #expect(reading.summary.firstLaunch == "index.html")
        #expect(reading.files.paths == ["imsmanifest.xml", "index.html"])
    }

    @Test(
        "an entry that a careful reader must not unpack is refused",
        arguments: [
            (TestZip.Entry("../evil.html"), PackageError.EntryFault.escapes), (TestZip.Entry("/evil.html"), .escapes),
            (TestZip.Entry("a/../../evil.html"), .escapes), (TestZip.Entry("..\\evil.html"), .escapes),
            (TestZip.Entry("C:/evil.html"), .escapes), (TestZip.Entry("a//b.html"), .name),
            (TestZip.Entry("a\nb.html"), .name), (TestZip.Entry("a\u{7F}b.html"), .name),
            (TestZip.Entry(String(repeating: "a", count: 256)), .name),
            (TestZip.Entry(String(repeating: "a/", count: 32) + "b"), .name),
            (TestZip.Entry("link") { $0.mode = 0o120777 }, .symbolicLink),
            (TestZip.Entry("pipe") { $0.mode = 0o010644 }, .specialFile),
            (TestZip.Entry("device") { $0.mode = 0o060644 }, .specialFile),
            (TestZip.Entry("index.html", "again"), .duplicate), (TestZip.Entry("index.html/inside"), .duplicate),
            (TestZip.Entry("locked") { $0.flags = 1 }, .encrypted), (TestZip.Entry("odd") { $0.method = 12 }, .method),
            (TestZip.Entry("shown.html") { $0.localName = Array("hidden.html".utf8) }, .headersDisagree),
            (TestZip.Entry("a.html") { $0.centralMethod = 8 }, .headersDisagree),
            (TestZip.Entry("a.html") { $0.centralSize = 2 }, .headersDisagree),
            (
                TestZip.Entry("a.html") {
                    $0.extra =
                        TestZip.number(0x7075, 2) + TestZip.number(11, 2) + [1, 0, 0, 0, 0] + Array("b.html".utf8)
                }, .headersDisagree
            ),
            (TestZip.Entry("index.html", "<p>é</p>") { $0.overlaps = true }, .overlaps),
            (
                TestZip.Entry("bomb") {
                    $0.method = 8; $0.declaredSize = 50 << 20
                }, .bomb
            ),
        ])
    func refused(entry: TestZip.Entry, fault: PackageError.EntryFault) throws {
        let bytes = TestZip.bytes([TestZip.manifest, TestZip.page, entry])
        let error = #expect(throws: PackageError.self) { try reading(bytes) }
        guard case .refusedEntry(_, let found)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found == fault)
    }

    @Test(
        "a size that lies or a wrong checksum is refused when the file is read",
        arguments: [
            (TestZip.Entry("a.html", String(repeating: "x", count: 1000)) {
                $0.method = 8; $0.declaredSize = 10
            }),
            (TestZip.Entry("a.html", "xyz") {
                $0.method = 8; $0.declaredSize = 10
            }),
            (TestZip.Entry("a.html", "xyz") { $0.checksum = 7 }),
        ])
    func lies(entry: TestZip.Entry) throws {
        try Fixture.withFolder { folder in
            try Fixture.write(TestZip.bytes([TestZip.manifest, TestZip.page, entry]), to: folder + "/p.zip")
            let files = try readPackage(at: folder + "/p.zip").files
            #expect(throws: PackageError.self) { try files.read("a.html") }
            #expect(throws: PackageError.self) { try files.hashInput { _ in } }
            #expect(try files.read("index.html") == TestZip.page.content)
        }
    }

    @Test(
        "what is no zip, cut, doubled or prefixed is refused",
        arguments: [
            Array("PK\u{3}\u{4}".utf8), TestZip.bytes([]).dropLast().map(\.self),
            TestZip.bytes([TestZip.manifest], comment: TestZip.bytes([])),
            TestZip.bytes([TestZip.manifest]).dropLast(30).map(\.self),
            Array("PK".utf8) + TestZip.bytes([TestZip.manifest]),
        ])
    func damaged(bytes: [UInt8]) throws {
        let error = #expect(throws: PackageError.self) { try reading(bytes) }
        guard case .damagedArchive? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(
        "harmless oddities are told, and the course opens",
        arguments: [
            ([TestZip.manifest, TestZip.page, .init("__MACOSX/._index.html"), .init(".DS_Store")], "PKG091"),
            ([.init("course/imsmanifest.xml", Fixture.scorm12()), .init("course/index.html")], "PKG090"),
            ([TestZip.manifest, TestZip.page, .init("") { $0.name = [0x63, 0x82, 0x2E, 0x6A, 0x73] }], "PKG092"),
            ([TestZip.manifest, TestZip.page, .init("js\\a.js")], "PKG093"),
            ([TestZip.manifest, .init("INDEX.html")], "PKG047"),
        ] as [([TestZip.Entry], String)])
    func told(entries: [TestZip.Entry], code: String) throws {
        let reading = try reading(TestZip.bytes(entries))
        #expect(reading.findings.map(\.code).contains(code))
        #expect(!reading.hasErrors)
        #expect(reading.course != nil)
    }

    @Test(
        "old names become readable",
        arguments: [
            ([0x63, 0x82] as [UInt8], "cé"), ([0x63, 0xE9], "cé"), ([0x63, 0xC3, 0xA9], "cé"), ([0x80, 0x61], "Ça"),
            // cp850 where cp437 has frames; windows-1252 where both have Greek or a capital amid small letters.
            ([0x6E, 0xC6, 0x6F], "não"), ([0xB7, 0x20, 0x6C, 0x61], "À la"),
            ([0x4C, 0x92, 0xE9, 0x74, 0xE9], "L’été"), ([0x82, 0x74, 0x82], "été"),
            ([0x90, 0x63, 0x6F, 0x6C, 0x65], "École"),
            ([0xC9, 0x63, 0x6F, 0x6C, 0x65], "École"), ([0x6E, 0xA4, 0x6F], "nño"),
        ])
    func names(bytes: [UInt8], text: String) throws { #expect(try checkedPath(bytes) == text) }

    @Test("names that Swift calls equal stay two files")
    func bytes() throws {
        let entries = [TestZip.manifest, TestZip.page, .init("\u{E9}.js", "one"), .init("e\u{301}.js", "two")]
        try Fixture.withFolder { folder in
            try Fixture.write(TestZip.bytes(entries), to: folder + "/p.zip")
            let files = try readPackage(at: folder + "/p.zip").files
            #expect(files.entries.count == 4)
            #expect(try files.read("\u{E9}.js") == Array("one".utf8))
            #expect(try files.read("e\u{301}.js") == Array("two".utf8))
        }
    }

    @Test(
        "other kinds of package are known by their files",
        arguments: [
            ("h5p.json", "H5P"), ("META-INF/container.xml", "EPUB"), ("moodle_backup.xml", "Moodle"),
        ])
    func kinds(name: String, standard: String) throws {
        let reading = try reading(TestZip.bytes([.init(name)]))
        #expect(reading.summary.standard == standard)
        #expect(reading.faults == ["PKG080"] && !reading.hasErrors)
    }

    @Test("without any manifest there is an error with a cure")
    func noManifest() throws { #expect(try reading(TestZip.bytes([.init("a.txt")])).faults == ["PKG003"]) }

    @Test("no cut and no flipped byte of a zip stops the reader")
    func mutations() throws {
        let whole = TestZip.bytes([TestZip.manifest, TestZip.page])
        try Fixture.withFolder { folder in
            let path = folder + "/p.zip"
            var refusals = 0
            for place in stride(from: 2, to: whole.count, by: 7) {
                var flipped = whole
                flipped[place] ^= 0xFF
                for bytes in [Array(whole[..<place]), flipped] {
                    try Fixture.write(bytes, to: path)
                    do { _ = try readPackage(at: path).files.hashInput { _ in } } catch { refusals += 1 }
                }
            }
            #expect(refusals > 0)
        }
    }
}
