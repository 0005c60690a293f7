internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird

/// The style, the script and the pictures of the shell, kept in memory under names that change with their content.
struct Assets: Sendable {
    /// A file as it is sent.
    struct Asset: Sendable {
        var type: String
        var body: ByteBuffer
        var tag: String

        init(_ bytes: [UInt8], type: String) {
            (self.type, body) = (type, ByteBuffer(bytes: bytes))
            tag = String(Assets.checksum(bytes), radix: 16)
        }

        /// Reads the file. Throws a `WebShell.Trouble`.
        init(path: String, type: String) throws { self.init(try Assets.read(path), type: type) }
    }

    private var byName: [String: Asset] = [:]
    /// The address of an asset by its plain name: `style.css` is `/assets/style.css?v=1a2b3c4d`.
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

    subscript(name: String) -> Asset? { byName[name] }

    private mutating func add(_ name: String, _ bytes: [UInt8], _ type: String) {
        let asset = Asset(bytes, type: type)
        byName[name] = asset
        addresses[String(name.prefix { $0 != "." })] = "/assets/\(name)?v=\(asset.tag)"
    }

    private static func read(_ path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw WebShell.Trouble.pages(file: path, what: "\(error)")
        }
    }

    /// FNV-1a: tells two versions of our own files apart, and no more.
    static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
