import CourseModel
import FoundationEssentials
import Packaging
import Testing

/// Manifests of our own making.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/manifests/\(name)")))
    }

    /// The rules as they are in `Scorm/`.
    static let rules = Result { try ManifestRules(folder: FindingsTests.root.appendingPathComponent("Scorm").path) }

    static func reading(_ bytes: [UInt8]) -> PackageReading {
        do {
            return readManifest(bytes, in: .manifestAlone(), rules: try rules.get())
        } catch {
            Issue.record(error)
            return readManifest(bytes, in: .manifestAlone())
        }
    }

    static func reading(_ text: String) -> PackageReading {
        reading(Array(text.utf8))
    }

    /// A SCORM 1.2 manifest; what is given replaces a part of a clean one.
    static func scorm12(
        items: String = #"<item identifier="I1" identifierref="R1"><title>T</title></item>"#,
        resources: String? = nil, href: String = "index.html", manifest: String = "",
        organizations: String = #"default="O1""#
    ) -> String {
        let resource =
            #"<resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="\#(href)"><file href="index.html"/></resource>"#
        return """
            <?xml version="1.0"?>
            <manifest identifier="M1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" \(manifest)
              xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
            <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
            <organizations \(organizations)><organization identifier="O1"><title>C</title>\(items)</organization></organizations>
            <resources>\(resources ?? resource)</resources>
            </manifest>
            """
    }

    /// A folder of its own, gone when the body returns.
    static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parcours-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(atPath: folder) } catch { print("left behind: \(folder)") }
        }
        return try body(folder)
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}

extension PackageReading {
    /// The codes of errors and warnings, each once.
    var faults: [String] { Set(findings.filter { $0.severity != .note }.map(\.code)).sorted() }
}
