/// Reads a zip.
struct ArchiveReading {
    let path: String
    init(_ path: String) { self.path = path }

    func files() throws(PackageError) -> PackageFiles { throw .damagedArchive(reason: "—") }

    static func stream(
        _ entries: [PackageFiles.Entry], archive: String, _ body: (PackageFiles.Entry, ArraySlice<UInt8>) -> Void
    ) throws(PackageError) { throw .damagedArchive(reason: "—") }
}
