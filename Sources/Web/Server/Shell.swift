internal import CourseHost

/// What every handler works with; the same for all requests.
struct Shell: Sendable {
    let campus: Campus
    let options: WebOptions
    let pages: PageBook
    let hosts: Hosts
    let drawn = DrawnLessons()
    let index = SearchIndex()

    init(campus: Campus, options: WebOptions, pages: PageBook) {
        (self.campus, self.options, self.pages) = (campus, options, pages)
        hosts = Hosts(options)
    }
}
