/// The functions of an API object, and what each checks before it does its work.
public struct APITable: Codable, Hashable, Sendable {
    /// The name that content searches the windows for: `API_1484_11`, `API`.
    public let object: String
    /// The `version` attribute, where the standard has one.
    public let version: String?
    let functions: [Function]

    /// The API object has a function of that name.
    public func has(_ function: String) -> Bool { functions.contains { $0.name == function } }

    /// A function of that name hands over what was written.
    public func keeps(_ function: String) -> Bool {
        functions.contains { $0.name == function && ($0.does == .commit || $0.does == .terminate) }
    }

    struct Function: Codable, Hashable, Sendable {
        var name: String
        var does: Deed
        /// The error where the environment cannot do it: nothing runs, or the disk is full.
        var fails: Int?
        /// In this order; the first that holds is the error.
        var checks: [Check]
    }

    struct Check: Codable, Hashable, Sendable {
        var when: Condition
        var error: Int
    }

    enum Deed: String, Codable, Hashable, Sendable {
        case initialize, terminate, getValue, setValue, commit, getLastError, getErrorString, getDiagnostic
    }

    enum Condition: String, Codable, Hashable, Sendable {
        case notInitialized, running, terminated
        /// The parameter is not `""`.
        case argument
        /// The name of the element is `""`.
        case emptyElement
    }
}
