extension CMI {
    /// The values that content may read now, by their names. What is not here answers the table's default.
    public var readableValues: [String: String] {
        let slots = Set(given.keys).union(written.keys).filter { isReadable($0, definition(of: $0)) }
        return Dictionary(slots.map { (name(of: $0), stored($0) ?? "") }, uniquingKeysWith: { first, _ in first })
    }

    /// How many records each collection holds, by its name; empty ones are left out.
    public var recordCounts: [String: Int] {
        Dictionary(counts.map { (name(ofCollection: $0), $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// `cmi.interactions.2.objectives`.
    func name(ofCollection collection: Slot) -> String {
        model.tree.containers[collection.definition].definition.container.split(separator: ".")
            .map { $0 == "n" ? "\(collection.n)" : String($0) }.joined(separator: ".")
    }
}
