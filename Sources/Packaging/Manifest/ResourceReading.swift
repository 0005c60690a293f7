import CourseModel

extension ManifestReader {
    /// Reads the resources of a manifest and of every manifest inside it.
    mutating func readResources(of manifest: Element, bases outer: [String] = [], depth: Int = 0) {
        let bases = outer + base(of: manifest)
        let scope = scopes.count
        scopes.append([:])
        for list in manifest.children("resources") {
            let inside = bases + base(of: list)
            for element in list.children("resource") { read(element, scope: scope, bases: inside) }
        }
        for element in manifest.children("manifest") where depth < XMLLimit.depth {
            let name = element.attribute("identifier") ?? ""
            report(.submanifest(name), at: element)
            submanifests[ExactName(name)] = Submanifest(items: defaultItems(of: element), scope: scopes.count)
            readResources(of: element, bases: bases, depth: depth + 1)
        }
    }

    private func defaultItems(of manifest: Element) -> [Element] {
        let lists = manifest.children("organizations")
        let wanted = lists.first?.attribute("default")
        let all = lists.flatMap { $0.children("organization") }
        return (all.first { $0.attribute("identifier") == wanted } ?? all.first)?.children("item") ?? []
    }

    func base(of element: Element) -> [String] {
        let bases = element.attributePlaces.filter { place in
            let name = element.document.attributeName(place)
            return name.text == "base" && (name.namespace == nil || name.vocabulary == .xml)
        }
        return bases.map { element.document.trimmedValue(of: $0) }
    }

    private mutating func read(_ element: Element, scope: Int, bases outer: [String]) {
        let identifier = element.attribute("identifier") ?? ""
        let bases = outer + base(of: element)
        var resource = Resource(
            identifier: identifier, type: element.attribute("type") ?? "",
            isSCO: family == .scorm ? isSCO(element) : false,
            href: nil)
        for file in element.children("file") {
            guard let href = file.attribute("href"), !href.isEmpty,
                let found = resolve(href, bases: bases, isFile: true, at: file)
            else { continue }
            switch found {
            case .inside(let path, _):
                resource.files.append(path)
                if let files, files.place(of: path) == nil { report(.missingFile(path), at: file) }
            case .remote(let address): resource.files.append(address)
            }
        }
        resource.dependencies = element.children("dependency").compactMap { $0.attribute("identifierref") }
        let address = launchAddress(of: element, bases: bases, among: resource.files)
        resource.href = address?.href
        let key = ExactName(identifier)
        if scopes[scope][key] == nil { scopes[scope][key] = resources.count }
        if scope > 0, innerResources[key] == nil { innerResources[key] = resources.count }
        if case .inside(let path, _)? = address, !resource.files.contains(where: { ExactName($0) == ExactName(path) }) {
            unlisted.insert(ExactName(path))
        }
        resources.append(resource)
        addresses.append(address)
        elements.append(element)
    }

    /// Where the resource begins. An address that is, as it stands, the name of one of its files is that file.
    private mutating func launchAddress(of element: Element, bases: [String], among files: [String]) -> Address? {
        guard let href = element.attribute("href"), !href.isEmpty else { return nil }
        if href.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }) {
            let raw = AddressReading(href, bases: bases, isFile: true)
            if case .inside(let path, _)? = raw.address, files.contains(path) { return raw.address }
        }
        return resolve(href, bases: bases, isFile: false, at: element)
    }

    /// `sco` or `asset`, whichever way the attribute is spelt.
    private func isSCO(_ element: Element) -> Bool? {
        guard let text = element.looseAttribute("scormtype") else { return nil }
        return switch LooseValue.word(text, among: ["sco", "asset"])?.value {
        case "sco": true
        case "asset": false
        default: nil
        }
    }

    /// An address with its faults told; where the package has such a file under its raw name or in another letter case, that file.
    mutating func resolve(_ href: String, bases: [String], isFile: Bool, at element: Element) -> Address? {
        let reading = AddressReading(href, bases: bases, isFile: isFile)
        if let files {
            if case .inside(let path, let suffix)? = reading.address, files.place(of: path) == nil {
                if let raw = rawFile(href, bases: bases, in: files) {
                    report(.rawName(href), at: element)
                    return .inside(path: raw, suffix: "")
                }
                if let other = files.looselyNamed(path) {
                    report(.otherLetterCase(path, other), at: element)
                    return .inside(path: other, suffix: suffix)
                }
            } else if reading.address == nil, let raw = rawFile(href, bases: bases, in: files) {
                report(.rawName(href), at: element)
                return .inside(path: raw, suffix: "")
            }
        }
        for fault in reading.faults { report(fault, at: element) }
        return reading.address
    }

    /// The file whose name is the address as it was written, neither decoded nor split.
    private func rawFile(_ href: String, bases: [String], in files: PackageFiles) -> String? {
        let folder = bases.joined()
        for name in [folder + href, href] where files.place(of: name) != nil { return name }
        return nil
    }

    /// Finds launch files that no resource lists, and what may stand in for a resource that is missing.
    mutating func compareResources() {
        for resource in resources where !unlisted.isEmpty {
            for file in resource.files { unlisted.remove(ExactName(file)) }
        }
        let launchable = addresses.indices.filter { addresses[$0] != nil }
        onlyLaunchable = launchable.count == 1 ? launchable.first : nil
    }

    /// What an activity shows when it names a resource.
    mutating func content(of place: Int, parameters: String?, at item: Element) -> Content {
        let resource = resources[place]
        guard let address = addresses[place] else {
            if resource.href == nil, elements[place].attribute("href") ?? "" == "" {
                if family == .scorm { report(.noHref(resource.identifier), at: elements[place]) }
            }
            return .none
        }
        switch address {
        case .remote(let url):
            report(.remote(url), at: elements[place])
            return .web(href: joined(url, parameters: parameters), isSCO: isSCO(place))
        case .inside(let path, _):
            checkLaunch(path, of: place)
            return nativeContent(path, resource)
                ?? .web(href: joined(address.href, parameters: parameters), isSCO: isSCO(place))
        }
    }

    /// Content that does not say may talk to the API, so it gets one; outside SCORM nothing does.
    private mutating func isSCO(_ place: Int) -> Bool {
        guard family == .scorm else { return false }
        if let isSCO = resources[place].isSCO { return isSCO }
        report(.noSCORMType(resources[place].identifier), at: elements[place])
        return true
    }

    /// A lesson or a quiz of our own format.
    private func nativeContent(_ path: String, _ resource: Resource) -> Content? {
        let type = resource.type.lowercased()
        if type == "imsqti_test_xmlv3p0" || type == "imsqti_item_xmlv3p0" { return .quiz(path: path) }
        guard path.lowercased().hasSuffix(".md") else { return nil }
        if path.hasPrefix("quizzes/") || path.contains("/quizzes/") { return .quiz(path: path) }
        return type == "webcontent" && resource.isSCO != true ? .lesson(path: path) : nil
    }

    private mutating func checkLaunch(_ path: String, of place: Int) {
        let element = elements[place]
        if let files, files.place(of: path) == nil {
            report(.missingLaunchFile(path), at: element)
        } else if unlisted.contains(ExactName(path)) {
            report(.unlistedLaunchFile(path), at: element)
        }
    }
}
