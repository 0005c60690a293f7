import CourseModel

extension TextEntry {
    /// One of the accepted texts was typed.
    public func accepts(_ typed: String) -> Bool {
        let answer = TypedText(typed)
        return accepted.contains { TypedText($0) == answer }
    }

    /// What to tell whoever typed this: of the error met, else of any other error; nothing to a right answer.
    func feedback(on typed: String) -> [Block] {
        if accepts(typed) { return [] }
        let answer = TypedText(typed)
        let met = typicalErrors.first { $0.values.contains { TypedText($0) == answer } }
        return (met ?? typicalErrors.first(where: \.meansAnyOther))?.feedback ?? []
    }
}
