internal import CourseHost

/// What every handler works with; the same for all requests.
struct Shell: Sendable {
    let campus: Campus
    let options: WebOptions
    let pages: PageBook
    let hosts: Hosts
    let drawn = DrawnLessons()
    let index = SearchIndex()
    let files = CourseFiles()
    /// Who may fetch and commit foreign content.
    let gate = AttemptGate()
    let playerFiles: PlayerFiles
    /// Packages that visitors send.
    let imports: ImportDesk

    /// Reads the scripts of the player. Throws a `WebShell.Trouble`.
    init(campus: Campus, options: WebOptions, pages: PageBook) throws {
        (self.campus, self.options, self.pages) = (campus, options, pages)
        hosts = Hosts(options)
        imports = ImportDesk(campus)
        playerFiles = try PlayerFiles(scorm: options.scorm)
    }
}
