public import CourseModel

/// What reading a package gives: the course where one can be opened, and everything there is to know about it.
public struct PackageReading: Sendable {
    /// `nil` when nothing in the package can be opened.
    public var course: Course?
    public var summary: PackageSummary
    /// In the order of the file.
    public var findings: [Finding]
    public var files: PackageFiles

    /// A reading from its parts.
    public init(course: Course?, summary: PackageSummary, findings: [Finding], files: PackageFiles) {
        self.course = course
        self.summary = summary
        self.findings = findings
        self.files = files
    }

    /// Something stops publication.
    public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// A package in a few words and counts, as a careful reader finds them.
public struct PackageSummary: Hashable, Sendable {
    /// `SCORM`, `cmi5`, `IMS Common Cartridge` …; `nil` when nothing can be recognised.
    public var standard: String?
    /// `1.2`, `2004 4th Edition` …
    public var edition: String?
    /// Of the organization that opens, else of the metadata.
    public var title: String?
    /// Of the manifest and of manifests inside it.
    public var organizations = 0
    public var items = 0
    public var resources = 0
    /// Where the first activity that shows something leads.
    public var firstLaunch: String?
    /// What the package says of itself.
    public var metadata = CourseMetadata()

    /// Nothing known.
    public init() {}
}

/// Reads a package: a folder, a zip, or a manifest that stands alone.
///
/// Throws only when nothing can be read at that path; whatever is wrong inside comes as findings.
/// `rules` are what `check` and `import` hold the manifest against; without them, only what stands in the way of opening
/// the course, and what was rescued, is told.
public func readPackage(at path: String, rules: ManifestRules? = nil) throws(PackageError) -> PackageReading {
    readPackage(try PackageFiles(at: path), rules: rules)
}

/// Reads a package whose files are known.
public func readPackage(_ files: PackageFiles, rules: ManifestRules? = nil) -> PackageReading {
    guard let manifest = files.manifestPath else { return packageWithoutManifest(files) }
    do {
        let bytes = try files.read(manifest, from: 0, count: XMLLimit.bytes + 1)
        return readManifest(bytes, file: manifest, in: files, rules: rules)
    } catch {
        return PackageReading(
            course: nil, summary: PackageSummary(), findings: files.findings + [error.finding(in: manifest)],
            files: files)
    }
}

/// Reads the bytes of a manifest; `files` are those beside it.
public func readManifest(
    _ bytes: [UInt8], file: String = "imsmanifest.xml", in files: PackageFiles, rules: ManifestRules? = nil
) -> PackageReading {
    var reader = ManifestReader(file: file, files: files.isLoneManifest ? nil : files)
    var reading = PackageReading(course: nil, summary: PackageSummary(), findings: [], files: files)
    do {
        let text = try decodedText(bytes)
        for fault in text.faults { reader.findings.reportAtStart(fault) }
        let root = try rootElement(of: text)
        reading.course = reader.read(root, summary: &reading.summary)
        if let rules {
            reader.check(root, against: rules, edition: reader.family == .scorm ? reader.edition : nil)
        }
        reading.findings = files.findings + reader.findings.finished()
    } catch {
        reading.findings = files.findings + reader.findings.finished() + [error.finding(in: file)]
    }
    return reading
}

/// No manifest: perhaps another kind of package, known by its files.
private func packageWithoutManifest(_ files: PackageFiles) -> PackageReading {
    var summary = PackageSummary()
    var findings = Findings(file: "imsmanifest.xml")
    if let kind = PackageKind(files: files) {
        summary.standard = kind.standard
        findings.report(.otherKind(kind.standard, opens: false))
        return PackageReading(
            course: nil, summary: summary, findings: files.findings + findings.finished(), files: files)
    }
    let error = PackageError.noManifest.finding(in: "imsmanifest.xml")
    return PackageReading(course: nil, summary: summary, findings: files.findings + [error], files: files)
}
