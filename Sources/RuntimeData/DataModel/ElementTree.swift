/// The names of a table as a tree, so that a look-up costs one step a part of the name.
struct ElementTree: Sendable {
    /// The root comes first.
    private(set) var nodes = [Node()]
    private(set) var containers: [Container] = []
    private(set) var elements: [Element] = []
    private var elementPlaces: [String: Int] = [:]

    /// A part of a name and what may follow it.
    struct Node: Sendable {
        var children: [(name: [UInt8], node: Int)] = []
        /// What follows an index.
        var record: Int?
        /// The element that takes a `{target=ID}` here.
        var targeted: Int?
        var element: Int?
        var container: Int?

        /// What follows by the next part of a name.
        func child(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
            children.first { $0.name.count == name.count && $0.name.elementsEqual(name) }?.node
        }
    }

    /// A container with its place in the tree.
    struct Container: Sendable {
        var definition: ContainerDefinition
        /// The elements below it, for those who clear it.
        var elements: [Int] = []
    }

    /// An element with what it names found.
    struct Element: Sendable {
        let definition: ElementDefinition
        /// The collection that holds it, the innermost one.
        var collection: Int?
        /// Elements that must have a value first.
        var requires: [Int] = []
        var clearsElements: [Int] = []
        var clearsContainers: [Int] = []
    }

    init(_ table: DataModel.Table) throws(TableFault) {
        for container in table.containers {
            let node = try node(at: container.container)
            nodes[node].container = containers.count
            containers.append(Container(definition: container))
        }
        for element in table.elements { try add(element) }
        for place in elements.indices { try link(place) }
        for container in containers.indices {
            let prefix = containers[container].definition.container + "."
            containers[container].elements = elements.indices.filter {
                elements[$0].definition.element.hasPrefix(prefix)
            }
            guard containers[container].definition.collection != nil else { continue }
            // An inner collection comes behind the outer one in every table, and stays.
            for element in containers[container].elements { elements[element].collection = container }
        }
    }

    /// The element of that very name.
    func element(named name: String) throws(TableFault) -> Int {
        guard let place = elementPlaces[name] else { throw TableFault("the table has no element \(name)") }
        return place
    }

    /// The same; `nil` where there is none.
    func place(of name: String) -> Int? { elementPlaces[name] }

    private mutating func add(_ definition: ElementDefinition) throws(TableFault) {
        let name = definition.element
        guard elementPlaces[name] == nil else { throw TableFault("the table holds \(name) twice") }
        elementPlaces[name] = elements.count
        if name.hasSuffix(".{target}") {
            nodes[try node(at: String(name.dropLast(9)))].targeted = elements.count
        } else {
            nodes[try node(at: name)].element = elements.count
        }
        elements.append(Element(definition: definition))
    }

    private mutating func link(_ place: Int) throws(TableFault) {
        for name in elements[place].definition.requires { elements[place].requires.append(try element(named: name)) }
        for name in elements[place].definition.clears {
            if let container = containers.firstIndex(where: { $0.definition.container == name }) {
                elements[place].clearsContainers.append(container)
            } else {
                elements[place].clearsElements.append(try element(named: name))
            }
        }
    }

    private mutating func node(at name: String) throws(TableFault) -> Int {
        var here = 0
        var depth = 0
        for part in name.split(separator: ".", omittingEmptySubsequences: false) {
            if part == "n" || part == "m" {
                guard let container = nodes[here].container, containers[container].definition.collection != nil,
                    depth < 2
                else { throw TableFault("\(name) counts no collection") }
                depth += 1
                here = nodes[here].record ?? grow(from: here) { $0.record = $1 }
            } else {
                let word = Array(part.utf8)
                let known = nodes[here].children.first { $0.name == word }?.node
                here = known ?? grow(from: here) { $0.children.append((word, $1)) }
            }
        }
        return here
    }

    private mutating func grow(from node: Int, _ link: (inout Node, Int) -> Void) -> Int {
        link(&nodes[node], nodes.count)
        nodes.append(Node())
        return nodes.count - 1
    }
}
