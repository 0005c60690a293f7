internal import FoundationEssentials

/// The style and the scripts of the shell, kept in memory under addresses that change with their content.
struct Assets: Sendable {
    private var byName: [String: StaticFile] = [:]
    /// The address of an asset by its plain name: `style` is `/assets/style.css?v=1a2b3c4d`.
    private(set) var addresses: [String: String] = [:]

    /// `style.css` is the tokens of the theme and our rules in one file. Throws a `WebShell.Trouble`.
    init(_ options: WebOptions) throws {
        let folder = "\(options.pages)/assets"
        let tokens = options.theme.map { "\($0)/tokens.css" } ?? "\(folder)/tokens.css"
        add("style.css", try Assets.read(tokens) + Assets.read("\(folder)/shell.css"), "text/css; charset=utf-8")
        for file in try PageBook.files(in: folder, ending: ".js") {
            add(file, try Assets.read("\(folder)/\(file)"), "text/javascript; charset=utf-8")
        }
    }

    subscript(name: String) -> StaticFile? { byName[name] }

    private mutating func add(_ name: String, _ bytes: [UInt8], _ type: String) {
        let file = StaticFile(bytes, type: type)
        byName[name] = file
        addresses[String(name.prefix { $0 != "." })] = "/assets/\(name)?v=\(file.tag)"
    }

    static func read(_ path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw WebShell.Trouble.pages(file: path, what: "\(error)")
        }
    }
}
