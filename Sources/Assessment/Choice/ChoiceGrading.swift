extension Choice {
    /// The options that a response names, in document order; an option named twice is chosen once.
    func options(chosenBy response: Response) throws(ResponseError) -> [Option] {
        for name in response.values where !options.contains(where: { $0.id == name }) { throw .noSuchOption(name) }
        let chosen = options.filter { response.values.contains($0.id) }
        if chosen.isEmpty { throw .empty }
        if !isMultiple, chosen.count > 1 { throw .onlyOneOption }
        return chosen
    }

    /// All or nothing where one option is right; else the part of the right ones, less the wrong ones, never below 0.
    func score(of chosen: [Option], points: Double) -> Double {
        let right = chosen.count { $0.isCorrect }
        let wrong = chosen.count - right
        let toFind = options.count { $0.isCorrect }
        if wrong == 0, right == toFind { return points }
        guard isMultiple, right > wrong, toFind > 0 else { return 0 }
        return points * Double(right - wrong) / Double(toFind)
    }
}
