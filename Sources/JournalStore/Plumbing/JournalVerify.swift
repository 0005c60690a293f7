public import CourseModel

/// `parcours journal verify FILE`: prints the report as JSON.
///
/// Gives the exit code: 0 clean, 1 torn, 5 damaged, 4 when the file is absent or cannot be read.
public func journalVerify(_ path: String, output: Int32 = 1, say: (Sentence) -> Void = { _ in }) -> Int32 {
    do {
        let report = try Journal.verify(path, lockPath: try DataFolder.lockPath(forJournal: path))
        try put(report.json + "\n", on: output)
        switch report.status {
        case .clean: return 0
        case .torn: return 1
        case .damaged: return 5
        }
    } catch {
        say(error.sentence)
        say(error.cure)
        return 4
    }
}
