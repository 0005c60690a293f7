import Dispatch
import Glibc
import Synchronization

/// What a look at every journal of a data folder, and at the blobs beside them, says.
public struct DataReport: Hashable, Sendable {
    /// One journal.
    public struct Entry: Hashable, Sendable {
        public let learner: LearnerID
        /// The course's folder under the learner's.
        public let folder: FolderName
        public let path: String
        /// What is in it; `nil` when it could not be read, and then `error` says why.
        public let report: JournalReport?
        public let error: JournalError?

        /// What to say about it; `nil` when it is clean, or torn.
        public var finding: JournalError? {
            guard let report else { return error }
            return report.status == .damaged ? JournalError(path, .damaged(line: report.bad.first ?? 1)) : nil
        }

        /// What is wrong with its lines.
        public var faults: [JournalFault] { report?.faults ?? [] }

        fileprivate var json: String {
            let result = report?.json ?? "null"
            let code = error.map { jsonString($0.code) } ?? "null"
            let faults = faults.map(\.json).joined(separator: ",")
            return "{\"learner\":\(jsonString(learner.text)),\"course\":\(jsonString(folder.text)),"
                + "\"file\":\(jsonString(path)),\"journal\":\(result),\"faults\":[\(faults)],\"error\":\(code)}"
        }
    }

    /// Every journal, by learner and course.
    public let entries: [Entry]
    /// Blobs that are not what their names say, or are missing where a journal names them.
    public let blobs: [JournalError]

    /// Whether something is damaged or cannot be read.
    public var isDamaged: Bool { !blobs.isEmpty || entries.contains { $0.finding != nil } }

    /// 0, or 5 when something is damaged or cannot be read; a torn end mends itself at the next append.
    public var exitCode: Int32 { isDamaged ? 5 : 0 }

    /// `"journals":[{"learner","course","file","journal":{…}|null,"faults":[{"line","what"}],"error":code|null}]` and
    /// `"blobs":[path]`, as members of an object.
    public var jsonMembers: [String] {
        let journals = entries.map(\.json).joined(separator: ",")
        let bent = blobs.map { jsonString($0.path) }.joined(separator: ",")
        return ["\"journals\":[\(journals)]", "\"blobs\":[\(bent)]"]
    }
}

extension DataFolder {
    /// Verifies every journal and blob, on all processors; changes nothing. `progress` hears how many learners of how
    /// many are done, from any thread.
    public func check(
        progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(JournalError) -> DataReport {
        let learners = try learners()
        let results = Mutex<[Int: Result<LearnerReport, JournalError>]>([:])
        let done = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: learners.count) { place in
            let result = Result { () throws(JournalError) in try LearnerReport(learners[place], in: self) }
            results.withLock { $0[place] = result }
            let count = done.withLock { count in
                count += 1
                return count
            }
            progress(count, learners.count)
        }
        var (entries, blobs): ([DataReport.Entry], [JournalError]) = ([], [])
        for (_, result) in results.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            let report = try result.get()
            entries += report.entries
            blobs += report.blobs
        }
        return DataReport(entries: entries, blobs: blobs)
    }
}

/// What there is to say of one learner's files.
private struct LearnerReport {
    var entries: [DataReport.Entry] = []
    var blobs: [JournalError] = []

    init(_ learner: LearnerID, in folder: DataFolder) throws(JournalError) {
        for enrolment in try folder.enrolments(of: learner) {
            var named = BlobNames()
            do {
                let report = try Journal.verify(enrolment.journalPath, lockPath: enrolment.lockPath) { named.note($0) }
                entries.append(DataReport.Entry(enrolment, report, nil))
            } catch {
                entries.append(DataReport.Entry(enrolment, nil, error))
            }
            for name in named.names where FileStatus(at: enrolment.blobPath(name)) == nil {
                blobs.append(JournalError(enrolment.blobPath(name), .system(call: "open", errno: ENOENT)))
            }
        }
        for path in try folder.blobPaths(of: learner) {
            do {
                if try !isWhole(path) { blobs.append(JournalError(path, .altered)) }
            } catch {
                blobs.append(error)
            }
        }
    }

    private func isWhole(_ path: String) throws(JournalError) -> Bool {
        guard let file = try OpenFile.reading(path) else { return true }
        var digest = SHA256Stream()
        try file.read(from: 0) { piece in
            digest.update(piece)
            return true
        }
        return digest.name() == Folder.name(of: path)
    }
}

/// The blobs that the lines of a journal name.
private struct BlobNames {
    private(set) var names: Set<String> = []

    /// Looks for `"blob":"` and 64 digits; inside a text the quotation marks would be escaped.
    mutating func note(_ line: Span<UInt8>) {
        let mark: StaticString = "\"blob\":\""
        line.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            var start = 0
            while start < bytes.count, let quote = memchr(base + start, 0x22, bytes.count - start) {
                start = UnsafeRawPointer(quote) - base + 1
                let name = start - 1 + mark.utf8CodeUnitCount
                guard name + 64 <= bytes.count else { return }
                guard memcmp(quote, mark.utf8Start, mark.utf8CodeUnitCount) == 0 else { continue }
                names.insert(String(decoding: bytes[name..<(name + 64)], as: UTF8.self))
            }
        }
    }
}

extension DataReport.Entry {
    fileprivate init(_ enrolment: Enrolment, _ report: JournalReport?, _ error: JournalError?) {
        self.init(
            learner: enrolment.learner, folder: enrolment.folder, path: enrolment.journalPath, report: report,
            error: error)
    }
}
