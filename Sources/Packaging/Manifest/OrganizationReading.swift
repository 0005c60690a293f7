import CourseModel

extension ManifestReader {
    /// One organization as a flat tree.
    mutating func organization(_ element: Element) -> Organization? {
        var tree = TreeBuild(edition: edition)
        if traits.organizations == 1 {
            tree.activities.reserveCapacity(min(traits.items, ManifestReader.itemLimit) + 1)
        }
        let identifier = element.attribute("identifier") ?? ""
        let title = title(of: element, identifier: identifier)
        let root = tree.open(ActivityID(identifier), title: title, under: nil)
        fill(root, of: &tree, from: element)
        let sources: [Place] = element.children("item").map { Place(item: $0, scope: 0) }
        add(sources, under: root, to: &tree, trail: [])
        tree.close(root)
        return Organization(
            activities: tree.activities, definitions: tree.definitions,
            objectivesGlobalToSystem: bool("objectivesGlobalToSystem", of: element, default: true),
            sharedDataGlobalToSystem: bool("sharedDataGlobalToSystem", of: element, default: true))
    }

    /// An item and the manifest whose resources it may name.
    struct Place {
        var item: Element
        var scope: Int
    }

    private mutating func add(_ places: [Place], under parent: Int, to tree: inout TreeBuild, trail: [ExactName]) {
        guard tree.activities[parent].depth < XMLLimit.depth else { return }
        for place in places {
            guard itemCount < ManifestReader.itemLimit else {
                if itemCount == ManifestReader.itemLimit { report(.tooManyItems, at: place.item) }
                itemCount = ManifestReader.itemLimit + 1
                return
            }
            itemCount += 1
            add(place, under: parent, to: &tree, trail: trail)
        }
    }

    private mutating func add(_ place: Place, under parent: Int, to tree: inout TreeBuild, trail: [ExactName]) {
        let item = place.item
        let identifier = item.attribute("identifier") ?? ""
        let isVisible = bool("isvisible", of: item, default: true)
        let own = tree.open(ActivityID(identifier), title: title(of: item, identifier: identifier), under: parent)
        tree.activities[own].isVisible = isVisible
        fill(own, of: &tree, from: item)
        let reference = item.attribute("identifierref").flatMap { $0.isEmpty ? nil : $0 }
        var inside = item.children("item").map { Place(item: $0, scope: place.scope) }
        var trail = trail
        var content = Content.none
        if let reference {
            let key = ExactName(reference)
            if resource(key, scope: place.scope) == nil, let sub = submanifests[key], !trail.contains(key) {
                trail.append(key)
                inside += sub.items.map { Place(item: $0, scope: sub.scope) }
            } else {
                content = self.content(named: reference, place: place)
            }
        } else if inside.isEmpty {
            report(.emptyLeaf(identifier), at: item)
        }
        show(content, at: own, of: &tree, hasChildren: !inside.isEmpty, item: item)
        add(inside, under: own, to: &tree, trail: trail)
        tree.close(own)
    }

    /// A leaf shows its content; a cluster of SCORM 1.2 shows its own through a first child, as only leaves are delivered.
    private mutating func show(
        _ content: Content, at own: Int, of tree: inout TreeBuild, hasChildren: Bool, item: Element
    ) {
        guard hasChildren, content != .none else {
            tree.activities[own].content = content
            return
        }
        let cluster = tree.activities[own]
        guard edition == .scorm12 else { return report(.clusterWithResource(cluster.id.text), at: item) }
        let leaf = tree.open(ActivityID(cluster.id.text + "/0"), title: cluster.title, under: own)
        tree.activities[leaf].content = content
        tree.activities[leaf].launchData = cluster.launchData
        tree.activities[leaf].masteryScore = cluster.masteryScore
        tree.activities[leaf].maxTimeAllowed = cluster.maxTimeAllowed
        tree.activities[leaf].timeLimitAction = cluster.timeLimitAction
        tree.close(leaf)
    }

    private func resource(_ key: ExactName, scope: Int) -> Int? {
        guard scopes.indices.contains(scope) else { return nil }
        return scopes[scope][key] ?? (scope == 0 ? nil : scopes[0][key]) ?? innerResources[key]
    }

    private mutating func content(named reference: String, place: Place) -> Content {
        let parameters = place.item.attribute("parameters")
        if let found = resource(ExactName(reference), scope: place.scope) {
            return content(of: found, parameters: parameters, at: place.item)
        }
        guard let only = onlyLaunchable else {
            report(.danglingReference(reference), at: place.item)
            return .none
        }
        report(.rescuedReference(reference), at: place.item)
        return content(of: only, parameters: parameters, at: place.item)
    }

    private mutating func title(of element: Element, identifier: String) -> String {
        if let title = element.child("title")?.text.collapsed, !title.isEmpty { return title }
        report(.noTitle(element.name, identifier), at: element)
        return identifier.isEmpty ? "—" : identifier
    }
}

/// A flat tree while it grows.
struct TreeBuild {
    var activities: [Activity] = []
    /// The first one is what an activity without sequencing has.
    private(set) var definitions: [SequencingDefinition]
    private var places: [SequencingDefinition: Int]

    /// Before 2004, learners go as they like: by choice and by continue.
    init(edition: Edition) {
        var plain = SequencingDefinition()
        plain.controlMode.flow = edition == .scorm12
        definitions = [plain]
        places = [plain: 0]
    }

    /// Adds an activity; its place.
    mutating func open(_ id: ActivityID, title: String, under parent: Int?) -> Int {
        let place = activities.count
        var activity = Activity(id: id, title: title, parent: parent, subtreeEnd: place + 1)
        if let parent {
            activity.depth = activities[parent].depth + 1
            activities[parent].children.append(place)
        }
        activities.append(activity)
        return place
    }

    /// Every descendant of the activity is there.
    mutating func close(_ place: Int) { activities[place].subtreeEnd = activities.count }

    /// The place of a definition; equal ones share it.
    mutating func place(of definition: SequencingDefinition) -> Int {
        if let place = places[definition] { return place }
        places[definition] = definitions.count
        definitions.append(definition)
        return definitions.count - 1
    }
}
