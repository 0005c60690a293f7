internal import Glibc

/// Where `Scorm/` and `Courses/` lie: `$PARCOURS_SHARE`, `<executable>/../share/parcours`, or the checkout.
struct ShareFolder {
    let path: String

    init() throws(Failure) {
        let executable = ShareFolder.executableFolder()
        var candidates = [GlobalOptions.environment("PARCOURS_SHARE"), executable.map { "\($0)/../share/parcours" }]
        var checkout = executable
        for _ in 0..<5 {
            candidates.append(checkout)
            checkout = checkout.map { "\($0)/.." }
        }
        candidates.append(".")
        guard let found = candidates.compactMap({ $0 }).first(where: { access("\($0)/Scorm", R_OK) == 0 }) else {
            throw Failure(4, CommandSentences.sharedFilesMissing)
        }
        path = found
    }

    /// The standards as data.
    var scorm: String { "\(path)/Scorm" }
    /// The courses that come with the engine.
    var courses: String { "\(path)/Courses" }

    /// The templates and assets of the web shell: `web/` of an installed tree, or where they lie in the checkout.
    var webPages: String {
        let installed = "\(path)/web"
        return access("\(installed)/layout.mustache", R_OK) == 0 ? installed : "\(path)/Sources/Web/Pages"
    }

    private static func executableFolder() -> String? {
        guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(resolved) }
        let parts = String(cString: resolved).split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast().joined(separator: "/")
    }
}
