import CourseModel
import Packaging
import Testing

/// How packages come packed: folders around them, litter beside them, names spelt otherwise.
struct PackingTests {
    private static func reading(_ entries: [TestZip.Entry]) throws -> PackageReading {
        try Fixture.withFolder { folder in
            try Fixture.write(TestZip.bytes(entries), to: folder + "/p.zip")
            return try readPackage(at: folder + "/p.zip", rules: Fixture.rules.get())
        }
    }

    private static func entry(_ name: String, _ content: String = "x") -> TestZip.Entry { .init(name, content) }

    @Test(
        "the manifest one folder down, or two, alone or with strays beside it",
        arguments: [
            ("cours/", [String]()), ("Mon cours/", ["LISEZMOI.txt"]), ("a/b/", []), ("a/b/", ["a/notes.txt", "c.txt"]),
            ("cours/", ["__MACOSX/cours/._imsmanifest.xml", ".DS_Store", "cours/.DS_Store"]),
            ("cours/", ["cours/sub/imsmanifest.xml"]),
        ])
    func folderDown(folder: String, strays: [String]) throws {
        let reading = try PackingTests.reading(
            [
                PackingTests.entry(folder + "imsmanifest.xml", Fixture.scorm12()),
                PackingTests.entry(folder + "index.html"),
            ]
                + strays.map { PackingTests.entry($0) })
        #expect(reading.faults == ["PKG090"])
        #expect(reading.summary.firstLaunch == "index.html")
        #expect(reading.files.paths.contains("index.html"))
    }

    @Test("two packages side by side are none")
    func twins() throws {
        let reading = try PackingTests.reading([
            PackingTests.entry("a/imsmanifest.xml"), PackingTests.entry("b/imsmanifest.xml"),
        ])
        #expect(reading.faults == ["PKG003"])
    }

    @Test("what systems leave behind is no part of the package")
    func litter() throws {
        let names = ["__MACOSX/._index.html", ".DS_Store", "Thumbs.db", "a/desktop.ini", ".git/config", "._index.html"]
        let reading = try PackingTests.reading([TestZip.manifest, TestZip.page] + names.map { PackingTests.entry($0) })
        #expect(reading.files.paths == ["imsmanifest.xml", "index.html"])
        #expect(reading.findings.map(\.code) == ["PKG091"])
    }

    @Test(
        "a file of another spelling is found",
        arguments: [
            ("Index.html", "index.html"), ("index.HTML", "index.html"), ("e\u{301}te\u{301}.html", "été.html"),
            ("été.html", "e\u{301}te\u{301}.html"),
        ])
    func spelling(stored: String, named: String) throws {
        let text = Fixture.scorm12(href: named).replacing(
            #"<file href="index.html"/>"#, with: #"<file href="\#(named)"/>"#)
        let reading = try PackingTests.reading([
            PackingTests.entry("imsmanifest.xml", text), PackingTests.entry(stored),
        ])
        #expect(reading.faults == ["PKG047"] && !reading.hasErrors)
        #expect(reading.files.place(of: reading.course?.resources.first?.files.first ?? "") != nil)
    }

    @Test("a manifest named in capitals is one", arguments: ["IMSManifest.xml", "IMSMANIFEST.XML"])
    func capitals(name: String) throws {
        let reading = try PackingTests.reading([PackingTests.entry(name, Fixture.scorm12()), TestZip.page])
        #expect(reading.summary.firstLaunch == "index.html")
    }

    @Test("a name that is not UTF-8 is read, and told", arguments: [([0x82] as [UInt8]), [0xE9]])
    func oldNames(bytes: [UInt8]) throws {
        let text = Fixture.scorm12(href: "é.html").replacing(
            #"<file href="index.html"/>"#, with: #"<file href="é.html"/>"#)
        var page = PackingTests.entry("x")
        page.name = bytes + Array(".html".utf8)
        let reading = try PackingTests.reading([PackingTests.entry("imsmanifest.xml", text), page])
        #expect(reading.faults == ["PKG092"])
        #expect(reading.summary.firstLaunch == "%C3%A9.html")
    }
}
