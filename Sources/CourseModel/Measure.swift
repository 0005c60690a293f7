/// How well: a normalized score from -1 to 1 (SN book, objective measure).
public struct Measure: Hashable, Comparable, Codable, Sendable {
    /// From -1 to 1.
    public let value: Double

    /// Refuses what lies outside -1…1, and what is no number.
    public init?(_ value: Double) {
        guard (-1...1).contains(value) else { return nil }
        self.value = value
    }

    /// Refuses a journal or file that holds a number out of range.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let measure = Measure(try container.decode(Double.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a measure lies between -1 and 1")
        }
        self = measure
    }

    /// Writes the bare number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    /// The lower one is the worse one.
    public static func < (left: Measure, right: Measure) -> Bool { left.value < right.value }
}

/// How far: the part that is done, from 0 to 1 (SN book, attempt completion amount).
public struct ProgressMeasure: Hashable, Comparable, Codable, Sendable {
    /// From 0 to 1.
    public let value: Double

    /// Refuses what lies outside 0…1, and what is no number.
    public init?(_ value: Double) {
        guard (0...1).contains(value) else { return nil }
        self.value = value
    }

    /// The nearest allowed value; no number counts as 0.
    public init(clamping value: Double) {
        self.value = value.isNaN ? 0 : Swift.min(1, Swift.max(0, value))
    }

    /// Refuses a journal or file that holds a number out of range.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let measure = ProgressMeasure(try container.decode(Double.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "progress lies between 0 and 1")
        }
        self = measure
    }

    /// Writes the bare number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    /// The lower one is less done.
    public static func < (left: ProgressMeasure, right: ProgressMeasure) -> Bool { left.value < right.value }
}
