extension ResponseFormat {
    /// Judges a correct response or a learner's response.
    func verdict(on text: ArraySlice<UInt8>) -> Verdict {
        guard let body = withoutDelimiters(text) else { return .mismatch }
        guard let list else { return verdict(onPart: body) }
        if body.isEmpty && list.min == 0 { return .fits }
        let parts = body.parts(between: "[,]")
        if parts.count > 1, parts.last?.isEmpty == true { return .mismatch }
        var verdict = parts.count > list.spm ? Verdict.beyondSPM : .fits
        for part in parts {
            verdict = verdict.and(self.verdict(onPart: part))
            if verdict == .mismatch { return .mismatch }
        }
        return list.unique == true && Set(parts).count < parts.count ? .mismatch : verdict
    }

    /// What two patterns are compared by: the parts, sorted where their order does not count.
    func parts(of text: String, as distinct: InteractionFormat.Distinct) -> [[UInt8]] {
        let bytes = ArraySlice(Array(text.utf8))
        let parts = (withoutDelimiters(bytes) ?? bytes).parts(between: "[,]").map(Array.init)
        return distinct == .sequence ? parts : parts.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The text behind `{case_matters=…}` and `{order_matters=…}`, each once, in any order; `nil` for a bad value.
    private func withoutDelimiters(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var body = text
        var open = delimiters ?? []
        while let place = open.firstIndex(where: { body.starts(with: "{\($0)=".utf8) }) {
            guard let value = Delimiter.take(named: open.remove(at: place), from: &body) else { return body }
            guard value.elementsEqual("true".utf8) || value.elementsEqual("false".utf8) else { return nil }
        }
        return body
    }

    private func verdict(onPart part: ArraySlice<UInt8>) -> Verdict {
        if let item { return item.verdict(on: part) }
        guard let pair else { return .mismatch }
        let sides = part.parts(between: "[.]")
        guard sides.count == 2 else { return .mismatch }
        if pair.oneSideAtLeast == true, sides.allSatisfy(\.isEmpty) { return .mismatch }
        return pair.source.verdict(on: sides[0]).and(pair.target.verdict(on: sides[1]))
    }
}
