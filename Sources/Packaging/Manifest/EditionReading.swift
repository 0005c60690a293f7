import CourseModel

extension ManifestReader {
    /// The edition: namespaces first, then `schemaversion`; they may contradict each other.
    mutating func readEdition(of root: Element) {
        let words = traits.vocabularies
        let is2004 = !words.isDisjoint(with: [.adlcp2004, .sequencing, .adlSequencing, .adlNavigation])
        let is12 = words.contains(.adlcp12) || traits.rootNamespace.contains("rootv1p1")
        let version = traits.version.map(Edition.init(schemaVersion:))
        switch (is12, is2004) {
        case (true, false): edition = .scorm12
        case (false, true), (true, true):
            edition = (version ?? nil).flatMap { $0 == .scorm12 ? nil : $0 } ?? .scorm2004Third
        case (false, false): edition = (version ?? nil) ?? guess(traits)
        }
        guard let written = traits.version, let version else { return report(.noSchemaVersion(edition), at: root) }
        if version == nil {
            report(.unknownVersion(written, edition), at: root)
        } else if version != edition {
            report(.contradictoryVersion(written, edition), at: root)
        }
    }

    private func guess(_ traits: ManifestTraits) -> Edition {
        traits.spells("scormType") || traits.rootNamespace.contains("imscp_v1p1") ? .scorm2004Third : .scorm12
    }
}

extension Edition {
    /// The edition that a `schemaversion` means; letter case and blanks aside.
    init?(schemaVersion text: String) {
        switch text.lowercased().filter({ !$0.isWhitespace }) {
        case "1.2", "scorm1.2", "1.2.0": self = .scorm12
        case "cam1.3", "1.3", "2004", "20042ndedition", "2004cam1.3", "20041stedition", "scorm2004":
            self = .scorm2004Second
        case "20043rdedition", "1.3.3": self = .scorm2004Third
        case "20044thedition", "1.3.4": self = .scorm2004Fourth
        default: return nil
        }
    }
}
