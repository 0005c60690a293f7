extension CMI {
    /// What a value costs beside its text.
    static let slotWeight = 64

    /// Puts writes back as they were accepted. Cannot fail: what is impossible now is left out.
    public mutating func apply(_ writes: [Write]) {
        for write in writes {
            guard let place = try? locate(write.element, for: .set), case .element(let slot, _, let new) = place,
                missing(slot) == nil, isWritable(slot, definition(of: slot))
            else { continue }
            store(write.value, slot, new)
        }
    }

    /// Keeps a value, whatever it is, and does what follows from it.
    mutating func store(_ value: String, _ slot: Slot, _ new: [Slot]) {
        for collection in new { counts[collection, default: 0] += 1 }
        let element = model.tree.elements[slot.definition]
        let old = stored(slot)
        if old != value {
            for cleared in element.clearsElements { remove(Slot(definition: cleared, n: slot.n)) }
            for container in element.clearsContainers { clear(container, slot.n) }
        }
        size -= weight(of: slot)
        written[slot] = element.definition.appends ? (old ?? "") + value : value
        said.insert(slot)
        size += weight(of: slot)
    }

    /// What the value that the content wrote costs; 0 without one.
    func weight(of slot: Slot) -> Int { written[slot].map { $0.utf8.count + CMI.slotWeight } ?? 0 }

    /// Forgets what the content wrote.
    mutating func remove(_ slot: Slot) {
        size -= weight(of: slot)
        written[slot] = nil
        said.remove(slot)
    }

    private mutating func clear(_ container: Int, _ n: Int) {
        for m in 0..<count(container, n) {
            for element in model.tree.containers[container].elements { remove(Slot(definition: element, n: n, m: m)) }
        }
        counts[Slot(definition: container, n: n)] = nil
    }
}
