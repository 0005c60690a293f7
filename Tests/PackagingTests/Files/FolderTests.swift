import CourseModel
import FoundationEssentials
import Packaging
import Testing

struct FolderTests {
    private func write(_ entries: [TestZip.Entry], in folder: String) throws {
        for entry in entries {
            try Fixture.write(entry.content, to: folder + "/" + String(decoding: entry.name, as: UTF8.self))
        }
    }

    private func hashInput(_ path: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try PackageFiles(at: path).hashInput { bytes += $0 }
        return bytes
    }

    @Test("a folder, its zip and its zip one folder down are the same version")
    func sameHash() throws {
        let entries = [TestZip.page, TestZip.manifest, .init("js/é.js", ""), .init("b", "yz"), .init(".git/x")]
        try Fixture.withFolder { folder in
            try write(entries, in: folder + "/course")
            try Fixture.write(TestZip.bytes(entries), to: folder + "/a.zip")
            let deeper = entries.map { entry in
                TestZip.Entry("c/" + String(decoding: entry.name, as: UTF8.self)) { $0.content = entry.content }
            }
            try Fixture.write(TestZip.bytes(deeper), to: folder + "/b.zip")
            let whole = try hashInput(folder + "/course")
            #expect(try hashInput(folder + "/a.zip") == whole)
            #expect(try hashInput(folder + "/b.zip") == whole)
            #expect(whole.starts(with: Array("b".utf8) + [0, 0, 0, 0, 0, 0, 0, 0, 2] + Array("yz".utf8)))
            try Fixture.write([1], to: folder + "/course/b")
            #expect(try hashInput(folder + "/course") != whole)
        }
    }

    @Test("a folder is read like its zip")
    func opens() throws {
        try Fixture.withFolder { folder in
            try write([TestZip.manifest, TestZip.page], in: folder)
            let reading = try readPackage(at: folder)
            #expect(reading.findings == [])
            #expect(reading.course?.title == "C")
        }
    }

    @Test("a missing file is a warning, a missing launch file an error")
    func missing() throws {
        try Fixture.withFolder { folder in
            try write([TestZip.manifest], in: folder)
            #expect(try readPackage(at: folder).faults == ["PKG048", "PKG049"])
        }
    }

    @Test("no symbolic link is followed", arguments: ["/etc", "/etc/hostname", "index.html"])
    func links(target: String) throws {
        try Fixture.withFolder { folder in
            try write([TestZip.manifest, TestZip.page], in: folder)
            try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: target)
            #expect(throws: PackageError.refusedEntry(name: "link", .symbolicLink)) { try readPackage(at: folder) }
        }
    }

    @Test("a file that changed since listing is refused")
    func changed() throws {
        try Fixture.withFolder { folder in
            try write([TestZip.manifest, TestZip.page], in: folder)
            let files = try readPackage(at: folder).files
            try Fixture.write([1], to: folder + "/index.html")
            #expect(throws: PackageError.refusedEntry(name: "index.html", .changed)) { try files.read("index.html") }
        }
    }

    @Test("what does not exist is an error that names it")
    func absent() throws {
        let error = #expect(throws: PackageError.self) { try readPackage(at: "/no/such/place") }
        #expect(error?.finding(in: "x").code == "PKG001")
    }
}
