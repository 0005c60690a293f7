import CourseModel

extension ManifestReader {
    /// A cmi5 course structure: blocks are clusters, assignable units are leaves.
    mutating func readCourseStructure(_ root: Element, summary: inout PackageSummary) -> Course? {
        guard let courseElement = root.child("course") else { return nil }
        let identifier = courseElement.attribute("id") ?? ""
        let title = langstring(courseElement.child("title")) ?? identifier
        var structure = CourseStructureBuild(tree: TreeBuild(edition: .scorm12))
        let top = structure.tree.open(ActivityID(identifier), title: title, under: nil)
        add(root, under: top, to: &structure)
        structure.tree.close(top)
        summary.title = title
        summary.metadata.title = langstring(courseElement.child("title"))
        summary.metadata.description = langstring(courseElement.child("description"))
        summary.metadata.language = courseElement.child("title")?.child("langstring")?.attribute("lang")
        summary.organizations = 1
        summary.items = structure.units + structure.blocks
        summary.resources = structure.units
        let tree = structure.tree
        let organizations = Organization(activities: tree.activities, definitions: tree.definitions).map { [$0] } ?? []
        var course = Course(
            identifier: identifier, title: title, edition: .scorm12, organizations: organizations,
            resources: resources)
        course?.metadata = summary.metadata
        summary.firstLaunch = course.flatMap { firstLaunch(in: $0.organization) }
        return course
    }

    /// A tree of units while it grows.
    private struct CourseStructureBuild {
        var tree: TreeBuild
        var units = 0
        var blocks = 0
    }

    private mutating func add(_ element: Element, under parent: Int, to build: inout CourseStructureBuild) {
        for child in element.children where child.name == "au" || child.name == "block" {
            guard itemCount < ManifestReader.itemLimit else {
                if itemCount == ManifestReader.itemLimit { report(.tooManyItems, at: child) }
                itemCount = ManifestReader.itemLimit + 1
                return
            }
            itemCount += 1
            let identifier = child.attribute("id") ?? ""
            let title = langstring(child.child("title")) ?? identifier
            let own = build.tree.open(ActivityID(identifier), title: title, under: parent)
            if child.name == "au" {
                build.units += 1
                build.tree.activities[own].content = unit(child, identifier: identifier)
                build.tree.activities[own].masteryScore = masteryScore(of: child)
                build.tree.activities[own].launchData = child.child("launchParameters")?.trimmedText
            } else {
                build.blocks += 1
                add(child, under: own, to: &build)
            }
            build.tree.close(own)
        }
    }

    /// What a unit shows. It speaks xAPI, not the SCORM API.
    private mutating func unit(_ element: Element, identifier: String) -> Content {
        guard let url = element.child("url"), let text = url.trimmedText else { return .none }
        guard let address = resolve(text, bases: [], isFile: false, at: url) else { return .none }
        resources.append(
            Resource(identifier: identifier, type: "cmi5:au", isSCO: false, href: address.href, files: []))
        if case .inside(let path, _) = address, let files, files.place(of: path) == nil {
            report(.missingLaunchFile(path), at: url)
        }
        return .web(href: address.href, isSCO: false)
    }

    private func masteryScore(of element: Element) -> Double? {
        number(element.attribute("masteryScore"), in: 0...1).map { $0 * 100 }
    }

    /// The first text that says something.
    private func langstring(_ element: Element?) -> String? {
        (element?.children("langstring") ?? []).lazy.map(\.text.collapsed).first { !$0.isEmpty }
    }
}
