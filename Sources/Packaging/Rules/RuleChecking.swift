import CourseModel

extension ManifestReader {
    /// Holds a document against the rules of its vocabulary. What it finds changes nothing in what the document means.
    mutating func check(_ root: Element, against rules: ManifestRules, edition: Edition?) {
        guard let prefix = root.name == "courseStructure" ? "cmi5" : root.name == "manifest" ? "imscp" : nil,
            let rule = rules.place(of: prefix + ":" + root.name)
        else { return }
        var checking = RuleChecking(rules: rules, document: root.document, edition: edition, findings: findings)
        checking.checkNames(of: root, prefix: prefix)
        checking.check(root, by: rule, within: nil)
        checking.checkReferences()
        findings = checking.findings
    }
}

/// A walk through a document with the rules in hand.
struct RuleChecking {
    let rules: ManifestRules
    let document: XMLTree
    /// The edition of SCORM; `nil` for what is not SCORM.
    let edition: Edition?
    var findings: Findings
    /// Identifiers by the attribute that holds them, see `unique`.
    var identifiers: ValueSet
    /// Attributes that must name something: where they are, and by which rule.
    var references: [Reference] = []
    /// For each rule, the attributes that identify such elements.
    private var holders: [[Int]]
    /// For each rule of an element with an IRI, the IRIs met.
    private var iris: [Int: ValueSet] = [:]
    /// Which child or attribute of a rule a name of the document is; see `match`.
    private var childMatches: [Int16]
    private var attributeMatches: [Int16]

    struct Reference {
        var element: Element
        var attribute: Int
        var rule: ValueRule
    }

    private enum Match {
        static let notYet: Int16 = -3
        static let foreign: Int16 = -2
        static let unknown: Int16 = -1
    }

    init(rules: ManifestRules, document: XMLTree, edition: Edition?, findings: Findings) {
        self.rules = rules
        self.document = document
        self.edition = edition
        self.findings = findings
        identifiers = ValueSet(document)
        let pairs = rules.elements.count * document.names.count
        // A document with very many names is no manifest; what it costs stays bounded by its bytes.
        childMatches = Array(repeating: Match.notYet, count: min(pairs, 4 << 20))
        attributeMatches = childMatches
        holders = Array(repeating: [], count: rules.elements.count)
    }

    /// Checks an element and what is inside; false when a part of it cannot be understood.
    @discardableResult
    mutating func check(_ element: Element, by place: Int, within parent: String?) -> Bool {
        let rule = rules.elements[place]
        if let editions = rule.editions, !knows(editions) {
            findings.report(.otherEdition(rule.name, of: editions, edition), at: element)
        }
        var isSound = checkAttributes(of: element, by: place, rule, within: parent)
        if let text = rule.text, !checkText(of: element, rule, text) { isSound = false }
        if let children = rule.children, !checkChildren(of: element, by: place, rule, children) { isSound = false }
        guard rule.isWhole, !isSound else { return isSound }
        findings.report(.droppedRule(rule.name), at: element)
        return true
    }

    /// One of the editions is that of the document.
    func knows(_ editions: [String]) -> Bool {
        guard let edition else { return true }
        return editions.contains { edition.rawValue.utf8.starts(with: $0.utf8) }
    }

    // MARK: Children

    private mutating func checkChildren(
        of element: Element, by place: Int, _ rule: ElementRule, _ children: [ElementRule.Child]
    ) -> Bool {
        var (isSound, reached, seen, isOrderTold) = (true, 0, UInt64(0), false)
        for child in element.children {
            let match = childMatch(of: child, in: element, by: place, children)
            guard match >= 0 else {
                if match == Match.unknown, !rule.isOpen { reportUnknown(child, in: element, rule) }
                continue
            }
            let expected = children[Int(match)]
            let bit = UInt64(1) << UInt64(match & 63)
            if seen & bit != 0, !expected.isMany {
                findings.report(.repeatedElement(child.name, in: rule.name), at: child)
            }
            seen |= bit
            if expected.order < reached, !isOrderTold {
                isOrderTold = true
                findings.report(.elementOrder(child.name, in: rule), at: child)
            }
            reached = max(reached, expected.order)
            if let own = expected.rule, !check(child, by: own, within: rule.name) { isSound = false }
        }
        return checkMissing(seen, of: element, rule, children) && isSound
    }

