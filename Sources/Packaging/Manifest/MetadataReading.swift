import CourseModel

extension ManifestReader {
    /// What `metadata` under an element says, inline or in the files that it names; nothing in it stops the reading.
    mutating func metadata(of element: Element, bases: [String] = []) -> CourseMetadata {
        var metadata = CourseMetadata()
        for block in element.children("metadata") {
            for child in block.children {
                switch child.name.lowercased() {
                case "lom": metadata = metadata.completed(by: CourseMetadata(lom: child))
                case "location": metadata = metadata.completed(by: externalMetadata(child, bases: bases))
                default: break
                }
            }
        }
        return metadata
    }

    /// `adlcp:location`: a file of the package that holds a LOM record.
    private mutating func externalMetadata(_ location: Element, bases: [String]) -> CourseMetadata {
        guard let files, let text = location.trimmedText,
            case .inside(let path, _)? = resolve(text, bases: bases, isFile: true, at: location)
        else { return CourseMetadata() }
        do throws(PackageError) {
            let root = try rootElement(of: decodedText(try files.read(path)))
            let record = root.name.lowercased() == "lom" ? root : root.children.first { $0.name.lowercased() == "lom" }
            return record.map(CourseMetadata.init(lom:)) ?? CourseMetadata()
        } catch {
            report(.unreadableMetadata(path), at: location)
            return CourseMetadata()
        }
    }
}

extension CourseMetadata {
    /// Reads a LOM record, of IEEE or of IMS in whatever version: names count by their letters, letter case aside.
    init(lom: Element) {
        self.init()
        let general = lom.part("general")
        title = general?.part("title")?.langstring
        description = general?.part("description")?.langstring
        language = general?.part("language")?.langstring
        duration =
            lom.part("educational")?.part("typicallearningtime")?.duration
            ?? lom.part("technical")?.part("duration")?.duration
        let rights = lom.part("rights")
        self.rights =
            rights?.part("description")?.langstring
            ?? rights?.part("copyrightandotherrestrictions")?.part("value")?.langstring
    }
}

extension Element {
    /// The first child of a name in lower case.
    fileprivate func part(_ name: String) -> Element? { children.first { $0.name.lowercased() == name } }

    /// The first text that says something, of `langstring`, `string` or the element itself.
    fileprivate var langstring: String? {
        let texts = children.filter { ["langstring", "string"].contains($0.name.lowercased()) }.map(\.text) + [text]
        return texts.lazy.map(\.collapsed).first { !$0.isEmpty }
    }

    /// `datetime` in the records of IMS, `duration` in those of IEEE.
    fileprivate var duration: String? {
        (part("datetime") ?? part("duration"))?.trimmedText ?? trimmedText
    }
}
