/// The API object that content talks to: its states, its functions and its last error, for both standards.
public struct RuntimeAPI: Hashable, Sendable {
    /// The data of the attempt.
    public private(set) var cmi: CMI
    public private(set) var state = State.notInitialized
    /// What GetLastError answers.
    public private(set) var lastError = 0
    private var lastDiagnostic = ""

    /// There is no way back within one launch.
    public enum State: Hashable, Sendable { case notInitialized, running, terminated }

    /// What a call did, beyond its answer; it belongs into the journal.
    public enum Outcome: Hashable, Sendable {
        case initialized
        /// The writes since the last commit.
        case committed([CMI.Write])
        /// Likewise; the session has ended (`CMI.endSession`).
        case terminated([CMI.Write])
    }

    /// What a call answers, and the last error after it.
    public struct Answer: Hashable, Sendable {
        public var value: String
        public var error: Int
        public var outcome: Outcome?
    }

    /// The API object has no function of that name.
    public struct UnknownFunction: Error, Hashable, Sendable {
        public let name: String
    }

    /// An API object for content that is about to start; the session of `cmi` has begun.
    public init(cmi: CMI) { self.cmi = cmi }

    /// Calls a function by its name in the standard. A missing argument counts as `""`, a further one is ignored.
    public mutating func call(
        _ function: String, _ arguments: [String], navigation: (NavigationQuestion) -> Bool? = { _ in nil }
    ) throws(UnknownFunction) -> Answer {
        guard let function = cmi.model.api.functions.first(where: { $0.name == function }) else {
            throw UnknownFunction(name: function)
        }
        let argument = arguments.first ?? ""
        if let failed = function.checks.first(where: { holds($0.when, argument) }) {
            return refusal(of: function.does, failed.error, "\(function.name): \(failed.when.explanation)")
        }
        return perform(function.does, argument, arguments.dropFirst().first ?? "", navigation)
    }

    /// The environment could not do what a call asked for; the content hears so.
    public mutating func fail(_ function: String) throws(UnknownFunction) -> Answer {
        guard let function = cmi.model.api.functions.first(where: { $0.name == function }) else {
            throw UnknownFunction(name: function)
        }
        return refusal(of: function.does, function.fails ?? 101, "\(function.name): the environment could not do it")
    }

    /// Content went away without a word: what Terminate would do; `nil` unless it is running.
    public mutating func unload() -> Outcome? {
        guard state == .running else { return nil }
        state = .terminated
        cmi.endSession()
        return .terminated(cmi.drainWrites())
    }

    /// The environment suspends: whatever the content wrote as its exit, it is `suspend` now.
    public mutating func suspend() { cmi.suspend() }

    /// Takes what sequencing knows of the objectives now.
    public mutating func refreshObjectives(_ objectives: [Launch.Objective]) { cmi.refreshObjectives(objectives) }

    private func holds(_ condition: APITable.Condition, _ argument: String) -> Bool {
        switch condition {
        case .notInitialized: state == .notInitialized
        case .running: state == .running
        case .terminated: state == .terminated
        case .argument, .emptyElement: condition == .argument ? !argument.isEmpty : argument.isEmpty
        }
    }

    private mutating func perform(
        _ deed: APITable.Deed, _ first: String, _ second: String, _ navigation: (NavigationQuestion) -> Bool?
    ) -> Answer {
        switch deed {
        case .initialize:
            state = .running
            return success("true", .initialized)
        case .terminate:
            let outcome = unload()
            return success("true", outcome)
        case .commit: return success("true", .committed(cmi.drainWrites()))
        case .getValue:
            do throws(CMIError) {
                return success(try cmi.get(first, navigation: navigation))
            } catch {
                return refusal(of: deed, error.code, error.diagnostic)
            }
        case .setValue:
            do throws(CMIError) {
                try cmi.set(first, to: second)
                return success("true")
            } catch {
                return refusal(of: deed, error.code, error.diagnostic)
            }
        case .getLastError: return Answer(value: String(lastError), error: lastError)
        case .getErrorString: return Answer(value: text(ofError: first), error: lastError)
        case .getDiagnostic: return Answer(value: diagnostic(first), error: lastError)
        }
    }

    private mutating func success(_ value: String, _ outcome: Outcome? = nil) -> Answer {
        (lastError, lastDiagnostic) = (0, "")
        return Answer(value: value, error: 0, outcome: outcome)
    }

    private mutating func refusal(of deed: APITable.Deed, _ code: Int, _ diagnostic: String) -> Answer {
        (lastError, lastDiagnostic) = (code, clipped(diagnostic, to: 255))
        return Answer(value: deed == .getValue ? "" : "false", error: code)
    }

    /// The text of a code as the standard writes it; `""` for any other.
    private func text(ofError code: String) -> String {
        guard let number = Int(code), String(number).utf8.elementsEqual(code.utf8) else { return "" }
        return cmi.model.errorTexts[number] ?? ""
    }

    private func diagnostic(_ code: String) -> String {
        let isLast = code.isEmpty || code == String(lastError)
        return isLast && !lastDiagnostic.isEmpty ? lastDiagnostic : text(ofError: code.isEmpty ? "\(lastError)" : code)
    }
}

extension APITable.Condition {
    /// For diagnostics.
    fileprivate var explanation: String {
        switch self {
        case .notInitialized: "the content has not been initialized"
        case .running: "the content is already initialized"
        case .terminated: "the content has already terminated"
        case .argument: "the argument must be an empty string"
        case .emptyElement: "the name of the element is empty"
        }
    }
}
