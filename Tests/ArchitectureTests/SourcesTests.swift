import FoundationEssentials
import Testing

@Suite("The sources keep to the rules of the house")
struct SourcesTests {
    @Test("Every rule holds for every file", arguments: Rule.all)
    func holds(_ rule: Rule) throws {
        let files = try Self.files.get()
        let breaches = rule.breaches(files)
        #expect(breaches.isEmpty, "\(breaches.joined(separator: "\n"))")
    }

    @Test("The rooms that exist are those of the table")
    func knowsRooms() throws {
        #expect(Set(try Self.files.get().map(\.room)) == Set(Rooms.neighbours.keys))
    }

    /// Every Swift file under `Sources`.
    private static let files = Result { try read() }

    private static func read() throws -> [SwiftSource] {
        let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: "\(root)/Sources").filter {
            $0.hasSuffix(".swift")
        }
        return try paths.sorted().map { path in
            let text = try String(contentsOfFile: "\(root)/Sources/\(path)", encoding: .utf8)
            let room = String(path.split(separator: "/").first ?? "")
            return SwiftSource(room: room, path: "Sources/\(path)", text: text)
        }
    }
}
