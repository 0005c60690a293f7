/// A zip made by hand, so that a test can lie in any field of it.
struct TestZip {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        /// 0 stores; 8 wraps the content into one stored block of deflate.
        var method: UInt16 = 0
        var flags: UInt16 = 0
        var mode: UInt32 = 0o100644
        var localName: [UInt8]?
        var declaredSize: Int?
        var centralSize: Int?
        var centralMethod: UInt16?
        var checksum: UInt32?
        var extra: [UInt8] = []
        /// Cites the data of the entry before.
        var overlaps = false

        init(_ name: String, _ content: String = "x", change: (inout Entry) -> Void = { _ in }) {
            self.name = Array(name.utf8)
            self.content = Array(content.utf8)
            change(&self)
        }
    }

    static let manifest = Entry("imsmanifest.xml", Fixture.scorm12())
    static let page = Entry("index.html", "<p>é</p>")

    /// The archive's bytes.
    static func bytes(_ entries: [Entry], comment: [UInt8] = [], prefix: [UInt8] = []) -> [UInt8] {
        var (file, directory) = (prefix, [UInt8]())
        var offset = file.count
        for entry in entries {
            if !entry.overlaps { offset = file.count }
            let packed = entry.method == 8 ? deflated(entry.content) : entry.content
            let check = entry.checksum ?? checksum(entry.content)
            let size = entry.declaredSize ?? entry.content.count
            let local = entry.localName ?? entry.name
            file += number(0x0403_4B50, 4) + number(20, 2) + number(Int(entry.flags), 2) + number(Int(entry.method), 2)
            file += number(0, 4) + number(Int(check), 4) + number(packed.count, 4) + number(size, 4)
            file += number(local.count, 2) + number(0, 2) + local + packed
            directory += number(0x0201_4B50, 4) + number(0x0314, 2) + number(20, 2) + number(Int(entry.flags), 2)
            directory += number(Int(entry.centralMethod ?? entry.method), 2) + number(0, 4) + number(Int(check), 4)
            directory += number(packed.count, 4) + number(entry.centralSize ?? size, 4) + number(entry.name.count, 2)
            directory += number(entry.extra.count, 2) + number(0, 2) + number(0, 2) + number(0, 2)
            directory += number(Int(entry.mode) << 16, 4) + number(offset, 4) + entry.name + entry.extra
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
            + number(directory.count, 4) + number(file.count, 4) + number(comment.count, 2) + comment
        return file + directory + end
    }

    static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func deflated(_ content: [UInt8]) -> [UInt8] {
        [1] + number(content.count, 2) + number(~content.count, 2) + content
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}
