extension CMI {
    /// What a name stands for, in the data as they are now.
    enum Place {
        /// An element; `new` are the collections that a write would lengthen, the outer one first.
        case element(Slot, target: String?, new: [Slot])
        case keyword(Keyword, node: Int, records: Slot)
    }

    /// The names that every container may answer to.
    enum Keyword: String { case children = "_children", count = "_count", version = "_version" }

    /// Why a name is looked up.
    enum Purpose { case get, set }

    /// Finds what a name stands for, part by part from the left; the first fault decides.
    func locate(_ name: String, for purpose: Purpose) throws(CMIError) -> Place {
        var walk = Walk(name: name, rest: ArraySlice(Array(name.utf8)))
        while true {
            let node = model.tree.nodes[walk.node]
            if let targeted = node.targeted {
                guard let request = Names.targeted(walk.rest), request.word.isEmpty else {
                    throw error(
                        purpose == .get ? .noTarget : .undefined, name, "expects {target=ID} behind the request")
                }
                return .element(Slot(definition: targeted), target: request.target, new: walk.new)
            }
            let part = walk.nextPart()
            if let keyword = Keyword(rawValue: part), walk.isAtEnd, walk.node != 0 {
                return .keyword(keyword, node: walk.node, records: walk.records)
            }
            if let record = node.record {
                try enter(part, of: node, for: purpose, &walk)
                walk.node = record
            } else if let child = node.children[part] {
                walk.node = child
            } else {
                throw error(.undefined, name, "the data model has no such element")
            }
            if walk.isAtEnd, model.tree.nodes[walk.node].targeted != nil {
                throw error(purpose == .get ? .noTarget : .undefined, name, "expects .{target=ID} behind the request")
            }
            if walk.isAtEnd { return try end(of: walk) }
        }
    }

    /// The way from the root to where a name leads.
    private struct Walk {
        let name: String
        var rest: ArraySlice<UInt8>
        var isAtEnd = false
        var node = 0
        /// Only the places of the records count here.
        var records = Slot(definition: 0)
        var new: [Slot] = []

        mutating func nextPart() -> String {
            let part = rest.prefix { $0 != UInt8(ascii: ".") }
            isAtEnd = part.endIndex == rest.endIndex
            rest = isAtEnd ? [] : rest[(part.endIndex + 1)...]
            return String(decoding: part, as: UTF8.self)
        }
    }

    /// Takes a part of the name as the place of a record.
    private func enter(
        _ part: String, of node: ElementTree.Node, for purpose: Purpose, _ walk: inout Walk
    ) throws(CMIError) {
        guard let container = node.container, let place = index(part) else {
            throw error(.undefined, walk.name, "expects the number of a record where it says \(clipped(part, to: 40))")
        }
        let collection = Slot(definition: container, n: walk.records.n)
        let count = counts[collection] ?? 0
        let isAppended = model.tree.containers[container].definition.collection?.appendable == true
        switch purpose {
        case .get where place >= count:
            throw error(.noRecord, walk.name, "there are \(count) records, counted from 0")
        case .set where place > count || place == count && !isAppended:
            throw error(.gap, walk.name, "there are \(count) records; the next one must have the number \(count)")
        case .set where place == count: walk.new.append(collection)
        case .get, .set: break
        }
        if walk.records.n < 0 { walk.records.n = place } else { walk.records.m = place }
    }

    private func end(of walk: Walk) throws(CMIError) -> Place {
        guard let element = model.tree.nodes[walk.node].element else {
            throw error(.undefined, walk.name, "names a group of elements, not one of them")
        }
        let slot = Slot(definition: element, n: walk.records.n, m: walk.records.m)
        return .element(slot, target: nil, new: walk.new)
    }

    /// A place in a collection: digits without a zero in front; what is too large for any collection stays large.
    private func index(_ part: String) -> Int? {
        guard !part.isEmpty, part.utf8.allSatisfy(\.isDigit), part == "0" || part.utf8.first != UInt8(ascii: "0")
        else { return nil }
        return part.utf8.count > 9 ? 1_000_000_000 : Int(part)
    }

    func error(_ reason: CMIError.Reason, _ element: String, _ what: String) -> CMIError {
        CMIError(reason, element, what, in: model)
    }
}
