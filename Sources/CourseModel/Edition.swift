/// The edition of SCORM that a package was written for; it switches what the books changed.
public enum Edition: String, Hashable, Codable, Sendable, CaseIterable {
    case scorm12 = "1.2"
    case scorm2004Second = "2004 2nd Edition"
    case scorm2004Third = "2004 3rd Edition"
    case scorm2004Fourth = "2004 4th Edition"
}
