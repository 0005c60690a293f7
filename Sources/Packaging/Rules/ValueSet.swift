/// A set of attribute values of one document, compared by their bytes without outer blanks; nothing is copied.
struct ValueSet {
    private let document: XMLTree
    /// Attribute places by hash, -1 for none; linear probing, never more than half full.
    private var slots: [Int32] = Array(repeating: -1, count: 64)
    private(set) var count = 0

    /// The values of some attributes.
    init(_ document: XMLTree, holding attributes: [Int] = []) {
        self.document = document
        for attribute in attributes { insert(attribute) }
    }

    /// Adds the value of an attribute; false when it is there already.
    @discardableResult
    mutating func insert(_ attribute: Int) -> Bool {
        if count * 2 >= slots.count { grow() }
        let slot = slot(of: attribute)
        guard slots[slot] < 0 else { return false }
        slots[slot] = Int32(truncatingIfNeeded: attribute)
        count += 1
        return true
    }

    func contains(_ attribute: Int) -> Bool { slots[slot(of: attribute)] >= 0 }

    /// Where the value is, or where it would go.
    private func slot(of attribute: Int) -> Int {
        document.withTrimmedBytes(of: attribute) { bytes in
            var hasher = Hasher()
            hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
            var slot = Int(UInt(bitPattern: hasher.finalize()) & UInt(slots.count - 1))
            while slots[slot] >= 0 {
                if document.withTrimmedBytes(of: Int(slots[slot]), { $0.elementsEqual(bytes) }) { break }
                slot = (slot + 1) & (slots.count - 1)
            }
            return slot
        }
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: -1, count: old.count * 2)
        for attribute in old where attribute >= 0 { slots[slot(of: Int(attribute))] = attribute }
    }
}