    private mutating func checkMissing(
        _ seen: UInt64, of element: Element, _ rule: ElementRule, _ children: [ElementRule.Child]
    ) -> Bool {
        var isWhole = true
        for (place, child) in children.enumerated() where child.isRequired && seen & (1 << UInt64(place & 63)) == 0 {
            isWhole = false
            findings.report(.missingElement(child.name, in: rule), at: element)
        }
        if !rule.choice.isEmpty,
            !children.enumerated().contains(where: {
                rule.choice.contains($1.name) && seen & (1 << UInt64($0 & 63)) != 0
            })
        {
            findings.report(.missingElement(rule.choice.sorted().joined(separator: ", "), in: rule), at: element)
        }
        return isWhole
    }

    private mutating func reportUnknown(_ child: Element, in element: Element, _ rule: ElementRule) {
        let isAttribute = rule.attributes?.contains { $0.name == child.name } == true
        findings.report(
            isAttribute
                ? .attributeAsElement(child.name, of: rule.name) : .unknownElement(child.name, in: rule.name),
            at: child)
    }

    private mutating func childMatch(
        of child: Element, in element: Element, by place: Int, _ children: [ElementRule.Child]
    ) -> Int16 {
        let slot = place * document.names.count + Int(document.nodes[child.place].name)
        if childMatches.indices.contains(slot), childMatches[slot] != Match.notYet { return childMatches[slot] }
        let own = rules.elements[place].prefix
        let prefix = child.vocabulary.flatMap(\.prefix)
        let isOwn = prefix == own || (prefix == nil && child.wireName.isKin(of: element.wireName))
        let found = children.firstIndex {
            $0.name == child.name && ($0.prefix == prefix || (prefix == nil && (isOwn ? true : child.namespace == nil)))
        }
        let match = found.map { Int16(truncatingIfNeeded: $0) } ?? (isOwn ? Match.unknown : Match.foreign)
        if childMatches.indices.contains(slot) { childMatches[slot] = match }
        return match
    }

    // MARK: Attributes

    private mutating func checkAttributes(
        of element: Element, by place: Int, _ rule: ElementRule, within parent: String?
    ) -> Bool {
        guard let attributes = rule.attributes else { return true }
        var (isSound, seen) = (true, UInt64(0))
        for attribute in element.attributePlaces {
            let match = attributeMatch(of: attribute, by: place, attributes)
            guard match >= 0 else {
                if match == Match.unknown {
                    findings.report(.unknownAttribute(document.attributeName(attribute).text, of: rule), at: element)
                }
                continue
            }
            let expected = attributes[Int(match)]
            guard !document.isBlank(attribute) else { continue }
            seen |= 1 << UInt64(match & 63)
            note(attribute, of: element, by: place, rule, expected)
            if !check(attribute, of: element, rule, expected, within: parent) { isSound = false }
        }
        for (place, expected) in attributes.enumerated() where seen & (1 << UInt64(place & 63)) == 0 {
            guard let code = expected.value.required else { continue }
            isSound = false
            findings.report(.missingValue(code, expected.name, in: rule), at: element)
        }
        return isSound
    }

    private mutating func attributeMatch(
        of attribute: Int, by place: Int, _ attributes: [ElementRule.Attribute]
    ) -> Int16 {
        let slot = place * document.names.count + Int(document.attributes[attribute].name)
        if attributeMatches.indices.contains(slot), attributeMatches[slot] != Match.notYet {
            return attributeMatches[slot]
        }
        let name = document.attributeName(attribute)
        let isPlain = name.namespace == nil && name.undeclaredPrefix == nil
        let prefix = name.vocabulary.flatMap(\.prefix)
        let found = attributes.firstIndex {
            $0.name == name.text
                && ($0.prefix == nil ? isPlain || prefix == rules.elements[place].prefix : prefix == $0.prefix)
        }
        let match = found.map { Int16(truncatingIfNeeded: $0) } ?? (isPlain ? Match.unknown : Match.foreign)
        if attributeMatches.indices.contains(slot) { attributeMatches[slot] = match }
        return match
    }

