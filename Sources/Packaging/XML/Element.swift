/// An XML element: a place in the document it belongs to. Names come without prefixes, children in document order.
struct Element: Sendable {
    let document: XMLTree
    /// The place in `document.nodes`.
    let place: Int

    /// A piece of content.
    enum Node: Sendable {
        case element(Element)
        case text(String)
    }

    /// An attribute; its name holds no prefix.
    struct Attribute: Hashable, Sendable {
        var name: String
        var namespace: String?
        var undeclaredPrefix: String?
        var value: String
    }

    private var node: XMLTree.Node { document.nodes[place] }

    var wireName: XMLName { document.names[Int(node.name)] }
    /// The local name; no prefix, even where the prefix was never declared.
    var name: String { wireName.text }
    /// The namespace; `nil` without one, or under a prefix that nothing declares.
    var namespace: String? { wireName.namespace }
    /// A prefix that the document uses and never declares.
    var undeclaredPrefix: String? { wireName.undeclaredPrefix }
    /// Where the start tag begins, in bytes of the text.
    var offset: Int { Int(node.offset) }
    /// Where the start tag begins.
    var position: Position { Position(of: offset, in: document.source) }

    /// In document order.
    var attributes: [Attribute] {
        attributePlaces.map { place in
            let name = document.attributeName(place)
            return Attribute(
                name: name.text, namespace: name.namespace, undeclaredPrefix: name.undeclaredPrefix,
                value: document.value(of: place))
        }
    }

    /// The places of its attributes in `document.attributes`.
    var attributePlaces: Range<Int> {
        let node = node
        return Int(node.start)..<Int(node.end)
    }

    /// Text and elements, in document order.
    var nodes: [Node] {
        var nodes: [Node] = []
        var child = place + 1
        while child < Int(node.next) {
            let found = document.nodes[child]
            nodes.append(
                found.isText
                    ? .text(document.string(found.start, found.end))
                    : .element(Element(document: document, place: child)))
            child = Int(found.next)
        }
        return nodes
    }

    /// The child elements, in document order.
    var children: Children { Children(document: document, place: place + 1, end: Int(node.next)) }

    /// Walks over the child elements.
    struct Children: Sequence, IteratorProtocol {
        let document: XMLTree
        var place: Int
        let end: Int

        mutating func next() -> Element? {
            while place < end {
                let node = document.nodes[place]
                defer { place = Int(node.next) }
                if !node.isText { return Element(document: document, place: place) }
            }
            return nil
        }

        var isEmpty: Bool {
            var walk = self
            return walk.next() == nil
        }
    }

    /// The element's own text, pieces joined, nothing trimmed.
    var text: String {
        var text = ""
        var child = place + 1
        let end = Int(node.next)
        while child < end {
            let found = document.nodes[child]
            if found.isText {
                let piece = document.string(found.start, found.end)
                if text.isEmpty { text = piece } else { text += piece }
            }
            child = Int(found.next)
        }
        return text
    }

    /// How many elements there are, this one included, counted no further than a limit.
    func size(upTo limit: Int) -> Int {
        var count = 0
        for place in place..<Int(node.next) where !document.nodes[place].isText {
            count += 1
            if count > limit { break }
        }
        return count
    }
}

extension Element: Hashable {
    static func == (left: Element, right: Element) -> Bool {
        left.document === right.document && left.place == right.place
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(document))
        hasher.combine(place)
    }
}
