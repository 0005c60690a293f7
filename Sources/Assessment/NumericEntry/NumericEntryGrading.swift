import CourseModel

extension NumericEntry {
    /// A number lies within the tolerance of the right one.
    public func accepts(_ number: Double) -> Bool { isNear(value, number) }

    /// What to tell whoever typed this: of the error met, else of any other error; nothing to a right answer.
    func feedback(on number: Double) -> [Block] {
        if accepts(number) { return [] }
        let met = typicalErrors.first { $0.values.contains { isNear($0, number) } }
        return (met ?? typicalErrors.first(where: \.meansAnyOther))?.feedback ?? []
    }

    /// The tolerance is one of decimals: 47,35 is within 0,05 of 47,3, though their binary difference is a hair more.
    private func isNear(_ expected: Double, _ number: Double) -> Bool {
        let hair = 4 * max(expected.magnitude, number.magnitude).ulp
        return (expected - number).magnitude <= tolerance + hair
    }
}
