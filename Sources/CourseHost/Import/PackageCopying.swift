internal import JournalStore
internal import Packaging

/// Reads a package once, hashing as it goes, within the time there is.
struct PackageCopying {
    private let files: PackageFiles
    private let deadline: ContinuousClock.Instant?
    private let total: Int

    init(_ files: PackageFiles, until deadline: ContinuousClock.Instant?) {
        self.files = files
        self.deadline = deadline
        total = files.entries.reduce(0) { $0 + $1.size }
    }

    /// The version's hash.
    func hash(progress: (ImportProgress) -> Void) throws -> String {
        var hash = SHA256Stream()
        try read(progress) { entry, chunk, isFirst in
            if isFirst { hash.update(entry.hashHead[...]) }
            hash.update(chunk)
        }
        return hash.name()
    }

    /// Fills a version in the making, index and all; gives its hash.
    func copy(into staging: inout CourseStaging, progress: (ImportProgress) -> Void) throws -> String {
        try staging.reserve(total)
        var hash = SHA256Stream()
        var (index, under) = ("", PackageFiles.Entry?.none)
        try read(progress) { entry, chunk, isFirst in
            if isFirst {
                if let under { index += KeptFiles.indexLine(under, hash: try staging.endFile()) }
                under = entry
                hash.update(entry.hashHead[...])
            }
            hash.update(chunk)
            try staging.write(chunk)
        }
        if let under { index += KeptFiles.indexLine(under, hash: try staging.endFile()) }
        try staging.finish(index: index)
        return hash.name()
    }

    /// Hands over every piece, and whether it is the first of its file.
    private func read(
        _ progress: (ImportProgress) -> Void,
        _ body: (PackageFiles.Entry, ArraySlice<UInt8>, _ isFirst: Bool) throws -> Void
    ) throws {
        var trouble: (any Error)?
        var done = 0
        var last: PackageFiles.Entry?
        try files.forEachChunk(of: files.entries) { entry, chunk in
            do {
                if let deadline, ContinuousClock.now > deadline { throw PackageError.tooLarge(.seconds) }
                let isFirst = last != entry
                last = entry
                try body(entry, chunk, isFirst)
                done += chunk.count
                progress(ImportProgress(bytesDone: done, bytesTotal: total))
                return true
            } catch {
                trouble = error
                return false
            }
        }
        if let trouble { throw trouble }
    }
}
