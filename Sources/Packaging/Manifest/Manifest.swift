import CourseModel

extension ManifestReader {
    /// Reads a document into a course; `nil` when nothing in it opens.
    mutating func read(_ root: Element, summary: inout PackageSummary) -> Course? {
        traits = ManifestTraits(root)
        guard let kind = PackageKind(root: root, traits: traits) else {
            report(PackageError.noManifest.fault, at: root)
            return nil
        }
        summary.standard = kind.standard
        summary.edition = kind.edition
        family = kind.family
        switch kind.family {
        case .foreign:
            report(.otherKind(kind.standard, opens: false), at: root)
            return nil
        case .cmi5: return readCourseStructure(root, summary: &summary)
        case .tinCan: return readTinCan(root, summary: &summary)
        case .scorm, .contentPackaging, .commonCartridge, .question, .learningDesign:
            summary.items = traits.items
            summary.organizations = traits.organizations
            summary.resources = traits.resources
            return readManifest(root, kind: kind, summary: &summary)
        }
    }

    private mutating func readManifest(
        _ root: Element, kind: PackageKind, summary: inout PackageSummary
    ) -> Course? {
        if family == .scorm {
            readEdition(of: root)
            summary.edition = edition.rawValue
        }
        readResources(of: root)
        readCollection(of: root)
        compareResources()
        noteAbsentFiles()
        let own = metadata(of: root, bases: base(of: root))
        let (organizations, opening) = readOrganizations(of: root, kind: kind, title: own.title)
        let identifier = root.attribute("identifier") ?? ""
        let title = organizations.isEmpty ? nil : organizations[opening].activities.first?.title
        summary.title = title ?? own.title
        var course = Course(
            identifier: identifier, title: own.title ?? title ?? identifier, edition: edition,
            organizations: organizations, defaultOrganization: opening, resources: resources)
        summary.metadata = own.completed(by: organizationMetadata(of: root, at: opening))
        course?.metadata = summary.metadata
        summary.firstLaunch = course.flatMap { firstLaunch(in: $0.organization) }
        if kind.family != .scorm { report(.otherKind(kind.standard, opens: summary.firstLaunch != nil), at: root) }
        if kind.family == .scorm, course.map({ !showsSomething($0) }) ?? true { report(.nothingToLaunch, at: root) }
        return course
    }

    /// A manifest that stands alone says nothing about its files: one note for all.
    private mutating func noteAbsentFiles() {
        guard files == nil else { return }
        let count = resources.reduce(0) { $0 + $1.files.count }
        if count > 0 { findings.report(.loneManifest(count)) }
    }

    private mutating func readOrganizations(
        of root: Element, kind: PackageKind, title: String?
    ) -> (organizations: [Organization], opening: Int) {
        let lists = root.children("organizations")
        let elements = lists.flatMap { $0.children("organization") }
        if !elements.contains(where: { $0.child("item") != nil }) {
            let rescued = rescuedOrganization(of: root, like: elements.first, kind: kind, title: title)
            if elements.isEmpty || !rescued.isEmpty { return (rescued, 0) }
        }
        let organizations = elements.compactMap { organization($0) }
        var opening = 0
        if let wanted = lists.first?.attribute("default"), !wanted.isEmpty {
            let found = elements.firstIndex { $0.attribute("identifier").map { ExactName($0) } == ExactName(wanted) }
            opening = found ?? 0
        } else if let list = lists.first {
            report(.noDefault, at: list)
        }
        return (organizations, organizations.indices.contains(opening) ? opening : 0)
    }

    private mutating func organizationMetadata(of root: Element, at place: Int) -> CourseMetadata {
        let elements = root.children("organizations").flatMap { $0.children("organization") }
        return elements.indices.contains(place)
            ? metadata(of: elements[place], bases: base(of: root)) : CourseMetadata()
    }

    /// One activity for each thing to launch: the SCOs, or the web pages where there is none.
    private mutating func rescuedOrganization(
        of root: Element, like empty: Element?, kind: PackageKind, title: String?
    ) -> [Organization] {
        guard kind.family == .scorm || kind.family == .contentPackaging else { return [] }
        let scos = resources.indices.filter { resources[$0].isSCO == true && addresses[$0] != nil }
        let pages = resources.indices.filter { isPage($0) }
        let chosen = scos.isEmpty ? pages : scos
        guard !chosen.isEmpty else { return [] }
        report(.rescuedOrganization, at: root.child("organizations") ?? root)
        var tree = TreeBuild(edition: edition)
        let identifier = (empty ?? root).attribute("identifier") ?? ""
        let title = empty?.child("title")?.trimmedText?.collapsed ?? title ?? identifier
        let top = tree.open(ActivityID(identifier), title: title, under: nil)
        for place in chosen.prefix(ManifestReader.itemLimit) {
            let name = resources[place].identifier
            let activity = tree.open(
                ActivityID(name), title: elements[place].attribute("title") ?? (chosen.count == 1 ? title : name),
                under: top)
            tree.activities[activity].content = content(of: place, parameters: nil, at: elements[place])
            tree.close(activity)
        }
        tree.close(top)
        return Organization(activities: tree.activities, definitions: tree.definitions).map { [$0] } ?? []
    }

    private func showsSomething(_ course: Course) -> Bool {
        course.organizations.contains { organization in
            organization.activities.indices.contains { organization.activities[$0].content != .none }
        }
    }

    private func isPage(_ place: Int) -> Bool {
        guard case .inside(let path, _)? = addresses[place], resources[place].type.lowercased() == "webcontent" else {
            return false
        }
        return [".htm", ".html", ".xhtml"].contains { path.lowercased().hasSuffix($0) }
    }

    /// The address of the first leaf that shows something, as people read it.
    func firstLaunch(in organization: Organization) -> String? {
        for activity in organization.activities {
            switch activity.content {
            case .none: continue
            case .lesson(let path), .quiz(let path): return path
            case .web(let href, _): return href
            }
        }
        return nil
    }
}
