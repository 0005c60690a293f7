public import CourseModel
internal import FoundationEssentials
public import RuntimeData

/// The run-time data models of all editions, in `Scorm/`.
public struct DataModels: Sendable {
    private let folder: String

    /// Why the tables cannot be used.
    public struct Trouble: Error, Hashable, Sendable {
        public var file: String
        public var what: String
    }

    /// The tables of a folder; each is read when it is needed.
    public init(folder: String) { self.folder = folder }

    /// The table of an edition.
    public func model(of edition: Edition) throws(Trouble) -> DataModel {
        let file = "\(folder)/\(DataModels.file(of: edition))"
        do {
            return try JSONDecoder().decode(DataModel.self, from: Data(contentsOf: URL(filePath: file)))
        } catch {
            throw Trouble(file: file, what: "\(error)")
        }
    }

    private static func file(of edition: Edition) -> String {
        switch edition {
        case .scorm12: "datamodel-1.2.json"
        case .scorm2004Second: "datamodel-2004-2nd.json"
        case .scorm2004Third: "datamodel-2004-3rd.json"
        case .scorm2004Fourth: "datamodel-2004-4th.json"
        }
    }
}
