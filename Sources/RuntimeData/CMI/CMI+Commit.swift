extension CMI {
    /// Takes the writes of a commit from elsewhere as SetValue takes them, one after the other. Those that the table
    /// refuses come back with their places and change nothing; the others stand, and `drainWrites` gives them.
    public mutating func take(_ writes: some Sequence<Write>) -> [(place: Int, error: CMIError)] {
        var refused: [(place: Int, error: CMIError)] = []
        for (place, write) in writes.enumerated() {
            do throws(CMIError) {
                try set(write.element, to: write.value)
            } catch {
                refused.append((place, error))
            }
        }
        return refused
    }
}
