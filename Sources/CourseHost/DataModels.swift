public import CourseModel
internal import FoundationEssentials
public import RuntimeData

/// The run-time data models of all editions, read from `Scorm/`.
public struct DataModels: Sendable {
    private let models: [Edition: DataModel]

    /// Why the tables cannot be used.
    public struct Trouble: Error, Hashable, Sendable {
        public var file: String
        public var what: String
    }

    /// Reads every table of a folder.
    public init(folder: String) throws(Trouble) {
        var models: [Edition: DataModel] = [:]
        for edition in Edition.allCases {
            let file = "\(folder)/\(DataModels.file(of: edition))"
            do {
                models[edition] = try JSONDecoder().decode(
                    DataModel.self, from: Data(contentsOf: URL(filePath: file)))
            } catch {
                throw Trouble(file: file, what: "\(error)")
            }
        }
        self.models = models
    }

    /// The table of an edition.
    public subscript(edition: Edition) -> DataModel? { models[edition] }

    private static func file(of edition: Edition) -> String {
        switch edition {
        case .scorm12: "datamodel-1.2.json"
        case .scorm2004Second: "datamodel-2004-2nd.json"
        case .scorm2004Third: "datamodel-2004-3rd.json"
        case .scorm2004Fourth: "datamodel-2004-4th.json"
        }
    }
}
