import Testing

@testable import Web

@Suite("Parts and types of package files")
struct ByteRangeTests {
    @Test(
        "A Range header means a part of the file",
        arguments: [
            (nil, 10, ByteRange.whole), ("bytes=0-3", 10, .part(0..<4)), ("bytes=4-", 10, .part(4..<10)),
            ("bytes=-3", 10, .part(7..<10)), ("bytes=-30", 10, .part(0..<10)), ("bytes=8-99", 10, .part(8..<10)),
            ("bytes=10-", 10, .unsatisfiable), ("bytes=-0", 10, .unsatisfiable), ("bytes=-1", 0, .unsatisfiable),
            ("bytes=5-4", 10, .whole), ("bytes=-", 10, .whole), ("bytes=a-b", 10, .whole), ("items=0-3", 10, .whole),
            ("bytes=0-1,4-5", 10, .whole), ("bytes=99999999999999999999-", 10, .unsatisfiable),
            ("bytes=0-99999999999999999999", 10, .part(0..<10)), ("bytes=+1-2", 10, .whole),
        ])
    func range(header: String?, size: Int, expected: ByteRange) { #expect(ByteRange(header, size: size) == expected) }

    @Test(
        "The ending decides the type; what is not known is a download",
        arguments: [
            ("a/index.HTML", "text/html; charset=utf-8", true), ("x.js", "text/javascript", true),
            ("video.mp4", "video/mp4", true), ("html", "application/octet-stream", false),
            ("a.b/c", "application/octet-stream", false), ("x.exe", "application/octet-stream", false),
            ("x.html.zip", "application/octet-stream", false), ("x.svg", "image/svg+xml", true),
        ])
    func type(path: String, name: String, isShown: Bool) {
        let type = PackageMediaType(path: path)
        #expect(type.name == name && type.isShown == isShown)
    }
}
