import CourseModel
import FoundationEssentials
import RuntimeData

/// The tables as they lie in `Scorm/`, decoded once.
enum Models {
    static let fourth = model("datamodel-2004-4th")
    static let third = model("datamodel-2004-3rd")
    static let second = model("datamodel-2004-2nd")
    static let oneTwo = model("datamodel-1.2")

    static let all = [fourth, third, second, oneTwo].compactMap(\.self)

    static func file(_ name: String) -> Data? {
        var folder = URL(filePath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return try? Data(contentsOf: folder.appending(path: "Scorm/\(name).json"))
    }

    private static func model(_ name: String) -> DataModel? {
        file(name).flatMap { try? JSONDecoder().decode(DataModel.self, from: $0) }
    }
}
