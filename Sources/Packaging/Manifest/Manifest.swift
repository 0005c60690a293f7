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
        let (organizations, opening) = readOrganizations(of: root, kind: kind)
        let wrapped = metadataTitle(of: root)
        let identifier = root.attribute("identifier") ?? ""
        let title = organizations.isEmpty ? nil : organizations[opening].activities.first?.title
        summary.title = title ?? wrapped
        var course = Course(
            identifier: identifier, title: wrapped ?? title ?? identifier, edition: edition,
            organizations: organizations, defaultOrganization: opening, resources: resources)
        course?.about = general("description", of: root)
        course?.language =
            root.child("metadata")?.child("lom")?.child("general")?.child("language")?.text.collapsed
            .languageTag
        summary.firstLaunch = course.flatMap { firstLaunch(in: $0.organization) }
        if kind.family != .scorm { report(.otherKind(kind.standard, opens: summary.firstLaunch != nil), at: root) }
        if course == nil, kind.family == .scorm { report(.nothingToLaunch, at: root) }
        return course
    }

    /// A manifest that stands alone says nothing about its files: one note for all.
    private mutating func noteAbsentFiles() {
        guard files == nil else { return }
        let count = resources.reduce(0) { $0 + $1.files.count }
        if count > 0 { findings.report(.loneManifest(count)) }
    }

    private mutating func readOrganizations(
        of root: Element, kind: PackageKind
    ) -> (organizations: [Organization], opening: Int) {
        let lists = root.children("organizations")
        let elements = lists.flatMap { $0.children("organization") }
        guard !elements.isEmpty else { return (rescuedOrganization(of: root, kind: kind), 0) }
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

    /// One activity for each thing to launch: the SCOs, or the web pages where there is none.
    private mutating func rescuedOrganization(of root: Element, kind: PackageKind) -> [Organization] {
        guard kind.family == .scorm || kind.family == .contentPackaging else { return [] }
        let scos = resources.indices.filter { resources[$0].isSCO == true && addresses[$0] != nil }
        let pages = resources.indices.filter { isPage($0) }
        let chosen = scos.isEmpty ? pages : scos
        guard !chosen.isEmpty else { return [] }
        report(.rescuedOrganization, at: root.child("organizations") ?? root)
        var tree = TreeBuild(edition: edition)
        let identifier = root.attribute("identifier") ?? ""
        let title = metadataTitle(of: root) ?? identifier
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

    /// The general title of inline LOM metadata, in whatever version of it.
    func metadataTitle(of root: Element) -> String? { general("title", of: root) }

    /// A text of the general part of inline LOM metadata.
    private func general(_ name: String, of root: Element) -> String? {
        guard let lom = root.child("metadata")?.child("lom"), let element = lom.child("general")?.child(name) else {
            return nil
        }
        let text = element.children.first { ["langstring", "string"].contains($0.name) } ?? element
        let collapsed = text.text.collapsed
        return collapsed.isEmpty ? nil : collapsed
    }
}

extension String {
    /// The text where it looks like a language tag (RFC 5646): letters, digits and hyphens, at most 35.
    fileprivate var languageTag: String? {
        let isTag =
            !isEmpty && utf8.count <= 35
            && utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
        return isTag ? self : nil
    }
}
