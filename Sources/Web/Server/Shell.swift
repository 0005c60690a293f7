internal import CourseHost
internal import CourseModel
internal import Packaging

/// What every handler works with; the same for all requests.
struct Shell: Sendable {
    let campus: Campus
    let options: WebOptions
    let pages: PageBook
    let hosts: Hosts
    let drawn = DrawnLessons()
    let contents = DrawnContents()
    let index = SearchIndex()
    let files = CourseFiles()
    /// Who may fetch and commit foreign content.
    let gate = AttemptGate()
    let playerFiles: PlayerFiles
    /// Packages that visitors send.
    let imports: ImportDesk

    /// Who may sign in; `nil` with open access.
    let accounts: AccountBook?
    let reports: GroupReports
    let audit: Audit
    let clock: @Sendable () -> Instant

    /// Reads the scripts of the player and the rules of manifests. Throws a `WebShell.Trouble`.
    init(campus: Campus, options: WebOptions, pages: PageBook, people: WebShell.People) throws {
        (self.campus, self.options, self.pages) = (campus, options, pages)
        clock = people.clock
        accounts = options.access == .accounts ? people.accounts : nil
        (reports, audit) = (people.reports, Audit(clock: people.clock, write: people.audit))
        hosts = Hosts(options)
        do {
            imports = ImportDesk(campus, rules: try ManifestRules(folder: options.scorm))
        } catch {
            throw WebShell.Trouble.pages(file: error.file, what: error.what)
        }
        playerFiles = try PlayerFiles(scorm: options.scorm)
    }
}
