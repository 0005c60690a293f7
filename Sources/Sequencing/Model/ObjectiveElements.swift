internal import CourseModel

/// Some of the pieces that an objective holds, as bits: maps are asked at every read.
struct ObjectiveElements: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ element: ObjectiveElement) {
        switch element {
        case .satisfiedStatus: rawValue = 1
        case .normalizedMeasure: rawValue = 2
        case .rawScore: rawValue = 4
        case .minScore: rawValue = 8
        case .maxScore: rawValue = 16
        case .completionStatus: rawValue = 32
        case .progressMeasure: rawValue = 64
        }
    }

    init(_ elements: some Sequence<ObjectiveElement>) {
        self = elements.reduce(into: []) { $0.formUnion(ObjectiveElements($1)) }
    }

    static let all = ObjectiveElements(ObjectiveElement.allCases)
    /// What the 2nd and 3rd Edition share.
    static let status = ObjectiveElements([.satisfiedStatus, .normalizedMeasure])
    /// What a rollup looks at.
    static let rollup = ObjectiveElements([.satisfiedStatus, .normalizedMeasure, .completionStatus, .progressMeasure])

    func contains(_ element: ObjectiveElement) -> Bool { contains(ObjectiveElements(element)) }
}

extension ObjectiveProgress {
    /// Takes over one element, known or not.
    mutating func set(_ element: ObjectiveElement, to other: ObjectiveProgress) {
        switch element {
        case .satisfiedStatus: isSatisfied = other.isSatisfied
        case .normalizedMeasure: measure = other.measure
        case .rawScore: raw = other.raw
        case .minScore: min = other.min
        case .maxScore: max = other.max
        case .completionStatus: isCompleted = other.isCompleted
        case .progressMeasure: progress = other.progress
        }
    }

    func knows(_ element: ObjectiveElement) -> Bool {
        switch element {
        case .satisfiedStatus: isSatisfied != nil
        case .normalizedMeasure: measure != nil
        case .rawScore: raw != nil
        case .minScore: min != nil
        case .maxScore: max != nil
        case .completionStatus: isCompleted != nil
        case .progressMeasure: progress != nil
        }
    }

    /// The elements that are known.
    var known: ObjectiveElements { ObjectiveElements(ObjectiveElement.allCases.filter(knows)) }
}
