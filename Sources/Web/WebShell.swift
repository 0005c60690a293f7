public import CourseHost
public import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// A learner's browser, served: pages made on the server, state on disk before a page says so.
public struct WebShell: Sendable {
    private let shell: Shell
    private let options: WebOptions

    /// Why a shell cannot begin to serve.
    public enum Trouble: Error, Sendable {
        /// Another program listens on this port.
        case portTaken(Int)
        /// The address is not one of this machine, or the port is not ours to use.
        case cannotListen(String)
        /// A template, asset or table is missing or cannot be used.
        case pages(file: String, what: String)
    }

    /// What the shell needs to know of people.
    public struct People: Sendable {
        let accounts: AccountBook
        let reports: GroupReports
        let clock: @Sendable () -> Instant
        let audit: @Sendable (String) -> Void

        /// The accounts, the reports on groups, and where lines of the audit go.
        public init(
            accounts: AccountBook, reports: GroupReports, clock: @escaping @Sendable () -> Instant,
            audit: @escaping @Sendable (String) -> Void
        ) {
            (self.accounts, self.reports, self.clock, self.audit) = (accounts, reports, clock, audit)
        }
    }

    /// Reads templates and assets once. Throws a `Trouble`.
    public init(_ campus: Campus, _ options: WebOptions, _ people: People) throws {
        self.options = options
        shell = try Shell(campus: campus, options: options, pages: try PageBook(options), people: people)
    }

    /// Serves until the process is told to stop (SIGINT, SIGTERM); `isRunning` hears the port. Throws a `Trouble`.
    public func run(isRunning: @escaping @Sendable (Int) async -> Void) async throws {
        var logger = Logger(label: "parcours", factory: { _ in SwiftLogNoOpLogHandler() })
        logger.logLevel = .critical
        let channel = HTTP1Channel.Configuration(
            idleTimeout: .seconds(30),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
        let application = Application(
            responder: ShellResponder(shell: shell), server: .http1(configuration: channel),
            configuration: .init(address: .hostname(options.bind, port: options.port), backlog: 1024),
            onServerRunning: { await isRunning($0.localAddress?.port ?? 0) }, logger: logger)
        do {
            try await application.runService()
        } catch let error as IOError {
            throw error.errnoCode == 98 ? Trouble.portTaken(options.port) : Trouble.cannotListen("\(error)")
        }
    }
}
