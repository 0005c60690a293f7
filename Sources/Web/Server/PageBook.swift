internal import CourseModel
internal import FoundationEssentials
internal import Mustache

/// The templates and assets of the shell, read and compiled once.
struct PageBook: Sendable {
    private let library: MustacheLibrary
    let assets: Assets
    let criteria: Criteria

    /// Throws a `WebShell.Trouble` that names the file.
    init(_ options: WebOptions) throws {
        var library = MustacheLibrary()
        for file in try PageBook.files(in: options.pages, ending: ".mustache") {
            do {
                let text = String(
                    decoding: try Data(contentsOf: URL(filePath: "\(options.pages)/\(file)")), as: UTF8.self)
                try library.register(text, named: String(file.dropLast(".mustache".count)))
            } catch {
                throw WebShell.Trouble.pages(file: "\(options.pages)/\(file)", what: "\(error)")
            }
        }
        self.library = library
        assets = try Assets(options)
        criteria = try Criteria(file: "\(options.pages)/rgaa.json")
    }

    /// The names of a folder's files with an ending, sorted.
    static func files(in folder: String, ending: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }.sorted()
        } catch {
            throw WebShell.Trouble.pages(file: folder, what: "\(error)")
        }
    }

    /// A page as text; `nil` where no template has the name.
    func render(_ template: String, _ values: [String: Any]) -> String? {
        library.render(values, withTemplate: template)
    }
}
