/// A Swift file of one room, as the rules of the house read it.
struct SwiftSource: Sendable {
    /// The target that it belongs to.
    let room: String
    /// From the root of the project.
    let path: String
    /// The text as it stands.
    let text: String
    /// The text without comments and without what stands in string literals; line breaks stay.
    let code: String

    init(room: String, path: String, text: String) {
        self.room = room
        self.path = path
        self.text = text
        code = Self.code(of: text)
    }

    /// A snippet that could stand in a file of a room.
    init(_ text: String, in room: String, file: String = "Snippet.swift") {
        self.init(room: room, path: "Sources/\(room)/\(file)", text: text)
    }

    /// The modules it imports, each with its line: `import M`, `public import M`, `@testable import struct M.T`.
    var imports: [(module: String, line: Int)] {
        code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { place, line in
            line.split(separator: ";").compactMap { statement in
                Self.module(importedBy: String(statement)).map { ($0, place + 1) }
            }
        }
    }

    var lineCount: Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).count - (text.hasSuffix("\n") ? 1 : 0)
    }

    private static func module(importedBy statement: String) -> String? {
        let words = statement.split(whereSeparator: \.isWhitespace).map { String($0) }
        guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(isImportModifier) else {
            return nil
        }
        let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        let name = words[(place + 1)...].first { !kinds.contains($0) }
        return name?.split(separator: ".").first.map { String($0) }
    }

    private static func isImportModifier(_ word: String) -> Bool {
        word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
    }
}

extension SwiftSource {
    /// What surrounds the character being read.
    private enum Surroundings: Equatable {
        case code
        case lineComment
        case blockComment
        case string(hashes: Int, isLong: Bool)
        /// Code inside `\(…)`, up to the parenthesis that closes it.
        case interpolation(parentheses: Int)
    }

    /// Blanks comments and strings; code inside interpolations stays.
    private static func code(of text: String) -> String {
        let characters = Array(text.unicodeScalars)
        var around: [Surroundings] = [.code]
        var code = String.UnicodeScalarView()
        var place = 0
        func follows(_ word: String) -> Bool { characters[place...].starts(with: word.unicodeScalars) }
        while place < characters.count {
            let character = characters[place]
            var length = 1
            switch around[around.count - 1] {
            case .lineComment: if character == "\n" { around.removeLast() }
            case .blockComment:
                guard character == "/" || character == "*" else { break }
                if follows("/*") { (length, around) = (2, around + [.blockComment]) }
                if follows("*/") { (length, around) = (2, around.dropLast()) }
            case .string(let hashes, let isLong):
                guard character == "\\" || character == "\"" || character == "\n" else { break }
                let fence = String(repeating: "#", count: hashes)
                let end = (isLong ? "\"\"\"" : "\"") + fence
                if follows("\\\(fence)(") {
                    (length, around) = (2 + hashes, around + [.interpolation(parentheses: 1)])
                } else if follows("\\\(fence)") {
                    length = 2 + hashes
                } else if follows(end) {
                    (length, around) = (end.count, around.dropLast())
                } else if character == "\n", !isLong {
                    around.removeLast()
                }
            case .code, .interpolation:
                if let opening = opening(at: place, in: characters) {
                    (length, around) = (opening.length, around + [opening.surroundings])
                } else {
                    code.append(character)
                    if case .interpolation(let depth) = around[around.count - 1] {
                        let depth = depth + (character == "(" ? 1 : character == ")" ? -1 : 0)
                        around.removeLast()
                        if depth > 0 { around.append(.interpolation(parentheses: depth)) }
                    }
                    if character == "\n" { code.removeLast() }
                }
            }
            for passed in characters[place..<min(place + length, characters.count)] where passed == "\n" {
                code.append(passed)
            }
            place += length
        }
        return String(code)
    }

    /// The comment or string that begins here.
    private static func opening(
        at place: Int, in characters: [Unicode.Scalar]
    ) -> (length: Int, surroundings: Surroundings)? {
        let rest = characters[place...]
        guard let first = rest.first, first == "/" || first == "#" || first == "\"" else { return nil }
        if rest.starts(with: "//".unicodeScalars) { return (2, .lineComment) }
        if rest.starts(with: "/*".unicodeScalars) { return (2, .blockComment) }
        let hashes = rest.prefix { $0 == "#" }.count
        let after = rest.dropFirst(hashes)
        if after.starts(with: "\"\"\"".unicodeScalars) { return (hashes + 3, .string(hashes: hashes, isLong: true)) }
        if after.first == "\"" { return (hashes + 1, .string(hashes: hashes, isLong: false)) }
        return nil
    }
}