    /// Takes note of identifiers, and of what must name one.
    private mutating func note(
        _ attribute: Int, of element: Element, by place: Int, _ rule: ElementRule, _ expected: ElementRule.Attribute
    ) {
        let value = expected.value
        if value.refers != nil { references.append(Reference(element: element, attribute: attribute, rule: value)) }
        guard value.type == .ID || value.type == .IRI else { return }
        holders[place].append(attribute)
        if value.type == .ID {
            if !identifiers.insert(attribute) {
                findings.report(.repeatedIdentifier(document.trimmedValue(of: attribute)), at: element)
            }
        } else if !iris[place, default: ValueSet(document)].insert(attribute) {
            findings.report(.repeatedIRI(document.trimmedValue(of: attribute), of: rule.name), at: element)
        }
    }

    /// What refers to something must find it.
    mutating func checkReferences() {
        var targets: [String: ValueSet] = [:]
        for reference in references {
            guard let target = reference.rule.refers, let place = rules.place(of: target) else { continue }
            if targets[target] == nil { targets[target] = ValueSet(document, holding: holders[place]) }
            guard targets[target]?.contains(reference.attribute) == false else { continue }
            let text = document.trimmedValue(of: reference.attribute)
            findings.report(.danglingValue(reference.rule.code ?? "", text), at: reference.element)
        }
    }

    // MARK: Names

    /// Namespaces, prefixes, and the attributes of XML Schema: once each, at the first element that uses them.
    mutating func checkNames(of root: Element, prefix: String) {
        if rules.namespaces[prefix]?.contains(root.namespace ?? "") != true {
            findings.report(.foreignNamespace(root.namespace), at: root)
        }
        var prefixes: Set<String> = []
        var namespaces: Set<String> = [root.namespace ?? ""]
        for (place, name) in document.names.enumerated() {
            if let undeclared = name.undeclaredPrefix, prefixes.insert(undeclared).inserted {
                findings.report(.undeclaredPrefix(undeclared), at: user(of: place) ?? root)
            }
            if name.vocabulary == .schemaInstance,
                !["schemaLocation", "noNamespaceSchemaLocation", "type", "nil"].contains(name.text)
            {
                findings.report(.misspeltSchemaAttribute(name.text), at: user(of: place) ?? root)
            }
            if let namespace = name.namespace, let known = name.vocabulary?.prefix,
                namespaces.insert(namespace).inserted,
                rules.namespaces[known]?.contains(namespace) == false
            {
                findings.report(.misspeltNamespace(namespace, known), at: user(of: place) ?? root)
            }
        }
    }

    /// The first element that has this name, or an attribute of it.
    private func user(of name: Int) -> Element? {
        document.nodes.indices.first { place in
            let node = document.nodes[place]
            guard !node.isText else { return false }
            return node.name == name
                || (Int(node.start)..<Int(node.end)).contains { document.attributes[$0].name == name }
        }.map { Element(document: document, place: $0) }
    }
}

extension XMLName {
    /// Written in the same namespace, or both in none.
    fileprivate func isKin(of other: XMLName) -> Bool {
        namespace == other.namespace && undeclaredPrefix == other.undeclaredPrefix
    }
}

extension Vocabulary {
    /// The customary prefix, by which the rules call the vocabulary; `nil` where they say nothing of it.
    var prefix: String? {
        switch self {
        case .contentPackaging, .commonCartridge: "imscp"
        case .adlcp12, .adlcp2004: "adlcp"
        case .sequencing: "imsss"
        case .adlSequencing: "adlseq"
        case .adlNavigation: "adlnav"
        case .cmi5: "cmi5"
        case .metadata, .learningDesign, .parcours, .schemaInstance, .xml, .other: nil
        }
    }
}
