import CourseModel
import Glibc
import Packaging

/// What the fuzzer feeds, by `PARCOURS_FUZZ`: a manifest, or a zip.
private let feedsZip = getenv("PARCOURS_FUZZ").map { String(cString: $0) } == "zip"
private let rules = getenv("PARCOURS_SCORM").flatMap { try? ManifestRules(folder: String(cString: $0)) }
/// A file without a name, so that nothing stays behind.
private let archive: CInt = {
    var name = Array("/tmp/parcours-fuzz-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    unlink(name)
    return file
}()

/// One input. A trap is a finding; so is a reader that says nothing of what it cannot read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if feedsZip { readArchive(bytes) } else { readManuscript(bytes) }
    return 0
}

private func readManuscript(_ bytes: [UInt8]) {
    let reading = readManifest(bytes, in: .manifestAlone(), rules: rules)
    precondition(reading.course != nil || !reading.findings.isEmpty, "nothing is said")
    for finding in reading.findings {
        precondition(finding.line ?? 1 >= 1 && finding.column ?? 1 >= 1, "a place before the first")
    }
    guard let course = reading.course else { return }
    let again = readManifest(Array(manifestText(of: course).utf8), in: .manifestAlone(), rules: rules)
    precondition(!again.findings.contains { $0.code == "PKG004" }, "what is written is not XML")
    // Of what is damaged, two resources of one name say, not everything can come back.
    guard reading.findings.allSatisfy({ $0.severity == .note }) else { return }
    precondition(again.course == course, "a course does not come back")
}

private func readArchive(_ bytes: [UInt8]) {
    guard ftruncate(archive, 0) == 0, pwrite(archive, bytes, bytes.count, 0) == bytes.count else { return }
    do throws(PackageError) {
        let files = try PackageFiles(at: "/proc/self/fd/\(archive)")
        var total = 0
        try files.hashInput { total += $0.count }
        precondition(total >= files.entries.reduce(0) { $0 + $1.size }, "less came out than was promised")
    } catch {
        precondition(error.finding(in: "fuzz.zip").line ?? 1 >= 1)
    }
}
