import CourseModel

extension ManifestReader {
    /// Faults of form that change nothing in what the manifest means: namespaces, identifiers, order, spelling.
    mutating func checkForm(of root: Element) {
        let isKnown = root.namespace.map { FormRules.namespaces.contains($0) } ?? false
        if !isKnown { report(.foreignNamespace(root.namespace), at: root) }
        var state = FormState()
        check(root, state: &state)
    }

    struct FormState {
        var prefixes: Set<String> = []
        var identifiers: Set<[UInt8]> = []
    }

    private mutating func check(_ element: Element, state: inout FormState) {
        checkPrefixes(of: element, state: &state)
        checkIdentifier(of: element, state: &state)
        checkOrder(in: element)
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
            guard case .element(let child) = node, let place = order.firstIndex(of: child.name) else { continue }
            if place < reached { return report(.elementOrder(child.name, in: element.name), at: child) }
            reached = place
        }
    }
}

/// The order of children where the schemas fix one.
enum FormRules {
    static let namespaces: Set<String> = [
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.imsglobal.org/xsd/imscp_rootv1p1p2", "http://www.imsglobal.org/xsd/imscp_v1p2",
        "http://www.imsglobal.org/xsd/imscc/imscp_v1p1", "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
        "http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1", "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1",
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    ]

    static let order: [String: [String]] = [
        "manifest": ["metadata", "organizations", "resources", "manifest", "sequencingCollection"],
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
            $0.isNameLetter || $0.properties.numericType != nil || "._-\u{B7}".unicodeScalars.contains($0)
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
