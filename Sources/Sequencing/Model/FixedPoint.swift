/// A weight, a measure or a sum of them in steps of 1e-12: sums are exact, in whatever order they are made, so that
/// what was added can be taken away again.
struct FixedPoint: Hashable, Sendable {
    var steps: Int64

    private static let one = 1e12

    /// The nearest step between -1 and 1; what is no number counts as 0.
    init(_ value: Double) {
        steps = value.isNaN ? 0 : Int64((Swift.min(1, Swift.max(-1, value)) * FixedPoint.one).rounded())
    }

    private init(steps: Int64) { self.steps = steps }

    static let zero = FixedPoint(steps: 0)

    static func + (left: FixedPoint, right: FixedPoint) -> FixedPoint { FixedPoint(steps: left.steps &+ right.steps) }

    static func - (left: FixedPoint, right: FixedPoint) -> FixedPoint { FixedPoint(steps: left.steps &- right.steps) }

    /// A part of a weight.
    func times(_ value: Double) -> FixedPoint { FixedPoint(Double(steps) / FixedPoint.one * value) }

    /// The mean that a sum of weighted values comes to.
    func divided(by weights: FixedPoint) -> Double { Double(steps) / Double(weights.steps) }
}
