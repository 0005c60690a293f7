import CourseModel

extension ManifestReader {
    /// What the elements beside `title` say of an activity.
    mutating func fill(_ place: Int, of tree: inout TreeBuild, from element: Element) {
        for child in element.children where child.name != "title" && child.name != "item" {
            fill(&tree.activities[place], from: child)
            if child.name.lowercased() == "sequencing" {
                tree.activities[place].definition = tree.place(of: sequencing(child))
            }
        }
        if usesLocalExtension { tree.activities[place].local = localExtension(of: element) }
    }

    private mutating func fill(_ activity: inout Activity, from child: Element) {
        switch child.name.lowercased() {
        case "datafromlms": activity.launchData = child.text
        case "timelimitaction": activity.timeLimitAction = timeLimitAction(child)
        case "completionthreshold": activity.completionThreshold = completionThreshold(child)
        case "data": activity.dataMaps += dataMaps(child)
        case "presentation": activity.hiddenControls.formUnion(hiddenControls(child))
        case "prerequisites": activity.prerequisites = prerequisites(child)
        case "masteryscore": activity.masteryScore = number(child.text, in: 0...100)
        case "maxtimeallowed": activity.maxTimeAllowed = child.trimmedText
        default: break
        }
    }

    private func timeLimitAction(_ element: Element) -> String? {
        let known = ["exit,message", "exit,no message", "continue,message", "continue,no message"]
        return element.trimmedText.flatMap { LooseValue.word($0, among: known)?.value }
    }

    /// A script that means nothing is reported, and keeps nothing closed.
    private mutating func prerequisites(_ element: Element) -> String? {
        guard let script = element.trimmedText else { return nil }
        do throws(Prerequisites.Fault) {
            _ = try Prerequisites(script)
        } catch {
            report(.badPrerequisites(script, error), at: element)
        }
        return script
    }

    /// The 4th Edition says it with attributes, the 2nd and 3rd with a number as text.
    private func completionThreshold(_ element: Element) -> CompletionThreshold? {
        if element.attributePlaces.isEmpty, let text = element.trimmedText {
            let amount = number(text, in: 0...1).flatMap(ProgressMeasure.init)
            return amount.map {
                CompletionThreshold(completedByMeasure: true, minProgressMeasure: $0, progressWeight: 1)
            }
        }
        let least = number(element.attribute("minProgressMeasure"), in: 0...1)
        let weight = number(element.attribute("progressWeight"), in: 0...1)
        return ProgressMeasure(least ?? 1).map {
            CompletionThreshold(
                completedByMeasure: bool("completedByMeasure", of: element, default: false), minProgressMeasure: $0,
                progressWeight: weight ?? 1)
        }
    }

    private mutating func dataMaps(_ element: Element) -> [DataMap] {
        var targets: Set<ExactName> = []
        return element.children("map").compactMap { map in
            guard let target = map.attribute("targetID"), !target.isEmpty else { return nil }
            guard targets.insert(ExactName(target)).inserted else {
                report(.repeatedDataMap(target), at: map)
                return nil
            }
            return DataMap(
                targetID: target, readSharedData: bool("readSharedData", of: map, default: true),
                writeSharedData: bool("writeSharedData", of: map, default: false))
        }
    }

    private func hiddenControls(_ element: Element) -> [String] {
        let known = ["continue", "previous", "exit", "abandon", "exitAll", "abandonAll", "suspendAll"]
        return element.children("navigationInterface").flatMap { $0.children("hideLMSUI") }.compactMap { child in
            child.trimmedText.flatMap { LooseValue.word($0, among: known)?.value }
        }
    }

    // MARK: urn:parcours:1

    /// Attributes of the item, or elements under it; an element of the namespace may carry them together.
    private mutating func localExtension(of element: Element) -> LocalExtension {
        var words: [String: (text: String, element: Element)] = [:]
        func gather(_ attributes: [Element.Attribute], of element: Element, named: Bool) {
            for attribute in attributes where named || attribute.namespace.map(Vocabulary.init) == .parcours {
                words[attribute.name] = (attribute.value.trimmed, element)
            }
        }
        gather(element.attributes, of: element, named: false)
        for child in element.children where child.namespace.map(Vocabulary.init) == .parcours {
            gather(child.attributes, of: child, named: true)
            if let text = child.trimmedText { words[child.name] = (text, child) }
            for inner in child.children { if let text = inner.trimmedText { words[inner.name] = (text, inner) } }
        }
        var local = LocalExtension()
        guard !words.isEmpty else { return local }
        local.audience = list(words["audience"]?.text)
        local.durationSeconds = words["duration"].flatMap { seconds($0.text, of: "duration", at: $0.element) }
        for text in list(words["attemptDelays"]?.text) {
            if let delay = seconds(text, of: "attemptDelays", at: element) { local.attemptDelaySeconds.append(delay) }
        }
        local.legalDate = words["legalDate"]?.text
        local.recognition = words["recognition"]?.text
        local.isStrict = words["strict"]?.text == "true"
        return local
    }

    private func list(_ text: String?) -> [String] {
        (text ?? "").split { $0.isWhitespace || $0 == "," }.map(String.init)
    }

    private mutating func seconds(_ text: String, of name: String, at element: Element) -> Int64? {
        if let seconds = durationSeconds(text) { return seconds }
        report(.strangeValue(text, of: name, instead: nil), at: element)
        return nil
    }

    /// The document has words of `urn:parcours:1`.
    private var usesLocalExtension: Bool { traits.vocabularies.contains(.parcours) }
}

/// An ISO 8601 duration of weeks, days, hours, minutes and seconds in whole seconds; `nil` for another form, and for years and
/// months, which have no fixed length.
func durationSeconds(_ text: String) -> Int64? {
    var rest = Array(text.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var units: [(UInt8, Int64)] = [(UInt8(ascii: "W"), 604_800), (UInt8(ascii: "D"), 86_400)]
    var total: Int64 = 0
    while let next = rest.first {
        if next == UInt8(ascii: "T") {
            rest.removeFirst()
            units = [(UInt8(ascii: "H"), 3_600), (UInt8(ascii: "M"), 60), (UInt8(ascii: "S"), 1)]
            guard !rest.isEmpty else { return nil }
            continue
        }
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(digits.count)
        guard let amount = Int64(String(decoding: digits, as: UTF8.self)), let unit = rest.popFirst(),
            let place = units.firstIndex(where: { $0.0 == unit })
        else { return nil }
        let (product, overflow) = amount.multipliedReportingOverflow(by: units[place].1)
        let (sum, over) = total.addingReportingOverflow(product)
        guard !overflow, !over else { return nil }
        total = sum
        units.removeFirst(place + 1)
    }
    return total
}
