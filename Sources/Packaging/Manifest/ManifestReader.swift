import CourseModel

/// What one reading of a manifest knows: the findings so far, and where names lead.
struct ManifestReader {
    var findings: Findings
    /// The files beside the manifest; `nil` for a lone manifest.
    let files: PackageFiles?
    /// What its names say of the whole document.
    var traits: ManifestTraits
    var edition: Edition = .scorm12
    var family = PackageKind.Family.scorm
    var resources: [Resource] = []
    /// The launch address of each resource, resolved.
    var addresses: [Address?] = []
    /// The element each resource comes from.
    var elements: [Element] = []
    /// For each manifest, outermost first: where its resources are in `resources`, by identifier.
    var scopes: [[ExactName: Int]] = []
    /// Manifests inside the manifest, with the place of their resources in `scopes`, by identifier.
    var submanifests: [ExactName: Submanifest] = [:]
    /// Where the first resource of an identifier is in the manifests inside.
    var innerResources: [ExactName: Int] = [:]
    /// The only resource that can be launched, if there is exactly one.
    var onlyLaunchable: Int?
    /// `imsss:sequencing` elements by their ID.
    var collection: [ExactName: Element] = [:]
    /// How many elements each of them holds.
    var collectionSizes: [ExactName: Int] = [:]
    /// How many elements of the collection may still be read again where they are cited beside others.
    var sequencingBudget = 200_000
    /// Definitions that are nothing but a reference, by IDRef.
    var citedDefinitions: [ExactName: SequencingDefinition] = [:]
    /// Paths of launch files that no resource lists.
    var unlisted: Set<ExactName> = []
    var itemCount = 0

    /// A manifest inside the manifest: the items of its default organization, and where its resources are in `scopes`.
    struct Submanifest {
        var items: [Element]
        var scope: Int
    }

    init(file: String, files: PackageFiles?) {
        findings = Findings(file: file)
        traits = ManifestTraits()
        self.files = files
    }

    /// An activity may not be one too many.
    static let itemLimit = 10_000

    mutating func report(_ fault: Fault, at element: Element) { findings.report(fault, at: element) }

    // MARK: Values: strange ones are read as they are meant, else as nothing; the rules tell of them

    /// An `xs:boolean`.
    func bool(_ name: String, of element: Element, default fallback: Bool) -> Bool {
        element.attribute(name).flatMap { LooseValue.boolean($0)?.value } ?? fallback
    }

    /// A word of a list.
    func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, of element: Element, default fallback: Word
    ) -> Word where Word.RawValue == String {
        element.attribute(name).flatMap { word($0) } ?? fallback
    }

    /// A word of a list; `nil` when it is none.
    func word<Word: RawRepresentable & CaseIterable>(_ text: String) -> Word? where Word.RawValue == String {
        LooseValue.word(text, among: Word.allCases.map(\.rawValue)).flatMap { Word(rawValue: $0.value) }
    }

    /// A number in a range; `nil` when it is none.
    func number(_ text: String?, in range: ClosedRange<Double>) -> Double? {
        text.flatMap { LooseValue.number($0.trimmed, in: range)?.value }
    }

    /// A count; `nil` when it is none.
    func count(_ name: String, of element: Element) -> Int? { element.attribute(name).flatMap(LooseValue.count) }

    /// The name of an objective: blanks written `%20` count as blanks; they go at both ends, and a run of them is one.
    func objectiveID(_ text: String) -> ObjectiveID {
        ObjectiveID(text.replacing("%20", with: " ").collapsed)
    }
}
