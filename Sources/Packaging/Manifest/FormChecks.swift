import CourseModel

extension ManifestReader {
    /// Faults of form that change nothing in what the manifest means: namespaces, identifiers, order, spelling.
    mutating func checkForm(of root: Element) {
        let isKnown = root.namespace.map { FormRules.namespaces.contains($0) } ?? false
        if !isKnown { report(.foreignNamespace(root.namespace), at: root) }
        var state = FormState(namespace: root.namespace)
        check(root, state: &state)
    }

    struct FormState {
        /// Of the manifest: its elements are those the schema of content packaging knows.
        var namespace: String?
        var prefixes: Set<String> = []
        var identifiers: Set<[UInt8]> = []
    }

    private mutating func check(_ element: Element, state: inout FormState) {
        checkPrefixes(of: element, state: &state)
        checkIdentifier(of: element, state: &state)
        checkOrder(in: element)
        checkWords(of: element, root: state.namespace)
        for node in element.nodes {
            if case .element(let child) = node { check(child, state: &state) }
        }
    }

    private mutating func checkPrefixes(of element: Element, state: inout FormState) {
        let prefixes = [element.undeclaredPrefix] + element.attributes.map(\.undeclaredPrefix)
        for prefix in prefixes.compactMap(\.self) where state.prefixes.insert(prefix).inserted {
            report(.undeclaredPrefix(prefix), at: element)
        }
        for attribute in element.attributes {
            guard let namespace = attribute.namespace, Vocabulary(namespace) == .schemaInstance,
                !["schemaLocation", "noNamespaceSchemaLocation", "type", "nil"].contains(attribute.name)
            else { continue }
            report(.misspeltSchemaAttribute(attribute.name), at: element)
        }
    }

    private mutating func checkIdentifier(of element: Element, state: inout FormState) {
        guard ["manifest", "organization", "item", "resource"].contains(element.name),
            ![.learningDesign, .metadata].contains(element.vocabulary)
        else { return }
        guard let identifier = element.attribute("identifier"), !identifier.isEmpty else {
            return report(.noIdentifier(element.name), at: element)
        }
        if !identifier.isXMLName { report(.identifierForm(identifier), at: element) }
        if !state.identifiers.insert(Array(identifier.utf8)).inserted {
            report(.repeatedIdentifier(identifier), at: element)
        }
    }

    /// Elements of the vocabulary itself come in the order of the schema, foreign ones after them.
    private mutating func checkOrder(in element: Element) {
        guard let order = FormRules.order[element.name],
            ![.learningDesign, .metadata, .adlSequencing].contains(element.vocabulary)
        else { return }
        var reached = 0
        for node in element.nodes {
            guard case .element(let child) = node else { continue }
            let isForeign = child.namespace != element.namespace && FormRules.attributes[element.name] != nil
            guard let place = isForeign ? order.count : order.firstIndex(of: child.name) else { continue }
            if place < reached { return report(.elementOrder(child.name, in: element.name), at: child) }
            reached = place
        }
    }
}

extension ManifestReader {
    /// Elements and attributes that content packaging does not know in this place, and attributes it wants.
    private mutating func checkWords(of element: Element, root: String?) {
        guard element.namespace == root, let known = FormRules.attributes[element.name] else { return }
        for attribute in element.attributes where attribute.namespace == nil && attribute.undeclaredPrefix == nil {
            guard !known.contains(attribute.name) else { continue }
            report(.unknownAttribute(attribute.name, of: element.name), at: element)
        }
        for name in FormRules.required[element.name] ?? [] where (element.attribute(name) ?? "").isEmpty {
            report(.missingAttribute(name, of: element.name), at: element)
        }
        guard let children = FormRules.order[element.name] else { return }
        var seen: Set<String> = []
        for node in element.nodes {
            guard case .element(let child) = node, child.namespace == root else { continue }
            if !children.contains(child.name) { report(.unknownElement(child.name, in: element.name), at: child) }
            if FormRules.single.contains(child.name), !seen.insert(child.name).inserted {
                report(.repeatedElement(child.name, in: element.name), at: child)
            }
        }
    }
}

/// What the schemas fix: the order of children, the attributes of content packaging.
enum FormRules {
    /// Attributes without a namespace; others may come from anywhere.
    static let attributes: [String: Set<String>] = [
        "manifest": ["identifier", "version"], "organizations": ["default"],
        "organization": ["identifier", "structure"],
        "item": ["identifier", "identifierref", "isvisible", "parameters"], "resources": [],
        "resource": ["identifier", "type", "href"], "file": ["href"], "dependency": ["identifierref"],
    ]

    static let required: [String: [String]] = [
        "resource": ["type"], "file": ["href"], "dependency": ["identifierref"],
    ]

    static let single: Set<String> = ["metadata", "title", "organizations", "resources"]

    static let namespaces: Set<String> = [
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.imsglobal.org/xsd/imscp_rootv1p1p2", "http://www.imsglobal.org/xsd/imscp_v1p2",
        "http://www.imsglobal.org/xsd/imscc/imscp_v1p1", "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
        "http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1", "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1",
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    ]

    static let order: [String: [String]] = [
        "manifest": ["metadata", "organizations", "resources", "manifest", "sequencingCollection"],
        "organizations": ["organization"], "resources": ["resource"], "file": ["metadata"], "dependency": ["metadata"],
        "organization": ["title", "item", "metadata", "sequencing"],
        "item": ["title", "item", "metadata", "sequencing"],
        "resource": ["metadata", "file", "dependency"],
        "sequencing": [
            "controlMode", "sequencingRules", "limitConditions", "auxiliaryResources", "rollupRules",
            "randomizationControls", "deliveryControls",
        ],
        "sequencingRules": ["preConditionRule", "exitConditionRule", "postConditionRule"],
        "preConditionRule": ["ruleConditions", "ruleAction"],
        "exitConditionRule": ["ruleConditions", "ruleAction"],
        "postConditionRule": ["ruleConditions", "ruleAction"],
        "rollupRule": ["rollupConditions", "rollupAction"],
        "objectives": ["primaryObjective", "objective"],
        "primaryObjective": ["minNormalizedMeasure", "mapInfo"],
    ]
}

extension String {
    /// An XML name without a colon, as `xs:ID` wants it: letters of any script, digits, `.`, `-`, `_`.
    var isXMLName: Bool {
        guard let first = unicodeScalars.first, first == "_" || first.isNameLetter else { return false }
        return unicodeScalars.allSatisfy {
            $0.isNameLetter || $0.properties.generalCategory == .decimalNumber
                || "._-\u{B7}".unicodeScalars.contains($0)
                || $0.properties.generalCategory == .nonspacingMark || $0.properties.generalCategory == .spacingMark
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isNameLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .letterNumber: true
        default: false
        }
    }
}
