extension CMI {
    /// A value or collection beyond what every environment must take; it is kept, other platforms may cut it.
    public struct Flag: Hashable, Sendable {
        /// `cmi.suspend_data`, or the collection: `cmi.objectives`.
        public var element: String
        /// For people who read logs.
        public var what: String
    }

    /// All that lies beyond the smallest permitted maximum, in the order of their names.
    public var flags: [Flag] {
        let values = written.filter { verdict(on: $1, $0, definition(of: $0)) == .beyondSPM }.map { slot, value in
            Flag(
                element: name(of: slot),
                what: "\(value.unicodeScalars.count) characters: beyond the smallest permitted maximum")
        }
        let collections = counts.compactMap { collection, count -> Flag? in
            guard let spm = room(in: collection).spm, count > spm else { return nil }
            return Flag(element: name(ofCollection: collection), what: "\(count) records: beyond \(spm)")
        }
        return (values + collections).sorted { ($0.element, $0.what) < ($1.element, $1.what) }
    }
}
