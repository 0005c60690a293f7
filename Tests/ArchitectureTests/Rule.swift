/// A rule of the house: what it finds against it in a set of files, one sentence a breach.
struct Rule: Sendable, CustomStringConvertible {
    let description: String
    let breaches: @Sendable ([SwiftSource]) -> [String]

    static let all = [onlyAllowedImports, sealedLibraries, noTraps, noLeftovers, shortFiles]

    /// A room imports what `Rooms` allows it, and nothing else.
    static let onlyAllowedImports = Rule(description: "A room imports only what its line of the table allows") {
        $0.flatMap { file in
            guard let allowed = Rooms.allowed(in: file.room) else {
                return ["\(file.path): \(file.room) is not in the table of rooms"]
            }
            return file.imports.filter { !allowed.contains($0.module) }.map {
                "\(file.path):\($0.line): \(file.room) may not import \($0.module)"
            }
        }
    }

    /// One file a room knows a C library.
    static let sealedLibraries = Rule(description: "A foreign library is imported by one file of a room only") {
        files in
        Rooms.sealed.sorted().flatMap { library in
            let importers = files.filter { $0.imports.contains { $0.module == library } }
            return Dictionary(grouping: importers, by: \.room).sorted { $0.key < $1.key }.flatMap { room, files in
                files.count > 1 ? ["\(library) is imported in \(room) by \(files.map(\.path).sorted())"] : []
            }
        }
    }

    /// Nothing that ends the process, and nothing that the compiler is told to believe.
    static let noTraps = Rule(description: "No trap and no unchecked promise stands in the sources") {
        $0.flatMap { file in
            [
                "try!", "as!", "fatalError(", "preconditionFailure(", "@unchecked", "nonisolated(unsafe)",
                "XMLDocument",
                "unsafeBitCast(",
            ]
            .flatMap { word in
                file.lines(of: file.code, holding: word).map { "\(file.path):\($0): \(word)" }
            }
        }
    }

    /// Nothing is put off in the text.
    static let noLeftovers = Rule(description: "No work is left over in a comment") {
        $0.flatMap { file in
            ["TODO", "FIXME", "XXX", "HACK"].flatMap { word in
                file.lines(of: file.text, holding: word).map { "\(file.path):\($0): \(word)" }
            }
        }
    }

    /// A file is short, or known to be long.
    static let shortFiles = Rule(description: "No file is long but those we know of") {
        shortFiles($0, known: Rooms.longFiles)
    }

    static func shortFiles(_ files: [SwiftSource], known: Set<String>) -> [String] {
        let long = Set(files.filter { $0.lineCount > Rooms.lineLimit }.map(\.path))
        return long.subtracting(known).sorted().map { "\($0): over \(Rooms.lineLimit) lines" }
            + known.subtracting(long).sorted().map { "\($0): listed as long, and is not" }
    }
}

extension SwiftSource {
    /// The numbers of the lines that hold a word, not as a part of a longer one.
    func lines(of text: String, holding word: String) -> [Int] {
        guard text.contains(word) else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { place, line in
            Self.stands(word, in: String(line)) ? place + 1 : nil
        }
    }

    private static func stands(_ word: String, in line: String) -> Bool {
        let (line, word) = (Array(line.unicodeScalars), Array(word.unicodeScalars))
        guard line.count >= word.count else { return false }
        return (0...line.count - word.count).contains { start in
            let end = start + word.count
            return line[start..<end].elementsEqual(word)
                && !(start > 0 && isPartOfName(line[start - 1]) && isPartOfName(word[0]))
                && !(end < line.count && isPartOfName(line[end]) && isPartOfName(word[word.count - 1]))
        }
    }

    private static func isPartOfName(_ character: Unicode.Scalar) -> Bool {
        character.properties.isAlphabetic || character == "_" || ("0"..."9").contains(character)
    }
}
