import CourseModel

extension ManifestReader {
    /// A cmi5 course structure: blocks are clusters, assignable units are leaves.
    mutating func readCourseStructure(_ root: Element, summary: inout PackageSummary) -> Course? {
        if root.namespace != "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" {
            report(.foreignNamespace(root.namespace), at: root)
        }
        guard let courseElement = root.child("course") else {
            report(.structureLacks("course", in: "courseStructure"), at: root)
            return nil
        }
        checkDescription(of: courseElement)
        let identifier = courseElement.attribute("id") ?? ""
        let title = langstring(courseElement.child("title")) ?? identifier
        var structure = CourseStructureBuild(tree: TreeBuild(edition: .scorm12))
        let top = structure.tree.open(ActivityID(identifier), title: title, under: nil)
        add(root, under: top, to: &structure)
        structure.tree.close(top)
        if structure.units == 0 { report(.structureLacks("au", in: "courseStructure"), at: root) }
        summary.title = title
        summary.organizations = 1
        summary.items = structure.units + structure.blocks
        summary.resources = structure.units
        let tree = structure.tree
        let organizations = Organization(activities: tree.activities, definitions: tree.definitions).map { [$0] } ?? []
        let course = Course(
            identifier: identifier, title: title, edition: .scorm12, organizations: organizations,
            resources: resources)
        summary.firstLaunch = course.flatMap { firstLaunch(in: $0.organization) }
        return course
    }

    /// A tree of units while it grows.
    private struct CourseStructureBuild {
        var tree: TreeBuild
        var units = 0
        var blocks = 0
        var names: Set<[UInt8]> = []
    }

    private mutating func add(_ element: Element, under parent: Int, to build: inout CourseStructureBuild) {
        for child in element.children where child.name == "au" || child.name == "block" {
            guard itemCount < ManifestReader.itemLimit else {
                if itemCount == ManifestReader.itemLimit { report(.tooManyItems, at: child) }
                itemCount = ManifestReader.itemLimit + 1
                return
            }
            itemCount += 1
            checkDescription(of: child)
            let identifier = child.attribute("id") ?? ""
            if !build.names.insert(Array(identifier.utf8)).inserted {
                report(.repeatedIdentifier(identifier), at: child)
            }
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
        checkUnit(element)
        guard let url = element.child("url"), let text = url.trimmedText else {
            report(.structureLacks("url", in: "au"), at: element)
            return .none
        }
        guard let address = resolve(text, bases: [], isFile: false, at: url) else { return .none }
        resources.append(
            Resource(identifier: identifier, type: "cmi5:au", isSCO: false, href: address.href, files: []))
        if case .inside(let path, _) = address, let files, files.place(of: path) == nil {
            report(.missingLaunchFile(path), at: url)
        }
        return .web(href: address.href, isSCO: false)
    }

    private mutating func masteryScore(of element: Element) -> Double? {
        number(element.attribute("masteryScore"), of: "masteryScore", in: 0...1, at: element).map { $0 * 100 }
    }

    /// What every part must have, and the order of the schema, which an importing system must hold to.
    private mutating func checkDescription(of element: Element) {
        if (element.attribute("id") ?? "").isEmpty { report(.structureLacks("id", in: element.name), at: element) }
        for name in ["title", "description"] where element.child(name) == nil {
            report(.structureLacks(name, in: element.name), at: element)
        }
        let order = ["title", "description", "objectives", "url", "launchParameters", "entitlementKey"]
        var reached = 0
        for child in element.children {
            guard let place = order.firstIndex(of: child.name) else { continue }
            if place < reached { return report(.structureOrder(child.name, in: element.name), at: child) }
            reached = place
        }
    }

    /// Attributes of a unit; some authors write them as elements, where they have no effect.
    private mutating func checkUnit(_ element: Element) {
        for name in ["moveOn", "masteryScore", "launchMethod", "activityType"] {
            if let child = element.child(name) { report(.attributeAsElement(name), at: child) }
        }
        let words = [
            ("moveOn", ["NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"]),
            ("launchMethod", ["AnyWindow", "OwnWindow"]),
        ]
        for (name, allowed) in words {
            guard let text = element.attribute(name), !allowed.contains(text) else { continue }
            report(.strangeValue(text, of: name, instead: allowed[0]), at: element)
        }
    }

    /// The first text that says something.
    private func langstring(_ element: Element?) -> String? {
        (element?.children("langstring") ?? []).lazy.map(\.text.collapsed).first { !$0.isEmpty }
    }
}
