import CourseModel

extension CMI {
    /// SetValue. Refused, it changes nothing.
    public mutating func set(_ element: String, to value: String) throws(CMIError) {
        guard case .element(let slot, _, let new) = try locate(element, for: .set) else {
            throw error(.keyword, element, "is a keyword and cannot be set")
        }
        let definition = definition(of: slot)
        if let required = missing(slot) { throw error(.dependency, element, "needs \(name(of: required)) first") }
        guard isWritable(slot, definition) else { throw error(.readOnly, element, "can be read, not written") }
        for collection in new { try checkRoom(in: collection, slot, element) }
        try checkSize(of: value, slot, element)
        try check(value, slot, definition, element)
        try checkRepetition(of: value, slot, definition, element)
        store(value, slot, new)
        remember(Write(element, value), definition)
    }

    /// Content that writes one element over and over leaves one write, where the values between have no effect.
    private mutating func remember(_ write: Write, _ definition: ElementDefinition) {
        let isRepeated = pending.last.map { $0.element.utf8.elementsEqual(write.element.utf8) } ?? false
        if isRepeated, !definition.appends, definition.clears.isEmpty { pending.removeLast() }
        pending.append(write)
    }

    /// What must have a value before this element may.
    func missing(_ slot: Slot) -> Slot? {
        for required in model.tree.elements[slot.definition].requires {
            let required = Slot(definition: required, n: slot.n)
            if stored(required) == nil { return required }
        }
        return nil
    }

    func isWritable(_ slot: Slot, _ definition: ElementDefinition) -> Bool {
        switch definition.access {
        case .rw, .wo: true
        case .ro: false
        case .byMap: maps.indices.contains(slot.n) && maps[slot.n].writeSharedData
        }
    }

    /// Judges a value; an interaction's responses by the interaction's type.
    func verdict(on value: String, _ slot: Slot, _ definition: ElementDefinition) -> Verdict {
        let bytes = ArraySlice(Array(value.utf8))
        switch definition.format.type {
        case .pattern: return interaction(slot.n)?.pattern.verdict(on: bytes) ?? .fits
        case .response: return interaction(slot.n)?.response.verdict(on: bytes) ?? .fits
        default: return definition.format.verdict(on: bytes)
        }
    }

    func interaction(_ n: Int) -> InteractionFormat? { stored(.interactionType, n).flatMap { model.interactions[$0] } }

    /// How many records a collection must take, and may take.
    func room(in collection: Slot) -> (spm: Int?, max: Int) {
        let definition = model.tree.containers[collection.definition].definition.collection
        let format = definition?.byInteractionType == true ? interaction(collection.n) : nil
        let limit = model.table.limits.records
        return (format?.spm ?? format?.max ?? definition?.spm, min(format?.max ?? limit, limit))
    }

    private func checkRoom(in collection: Slot, _ slot: Slot, _ element: String) throws(CMIError) {
        let room = room(in: collection)
        let count = counts[collection] ?? 0
        guard count < room.max else { throw error(.overLimit, element, "\(room.max) records at most") }
        guard !isStrict || count < room.spm ?? .max else {
            throw error(.overLimit, element, "\(room.spm ?? 0) records at most, as strictness was asked for")
        }
    }

    private func checkSize(of value: String, _ slot: Slot, _ element: String) throws(CMIError) {
        let limits = model.table.limits
        guard value.utf8.count <= limits.bytes else {
            throw error(.overLimit, element, "\(value.utf8.count) bytes given, \(limits.bytes) at most")
        }
        let old = definition(of: slot).appends ? 0 : weight(of: slot)
        guard size - old + value.utf8.count + CMI.slotWeight <= limits.total else {
            throw error(.overLimit, element, "the attempt holds \(size) bytes, \(limits.total) at most")
        }
        let appended = definition(of: slot).appends ? written[slot]?.utf8.count ?? 0 : 0
        guard appended + value.utf8.count <= limits.bytes else {
            throw error(.overLimit, element, "\(limits.bytes) bytes at most, with what was appended")
        }
    }

    private func check(
        _ value: String, _ slot: Slot, _ definition: ElementDefinition, _ element: String
    ) throws(CMIError) {
        switch verdict(on: value, slot, definition) {
        case .fits: return
        case .beyondSPM:
            if isStrict { throw error(.typeMismatch, element, "is longer than \(expectation(slot, definition))") }
        case .mismatch:
            throw error(
                .typeMismatch, element, "\"\(clipped(value, to: 40))\" given, expects \(expectation(slot, definition))")
        case .outOfRange:
            throw error(
                .outOfRange, element, "\(clipped(value, to: 40)) given, expects \(expectation(slot, definition))")
        }
    }

    private func checkRepetition(
        of value: String, _ slot: Slot, _ definition: ElementDefinition, _ element: String
    ) throws(CMIError) {
        if definition.isWrittenOnce, let old = stored(slot), !old.utf8.elementsEqual(value.utf8) {
            throw error(.writeOnce, element, "is \"\(clipped(old, to: 40))\" already and stays so")
        }
        if definition.isUnique, let twin = twin(of: slot, where: { $0.utf8.elementsEqual(value.utf8) }) {
            throw error(.duplicate, element, "record \(twin) holds the same value")
        }
        if definition.format.type == .pattern, let format = interaction(slot.n), let distinct = format.distinct {
            let parts = format.pattern.parts(of: value, as: distinct)
            if let twin = twin(of: slot, where: { format.pattern.parts(of: $0, as: distinct) == parts }) {
                throw error(.duplicate, element, "record \(twin) holds the same pattern")
            }
        }
    }

    /// Another record of the innermost collection whose value is such.
    private func twin(of slot: Slot, where isSame: (String) -> Bool) -> Int? {
        var other = slot
        var place = 0
        while place < model.table.limits.records {
            if slot.m < 0 { other.n = place } else { other.m = place }
            let value = stored(other)
            if other != slot {
                guard let value else { return nil }
                if isSame(value) { return place }
            }
            place += 1
        }
        return nil
    }

    private func expectation(_ slot: Slot, _ definition: ElementDefinition) -> String {
        switch definition.format.type {
        case .pattern, .response: "\(definition.format.type.rawValue) (\(stored(.interactionType, slot.n) ?? "none"))"
        default: definition.format.expectation
        }
    }
}

extension ValueFormat {
    /// For diagnostics: what is expected, in the standard's words.
    var expectation: String {
        if let vocabulary {
            let words = vocabulary.map { $0.isEmpty ? "\"\"" : $0 } + (targeted ?? []).map { "{target=ID}\($0)" }
            return "one of " + words.joined(separator: ", ") + (self.or.map { " or \($0.rawValue)" } ?? "")
        }
        let ends = [range?.min, range?.max].map { $0.flatMap { Real($0) }?.text }
        let bounds = [ends[0].map { "from \($0)" }, ends[1].map { "to \($0)" }].compactMap(\.self)
        let length = spm.map { ["of \($0) characters"] } ?? []
        return ([type.rawValue] + bounds + length).joined(separator: " ")
    }
}
