extension CMI {
    /// What a name stands for, in the data as they are now.
    enum Place {
        /// An element; `new` are the collections that a write would lengthen, the outer one first.
        case element(Slot, target: String?, new: [Slot])
        case keyword(Keyword, node: Int, records: Slot)
    }

    /// The names that every container may answer to.
    enum Keyword { case children, count, version }

    /// Why a name is looked up.
    enum Purpose { case get, set }

    /// Finds what a name stands for, part by part from the left; the first fault decides. Makes no text on the way.
    func locate(_ name: String, for purpose: Purpose) throws(CMIError) -> Place {
        var name = name
        var found = Result<Place, CMIError>.failure(error(.undefined, "", ""))
        name.withUTF8 { bytes in
            do throws(CMIError) {
                found = .success(try locate(bytes, for: purpose))
            } catch {
                found = .failure(error)
            }
        }
        return try found.get()
    }

    private func locate(_ name: UnsafeBufferPointer<UInt8>, for purpose: Purpose) throws(CMIError) -> Place {
        var walk = Walk(rest: name[...])
        while true {
            let node = model.tree.nodes[walk.node]
            if let targeted = node.targeted { return try target(of: targeted, name, for: purpose, walk) }
            let part = walk.nextPart()
            if walk.isAtEnd, walk.node != 0, let keyword = keyword(part) {
                return .keyword(keyword, node: walk.node, records: walk.records)
            }
            if let record = node.record {
                try enter(part, of: node, name, for: purpose, &walk)
                walk.node = record
            } else if let child = node.child(part) {
                walk.node = child
            } else {
                throw error(.undefined, text(name), "the data model has no such element")
            }
            if walk.isAtEnd { return try end(of: walk, name, for: purpose) }
        }
    }

    /// The way from the root to where a name leads.
    private struct Walk {
        var rest: Slice<UnsafeBufferPointer<UInt8>>
        var isAtEnd = false
        var node = 0
        /// Only the places of the records count here.
        var records = Slot(definition: 0)
        var new: [Slot] = []

        mutating func nextPart() -> Slice<UnsafeBufferPointer<UInt8>> {
            let part = rest.prefix { $0 != UInt8(ascii: ".") }
            isAtEnd = part.endIndex == rest.endIndex
            rest = isAtEnd ? rest[rest.endIndex...] : rest[(part.endIndex + 1)...]
            return part
        }
    }

    private func text(_ name: UnsafeBufferPointer<UInt8>) -> String { String(decoding: name, as: UTF8.self) }

    private func keyword(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Keyword? {
        guard part.first == UInt8(ascii: "_") else { return nil }
        if part.elementsEqual("_count".utf8) { return .count }
        if part.elementsEqual("_children".utf8) { return .children }
        return part.elementsEqual("_version".utf8) ? .version : nil
    }

    /// The element that a `{target=ID}` stands behind.
    private func target(
        of element: Int, _ name: UnsafeBufferPointer<UInt8>, for purpose: Purpose, _ walk: Walk
    ) throws(CMIError) -> Place {
        guard let request = Names.targeted(walk.rest), request.word.isEmpty else {
            throw error(
                purpose == .get ? .noTarget : .undefined, text(name), "expects {target=ID} behind the request")
        }
        return .element(Slot(definition: element), target: request.target, new: walk.new)
    }

    /// Takes a part of the name as the place of a record.
    private func enter(
        _ part: Slice<UnsafeBufferPointer<UInt8>>, of node: ElementTree.Node, _ name: UnsafeBufferPointer<UInt8>,
        for purpose: Purpose, _ walk: inout Walk
    ) throws(CMIError) {
        guard let container = node.container, let place = index(part) else {
            let given = clipped(String(decoding: part, as: UTF8.self), to: 40)
            throw error(.undefined, text(name), "expects the number of a record where it says \(given)")
        }
        let collection = Slot(definition: container, n: walk.records.n)
        let count = counts[collection] ?? 0
        let isAppended = model.tree.containers[container].definition.collection?.appendable == true
        switch purpose {
        case .get where place >= count:
            throw error(.noRecord, text(name), "there are \(count) records, counted from 0")
        case .set where place > count || place == count && !isAppended:
            throw error(.gap, text(name), "there are \(count) records; the next one must have the number \(count)")
        case .set where place == count: walk.new.append(collection)
        case .get, .set: break
        }
        if walk.records.n < 0 { walk.records.n = place } else { walk.records.m = place }
    }

    private func end(
        of walk: Walk, _ name: UnsafeBufferPointer<UInt8>, for purpose: Purpose
    ) throws(CMIError) -> Place {
        let node = model.tree.nodes[walk.node]
        if node.targeted != nil {
            throw error(
                purpose == .get ? .noTarget : .undefined, text(name), "expects .{target=ID} behind the request")
        }
        guard let element = node.element else {
            throw error(.undefined, text(name), "names a group of elements, not one of them")
        }
        let slot = Slot(definition: element, n: walk.records.n, m: walk.records.m)
        return .element(slot, target: nil, new: walk.new)
    }

    /// A place in a collection: digits without a zero in front; what is too large for any collection stays large.
    private func index(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard let first = part.first, part.allSatisfy(\.isDigit), part.count == 1 || first != UInt8(ascii: "0") else {
            return nil
        }
        return part.count > 9 ? 1_000_000_000 : part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    func error(_ reason: CMIError.Reason, _ element: String, _ what: String) -> CMIError {
        CMIError(reason, element, what, in: model)
    }
}
