import CourseModel

extension ManifestReader {
    /// A Tin Can package: each activity that has an address to launch is a leaf. It reports to an LRS, not to the engine.
    mutating func readTinCan(_ root: Element, summary: inout PackageSummary) -> Course? {
        var tree = TreeBuild(edition: .scorm12)
        let activities = root.children("activities").flatMap { $0.children("activity") }
        let named = activities.prefix(ManifestReader.itemLimit)
        let first = named.first
        let identifier = first?.attribute("id") ?? ""
        let title = first.flatMap { name(of: $0) } ?? identifier
        let top = tree.open(ActivityID(identifier), title: title, under: nil)
        for activity in named {
            guard let launch = activity.child("launch"), let text = launch.trimmedText,
                let address = resolve(text, bases: [], isFile: false, at: launch)
            else { continue }
            let id = activity.attribute("id") ?? ""
            let leaf = tree.open(ActivityID(id + "/launch"), title: name(of: activity) ?? id, under: top)
            tree.activities[leaf].content = .web(href: address.href, isSCO: false)
            tree.close(leaf)
            resources.append(Resource(identifier: id, type: "tincan", isSCO: false, href: address.href))
        }
        tree.close(top)
        summary.title = title.isEmpty ? nil : title
        summary.items = activities.count
        summary.resources = resources.count
        report(.otherKind("Tin Can (xAPI)", opens: !resources.isEmpty), at: root)
        guard !resources.isEmpty else { return nil }
        summary.organizations = 1
        let organizations = Organization(activities: tree.activities, definitions: tree.definitions).map { [$0] } ?? []
        let course = Course(
            identifier: identifier, title: title, edition: .scorm12, organizations: organizations,
            resources: resources)
        summary.firstLaunch = course.flatMap { firstLaunch(in: $0.organization) }
        return course
    }

    private func name(of activity: Element) -> String? {
        activity.children("name").lazy.map(\.text.collapsed).first { !$0.isEmpty }
    }
}
