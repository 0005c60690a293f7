/// The scripts that every player page runs: the adapter of the standards and the player itself.
struct PlayerFiles: Sendable {
    private var files: [String: StaticFile] = [:]

    /// Reads them once. Throws a `WebShell.Trouble`.
    init(scorm: String) throws {
        for folder in ["\(scorm)/adapter", "\(scorm)/player"] {
            for (ending, type) in [(".mjs", "text/javascript; charset=utf-8"), (".css", "text/css; charset=utf-8")] {
                for name in try PageBook.files(in: folder, ending: ending) {
                    files[name] = StaticFile(try Assets.read("\(folder)/\(name)"), type: type)
                }
            }
        }
    }

    subscript(name: String) -> StaticFile? { files[name] }
}
